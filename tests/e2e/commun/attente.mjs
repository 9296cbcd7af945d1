// Waits for effects, never for a time: a slow machine is not a failure.

import assert from "node:assert/strict";
import { setTimeout as attendre } from "node:timers/promises";

/** Only a browser that died takes so long: its test must fail, not hold `make test` for ever. */
export const DELAI = { timeout: 600_000 };

const LIMITE = 60_000;
const PAUSE = 20;
/** A browser that goes from a page to another may lose the question it is asked: it is asked again. */
const SANS_REPONSE = 15_000;

/** What a promise or an event of the page will change: looked at again until it holds, or fails as it last did. */
export async function bientot(verifier) {
  const fin = Date.now() + LIMITE;
  for (;;) {
    try {
      return await reponse(verifier);
    } catch (erreur) {
      if (erreur.code !== "ERR_ASSERTION" || Date.now() > fin) throw erreur;
      await attendre(PAUSE);
    }
  }
}

async function reponse(verifier) {
  const question = Promise.resolve(verifier());
  // One that fails once nobody waits for it any more is no news.
  question.catch(() => {});
  const minuteur = new AbortController();
  const silence = attendre(SANS_REPONSE, undefined, { signal: minuteur.signal });
  silence.catch(() => {});
  try {
    return await Promise.race([question, silence.then(() => assert.fail("the browser does not answer"))]);
  } finally {
    minuteur.abort();
  }
}
