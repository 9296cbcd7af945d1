#!/usr/bin/env node
// Puts beside an engine the words that are not in it, one file a language tag, as the build of the crate has set them.
//
//   node scripts/words.mjs www/pkg-citizen --release --target wasm32-unknown-unknown …   the folder, then what cargo built

import { execFileSync } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";

/** By language tag, the name that build.rs gives to its file. */
const WORDS = { "fr-simple": "facile.txt", en: "en.txt" };

const [folder, ...built] = process.argv.slice(2);
// Nothing is built again: cargo says where it has put what.
const said = execFileSync("cargo", ["build", "--lib", "--quiet", "--message-format=json", ...built], { encoding: "utf8", maxBuffer: 1 << 26 });
const messages = said.trim().split("\n").map((line) => JSON.parse(line));
const ours = messages.find(({ reason, package_id: id }) => reason === "build-script-executed" && /[/#]pass-numerique[@#]/.test(id));
for (const [tag, file] of Object.entries(WORDS)) await copyFile(join(ours.out_dir, file), join(folder, `${tag}.txt`));
