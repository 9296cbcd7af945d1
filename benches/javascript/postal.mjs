// Where a postal code is. Which ones exist: the table that scripts/codes-postaux.mjs makes, read as it says.

import { readFileSync } from "node:fs";

const table = readFileSync(new URL("../../src/reglements/codes-postaux.txt", import.meta.url), "utf8");
const codes = new Set();
table.split("\n").forEach((line, prefix) => {
  let position = -10;
  for (const symbol of line) {
    position += symbol === "." ? 20 : symbol.charCodeAt(0) - 96;
    if (symbol !== ".") codes.add(String(1000 * prefix + position).padStart(5, "0"));
  }
});

/** Living in the région: 0 is no, 1 unknown, 2 yes. A code that may be mistyped says nothing until it is confirmed. */
export function home(code, confirmed) {
  if (code === undefined || code === null) return 1;
  if (code === "etranger") return 0;
  if (/^(02|59|60|62|80)/.test(code)) return 2;
  return codes.has(code) || confirmed === true ? 0 : 1;
}
