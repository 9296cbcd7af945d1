// The sheets of a class, counted and read in the PDF.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { LISTE, ouvrirLaClasse } from "./commun/classe.mjs";
import { monterLeDecor } from "./commun/decor.mjs";

const decor = monterLeDecor();
const ouvrir = (options) => ouvrirLaClasse(decor.navigateur, decor.site, options);

/** The text of each printed page. */
async function pages(onglet) {
  const dossier = await mkdtemp(join(tmpdir(), "classe-"));
  const pdf = join(dossier, "fiches.pdf");
  await writeFile(pdf, await onglet.page.pdf({ format: "A4" }));
  const texte = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  await rm(dossier, { recursive: true });
  return texte.split("\f").slice(0, -1);
}

test("printed: a page a pupil, then the summary, one name a sheet", DELAI, async () => {
  const classe = await ouvrir();
  const { onglet } = classe;
  await classe.coller(LISTE);
  await classe.repondre();
  await classe.cliquer("[data-action=voir]");
  await classe.cliquer("#imprimer");
  await classe.attendre(".fiche-eleve");
  const feuilles = await pages(onglet);
  assert.equal(feuilles.length, 5);
  const noms = ["AMRANI", "DA SILVA", "DELATTRE", "LECLERCQ"];
  for (const [rang, nom] of noms.entries()) {
    assert.match(feuilles[rang], new RegExp(`Fiche ${rang + 1} sur 4`));
    for (const autre of noms) assert.equal(feuilles[rang].includes(autre), autre === nom, `page ${rang + 1}: ${autre}`);
    assert.match(feuilles[rang], /Ceci n’est pas une décision/);
  }
  assert.ok(noms.every((nom) => feuilles[4].includes(nom)));
  await onglet.fermer();
});

test("printed: the summary of thirty pupils is one page", DELAI, async () => {
  const classe = await ouvrir();
  const noms = ["VANDENBROUCKE", "DA SILVA", "LECLERCQ"];
  const lignes = Array.from({ length: 30 }, (_, n) => {
    const naissance = ["14/03/2005", "22/01/2006", "31/02/2006"][n % 3];
    return `${noms[n % 3]} ${n}\tMaël\t${naissance}\t24725411330\tTMELEC\t59300\t`;
  });
  await classe.travailler([LISTE.split("\n")[0], ...lignes].join("\n"));
  await classe.cliquer("#imprimer");
  await classe.attendre(".fiche-eleve");
  const feuilles = await pages(classe.onglet);
  assert.equal(feuilles.length, 31);
  assert.match(feuilles[30], /Bilan : 30 élèves/);
  await classe.onglet.fermer();
});
