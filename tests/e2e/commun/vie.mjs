// A whole life by the keyboard, once begun: each question of a scenario answered, then what its result must say.

import assert from "node:assert/strict";
import { reponseA } from "./scenarios.mjs";

export async function allerAuResultat(clavier, scenario) {
  for (let ecran = await clavier.ecran(); ecran.sorte === "question"; ecran = await clavier.ecran()) {
    await clavier.repondre(reponseA(scenario, ecran.question));
    await clavier.continuer();
  }
  await clavier.appuyer("Voir le résultat");
  const { texte } = await clavier.ecran();
  for (const dit of scenario.dit) assert.ok(texte.includes(dit), `« ${dit} » is not in: ${texte}`);
}
