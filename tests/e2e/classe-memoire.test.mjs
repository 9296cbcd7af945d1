// Nothing is left of a class: in the memory of the page once wiped, in the browser, on the network.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { Classe, DEPOT_DE_CLASSE, LISTE, ouvrirLaClasse } from "./commun/classe.mjs";
import { monterLeDecor } from "./commun/decor.mjs";
import { dansLeModule, dansLeTas, garderLaMemoireDuModule, plusRienDansLeTas } from "./commun/memoire.mjs";
import { noterLesRequetes } from "./commun/requetes.mjs";

const decor = monterLeDecor();
const ouvrir = (options) => ouvrirLaClasse(decor.navigateur, decor.site, options);

/** The page for a class, with the memory of its module at hand. */
async function ouvrirAvecLaMemoire() {
  const onglet = await decor.navigateur.onglet();
  await onglet.avant(garderLaMemoireDuModule);
  await onglet.ouvrir(`${decor.site.url}/www/classe.html?pn-date-depot=${DEPOT_DE_CLASSE}`);
  return new Classe(onglet);
}

test("once wiped, no name is left in the memory of the module nor of the page; a column without a role never is", DELAI, async () => {
  const classe = await ouvrirAvecLaMemoire();
  const { onglet } = classe;
  // As a file: what a test says to the page in words would be words in the page.
  await classe.donner("liste.tsv", new TextEncoder().encode(LISTE));
  await classe.attendre("[data-action=voir]");
  await classe.repondre();
  await classe.cliquer("[data-action=voir]");
  await classe.cliquer("[data-action=ouvrir]");
  await classe.attendre("form[data-forme=eleve]");
  assert.deepEqual(await dansLeModule(onglet, ["AMRANI", "DELATTRE"]), ["AMRANI", "DELATTRE"], "the search of the module sees nothing");
  assert.notDeepEqual(await dansLeTas(onglet, ["DELATTRE"]), [], "the search of the heap sees nothing");
  await plusRienDansLeTas(onglet, ["ARACHIDE-SECRET"]);
  await classe.cliquer("#effacer");
  await classe.cliquer("[data-action=effacer]");
  await classe.attendre("input[type=file]");
  const secrets = ["AMRANI", "DELATTRE", "Yanis", "TAGORA", "24725411330", "ARACHIDE-SECRET"];
  assert.deepEqual(await dansLeModule(onglet, secrets), []);
  await plusRienDansLeTas(onglet, secrets);
  const reste = await classe.tout();
  assert.deepEqual(secrets.filter((secret) => reste.includes(secret)), [], "still in the page");
  await onglet.fermer();
});

test("a list with passwords, allergies and parents: none is anywhere once it is read", DELAI, async () => {
  const classe = await ouvrirAvecLaMemoire();
  const { onglet } = classe;
  const secrets = ["S3CR3T", "ARACHIDE-SECRET", "PARENT-SECRET", "0600000000"];
  const liste = await readFile(new URL("../listes/notres/45-mots-de-passe.csv", import.meta.url));
  assert.deepEqual(secrets.filter((secret) => !liste.includes(secret)), [], "the list has them all");
  await classe.donner("EXP_ELEVE.csv", liste);
  await classe.attendre("[data-action=voir]");
  // While it is checked its bytes are kept, to be read otherwise; what is made of it has none of them.
  await plusRienDansLeTas(onglet, secrets);
  await classe.repondre();
  await classe.cliquer("[data-action=voir]");
  await classe.attendre("#chercher");
  assert.deepEqual(await dansLeModule(onglet, secrets), []);
  await plusRienDansLeTas(onglet, secrets);
  const { octets } = await classe.exporter();
  const sorti = `${await classe.tout()}\n${new TextDecoder().decode(Uint8Array.from(octets))}`;
  assert.deepEqual(secrets.filter((secret) => sorti.includes(secret)), []);
  await onglet.fermer();
});

test("nothing is asked of the network, nothing is kept, leaving warns", DELAI, async () => {
  const classe = await ouvrir();
  const { onglet } = classe;
  const requetes = noterLesRequetes(onglet);
  await requetes();
  const adresse = onglet.page.url();
  await classe.coller(LISTE);
  await classe.repondre();
  await classe.cliquer("[data-action=voir]");
  await classe.attendre(".eleves");
  await classe.cliquer("[data-action=ouvrir]");
  await classe.attendre("form[data-forme=eleve]");
  assert.deepEqual(await requetes(), []);
  assert.equal(onglet.page.url(), adresse);
  const gardes = await onglet.evaluer(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, JSON.stringify(history.state), document.title]);
  assert.deepEqual(gardes.slice(0, 4), [[], [], "", "null"]);
  assert.ok(!/AMRANI/.test(gardes[4]));
  const averti = await onglet.evaluer(() => {
    const depart = new Event("beforeunload", { cancelable: true });
    dispatchEvent(depart);
    return depart.defaultPrevented;
  });
  assert.ok(averti, "the page is left without a warning");
  const rien = await onglet.evaluer(() => [temoin.widget().demande, temoin.widget().bilan].map((v) => v === undefined));
  assert.deepEqual(rien, [true, true], "a host reads the pupils");
  await onglet.fermer();
});
