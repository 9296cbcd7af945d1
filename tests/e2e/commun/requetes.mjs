// The requests of a tab, in the order in which they were made.

import assert from "node:assert/strict";
import { bientot } from "./attente.mjs";

/** Listens from now on, to the whole context: workers and other windows are heard too. In Chromium only. */
export function noterLesRequetes(onglet) {
  const notees = [];
  let repere = 0;
  onglet.page.context().on("request", (requete) => notees.push(requete.url()));
  onglet.page.on("websocket", (prise) => notees.push(prise.url()));

  /**
   * Those made since the last time. A request of the test's own is made and awaited after them: none can still be
   * on its way, and the log proves each time that it sees.
   */
  return async function depuis() {
    repere += 1;
    const adresse = await onglet.evaluer(async (rang) => {
      // What a screen delayed to the next idle moment is made by now; a page that is never idle is not waited for.
      await new Promise((fini) => requestIdleCallback(() => requestAnimationFrame(fini), { timeout: 2000 }));
      const adresse = new URL(`/www/demo.css?repere=${rang}`, location);
      await (await fetch(adresse)).text();
      return adresse.href;
    }, repere);
    await bientot(() => assert.ok(notees.includes(adresse), "the request log sees nothing"));
    return notees.splice(0, notees.indexOf(adresse) + 1).slice(0, -1);
  };
}
