// The other languages are files that come after the first screen: both, for everybody, so that choosing one asks for
// nothing. Without them the test goes on in French.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { JOUR, LANGUES, servirLeSite } from "./commun/site.mjs";

const decor = monterLeDecor();
const FICHIERS = Object.values(LANGUES).toSorted();

/** A tab where these files wait until they are let go; it knows what was asked for. */
async function retenir(t, fichiers) {
  const onglet = await decor.navigateur.onglet();
  t.after(onglet.fermer);
  const demandes = [];
  let lacher;
  const lache = new Promise((suite) => { lacher = suite; });
  await onglet.page.route("**/www/**", async (route) => {
    const fichier = new URL(route.request().url()).pathname.split("/").at(-1);
    demandes.push(fichier);
    if (fichiers.includes(fichier)) await lache;
    await route.continue();
  });
  return { onglet, demandes, lacher };
}

const adresse = (langue) => `${decor.site.demo()}${langue === undefined ? "" : `&pn-lang=${langue}`}`;

/** On screen, whatever else is on its way. */
const aLEcran = async () => {
  await customElements.whenDefined("pass-numerique");
  await temoin.widget().pret;
};

/** The tag of the screen, the languages offered, and where the screen stands under their row. */
const vu = () => {
  const racine = temoin.racine();
  return {
    langue: racine.querySelector("[lang]").lang,
    offertes: [...racine.querySelectorAll(".langue")].map((bouton) => bouton.textContent),
    haut: racine.querySelector(".titre").getBoundingClientRect().top,
  };
};

for (const largeur of [320, 1280]) {
  test(`le premier écran n'attend pas les autres langues, et ne bouge pas quand elles viennent (${largeur} px)`, DELAI, async (t) => {
    const { onglet, demandes, lacher } = await retenir(t, FICHIERS);
    await onglet.taille(largeur, 800);
    await onglet.aller(adresse());
    await onglet.evaluer(aLEcran);
    const avant = await onglet.evaluer(vu);
    assert.deepEqual([avant.langue, avant.offertes], ["fr", []]);
    await bientot(() => assert.deepEqual(demandes.slice(-2).toSorted(), FICHIERS));
    await onglet.capture(`langues/avant-${largeur}`);
    lacher();
    await onglet.pret();
    assert.deepEqual(await onglet.evaluer(vu), { ...avant, offertes: ["Français", "Facile à lire", "English"] });
    await onglet.capture(`langues/apres-${largeur}`);
    await onglet.sansErreur();
  });
}

test("ce qui est écrit quand elles viennent reste écrit, et le focus où il est", DELAI, async (t) => {
  const { onglet, lacher } = await retenir(t, FICHIERS);
  await onglet.aller(adresse());
  await onglet.evaluer(aLEcran);
  await onglet.evaluer(() => {
    temoin.racine().querySelector("[data-action=commencer]").click();
    temoin.racine().querySelector("input").focus();
  });
  await onglet.taper("590");
  lacher();
  await onglet.pret();
  await onglet.taper("00");
  assert.equal(await onglet.evaluer(() => temoin.racine().querySelector("input").value), "59000");
});

for (const [langue, attendue] of [["en", "en"], ["EN-gb", "en"], ["fr-simple", "fr-simple"]]) {
  test(`« ${langue} » demandé par la page : le premier écran l'attend, et il est dans cette langue`, DELAI, async (t) => {
    const { onglet, demandes, lacher } = await retenir(t, FICHIERS);
    await onglet.aller(adresse(langue));
    await bientot(() => assert.ok(FICHIERS.every((fichier) => demandes.includes(fichier)), "both are asked for"));
    assert.ok(await onglet.evaluer(() => temoin.widget().firstElementChild.checkVisibility()), "the fallback is read meanwhile");
    assert.equal(await onglet.evaluer(() => temoin.evenements.length), 0);
    lacher();
    await onglet.evaluer(aLEcran);
    const { langue: montree, offertes } = await onglet.evaluer(vu);
    assert.deepEqual([montree, offertes.length], [attendue, 3]);
  });
}

test("quelle que soit la langue de la page, ou choisie, les mêmes fichiers sont demandés", DELAI, async (t) => {
  const demandes = {};
  for (const langue of ["fr", "fr-simple", "en", "de"]) {
    const { onglet, demandes: notees, lacher } = await retenir(t, []);
    lacher();
    await onglet.aller(adresse(langue));
    await onglet.pret();
    for (const choisie of ["en", "fr-simple", "fr"]) {
      await onglet.evaluer((code) => temoin.racine().querySelector(`[data-cible=${code}]`).click(), choisie);
      assert.equal((await onglet.evaluer(vu)).langue, choisie);
    }
    demandes[langue] = notees.toSorted();
  }
  assert.ok(FICHIERS.every((fichier) => demandes.fr.includes(fichier)));
  for (const [langue, notees] of Object.entries(demandes)) assert.deepEqual(notees, demandes.fr, langue);
});

for (const absente of Object.keys(LANGUES)) {
  test(`le fichier de « ${absente} » ne vient pas : le test marche, et cette langue n'est pas offerte`, DELAI, async (t) => {
    const site = await servirLeSite({ absents: [`/www/${LANGUES[absente]}`] });
    t.after(site.fermer);
    const onglet = await decor.navigateur.onglet();
    t.after(onglet.fermer);
    // Even when the page asks for it.
    await onglet.page.goto(`${site.url}/www/index.html?pn-date-depot=${JOUR}&pn-lang=${absente}`);
    await onglet.pret();
    const { langue, offertes } = await onglet.evaluer(vu);
    assert.deepEqual([langue, offertes.length], ["fr", 2]);
    assert.ok(!offertes.includes({ "fr-simple": "Facile à lire", en: "English" }[absente]));
    await onglet.evaluer(() => temoin.racine().querySelector("[data-action=commencer]").click());
    assert.equal((await onglet.evaluer(() => temoin.ecran())).question, "code-postal");
    await onglet.sansErreur();
    assert.ok(onglet.console.some(({ texte }) => texte.includes(LANGUES[absente])), "the console says which file");
  });
}

test("aucun des deux ne vient : le test marche en français", DELAI, async (t) => {
  const site = await servirLeSite({ absents: FICHIERS.map((fichier) => `/www/${fichier}`) });
  t.after(site.fermer);
  const onglet = await decor.navigateur.onglet();
  t.after(onglet.fermer);
  await onglet.aller(site.demo());
  await onglet.evaluer(aLEcran);
  await bientot(() => assert.ok(FICHIERS.every((fichier) => onglet.console.some(({ texte }) => texte.includes(fichier)))));
  assert.deepEqual((await onglet.evaluer(vu)).offertes, []);
  await onglet.evaluer(() => temoin.racine().querySelector("[data-action=commencer]").click());
  assert.equal((await onglet.evaluer(() => temoin.ecran())).question, "code-postal");
});
