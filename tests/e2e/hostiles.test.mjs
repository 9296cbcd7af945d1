// Pages that do the test harm, in each form of delivery: what a person sees, cell by cell, printed as a table.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { sansWebAssembly } from "./commun/dans-la-page.mjs";
import { monterLesFormes, vu } from "./commun/formes.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";

const TEST = "le test";
const REPLI = "les conditions";
/** A cell that has no meaning, and why. */
const sans = (pourquoi) => ({ pourquoi });

const COLONNES = ["element", "cadre", "npm", "fichier", "wordpress"];
const partout = (vu) => Object.fromEntries(COLONNES.map((forme) => [forme, vu]));

const DEDANS = sans("tout est dans le fichier");
const SEUL = sans("aucune page n'est autour");
const STRICTE = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src * data:; frame-src http:";

/** What holds the test in the page around. */
const porteur = (forme) => (forme === "cadre" ? "iframe" : "pass-numerique");

/** The page around adds a script, and waits until it has run. */
const ajouterUnScript = (page, adresse) => page.evaluate((src) => new Promise((suite, echec) => {
  const balise = Object.assign(document.createElement("script"), { type: "module", src, crossOrigin: "anonymous", onload: suite, onerror: echec });
  document.head.append(balise);
}), adresse);

/** Its address changes: a browser does not run one module twice. */
const leMemeScript = (page) => page.evaluate(() => {
  const scripts = [...document.querySelectorAll("script[type=module]")].map(({ src }) => src);
  return `${scripts.find((src) => /pass-numerique|assemble|frame/.test(src))}?encore`;
});

/**
 * Each row: what is around the test, what the page does once the test is there, and what a person then sees.
 * `maintenant`: it is seen while something is still awaited.
 */
const LIGNES = {
  "sans JavaScript": { autour: { javascript: false }, maintenant: true, attendu: partout(REPLI) },
  "script introuvable": {
    autour: { absent: "script" },
    // The script around the frame only gives it its height.
    attendu: { ...partout(REPLI), cadre: TEST, fichier: DEDANS },
  },
  "WebAssembly introuvable": { autour: { absent: "wasm" }, attendu: { ...partout(REPLI), cadre: DEDANS, fichier: DEDANS } },
  "réseau lent, script": {
    autour: { retenu: "script" },
    maintenant: true,
    attendu: { ...partout(REPLI), cadre: sans("ligne suivante"), fichier: DEDANS },
  },
  "réseau lent, au milieu": {
    autour: { retenu: "wasm" },
    cadre: { lent: true },
    maintenant: true,
    attendu: { ...partout(REPLI), fichier: DEDANS },
  },
  "politique sans wasm-unsafe-eval": {
    autour: { csp: STRICTE.replace(" 'wasm-unsafe-eval'", "") },
    // The frame has its own policy, and the one around says nothing of it.
    attendu: { ...partout(TEST), fichier: SEUL },
  },
  "navigateur sans WebAssembly": { autour: { avant: sansWebAssembly }, attendu: partout(TEST) },
  "Trusted Types": {
    autour: { csp: `${STRICTE}; require-trusted-types-for 'script'; trusted-types 'none'` },
    // Its own policy, in its first lines, says so already.
    attendu: partout(TEST),
  },
  "sandbox sans allow-forms": {
    autour: { csp: "sandbox allow-scripts allow-same-origin" },
    cadre: { sandbox: "allow-scripts allow-same-origin" },
    attendu: { ...partout(TEST), fichier: SEUL },
  },
  "sandbox sans allow-same-origin": {
    autour: { csp: "sandbox allow-scripts allow-forms" },
    cadre: { sandbox: "allow-scripts allow-forms" },
    // Such a page is another site to its own server, which does not give scripts to other sites.
    attendu: { ...partout(REPLI), cadre: TEST, fichier: SEUL },
  },
  "sandbox sans allow-scripts": {
    autour: { csp: "sandbox" },
    cadre: { sandbox: "allow-forms" },
    maintenant: true,
    attendu: { ...partout(REPLI), fichier: SEUL },
  },
  "inclus deux fois": {
    faire: async ({ onglet }) => ajouterUnScript(onglet.page, await leMemeScript(onglet.page)),
    attendu: { ...partout(TEST), fichier: SEUL },
  },
  "deux versions": {
    async faire({ onglet }, forme) {
      await ajouterUnScript(onglet.page, "/autre-version.js");
      // Of two elements the first stays; the frame's script follows a frame of another version, and says so too.
      const dit = forme === "cadre" ? /^pass-numerique : 9\.9\.9 != \d/ : /^pass-numerique : \d\S+ != 9\.9\.9$/;
      await bientot(() => assert.ok(onglet.console.some(({ texte }) => dit.test(texte)), JSON.stringify(onglet.console)));
    },
    attendu: { ...partout(TEST), fichier: SEUL },
  },
  "déplacé dans la page": {
    faire: ({ onglet }, forme) => onglet.evaluer((quoi) => document.body.prepend(document.querySelector(quoi)), porteur(forme)),
    attendu: { ...partout(TEST), fichier: SEUL },
  },
  "retiré pendant le chargement, puis remis": {
    autour: { retenu: "wasm" },
    cadre: { retenu: "cadre" },
    async avant({ onglet, demande, liberer }, forme) {
      await demande;
      await onglet.page.evaluate((quoi) => {
        window.retire = document.querySelector(quoi);
        window.place = window.retire.parentElement;
        window.retire.remove();
      }, porteur(forme));
      // A frame that is taken out asks for nothing any more.
      const recu = forme === "cadre" ? null : onglet.page.waitForResponse(/\.wasm$/);
      liberer();
      await recu;
      await onglet.page.evaluate(() => window.place.append(window.retire));
    },
    attendu: { ...partout(TEST), fichier: SEUL },
  },
  "l'hôte écoute popstate": {
    async faire({ onglet, dedans }) {
      await onglet.page.evaluate(() => addEventListener("popstate", ({ state }) => (window.entendus ??= []).push(state)));
      await dedans().evaluate(installerPilote);
      const question = () => dedans().evaluate(() => pilote.question());
      await dedans().evaluate(() => {
        const racine = document.querySelector("pass-numerique").shadowRoot;
        racine.querySelector("[data-action=commencer]").click();
        pilote.remplir({ "code-postal": "59000" }, "2024-03-15");
        racine.querySelector("form[data-question] button[type=submit]").click();
      });
      await bientot(async () => assert.equal(await question(), "tranche-age"));
      await onglet.page.evaluate(() => history.back());
      await bientot(async () => assert.equal(await question(), "code-postal"));
      await onglet.page.evaluate(() => history.back());
      await bientot(async () => assert.equal(await question(), null));
      const entendus = await onglet.page.evaluate(() => window.entendus ?? []);
      const chiffres = entendus.flatMap((etat) => Object.values(etat ?? {}));
      assert.ok(chiffres.every(Number.isInteger), JSON.stringify(entendus));
    },
    attendu: partout(TEST),
  },
  "l'hôte réécrit son DOM": {
    faire: ({ onglet }, forme) => onglet.evaluer((quoi) => {
      const place = document.querySelector(quoi).parentElement;
      // As a framework does that draws a page again from its text.
      place.innerHTML = place.innerHTML.replaceAll("<!-- -->", "");
    }, porteur(forme)),
    attendu: { ...partout(TEST), fichier: SEUL },
  },
};

describe("une page hostile", () => {
  let navigateur, formes;
  const vues = {};
  before(async () => {
    navigateur = await lancerChromium();
    formes = await monterLesFormes(navigateur);
  }, DELAI);
  after(async () => {
    await formes?.fermer();
    await navigateur?.fermer();
  });

  for (const [nom, { autour, avant, faire, maintenant, attendu, ...particulier }] of Object.entries(LIGNES)) {
    test(`${nom} : chaque forme montre ce qui est dit`, DELAI, async () => {
      vues[nom] = {};
      for (const forme of COLONNES) {
        if (attendu[forme].pourquoi) {
          vues[nom][forme] = `– (${attendu[forme].pourquoi})`;
          continue;
        }
        const ouverte = await formes.ouvrir(forme, particulier[forme] ?? autour);
        await avant?.(ouverte, forme);
        if (faire) {
          await bientot(() => assert.ok(ouverte.dedans()));
          assert.ok(await bientot(() => ouverte.dedans().evaluate(async () => {
            await customElements.whenDefined("pass-numerique");
            return document.querySelector("pass-numerique").pret.then(() => true);
          })));
          await faire(ouverte, forme);
        }
        // Shown late is as good; shown and then replaced is not: what is awaited has come or failed.
        await bientot(async () => assert.equal(await vu(ouverte, { maintenant }), attendu[forme], `${nom}, ${forme}`));
        vues[nom][forme] = attendu[forme];
        await ouverte.fermer();
      }
    });
  }

  test("le tableau est complet", (t) => {
    const titres = ["", "élément", "cadre", "npm", "fichier", "WordPress"];
    const lignes = Object.entries(vues).map(([nom, une]) => [nom, ...COLONNES.map((forme) => une[forme])]);
    assert.deepEqual(lignes.map(([nom]) => nom), Object.keys(LIGNES));
    assert.ok(lignes.every((une) => une.every(Boolean)), "a cell was not seen");
    const largeurs = titres.map((titre, rang) => Math.max(titre.length, ...lignes.map((une) => une[rang].length)));
    for (const une of [titres, largeurs.map((n) => "-".repeat(n)), ...lignes]) {
      t.diagnostic(`| ${une.map((texte, rang) => texte.padEnd(largeurs[rang])).join(" | ")} |`);
    }
  });
});
