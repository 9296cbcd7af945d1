// Each state of the counter, measured: axe, overflow, spacing, big text, targets, rings, HTML, the system's colours.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { couleursSansViolation, sansViolation, voitUnDefaut } from "./commun/axe.mjs";
import { dansChaqueEtat } from "./commun/etats.mjs";
import { ETATS, ouvrirLeGuichet } from "./commun/guichet.mjs";
import { htmlValide } from "./commun/html.mjs";
import { habiller, installerMesures, mesurer } from "./commun/mesures.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerMesuresSansCouleur } from "./commun/sans-couleur.mjs";
import { servirLeSite } from "./commun/site.mjs";

// Too low for anything to stick: what lies over the rest on purpose is not measured.
const BAS = 560;
const SANS_COULEUR = ["controles", "cadres", "coches", "mots", "anneaux"];

let chromium, site;
before(async () => {
  chromium = await lancerChromium();
  site = await servirLeSite();
});
after(async () => {
  await chromium?.fermer();
  await site?.fermer();
});

/** Goes through the states in one tab. */
async function partout(navigateur, options, examiner, etats = ETATS) {
  const agent = await ouvrirLeGuichet({ navigateur, site }, { hauteur: BAS, ...options });
  const { onglet } = agent;
  const atteindre = async (etat) => {
    await agent.atteindre(etat);
    await onglet.evaluer(installerMesures);
    await onglet.evaluer(installerMesuresSansCouleur);
  };
  await dansChaqueEtat(onglet, etats, (etat) => examiner(onglet, etat), atteindre);
  return onglet;
}

/** In one column, each text is under the one read before it, or beside it and after. Runs in the page. */
function retoursEnArriere() {
  const textes = document.createTreeWalker(temoin.racine().querySelector(".guichet"), NodeFilter.SHOW_TEXT);
  const retours = [];
  let avant;
  let nombre = 0;
  while (textes.nextNode()) {
    const { parentElement: e, data } = textes.currentNode;
    // A key is drawn beside its choice, and said to nobody.
    if (data.trim() === "" || !e.checkVisibility({ visibilityProperty: true }) || e.closest(".invisible, [aria-hidden]")) continue;
    const portee = document.createRange();
    portee.selectNodeContents(textes.currentNode);
    const ici = portee.getBoundingClientRect();
    nombre += 1;
    const recule = avant && ici.top < avant.bottom - 1 && (ici.bottom <= avant.top + 1 ? ici.left < avant.right : ici.right < avant.left);
    if (recule) retours.push(`« ${data.trim().slice(0, 40)} » goes back`);
    avant = ici;
  }
  return { nombre, retours };
}

// The warning lies over the name and the keys.
const auSol = ({ secondes }) => (secondes ? ["debordements"] : ["debordements", "chevauchements"]);

describe("chaque état du guichet", { concurrency: 2 }, () => {
  for (const largeur of [1280, 768, 320]) {
    test(`axe et la règle ne trouvent rien à ${largeur} px, en clair et en sombre`, DELAI, async () => {
      let champs = 0;
      const onglet = await partout(chromium, { largeur }, async (onglet, etat) => {
        champs += await sansViolation(onglet, etat.nom);
        await mesurer(onglet, [...auSol(etat), "references"], etat.nom);
        await onglet.theme("dark");
        await couleursSansViolation(onglet, `${etat.nom}, dark`);
        await onglet.theme("light");
      });
      assert.ok(champs > 300, `only ${champs} fields examined`);
      await voitUnDefaut(onglet, "guichet");
      await onglet.fermer();
    });
  }

  for (const theme of ["light", "dark"]) {
    test(`axe et la règle ne trouvent rien dans Firefox, en ${theme}`, DELAI, async (t) => {
      const firefox = await lancerFirefox({ theme });
      t.after(() => firefox.fermer());
      for (const largeur of [1280, 320]) {
        const onglet = await partout(firefox, { largeur }, async (onglet, etat) => {
          await sansViolation(onglet, etat.nom);
          await mesurer(onglet, [...auSol(etat), "references", "anneaux"], `${etat.nom}, ${largeur} px`);
        });
        const sombre = await onglet.evaluer(() => matchMedia("(prefers-color-scheme: dark)").matches);
        assert.equal(sombre, theme === "dark", "the theme asked for");
        await voitUnDefaut(onglet, theme);
        await onglet.fermer();
      }
    });
  }

  test("à 320 × 256, rien ne déborde ni ne se recouvre, ni avec l'espacement du lecteur", DELAI, async () => {
    const onglet = await partout(chromium, { largeur: 320, hauteur: 256 }, async (onglet, etat) => {
      await mesurer(onglet, auSol(etat), etat.nom);
      for (const dedans of [false, true]) {
        await onglet.evaluer((d) => mesures.espacer(d), dedans);
        await mesurer(onglet, auSol(etat), `${etat.nom}, spaced ${dedans ? "inside" : "outside"}`);
        await onglet.evaluer(() => mesures.desespacer());
      }
    });
    await onglet.fermer();
  });

  for (const largeur of [1280, 320]) {
    test(`le texte grossi deux fois tient dans ${largeur} px, sans mot coupé`, DELAI, async () => {
      const onglet = await partout(chromium, { largeur }, async (onglet, etat) => {
        await onglet.evaluer(() => mesures.grossir(true));
        await mesurer(onglet, [...auSol(etat), "motsCoupes"], etat.nom);
      });
      await onglet.fermer();
    });
  }

  test("sous le doigt, chaque cible a 44 px ; rien ne bouge pour qui demande le calme", DELAI, async () => {
    for (const largeur of [768, 320]) {
      const onglet = await partout(chromium, { largeur, hauteur: 1024, hasTouch: true, isMobile: true, reducedMotion: "reduce" }, async (onglet, { nom }) => {
        await mesurer(onglet, ["cibles", "mouvements"], `${nom}, ${largeur} px`);
      });
      await onglet.fermer();
    }
  });

  test("chaque focus se voit, en clair et en sombre", DELAI, async () => {
    const onglet = await partout(chromium, {}, async (onglet, { nom }) => {
      for (const theme of ["light", "dark"]) {
        await onglet.theme(theme);
        await mesurer(onglet, ["anneaux"], `${nom}, ${theme}`);
      }
    });
    await onglet.fermer();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`les couleurs du système laissent voir contrôles, choix, réponses et focus, en ${colorScheme}`, DELAI, async () => {
      const onglet = await partout(chromium, { forcedColors: "active", colorScheme }, (onglet, { nom }) => mesurer(onglet, SANS_COULEUR, nom));
      assert.ok(await onglet.evaluer(() => matchMedia("(forced-colors: active)").matches), "the colours are the system's");
      await onglet.fermer();
    });
  }

  test("dans Firefox aussi, les couleurs du système suffisent", DELAI, async (t) => {
    const firefox = await lancerFirefox({ couleursDuSysteme: true });
    t.after(() => firefox.fermer());
    const onglet = await partout(firefox, {}, (onglet, { nom }) => mesurer(onglet, SANS_COULEUR, nom));
    assert.ok(await onglet.evaluer(() => matchMedia("(forced-colors: active)").matches), "the colours are the system's");
    await onglet.fermer();
  });

  test("l'ordre de lecture est celui de la page, colonne après colonne", DELAI, async () => {
    let lus = 0;
    const onglet = await partout(chromium, { largeur: 320 }, async (onglet, { nom }) => {
      const { nombre, retours } = await onglet.evaluer(retoursEnArriere);
      lus += nombre;
      if (retours.length > 0) assert.fail(`${nom}\n  ${retours.join("\n  ")}`);
    }, ETATS.filter(({ secondes }) => !secondes));
    assert.ok(lus > 500, `only ${lus} texts`);
    await onglet.evaluer(() => temoin.racine().querySelector(".guichet-reponse").after(temoin.racine().querySelector(".guichet-questions")));
    assert.deepEqual((await onglet.evaluer(retoursEnArriere)).retours, [], "the page follows its order");
    await onglet.evaluer(habiller, ".guichet-corps { display: flex; flex-direction: column-reverse }");
    assert.notDeepEqual((await onglet.evaluer(retoursEnArriere)).retours, [], "an order that is not that of the page is caught");
    await onglet.fermer();
  });

  test("le HTML de chaque état est valide", DELAI, async () => {
    const onglet = await partout(chromium, {}, (onglet, { nom }) => htmlValide(onglet, nom));
    await onglet.fermer();
  });
});
