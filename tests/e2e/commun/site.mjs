// Serves the repository, so that the pages of tests/e2e/pages can load ../../../www/ from the same origin: there
// stands what is deployed, made of the sources of that folder.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CSP, servir } from "../../../scripts/servir.mjs";
import { DEPOT } from "./navigateur.mjs";

export { CSP };

export const DEPLOYE = join(DEPOT, "dist/pass-numerique");

/** What the loader asks for, for a citizen: a script and its WebAssembly. */
export const [SCRIPT, WASM] = ["js", "wasm"].map((sorte) => readdirSync(DEPLOYE).find((nom) => nom.startsWith("citizen-") && nom.endsWith(sorte)));

/** The same with a host's catalogues and the professional modes. */
export const COMPLETS = Object.fromEntries(["js", "wasm"].map((sorte) => [sorte, readdirSync(DEPLOYE).find((nom) => nom.startsWith("complete-") && nom.endsWith(sorte))]));

/** What it asks for instead of the WebAssembly where that is refused: the same engine in JavaScript, of one build and of the other. */
export const [MOTEUR, MOTEUR_COMPLET] = ["citizen", "complete"].map((sorte) => readdirSync(DEPLOYE).find((nom) => nom.startsWith(`engine-${sorte}-`)));

/** What it asks for after the first screen: the other languages, by their tags. */
export const LANGUES = Object.fromEntries(
  ["fr-simple", "en"].map((langue) => [langue, readdirSync(DEPLOYE).find((nom) => nom.startsWith(`${langue}-`) && nom.endsWith(".txt"))]),
);

/** A day when the campaign was open: the real today is after its end. */
export const JOUR = "2024-03-15";

export async function servirLeSite(options = {}) {
  const site = await servir({ racine: DEPOT, dossiers: { "/www/": DEPLOYE }, ...options });
  return {
    ...site,
    demo: (jour = JOUR) => `${site.url}/www/index.html?pn-date-depot=${jour}`,
    page: (nom) => `${site.url}/tests/e2e/pages/${nom}.html`,
  };
}
