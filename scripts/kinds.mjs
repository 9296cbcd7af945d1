/**
 * What the crate is built as for pages. Of each kind: the features of the crate that it has, and, by language tag, the words
 * that stay beside it.
 */
export const KINDS = {
  citizen: { features: "", words: { "fr-simple": "facile.txt", en: "en.txt" } },
  complete: { features: "classe,complet,guichet,langues,liste", words: {} },
};

/** The options of cargo for these features and no other. */
export const only = (features) => ["--no-default-features", "--features", features];
