// When the widget cannot start, people read the conditions: never a blank box, never an endless spinner.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { sansViolation } from "./commun/axe.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { lancerChromium } from "./commun/navigateur.mjs";
import { SCENARIOS, reponseA } from "./commun/scenarios.mjs";
import { CSP, MOTEUR, SCRIPT, WASM, servirLeSite } from "./commun/site.mjs";

let navigateur;
before(async () => {
  navigateur = await lancerChromium();
});
after(() => navigateur?.fermer());

/** A site for one test: each has its own way to fail. */
async function avecSite(options, suite) {
  const site = await servirLeSite(options);
  try {
    await suite(site);
  } finally {
    await site.fermer();
  }
}

// What a person must be able to read and use without the widget.
const A_LIRE = ["Où trouver de l'aide", "60 ans ou plus", "France Travail", "Ceci n'est pas une décision"];

/** The fallback is on screen: seen by its boxes, not only present in the DOM. */
async function repliLisible(page, ou) {
  const repli = page.locator("pass-numerique .repli");
  assert.ok(await repli.isVisible(), `${ou}: the fallback is hidden`);
  const boite = await repli.boundingBox();
  assert.ok(boite.height > 200 && boite.width > 200, `${ou}: the fallback is ${boite.width}×${boite.height}`);
  const texte = (await repli.innerText()).replace(/’/g, "'").replace(/\s+/g, " ");
  for (const mots of A_LIRE) assert.ok(texte.includes(mots), `${ou}: « ${mots} » is not in the fallback`);
  const lien = repli.getByRole("link").first();
  assert.ok(await lien.isVisible(), `${ou}: no link to follow`);
  assert.equal(await page.locator("[role=progressbar], [aria-busy=true]").count(), 0, `${ou}: a spinner remains`);
}

/** Waits for the failure to be known; the promise itself must never stay pending. */
async function attendreLEchec(onglet) {
  return onglet.evaluer(async () => {
    await customElements.whenDefined("pass-numerique");
    const widget = document.querySelector("pass-numerique");
    const echec = await widget.pret.then(() => null, (erreur) => String(erreur));
    return { echec, bilan: widget.bilan ?? null, demande: widget.demande ?? null };
  });
}

test("sans JavaScript, les conditions se lisent", DELAI, () =>
  avecSite({}, async (site) => {
    const onglet = await navigateur.onglet({ javaScriptEnabled: false });
    await onglet.aller(site.demo());
    await repliLisible(onglet.page, "no script");
    await onglet.capture("secours/sans-javascript");
    await onglet.fermer();
  }));

test("script absent, les conditions se lisent", DELAI, () =>
  avecSite({ absents: ["/www/pass-numerique.js"] }, async (site) => {
    const onglet = await navigateur.onglet();
    await onglet.page.goto(site.demo(), { waitUntil: "load" });
    assert.equal(await onglet.evaluer(() => customElements.get("pass-numerique") === undefined), true);
    await repliLisible(onglet.page, "script 404");
    await sansViolation(onglet, "script 404");
    await onglet.capture("secours/script-absent");
    await onglet.fermer();
  }));

const PANNES = [
  { nom: "module absent", options: { absents: [`/www/${SCRIPT}`] } },
  { nom: "WebAssembly absent", options: { absents: [`/www/${WASM}`] } },
  { nom: "WebAssembly interdit par la page et JavaScript absent", options: { csp: CSP.replace(" 'wasm-unsafe-eval'", ""), absents: [`/www/${MOTEUR}`] } },
];
for (const { nom, options } of PANNES) {
  test(`${nom} : les conditions se lisent et la page l'apprend`, DELAI, () =>
    avecSite(options, async (site) => {
      const onglet = await navigateur.onglet();
      await onglet.aller(site.demo());
      const { echec, bilan, demande } = await attendreLEchec(onglet);
      assert.notEqual(echec, null, "pret is rejected");
      assert.deepEqual({ bilan, demande }, { bilan: null, demande: null });
      await repliLisible(onglet.page, nom);
      const erreurs = await onglet.evaluer(() => temoin.evenements.filter((e) => e.nom === "erreur"));
      assert.deepEqual(erreurs.map((e) => e.detail), [{ code: "chargement" }]);
      await onglet.sansErreur();
      await sansViolation(onglet, nom);
      await onglet.capture(`secours/${nom.replaceAll(" ", "-")}`);
      await onglet.fermer();
    }));
}

test("une date qui n'existe pas : les conditions se lisent, code « configuration »", DELAI, () =>
  avecSite({}, async (site) => {
    const onglet = await navigateur.onglet();
    await onglet.aller(site.page("encadree"));
    await onglet.pret();
    const vu = await onglet.evaluer(async () => {
      const widget = document.createElement("pass-numerique");
      widget.setAttribute("date-depot", "2024-02-30");
      const repli = document.createElement("p");
      repli.textContent = "Les conditions";
      widget.append(repli);
      document.querySelector("main").append(widget);
      await widget.pret.catch(() => {});
      const { code } = temoin.evenements.find((e) => e.nom === "erreur").detail;
      return { code, visible: repli.checkVisibility() && repli.getBoundingClientRect().height > 0 };
    });
    assert.deepEqual(vu, { code: "configuration", visible: true });
    await onglet.fermer();
  }));

/** The page itself parses a string into nodes; gives what the browser says of it, and all that it said before. */
function violerLaPolitique() {
  // The event comes after the refusal, in its turn.
  const dite = new Promise((suite) => {
    document.addEventListener("securitypolicyviolation", ({ sample }) => sample.includes("<b>x</b>") && suite());
  });
  try {
    document.createElement("div").innerHTML = "<b>x</b>";
    return "accepté";
  } catch (erreur) {
    return dite.then(() => [erreur.name, ...window.violations.splice(0)]);
  }
}
const VIOLEE = ["TypeError", "require-trusted-types-for Element innerHTML|<b>x</b>"];

test("sous Trusted Types le test marche jusqu'au résultat, sans une violation de la politique", DELAI, () =>
  avecSite({ csp: `${CSP}; trusted-types 'none'` }, async (site) => {
    const onglet = await navigateur.onglet();
    await onglet.avant(() => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (v) => window.violations.push(`${v.violatedDirective} ${v.sample}`));
    });
    await onglet.ouvrir(site.demo());
    assert.deepEqual(await onglet.evaluer(violerLaPolitique), VIOLEE, "the policy is on, and the load respects it");

    const clavier = new Clavier(onglet);
    await clavier.commencer();
    const scenario = SCENARIOS[1];
    for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
      await clavier.repondre(reponseA(scenario, ecran.question));
      await clavier.continuer();
    }
    await clavier.appuyer("Voir le résultat");
    assert.match((await clavier.ecran()).texte, /10 pass/);
    assert.deepEqual(await onglet.evaluer(violerLaPolitique), VIOLEE, "the whole path respects it");
    await onglet.sansErreur();
    await onglet.capture("secours/trusted-types");
    await onglet.fermer();
  }));
