// A page with everything inside: the test, its styles and its engine, under a policy that lets it ask for nothing.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fallback } from "./fallback.mjs";

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * What ends a script, or hides the end of it, is written otherwise: both only ever stand in strings and patterns,
 * where \\x3C is the same character.
 */
const inScript = (code) => code.trim().replaceAll(/<(?=\/script|!--|script)/gi, "\\x3C");

/** The same in a function: a text may hold `$&`, which means something in a replacement. */
const put = (page, mark, text) => {
  if (!page.includes(mark)) throw new Error(`${mark} is not in the page`);
  return page.replace(mark, () => text);
};

/**
 * @param {string} www the folder of the sources
 * @param {string} name of the page in it
 * @param {{ mode: string, wasm: boolean, script: string, style: string }} inside what it holds
 * @returns {Promise<string>} the page
 */
export async function alone(www, name, { mode, wasm, script, style }) {
  const page = await readFile(join(www, name), "utf8");
  const code = inScript(script);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code)}${wasm ? " 'wasm-unsafe-eval'" : ""}`,
    `style-src ${hash(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const parts = {
    "<!-- policy -->": `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    "<!-- fallback -->": await fallback(www, mode),
    "<!-- style -->": `<style>${style}</style>`,
    "<!-- script -->": `<script>${code}</script>`,
  };
  return Object.entries(parts).reduce((text, [mark, part]) => put(text, mark, part), page);
}
