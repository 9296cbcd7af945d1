// In Node the engine is there at once: `await init()` has nothing left to do.

import { readFileSync } from "node:fs";
import { initSync } from "./pass_numerique.js";

initSync({ module: readFileSync(new URL("./pass_numerique_bg.wasm", import.meta.url)) });

export * from "./pass_numerique.js";
export { default } from "./pass_numerique.js";
