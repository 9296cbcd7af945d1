// A load that failed is tried again when the element is put in again: one bad moment of the server is not for ever.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { SCRIPT, WASM, servirLeSite } from "./commun/site.mjs";
import { lancerWebkit } from "./commun/webkit.mjs";

// All that the script of the element loads.
const FICHIERS = [SCRIPT, WASM];

/** The first life of the element of the page: how it ended, and what is on screen. */
async function premiereVie() {
  await customElements.whenDefined("pass-numerique");
  const widget = temoin.widget();
  const issue = await widget.pret.then(() => "prêt", () => "échec");
  return { issue, visible: widget.firstElementChild.checkVisibility(), bilan: widget.bilan ?? null };
}

/** Takes the element out and puts it in again, or puts in another one, and waits until it is ready or has failed. */
async function autreVie(neuf) {
  const ancien = temoin.widget();
  const place = ancien.parentElement;
  const widget = neuf ? ancien.cloneNode(true) : ancien;
  ancien.remove();
  const evenement = new Promise((suite) => {
    for (const nom of ["pret", "erreur"]) widget.addEventListener(`pass-numerique-${nom}`, () => suite(nom), { once: true });
  });
  place.append(widget);
  const pret = widget.pret.then(() => "pret", () => "erreur");
  return {
    issue: await evenement,
    pret: await pret,
    titre: temoin.simple(widget.shadowRoot.querySelector(".titre")?.textContent),
    visible: widget.firstElementChild.checkVisibility(),
  };
}

const ECHEC = { issue: "échec", visible: true, bilan: null };
const REPRIS = { issue: "pret", pret: "pret", titre: "Avez-vous droit au pass numérique ?", visible: false };
const codes = () => temoin.evenements.filter((e) => e.nom === "erreur").map((e) => e.detail.code);

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox, WebKit: lancerWebkit })) {
  describe(`dans ${nom}`, () => {
    const enPanne = new Set();
    let navigateur, site;
    before(async () => {
      navigateur = await lancer();
      site = await servirLeSite({ enPanne });
    });
    after(async () => {
      await navigateur?.fermer();
      await site?.fermer();
    });

    /** A page whose element has failed, because of these files. */
    async function echouer(...fichiers) {
      for (const fichier of fichiers) enPanne.add(`/www/${fichier}`);
      const onglet = await navigateur.onglet();
      await onglet.aller(site.page("nue"));
      assert.deepEqual(await onglet.evaluer(premiereVie), ECHEC);
      assert.equal(enPanne.size, 0, `never asked for: ${[...enPanne]}`);
      await oublier(onglet);
      return onglet;
    }

    /** Firefox counts what it says itself of a module or of a hash as an error of the page. */
    async function oublier(onglet) {
      await onglet.ecouter();
      onglet.erreurs.length = 0;
    }

    for (const fichier of FICHIERS) {
      test(`${fichier} manque une fois : le test, remis dans la page, démarre`, DELAI, async () => {
        const onglet = await echouer(fichier);
        assert.deepEqual(await onglet.evaluer(autreVie, false), REPRIS);
        // The witness comes after the load in WebKit.
        if (nom !== "WebKit") assert.deepEqual(await onglet.evaluer(codes), ["chargement"]);
        await onglet.sansErreur();
        await onglet.fermer();
      });
    }

    test("tout manque une fois : un autre test, mis dans la page, démarre", DELAI, async () => {
      const onglet = await echouer(...FICHIERS);
      assert.deepEqual(await onglet.evaluer(autreVie, true), REPRIS);
      await onglet.sansErreur();
      await onglet.fermer();
    });

    test("un test retiré pendant que son chargement échoue démarre quand on le remet", DELAI, async () => {
      const onglet = await echouer(WASM);
      enPanne.add(`/www/${WASM}`);
      await onglet.evaluer(async () => {
        const widget = temoin.widget();
        const place = widget.parentElement;
        widget.remove();
        place.append(widget);
        widget.remove();
        await widget.pret.catch(() => {});
        place.append(widget);
        await widget.pret;
      });
      assert.equal(enPanne.size, 0);
      await oublier(onglet);
      assert.deepEqual(await onglet.evaluer(autreVie, false), REPRIS);
      await onglet.sansErreur();
      await onglet.fermer();
    });

    test("un fichier qui manque deux fois est demandé une troisième", DELAI, async () => {
      for (const fichier of FICHIERS) {
        const onglet = await echouer(fichier);
        enPanne.add(`/www/${fichier}`);
        const { issue, pret, visible } = await onglet.evaluer(autreVie, false);
        assert.deepEqual({ issue, pret, visible }, { issue: "erreur", pret: "erreur", visible: true }, fichier);
        assert.deepEqual(await onglet.evaluer(autreVie, false), REPRIS, fichier);
        await onglet.fermer();
      }
    });
  });
}
