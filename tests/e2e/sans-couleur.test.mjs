// The widget without its colours: those of the system in their place, shades of grey, nothing but shapes and words.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { ETATS_ATTENDUS, dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { habiller, mesurer } from "./commun/mesures.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { installerMesuresSansCouleur } from "./commun/sans-couleur.mjs";
import { servirLeSite } from "./commun/site.mjs";

// Fewer would mean that something is no longer read.
const LABELS_ATTENDUS = 11;
const MESURES = ["controles", "cadres", "coches", "mots"];

let navigateur, site, etats;
before(async () => {
  navigateur = await lancerChromium();
  site = await servirLeSite();
  const onglet = await ouvrir();
  etats = await trouverLesEtats(onglet);
  await onglet.fermer();
}, DELAI);
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

async function ouvrir(options) {
  const onglet = await ouvrirPourExaminer(navigateur, site, options);
  await onglet.evaluer(installerMesuresSansCouleur);
  // From here on the browser takes this person for a keyboard user, and shows the focus.
  await onglet.touche("Tab");
  return onglet;
}

const etat = (ecran, variante) => etats.find((e) => e.ecran === ecran && e.variante === variante);

describe("sans couleur", { concurrency: 2 }, () => {
  for (const colorScheme of ["light", "dark"]) {
    test(`les couleurs du système laissent voir contrôles, focus, choix et réponses, en ${colorScheme}`, DELAI, async (t) => {
      t.diagnostic(`N = ${etats.length} states`);
      assert.ok(etats.length >= ETATS_ATTENDUS, `only ${etats.length} states`);
      const onglet = await ouvrir({ forcedColors: "active", colorScheme });
      assert.ok(await onglet.evaluer(() => matchMedia("(forced-colors: active)").matches), "the colours are the system's");
      await dansChaqueEtat(onglet, etats, ({ nom }) => mesurer(onglet, [...MESURES, "anneaux"], nom));
      await onglet.fermer();
    });
  }

  test("en gris, un choix se voit à sa forme, une erreur se lit, deux états n'ont jamais les mêmes mots", DELAI, async (t) => {
    const onglet = await ouvrir();
    const vus = [];
    await dansChaqueEtat(onglet, etats, async ({ nom }) => {
      for (const theme of ["light", "dark"]) {
        await onglet.theme(theme);
        await mesurer(onglet, ["coches", "mots"], `${nom}, ${theme}`);
      }
      vus.push(...(await onglet.evaluer(() => mesures.tons())));
    });
    const mots = new Set(vus.map((etat) => etat.mots));
    t.diagnostic(`${vus.length} labels, ${mots.size} different`);
    assert.ok(mots.size >= LABELS_ATTENDUS, `only ${mots.size} labels`);
    assert.deepEqual(new Set(vus.map((etat) => etat.ton)), new Set(["oui", "attention", "calme"]), "each colour was met");
    assert.deepEqual(confondus(vus), []);
    const [premier] = vus;
    const autre = { ...premier, ton: premier.ton === "oui" ? "calme" : "oui" };
    assert.deepEqual(confondus([...vus, autre]), [premier.mots], "a state told by its colour alone is caught");
    await onglet.fermer();
  });

  // A measure that finds nothing on a screen spoilt on purpose would prove nothing.
  const DEFAUTS = [
    { mesure: "controles", ecran: ["verification"], style: "button { border: 0 !important; text-decoration: none !important }" },
    { mesure: "controles", ecran: ["code-postal", "vide"], style: "input[type=text] { border-color: Canvas !important }" },
    { mesure: "cadres", ecran: ["resultat", "papiers tenus"], style: ".reponse { border: 0 !important }" },
    { mesure: "cadres", ecran: ["code-postal", "erreur"], style: ".erreur { border-color: Canvas !important }" },
    { mesure: "coches", ecran: ["tranche-age", "vide"], style: "input::after { border-color: Canvas !important }" },
    { mesure: "coches", ecran: ["situations", "vide"], style: "input::after { content: none !important } .option input { border: 1px solid !important }" },
    { mesure: "mots", ecran: ["resultat", "papiers tenus"], geste: () => temoin.racine().querySelector(".etiquette").replaceChildren() },
    { mesure: "mots", ecran: ["code-postal", "erreur"], geste: () => temoin.racine().querySelector(".prefixe").remove() },
    { mesure: "anneaux", ecran: ["verification"], style: ":focus-visible { outline-width: 1px !important }" },
    { mesure: "anneaux", ecran: ["verification"], style: ":focus-visible { outline-color: Canvas !important }" },
  ];
  for (const [rang, { mesure, ecran, style, geste }] of DEFAUTS.entries()) {
    test(`un défaut planté se voit : ${mesure}, ${rang + 1}`, DELAI, async () => {
      const onglet = await ouvrir({ forcedColors: "active" });
      await onglet.evaluer((e) => pilote.aller(e), etat(...ecran));
      assert.deepEqual(await onglet.evaluer((nom) => mesures[nom](), mesure), [], "the screen is sound before");
      await onglet.evaluer(geste ?? habiller, style);
      assert.notDeepEqual(await onglet.evaluer((nom) => mesures[nom](), mesure), []);
      await onglet.fermer();
    });
  }

  test("la règle du mouvement voit celui de qui ne demande pas le calme", DELAI, async () => {
    const onglet = await ouvrir({ reducedMotion: "no-preference" });
    await onglet.evaluer((e) => pilote.aller(e), etat("resultat", "papiers tenus"));
    assert.notDeepEqual(await onglet.evaluer(() => mesures.mouvements()), [], "a chevron turns");
    await onglet.page.emulateMedia({ reducedMotion: "reduce" });
    assert.deepEqual(await onglet.evaluer(() => mesures.mouvements()), []);
    await onglet.fermer();
  });
});

/** The words that stand for two states whose colours differ. */
function confondus(vus) {
  const tons = new Map();
  for (const { ton, mots } of vus) tons.set(mots, (tons.get(mots) ?? new Set()).add(ton));
  return [...tons].filter(([, siens]) => siens.size > 1).map(([mots]) => mots);
}
