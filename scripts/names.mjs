#!/usr/bin/env node
// Every name that the scripts and the tests use is declared, and every name that they import is given: said here in
// seconds, and not by a browser half an hour later.

import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["benches", "fuzz", "scripts", "tests/e2e", "www"];
// Of all that TypeScript can say of JavaScript: no such module, no such name in that module, no such name here.
const UNKNOWN = new Set([2304, 2305, 2307, 2459, 2460, 2552, 2614, 2724, 18004]);

const files = FOLDERS.flatMap((folder) => ts.sys.readDirectory(`${ROOT}${folder}`, [".js", ".mjs"], ["**/node_modules", "**/pkg*", "**/wordpress"]));
const program = ts.createProgram(files, {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ESNext,
});
const sources = files.map((file) => program.getSourceFile(file));

// What a test puts in a page, others find there; axe puts itself.
const inPages = new Set(["axe", ...sources.flatMap(({ text }) => [...text.matchAll(/\bwindow\.(\w+) = /g)].map(([, name]) => name))]);

/** Also those that the build writes in the place of `__NAME__`, and modules that it makes: none is an .mjs. */
const known = (name) => inPages.has(name) || /^__[A-Z]+__$/.test(name) || /^".*(?<!\.mjs)"$/.test(name);

const faults = sources.flatMap((source) => program.getSemanticDiagnostics(source).filter(({ code, start, length }) =>
  UNKNOWN.has(code) && !known(source.text.slice(start, start + length))));
const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => ROOT, getNewLine: () => "\n" };
process.stderr.write(ts.formatDiagnostics(faults, host));
console.log(`${files.length} files, ${inPages.size} names in pages`);
process.exitCode = faults.length > 0 ? 1 : 0;
