// Serves the repository, so that the pages of tests/e2e/pages can load ../../../www/ from the same origin.

import { CSP, servir } from "../../../scripts/servir.mjs";
import { DEPOT } from "./navigateur.mjs";

export { CSP };

/** A day when the campaign was open: the real today is after its end. */
export const JOUR = "2024-03-15";

export async function servirLeSite(options = {}) {
  const site = await servir({ racine: DEPOT, ...options });
  return {
    ...site,
    demo: (jour = JOUR) => `${site.url}/www/index.html?pn-date-depot=${jour}`,
    page: (nom) => `${site.url}/tests/e2e/pages/${nom}.html`,
  };
}
