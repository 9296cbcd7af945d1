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

/** One form for comparison: plain spaces, straight apostrophes, nothing invisible. */
const simple = (texte) => texte.replace(/\u200b/g, "").replace(/’/g, "'").replace(/\s+/g, " ").trim();

/** « 1er juillet 2020 » */
function enToutesLettres(jour) {
  const dit = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return dit.format(new Date(`${jour}T00:00:00Z`)).replace(/^1 /, "1er ");
}

/** Everything the sheet must say of this decision, and what it must not. */
export function attendu(decision, depot) {
  const { interface: mots, motif, refus, reserve, piece, reglement } = TEXTES;
  const acte = ACTES.get(decision.reglement);
  const article = (a) => (/^\d/.test(a) ? `${reglement[decision.reglement]}, article ${a}.` : `${reglement[decision.reglement]}, ${a}.`);
  const surs = decision.motifs.filter((m) => m.etat === "oui" && (motif[m.id] ?? refus[m.id]));
  const doutes = decision.motifs.filter((m) => m.etat === "inconnu" && motif[m.id]);
  const dits = surs.map((m) => motif[m.id] ?? refus[m.id]);
  return {
    dit: [
      mots[`reponse-${decision.verdict}`],
      ...(decision.carnet ? [mots["chiffre-pass"].replace("{nombre}", decision.carnet)] : []),
      ...(decision.titre ? [motif[decision.titre]] : []),
      ...decision.refus.map((id) => refus[id]),
      ...decision.reserves.map((id) => reserve[id]),
      ...dits,
      ...surs.map((m) => article(m.article)),
      ...decision.pieces.flatMap((p) => [piece[p.id], article(p.article)]),
      ...decision.pieces.filter((p) => p.dateeApres).map((p) => enToutesLettres(p.dateeApres)),
      ...(decision.verdict === "eligible" ? decision.echeances.map((e) => enToutesLettres(e.date)) : []),
      mots.depot.replace("{jour}", enToutesLettres(depot)),
      mots.delibere.replace("{numero}", acte.numero).replace("{jour}", enToutesLettres(acte.date)),
      "Ceci n'est pas une décision.",
    ].map(simple),
    tait: doutes.map((m) => motif[m.id]).filter((doute) => !dits.includes(doute)).map(simple),
  };
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
    ...dit.filter((mots) => !texte.includes(mots)).map((mots) => `not on the sheet: ${mots}`),
    ...tait.filter((mots) => texte.includes(mots)).map((mots) => `told as sure: ${mots}`),
  ];
}
