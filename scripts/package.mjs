// What npm publishes, in dist/npm: the engine for bundlers and for Node, and the element.

import { copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ENGINE = "pass_numerique";

/** The exports of the WebAssembly are nobody's business, and wasm-bindgen gives them the type `any`. */
function withoutAny(types) {
  const inside = /(export interface InitOutput \{).*?(\n\s*\})/s;
  if (!inside.test(types)) throw new Error("wasm-bindgen no longer writes InitOutput");
  return types.replace(inside, "$1 readonly memory: WebAssembly.Memory;$2");
}

/**
 * @param {string} root of the repository
 * @param {string} folder to fill
 * @param {{ version: string, element: Uint8Array, javascript: string }} made what is particular to this build
 */
export async function writePackage(root, folder, { version, element, javascript }) {
  const source = (...path) => join(root, "www", ...path);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const put = (name, content) => writeFile(join(folder, name), content);

  for (const file of [`${ENGINE}.js`, `${ENGINE}_bg.wasm`]) await copyFile(source("pkg", file), join(folder, file));
  await cp(source("pkg", "snippets"), join(folder, "snippets"), { recursive: true });
  await put(`${ENGINE}.d.ts`, withoutAny(await readFile(source("pkg", `${ENGINE}.d.ts`), "utf8")));
  for (const file of ["node.js", "element.d.ts", "custom-elements.json", "README.md"]) {
    await copyFile(source("npm", file), join(folder, file));
  }
  for (const file of ["LICENSE", "LICENSE-DATA"]) await copyFile(join(root, file), join(folder, file));
  await put("element.js", element);
  await put("element-javascript.js", javascript);

  const types = `./${ENGINE}.d.ts`;
  const description = {
    name: "pass-numerique",
    version,
    description: "Auto-diagnostic d'éligibilité au pass numérique : des règlements en données, une réponse argumentée.",
    license: "EUPL-1.2 AND etalab-2.0",
    type: "module",
    exports: {
      ".": { types, node: "./node.js", default: `./${ENGINE}.js` },
      "./element": { types: "./element.d.ts", default: "./element.js" },
      [`./${ENGINE}_bg.wasm`]: `./${ENGINE}_bg.wasm`,
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    types,
    customElements: "custom-elements.json",
    sideEffects: ["./element.js", "./node.js"],
    engines: { node: ">=20.19" },
  };
  await put("package.json", `${JSON.stringify(description, null, 2)}\n`);
}
