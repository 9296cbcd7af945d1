// From the WebAssembly of the engine to the same engine in JavaScript.

/** Puts a text in the place of another, which is there once. */
export function replaced(text, before, after) {
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`expected once: ${before}`);
  return parts.join(after);
}

/** In what wasm2js writes: of a function by its number, or of one of a table. */
const CALL = /(\$\d+|\])\(/;

/** Where the bracket that was open before `place` is closed. */
function closed(script, place) {
  let end = place;
  for (let depth = 1; depth > 0; end += 1) depth += { "[": 1, "]": -1 }[script[end]] ?? 0;
  return end - 1;
}

/** The same script, whose addresses that need a call are in `place` before the memory is named; those inside first. */
function settled(script) {
  let text = "";
  let from = 0;
  for (const { index, 0: opened } of script.matchAll(/\bHEAP[UF]?\d+\[/g)) {
    const start = index + opened.length;
    const end = closed(script, start);
    const where = script.slice(start, end);
    if (index < from || !CALL.test(where)) continue;
    if (script.startsWith(" = ", end + 1)) throw new Error("wasm2js no longer writes in memory so");
    text += `${script.slice(from, index)}(place = ${settled(where)}, ${opened}place])`;
    from = end + 1;
  }
  return text + script.slice(from);
}

/**
 * The same engine, which computes where it reads before it looks at the memory. wasm2js writes `HEAP32[f() >> 2]`, and
 * JavaScript holds the memory as it was before the call: detached, once the call has made it grow.
 */
export function readingAfterCalls(script) {
  return replaced(settled(script), "function asmFunc(imports) {\n", "function asmFunc(imports) {\n var place = 0;\n");
}

/** What wasm2js writes is a module that makes its engine at once: made a function from imports to exports. */
export function toFunction(script) {
  const body = script.replace(/^import .*\n/, "");
  const [written, exported] = body.split("\nvar retasmFunc = ");
  if (!exported?.startsWith("asmFunc({")) throw new Error("wasm2js no longer writes its engine so");
  const engine = readingAfterCalls(written);
  // A memory that grows leaves its old buffer detached, as that of WebAssembly: the glue looks for that, and else
  // would go on reading the old one.
  const grown = "   buffer = newBuffer;\n";
  return `${replaced(engine, grown, `   structuredClone(buffer, { transfer: [buffer] });\n${grown}`)}\nexport default asmFunc;\n`;
}

/** The glue of wasm-bindgen, made to take a WebAssembly or such a function. */
export function glue(script) {
  const before = [
    "if (!(module instanceof WebAssembly.Module)) {",
    "        module = new WebAssembly.Module(module);",
    "    }",
    "    const instance = new WebAssembly.Instance(module, imports);",
    "    return __wbg_finalize_init",
  ];
  const after = [
    'const script = typeof module === "function";',
    "    const instance = script ? { exports: module(imports) } : new WebAssembly.Instance(module, imports);",
    "    return __wbg_finalize_init",
  ];
  return replaced(script, before.join("\n"), after.join("\n"));
}
