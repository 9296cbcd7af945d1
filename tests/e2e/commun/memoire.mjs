// What is left of somebody in the memory of a page: its JavaScript, and the bytes of the module. In Chromium only.

import assert from "node:assert/strict";
import { bientot } from "./attente.mjs";

/** Runs in the page before its own scripts: the memory of the module stays at hand. */
export function garderLaMemoireDuModule() {
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, {
    construct(cible, arguments_) {
      const instance = Reflect.construct(cible, arguments_);
      window.memoire = instance.exports.memory;
      return instance;
    },
  });
}

/** Those of these words that are in the bytes of the module, in plain letters. They are never words in the page. */
export async function dansLeModule(onglet, mots) {
  const trouves = await onglet.evaluer((suites) => {
    const octets = new Uint8Array(window.memoire.buffer);
    return suites.map((suite) => {
      for (let ou = octets.indexOf(suite[0]); ou >= 0; ou = octets.indexOf(suite[0], ou + 1)) {
        if (suite.every((octet, rang) => octets[ou + rang] === octet)) return true;
      }
      return false;
    });
  }, mots.map((mot) => [...Buffer.from(mot)]));
  return mots.filter((_, rang) => trouves[rang]);
}

/** The strings of a heap snapshot that hold one of these words. */
export async function dansLeTas(onglet, mots) {
  const outils = await onglet.page.context().newCDPSession(onglet.page);
  const morceaux = [];
  outils.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => morceaux.push(chunk));
  await outils.send("HeapProfiler.collectGarbage");
  await outils.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await outils.detach();
  const { strings } = JSON.parse(morceaux.join(""));
  return strings.filter((chaine) => mots.some((mot) => chaine.includes(mot))).map((chaine) => chaine.slice(0, 300));
}

/** None of these words is left. The browser itself holds what it has painted, until it paints again. */
export function plusRienDansLeTas(onglet, mots, depart) {
  return bientot(async () => assert.deepEqual(await dansLeTas(onglet, mots), [], depart));
}
