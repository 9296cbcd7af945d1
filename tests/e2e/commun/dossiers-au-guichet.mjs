// Each dossier typed at the counter: the decision beside the form is the one that the complete WebAssembly gives in Node.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DEPOT } from "./navigateur.mjs";

/** How many dossiers are typed into the page at least. */
const MINIMUM = 330;

/** All of them, as they are written. */
export const DOSSIERS_ECRITS = readdirSync(join(DEPOT, "tests/dossiers"))
  .filter((fichier) => fichier.endsWith(".jsonl"))
  .flatMap((fichier) => readFileSync(join(DEPOT, "tests/dossiers", fichier), "utf8").split("\n").filter(Boolean))
  .map((ligne) => JSON.parse(ligne));

/** Those whose every answer has a place at the counter. */
export const DOSSIERS = DOSSIERS_ECRITS.filter(({ demande: { reponses } }) => !("tranche-age" in reponses) && typeof reponses.accompagne === "boolean");

const vu = ({ verdict, carnet, titre, refus, reglement }) => ({ verdict, carnet, titre, refus, reglement });

/** In the page: types each dossier; what is read then, or nothing when one of its answers is not asked for. */
function remplirTous(dossiers) {
  const racine = temoin.racine();
  const ecrire = (champ, texte) => {
    const entree = racine.querySelector(`[data-champ="${champ}"]`);
    entree.value = texte;
    entree.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const choisir = (question, valeur) => {
    const entree = racine.querySelector(`[data-champ="${question}"][value="${valeur}"]`);
    if (entree && !entree.checked) entree.click();
  };
  return dossiers.map(({ dateDepot, dateCreation, reponses }) => {
    temoin.widget().recommencer();
    ecrire("depot", dateDepot);
    if (dateCreation) ecrire("creation", dateCreation);
    // Follow-ups come once what calls for them is answered.
    for (const tour of [0, 1, 2]) {
      for (const [question, reponse] of Object.entries(reponses)) {
        if (reponse === null) continue;
        if (["date-naissance", "code-postal"].includes(question)) tour === 0 && ecrire(question, reponse);
        else if (!Array.isArray(reponse)) choisir(question, String(reponse));
        else if (reponse.length === 0) choisir(question, "aucune");
        else for (const une of reponse) choisir(question, une);
      }
    }
    // The essay of 2019 is asked about where it took place only: elsewhere no agent can say so. And a code that
    // does not exist is to be confirmed before what became of the first pass is of any use.
    const sansChamp = (question) => reponses[question] !== undefined && !racine.querySelector(`[data-champ="${question}"]`);
    const codeEnDoute = racine.querySelector(`[data-champ="code-postal-confirme"]`) && !("code-postal-confirme" in reponses);
    if ((reponses["pass-experimentation-2019"] && sansChamp("pass-experimentation-2019")) || (codeEnDoute && sansChamp("pass-utilises"))) return null;
    return { decisions: temoin.widget().bilan.decisions, carte: temoin.simple(racine.querySelector(".reponse").textContent) };
  });
}

export async function dossiersAuGuichet(agent, dossiers) {
  const { evaluer } = await import(pathToFileURL(join(DEPOT, "dist/npm/node.js")));
  const lus = await agent.onglet.evaluer(remplirTous, dossiers.map(({ demande }) => demande));
  const muets = [];
  for (const [rang, { id, demande: { dateDepot, dateCreation, reponses }, attendu }] of dossiers.entries()) {
    const lu = lus[rang];
    if (lu === null) {
      muets.push(id);
      continue;
    }
    const { decisions } = evaluer({ dateDepot, ...(dateCreation && { dateCreation }), reponses });
    // The other aids may lack an answer that this one does not need, and that the page does not ask for.
    for (const attendue of decisions.filter((d) => d.dispositif === attendu.dispositif)) {
      const lue = lu.decisions.find((d) => d.dispositif === attendue.dispositif);
      assert.deepEqual(vu(lue), vu(attendue), `${id} ${attendue.dispositif}`);
    }
    const [{ verdict, carnet }] = lu.decisions;
    if (verdict === "eligible" && carnet) assert.ok(lu.carte.includes(`${carnet} pass`), `${id}: the card says ${lu.carte}`);
  }
  const vus = dossiers.length - muets.length;
  assert.ok(vus >= MINIMUM, "too few dossiers");
  return { vus, muets };
}
