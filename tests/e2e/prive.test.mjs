// Nothing leaves the page and nothing stays in the browser: no request, no storage, no window, no answer in an event.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { Clavier } from "./commun/clavier.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { noterLesRequetes } from "./commun/requetes.mjs";
import { SCENARIOS, reponseA } from "./commun/scenarios.mjs";
import { WASM } from "./commun/site.mjs";

const decor = monterLeDecor();

/** The whole way, the result, a change, and a new start. */
async function toutFaire(clavier, scenario) {
  await clavier.commencer();
  for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
    await clavier.repondre(reponseA(scenario, ecran.question));
    await clavier.continuer();
  }
  await clavier.appuyer("Voir le résultat");
  await clavier.appuyer("Et si je fais la demande un autre jour ?");
  await clavier.appuyer("Changer une réponse", "Shift+Tab");
  await clavier.appuyer("Voir le résultat");
}

for (const scenario of SCENARIOS) {
  test(`rien ne sort et rien ne reste : ${scenario.nom}`, DELAI, async () => {
    const onglet = await decor.navigateur.onglet();
    const { page } = onglet;
    const contexte = page.context();
    const requetes = noterLesRequetes(onglet);
    const fenetres = [];
    contexte.on("page", (autre) => fenetres.push(autre.url()));

    await onglet.ouvrir(decor.site.demo());
    const chargees = await requetes();
    assert.ok(chargees.some((url) => url.endsWith(WASM)), "the request log sees the load");
    assert.ok(chargees.every((url) => url.startsWith(decor.site.url) || url.startsWith("data:")), `all from this site: ${chargees}`);
    const adresse = page.url();

    const clavier = new Clavier(onglet);
    await toutFaire(clavier, scenario);
    await clavier.appuyer("Recommencer");

    assert.deepEqual(await requetes(), [], "no request after the load");
    assert.deepEqual(fenetres, [], "no window opened");
    assert.deepEqual(await onglet.evaluer(() => temoin.fenetres), [], "window.open is never called");
    assert.equal(page.url(), adresse, "the address stays");
    const etat = await onglet.evaluer(() => history.state);
    assert.ok(Object.values(etat).every(Number.isInteger), `the history holds a step number only: ${JSON.stringify(etat)}`);
    const traces = await onglet.evaluer(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      temoins: document.cookie,
      bases: (await indexedDB.databases()).map((base) => base.name),
      caches: await caches.keys(),
      services: (await navigator.serviceWorker.getRegistrations()).length,
      nom: window.name,
    }));
    assert.deepEqual(traces, { local: [], session: [], temoins: "", bases: [], caches: [], services: 0, nom: "" });
    assert.deepEqual(await contexte.cookies(), []);
    const { origins } = await contexte.storageState({ indexedDB: true });
    assert.deepEqual(origins, [], "the browser keeps nothing for this site");
    await onglet.sansErreur();
    await onglet.fermer();
  });
}

test("le journal des requêtes en voit une quand il y en a une", DELAI, async () => {
  const onglet = await decor.navigateur.onglet();
  const requetes = noterLesRequetes(onglet);
  await onglet.ouvrir(decor.site.demo());
  await requetes();
  await onglet.evaluer(() => fetch("/www/demo.css").then((reponse) => reponse.text()));
  assert.deepEqual(await requetes(), [`${decor.site.url}/www/demo.css`]);
  await onglet.fermer();
});

// The keys of contrat.md §6, and no other.
const CLES = { pret: [], etape: ["question"], resultat: ["carnet", "reglement", "verdict"], recommence: [], erreur: ["code"] };

test("les événements sortent du composant et ne portent aucune réponse", DELAI, async () => {
  const onglet = await decor.navigateur.onglet();
  await onglet.ouvrir(decor.site.page("encadree"));
  const clavier = new Clavier(onglet);
  const scenario = SCENARIOS[1];
  await toutFaire(clavier, scenario);
  const reponses = await onglet.evaluer(() => temoin.widget().demande.reponses);
  await clavier.appuyer("Recommencer");
  const evenements = await onglet.evaluer(() => temoin.evenements);

  const noms = new Set(evenements.map((e) => e.nom));
  for (const nom of ["pret", "etape", "resultat", "recommence"]) assert.ok(noms.has(nom), `no event ${nom}`);
  for (const { nom, detail, de } of evenements) {
    assert.equal(de, "test", "the target is the element itself");
    assert.deepEqual(Object.keys(detail).sort(), CLES[nom], `keys of ${nom}`);
  }
  const etapes = evenements.filter((e) => e.nom === "etape").map((e) => e.detail.question);
  assert.deepEqual(etapes.slice(0, 3), ["code-postal", "tranche-age", "situations"]);
  assert.deepEqual(evenements.find((e) => e.nom === "resultat").detail, { verdict: "eligible", reglement: "hdf-2023", carnet: 10 });

  // No value that was answered is anywhere in what the host page hears. « true » is no secret by itself.
  const valeurs = Object.values(reponses).flat().filter((valeur) => typeof valeur === "string");
  assert.ok(valeurs.includes("62000") && valeurs.includes("demandeur-emploi"), `the answers are known: ${valeurs}`);
  const entendu = JSON.stringify(evenements);
  for (const valeur of valeurs) assert.ok(!entendu.includes(`"${valeur}"`), `« ${valeur} » is in ${entendu}`);
  await onglet.fermer();
});

test("Imprimer ouvre la boîte d'impression, sans fenêtre ni requête", DELAI, async () => {
  const onglet = await decor.navigateur.onglet();
  await onglet.ouvrir(decor.site.page("encadree"));
  await onglet.evaluer(() => {
    window.impressions = 0;
    window.print = () => (window.impressions += 1);
  });
  const requetes = noterLesRequetes(onglet);
  const clavier = new Clavier(onglet);
  await toutFaire(clavier, SCENARIOS[0]);
  await clavier.appuyer("Imprimer la fiche");
  await onglet.evaluer(() => temoin.widget().imprimer());
  assert.equal(await onglet.evaluer(() => window.impressions), 2);
  assert.deepEqual(await requetes(), []);
  await onglet.fermer();
});
