// A whole class by the keyboard only.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { ouvrirLaClasse } from "./commun/classe.mjs";
import { monterLeDecor } from "./commun/decor.mjs";

const decor = monterLeDecor();
const ouvrir = (options) => ouvrirLaClasse(decor.navigateur, decor.site, options);

/** Tab, until what has the focus is the one looked for. */
async function jusqua(onglet, cherche) {
  for (let pas = 0; pas < 90; pas += 1) {
    const actif = await onglet.evaluer(() => {
      const e = temoin.racine().activeElement;
      return e ? { id: e.id, nom: e.name ?? "", action: e.dataset?.action ?? "", cible: e.dataset?.cible ?? "", type: e.type ?? "" } : null;
    });
    if (actif && cherche(actif)) return;
    await onglet.touche("Tab");
  }
  assert.fail(`Tab never reached ${cherche}`);
}

test("by keyboard only: a pupil typed, then all wiped", DELAI, async () => {
  const classe = await ouvrir();
  const { onglet } = classe;
  const vers = (cherche) => jusqua(onglet, cherche);
  await vers((e) => e.action === "taper");
  await onglet.touche("Enter");
  await bientot(async () => assert.equal(await classe.focus(), "champ-nom"));
  await onglet.taper("NOWAK");
  await onglet.touche("Tab");
  await onglet.taper("Sacha");
  await onglet.touche("Tab");
  await onglet.taper("3/9/04");
  await onglet.touche("Enter");
  await bientot(async () => assert.deepEqual(await classe.dits(".eleves tbody th"), ["NOWAK"]));
  assert.equal(await classe.focus(), "champ-nom", "ready for the next");
  await onglet.touche("Escape");
  await bientot(async () => assert.equal(await classe.focus(), "ajouter"));
  await vers((e) => e.action === "ouvrir");
  await onglet.touche("Enter");
  await bientot(async () => assert.equal(await classe.focus(), "champ-nom"));
  await onglet.touche("Escape");
  await bientot(async () => assert.match(await classe.focus(), /^ouvrir-/));
  await vers((e) => e.id === "effacer");
  await onglet.touche("Enter");
  await bientot(async () => assert.equal(await classe.focus(), "confirmer"));
  await vers((e) => e.action === "effacer");
  await onglet.touche("Enter");
  await classe.attendre("input[type=file]");
  assert.ok(!(await classe.tout()).includes("NOWAK"));
  await onglet.fermer();
});

test("by keyboard only: cells read, a column changed, a pupil mended, then filtered, searched, sorted, printed, exported, wiped", DELAI, async () => {
  const classe = await ouvrir();
  const { onglet } = classe;
  await onglet.evaluer(() => {
    window.sorties = [];
    window.print = () => window.sorties.push(`${temoin.racine().querySelectorAll(".fiche-eleve").length} fiches`);
    HTMLAnchorElement.prototype.click = function click() {
      window.sorties.push(this.download);
    };
  });
  const vers = (cherche) => jusqua(onglet, cherche);
  const depuisLeHaut = () => onglet.evaluer(() => temoin.racine().activeElement.blur());
  const montre = (...noms) => bientot(async () => assert.deepEqual(await classe.dits(".eleves tbody th"), noms));
  const sorti = (...sorties) => bientot(async () => assert.deepEqual(await onglet.evaluer(() => window.sorties), sorties));

  await vers((e) => e.nom === "cellules");
  await onglet.taper("Nom;Prenom;Naissance;Code MEF;CP\nAMRANI;Yanis;14/03/2005;24725411330;59300\nDELATTRE;Ida;31/02/2006;24725411330;59300");
  await vers((e) => e.type === "submit");
  await onglet.touche("Enter");
  await bientot(async () => assert.equal(await classe.focus(), "titre"));
  const codesLus = (dits) => bientot(async () => assert.match(await classe.dit('[data-cle="codePostal"]'), dits));
  await codesLus(/59300/);

  // No column for the postal code, then that one again: a list of choices, by its first and its last.
  await vers((e) => e.id === "role-codePostal");
  await onglet.touche("Home");
  await bientot(async () => assert.equal(await onglet.evaluer(() => temoin.racine().querySelector("#role-codePostal").value), ""));
  await onglet.touche("End");
  await codesLus(/59300/);
  assert.equal(await classe.focus(), "role-codePostal");

  for (const question of ["lycee-experimentation", "lycee-en-region", "accompagne"]) {
    await vers((e) => e.nom === `commune-${question}`);
    await onglet.touche("Space");
  }
  await vers((e) => e.action === "voir");
  await onglet.touche("Enter");
  await montre("AMRANI", "DELATTRE");

  await vers((e) => e.action === "filtrer" && e.cible === "a-corriger");
  await onglet.touche("Enter");
  await montre("DELATTRE");
  await vers((e) => e.action === "ouvrir");
  await onglet.touche("Enter");
  await bientot(async () => assert.equal(await classe.focus(), "champ-naissance"));
  await onglet.touche("Control+a");
  await onglet.taper("28/02/2006");
  await onglet.touche("Enter");
  await bientot(async () => assert.match(await classe.focus(), /^ouvrir-/));
  await classe.lit(".eleves tbody", /28\/02\/2006/);

  await depuisLeHaut();
  await vers((e) => e.action === "filtrer" && e.cible === "tous");
  await onglet.touche("Enter");
  await montre("AMRANI", "DELATTRE");
  await vers((e) => e.id === "chercher");
  await onglet.taper("ida");
  await montre("DELATTRE");
  assert.equal(await classe.focus(), "chercher");
  await onglet.touche("Control+a");
  await onglet.touche("Backspace");
  await montre("AMRANI", "DELATTRE");
  await vers((e) => e.action === "trier" && e.cible === "nom");
  await onglet.touche("Enter");
  await montre("DELATTRE", "AMRANI");

  await depuisLeHaut();
  await vers((e) => e.id === "imprimer");
  await onglet.touche("Enter");
  await sorti("2 fiches");
  await onglet.evaluer(() => dispatchEvent(new Event("afterprint")));
  await vers((e) => e.action === "exporter");
  await onglet.touche("Enter");
  await sorti("2 fiches", "pass-numerique-classe.csv");
  await vers((e) => e.id === "effacer");
  await onglet.touche("Enter");
  await bientot(async () => assert.equal(await classe.focus(), "confirmer"));
  await vers((e) => e.action === "effacer");
  await onglet.touche("Enter");
  await classe.attendre("input[type=file]");
  assert.ok(!(await classe.tout()).includes("DELATTRE"));
  await onglet.sansErreur();
  await onglet.fermer();
});
