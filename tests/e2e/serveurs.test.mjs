// The headers that the page for webmasters gives to copy, in real servers that serve what is deployed.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { cadrePret } from "./commun/cadre.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { portLibre } from "./commun/programmes.mjs";
import { extrait, servirAvec, versionDe } from "./commun/serveurs.mjs";
import { DEPLOYE, LANGUES, MOTEUR, MOTEUR_COMPLET, SCRIPT, WASM, servirLeSite } from "./commun/site.mjs";

const { tags } = JSON.parse(await readFile(join(DEPLOYE, "integrity.json"), "utf8"));

const NOMMES = ["cache-control", "referrer-policy", "x-content-type-options", "access-control-allow-origin", "content-security-policy"];
const TOUS = { "cache-control": "no-cache", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff", "access-control-allow-origin": "*" };
const HACHE = { ...TOUS, "cache-control": "public, max-age=31536000, immutable" };
const { "access-control-allow-origin": jamais, ...CADRE } = { ...TOUS, "content-security-policy": "frame-ancestors 'self' https://www.exemple.fr" };
const FICHIERS = {
  "pass-numerique.js": { ...TOUS, type: /javascript/ },
  "frame.js": { ...TOUS, type: /javascript/ },
  "integrity.json": { ...TOUS, type: /json/ },
  "offline.html": { ...TOUS, type: /html/ },
  [SCRIPT]: { ...HACHE, type: /javascript/ },
  [WASM]: { ...HACHE, type: /^application\/wasm$/ },
  [MOTEUR]: { ...HACHE, type: /javascript/ },
  [MOTEUR_COMPLET]: { ...HACHE, type: /javascript/ },
  [LANGUES.en]: { ...HACHE, type: /^text\/plain/ },
  "frame.html": { ...CADRE, type: /html/ },
  "frame-javascript.html": { ...CADRE, type: /html/ },
};

for (const [nom, server] of Object.entries({ nginx: "nginx", Apache: "apache2", Caddy: "caddy" })) {
  describe(`${nom}, avec ce que la page donne à copier`, () => {
    let navigateur, hote, dossier, port;
    const copie = () => extrait(server.replace("2", ""));
    before(async () => {
      navigateur = await lancerChromium();
      dossier = await mkdtemp(join(tmpdir(), "pass-numerique-"));
      port = await portLibre();
      // Another site, that takes the tag and the frame from this server.
      const source = `http://127.0.0.1:${port}`;
      const dits = `default-src 'none'; img-src data:; script-src ${source} 'wasm-unsafe-eval'; connect-src ${source}; frame-src ${source}`;
      hote = await servirLeSite({ racine: dossier, csp: dits });
      await writeFile(join(dossier, "essai.html"), `<!DOCTYPE html><html lang="fr"><title>Essai</title><link rel="icon" href="data:,">
        ${tags.element.replace('src="', `src="${source}/pass-numerique/`)}<pass-numerique></pass-numerique>
        <iframe title="Test" src="${source}/pass-numerique/frame.html"></iframe>`);
    });
    after(async () => {
      await navigateur?.fermer();
      await hote?.fermer();
      await rm(dossier, { recursive: true, force: true });
    });

    test("chaque fichier a ses en-têtes et son type ; un autre site prend la balise, et pas le cadre", DELAI, async (t) => {
      t.diagnostic(versionDe(server));
      const { url, fermer } = await servirAvec(server, port, copie());
      t.after(fermer);
      for (const [fichier, { type, ...attendus }] of Object.entries(FICHIERS)) {
        const { status, headers } = await fetch(`${url}/pass-numerique/${fichier}`);
        assert.equal(status, 200, fichier);
        assert.match(headers.get("content-type"), type, fichier);
        const dits = Object.fromEntries(NOMMES.filter((un) => headers.has(un)).map((un) => [un, headers.get(un)]));
        assert.deepEqual(dits, attendus, fichier);
      }
      const absent = await fetch(`${url}/pass-numerique/absent.js`);
      assert.equal(absent.status, 404);

      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.ouvrir(`${hote.url}/essai.html`);
      await bientot(() => assert.ok(onglet.console.some(({ texte }) => /frame-ancestors/.test(texte)), JSON.stringify(onglet.console)));
    });

    test("nommé dans la configuration, cet autre site montre le cadre", DELAI, async (t) => {
      assert.ok(copie().includes("https://www.exemple.fr"));
      const { fermer } = await servirAvec(server, port, copie().replaceAll("https://www.exemple.fr", hote.url));
      t.after(fermer);
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.ouvrir(`${hote.url}/essai.html`);
      await cadrePret(onglet.page);
    });
  });
}
