// Nothing is timed before all say the same of every demande.

import assert from "node:assert/strict";
import { batch, full, told } from "./ours.mjs";

/** @param {Record<string, (demande: object) => object>} engines */
export function agree(demandes, engines) {
  const bilans = batch(demandes);
  const verdicts = {};
  demandes.forEach((demande, rank) => {
    assert.equal(bilans[rank].erreur, undefined, JSON.stringify(demande));
    const expected = told(bilans[rank]);
    assert.deepEqual(told(full(demande)), expected, JSON.stringify(demande));
    for (const [name, answer] of Object.entries(engines)) {
      assert.deepEqual(answer(demande), expected, `${name}: ${JSON.stringify(demande)}`);
    }
    verdicts[expected.verdict] = (verdicts[expected.verdict] ?? 0) + 1;
  });
  return verdicts;
}
