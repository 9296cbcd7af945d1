// Every state of the class mode: axe in two lights and two browsers, the ruler at each size, the system's colours, HTML.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { couleursSansViolation, sansViolation, voitUnDefaut } from "./commun/axe.mjs";
import { ouvrirLaClasse } from "./commun/classe.mjs";
import { ETATS_DE_CLASSE, dansChaqueEtatDeClasse } from "./commun/etats-classe.mjs";
import { htmlValide } from "./commun/html.mjs";
import { mesurer } from "./commun/mesures.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerMesuresSansCouleur } from "./commun/sans-couleur.mjs";
import { servirLeSite } from "./commun/site.mjs";

let navigateur, site;
before(async () => {
  navigateur = await lancerChromium();
  site = await servirLeSite();
});
after(async () => {
  await navigateur?.fermer();
  await site?.fermer();
});

const ouvrir = (options) => ouvrirLaClasse(navigateur, site, options);

/** What must hold in every state, in a window of its own. */
async function partout(options, examiner) {
  const classe = await ouvrir(options);
  await dansChaqueEtatDeClasse(classe, (nom) => examiner(classe.onglet, nom));
  await classe.onglet.sansErreur();
  await classe.onglet.fermer();
}

describe("chaque état d'une classe", { concurrency: 2 }, () => {
  for (const [largeur, hauteur] of [[1280, 900], [768, 900], [320, 256]]) {
    test(`axe ne trouve rien, en clair et en sombre, et le HTML est valide, à ${largeur} px`, DELAI, async (t) => {
      t.diagnostic(`N = ${ETATS_DE_CLASSE.length} states`);
      let dernier;
      await partout({ largeur, hauteur }, async (onglet, nom) => {
        dernier = nom;
        await onglet.theme("light");
        await sansViolation(onglet, `${nom}, light`);
        await onglet.theme("dark");
        await couleursSansViolation(onglet, `${nom}, dark`);
        await htmlValide(onglet, nom);
        if (nom === "tableau") await voitUnDefaut(onglet, nom);
      });
      assert.equal(dernier, ETATS_DE_CLASSE.at(-1).nom);
    });
  }

  test("rien ne déborde à 400 %, ni avec l'espacement du lecteur", DELAI, async () => {
    await partout({ largeur: 320, hauteur: 256 }, async (onglet, nom) => {
      await mesurer(onglet, ["debordements", "chevauchements", "cibles", "references"], nom);
      for (const dedans of [false, true]) {
        await onglet.evaluer((d) => mesures.espacer(d), dedans);
        await mesurer(onglet, ["debordements", "chevauchements"], `${nom}, spaced ${dedans ? "inside" : "outside"}`);
        await onglet.evaluer(() => mesures.desespacer());
      }
    });
  });

  for (const largeur of [1280, 640, 320]) {
    test(`le texte grossi deux fois tient dans ${largeur} px`, DELAI, async () => {
      await partout({ largeur }, async (onglet, nom) => {
        await onglet.evaluer(() => mesures.grossir(true));
        // The frame is measured again when the window changes: so does a zoom of text, by hand.
        await onglet.evaluer(() => dispatchEvent(new Event("resize")));
        await mesurer(onglet, ["debordements", "chevauchements"], `${nom}, 200 % at ${largeur}`);
        await onglet.evaluer(() => mesures.grossir(false));
        await onglet.evaluer(() => dispatchEvent(new Event("resize")));
      });
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    test(`les couleurs du système laissent voir contrôles, focus et états, en ${colorScheme}`, DELAI, async () => {
      const classe = await ouvrir({ forcedColors: "active", colorScheme });
      await classe.onglet.evaluer(installerMesuresSansCouleur);
      await classe.onglet.touche("Tab");
      await dansChaqueEtatDeClasse(classe, (nom) =>
        mesurer(classe.onglet, ["controles", "cadres", "coches", "mots", "anneaux"], nom),
      );
      await classe.onglet.fermer();
    });
  }

  test("chaque cible fait 44 px, chaque focus se voit, rien ne bouge", DELAI, async () => {
    const classe = await ouvrir({ reducedMotion: "reduce" });
    await classe.onglet.touche("Tab");
    await dansChaqueEtatDeClasse(classe, async (nom) => {
      await mesurer(classe.onglet, ["debordements", "chevauchements", "cibles", "references", "mouvements"], nom);
      for (const theme of ["light", "dark"]) {
        await classe.onglet.theme(theme);
        await mesurer(classe.onglet, ["anneaux"], `${nom}, ${theme}`);
      }
    });
    await classe.onglet.fermer();
  });

  for (const [largeur, hauteur, theme] of [[1280, 900, "light"], [320, 256, "dark"]]) {
    test(`Firefox n'y trouve rien, à ${largeur} px, en ${theme}`, DELAI, async (t) => {
      const firefox = await lancerFirefox({ theme });
      t.after(() => firefox.fermer());
      const classe = await ouvrirLaClasse(firefox, site, { largeur, hauteur });
      await classe.onglet.touche("Tab");
      await dansChaqueEtatDeClasse(classe, async (nom) => {
        await sansViolation(classe.onglet, nom);
        await mesurer(classe.onglet, ["debordements", "chevauchements", "cibles", "references", "anneaux"], nom);
      });
    });
  }
});
