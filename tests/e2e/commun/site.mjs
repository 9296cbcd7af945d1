// Serves the repository, so that the pages of tests/e2e/pages can load ../../../www/ from the same origin: there
// stands what is deployed, made of the sources of that folder.

import { join } from "node:path";
import { CSP, servir } from "../../../scripts/servir.mjs";
import { DEPOT } from "./navigateur.mjs";

export { CSP };

const SITE = join(DEPOT, "dist/pass-numerique");

/** A day when the campaign was open: the real today is after its end. */
export const JOUR = "2024-03-15";

export async function servirLeSite(options = {}) {
  const site = await servir({ racine: DEPOT, dossiers: { "/www/": SITE }, ...options });
  return {
    ...site,
    demo: (jour = JOUR) => `${site.url}/www/index.html?pn-date-depot=${jour}`,
    page: (nom) => `${site.url}/tests/e2e/pages/${nom}.html`,
  };
}
