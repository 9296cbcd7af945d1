#!/usr/bin/env node
// From the official list of communes to the two tables the widget embeds:
//
//   src/reglements/codes-postaux.txt   every postal code of a French commune (no CEDEX)
//   src/reglements/departements.json   what a postal code begins with -> name
//
// Format of codes-postaux.txt: line n (the first is 0) holds the codes that begin with the two
// digits n. A line is read from left to right, starting at -10 (so that 59000 and 59010 are both
// "+10", the commonest step, which is what makes the file compress well):
//
//   a to t   move on by 1 to 20 and note a code: 1000 * n + position
//   .        move on by 20, no code there
//
// So "jj.s" on line 59 is 59000, 59010 and, 20 + 19 further, 59049. An empty line has no code.
//
//   node scripts/codes-postaux.mjs              writes both files
//   node scripts/codes-postaux.mjs --verifier   writes nothing, fails if they differ

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const STEP = 20;
const START = -10;
const REGION = ["02", "59", "60", "62", "80"];

const root = new URL("../", import.meta.url);
const read = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/@etalab/decoupage-administratif/data/${name}.json`, root), "utf8"));

function encode(codes) {
  const lines = Array.from({ length: 99 }, () => ({ text: "", position: START }));
  for (const code of codes) {
    const line = lines[Math.floor(code / 1000)];
    let step = (code % 1000) - line.position;
    for (; step > STEP; step -= STEP) line.text += ".";
    line.text += String.fromCharCode(96 + step);
    line.position = code % 1000;
  }
  return lines.map((line) => line.text + "\n").join("");
}

function decode(text) {
  return text.split("\n").flatMap((line, prefix) => {
    let position = START;
    return [...line].flatMap((symbol) => {
      position += symbol === "." ? STEP : symbol.charCodeAt(0) - 96;
      return symbol === "." ? [] : [prefix * 1000 + position];
    });
  });
}

// Corsica's codes begin with 20: Corse-du-Sud has 200 and 201, Haute-Corse the others.
function departement(codePostal) {
  if (codePostal.startsWith("20")) return codePostal < "20200" ? "2A" : "2B";
  return codePostal.slice(0, codePostal >= "97000" ? 3 : 2);
}

/** The first digits of a postal code that say its département: three in Corsica and overseas. */
function prefixe(codePostal) {
  return codePostal.slice(0, codePostal.startsWith("20") || codePostal >= "97000" ? 3 : 2);
}

// Written by hand because an object would move "10" before "01".
function asJson(entries) {
  const lines = entries.map(([code, nom]) => `    ${JSON.stringify(code)}: ${JSON.stringify(nom)}`);
  return `{\n  "$schema": "./schema/catalogue.schema.json",\n  "departements": {\n${lines.join(",\n")}\n  }\n}\n`;
}

const codes = [...new Set(read("communes").flatMap((commune) => commune.codesPostaux ?? []))].sort();
const names = new Map(read("departements").map(({ code, nom }) => [code, nom]));
const noms = [...new Map(codes.map((code) => [prefixe(code), names.get(departement(code))]))];
noms.sort(([a], [b]) => (a < b ? -1 : 1));

const table = encode(codes.map(Number));
if (decode(table).join() !== codes.map(Number).join()) throw new Error("codes-postaux: what is written is not what is read back");
if (noms.some(([, nom]) => nom === undefined)) throw new Error("codes-postaux: a postal code begins with no known département");

const files = { "codes-postaux.txt": table, "departements.json": asJson(noms) };
const folder = new URL("src/reglements/", root);
const checking = process.argv.includes("--verifier");
let stale = 0;

for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, folder);
  if (!checking) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(url, text);
    continue;
  }
  let current = null;
  try {
    current = readFileSync(url, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  if (current !== text) {
    console.error(`src/reglements/${name} is not what the data give: run  node scripts/codes-postaux.mjs`);
    stale += 1;
  }
}

const region = codes.filter((code) => REGION.includes(code.slice(0, 2)));
console.log(
  `${codes.length} postal codes (${table.length} bytes, ${gzipSync(table, { level: 9 }).length} gzipped), ` +
    `${region.length} begin with ${REGION.join(", ")}; ${noms.length} names of départements`,
);
process.exitCode = stale ? 1 : 0;
