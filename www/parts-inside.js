// What a widget is made of, when the page already holds it: see parts.js for the network's.

import * as script from "./element.js";
import bytes from "wasm";

let compiled;

export async function answer(href) {
  throw new Error(`${href} : cette page ne demande rien au réseau`);
}

/** @returns {Promise[]} */
export function parts() {
  compiled ??= WebAssembly.compile(bytes);
  return [script, compiled];
}
