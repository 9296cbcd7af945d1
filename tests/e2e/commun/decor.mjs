// A browser and a site for the tests of a file, opened before them and closed after, whatever happened.

import { after, before } from "node:test";
import { lancerChromium } from "./navigateur.mjs";
import { servirLeSite } from "./site.mjs";

/** What it gives is filled when the first test begins; another `before` of the file would not wait for it. */
export function monterLeDecor(lancer = lancerChromium) {
  const decor = {};
  before(async () => {
    // One after the other: a browser that is missing must not leave a server that keeps node alive.
    decor.navigateur = await lancer();
    decor.site = await servirLeSite();
  });
  after(async () => {
    await decor.navigateur?.fermer();
    await decor.site?.fermer();
  });
  return decor;
}
