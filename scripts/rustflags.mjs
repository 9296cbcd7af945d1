#!/usr/bin/env node
// How the WebAssembly is compiled, wherever it is: for CARGO_ENCODED_RUSTFLAGS, its options separated by U+001F.
//
// A panic says where its source stands. Written as it is, that would tell the folders of whoever built the file, and give
// other bytes to whoever builds it elsewhere: sources of the registry are said to be in /crates, those of the standard
// library where an official build says they are.

import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
// The screens need a few kB; the 1 MB that a linker gives would be two thirds of the memory.
const STACK = 256 * 1024;

const ask = (tool, ...args) => execFileSync(tool, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });

/** @returns {string} the options, those of one build among them */
export function rustflags(...own) {
  const { packages } = JSON.parse(ask("cargo", "metadata", "--locked", "--format-version", "1"));
  const registries = packages.filter(({ source }) => source?.startsWith("registry+")).map((one) => dirname(dirname(one.manifest_path)));
  const [, commit] = ask("rustc", "-vV").match(/^commit-hash: (\w+)$/m);
  const moved = [
    ...[...new Set(registries)].map((folder) => `${folder}=/crates`),
    `${join(ask("rustc", "--print", "sysroot").trim(), "lib/rustlib/src/rust")}=/rustc/${commit}`,
  ];
  return [...own, ...moved.map((one) => `--remap-path-prefix=${one}`), `-Clink-arg=-zstack-size=${STACK}`].join("\u001f");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(rustflags());
