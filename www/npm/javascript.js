// What a widget is made of where WebAssembly is refused, in one file: the script, and its engine in JavaScript.

export { prepare } from "../element.js";
export { default as engine } from "inside";
