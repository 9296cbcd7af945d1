// The same twenty people in each form of delivery: the same Bilan as the package gives in Node, to the last key.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { evaluer } from "../../dist/npm/node.js";
import { DELAI } from "./commun/attente.mjs";
import { cadrePret } from "./commun/cadre.mjs";
import { sansWebAssembly } from "./commun/dans-la-page.mjs";
import { monterLesSites } from "./commun/formes.mjs";
import { DEPOT, lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";

const DOSSIERS = join(DEPOT, "tests/dossiers");
const TOUS = readdirSync(DOSSIERS)
  .filter((nom) => nom.endsWith(".jsonl"))
  .toSorted()
  .flatMap((nom) => readFileSync(join(DOSSIERS, nom), "utf8").split("\n").filter(Boolean))
  .map((ligne) => JSON.parse(ligne));
/** As far from one another as they can be in the files, which are one an act. */
const VINGT = Array.from({ length: 20 }, (_, rang) => TOUS[Math.floor((rang * TOUS.length) / 20)])
  .map(({ id, demande: { dateDepot: depot, reponses } }) => ({ id, depot, reponses }));

/** In the page: walks each, by its forms and buttons; what was said, and what was answered. */
async function parcourir(cas) {
  const dits = [];
  for (const un of cas) {
    await pilote.resultat(un);
    const { demande, bilan } = document.querySelector("pass-numerique");
    dits.push({ id: un.id, demande, bilan });
  }
  return JSON.parse(JSON.stringify(dits));
}

let sites;
before(async () => {
  sites = await monterLesSites();
}, DELAI);
after(() => sites?.fermer());

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur;
    before(async () => {
      navigateur = await lancer();
    });
    after(() => navigateur?.fermer());

    const formes = ["element", "cadre", "npm", "fichier", "wordpress"].map((forme) => ({ forme }));
    // The other forms are told of, every dossier, in moteur.test.mjs.
    const verrouilles = ["cadre", "npm"].map((forme) => ({ forme, avant: sansWebAssembly }));
    for (const { forme, avant } of [...formes, ...verrouilles]) {
      test(`${forme}${avant ? ", sans WebAssembly" : ""} : vingt dossiers ont le même Bilan`, DELAI, async (t) => {
        const onglet = await navigateur.onglet();
        t.after(onglet.fermer);
        if (avant) await onglet.avant(avant);
        await onglet.aller(sites.adresses[forme]);
        const dedans = forme === "cadre" ? await cadrePret(onglet.page, avant ? /frame-javascript/ : /frame\.html/) : onglet.page;
        if (forme !== "cadre") await onglet.pret();
        await dedans.evaluate(installerPilote);
        if (avant) assert.equal(await dedans.evaluate(() => typeof WebAssembly), "undefined");
        const dits = await dedans.evaluate(parcourir, VINGT);
        assert.equal(dits.length, 20);
        for (const { id, demande, bilan } of dits) assert.deepEqual(bilan, JSON.parse(JSON.stringify(evaluer(demande))), id);
        const verdicts = new Set(dits.map(({ bilan }) => bilan.decisions[0].verdict));
        assert.ok(verdicts.size >= 3, `only ${[...verdicts]}`);
      });
    }
  });
}
