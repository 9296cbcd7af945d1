// Every state of the widget in Firefox: axe and the ruler, wide and light, then narrow and dark.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { sansViolation, voitUnDefaut } from "./commun/axe.mjs";
import { dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { mesurer } from "./commun/mesures.mjs";
import { lancerFirefox } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";

let site;
before(async () => {
  site = await servirLeSite();
});
after(() => site?.fermer());

// Two browsers at once: the theme is set for a whole Firefox, and the smallest machine of ours has two cores.
describe("chaque état dans Firefox", { concurrency: 2 }, () => {
  for (const [largeur, hauteur, theme] of [[1280, 900, "light"], [320, 256, "dark"]]) {
    test(`axe et la règle ne trouvent rien dans Firefox, à ${largeur} px`, DELAI, async (t) => {
      const navigateur = await lancerFirefox({ theme });
      t.after(() => navigateur.fermer());
      const onglet = await ouvrirPourExaminer(navigateur, site, { largeur, hauteur });
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
    });
  }
});
