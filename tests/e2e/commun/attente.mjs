// Waits for effects, never for a time: a slow machine is not a failure.

import { setTimeout as attendre } from "node:timers/promises";

/** Only a browser that died takes so long: its test must fail, not hold `make test` for ever. */
export const DELAI = { timeout: 600_000 };

const LIMITE = 30_000;
const PAUSE = 20;

/** What a promise or an event of the page will change: looked at again until it holds, or fails as it last did. */
export async function bientot(verifier) {
  const fin = Date.now() + LIMITE;
  for (;;) {
    try {
      return await verifier();
    } catch (erreur) {
      if (erreur.code !== "ERR_ASSERTION" || Date.now() > fin) throw erreur;
      await attendre(PAUSE);
    }
  }
}
