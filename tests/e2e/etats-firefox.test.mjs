// Every state of the widget in Firefox: axe and the ruler, wide and light, then narrow and dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sansViolation, voitUnDefaut } from "./commun/axe.mjs";
import { dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { mesurer } from "./commun/mesures.mjs";
import { lancerFirefox } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";

const DELAI = { timeout: 240_000 };
let navigateur, site;
before(async () => {
  navigateur = await lancerFirefox();
  site = await servirLeSite();
}, DELAI);
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

// Firefox refuses a window narrower than its own minimum: the frame inside is set, not the window.
for (const [largeur, hauteur, theme] of [[1280, 900, "light"], [320, 256, "dark"]]) {
  test(`axe et la règle ne trouvent rien dans Firefox, à ${largeur} px`, DELAI, async (t) => {
    const onglet = await ouvrirPourExaminer(navigateur, site, { largeur, hauteur });
    await onglet.theme(theme);
    assert.equal(await onglet.evaluer(() => innerWidth), largeur, "the width asked for");
    const sombre = await onglet.evaluer(() => matchMedia("(prefers-color-scheme: dark)").matches);
    assert.equal(sombre, theme === "dark", "the theme asked for");
    const etats = await trouverLesEtats(onglet);
    let champs = 0;
    await onglet.touche("Tab");
    await dansChaqueEtat(onglet, etats, async ({ nom }) => {
      champs += await sansViolation(onglet, nom);
      await mesurer(onglet, ["debordements", "chevauchements", "cibles", "references", "anneaux"], nom);
    });
    await voitUnDefaut(onglet, theme);
    t.diagnostic(`N = ${etats.length} states, ${champs} fields examined`);
    assert.ok(champs > 250, `only ${champs} fields examined`);
    await onglet.fermer();
  });
}
