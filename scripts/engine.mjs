// From the WebAssembly of the engine to the same engine in JavaScript.

/** Puts a text in the place of another, which is there once. */
export function replaced(text, before, after) {
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`expected once: ${before}`);
  return parts.join(after);
}

/** What wasm2js writes is a module that makes its engine at once: made a function from imports to exports. */
export function toFunction(script) {
  const body = script.replace(/^import .*\n/, "");
  const [engine, exported] = body.split("\nvar retasmFunc = ");
  if (!exported?.startsWith("asmFunc({")) throw new Error("wasm2js no longer writes its engine so");
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
