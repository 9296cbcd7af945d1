// Golden accessibility trees: what a screen reader is given on each kind of screen, as it was last reviewed.
//
// METTRE_A_JOUR=1 node --test tests/e2e/arbres.test.mjs rewrites them; the change is then read in the diff.
// A question has one file, empty then in error. Each other language has one, with a screen of each kind. Results have one file a verdict and règlement: the others differ
// by words only, which tests/pages/ keeps for all of them. The counter is one page: it has a file a state.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { lireLArbre } from "./commun/arbre.mjs";
import { DELAI } from "./commun/attente.mjs";
import { ouvrirLaClasse } from "./commun/classe.mjs";
import { dansChaqueEtatDeClasse } from "./commun/etats-classe.mjs";
import { ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { ETATS, ouvrirLeGuichet } from "./commun/guichet.mjs";
import { DEPOT, lancerChromium } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";

// Fewer would mean that something is no longer reviewed. Raise them when the catalogue grows.
const FICHIERS_ATTENDUS = 48;
const ECRANS_ATTENDUS = 78;
const ETATS_DE_CLASSE_ATTENDUS = 15;
const ARBRES = join(DEPOT, "tests/e2e/arbres");
// Each part of the counter at least once; the others differ by words only, which tests/guichet/pages/ keeps.
const AU_GUICHET = ["vide", "incomplet", "incertain", "complet", "pas-encore", "clos", "fautes", "alerte"];

let navigateur, site, onglet, agent, etats;
before(async () => {
  navigateur = await lancerChromium();
  site = await servirLeSite();
  onglet = await ouvrirPourExaminer(navigateur, site);
  agent = await ouvrirLeGuichet({ navigateur, site });
  etats = await trouverLesEtats(onglet);
}, DELAI);
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

/** The file where this state is kept, or null when a state like it is kept already. */
function fichier({ ecran, variante, decision, langue }) {
  if (langue) return `langue-${langue}`;
  if (["accueil", "verification", "modele"].includes(ecran)) return ecran;
  if (decision) return `resultat-${decision.reglement}-${decision.verdict}`;
  if (ecran === "resultat") return variante === "date impossible" ? "resultat-date-impossible" : null;
  return variante === "vide" || variante === "erreur" ? `question-${ecran}` : null;
}

/** The states kept, by file: all those of a question, the first of each kind of result. */
function aGarder() {
  const parFichier = new Map();
  for (const etat of etats) {
    const nom = fichier(etat);
    if (nom === null || (etat.decision && parFichier.has(nom))) continue;
    parFichier.set(nom, [...(parFichier.get(nom) ?? []), etat]);
  }
  for (const etat of ETATS.filter(({ nom }) => AU_GUICHET.includes(nom))) parFichier.set(`guichet-${etat.nom}`, [etat]);
  return parFichier;
}

/** The trees of a class, by file: a thousand rows are those of four, and bars. */
async function arbresDeClasse() {
  const parFichier = new Map();
  const classe = await ouvrirLaClasse(navigateur, site);
  await dansChaqueEtatDeClasse(classe, async (nom) => {
    if (nom === "mille-arrete") return;
    parFichier.set(`classe-${nom}`, `# ${nom}\n${await lireLArbre(classe.onglet)}`);
  });
  await classe.onglet.taille(390, 800);
  await classe.recommencer();
  await classe.travailler();
  await classe.attendre(".cartes");
  parFichier.set("classe-cartes", `# cartes\n${await lireLArbre(classe.onglet)}`);
  await classe.onglet.fermer();
  return parFichier;
}

async function arbres(siens) {
  const parties = [];
  for (const etat of siens) {
    const auGuichet = ETATS.includes(etat);
    if (auGuichet) await agent.atteindre(etat);
    else await onglet.evaluer((e) => pilote.aller(e), etat);
    parties.push(`# ${etat.nom}\n${await lireLArbre(auGuichet ? agent.onglet : onglet)}`);
  }
  return parties.join("\n");
}

test("chaque sorte d'écran se présente aux aides techniques comme il a été relu", DELAI, async (t) => {
  const parFichier = aGarder();
  const nombre = [...parFichier.values()].flat().length;
  t.diagnostic(`N = ${nombre} screens in ${parFichier.size} files`);
  const deClasse = await arbresDeClasse();
  const noms = [...parFichier.keys(), ...deClasse.keys()].map((nom) => `${nom}.txt`).sort();

  if (process.env.METTRE_A_JOUR) {
    await rm(ARBRES, { recursive: true, force: true });
    await mkdir(ARBRES);
  }
  const tous = function* () {
    for (const [nom, siens] of parFichier) yield [nom, () => arbres(siens)];
    for (const [nom, arbre] of deClasse) yield [nom, () => arbre];
  };
  for (const [nom, lire] of tous()) {
    const chemin = join(ARBRES, `${nom}.txt`);
    const vu = await lire();
    if (process.env.METTRE_A_JOUR) await writeFile(chemin, vu);
    await t.test(nom, async () => assert.equal(vu, await readFile(chemin, "utf8").catch(() => "")));
  }
  assert.deepEqual((await readdir(ARBRES)).sort(), noms, "a file for each kind of screen, and no other");
  assert.ok(parFichier.size >= FICHIERS_ATTENDUS, `only ${parFichier.size} files`);
  assert.ok(deClasse.size >= ETATS_DE_CLASSE_ATTENDUS, `only ${deClasse.size} states of a class`);
  assert.ok(nombre >= ECRANS_ATTENDUS, `only ${nombre} screens`);
  await onglet.sansErreur();
  await agent.onglet.sansErreur();
});

test("l'arbre voit un nom, un état, une erreur ou une description qui change", DELAI, async () => {
  const enErreur = etats.find((etat) => etat.ecran === "tranche-age" && etat.variante === "erreur");
  await onglet.evaluer((e) => pilote.aller(e), enErreur);
  const intact = await lireLArbre(onglet);
  const DEFAUTS = {
    "a name": () => temoin.racine().querySelector(".option-nom").replaceChildren("Autre"),
    "a state": () => (temoin.racine().querySelector("input").checked = true),
    "an error": () => temoin.racine().querySelector("[aria-invalid]").removeAttribute("aria-invalid"),
    "a requirement": () => temoin.racine().querySelector("[aria-required]").removeAttribute("aria-required"),
    "a description": () => temoin.racine().querySelector("[aria-describedby]").removeAttribute("aria-describedby"),
    "a level": () => temoin.racine().querySelector("form .titre").setAttribute("aria-level", "5"),
    "a role": () => temoin.racine().querySelector("[role=radiogroup]").removeAttribute("role"),
  };
  for (const [quoi, planter] of Object.entries(DEFAUTS)) {
    await onglet.evaluer(planter);
    assert.notEqual(await lireLArbre(onglet), intact, `${quoi} changed and the tree did not`);
    await onglet.evaluer((e) => pilote.aller(e), enErreur);
    assert.equal(await lireLArbre(onglet), intact, "the same screen gives the same tree");
  }
});
