// Seeds for the fuzzing, from what the tests already hold: node fuzz/graines.mjs

import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const seeds = (target) => {
  const folder = new URL(`fuzz/corpus/graines-${target}/`, root);
  mkdirSync(folder, { recursive: true });
  return (name, value) => writeFileSync(new URL(name, folder), JSON.stringify(value));
};
const files = (folder, end) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(end))
    .map((name) => [name, readFileSync(new URL(folder + name, root), "utf8")]);

const demande = seeds("demande");
for (const [, text] of files("tests/dossiers/", ".jsonl")) {
  for (const line of text.trim().split("\n")) {
    const { id, demande: seed } = JSON.parse(line);
    demande(id, seed);
  }
}

const catalogue = seeds("catalogue");
for (const folder of ["tests/catalogues/", "tests/autres-aides/"]) {
  for (const [name, text] of files(folder, ".json")) catalogue(name, JSON.parse(text));
}

// Lists are bytes, not JSON.
const listes = new URL("fuzz/corpus/graines-liste/", root);
mkdirSync(listes, { recursive: true });
for (const folder of ["notres/", "partagees/"]) {
  const source = new URL(`tests/listes/${folder}`, root);
  for (const name of readdirSync(source).filter((name) => !name.endsWith(".json"))) {
    copyFileSync(new URL(name, source), new URL(name, listes));
  }
}
