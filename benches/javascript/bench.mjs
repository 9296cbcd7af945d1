// `make bench`: ours beside the same rules in plain JavaScript, json-logic-js and publicodes, all in one run. What is printed
// is a table for the README.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { agree } from "./agree.mjs";
import { drawDemandes } from "./demandes.mjs";
import { answer as jsonLogic } from "./json-logic.mjs";
import { batch, compact, full, memorySize } from "./ours.mjs";
import { answer as plain } from "./plain.mjs";
import { answer as publicodes } from "./publicodes.mjs";

const COUNT = 10_000;
const SEED = 2_023;
// Many short rounds: one at least falls where nothing else runs.
const ROUNDS = 150;
const ROUND_MS = 4;
const STARTS = 9;

const demandes = drawDemandes(COUNT, SEED);
const engines = { plain, "json-logic": jsonLogic, publicodes };
const verdicts = agree(demandes, engines);
console.log(`All four say the same of ${COUNT} demandes: ${Object.entries(verdicts).map(([name, n]) => `${name} ${n}`).join(", ")}.\n`);

/** The best of several rounds, µs a demande: what is left is the program, not its neighbours. One round of each, in turn. */
function measure(timed) {
  const best = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, answer] of Object.entries(timed)) {
      let done = 0;
      const start = performance.now();
      do answer(demandes[done++ % COUNT]);
      while (performance.now() - start < ROUND_MS);
      best[name] = Math.min(best[name] ?? Infinity, ((performance.now() - start) / done) * 1e3);
    }
  }
  return best;
}

function measureBatch(list, rounds = ROUNDS) {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const repeats = Math.max(1, Math.round(300 / list.length));
    for (let n = 0; n < repeats; n += 1) batch(list);
    best = Math.min(best, ((performance.now() - start) / repeats / list.length) * 1e3);
  }
  return best;
}

function measureStart(name) {
  const cold = fileURLToPath(new URL("cold.mjs", import.meta.url));
  const starts = Array.from({ length: STARTS }, () => Number(execFileSync(process.execPath, [cold, name], { encoding: "utf8" })));
  return Math.min(...starts);
}

const { version: jsonLogicVersion } = installed("json-logic-js");
const { version: publicodesVersion } = installed("publicodes");
function installed(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
}

const best = measure({ ...engines, compact, full });
const one = measureBatch(demandes.slice(0, 300));
const starts = Object.fromEntries([...Object.keys(engines), "ours"].map((name) => [name, measureStart(name)]));
const first = memorySize();

const number = (n) => (n < 10 ? n.toFixed(1) : Math.round(n).toLocaleString("en"));
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
row("", "by hand", "json-logic-js", "publicodes", "ours");
row("---", "---", "---", "---", "---");
row("one answer, JavaScript object to object, µs", number(best.plain), number(best["json-logic"]), number(best.publicodes), `${number(best.compact)} (full Bilan: ${number(best.full)})`);
row("batch, answers a second", ...[best.plain, best["json-logic"], best.publicodes, one].map((each) => Math.round(1e6 / each).toLocaleString("en")));
row("cold start in Node: import, init, first answer, ms", ...[...Object.keys(engines), "ours"].map((name) => number(starts[name])));

console.log("\n| demandes in a batch | µs each |\n|---|---|");
for (const size of [10, 100, 1_000, 10_000, 100_000]) {
  const list = Array.from({ length: size }, (_, rank) => demandes[rank % COUNT]);
  row(size.toLocaleString("en"), number(measureBatch(list, Math.max(2, Math.round(ROUNDS * Math.min(1, 300 / size))))));
}

const ratio = (a, b) => (a / b).toFixed(2);
console.log(`\nCompact answer: ${ratio(best.compact, best["json-logic"])} of json-logic-js; batch: ${ratio(one, best.plain)} times by hand; full Bilan: ${ratio(best.publicodes, best.full)} times faster than publicodes.`);
console.log(`Memory of the module: ${first / 1024} KiB, after 100,000 demandes at once ${memorySize() / 1024} KiB.`);
console.log(`${new Date().toISOString().slice(0, 10)}; ${cpus().length} × ${cpus()[0].model}; Node ${process.versions.node}, json-logic-js ${jsonLogicVersion}, publicodes ${publicodesVersion}.`);
