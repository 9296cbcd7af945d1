// Programs that the tests start for themselves: each has its port, and ends with its test.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { DEPOT } from "./navigateur.mjs";

/** A program that scripts/outils.sh has installed. */
export function outil(nom) {
  const chemin = join(DEPOT, "target/outils", nom);
  if (!existsSync(chemin)) throw new Error(`${chemin} is missing: run scripts/outils.sh test, which says what it lacks`);
  return chemin;
}

// Asked to stop, node says no « exit » by itself, and what it has started would stay.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** A program and those that it starts: they end together, even when the test fails. */
export function lancer(commande, args, options = {}) {
  const processus = spawn(commande, args, { detached: true, stdio: ["ignore", "ignore", "pipe"], ...options });
  let dit = "";
  processus.stderr.on("data", (morceau) => (dit = (dit + morceau).slice(-4000)));
  const fini = new Promise((suite) => processus.once("close", suite));
  const tuer = (signal) => {
    try {
      process.kill(-processus.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  const partir = () => tuer("SIGKILL");
  process.once("exit", partir);
  return {
    dit: () => dit,
    vivant: () => assert.equal(processus.exitCode, null, `${commande} has stopped: ${dit}`),
    async fermer(signal = "SIGTERM") {
      tuer(signal);
      await fini;
      process.off("exit", partir);
    },
  };
}

export function portLibre() {
  return new Promise((suite, echec) => {
    const prise = createServer().once("error", echec);
    prise.listen(0, "127.0.0.1", () => {
      const { port } = prise.address();
      prise.close(() => suite(port));
    });
  });
}
