// `make bench`: how long somebody waits for a first verdict in a browser, ours beside the others, in one run.
//
// On a slow phone network: from the address typed to the verdict, above a page that holds nothing. In an idle page:
// from the import to the verdict. The processor is four times slower in both.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { lancerChromium } from "../../tests/e2e/commun/navigateur.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const SITE = new URL("../../dist/pass-numerique/", import.meta.url);
const TURNS = 9;
// What a browser calls « Slow 4G ».
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const DEMANDE = { dateDepot: "2024-03-15", reponses: { "date-naissance": "1955-03-02", "code-postal": "62000", hebergement: "a-son-nom", "pass-recus": 0, accompagne: true } };

/** The table of postal codes inside the script: a page has no file to read. */
const inside = {
  name: "inside",
  setup({ onLoad }) {
    onLoad({ filter: /postal\.mjs$/ }, async ({ path }) => {
      const table = await readFile(new URL("../../src/reglements/codes-postaux.txt", import.meta.url), "utf8");
      const code = (await readFile(path, "utf8")).replace(/^import .*$/m, "").replace(/readFileSync\(.*\);/, () => `${JSON.stringify(table)};`);
      return { contents: code };
    });
  },
};

async function bundled(engine) {
  const contents = `import { answer } from "./${engine}.mjs"; window.verdict = answer(${JSON.stringify(DEMANDE)}).verdict;`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: HERE }, bundle: true, format: "esm", minify: true, platform: "browser", plugins: [inside], write: false,
  });
  return outputFiles[0].contents;
}

const page = (body) => `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>First</title><link rel="icon" href="data:,">${body}</html>`;
const module_ = (src) => `<script type="module" src="${src}"></script>`;
const OURS = "ours";
const files = new Map([["/empty", page("")], [`/${OURS}`, page(`${module_("/pass-numerique.js")}<pass-numerique date-depot="${DEMANDE.dateDepot}"></pass-numerique>`)]]);
for (const engine of ["plain", "json-logic", "publicodes"]) {
  files.set(`/${engine}.js`, await bundled(engine));
  files.set(`/${engine}`, page(module_(`/${engine}.js`)));
}

const TYPES = { js: "text/javascript", wasm: "application/wasm", txt: "text/plain" };
const server = createServer(async ({ url }, response) => {
  const body = files.get(url) ?? (await readFile(new URL(url.slice(1), SITE)).catch(() => null));
  if (body === null) return response.writeHead(404).end();
  if (!files.has(url)) files.set(url, body);
  const packed = compressed(url, body);
  response.writeHead(200, { "Content-Type": `${TYPES[url.split(".")[1]] ?? "text/html"}; charset=utf-8`, "Content-Encoding": "br" }).end(packed);
});
const packs = new Map();
function compressed(url, body) {
  if (!packs.has(url)) packs.set(url, brotliCompressSync(body));
  return packs.get(url);
}
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await lancerChromium();

async function tab(throttled) {
  const onglet = await browser.onglet();
  const tools = await onglet.page.context().newCDPSession(onglet.page);
  await tools.send("Network.enable");
  await tools.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (throttled) await tools.send("Network.emulateNetworkConditions", NETWORK);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return onglet;
}

/** In the page: milliseconds from its address to the verdict, which the element has with its first screen. */
async function waited(name) {
  if (name === "empty") return performance.now();
  if (name !== "ours") {
    while (!window.verdict) await new Promise((next) => setTimeout(next, 1));
    return performance.now();
  }
  await customElements.whenDefined("pass-numerique");
  const test = document.querySelector("pass-numerique");
  await test.pret;
  if (!test.bilan.decisions[0].verdict) throw new Error("no verdict");
  return performance.now();
}

async function onSlowNetwork(name) {
  const onglet = await tab(true);
  await onglet.page.goto(`${address}/${name}`, { waitUntil: "commit" });
  const spent = await onglet.page.evaluate(waited, name);
  await onglet.fermer();
  return spent;
}

/** In an idle page: the import, and the verdict. */
async function idle(name) {
  const onglet = await tab(false);
  await onglet.page.goto(`${address}/empty`);
  const spent = await onglet.page.evaluate(async ([engine, day]) => {
    await new Promise((next) => setTimeout(next, 300));
    const start = performance.now();
    if (engine === "ours") {
      await import("/pass-numerique.js");
      const test = document.createElement("pass-numerique");
      test.setAttribute("date-depot", day);
      document.body.append(test);
      await test.pret;
      if (!test.bilan.decisions[0].verdict) throw new Error("no verdict");
    } else {
      await import(`/${engine}.js`);
      if (!window.verdict) throw new Error("no verdict");
    }
    return performance.now() - start;
  }, [name, DEMANDE.dateDepot]);
  await onglet.fermer();
  return spent;
}

const engines = ["plain", "json-logic", "publicodes", OURS];
const best = (times) => Math.min(...times);
const times = { empty: [], ...Object.fromEntries(engines.map((name) => [name, { network: [], idle: [] }])) };
for (let turn = 0; turn < TURNS; turn += 1) {
  times.empty.push(await onSlowNetwork("empty"));
  for (const name of engines) {
    times[name].network.push(await onSlowNetwork(name));
    times[name].idle.push(await idle(name));
  }
}
const empty = best(times.empty);
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
row("", "by hand", "json-logic-js", "publicodes", "ours: its first screen");
row("---", "---", "---", "---", "---");
row("first verdict on a slow phone network, above an empty page, ms", ...engines.map((name) => Math.round(best(times[name].network) - empty)));
row("import to verdict in an idle page, ms", ...engines.map((name) => Math.round(best(times[name].idle))));
await browser.fermer();
server.close();
server.closeAllConnections();
