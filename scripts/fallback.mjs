// What people read without JavaScript or WebAssembly: written once, in the demonstration page of each mode.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

export const PAGES = { particulier: "index.html", guichet: "guichet.html", classe: "classe.html" };

/**
 * @param {string} www the folder of the sources
 * @param {keyof PAGES} mode
 * @returns {Promise<string>} the HTML that stands in the element
 */
export async function fallback(www, mode) {
  const page = await readFile(join(www, PAGES[mode]), "utf8");
  const [, inside] = page.match(/<pass-numerique[^>]*>.*?<div class="repli">\s*(.*?)\s*<\/div>\s*<\/pass-numerique>/s);
  return inside;
}

/** The page, with the fallback of a mode at each mark of that mode. */
export async function withFallbacks(www, page) {
  let filled = page;
  for (const mode of Object.keys(PAGES)) {
    const inside = await fallback(www, mode);
    filled = filled.replaceAll(`<!-- fallback ${mode} -->`, () => inside);
  }
  return filled;
}
