// A thousand pupils: the table stays at hand while they are judged, and typing never waits.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { sansViolation } from "./commun/axe.mjs";
import { LISTE, ouvrirLaClasse } from "./commun/classe.mjs";
import { MILLE } from "./commun/etats-classe.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";

let site;
const navigateurs = {};
before(async () => {
  site = await servirLeSite();
  navigateurs.chromium = await lancerChromium();
  navigateurs.firefox = await lancerFirefox();
});
after(async () => {
  for (const navigateur of Object.values(navigateurs)) await navigateur.fermer();
  await site?.fermer();
});

const ouvrir = (navigateur, options) => ouvrirLaClasse(navigateur, site, options);

test("a thousand pupils: pages, a bar, a stop", DELAI, async () => {
  const classe = await ouvrir(navigateurs.chromium);
  const { onglet } = classe;
  await classe.collerEtArreter(MILLE);
  await classe.cliquer("[data-action=voir]");
  await classe.attendre(".eleves");
  await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, 50));
  await sansViolation(onglet, "a thousand, stopped");
  await classe.cliquer("[data-action=reprendre]");
  await bientot(async () => assert.equal((await classe.dits("progress")).length, 0, "still judging"));
  await classe.cliquer('[data-action=tourner][data-cible="2"]');
  await classe.lit(".montres", /Élèves 51 à 100 sur 1 000/);
  await classe.cliquer("#imprimer");
  await classe.lit(".confirmation", /Imprimer 1 000 fiches/);
  assert.equal((await classe.dits(".fiche-eleve")).length, 0);
  await onglet.fermer();
});

for (const nom of ["chromium", "firefox"]) {
  test(`${nom}: whoever searches among a thousand keeps the field in hand`, DELAI, async () => {
    const classe = await ouvrir(navigateurs[nom]);
    const lignes = Array.from({ length: 300 }, (_, n) => `NOM${n}\tAda\t14/03/2005\t24725411330\tTMELEC\t59300\t`);
    await classe.travailler([LISTE.split("\n")[0], ...lignes].join("\n"));
    await classe.onglet.evaluer(() => temoin.racine().querySelector("#chercher").focus());
    await classe.onglet.taper("nom29");
    await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, 11));
    assert.equal(await classe.focus(), "chercher");
    assert.equal(await classe.onglet.evaluer(() => temoin.racine().querySelector("#chercher").value), "nom29");
    await classe.ecrire("#chercher", "");
    await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, 50));
    // A pupil mended under a filter stays on the page, and so does the focus.
    await classe.cliquer('[data-action=tourner-en-bas][data-cible="2"]');
    await classe.cliquer('[data-action=tourner-en-bas][data-cible="3"]');
    await bientot(async () => assert.equal(await classe.focus(), "montres"));
    await classe.lit("[role=status]", /Page 3 sur 6/);
    await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, 50));
    await classe.cliquer("[data-action=ouvrir]");
    await classe.attendre("#champ-nom");
    await classe.ecrire("#champ-nom", "AAA");
    await classe.cliquer("form[data-forme=eleve] [type=submit]");
    await bientot(async () => assert.match(await classe.focus(), /^ouvrir-/));
    assert.equal((await classe.dits(".eleves tbody th"))[0], "AAA");
    const vue = await classe.onglet.evaluer(() => {
      const { top, bottom } = temoin.racine().activeElement.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(vue, "the row is out of the window");
    await classe.onglet.fermer();
  });

  test(`${nom}: whoever types has the page to themselves: judging and searching give way, then go on`, DELAI, async () => {
    const classe = await ouvrir(navigateurs[nom]);
    const { onglet } = classe;
    await classe.collerEtArreter(MILLE);
    await classe.cliquer("[data-action=voir]");
    await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, 50));
    // As long as the clock stands still, the last letter was typed just now.
    const pendantLaFrappe = await onglet.evaluer(async () => {
      const { now } = Date;
      const arret = now.call(Date);
      Date.now = () => arret;
      window.relancerLHorloge = () => (Date.now = now);
      const racine = temoin.racine();
      const champ = racine.querySelector("#chercher");
      const taper = (texte) => {
        champ.value = texte;
        champ.dispatchEvent(new InputEvent("input", { bubbles: true }));
      };
      racine.querySelector("[data-action=reprendre]").click();
      taper("nom99");
      taper("nom999");
      const vu = () => `${temoin.simple(racine.querySelector(".calcul").textContent)} ${racine.querySelectorAll(".eleves tbody").length} rows`;
      const avant = vu();
      // The browser has every occasion to go on.
      for (let tour = 0; tour < 40; tour += 1) await new Promise((suite) => requestAnimationFrame(() => setTimeout(suite)));
      return { avant, apres: vu(), ecrit: champ.value };
    });
    assert.equal(pendantLaFrappe.apres, pendantLaFrappe.avant, "something was judged or drawn under the fingers");
    assert.equal(pendantLaFrappe.ecrit, "nom999");
    await onglet.evaluer(() => relancerLHorloge());
    await bientot(async () => assert.deepEqual(await classe.dits(".eleves tbody th"), ["NOM999"]));
    await bientot(async () => assert.equal((await classe.dits("progress")).length, 0, "still judging"));
    await onglet.sansErreur();
    await onglet.fermer();
  });

  test(`${nom}: what is typed in the search counts for what is asked next, without a rest`, DELAI, async () => {
    const classe = await ouvrir(navigateurs[nom]);
    await classe.travailler();
    const fiches = await classe.onglet.evaluer(() => {
      const racine = temoin.racine();
      const champ = racine.querySelector("#chercher");
      champ.value = "silv";
      champ.dispatchEvent(new InputEvent("input", { bubbles: true }));
      racine.querySelector("#imprimer").click();
      return racine.querySelectorAll(".fiche-eleve").length;
    });
    assert.equal(fiches, 1);
    await classe.onglet.fermer();
  });
}
