// Defects planted in the widget, each with the check of the keyboard that must refuse it.

import assert from "node:assert/strict";
import { mesurer } from "./mesures.mjs";

/** @type {{ nom: string, planter: () => void, verifier: Function, refus: RegExp }[]} */
const DEFAUTS = [
  {
    nom: "le focus se perd sur la page",
    planter: () => temoin.racine().activeElement.blur(),
    verifier: ({ clavier, focusSurLeTitre }) => focusSurLeTitre(clavier, "canari"),
    refus: /the focus is in « corps »/,
  },
  {
    nom: "le focus va sur un bouton, non sur le titre",
    planter: () => temoin.racine().querySelector("button").focus(),
    verifier: ({ clavier, focusSurLeTitre }) => focusSurLeTitre(clavier, "canari"),
    refus: /the focus is on <button/,
  },
  {
    nom: "un bouton que Tab saute",
    planter: () => {
      temoin.racine().querySelector("[type=submit]").tabIndex = -1;
    },
    verifier: ({ clavier }) => clavier.ordreDeTab(),
    refus: /Tab order is DOM order/,
  },
  {
    nom: "un écran dont Tab ne sort pas",
    planter: () => temoin.racine().addEventListener("keydown", (evenement) => evenement.key === "Tab" && evenement.preventDefault()),
    verifier: ({ clavier }) => clavier.ordreDeTab(),
    refus: /trapped/,
  },
  {
    nom: "un focus qui ne se voit pas",
    planter: () => {
      const feuille = new CSSStyleSheet();
      feuille.replaceSync("* { outline: none !important; box-shadow: none !important; }");
      temoin.racine().adoptedStyleSheets = [...temoin.racine().adoptedStyleSheets, feuille];
    },
    verifier: ({ onglet }) => mesurer(onglet, ["anneaux"], "canari"),
    refus: /ring too thin or too pale/,
  },
];

/** Plants each on a fresh screen, by what `ouvrir` gives; returns how many were seen. */
export async function voitLesDefautsDuClavier(ouvrir, focusSurLeTitre) {
  for (const { nom, planter, verifier, refus } of DEFAUTS) {
    const { onglet, clavier } = await ouvrir();
    await clavier.commencer();
    await onglet.evaluer(planter);
    await assert.rejects(verifier({ onglet, clavier, focusSurLeTitre }), refus, `not seen: ${nom}`);
    await onglet.fermer();
  }
  return DEFAUTS.length;
}
