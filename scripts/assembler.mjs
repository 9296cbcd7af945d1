#!/usr/bin/env node
// Puts together what is deployed, in dist/pass-numerique:
//
//   pass-numerique.js          the loader, under the one name that a host page writes
//   citizen-….js, .wasm        what a citizen's page loads; a name holds the hash of its content
//   complete-….js, .wasm       the same with a host's catalogues and the professional modes
//   pkg/                       the engine without a page, with its types
//   *.html, demo.*, classe.css, campagne.json   the pages of the demonstration, and the one for a class
//
// The same sources give the same bytes, in any folder.

import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WWW = join(ROOT, "www");
const SITE = join(ROOT, "dist/pass-numerique");
const PACKAGES = { citizen: "pkg-citizen", complete: "pkg" };
// Browsers that have :has() and adopted style sheets, which the widget needs anyway (README).
const TARGET = ["chrome110", "firefox121", "safari16.4"];

/** A style sheet as the text of a module. */
const styles = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: TARGET });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [join(WWW, entry)],
    absWorkingDir: ROOT,
    bundle: true,
    charset: "utf8",
    format: "esm",
    legalComments: "none",
    minify: true,
    plugins: [styles],
    target: TARGET,
    write: false,
    ...options,
  });
  return outputFiles[0].contents;
}

/** Writes a file whose name holds the hash of its content. */
async function write(name, extension, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(join(SITE, file), content);
  return file;
}

await rm(SITE, { recursive: true, force: true });
await mkdir(SITE, { recursive: true });

const builds = {};
for (const [name, folder] of Object.entries(PACKAGES)) {
  const engine = join(WWW, folder);
  builds[name] = {
    script: await write(name, "js", await bundle("element.js", { alias: { engine: join(engine, "pass_numerique.js"), modes: join(WWW, "modes", `${name}.js`) } })),
    wasm: await write(name, "wasm", await readFile(join(engine, "pass_numerique_bg.wasm"))),
  };
}
await writeFile(
  join(SITE, "pass-numerique.js"),
  await bundle("pass-numerique.js", { define: { __BUILDS__: JSON.stringify(builds) } }),
);

for (const file of await readdir(WWW)) {
  const page = [".html", ".json"].includes(extname(file)) || file.startsWith("demo.") || file === "classe.css";
  if (page) await copyFile(join(WWW, file), join(SITE, file));
}
await cp(join(WWW, "pkg"), join(SITE, "pkg"), { recursive: true, filter: (path) => !path.endsWith(".gitignore") });
await copyFile(join(ROOT, "LICENSE"), join(SITE, "LICENSE"));
