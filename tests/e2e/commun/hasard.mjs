// Chance that can be played again: the same seed draws the same numbers.

/** @returns a generator of draws, from a whole number (Mulberry32) */
export function hasard(graine) {
  let etat = graine >>> 0;
  /** From 0 to 1, 1 not included. */
  function tirer() {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = etat;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  const entier = (n) => Math.floor(tirer() * n);
  return {
    entier,
    parmi: (liste) => liste[entier(liste.length)],
    chance: (part) => tirer() < part,
    /** Among `[poids, valeur]`. */
    selon(poids) {
      let reste = tirer() * poids.reduce((somme, [p]) => somme + p, 0);
      return poids.find(([p]) => (reste -= p) < 0)?.[1] ?? poids.at(-1)[1];
    },
  };
}
