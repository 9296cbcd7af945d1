// The words of the screens, read from the files of texts: a text may then be looked for in any language.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEPOT } from "./navigateur.mjs";

const lire = (nom) => JSON.parse(readFileSync(join(DEPOT, "src/textes", `${nom}.json`), "utf8"));
const FR = lire("fr");
const FACILE = lire("facile");

const JEUX = {
  fr: (genre, id) => FR[genre]?.[id],
  // Easy French holds only what it changes.
  "fr-simple": (genre, id) => FACILE[genre]?.[id] ?? FR[genre]?.[id],
  en: ((en) => (genre, id) => en[genre]?.[id])(lire("en")),
};

export const LANGUES = Object.keys(JEUX);

/** One form for comparison: plain spaces, straight apostrophes. */
export const simple = (texte) => texte.replace(/\u200b/g, "").replace(/[’ʼ]/g, "'").replace(/\s+/g, " ").trim();

/**
 * What finds a text, `genre.id`, on a screen in this language. Its blanks hold what `blancs` says, else anything short.
 * Words in no file of texts (a number, a name) are found as they are.
 */
export function motif(cle, langue, blancs = {}) {
  const [genre, ...id] = cle.split(".");
  const texte = JEUX[langue](genre, id.join(".")) ?? cle;
  const remplis = Object.entries(blancs).reduce((t, [nom, valeur]) => t.replaceAll(`{${nom}}`, valeur), texte);
  const parties = simple(remplis).split(/\{[^}]*\}/);
  return new RegExp(parties.map((partie) => partie.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".{1,90}?"));
}
