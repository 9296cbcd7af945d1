// What a widget is made of, in a bundle: the engine is the one of the functions, loaded once for both.

import * as script from "../element.js";
import { lasting } from "../lasting.js";

let compiled;

export async function answer(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} (${response.status})`);
  return response;
}

async function compile() {
  return WebAssembly.compile(await (await answer(new URL("./pass_numerique_bg.wasm", import.meta.url))).arrayBuffer());
}

/** @returns {Promise[]} the script and the compiled WebAssembly; what has failed is asked for again */
export function parts() {
  compiled ??= lasting(compile).catch((error) => {
    compiled = undefined;
    throw error;
  });
  return [script, compiled];
}
