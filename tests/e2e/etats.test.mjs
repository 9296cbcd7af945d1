// Every state of the widget in Chromium: axe in two themes and two widths, overflow, spacing, targets, rings, HTML.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { couleursSansViolation, sansViolation, voitUnDefaut } from "./commun/axe.mjs";
import { ETATS_ATTENDUS, dansChaqueEtat, ouvrirPourExaminer, trouverLesEtats } from "./commun/etats.mjs";
import { htmlValide, validateurVoit } from "./commun/html.mjs";
import { mesurer } from "./commun/mesures.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";


let navigateur, site, etats, catalogue;
before(async () => {
  navigateur = await lancerChromium();
  site = await servirLeSite();
  const onglet = await ouvrir();
  etats = await trouverLesEtats(onglet);
  // From the engine itself, so that a new question is missed here before anybody forgets it.
  catalogue = await onglet.evaluer(async () => {
    const { default: charger, questions } = await import("/www/pkg/pass_numerique.js");
    await charger();
    return questions().map((question) => question.id);
  });
  await onglet.fermer();
}, DELAI);
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

const ouvrir = (options) => ouvrirPourExaminer(navigateur, site, options);

// Two tabs at once: each has its own process, and the smallest machine of ours has two cores.
describe("chaque état", { concurrency: 2 }, () => {
  test(`au moins ${ETATS_ATTENDUS} états sont examinés, et chaque question du catalogue en est`, DELAI, (t) => {
    const questions = new Set(etats.filter((e) => e.ecran !== "resultat" && e.variante).map((e) => e.ecran));
    const resultats = etats.filter((e) => e.ecran === "resultat").length;
    t.diagnostic(`N = ${etats.length} states: ${questions.size} questions × 4, ${resultats} results`);
    assert.ok(etats.length >= ETATS_ATTENDUS, `only ${etats.length} states`);
    const jamais = catalogue.filter((id) => !questions.has(id));
    assert.deepEqual(jamais, [], "questions of the catalogue that nobody can reach");
  });

  for (const [largeur, hauteur] of [[1280, 900], [320, 256]]) {
    test(`axe ne trouve rien, en clair et en sombre, à ${largeur} px`, DELAI, async (t) => {
      const onglet = await ouvrir({ largeur, hauteur });
      let champs = 0;
      await dansChaqueEtat(onglet, etats, async ({ nom }) => {
        await onglet.theme("light");
        champs += await sansViolation(onglet, `${nom}, light`);
        await onglet.theme("dark");
        await couleursSansViolation(onglet, `${nom}, dark`);
      });
      // The proof that axe sees, on the last of the states and in each theme.
      for (const theme of ["light", "dark"]) {
        await onglet.theme(theme);
        await voitUnDefaut(onglet, theme);
      }
      t.diagnostic(`${champs} fields examined`);
      assert.ok(champs > 500, `only ${champs} fields examined`);
      await onglet.fermer();
    });
  }

  test("rien ne déborde ni ne se recouvre à 320 × 256, ni avec l'espacement du lecteur", DELAI, async () => {
    const onglet = await ouvrir({ largeur: 320, hauteur: 256 });
    await dansChaqueEtat(onglet, etats, async ({ nom }) => {
      await mesurer(onglet, ["debordements", "chevauchements", "cibles", "references"], nom);
      for (const dedans of [false, true]) {
        await onglet.evaluer((d) => mesures.espacer(d), dedans);
        await mesurer(onglet, ["debordements", "chevauchements"], `${nom}, spaced ${dedans ? "inside" : "outside"}`);
        const lettres = await onglet.evaluer(() => Number.parseFloat(getComputedStyle(temoin.racine().querySelector(".titre")).letterSpacing));
        assert.ok(lettres > 1, `the reader's spacing comes in: ${lettres} px between letters`);
        await onglet.evaluer(() => mesures.desespacer());
      }
    });
    await onglet.fermer();
  });

  test("le texte grossi deux fois tient dans 1280 px et dans 640 px", DELAI, async () => {
    const onglet = await ouvrir();
    for (const largeur of [1280, 640]) {
      await onglet.taille(largeur, 900);
      await dansChaqueEtat(onglet, etats, async ({ nom }) => {
        await onglet.evaluer(() => mesures.grossir(true));
        await mesurer(onglet, ["debordements", "chevauchements"], `${nom}, 200 % at ${largeur}`);
        const taille = await onglet.evaluer(() => Number.parseFloat(getComputedStyle(temoin.racine().querySelector(".pn")).fontSize));
        assert.ok(taille >= 32, `the text followed: ${taille} px`);
        await onglet.evaluer(() => mesures.grossir(false));
      });
    }
    await onglet.fermer();
  });

  test("aucun résultat ne dit deux fois la même phrase, dans aucune langue", DELAI, async (t) => {
    const onglet = await ouvrir();
    const resultats = etats.filter(({ decision }) => decision);
    await dansChaqueEtat(onglet, ["fr", "fr-simple", "en"].flatMap((langue) => resultats.map((etat) => ({ ...etat, langue }))), async ({ nom, langue }) => {
      await mesurer(onglet, ["redites"], `${langue} ${nom}`);
    });
    t.diagnostic(`N = ${resultats.length} results in three languages`);
    assert.ok(resultats.length >= 85, `only ${resultats.length} results`);
    await onglet.fermer();
  });

  test("dans 320 px, le texte grossi deux fois tient, et aucun mot qui tient n'est coupé", DELAI, async () => {
    const onglet = await ouvrir();
    await onglet.taille(320, 800);
    await dansChaqueEtat(onglet, etats, async ({ nom }) => {
      await onglet.evaluer(() => mesures.grossir(true));
      await mesurer(onglet, ["debordements", "chevauchements", "motsCoupes"], `${nom}, 200 % at 320`);
      await onglet.evaluer(() => mesures.grossir(false));
    });
    await onglet.fermer();
  });

  test("chaque cible fait 44 px, chaque focus se voit en clair et en sombre, rien ne bouge", DELAI, async () => {
    const onglet = await ouvrir({ reducedMotion: "reduce" });
    // From here on the browser takes this person for a keyboard user, and shows the focus.
    await onglet.touche("Tab");
    await dansChaqueEtat(onglet, etats, async ({ nom }) => {
      await mesurer(onglet, ["debordements", "chevauchements", "cibles", "mouvements"], nom);
      for (const theme of ["light", "dark"]) {
        await onglet.theme(theme);
        await mesurer(onglet, ["anneaux"], `${nom}, ${theme}`);
      }
    });
    await onglet.fermer();
  });

  test("le HTML de chaque état est valide", DELAI, async () => {
    await validateurVoit();
    const onglet = await ouvrir();
    await dansChaqueEtat(onglet, etats, ({ nom }) => htmlValide(onglet, nom));
    await onglet.fermer();
  });
});
