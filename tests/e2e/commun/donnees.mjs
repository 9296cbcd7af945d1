// The law and the words, read from the files that the program is built with.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DEPOT } from "./navigateur.mjs";

export const lire = (chemin) => JSON.parse(readFileSync(join(DEPOT, "src", chemin), "utf8"));

/** Every règlement, by its id. */
export const REGLEMENTS = new Map(
  readdirSync(join(DEPOT, "src/reglements"))
    .filter((nom) => nom.endsWith(".json"))
    .flatMap((nom) => lire(join("reglements", nom)).reglements ?? [])
    .map((reglement) => [reglement.id, reglement]),
);
