// What a widget is made of, in a bundle: the engine is the one of the functions, loaded once for both.

import * as script from "../element.js";
import { lasting } from "../lasting.js";

let engine;

export async function answer(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} (${response.status})`);
  return response;
}

/** Nothing comes after the first screen: all the languages are in the engine. */
export function part() {}

const bytes = async () => (await answer(new URL("./pass_numerique_bg.wasm", import.meta.url))).arrayBuffer();

/** @returns {Promise[]} the script and its WebAssembly; what has failed is asked for again */
export function parts() {
  engine ??= lasting(bytes).catch((error) => {
    engine = undefined;
    throw error;
  });
  return [Promise.resolve(script), engine];
}
