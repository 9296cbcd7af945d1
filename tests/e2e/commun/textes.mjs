// The words of the screens in each language: a text may then be looked for in any of them.

import { lire } from "./donnees.mjs";

const fr = lire("textes/fr.json");
const facile = lire("textes/facile.json");
// Easy French holds only what it changes.
const genres = Object.keys(fr).map((genre) => [genre, { ...fr[genre], ...facile[genre] }]);

/** The texts by language, kind and id. */
export const TEXTES = { fr, "fr-simple": Object.fromEntries(genres), en: lire("textes/en.json") };

/** One form for comparison: plain spaces, straight apostrophes, nothing invisible. */
export const simple = (texte) => texte.replace(/\u200b/g, "").replace(/’/g, "'").replace(/\s+/g, " ").trim();

/** What finds a text: its blanks hold anything short, and a printer may drop the hyphen at the end of a line. */
export function modele(texte) {
  const parties = simple(texte).split(/\{[^}]*\}/).map((partie) => partie.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("-", "-?"));
  return new RegExp(parties.join(".{1,90}?"));
}

/**
 * What finds the text of this key, `genre.id`, in this language; `blancs` are those that matter. Words that are no key
 * (a number, a name) are found as they are.
 */
export function motif(cle, langue, blancs = {}) {
  const [genre, ...id] = cle.split(".");
  const texte = TEXTES[langue][genre]?.[id.join(".")] ?? cle;
  return modele(Object.entries(blancs).reduce((t, [nom, valeur]) => t.replaceAll(`{${nom}}`, valeur), texte));
}
