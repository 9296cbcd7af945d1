// What WordPress installs, dist/pass-numerique-wordpress.zip: the plugin, and in it what its pages load.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { PAGES, fallback } from "./fallback.mjs";
import { mo } from "./mo.mjs";
import { zip } from "./zip.mjs";

const hash = (algorithm, content, encoding) => createHash(algorithm).update(content).digest(encoding);

/** The plugin as it is written, with the version in its place. */
async function sources(folder, version) {
  const files = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path)] = (await readFile(path, "utf8")).replaceAll("@VERSION@", version);
  }
  return files;
}

/**
 * @param {string} root of the repository
 * @param {string} folder where the zip goes
 * @param {{ version: string, loader: Uint8Array, files: string[] }} made what is particular to this build
 */
export async function writePlugin(root, folder, { version, loader, files }) {
  const plugin = await sources(join(root, "www/wordpress"), version);
  for (const path of Object.keys(plugin).filter((one) => one.endsWith(".po"))) plugin[path.replace(/po$/, "mo")] = mo(plugin[path]);
  for (const mode of Object.keys(PAGES)) plugin[`repli/${mode}-fr.html`] = await fallback(join(root, "www"), mode);

  // A site may keep a file for ever, or add « ?ver= » to its address: its name says what is in it.
  const name = `pass-numerique-${hash("sha256", loader, "hex").slice(0, 8)}.js`;
  plugin[`assets/${name}`] = loader;
  for (const file of files) plugin[`assets/${basename(file)}`] = await readFile(file);
  const integrity = `sha384-${hash("sha384", loader, "base64")}`;
  plugin["assets/loader.php"] = `<?php\nreturn array( 'file' => '${name}', 'integrity' => '${integrity}' );\n`;
  for (const file of ["LICENSE", "LICENSE-DATA"]) plugin[file] = await readFile(join(root, file));

  const inside = Object.entries(plugin).map(([path, content]) => [`pass-numerique/${path}`, Buffer.from(content)]);
  await writeFile(join(folder, "pass-numerique-wordpress.zip"), zip(Object.fromEntries(inside)));
}
