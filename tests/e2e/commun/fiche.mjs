// The printed sheet: what an answer makes it say, and what its PDF says.

import { spawn } from "node:child_process";
import { REGLEMENTS, lire } from "./donnees.mjs";
import { TEXTES as JEUX, modele, simple } from "./textes.mjs";

const TEXTES = JEUX.fr;
const { orientations: LIEUX } = lire("reglements/orientations.json");
// Nobody can ask: the answer itself says why, and nothing else does.
const SANS_DEMANDE = ["clos", "pas-ouvert"];

/** « 1er juillet 2020 » */
function enToutesLettres(jour) {
  const dit = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return dit.format(new Date(`${jour}T00:00:00Z`)).replace(/^1 /, "1er ");
}

/** An answer of a demande, in the words of the screen. */
function dite(question, valeur) {
  const { interface: mots, option } = TEXTES;
  if (valeur === null) return [mots["ne-sait-pas"]];
  if (typeof valeur === "boolean") return [mots[valeur ? "oui" : "non"]];
  if (Array.isArray(valeur)) return valeur.length === 0 ? [mots["situation-aucune"]] : valeur.map((id) => option[`${question}/${id}`]);
  if (question === "date-naissance") return [enToutesLettres(valeur)];
  if (question === "tranche-age") {
    const [debut, fin] = valeur.split(/[-+]/).map(Number);
    const cle = debut === 0 ? "age-moins" : valeur.endsWith("+") ? "age-plus" : "age-entre";
    return [mots[cle].replace("{debut}", debut).replace("{fin}", debut === 0 ? fin + 1 : fin)];
  }
  if (valeur === "etranger") return [mots.etranger];
  return [option[`${question}/${valeur}`] ?? valeur];
}

/** Every answer given: its name, then its words. A birth date stands for the bracket told before it. */
function reponses(demande) {
  const donnees = Object.entries(demande.reponses).filter(([id]) => id !== "tranche-age" || !demande.reponses["date-naissance"]);
  return donnees.flatMap(([id, valeur]) => {
    const nom = TEXTES.recapitulatif[id];
    const mots = dite(id, valeur);
    return mots.length === 1 ? [`${nom} : ${mots[0]}`] : [nom, ...mots];
  });
}

/** What is left to confirm ends with the aid, whatever is left of the month. */
function dernierJour({ id, date }, { dispositif }) {
  const fins = [...REGLEMENTS.values()].filter((one) => one.dispositif === dispositif).map(({ periode }) => periode.au);
  return id === "confirmation" ? [date, fins.sort().at(-1)].sort()[0] : date;
}

/** As it is typed: no scheme, no slash at the end. */
const courte = (adresse) => adresse.replace(/^https:\/\//, "").replace(/\/$/, "");

/** Where to ask: the help near this postal code, and the portal for who can use it. */
function adresses(decision, demande) {
  const code = demande.reponses["code-postal"] ?? "";
  const aides = LIEUX.map(({ url, parDepartement = {} }) => {
    const [, ici] = Object.entries(parDepartement).find(([prefixe]) => code.startsWith(prefixe)) ?? [];
    return ici ?? url;
  });
  const { portail } = REGLEMENTS.get(decision.reglement);
  return [...(decision.verdict === "eligible" && portail ? [portail] : []), ...aides].map(courte);
}

/**
 * Everything the sheet must say of this answer, and what it must not. A list is a choice: one of its texts is enough.
 * @param {object} demande as the widget gives it: what was asked and answered
 */
export function attendu(decision, demande) {
  const { interface: mots, reglement } = TEXTES;
  const { acte } = REGLEMENTS.get(decision.reglement);
  // In the words of this aid when it has its own.
  const dire = (genre, id) => TEXTES[genre][`${decision.dispositif}/${id}`] ?? TEXTES[genre][id];
  // The act is at the top: its articles are named alone.
  const lu = (source) => {
    const article = /^\d/.test(source.article) ? `article ${source.article}` : source.article;
    return source.acte === acte.numero ? `(${article})` : `${mots.acte.replace("{numero}", source.acte)}, ${article}.`;
  };
  const raison = (m) => dire("motif", m.id) ?? dire("refus", m.id);
  const sansDemande = SANS_DEMANDE.includes(decision.verdict);
  const surs = sansDemande ? [] : decision.motifs.filter((m) => m.etat === "oui" && raison(m));
  const doutes = decision.motifs.filter((m) => m.etat === "inconnu" && dire("motif", m.id));
  const dits = surs.map(raison);
  // A yes that only lacks a detail is a yes; a refusal may have a sentence of its own, or say from when.
  const titres = {
    "a-preciser": [mots["reponse-a-preciser"], mots["reponse-eligible"]],
    "non-eligible": [mots["reponse-non-eligible"], mots["reponse-pas-encore"], ...decision.refus.map((id) => TEXTES["titre-refus"][id] ?? "")].filter(Boolean),
  };
  const papiers = decision.verdict === "eligible" || decision.manque.length === 0 ? decision.pieces : [];
  return {
    dit: [
      titres[decision.verdict] ?? [mots[`reponse-${decision.verdict}`]],
      ...(decision.verdict === "clos" ? [mots["clos-depuis"]] : []),
      ...(decision.carnet ? [mots["chiffre-pass"].replace("{nombre}", decision.carnet)] : []),
      ...(decision.verdict === "eligible" ? [dire("motif", decision.titre)] : []),
      ...(sansDemande ? [] : decision.refus.map((id) => dire("refus", id))),
      ...decision.reserves.map((id) => dire("reserve", id)),
      ...dits,
      ...surs.map(lu),
      ...papiers.flatMap((p) => [dire("piece", p.id), lu(p)]),
      ...papiers.filter((p) => p.dateeApres).map((p) => enToutesLettres(p.dateeApres)),
      ...(decision.verdict === "eligible" ? decision.echeances.flatMap((e) => [dire("echeance", e.id), enToutesLettres(dernierJour(e, decision))]) : []),
      ...reponses(demande),
      dire("dispositif", decision.dispositif),
      mots.depot.replace("{jour}", enToutesLettres(demande.dateDepot)),
      `${reglement[decision.reglement]}. ${mots.delibere.replace("{numero}", acte.numero).replace("{jour}", enToutesLettres(acte.date))}`,
      "Ceci n'est pas une décision.",
      mots["fiche-cachet"],
    ].map((textes) => [textes].flat().map(modele)),
    tait: [
      ...doutes.map((m) => dire("motif", m.id)).filter((doute) => !dits.includes(doute)),
      // What is on the screen for a finger, not on paper.
      mots.imprimer, mots.recommencer, mots["piece-je-l-ai"],
      // What the page around says.
      "Une page autour", "Avant le test", "Après le test",
    ].map(modele),
    adresses: adresses(decision, demande),
    pages: decision.verdict === "eligible" ? 1 : 2,
  };
}

/** What pdftotext says of a PDF. */
async function pdftotext(pdf, ...options) {
  const lecteur = spawn("pdftotext", ["-enc", "UTF-8", ...options, "-", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  const mots = [];
  lecteur.stdout.on("data", (morceau) => mots.push(morceau));
  const fin = new Promise((suite, echec) => {
    lecteur.on("error", echec);
    lecteur.on("close", (code) => (code === 0 ? suite() : echec(new Error(`pdftotext: ${code}`))));
  });
  lecteur.stdin.end(pdf);
  await fin;
  return Buffer.concat(mots).toString("utf8");
}

/** A PDF as it is read: its text, its number of pages, and the words with their place on them. */
export async function lireLePdf(pdf) {
  const [texte, places] = [await pdftotext(pdf), await pdftotext(pdf, "-bbox")];
  const [, largeur] = places.match(/<page width="([\d.]+)"/);
  const mots = [...places.matchAll(/<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<\/word>/g)];
  return {
    texte: simple(texte),
    pages: places.match(/<page /g).length,
    largeur: Number(largeur),
    mots: mots.map(([, gauche, droite, mot]) => ({ mot, gauche: Number(gauche), droite: Number(droite) })),
  };
}

// What a printer may leave blank at the edge, in points: 10 mm.
const BORD = 28;

/** What this sheet lacks, and what it says or does and should not. */
export function fautes({ texte, pages, largeur, mots }, { dit, tait, adresses, pages: permises }) {
  const ecrites = new Set(mots.map(({ mot }) => mot));
  return [
    ...dit.filter((choix) => !choix.some((m) => m.test(texte))).map(([m]) => `not on the sheet: ${m.source}`),
    ...tait.filter((m) => m.test(texte)).map((m) => `should not be on the sheet: ${m.source}`),
    ...adresses.filter((adresse) => !ecrites.has(adresse)).map((adresse) => `not whole on a line: ${adresse}`),
    ...mots.filter(({ gauche, droite }) => gauche < BORD || droite > largeur - BORD).map(({ mot }) => `at the edge: ${mot}`),
    ...(pages > permises ? [`${pages} pages, at most ${permises}`] : []),
  ];
}
