// The engine of a page that professionals keep on their computer: its WebAssembly, which is faster for a thousand pupils,
// and the same in JavaScript, for a computer that is locked.

import { refused } from "./refused.js";
import script from "engine-script";
import wasm from "engine-wasm";

export default refused ? script : wasm;
