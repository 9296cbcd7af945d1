// What a page that holds the test asks for: how much, in how many requests, all at once; and its other languages after.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { DELAI } from "./commun/attente.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { COMPLETS, DEPLOYE, LANGUES, MOTEUR, MOTEUR_COMPLET, SCRIPT, WASM, servirLeSite } from "./commun/site.mjs";

const CHARGEUR = "pass-numerique.js";

// Bytes, as a server sends them with the best compression; they only ever go down, except for what is worth it: of the
// loader, 260 are the SHA-384 of the four files that it may load. README says what they buy.
const BUDGETS = [
  { nom: "le chargeur", fichiers: [CHARGEUR], octets: 2_000 },
  { nom: "tout ce qu'un citoyen charge jusqu'à la réponse", fichiers: [CHARGEUR, SCRIPT, WASM], octets: 117_500, annonce: "integrer.html" },
  { nom: "les deux autres langues, demandées ensuite", fichiers: Object.values(LANGUES), octets: 17_000 },
  { nom: "le moteur en JavaScript, où WebAssembly est refusé", fichiers: [MOTEUR], octets: 147_500 },
  { nom: "ce que charge un mode de professionnel", fichiers: [CHARGEUR, ...Object.values(COMPLETS)], octets: 289_000 },
  { nom: "celui d'un mode de professionnel en JavaScript", fichiers: [MOTEUR_COMPLET], octets: 389_000 },
];

async function compresse(fichier) {
  const contenu = await readFile(join(DEPLOYE, fichier));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contenu.length };
  return brotliCompressSync(contenu, { params }).length;
}

/** How many kB the page for webmasters says. */
async function dit(page) {
  return Number((await readFile(join(DEPLOYE, page), "utf8")).match(/<strong>(\d+) ko<\/strong>/)[1]);
}

for (const { nom, fichiers, octets, annonce } of BUDGETS) {
  test(`${nom} tient en ${octets} octets`, async (t) => {
    const poids = await Promise.all(fichiers.map(compresse));
    const somme = poids.reduce((a, b) => a + b);
    t.diagnostic(`${fichiers.map((fichier, n) => `${fichier}: ${poids[n]}`).join(", ")}; ${somme} in all`);
    assert.ok(somme <= octets, `${somme} bytes, at most ${octets}`);
    if (annonce) assert.equal(await dit(annonce), Math.ceil(somme / 1000), `kB, as ${annonce} says`);
  });
}

test("le script, le moteur et la campagne sont demandés d'un coup, les autres langues ensuite, et rien d'autre", DELAI, async () => {
  const navigateur = await lancerChromium();
  const site = await servirLeSite();
  const attendus = [SCRIPT, WASM, "campagne.json"];
  for (const retenu of attendus) {
    const onglet = await navigateur.onglet();
    const demandes = [];
    let lacher;
    const lache = new Promise((suite) => { lacher = suite; });
    let tous;
    const demandesToutes = new Promise((suite) => { tous = suite; });
    await onglet.page.route("**/www/**", async (route) => {
      const fichier = new URL(route.request().url()).pathname.split("/").at(-1);
      demandes.push(fichier);
      if (attendus.every((un) => demandes.includes(un))) tous();
      // One that does not come keeps none of the others waiting to be asked for.
      if (fichier === retenu) await lache;
      await route.continue();
    });
    await onglet.page.goto(site.demo(), { waitUntil: "commit" });
    await demandesToutes;
    lacher();
    await onglet.pret();
    assert.deepEqual(demandes.slice(-2).toSorted(), Object.values(LANGUES).toSorted());
    assert.deepEqual(demandes.slice(0, -2).toSorted(), ["index.html", "demo.css", "demo.js", CHARGEUR, ...attendus].toSorted());
    await onglet.fermer();
  }
  await site.fermer();
  await navigateur.fermer();
});
