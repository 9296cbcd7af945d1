// The engine: its WebAssembly, or the same engine in JavaScript where that is refused, by the policy of the page or by
// the browser.

import { lasting } from "./lasting.js";

// Written by scripts/assembler.mjs: the name and the SHA-384 of that JavaScript; nothing where there is none.
const SCRIPT = __ENGINE__;

/** Made once for all the widgets of the page. */
let made;

async function make(part, bytes) {
  // A file that has not come is another fault.
  const code = await bytes;
  if (typeof code === "function") return code;
  const compiled = code && (await globalThis.WebAssembly?.compile(code).catch(() => undefined));
  if (compiled) return compiled;
  if (!SCRIPT) throw new Error("WebAssembly est refusé, par la politique de la page ou par le navigateur");
  return (await part(SCRIPT)).default;
}

/** @returns {Promise<WebAssembly.Module | Function>} what has failed is tried again */
export function engine(part, bytes) {
  // A page left while its engine compiles, then given back, compiles it again.
  made ??= lasting(() => make(part, bytes)).catch((error) => {
    made = undefined;
    throw error;
  });
  return made;
}
