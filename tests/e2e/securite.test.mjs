// What docs/securite.md promises: in each form, whole paths, and a closed list of all that was asked for, written, told.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { cadrePret } from "./commun/cadre.mjs";
import { installerMouchard } from "./commun/mouchard.mjs";
import { DEPOT, lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";
import { DEPLOYE, JOUR, servirLeSite } from "./commun/site.mjs";

const PROMESSES = await readFile(join(DEPOT, "docs/securite.md"), "utf8");

/** The events, as the document lists them for those who count visits. */
const EVENEMENTS = Object.fromEntries(
  [...PROMESSES.matchAll(/^\| `(pass-numerique-\w+)` \|(.*?)\|/gm)].map(([, nom, cles]) => [nom, [...cles.matchAll(/`(\w+)`/g)].map(([, cle]) => cle).sort()]),
);

test("le document nomme les événements, et ses preuves existent", async () => {
  assert.deepEqual(Object.keys(EVENEMENTS), ["pret", "etape", "resultat", "recommence", "erreur"].map((nom) => `pass-numerique-${nom}`));
  const preuves = [...PROMESSES.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, chemin]) => chemin);
  assert.ok(preuves.length >= 6, preuves.join(" "));
  for (const chemin of preuves) assert.ok((await readdir(join(DEPOT, chemin, ".."))).includes(chemin.split("/").at(-1)), chemin);
});

const REPONSES = { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: true, hebergement: "a-son-nom" };

/** From the first screen to the result, a sheet, and a new start. In the page. */
async function toutFaire([reponses, jour]) {
  window.print = () => {};
  const widget = document.querySelector("pass-numerique");
  const racine = widget.shadowRoot;
  racine.querySelector("[data-action=commencer]").click();
  for (let pas = 0; pas < 20 && pilote.question() !== null; pas += 1) {
    pilote.remplir(reponses, jour);
    racine.querySelector("form[data-question] button[type=submit]").click();
  }
  racine.querySelector("[data-action=voir-resultat]").click();
  const { verdict } = widget.bilan.decisions[0];
  widget.imprimer();
  widget.recommencer();
  return verdict;
}

const PARCOURS = {
  async particulier(page) {
    await page.evaluate(installerPilote);
    assert.equal(await page.evaluate(toutFaire, [REPONSES, JOUR]), "eligible");
  },
  async guichet(page, onglet) {
    await page.evaluate(() => document.querySelector("pass-numerique").recommencer());
    for (const signe of "3/9/79⏎62000⏎1⏎1⏎1⏎") await onglet.touche(signe === "⏎" ? "Enter" : signe);
    await page.evaluate(() => document.querySelector("pass-numerique").recommencer());
  },
  async classe(page) {
    await page.evaluate(() => {
      const racine = document.querySelector("pass-numerique").shadowRoot;
      const donnees = new DataTransfer();
      donnees.items.add(new File(["Nom;Prénom;Né(e) le;Classe;CP\r\nAMRANI;Yanis;14/03/2005;TMELEC;59300\r\n"], "eleves.csv"));
      const champ = racine.querySelector("input[type=file]");
      champ.files = donnees.files;
      champ.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await bientot(async () => assert.ok(await page.evaluate(() => document.querySelector("pass-numerique").shadowRoot.querySelector("[data-action=voir]") !== null)));
    await page.evaluate(() => document.querySelector("pass-numerique").shadowRoot.querySelector("[data-action=voir]").click());
    await bientot(async () => assert.ok(await page.evaluate(() => document.querySelector("pass-numerique").shadowRoot.querySelector(".eleves tbody") !== null)));
  },
};

const fichier = (nom) => `${pathToFileURL(join(DEPLOYE, nom))}?pn-date-depot=${JOUR}`;
/** Each form: its address, the mode it shows, what it may ask for once, and whether it keeps steps in the history. */
const FORMES = {
  "la balise": { adresse: (site) => site.page("encadree"), mode: "particulier", demandes: [/\/citizen-[0-9a-f]{8}\.wasm$/, /\/fr-simple-[0-9a-f]{8}\.txt$/, /\/en-[0-9a-f]{8}\.txt$/], historique: true },
  "la page du guichet": { adresse: (site) => `${site.url}/www/guichet.html?pn-date-depot=${JOUR}`, mode: "guichet", demandes: [/\/complete-[0-9a-f]{8}\.wasm$/] },
  "la page d'une classe": { adresse: (site) => `${site.url}/www/classe.html?pn-date-depot=${JOUR}`, mode: "classe", demandes: [/\/complete-[0-9a-f]{8}\.wasm$/] },
  "le cadre": { adresse: (site) => site.page("cadre"), cadre: (site) => `${site.url}/www/frame.html?date-depot=${JOUR}`, mode: "particulier", demandes: [], historique: true },
  "le fichier": { adresse: () => fichier("offline.html"), mode: "particulier", demandes: [], historique: true },
  "le fichier du guichet": { adresse: () => fichier("offline-guichet.html"), mode: "guichet", demandes: [] },
  "le fichier d'une classe": { adresse: () => fichier("offline-classe.html"), mode: "classe", demandes: [] },
};

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, site, libre;
    before(async () => {
      navigateur = await lancer();
      site = await servirLeSite();
      // The strict policy shows no frame.
      libre = await servirLeSite({ csp: null });
    });
    after(async () => {
      await navigateur?.fermer();
      await site?.fermer();
      await libre?.fermer();
    });

    async function ouvrir(t, forme) {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.avant(installerMouchard);
      await onglet.page.goto(forme.adresse(forme.cadre ? libre : site));
      let page = onglet.page;
      if (forme.cadre) {
        await onglet.evaluer((adresse) => {
          const cadre = document.createElement("iframe");
          cadre.title = "Test";
          cadre.src = adresse;
          document.querySelector("main").append(cadre);
        }, forme.cadre(libre));
        page = await cadrePret(onglet.page);
      }
      await bientot(async () => assert.ok(await page.evaluate(async () => {
        await customElements.whenDefined("pass-numerique");
        await document.querySelector("pass-numerique").pret;
        return true;
      })));
      return { onglet, page };
    }

    for (const [titre, forme] of Object.entries(FORMES)) {
      test(`${titre} : tout un chemin ne demande, n'écrit et ne dit que ce qui est promis`, DELAI, async (t) => {
        const { onglet, page } = await ouvrir(t, forme);
        await PARCOURS[forme.mode](page, onglet);
        const notes = await page.evaluate(() => window.mouchard);
        const de = (quoi) => notes.filter(([nature]) => nature === quoi).map(([, dit]) => dit);

        const demandes = de("fetch").filter((url) => !url.includes("campagne"));
        assert.equal(demandes.length, forme.demandes.length, demandes.join(" "));
        for (const [rang, attendu] of forme.demandes.entries()) assert.match(demandes[rang], attendu);

        const etapes = [...de("pushState"), ...de("replaceState")].map((dit) => JSON.parse(dit));
        assert.equal(etapes.length > 0, Boolean(forme.historique), "steps in the history");
        for (const { etat, adresse } of etapes) {
          assert.equal(adresse, undefined, "the address never changes");
          assert.ok(Object.values(etat).every(Number.isInteger), JSON.stringify(etat));
        }
        for (const chemin of de("navigate")) assert.equal(chemin, await page.evaluate(() => location.pathname));

        const evenements = de("evenement").map((dit) => JSON.parse(dit));
        for (const { nom: dit, cles } of evenements) assert.deepEqual(cles, EVENEMENTS[dit], dit);
        if (forme.mode !== "particulier") assert.ok(!evenements.some((e) => /etape|resultat/.test(e.nom)), "a professional mode tells nothing of anybody");

        const permis = ["fetch", "pushState", "replaceState", "navigate", "evenement"];
        assert.deepEqual(notes.filter(([nature]) => !permis.includes(nature)), []);
        if (forme.cadre) {
          const entendus = () => onglet.evaluer(() => window.mouchard.filter(([nature]) => nature === "message").map(([, dit]) => dit));
          await bientot(async () => assert.ok((await entendus()).length > 0, "the frame says nothing"));
          assert.deepEqual([...new Set(await entendus())], ['{"cles":["passNumerique","height","step"]}']);
        }
      });
    }

    test("le mouchard voit ce qu'il doit voir", DELAI, async (t) => {
      const { page } = await ouvrir(t, FORMES["la balise"]);
      const vus = await page.evaluate(async () => {
        mouchard.length = 0;
        await fetch("/www/demo.css");
        localStorage.setItem("a", "b");
        document.cookie = "a=b";
        history.pushState({ reponse: "59000" }, "");
        navigator.sendBeacon("/www/demo.css");
        document.body.dispatchEvent(new CustomEvent("fuite", { detail: { age: 60 } }));
        new BroadcastChannel("a").postMessage("b");
        localStorage.clear();
        return [...new Set(mouchard.map(([nature]) => nature))].filter((nature) => nature !== "navigate");
      });
      assert.deepEqual(vus, ["fetch", "setItem", "cookie", "pushState", "sendBeacon", "evenement", "postMessage"]);
    });
  });
}
