// Every list of the tests, read through the page in two browsers: the pupils that are expected, the refusals in words;
// then exported and read again, with the same decisions.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { DELAI, bientot } from "./commun/attente.mjs";
import { ouvrirLaClasse } from "./commun/classe.mjs";
import { lancerChromium, lancerFirefox } from "./commun/navigateur.mjs";
import { servirLeSite } from "./commun/site.mjs";

const LISTES = new URL("../listes/", import.meta.url);
const JOUR = "2023-10-02";
const LISTES_ATTENDUES = 55;

let site;
const listes = [];
before(async () => {
  site = await servirLeSite();
  const json = async (chemin) => JSON.parse(await readFile(new URL(chemin, LISTES), "utf8"));
  const { listes: partagees } = await json("partagees/manifest.json");
  for (const { fichier, eleves } of partagees) listes.push({ chemin: `partagees/${fichier}`, lignes: eleves, fautes: [] });
  for (const nom of (await readdir(new URL("notres/", LISTES))).filter((nom) => !nom.endsWith(".json"))) {
    const { lignes, fautes } = await json(`notres/${nom}.json`);
    listes.push({ chemin: `notres/${nom}`, lignes, fautes });
  }
});
after(() => site?.fermer());

const simple = (texte) => texte.replace(/’/g, "'").replace(/\s+/g, " ").trim();

/** What the table says of a pupil, from what a right reader finds. */
function attendu({ nom, prenom, dateNaissance, classe, alertes, nomComplet }) {
  const entier = alertes?.find?.((alerte) => alerte.champ === "nom")?.lu ?? nomComplet ?? "";
  const jour = dateNaissance?.split("-").reverse().join("/") ?? "";
  return [nom ?? entier, prenom ?? "", jour, classe ?? ""].map(simple).join(" | ");
}

/** The same, as it is on screen. */
function montre(onglet) {
  return onglet.evaluer(() =>
    [...temoin.racine().querySelectorAll(".eleves tbody")].map((corps) => {
      const [nom, prenom, naissance, formation] = corps.rows[0].cells;
      const premier = (cellule) => temoin.simple(cellule.firstElementChild?.textContent);
      const jour = premier(naissance).match(/^\d\d\/\d\d\/\d{4}$/) && naissance.querySelector("small:not(.doute)") ? premier(naissance) : "";
      const classe = temoin.simple(formation.querySelector("small")?.textContent).replace(/(, |^)apprenti$/, "");
      return [premier(nom) === "sans nom" ? "" : premier(nom), temoin.simple(prenom.textContent), jour, classe].join(" | ");
    }),
  );
}

/** Who, each way, from when. Words on a fault are those of the file it is in: a doubt comes back as a doubt, « ? » before it. */
function decisions(onglet) {
  return onglet.evaluer(() =>
    [...temoin.racine().querySelectorAll(".eleves tbody")].map(({ rows: [{ cells }] }) =>
      [cells[0].firstElementChild, ...[...cells].slice(4, -3), [...cells].at(-2)].map((dit) => temoin.simple(dit.textContent)).join(" | "),
    ),
  );
}

/** Goes to the table, whole. */
async function voir(classe, nombre) {
  await classe.attendre("[data-action=voir]");
  await classe.repondre();
  await classe.cliquer("[data-action=voir]");
  await classe.attendre("#chercher");
  await bientot(async () => assert.equal((await classe.dits(".eleves tbody")).length, nombre));
}

async function remplacer(classe) {
  await classe.cliquer("#relire");
  await classe.cliquer("[data-action=effacer]");
  await classe.attendre("input[type=file]");
}

for (const [nom, lancer] of [["chromium", lancerChromium], ["firefox", lancerFirefox]]) {
  test(`${nom}: each list shows the pupils expected, and comes back from its export with the same decisions`, DELAI, async (t) => {
    const navigateur = await lancer();
    t.after(() => navigateur.fermer());
    const classe = await ouvrirLaClasse(navigateur, site, { jour: JOUR });
    let [lues, refusees] = [0, 0];
    for (const { chemin, lignes, fautes } of listes) {
      await classe.donner("liste", await readFile(new URL(chemin, LISTES)));
      if (fautes.length > 0) {
        await bientot(async () => assert.ok((await classe.dit(".resume-erreurs p")).includes(simple(fautes[0].message)), chemin));
        refusees += 1;
        continue;
      }
      await voir(classe, lignes.length);
      assert.deepEqual((await montre(classe.onglet)).sort(), lignes.map(attendu).sort(), chemin);
      const avant = await decisions(classe.onglet);
      const { octets } = await classe.exporter();
      await remplacer(classe);
      await classe.donner("export.csv", octets);
      await voir(classe, lignes.length);
      await bientot(async () => assert.deepEqual(await decisions(classe.onglet), avant, `${chemin}, exported and read again`));
      await remplacer(classe);
      lues += 1;
    }
    t.diagnostic(`${lues} lists read, ${refusees} refused`);
    assert.ok(lues + refusees >= LISTES_ATTENDUES, `only ${lues + refusees} lists`);
    await classe.onglet.sansErreur();
  });
}
