// The same people and the same checks in WebKitGTK, the nearest thing to Safari; then each state on a phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { mesurer } from "./commun/mesures.mjs";
import { declarerLesParcours } from "./commun/parcours.mjs";
import { servirLeSite } from "./commun/site.mjs";
import { lancerWebkit } from "./commun/webkit.mjs";

const REGLES = ["debordements", "chevauchements", "cibles", "references", "anneaux"];

declarerLesParcours(lancerWebkit);

test("chaque état tient dans un petit téléphone", DELAI, async (t) => {
  const navigateur = await lancerWebkit();
  t.after(() => navigateur.fermer());
  const site = await servirLeSite();
  t.after(() => site.fermer());
  const onglet = await ouvrirPourExaminer(navigateur, site, { largeur: 320, hauteur: 568 });
  assert.deepEqual(await onglet.evaluer(() => [innerWidth, innerHeight]), [320, 568], "the size asked for");
  const etats = await trouverLesEtats(onglet);
  await onglet.touche("Tab");
  await dansChaqueEtat(onglet, etats, ({ nom }) => mesurer(onglet, REGLES, nom));
  t.diagnostic(`webkit: N = ${etats.length} states at 320 px`);
  assert.ok(etats.length >= 160, `only ${etats.length} states examined`);

  await onglet.evaluer(() => {
    temoin.racine().querySelector(".titre").style.width = "400px";
  });
  await assert.rejects(mesurer(onglet, REGLES, "canari"), /out of the page/, "a heading too wide is not seen");
});
