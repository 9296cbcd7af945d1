// The recipes that docs/recettes.md says were tried: its text alone, in a site that has nothing else.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { servir } from "../../scripts/servir.mjs";
import { DELAI } from "./commun/attente.mjs";
import { DEPOT, lancerChromium } from "./commun/navigateur.mjs";
import { installerPilote } from "./commun/pilote.mjs";
import { outil } from "./commun/programmes.mjs";
import { DEPLOYE, JOUR } from "./commun/site.mjs";

const RECETTES = await readFile(join(DEPOT, "docs/recettes.md"), "utf8");
const REPONSES = { "code-postal": "59000", "tranche-age": "60+", "pass-recus": 0, accompagne: true, hebergement: "a-son-nom" };

/** The files that a recipe says to write, by their names. */
function fichiers(titre) {
  const partie = RECETTES.split(/^## /m).find((une) => une.startsWith(titre));
  return Object.fromEntries([...partie.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, nom, contenu]) => [nom, contenu]));
}

async function ecrire(dossier, contenus) {
  for (const [nom, contenu] of Object.entries(contenus)) {
    await mkdir(dirname(join(dossier, nom)), { recursive: true });
    await writeFile(join(dossier, nom), contenu);
  }
}

async function dossierDe(t) {
  const dossier = await mkdtemp(join(tmpdir(), "recette "));
  t.after(() => rm(dossier, { recursive: true }));
  return dossier;
}

/** From the first screen to the answer, in the page of that site, under the policy that the recipe tells; then without script. */
async function essayer(t, racine, chemin) {
  const [, politique] = RECETTES.match(/elle doit laisser passer `(.+?)`/);
  const site = await servir({ racine, csp: `default-src 'none'; img-src data:; style-src 'self' 'unsafe-inline'; ${politique}` });
  t.after(site.fermer);
  const navigateur = await lancerChromium();
  t.after(navigateur.fermer);
  const onglet = await navigateur.onglet();
  await onglet.ouvrir(`${site.url}${chemin}`);
  await onglet.evaluer(installerPilote);
  const { decision, contact } = await onglet.evaluer(async (cas) => {
    const { decision } = await pilote.resultat(cas);
    return { decision, contact: document.querySelector("pass-numerique").getAttribute("contact") };
  }, { depot: JOUR, reponses: REPONSES });
  assert.deepEqual([decision.verdict, decision.carnet, contact], ["eligible", 10, "tel:+33300000000"]);
  await onglet.sansErreur();

  const muet = await navigateur.onglet({ javaScriptEnabled: false });
  await muet.page.goto(`${site.url}${chemin}`);
  assert.match(await muet.page.locator("pass-numerique").innerText(), /Appelez le 03 00 00 00 00/);
}

test("des pages HTML et un serveur de fichiers", DELAI, async (t) => {
  const dossier = await dossierDe(t);
  await ecrire(dossier, fichiers("Des pages HTML"));
  await cp(DEPLOYE, join(dossier, "pass-numerique"), { recursive: true });
  await essayer(t, dossier, "/page.html");
});

test("Hugo", DELAI, async (t) => {
  const dossier = await dossierDe(t);
  await ecrire(dossier, fichiers("Hugo"));
  // The site that whoever follows the recipe already has: its address, and how a page is drawn.
  await ecrire(dossier, {
    "config.toml": 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    "layouts/_default/single.html": '<!DOCTYPE html><html lang="fr"><head><title>{{ .Title }}</title><link rel="icon" href="data:,"></head><body><main>{{ .Content }}</main></body></html>',
    "layouts/_default/list.html": "<!DOCTYPE html><html lang=\"fr\"><title>{{ .Title }}</title></html>",
  });
  await cp(DEPLOYE, join(dossier, "static/pass-numerique"), { recursive: true });
  t.diagnostic(execFileSync(outil("hugo"), ["version"], { encoding: "utf8" }).trim());
  execFileSync(outil("hugo"), ["--quiet"], { cwd: dossier, stdio: ["ignore", "ignore", "inherit"] });
  await essayer(t, join(dossier, "public"), "/pass/");
});
