// Ours, as the npm package has it in Node: the complete module.

import { readFileSync } from "node:fs";
import { evaluer, evaluerLot, initSync } from "../../www/pkg/pass_numerique.js";

const { memory } = initSync({ module: readFileSync(new URL("../../www/pkg/pass_numerique_bg.wasm", import.meta.url)) });
const COMPACT = { perspectives: false, motifs: false };

/** What the others answer too: one aid, and of its decision the verdict, the number of pass, the ground. */
export function told({ decisions }) {
  const { verdict, carnet, titre } = decisions.find(({ dispositif }) => dispositif === "pass-numerique-hdf");
  return { verdict, carnet, titre };
}

export const compact = (demande) => evaluer(demande, COMPACT);
export const full = (demande) => evaluer(demande);
export const batch = (demandes) => evaluerLot(demandes, COMPACT);
export const answer = (demande) => told(compact(demande));
export const memorySize = () => memory.buffer.byteLength;
