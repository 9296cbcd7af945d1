// What a widget is made of, from the network: a script and its WebAssembly, asked for at once, each checked against
// the hash that the loader holds. A file that is not the one this loader was made with never runs.

import { lasting } from "./lasting.js";
import { refused } from "./refused.js";

const here = new URL(".", import.meta.url).href;

const loaded = new Map();
let failures = 0;

/**
 * A file: a script is run, of anything else come the bytes. What is loaded or on its way is shared by all the widgets;
 * what has failed is forgotten, to be tried again.
 * @param {[string, string]} file its name, and its SHA-384
 */
export function part([name, hash]) {
  if (!loaded.has(name)) {
    const load = name.endsWith("js") ? script : bytes;
    const file = lasting((again) => {
      failures += again;
      return load(here + name, `sha384-${hash}`);
    });
    file.catch(() => loaded.delete(name) && failures++);
    loaded.set(name, file);
  }
  return loaded.get(name);
}

export async function answer(href, integrity) {
  const response = await fetch(href, { integrity });
  if (!response.ok) throw new Error(`${href} (${response.status})`);
  return response;
}

/** `import()` checks nothing: it finds here, already there, a module that was checked. */
function checked(href, integrity) {
  const link = document.createElement("link");
  // Safari before 17 does not preload modules: it takes what it has just checked from its cache.
  if (!link.relList.supports("modulepreload")) return answer(href, integrity);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(href));
    // A policy may go by nonces rather than by origins.
    const { nonce } = document.querySelector("script[nonce]") ?? {};
    document.head.append(Object.assign(link, { rel: "modulepreload", href, integrity, nonce }));
  });
}

async function script(href, integrity) {
  // Firefox never asks again for a module that failed: under another address, it does.
  if (failures) href += `?retry=${failures}`;
  await checked(href, integrity);
  return import(href);
}

// Not as they come: nothing of them is known to be right before the last one.
const bytes = async (href, integrity) => (await answer(href, integrity)).arrayBuffer();

/** @returns {Promise[]} the script and its WebAssembly where it may run, of the citizen's build or of the complete one */
export function parts(complete) {
  // Written by scripts/assembler.mjs: for each build, the name and the SHA-384 of both files.
  const [code, engine] = __BUILDS__[+complete];
  return [part(code), refused ? Promise.resolve() : part(engine)];
}
