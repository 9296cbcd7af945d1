// What the counter prints: the person's sheet on one page, and the blank attestation when it is asked for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { dansChaqueEtat } from "./commun/etats.mjs";
import { attendu, fautes, lireLePdf } from "./commun/fiche.mjs";
import { ETATS, ouvrirLeGuichet } from "./commun/guichet.mjs";
import { motif } from "./commun/textes.mjs";

const decor = monterLeDecor();

/** What a printer is given once this button is pressed. */
async function imprimer({ onglet }, action) {
  await onglet.evaluer((nom) => temoin.racine().querySelector(`[data-action=${nom}]`).click(), action);
  return lireLePdf(await onglet.page.pdf({ format: "A4" }));
}

// Only the attestation itself says it.
const MODELE = /Je certifie sur l'honneur/;
const PRESCRIPTEUR = motif("demarche.prescripteur", "fr");
const etat = (nom) => ETATS.find((un) => un.nom === nom);

test("la fiche de chaque personne dit ce qui a été répondu et décidé, seule, sur une page", DELAI, async (t) => {
  const agent = await ouvrirLeGuichet(decor);
  let accompagnees = 0;
  const examiner = async ({ nom }) => {
    const { decision, demande } = await agent.onglet.evaluer(() => ({ decision: temoin.widget().bilan.decisions[0], demande: temoin.widget().demande }));
    const lue = await imprimer(agent, "imprimer");
    const manques = fautes(lue, { ...attendu(decision, demande), pages: 1 });
    if (manques.length > 0) assert.fail(`${nom}\n  ${manques.join("\n  ")}`);
    assert.doesNotMatch(lue.texte, MODELE, "the attestation is not asked for");
    // The essay of the lycées says nothing of who helps.
    if (decision.verdict !== "eligible" || nom === "lycee") return;
    // Both names are asked for by the portal: the sheet says so to whoever fills it in.
    accompagnees += 1;
    assert.match(lue.texte, PRESCRIPTEUR);
  };
  await dansChaqueEtat(agent.onglet, ETATS, examiner, (un) => agent.atteindre(un));
  t.diagnostic(`N = ${ETATS.length} sheets, ${accompagnees} of a demande made with an agent`);
  assert.ok(accompagnees >= 3);
  await agent.onglet.fermer();
});

test("qui fait sa demande sans nous n'a pas de rappel du prescripteur", DELAI, async () => {
  const agent = await ouvrirLeGuichet(decor);
  await agent.atteindre(etat("papiers-prets"));
  await agent.onglet.evaluer(() => temoin.racine().querySelector("[data-champ=accompagne][value=false]").click());
  const { texte, pages } = await imprimer(agent, "imprimer");
  assert.doesNotMatch(texte, PRESCRIPTEUR);
  assert.ok(texte.includes("5 pass"), texte);
  assert.equal(pages, 1);
  await agent.onglet.fermer();
});

test("l'attestation à remplir s'imprime seule, à la demande, puis la fiche reprend sa place", DELAI, async () => {
  const agent = await ouvrirLeGuichet(decor);
  await agent.atteindre(etat("complet"));
  const modele = await imprimer(agent, "imprimer-modele");
  assert.match(modele.texte, MODELE);
  assert.equal(modele.pages, 1);
  // Blank: it goes to whoever puts the person up.
  for (const dit of ["1958", "59300", "10 pass", "Cachet", "Qui et où"]) assert.ok(!modele.texte.includes(dit), `« ${dit} » in: ${modele.texte}`);
  const fiche = await imprimer(agent, "imprimer");
  assert.doesNotMatch(fiche.texte, MODELE);
  for (const dit of ["10 pass", "Date du papier : 20 janvier 2023. À la limite"]) assert.ok(fiche.texte.includes(dit), `« ${dit} » is not in: ${fiche.texte}`);
  await agent.onglet.fermer();
});
