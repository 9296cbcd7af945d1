// What a widget is made of, in a bundle: the engine is the one of the functions, loaded once for both. Where WebAssembly
// is refused, another file holds the script and its engine in JavaScript.

import * as script from "../element.js";
import { lasting } from "../lasting.js";
import { refused } from "../refused.js";

export async function answer(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} (${response.status})`);
  return response;
}

/** Nothing comes after the first screen: all the languages are in the engine. */
export function part() {}

const WASM = new URL("./pass_numerique_bg.wasm", import.meta.url).href;
const SCRIPT = new URL("./element-javascript.js", import.meta.url).href;

async function compiled() {
  return { ...script, engine: await (await answer(WASM)).arrayBuffer() };
}

/** Bundlers copy this file as it is: an import that they follow would put it in what everybody loads. */
const inJavaScript = () => import(/* webpackIgnore: true */ /* @vite-ignore */ SCRIPT);

let whole;

/** @returns {Promise[]} the script and its engine; what has failed is asked for again */
export function parts() {
  whole ??= lasting(refused ? inJavaScript : compiled).catch((error) => {
    whole = undefined;
    throw error;
  });
  return [whole, whole.then(({ engine }) => engine)];
}
