// The frame of the test, in the page around it.

import assert from "node:assert/strict";
import { bientot } from "./attente.mjs";

/** The frame of the page, in any browser, or its twin in JavaScript; nothing while it is not there. */
export const cadreDe = (page) => page.frames().find((un) => /\/frame(-javascript)?\.html/.test(un.url()));

/**
 * The frame, once its test is ready: the browser tells of it after the page around does.
 * @param {RegExp} [adresse] what it must be by then: a frame that its twin is about to replace answers nothing
 */
export const cadrePret = (page, adresse = /./) => bientot(async () => {
  const cadre = cadreDe(page);
  assert.ok(cadre, "no frame");
  assert.match(cadre.url(), adresse);
  // What it waits for, or what stopped it: else nobody could tell from the outside.
  const vu = await cadre.evaluate(async () => {
    const test = document.querySelector("pass-numerique");
    let etat = test ? "en chemin" : "absent";
    test?.pret?.then(() => (etat = "prêt"), (erreur) => (etat = `arrêté : ${erreur} ${erreur.stack}`));
    // A promise that is settled has told it by then.
    await null;
    return {
      pret: Boolean(test?.bilan),
      etat,
      page: location.href,
      chargement: document.readyState,
    };
  });
  assert.ok(vu.pret, `the test is not ready: ${JSON.stringify(vu)}`);
  return cadre;
});
