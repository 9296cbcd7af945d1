// axe-core in the page: violations must be none, and the checker must prove that it sees.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const REGLES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"];

// The rules whose verdict hangs on colours: all that a theme can change.
const REGLES_DE_COULEUR = ["color-contrast", "link-in-text-block"];

async function lancer(onglet, runOnly = { type: "tag", values: REGLES }) {
  // By the debugger's door: a page with a strict policy takes no script from a test.
  if (!(await onglet.evaluer(() => "axe" in window))) await onglet.evaluer(SOURCE);
  return onglet.evaluer(async (choix) => {
    const resultat = await axe.run(document, {
      runOnly: choix,
      resultTypes: ["violations", "passes"],
    });
    const noeuds = (r) => r.nodes.map((n) => ({ cible: n.target.flat().join(" "), html: n.html.slice(0, 160), pourquoi: n.failureSummary }));
    return {
      violations: resultat.violations.map((v) => ({ id: v.id, aide: v.help, noeuds: noeuds(v) })),
      // « label » applies to every field: the nodes it examined are the fields that axe saw.
      champsVus: [...resultat.passes, ...resultat.violations]
        .filter((r) => r.id === "label")
        .reduce((somme, r) => somme + r.nodes.length, 0),
      textesVus: [...resultat.passes, ...resultat.violations]
        .filter((r) => r.id === "color-contrast")
        .reduce((somme, r) => somme + r.nodes.length, 0),
    };
  }, runOnly);
}

function rienADire(violations, ou) {
  const lignes = violations.flatMap((v) => v.noeuds.map((n) => `${v.id}: ${n.cible} ${n.html} ${n.pourquoi.replace(/\s+/g, " ")}`));
  if (lignes.length > 0) assert.fail(`axe, ${ou}:\n  ${lignes.join("\n  ")}`);
}

/** The same DOM in the other theme: only its colours are new. */
export async function couleursSansViolation(onglet, ou) {
  const { violations, textesVus } = await lancer(onglet, { type: "rule", values: REGLES_DE_COULEUR });
  rienADire(violations, ou);
  assert.ok(textesVus > 3, `${ou}: axe looked at ${textesVus} texts only`);
}

/** Nothing to say about the page, and every field of the page and of the widget was examined. */
export async function sansViolation(onglet, ou) {
  const { violations, champsVus } = await lancer(onglet);
  rienADire(violations, ou);
  // Those of a folded <details> are on no screen, for anybody.
  const champs = await onglet.evaluer(() =>
    [document, ...[...document.querySelectorAll("pass-numerique")].map((widget) => widget.shadowRoot)]
      .flatMap((racine) => [...(racine?.querySelectorAll("input, textarea") ?? [])])
      .filter((champ) => champ.checkVisibility()).length,
  );
  assert.equal(champsVus, champs, `${ou}: axe looked at ${champsVus} fields, the page has ${champs}`);
  return champs;
}

/** A defect planted inside the shadow root must be caught: else « 0 violations » means nothing. */
export async function voitUnDefaut(onglet, ou) {
  await onglet.evaluer(() => {
    const cadre = temoin.racine().querySelector(".pn");
    const champ = document.createElement("input");
    const pale = document.createElement("p");
    champ.className = pale.className = "canari";
    champ.type = "text";
    // Through the object model: a style attribute would be refused by a strict policy.
    pale.style.color = "#777";
    pale.style.backgroundColor = "#888";
    pale.textContent = "Un texte presque invisible";
    cadre.append(champ, pale);
  });
  const { violations } = await lancer(onglet);
  await onglet.evaluer(() => {
    for (const canari of temoin.racine().querySelectorAll(".canari")) canari.remove();
  });
  const vus = violations.map((v) => v.id);
  for (const attendu of ["label", "color-contrast"]) {
    assert.ok(vus.includes(attendu), `${ou}: the planted defect « ${attendu} » was not caught, only ${vus.join(", ") || "nothing"}`);
  }
}
