// Every state worth examining, found by walking the widget with the dossiers of the project.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installerMesures } from "./mesures.mjs";
import { DEPOT } from "./navigateur.mjs";
import { installerPilote } from "./pilote.mjs";

// Fewer would mean that something is no longer examined. Raise it when the catalogue grows.
export const ETATS_ATTENDUS = 178;

const DOSSIERS = join(DEPOT, "tests/dossiers");

// Days that fall in each règlement, and between them.
const JOURS = ["2020-03-15", "2022-12-31", "2023-05-10", "2024-03-15", "2024-12-15", "2026-11-20"];

/** Answers of five people, given on each of those days. */
const GENS = [
  { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: false, hebergement: "a-son-nom" },
  { "code-postal": "62000", "tranche-age": "31-59", situations: ["demandeur-emploi"], "pass-recus": 0, accompagne: true, hebergement: "heberge" },
  { "code-postal": "59000", "tranche-age": "0-17", situations: ["apprenti"], "contrat-apprentissage": "en-cours", "contrat-signe-par-tous": true },
  { "code-postal": "51100", "tranche-age": "31-59", situations: ["benevole"], "association-en-region": true },
  {},
];

// What no dossier meets: a postal code that is in no list, the essay of 2019.
const AUTRES = [
  { depot: "2024-03-15", reponses: { ...GENS[1], "code-postal": "59999", "code-postal-confirme": true } },
  { depot: "2024-03-15", reponses: { ...GENS[1], "code-postal": "59600", "pass-experimentation-2019": true } },
  { depot: "2024-03-15", reponses: { ...GENS[0], "code-postal": "etranger" } },
  { depot: "2023-05-10", reponses: { ...GENS[1], "date-naissance": "1993-05-10", "tranche-age": null } },
];

function cas() {
  const dossiers = readdirSync(DOSSIERS)
    .filter((nom) => nom.endsWith(".jsonl"))
    .flatMap((nom) => readFileSync(join(DOSSIERS, nom), "utf8").split("\n").filter(Boolean))
    .map((ligne) => JSON.parse(ligne).demande)
    .map(({ dateDepot, reponses }) => ({ depot: dateDepot, reponses }));
  const memes = JOURS.flatMap((depot) => GENS.map((reponses) => ({ depot, reponses })));
  return [...memes, ...AUTRES, ...dossiers];
}

/** What makes a result look different: the answer, its ground, its refusals and its cautions. */
function sorteDeResultat(d) {
  return [d.reglement, d.verdict, d.titre ?? "", d.refus.join("+"), d.bloquantes?.join("+") ?? "", d.reserves.join("+")].join("/");
}

// French is in every other state.
const LANGUES = ["fr-simple", "en"];

/** A screen of each kind: the words are longer or shorter, and what is said to voices must follow. */
function dansCetteLangue(langue) {
  const cas = { depot: "2024-03-15", reponses: GENS[1] };
  const clos = { depot: "2026-11-20", reponses: {} };
  return [
    { nom: "accueil", cas, ecran: "accueil" },
    { nom: "situations, erreur", cas, ecran: "situations", variante: "erreur" },
    { nom: "verification", cas, ecran: "verification" },
    { nom: "résultat", cas, ecran: "resultat" },
    { nom: "modèle", cas, ecran: "modele" },
    { nom: "résultat clos", cas: clos, ecran: "resultat" },
  ].map((etat) => ({ ...etat, nom: `${langue} : ${etat.nom}`, langue }));
}

const VARIANTES = ["vide", "erreur", "repondue", "retour"];

/**
 * Walks every case in this tab.
 * @returns {Promise<{ nom: string, cas: object, ecran: string, variante?: string, decision?: object }[]>}
 */
export async function trouverLesEtats(onglet) {
  const tous = cas();
  const chemins = await onglet.evaluer(async (liste) => {
    const chemins = [];
    for (const un of liste) chemins.push(await pilote.resultat(un));
    return chemins;
  }, tous);

  const [premier] = tous.filter((un) => un.depot === "2024-03-15");
  const etats = [
    { nom: "accueil", cas: premier, ecran: "accueil" },
    { nom: "verification", cas: premier, ecran: "verification" },
  ];
  for (const geste of await onglet.evaluer(() => pilote.gestes)) {
    etats.push({ nom: `résultat, ${geste}`, cas: premier, ecran: "resultat", variante: geste });
  }
  etats.push({ nom: "modèle", cas: { depot: "2024-03-15", reponses: GENS[1] }, ecran: "modele" });
  etats.push(...LANGUES.flatMap(dansCetteLangue));
  const vus = new Set();
  for (const [rang, { posees, decision }] of chemins.entries()) {
    for (const question of posees) {
      if (vus.has(question)) continue;
      vus.add(question);
      for (const variante of VARIANTES) etats.push({ nom: `${question}, ${variante}`, cas: tous[rang], ecran: question, variante });
    }
    const sorte = sorteDeResultat(decision);
    if (vus.has(sorte)) continue;
    vus.add(sorte);
    etats.push({ nom: `résultat ${sorte}`, cas: tous[rang], ecran: "resultat", decision });
  }
  return etats;
}

/** A tab with the widget, what drives it and what measures it. */
export async function ouvrirPourExaminer(navigateur, site, options = {}) {
  const onglet = await navigateur.onglet(options);
  await onglet.ouvrir(site.page("encadree"));
  await onglet.evaluer(installerPilote);
  await onglet.evaluer(installerMesures);
  return onglet;
}

/** Goes through all the states; a defect in one does not hide those of the next. */
export async function dansChaqueEtat(onglet, etats, examiner, aller = (etat) => onglet.evaluer((e) => pilote.aller(e), etat)) {
  const defauts = new Map();
  for (const etat of etats) {
    await aller(etat);
    try {
      await examiner(etat);
    } catch (erreur) {
      if (erreur.code !== "ERR_ASSERTION") throw erreur;
      // The same defect on fifty screens is said once, with the first screen and their number.
      const lignes = erreur.message.split("\n");
      for (const ligne of lignes.length > 1 ? lignes.slice(1) : lignes) {
        const cas = defauts.get(ligne) ?? { premier: etat.nom, fois: 0 };
        cas.fois += 1;
        defauts.set(ligne, cas);
      }
    }
  }
  await onglet.sansErreur();
  const lignes = [...defauts].map(([ligne, { premier, fois }]) => `${ligne.trim()}   [${fois} ×, first: ${premier}]`);
  if (lignes.length > 0) assert.fail(`${lignes.length} defects\n${lignes.join("\n")}`);
}
