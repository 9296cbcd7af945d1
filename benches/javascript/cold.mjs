// One start of one engine: milliseconds from its import to its first answer. Run by bench.mjs, each time in a new process.

import { SURE } from "./sure.mjs";

const start = performance.now();
const { answer } = await import(`./${process.argv[2]}.mjs`);
const { verdict } = answer(SURE);
const spent = performance.now() - start;
if (verdict !== "eligible") throw new Error(`${process.argv[2]}: ${verdict}`);
console.log(spent);
