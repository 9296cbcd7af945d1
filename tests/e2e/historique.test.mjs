// The phone's Back and Forward: they follow the way through the test, and carry nothing of what was answered.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";

const decor = monterLeDecor(lancerChromium);

async function ouvrir(attributs = "") {
  const onglet = await decor.navigateur.onglet();
  await onglet.ouvrir(decor.site.page("nue"));
  if (attributs) {
    await onglet.evaluer(async (nom) => {
      const element = document.querySelector("pass-numerique");
      element.setAttribute(nom, "non");
      await element.pret;
    }, attributs);
  }
  return { onglet, clavier: new Clavier(onglet) };
}

/** The browser goes back in its own time: the screen tells when it has. */
const surLaQuestion = (clavier, question) => bientot(async () => assert.equal((await clavier.ecran()).question, question));

async function troisQuestions(clavier) {
  await clavier.commencer();
  await clavier.repondre("59000");
  await clavier.continuer();
  await clavier.repondre("De 31 à 59 ans");
  await clavier.continuer();
  await surLaQuestion(clavier, "situations");
}

describe("le Retour du navigateur", () => {
  test("il suit les écrans, et l'avance aussi, avec les réponses et le focus sur le titre", DELAI, async () => {
    const { onglet, clavier } = await ouvrir();
    const adresse = onglet.page.url();
    await troisQuestions(clavier);
    await onglet.page.evaluate(() => history.back());
    await surLaQuestion(clavier, "tranche-age");
    assert.deepEqual((await clavier.ecran()).choisis, ["De 31 à 59 ans"]);
    assert.match((await clavier.focus()).classe, /\btitre\b/);
    await onglet.page.evaluate(() => history.back());
    await surLaQuestion(clavier, "code-postal");
    assert.deepEqual((await clavier.ecran()).ecrits, ["59000"]);
    await onglet.page.evaluate(() => history.go(2));
    await surLaQuestion(clavier, "situations");
    assert.equal(onglet.page.url(), adresse, "the address never changes");
    const etat = await onglet.page.evaluate(() => history.state);
    assert.deepEqual(etat, { "pass-numerique-1": 3 }, "a step number, and nothing else");
    await onglet.sansErreur();
    await onglet.fermer();
  });

  test("le bouton Retour de l'écran et celui du navigateur suivent le même chemin", DELAI, async () => {
    const { onglet, clavier } = await ouvrir();
    await troisQuestions(clavier);
    await clavier.retour();
    await surLaQuestion(clavier, "tranche-age");
    await bientot(async () => assert.deepEqual(await onglet.page.evaluate(() => history.state), { "pass-numerique-1": 2 }));
    await onglet.page.evaluate(() => history.back());
    await surLaQuestion(clavier, "code-postal");
    await onglet.page.evaluate(() => history.forward());
    await surLaQuestion(clavier, "tranche-age");
    await onglet.sansErreur();
    await onglet.fermer();
  });

  test("à côté d'un hôte qui écoute popstate et pousse ses propres pages, chacun garde les siennes", DELAI, async () => {
    const { onglet, clavier } = await ouvrir();
    await onglet.page.evaluate(() => {
      window.vues = [];
      addEventListener("popstate", (event) => window.vues.push(event.state));
    });
    await troisQuestions(clavier);
    await onglet.page.evaluate(() => history.pushState({ page: "hote" }, ""));
    await onglet.page.evaluate(() => history.back());
    await bientot(async () => assert.equal(await onglet.page.evaluate(() => window.vues.length), 1));
    assert.equal((await clavier.ecran()).question, "situations", "the host's entry is the host's");
    await onglet.page.evaluate(() => history.back());
    await surLaQuestion(clavier, "tranche-age");
    await onglet.sansErreur();
    await onglet.fermer();
  });

  test("historique=« non » n'ajoute aucune entrée", DELAI, async () => {
    const { onglet, clavier } = await ouvrir("historique");
    const avant = await onglet.page.evaluate(() => history.length);
    await troisQuestions(clavier);
    assert.equal(await onglet.page.evaluate(() => history.length), avant);
    await onglet.fermer();
  });
});

describe("la page quittée pendant qu'elle charge", () => {
  const firefox = monterLeDecor(lancerFirefox);

  // Firefox keeps such a page as it was, and never ends what it was doing; at one of these moments something always is.
  test("Firefox la rend, et le test arrive", DELAI, async () => {
    const { navigateur, site } = firefox;
    let rendues = 0;
    for (const apres of [0, 5, 10, 15, 20, 25, 30]) {
      const onglet = await navigateur.onglet();
      const ou = (adresse) => bientot(async () => assert.equal(await onglet.evaluer(() => location.href).catch(() => ""), adresse));
      await onglet.avant(() => addEventListener("pageshow", ({ persisted }) => { window.rendue = persisted; }));
      await onglet.aller(site.demo());
      await onglet.aller(site.page("nue"));
      await onglet.evaluer((ms) => void setTimeout(() => history.back(), ms), apres);
      await ou(site.demo());
      await onglet.evaluer(() => void setTimeout(() => history.forward()));
      await ou(site.page("nue"));
      await bientot(() => onglet.pret());
      rendues += await onglet.evaluer(() => window.rendue);
      // A script cut in the middle has not the hash that is awaited: Firefox says so, of the first try.
      await onglet.ecouter();
      assert.deepEqual(onglet.erreurs.filter((erreur) => !erreur.includes("integrity")), []);
      await onglet.fermer();
    }
    assert.ok(rendues > 0, "Firefox gave back no page as it was: nothing is tried here");
  });
});
