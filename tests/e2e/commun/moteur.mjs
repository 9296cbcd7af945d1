// The native engine, asked in one batch: JSON Lines of demandes, a Bilan a line.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { DEPOT } from "./navigateur.mjs";

/** @returns {object[]} a Bilan or `{ erreur }` for each demande, in the same order */
export function evaluerNativement(demandes) {
  if (demandes.length === 0) return [];
  const dit = execFileSync("cargo", ["run", "--quiet", "--locked", "--example", "evaluer"], {
    cwd: DEPOT,
    input: demandes.map((demande) => `${JSON.stringify(demande)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const bilans = dit.trim().split("\n").map((ligne) => JSON.parse(ligne));
  assert.equal(bilans.length, demandes.length, "an answer for each demande");
  return bilans;
}
