// The French part of the README, followed as somebody new would: its text alone, on a server that only gives files, and in
// a WordPress.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DELAI, bientot } from "./commun/attente.mjs";
import { cadreDe } from "./commun/cadre.mjs";
import { pageWordPress } from "./commun/formes.mjs";
import { DEPOT, lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";
import { lancer as lancerLeProgramme, outil, portLibre } from "./commun/programmes.mjs";
import { DEPLOYE, JOUR } from "./commun/site.mjs";

const LISEZMOI = await readFile(join(DEPOT, "README.md"), "utf8");
const REPONSES = { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: true, hebergement: "a-son-nom" };

/** The first block of this kind under a heading: what a reader copies. */
function aCopier(titre, sorte) {
  const partie = LISEZMOI.slice(LISEZMOI.indexOf(`\n${titre}\n`));
  return partie.match(new RegExp(`^\`\`\`${sorte}\\n(.*?)^\`\`\`$`, "ms"))[1];
}

const POLITIQUE = aCopier("## Politique de sécurité", "").trim();
const page = (corps, politique = "") => `<!DOCTYPE html><html lang="fr"><meta charset="utf-8">${politique}<title>Essai</title><link rel="icon" href="data:,"><main>${corps}</main></html>`;

/** From the first screen to the answer, on the day when the campaign was open. */
async function essayer(dedans) {
  await bientot(async () => assert.ok(await dedans().evaluate(() => Boolean(document.querySelector("pass-numerique")?.bilan)), "not ready"));
  await dedans().evaluate(installerPilote);
  const { verdict, carnet } = await dedans().evaluate(async (cas) => (await pilote.resultat(cas)).decision, { depot: JOUR, reponses: REPONSES });
  assert.deepEqual([verdict, carnet], ["eligible", 10]);
}

for (const [nom, lancer] of Object.entries({ Chromium: lancerChromium, Firefox: lancerFirefox })) {
  describe(`dans ${nom}`, () => {
    let navigateur, dossier, serveur, url;
    before(async () => {
      navigateur = await lancer();
      dossier = await mkdtemp(join(tmpdir(), "lisezmoi "));
      await cp(DEPLOYE, join(dossier, "pass-numerique"), { recursive: true });
      const port = await portLibre();
      url = `http://127.0.0.1:${port}`;
      serveur = lancerLeProgramme(outil("php"), ["-S", `127.0.0.1:${port}`, "-t", dossier]);
      await bientot(async () => assert.ok(await fetch(url).then(() => true, () => false), "the server does not answer"));
    });
    after(async () => {
      await navigateur?.fermer();
      await serveur?.fermer();
      await rm(dossier, { recursive: true });
    });

    async function ouvrir(t, adresse) {
      const onglet = await navigateur.onglet();
      t.after(onglet.fermer);
      await onglet.aller(adresse);
      return onglet;
    }

    test("la balise, sous la politique donnée", DELAI, async (t) => {
      const politique = `<meta http-equiv="Content-Security-Policy" content="${POLITIQUE}">`;
      await writeFile(join(dossier, "page.html"), page(aCopier("## Le mettre dans une page", "html"), politique));
      const onglet = await ouvrir(t, `${url}/page.html`);
      await essayer(() => onglet.page);
      assert.equal(await onglet.evaluer(() => document.querySelector("pass-numerique").getAttribute("contact")), "tel:+33300000000");
      await onglet.sansErreur();
    });

    test("le cadre, avec l'empreinte que donne integrity.json", DELAI, async (t) => {
      const { files } = JSON.parse(await readFile(join(DEPLOYE, "integrity.json"), "utf8"));
      const balises = aCopier("### Dans un cadre", "html").replaceAll("https://…", `${url}/pass-numerique`).replace("sha384-…", files["frame.js"]);
      await writeFile(join(dossier, "cadre.html"), page(balises));
      const onglet = await ouvrir(t, `${url}/cadre.html`);
      await bientot(() => assert.ok(cadreDe(onglet.page), "no frame"));
      await essayer(() => cadreDe(onglet.page));
      // The script around gives it its height: that of the tag no more.
      await bientot(async () => assert.notEqual(await onglet.evaluer(() => document.querySelector("iframe").getBoundingClientRect().height), 640));
    });

    test("le fichier seul, depuis un disque", DELAI, async (t) => {
      const onglet = await ouvrir(t, `${pathToFileURL(join(dossier, "pass-numerique/offline.html"))}`);
      await essayer(() => onglet.page);
    });
  });
}

test("le code court, dans un WordPress", DELAI, async (t) => {
  const [code] = LISEZMOI.match(/\[pass_numerique contact="[^"]+"\]/);
  const { adresse, fermer } = await pageWordPress(code);
  t.after(fermer);
  const navigateur = await lancerChromium();
  t.after(navigateur.fermer);
  const onglet = await navigateur.onglet();
  await onglet.aller(adresse);
  await essayer(() => onglet.page);
  assert.equal(await onglet.evaluer(() => document.querySelector("pass-numerique").getAttribute("contact")), "tel:+33300000000");
});
