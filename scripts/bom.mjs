// The software bill of materials of what is deployed, in CycloneDX: what others wrote and the files hold, with its
// licence and its hash. No date and no random number: the same commit gives the same bytes.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { KINDS, only } from "./kinds.mjs";

/** The modules, and the options of cargo that each is built with: those of pages, and that of programs. */
const MODULES = {
  ...Object.fromEntries(Object.entries(KINDS).map(([kind, { features }]) => [`${kind}.wasm`, only(features)])),
  "pkg/pass_numerique_bg.wasm": [],
};
const EACH = Object.keys(MODULES).join(", ");

/** What a module is linked with: each crate with its licence, and the crates that it calls. Macros leave no byte. */
function crates(root, options) {
  const shown = execFileSync("cargo", [
    "tree", "--locked", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--no-dedupe",
    "--prefix", "depth", "--format", "|{p}|{l}", ...options,
  ], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const found = new Map();
  const above = [];
  for (const line of shown.trim().split("\n")) {
    const [depth, crate, licence] = line.split("|");
    const [name, version] = crate.split(" v").map((part) => part.split(" ")[0]);
    const key = `${name}@${version}`;
    if (!found.has(key)) found.set(key, { name, version, licence: licence.replaceAll("/", " OR "), calls: new Set() });
    above[depth] = key;
    if (depth > 0) found.get(above[depth - 1]).calls.add(key);
  }
  return found;
}

/** The hash of each crate as the registry gives it. */
function checksums(lock) {
  const entries = lock.matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"$/gm);
  return new Map([...entries].map(([, name, version, checksum]) => [`${name}@${version}`, checksum]));
}

const library = (name, version, licence, purl, more) => ({
  type: "library", "bom-ref": purl, name, version, ...more, licenses: [{ expression: licence }], purl,
});
const property = (value) => ({ properties: [{ name: "pass-numerique:in", value }] });

/**
 * @param {string} root of the repository
 * @param {string} version of the project
 * @returns {Promise<string>} the JSON
 */
export async function bom(root, version) {
  const read = (file) => readFile(join(root, file), "utf8");
  const own = `pass-numerique@${version}`;
  const ref = (key) => (key === own ? own : `pkg:cargo/${key}`);
  const sums = checksums(await read("Cargo.lock"));
  const linked = Object.entries(MODULES).map(([module, options]) => [module, crates(root, options)]);
  const all = new Map(linked.flatMap(([, found]) => [...found]));

  const components = [...all].filter(([key]) => key !== own).map(([key, { name, version: one, licence }]) =>
    library(name, one, licence, ref(key), {
      hashes: [{ alg: "SHA-256", content: sums.get(key) }],
      ...property(linked.filter(([, found]) => found.has(key)).map(([module]) => module).join(", ")),
    }));

  const [, rust] = (await read("rust-toolchain.toml")).match(/^channel = "(.+)"$/m);
  const binder = [...all.values()].find(({ name }) => name === "wasm-bindgen");
  const packages = JSON.parse(await read("package-lock.json")).packages;
  const npm = (name) => {
    const { version: one, integrity } = packages[`node_modules/${name}`];
    const content = Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex");
    return [one, `pkg:npm/${name.replace("@", "%40")}@${one}`, { hashes: [{ alg: "SHA-512", content }] }];
  };
  const [communes, communesPurl, communesHash] = npm("@etalab/decoupage-administratif");
  const [esbuild, esbuildPurl, esbuildHash] = npm("esbuild");
  const [binaryen, binaryenPurl, binaryenHash] = npm("binaryen");
  components.push(
    library("rust-std", rust, "MIT OR Apache-2.0", `pkg:generic/rust-std@${rust}`, {
      description: "The standard library of Rust, with the crates that it holds itself, linked in each module.",
      ...property(EACH),
    }),
    library("wasm-bindgen-cli", binder.version, binder.licence, `pkg:cargo/wasm-bindgen-cli@${binder.version}`, {
      description: "Writes the JavaScript between the page and a module.",
      ...property("scripts"),
    }),
    library("binaryen", binaryen, "Apache-2.0", binaryenPurl, {
      description: "Says the module of a citizen in JavaScript, for where WebAssembly is refused, with a few lines of its own.",
      ...binaryenHash,
      ...property("the engine in JavaScript"),
    }),
    library("esbuild", esbuild, "MIT", esbuildPurl, {
      description: "Puts the scripts together; of itself only the few lines that decode the bytes of a module.",
      ...esbuildHash,
      ...property("frame.html, frame-javascript.html, offline.html, offline-guichet.html, offline-classe.html"),
    }),
    {
      ...library("@etalab/decoupage-administratif", communes, "etalab-2.0", communesPurl, {
        description: "The list that the postal codes and the names of départements were drawn from.",
        ...communesHash,
        ...property(EACH),
      }),
      type: "data",
    },
  );
  components.sort((a, b) => (a.purl < b.purl ? -1 : 1));

  const dependencies = [...all].map(([key, { calls }]) => ({ ref: ref(key), dependsOn: [...calls].map(ref).sort() }));
  const extra = components.map(({ purl }) => purl).filter((purl) => !dependencies.some((one) => one.ref === purl));
  const first = dependencies.find((one) => one.ref === own);
  first.dependsOn = [...first.dependsOn, ...extra].sort();
  dependencies.push(...extra.map((one) => ({ ref: one })));
  dependencies.sort((a, b) => (a.ref < b.ref ? -1 : 1));

  const made = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      component: { type: "application", "bom-ref": own, name: "pass-numerique", version, licenses: [{ expression: "EUPL-1.2 AND etalab-2.0" }] },
    },
    components,
    dependencies,
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}
