#!/usr/bin/env node
// Puts together what is deployed, in dist/pass-numerique, what npm publishes, in dist/npm (package.mjs), and what
// WordPress installs (wordpress.mjs):
//
//   pass-numerique.js          the loader, under the one name that a host page writes
//   citizen-….js, .wasm        what a citizen's page loads; a name holds the hash of its content
//   fr-simple-….txt, en-….txt  easy French and English, which it loads after its first screen
//   complete-….js, .wasm       the same with a host's catalogues and the professional modes, every language inside
//   engine-….js                the engine of each in JavaScript, loaded where WebAssembly is refused
//   frame.html, frame.js       the test in a frame, and the script of the page around
//   frame-javascript.html      what takes its place where WebAssembly is refused
//   offline….html              the test of each mode in one file, to be opened from a disk
//   integrity.json             the hash of each file, and the tags to copy
//   bom.json                   what others wrote of it, with licences and hashes (bom.mjs)
//   pkg/                       the engine without a page, with its types
//   integrer.*                 the page for webmasters: settings, preview, tags and headers to copy
//   *.html, demo.*, campagne.json   the pages of the demonstration
//
// The same sources give the same bytes, in any folder.

import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { alone } from "./alone.mjs";
import { bom } from "./bom.mjs";
import { glue } from "./engine.mjs";
import { withFallbacks } from "./fallback.mjs";
import { writePackage } from "./package.mjs";
import { writePlugin } from "./wordpress.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WWW = join(ROOT, "www");
const SITE = join(ROOT, "dist/pass-numerique");
const [, VERSION] = (await readFile(join(ROOT, "Cargo.toml"), "utf8")).match(/^version = "(.+)"$/m);
// The citizen's first: the loader (www/parts.js) knows them by their order.
const PACKAGES = {
  citizen: { folder: "pkg-citizen", modes: "no-modes.js", languages: ["fr-simple", "en"] },
  complete: { folder: "pkg-complete", modes: "modes.js", languages: [] },
};
/**
 * Pages with everything inside, each made of the page of that name. The citizen's file takes the engine in JavaScript:
 * a locked computer may refuse WebAssembly. Those of professionals take both. A frame, which everybody waits for, takes
 * the one that starts sooner, and names its twin.
 */
const ALONE = {
  "frame.html": { mode: "particulier", build: "citizen", engine: "wasm", entry: "alone.js", style: "alone.css", twin: "frame-javascript.html" },
  "frame-javascript.html": { page: "frame.html", mode: "particulier", build: "citizen", engine: "script", entry: "alone.js", style: "alone.css" },
  "offline.html": { mode: "particulier", build: "citizen", engine: "script", entry: "alone.js", style: "alone.css" },
  "offline-guichet.html": { mode: "guichet", build: "complete", engine: "both", entry: "pass-numerique.js", style: "professional.css" },
  "offline-classe.html": { mode: "classe", build: "complete", engine: "both", entry: "pass-numerique.js", style: "professional.css" },
};
// Browsers that have :has() and adopted style sheets, which the widget needs anyway (README).
const TARGET = ["chrome110", "firefox121", "safari16.4"];

const text = (bytes) => Buffer.from(bytes).toString("utf8");

async function style(path) {
  const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: TARGET });
  return code.trim();
}

/** A style sheet as the text of a module. */
const styles = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await style(path), loader: "text" }));
  },
};

/** The glue of an engine, of WebAssembly or of JavaScript. */
const engines = {
  name: "engines",
  setup({ onLoad }) {
    onLoad({ filter: /pass_numerique\.js$/ }, async ({ path }) => ({ contents: glue(await readFile(path, "utf8")) }));
  },
};

async function bundle(entry, options) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(WWW, entry)],
    absWorkingDir: ROOT,
    bundle: true,
    charset: "utf8",
    format: "esm",
    legalComments: "none",
    metafile: true,
    minify: true,
    plugins: [styles, engines],
    target: TARGET,
    write: false,
    ...options,
  });
  // What bom.json says: nothing of npm is deployed.
  const foreign = Object.keys(metafile.inputs).find((path) => path.includes("node_modules"));
  if (foreign) throw new Error(`${foreign} would be deployed`);
  return outputFiles[0].contents;
}

const sha384 = (content) => createHash("sha384").update(content).digest("base64");
const sri = (content) => `sha384-${sha384(content)}`;

const named = [];

/** Writes a file whose name holds the hash of its content; gives what must be known of it to load it. */
async function write(name, extension, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(join(SITE, file), content);
  named.push(join(SITE, file));
  return [file, sha384(content)];
}

await rm(SITE, { recursive: true, force: true });
await mkdir(SITE, { recursive: true });

/** The words of each language that is not in the engine, or what stands for them, by language tag. */
async function languages({ folder, languages: tags }, put) {
  const words = tags.map(async (tag) => [tag, await put(tag, "txt", await readFile(join(WWW, folder, `${tag}.txt`), "utf8"))]);
  return JSON.stringify(Object.fromEntries(await Promise.all(words)));
}

/** The engine in JavaScript. */
async function engineOf(name, { folder }) {
  const { code } = await transform(await readFile(join(WWW, folder, "engine.js"), "utf8"), { charset: "utf8", format: "esm", minify: true, target: TARGET });
  return JSON.stringify(await write(`engine-${name}`, "js", code));
}

const define = { __VERSION__: JSON.stringify(VERSION) };
const builds = [];
for (const [name, made] of Object.entries(PACKAGES)) {
  const engine = join(WWW, made.folder);
  builds.push([
    await write(name, "js", await bundle("element.js", {
      alias: { engine: join(engine, "pass_numerique.js"), modes: join(WWW, made.modes) },
      define: { __ENGINE__: await engineOf(name, made), __LANGUAGES__: await languages(made, write) },
    })),
    await write(name, "wasm", await readFile(join(engine, "pass_numerique_bg.wasm"))),
  ]);
}
const loader = await bundle("pass-numerique.js", {
  alias: { parts: join(WWW, "parts.js") },
  define: { ...define, __BUILDS__: JSON.stringify(builds) },
});
await writeFile(join(SITE, "pass-numerique.js"), loader);

const frame = await bundle("frame.js", { define });
await writeFile(join(SITE, "frame.js"), frame);

/** A script with everything inside: the name "inside" stands for the engine, or for both. */
async function inside(entry, made, kind, { format = "iife", twin = null } = {}) {
  const engine = join(WWW, made.folder);
  const held = { "engine-wasm": join(engine, "pass_numerique_bg.wasm"), "engine-script": join(engine, "engine.js") };
  const script = await bundle(entry, {
    alias: {
      engine: join(engine, "pass_numerique.js"),
      modes: join(WWW, made.modes),
      parts: join(WWW, "parts-inside.js"),
      inside: held[`engine-${kind}`] ?? join(WWW, "inside-both.js"),
      ...held,
    },
    // The glue would ask for the WebAssembly by an address: it is given.
    define: {
      ...define,
      "import.meta.url": "undefined",
      __TWIN__: JSON.stringify(twin),
      __ENGINE__: "null",
      __LANGUAGES__: await languages(made, (tag, extension, words) => words),
    },
    format,
    loader: { ".wasm": "binary" },
  });
  return text(script);
}
for (const [name, { page = name, mode, build: one, engine, entry, style: sheet, twin }] of Object.entries(ALONE)) {
  const script = await inside(entry, PACKAGES[one], engine, { twin });
  const held = { mode, wasm: engine !== "script", script, style: await style(join(WWW, sheet)) };
  await writeFile(join(SITE, name), await alone(WWW, page, held));
}

for (const file of await readdir(WWW)) {
  const page = [".html", ".json"].includes(extname(file)) || ["demo.", "integrer.", "professional."].some((one) => file.startsWith(one));
  if (page && !Object.hasOwn(ALONE, file)) await copyFile(join(WWW, file), join(SITE, file));
}
// The page for webmasters holds what the tag to copy holds.
const integrer = join(SITE, "integrer.html");
await writeFile(integrer, await withFallbacks(WWW, await readFile(integrer, "utf8")));
// Not what wasm-pack puts around it: that depends on what an earlier build has left there.
for (const file of (await readdir(join(WWW, "pkg"))).filter((name) => name.startsWith("pass_numerique") || name === "snippets")) {
  await cp(join(WWW, "pkg", file), join(SITE, "pkg", file), { recursive: true });
}
for (const file of ["LICENSE", "LICENSE-DATA"]) await copyFile(join(ROOT, file), join(SITE, file));
await writeFile(join(SITE, "bom.json"), await bom(ROOT, VERSION));

await writePackage(ROOT, join(ROOT, "dist/npm"), {
  version: VERSION,
  element: await bundle("pass-numerique.js", {
    alias: {
      engine: "./pass_numerique.js",
      modes: join(WWW, PACKAGES.complete.modes),
      parts: join(WWW, "npm/parts.js"),
    },
    define: { ...define, __ENGINE__: "null", __LANGUAGES__: "{}" },
    external: ["./pass_numerique.js"],
  }),
  javascript: await inside("npm/javascript.js", PACKAGES.complete, "script", { format: "esm" }),
});

await writePlugin(ROOT, join(ROOT, "dist"), { version: VERSION, loader, files: named });

// What a host page copies, and what whoever doubts a file compares it with.
const tags = {
  element: `<script type="module" src="pass-numerique.js" integrity="${sri(loader)}" crossorigin="anonymous"></script>`,
  frame: [
    '<iframe data-pass-numerique src="frame.html" title="Pass numérique : y avez-vous droit ?" width="100%" height="640" loading="lazy"',
    '  sandbox="allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"',
    '  allow="clipboard-write"></iframe>',
    `<script type="module" src="frame.js" integrity="${sri(frame)}" crossorigin="anonymous"></script>`,
  ].join("\n"),
};
const files = {};
for (const file of (await readdir(SITE, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())) {
  const path = join(file.parentPath, file.name);
  files[relative(SITE, path)] = sri(await readFile(path));
}
const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(join(SITE, "integrity.json"), `${JSON.stringify({ version: VERSION, tags, files: sorted }, null, 2)}\n`);
