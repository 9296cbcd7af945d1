// Another catalogue, and what a campaign announces, by URL: data only, through the same door as the built-in one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DELAI } from "./commun/attente.mjs";
import { monterLeDecor } from "./commun/decor.mjs";

const decor = monterLeDecor();

/** Opens the bare page, puts in it a widget with these attributes, and waits until it is ready or has failed. */
async function monter(attributs) {
  const onglet = await decor.navigateur.onglet();
  await onglet.aller(decor.site.page("nue"));
  const issue = await onglet.page.evaluate(async (attributs) => {
    document.querySelector("pass-numerique").remove();
    const widget = document.createElement("pass-numerique");
    for (const [nom, valeur] of Object.entries(attributs)) widget.setAttribute(nom, valeur);
    widget.append("Les conditions, en clair.");
    const code = new Promise((suite) => {
      widget.addEventListener("pass-numerique-erreur", (evenement) => suite(evenement.detail.code));
      widget.addEventListener("pass-numerique-pret", () => suite("pret"));
    });
    document.querySelector("main").append(widget);
    const issue = await code;
    const racine = widget.shadowRoot;
    const secours = racine.querySelector("slot");
    return {
      issue,
      titre: racine.querySelector(".titre")?.textContent ?? null,
      secours: secours ? secours.assignedNodes().map((n) => n.textContent).join("") : null,
    };
  }, attributs);
  await onglet.ecouter();
  return { ...issue, console: onglet.console.map(({ texte }) => texte), fermer: onglet.fermer };
}

test("le catalogue d'une autre aide se charge par son adresse", DELAI, async () => {
  const vu = await monter({
    "date-depot": "2021-06-01",
    reglements: "../../../tests/autres-aides/lens-lievin.json",
  });
  assert.equal(vu.issue, "pret", vu.console.join("\n"));
  assert.equal(vu.secours, null);
  assert.ok(vu.titre.length > 0);
  await vu.fermer();
});

test("un catalogue faux laisse les conditions au public et dit toutes ses fautes à l'intégrateur", DELAI, async () => {
  const vu = await monter({
    "date-depot": "2024-03-15",
    reglements: "../../../tests/catalogues/29-mauvais-types.json",
  });
  assert.equal(vu.issue, "configuration");
  assert.equal(vu.titre, null, "nothing is half loaded");
  assert.equal(vu.secours, "Les conditions, en clair.");
  const fautes = vu.console.join("\n").match(/\$\./g) ?? [];
  assert.ok(fautes.length > 3, `every fault is in the console:\n${vu.console.join("\n")}`);
  await vu.fermer();
});

test("une adresse qui ne répond pas laisse les conditions au public", DELAI, async () => {
  const vu = await monter({ "date-depot": "2024-03-15", reglements: "absent.json" });
  assert.equal(vu.issue, "reglements");
  assert.equal(vu.secours, "Les conditions, en clair.");
  await vu.fermer();
});

test("une annonce fausse est refusée avec son chemin", DELAI, async () => {
  const vu = await monter({ "date-depot": "2024-03-15", campagne: "../../../tests/autres-aides/lens-lievin.json" });
  assert.equal(vu.issue, "configuration");
  assert.match(vu.console.join("\n"), /campagne \$/);
  await vu.fermer();
});
