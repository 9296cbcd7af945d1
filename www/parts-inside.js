// What a widget is made of, when the page already holds it: see parts.js for the network's.

import * as script from "./element.js";
import inside from "inside";

export async function answer(href) {
  throw new Error(`${href} : cette page ne demande rien au réseau`);
}

/** What the script holds in the place of a file. */
export async function part(content) {
  return new TextEncoder().encode(content);
}

/** @returns {Promise[]} the script and its engine: WebAssembly, or JavaScript */
export function parts() {
  return [Promise.resolve(script), Promise.resolve(inside)];
}
