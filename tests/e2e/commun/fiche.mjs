// The printed sheet: what a decision makes it say, and what its PDF says.

import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DEPOT } from "./navigateur.mjs";

const lire = (chemin) => JSON.parse(readFileSync(join(DEPOT, "src", chemin), "utf8"));
const TEXTES = lire("textes/fr.json");
const ACTES = new Map(
  readdirSync(join(DEPOT, "src/reglements"))
    .filter((nom) => nom.endsWith(".json"))
    .flatMap((nom) => lire(join("reglements", nom)).reglements ?? [])
    .map(({ id, acte }) => [id, acte]),
);

/** One form for comparison: plain spaces, straight apostrophes, nothing invisible, words whole that a line cuts. */
const simple = (texte) => texte.replace(/\u200b/g, "").replace(/’/g, "'").replace(/\s+/g, " ").replace(/(\p{L})- ?(?=\p{L})/gu, "$1").trim();

/** « 1er juillet 2020 » */
function enToutesLettres(jour) {
  const dit = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return dit.format(new Date(`${jour}T00:00:00Z`)).replace(/^1 /, "1er ");
}

/** Everything the sheet must say of this decision, and what it must not. A list is a choice: one of its texts is enough. */
export function attendu(decision, depot) {
  const { interface: mots, reglement } = TEXTES;
  const acte = ACTES.get(decision.reglement);
  // In the words of this aid when it has its own.
  const dire = (genre, id) => TEXTES[genre][`${decision.dispositif}/${id}`] ?? TEXTES[genre][id];
  const lu = (source) => {
    const nom = source.acte === acte.numero ? reglement[decision.reglement] : mots.acte.replace("{numero}", source.acte);
    return /^\d/.test(source.article) ? `${nom}, article ${source.article}.` : `${nom}, ${source.article}.`;
  };
  const raison = (m) => dire("motif", m.id) ?? dire("refus", m.id);
  const surs = decision.motifs.filter((m) => m.etat === "oui" && raison(m));
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
      ...(decision.carnet ? [mots["chiffre-pass"].replace("{nombre}", decision.carnet)] : []),
      ...(decision.verdict === "eligible" ? [dire("motif", decision.titre)] : []),
      ...decision.refus.map((id) => dire("refus", id)),
      ...decision.reserves.map((id) => dire("reserve", id)),
      ...dits,
      ...surs.map(lu),
      ...papiers.flatMap((p) => [dire("piece", p.id), lu(p)]),
      ...papiers.filter((p) => p.dateeApres).map((p) => enToutesLettres(p.dateeApres)),
      ...(decision.verdict === "eligible" ? decision.echeances.map((e) => enToutesLettres(e.date)) : []),
      mots.depot.replace("{jour}", enToutesLettres(depot)),
      mots.delibere.replace("{numero}", acte.numero).replace("{jour}", enToutesLettres(acte.date)),
      "Ceci n'est pas une décision.",
    ].map((textes) => [textes].flat().map(modele)),
    tait: doutes.map((m) => dire("motif", m.id)).filter((doute) => !dits.includes(doute)).map(modele),
  };
}

/** A text with its blanks filled by anything short. */
function modele(texte) {
  const parties = simple(texte).split(/\{[^}]*\}/).map((partie) => partie.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parties.join(".{1,60}?"));
}

/** The words of a PDF, by pdftotext. */
export async function motsDuPdf(pdf) {
  const lecteur = spawn("pdftotext", ["-enc", "UTF-8", "-", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  const mots = [];
  lecteur.stdout.on("data", (morceau) => mots.push(morceau));
  const fin = new Promise((suite, echec) => {
    lecteur.on("error", echec);
    lecteur.on("close", (code) => (code === 0 ? suite() : echec(new Error(`pdftotext: ${code}`))));
  });
  lecteur.stdin.end(pdf);
  await fin;
  return simple(Buffer.concat(mots).toString("utf8"));
}

/** What this sheet lacks, and what it says and should not. */
export function fautes(texte, { dit, tait }) {
  return [
    ...dit.filter((choix) => !choix.some((mots) => mots.test(texte))).map(([mots]) => `not on the sheet: ${mots.source}`),
    ...tait.filter((mots) => mots.test(texte)).map((mots) => `told as sure: ${mots.source}`),
  ];
}
