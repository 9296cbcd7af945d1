// The pictures of the README, taken from the built widget: make images.

import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Clavier } from "../tests/e2e/commun/clavier.mjs";
import { lancerChromium } from "../tests/e2e/commun/navigateur.mjs";
import { SCENARIOS, reponseA } from "../tests/e2e/commun/scenarios.mjs";
import { servirLeSite } from "../tests/e2e/commun/site.mjs";

const IMAGES = fileURLToPath(new URL("../docs/images/", import.meta.url));
const TELEPHONE = { largeur: 390, hauteur: 900 };
const BUREAU = { largeur: 1100, hauteur: 900, colorScheme: "dark" };
const AUJOURDHUI = "2026-11-20";
const scenario = SCENARIOS.find(({ nom }) => nom === "demandeur-accompagne");

const navigateur = await lancerChromium();
const site = await servirLeSite();

async function ouvrir(options, jour, parametres = "") {
  const onglet = await navigateur.onglet(options);
  await onglet.ouvrir(site.demo(jour) + parametres);
  return { onglet, clavier: new Clavier(onglet) };
}

/** The widget on screen, from its top, `hauteur` pixels of it at most. */
async function image(onglet, nom, hauteur = 1000) {
  await onglet.evaluer(() => document.activeElement?.shadowRoot?.activeElement?.blur());
  const boite = await onglet.page.locator("pass-numerique").boundingBox();
  const defile = await onglet.evaluer(() => scrollY);
  await onglet.page.screenshot({
    path: join(IMAGES, `${nom}.png`),
    fullPage: true,
    clip: { x: boite.x - 12, y: boite.y + defile - 12, width: boite.width + 24, height: Math.min(boite.height + 24, hauteur) },
  });
  console.log(`docs/images/${nom}.png`);
}

async function allerAuResultat(clavier, onglet, vues = {}) {
  await clavier.commencer();
  for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
    await clavier.repondre(reponseA(scenario, ecran.question));
    if (vues[ecran.question]) await image(onglet, vues[ecran.question]);
    await clavier.continuer();
  }
  if (vues.verification) await image(onglet, vues.verification);
  await clavier.appuyer("Voir le résultat");
}

const { onglet, clavier } = await ouvrir(TELEPHONE);
await image(onglet, "accueil");
await clavier.commencer();
await clavier.continuer();
await image(onglet, "erreur");
await onglet.fermer();

const telephone = await ouvrir(TELEPHONE);
await allerAuResultat(telephone.clavier, telephone.onglet, { "tranche-age": "question", verification: "verification" });
await image(telephone.onglet, "resultat");
await telephone.clavier.cocher("Votre pièce d'identité (cochez si vous l'avez)");
await telephone.clavier.appuyer("Vérifier la date de ce papier : Un justificatif de domicile");
await telephone.clavier.ecrire("3 2 2023");
await telephone.clavier.appuyer("Vérifier");
await telephone.onglet.evaluer(() => {
  for (const volet of temoin.racine().querySelectorAll("details[open]")) volet.open = false;
});
const papiers = await telephone.onglet.page.locator("pass-numerique .pieces").boundingBox();
const haut = await telephone.onglet.evaluer(() => scrollY);
await telephone.onglet.page.screenshot({
  path: join(IMAGES, "papiers.png"),
  fullPage: true,
  clip: { x: 0, y: papiers.y + haut - 90, width: 390, height: 1000 },
});
console.log("docs/images/papiers.png");
const dossier = await mkdtemp(join(tmpdir(), "fiche-"));
await telephone.onglet.page.pdf({ path: join(dossier, "fiche.pdf"), format: "A4" });
execFileSync("pdftoppm", ["-png", "-r", "64", "-f", "1", "-l", "1", "-singlefile", join(dossier, "fiche.pdf"), join(IMAGES, "fiche")]);
await rm(dossier, { recursive: true });
console.log("docs/images/fiche.png");
await telephone.onglet.fermer();

const bureau = await ouvrir(BUREAU);
await allerAuResultat(bureau.clavier, bureau.onglet);
await image(bureau.onglet, "resultat-sombre", 760);
await bureau.onglet.fermer();

const clos = await ouvrir(TELEPHONE, AUJOURDHUI);
await image(clos.onglet, "clos");
await clos.onglet.fermer();

const facile = await ouvrir(TELEPHONE, undefined, "&pn-lang=fr-simple");
await image(facile.onglet, "facile");
await facile.onglet.fermer();

await navigateur.fermer();
await site.fermer();
