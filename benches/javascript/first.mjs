// `make bench`: how long somebody waits for a first verdict in a browser, ours beside the others, in one run.
//
// On a slow phone network: from the address typed to the verdict, above a page that holds nothing. In an idle page:
// from the import to the verdict. The processor is four times slower in both. Ours comes with its first screen.

import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { servir } from "../../scripts/servir.mjs";
import { lancerChromium } from "../../tests/e2e/commun/navigateur.mjs";
import { DEPLOYE } from "../../tests/e2e/commun/site.mjs";
import { SURE } from "./sure.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TURNS = 9;
// What a browser calls « Slow 4G ».
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const OTHERS = ["plain", "json-logic", "publicodes"];
const ENGINES = [...OTHERS, "ours"];

/** The table of postal codes inside the script: a page has no file to read. */
const inside = {
  name: "inside",
  setup({ onLoad }) {
    onLoad({ filter: /postal\.mjs$/ }, async ({ path }) => {
      const table = await readFile(new URL("../../src/reglements/codes-postaux.txt", import.meta.url), "utf8");
      const code = await readFile(path, "utf8");
      return { contents: code.replace(/^import .*$/m, "").replace(/readFileSync\(.*\);/, () => `${JSON.stringify(table)};`) };
    });
  },
};

async function bundled(engine) {
  const contents = `import { answer } from "./${engine}.mjs"; window.verdict = answer(${JSON.stringify(SURE)}).verdict;`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: HERE }, bundle: true, format: "esm", minify: true, platform: "browser", plugins: [inside], write: false,
  });
  return outputFiles[0].contents;
}

/** The element, put in the page when it does not stand there. */
const ours = `
  const there = document.querySelector("pass-numerique");
  const test = there ?? document.createElement("pass-numerique");
  test.setAttribute("date-depot", "${SURE.dateDepot}");
  if (!there) document.body.append(test);
  await customElements.whenDefined("pass-numerique");
  await test.pret;
  window.verdict = test.bilan.decisions[0].verdict;
`;
const page = (body) => `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>First</title><link rel="icon" href="data:,">${body}</html>`;

/** What is deployed, and a page and a script for each engine, packed as a host would. */
async function pack(folder) {
  const put = (name, content) => writeFile(join(folder, name), brotliCompressSync(content));
  for (const file of await readdir(DEPLOYE, { withFileTypes: true })) {
    if (file.isFile()) await put(file.name, await readFile(join(DEPLOYE, file.name)));
  }
  await put("empty.html", page(""));
  await put("ours.js", `import "/pass-numerique.js"; ${ours}`);
  await put("ours.html", page(`<script type="module" src="/pass-numerique.js"></script><pass-numerique date-depot="${SURE.dateDepot}"></pass-numerique><script type="module">${ours}</script>`));
  for (const engine of OTHERS) {
    await put(`${engine}.js`, await bundled(engine));
    await put(`${engine}.html`, page(`<script type="module" src="/${engine}.js"></script>`));
  }
}

const folder = await mkdtemp(join(tmpdir(), "first-"));
await pack(folder);
const site = await servir({ racine: folder, csp: null, entetes: { "Content-Encoding": "br" } });
const browser = await lancerChromium();

async function tab(network) {
  const onglet = await browser.onglet();
  const tools = await onglet.page.context().newCDPSession(onglet.page);
  await tools.send("Network.enable");
  await tools.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (network) await tools.send("Network.emulateNetworkConditions", network);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return onglet;
}

/** Milliseconds from the address of a page to its verdict; the empty one has none to wait for. */
async function onSlowNetwork(name) {
  const onglet = await tab(NETWORK);
  await onglet.page.goto(`${site.url}/${name}.html`, { waitUntil: "commit" });
  const spent = await onglet.evaluer(async (awaited) => {
    while (awaited && !window.verdict) await new Promise((next) => setTimeout(next, 1));
    return performance.now();
  }, name !== "empty");
  await onglet.fermer();
  return spent;
}

/** Milliseconds from the import to the verdict, in a page that has nothing else to do. */
async function idle(name) {
  const onglet = await tab();
  await onglet.page.goto(`${site.url}/empty.html`);
  const spent = await onglet.evaluer(async (script) => {
    await new Promise((next) => setTimeout(next, 300));
    const start = performance.now();
    await import(script);
    if (!window.verdict) throw new Error(`${script}: no verdict`);
    return performance.now() - start;
  }, `/${name}.js`);
  await onglet.fermer();
  return spent;
}

const times = { empty: [], network: {}, idle: {} };
for (let turn = 0; turn < TURNS; turn += 1) {
  times.empty.push(await onSlowNetwork("empty"));
  for (const name of ENGINES) {
    (times.network[name] ??= []).push(await onSlowNetwork(name));
    (times.idle[name] ??= []).push(await idle(name));
  }
}
await browser.fermer();
await site.fermer();
await rm(folder, { recursive: true });

const best = (all) => Math.min(...all);
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
row("", "by hand", "json-logic-js", "publicodes", "ours");
row("---", "---", "---", "---", "---");
row("first verdict on a slow phone network, above an empty page, ms", ...ENGINES.map((name) => Math.round(best(times.network[name]) - best(times.empty))));
row("import to verdict in an idle page, ms", ...ENGINES.map((name) => Math.round(best(times.idle[name]))));
