#!/usr/bin/env node
// Builds the engine that pages load, of one kind, in www/pkg-<kind>: `citizen` for what a citizen's page needs and no
// more, `complete` for a host's catalogues and the professional modes too.
//
//   pass_numerique_bg.wasm   the engine, of what every WebAssembly has had from the start
//   engine.js                the same engine in JavaScript, for where WebAssembly is refused
//   pass_numerique.js        the glue, which serves both
//   fr-simple.txt, en.txt    the words of the languages that it lacks, as the build of the crate has set them

import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toFunction } from "./engine.mjs";
import { KINDS, only } from "./kinds.mjs";
import { rustflags } from "./rustflags.mjs";
import { TARGET_FEATURES, namedByLikeness, placeless, shortened, silent, without } from "./wasm.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = "wasm32-unknown-unknown";
const PROFILE = "page";
const [, , kind] = process.argv;
if (!Object.hasOwn(KINDS, kind)) throw new Error(`usage: page-engine.mjs ${Object.keys(KINDS).join(" | ")}`);
const { features, words } = KINDS[kind];
// A folder of its own: other flags, other objects.
const BUILT = join(ROOT, "target/mvp");
const FOLDER = join(ROOT, `www/pkg-${kind}`);
const NAME = "pass_numerique";

// Memory is copied by a newer instruction: said in the old ones below, it is less than what the compiler brings for want of
// it. Loops are left as they are written, and nothing is read sooner than it must: both would be quicker, and longer.
const COMPILED = ["-Ctarget-cpu=mvp", "-Ctarget-feature=+bulk-memory", "-Cllvm-args=-disable-lsr -enable-load-pre=false"];
// The standard library comes with newer instructions too, which JavaScript has no equal of: they are said in the old ones.
const NEWER = ["--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-mutable-globals"];
const LOWERED = ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "--llvm-memory-copy-fill-lowering"];
// Functions that are called once stay apart: bodies that look alike compress better than one large one.
// No pointer is below 1,024, where the stack ends: what is added to one may go into the instruction that uses it.
// What is computed again, variables and blocks that are not merged, and zeros compress better than what avoids them.
const SMALL = [
  "-Oz", "--low-memory-unused", "--one-caller-inline-max-function-size=0", "--always-inline-max-function-size=0",
  "--skip-pass=local-cse", "--skip-pass=simplify-locals", "--skip-pass=memory-packing", "--skip-pass=merge-blocks",
  "--skip-pass=code-pushing",
];

const run = (tool, args, options) => execFileSync(tool, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"], ...options });

const said = run("cargo", [
  "build", "--lib", "--profile", PROFILE, "--locked", ...only(features), "--target", TARGET, "--target-dir", BUILT, "--message-format", "json-render-diagnostics",
], { env: { ...process.env, CARGO_ENCODED_RUSTFLAGS: rustflags(...COMPILED) } });
const messages = said.trim().split("\n").map((line) => JSON.parse(line));
const ours = messages.find(({ reason, package_id: id }) => reason === "build-script-executed" && /[/#]pass-numerique[@#]/.test(id));

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
for (const [tag, file] of Object.entries(words)) await copyFile(join(ours.out_dir, file), join(FOLDER, `${tag}.txt`));

const bare = join(BUILT, `${NAME}.wasm`);
await writeFile(bare, without(TARGET_FEATURES, await readFile(join(BUILT, TARGET, PROFILE, `${NAME}.wasm`))));
run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", FOLDER, "--out-name", NAME, bare]);
const wasm = join(FOLDER, `${NAME}_bg.wasm`);
const glue = join(FOLDER, `${NAME}.js`);
const short = shortened(placeless(silent(await readFile(wasm))), await readFile(glue, "utf8"));
await writeFile(wasm, short.wasm);
await writeFile(glue, short.glue);
run("wasm-opt", [wasm, "-o", wasm, "--mvp-features", ...NEWER, ...LOWERED, ...SMALL]);
await writeFile(wasm, namedByLikeness(await readFile(wasm)));
run("wasm-opt", [wasm, "-o", wasm, "--mvp-features", "--reorder-functions-by-name", "--strip-producers"]);
const script = join(BUILT, `${NAME}.js`);
run("wasm2js", [wasm, "-o", script, "--mvp-features", "-O"]);
await writeFile(join(FOLDER, "engine.js"), toFunction(await readFile(script, "utf8")));
