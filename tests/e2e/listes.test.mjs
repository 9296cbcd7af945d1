// `lireListe` in the module itself, in Node: the same lists as the native tests, the same answers; and what must not
// be kept is nowhere in the memory of the module. No browser is needed.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { before, test } from "node:test";
import init, { lireListe } from "../../www/pkg/pass_numerique.js";

const LISTES = new URL("../listes/", import.meta.url);
const OPTIONS = { dateDepot: "2023-10-02" };
const lire = async (chemin) => lireListe(await readFile(new URL(chemin, LISTES)), OPTIONS);
let wasm;

before(async () => {
  const octets = await readFile(new URL("../../www/pkg/pass_numerique_bg.wasm", import.meta.url));
  wasm = await init({ module_or_path: octets });
});

test("the shared lists are read as their manifest says", async () => {
  const { listes } = JSON.parse(await readFile(new URL("partagees/manifest.json", LISTES), "utf8"));
  for (const { fichier, eleves } of listes) {
    const { lignes } = await lire(`partagees/${fichier}`);
    const champs = ["ligne", "nom", "prenom", "dateNaissance", "classe", "codePostal", "niveau"];
    const vus = (lignes) => lignes.map((ligne) => champs.map((champ) => ligne[champ]));
    assert.deepEqual(vus(lignes), vus(eleves), fichier);
  }
});

test("our lists are read as natively, one after the other", async () => {
  const fichiers = (await readdir(new URL("notres/", LISTES))).filter((nom) => !nom.endsWith(".json"));
  assert.ok(fichiers.length >= 25);
  for (const fichier of fichiers) {
    const attendu = JSON.parse(await readFile(new URL(`notres/${fichier}.json`, LISTES), "utf8"));
    assert.deepEqual(await lire(`notres/${fichier}`), attendu, fichier);
  }
});

test("columns that are dropped are nowhere in the memory once a list is read", async () => {
  const memoire = () => Buffer.from(wasm.memory.buffer);
  await lire("notres/40-un-eleve.csv");
  for (const [chemin, secrets] of [
    ["notres/04-pronote-liste.csv", ["ARACHIDE-SECRET"]],
    ["notres/45-mots-de-passe.csv", ["S3CR3T", "ARACHIDE-SECRET", "PARENT-SECRET", "0600000000"]],
    ["notres/60-classeur-complet.xlsx", ["ARACHIDE-SECRET"]],
    ["notres/62-classeur.ods", ["ARACHIDE-SECRET", "NOTE-SECRETE"]],
    ["notres/64-csv-dans-un-zip.zip", ["Date de naissance;Classe"]],
    ["partagees/01-siecle-extraction.csv", ["exemple.invalid", "VANDENBROUCKE"]],
    ["partagees/03-siecle-eleves-avec-adresses.xml", ["RUE INVENTEE", "999000000ZZ"]],
    ["partagees/05-pronote-exp-eleve.csv", ["inventé"]],
  ]) {
    await lire(chemin);
    for (const secret of secrets) {
      for (const encodage of ["utf8", "latin1", "utf16le"]) {
        assert.equal(memoire().indexOf(Buffer.from(secret, encodage)), -1, `${chemin}: ${secret} (${encodage})`);
      }
    }
  }
});

test("what is not bytes, or not options, is an error that says what was expected", async () => {
  const vide = new Uint8Array();
  for (const [octets, options, attendu] of [
    ["Nom;Prénom", OPTIONS, /^octets : /],
    [vide, null, /^options : /],
    [vide, {}, /^dateDepot : absent/],
    [vide, { dateDepot: "hier" }, /^dateDepot : « hier »/],
    [vide, { ...OPTIONS, depot: 1 }, /^depot : champ inconnu/],
    [vide, { ...OPTIONS, roles: ["toto"] }, /^roles : « toto »/],
    [vide, { get dateDepot() { throw new Error("non"); } }, /non/],
  ]) {
    await assert.rejects(async () => lireListe(octets, options), (erreur) => erreur instanceof Error && attendu.test(erreur.message));
  }
  const texte = new TextEncoder().encode("Nom;Prénom\nUN;Ada");
  assert.equal((await lireListe(texte.buffer, OPTIONS)).lignes[0].nom, "UN");
  assert.equal((await lireListe(texte, { ...OPTIONS, roles: ["prenom", "nom"] })).lignes[0].nom, "Ada");
});
