// What crosses between JavaScript and the module: in one text where it is plain data, part by part where it is not, and
// the same answer both ways. In Node; no browser is needed.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { before, test } from "node:test";
import init, { evaluer, evaluerLot } from "../../www/pkg/pass_numerique.js";
import { evaluerNativement } from "./commun/moteur.mjs";

const DOSSIERS = new URL("../dossiers/", import.meta.url);
const COMPACT = { perspectives: false, motifs: false };
const TUS = ["aPartirDu", "siAlors", "motifs"];
let demandes;
let memoire;

before(async () => {
  ({ memory: memoire } = await init({ module_or_path: await readFile(new URL("../../www/pkg/pass_numerique_bg.wasm", import.meta.url)) }));
  const noms = (await readdir(DOSSIERS)).filter((nom) => nom.endsWith(".jsonl"));
  const fichiers = await Promise.all(noms.map((nom) => readFile(new URL(nom, DOSSIERS), "utf8")));
  demandes = fichiers.flatMap((fichier) => fichier.trim().split("\n").map((ligne) => JSON.parse(ligne).demande));
  assert.ok(demandes.length > 200);
});

/** The same demande, that throws when it is first looked at: it is then read with care. */
function retive(demande) {
  let vue = false;
  const rechigner = (lire) => (...arguments_) => {
    if (vue) return lire(...arguments_);
    vue = true;
    throw new Error("pas tout de suite");
  };
  return new Proxy(demande, { ownKeys: rechigner(Reflect.ownKeys), get: rechigner(Reflect.get) });
}

function lue(faire) {
  try {
    return faire();
  } catch (erreur) {
    return { erreur: erreur.message };
  }
}

test("chaque dossier a la même réponse par les deux chemins, seul et en lot, et c'est celle du moteur", () => {
  const attendus = evaluerNativement(demandes);
  assert.deepEqual(demandes.map((demande) => evaluer(demande)), attendus);
  assert.deepEqual(demandes.map((demande) => evaluer(retive(demande))), attendus);
  assert.deepEqual(evaluerLot(demandes), attendus);
  assert.deepEqual(evaluerLot(demandes.map(retive)), attendus);
  const compacts = attendus.map(({ decisions }) => ({
    decisions: decisions.map((decision) => Object.fromEntries(Object.entries(decision).filter(([champ]) => !TUS.includes(champ)))),
  }));
  assert.deepEqual(demandes.map((demande) => evaluer(demande, COMPACT)), compacts);
  assert.deepEqual(evaluerLot(demandes, COMPACT), compacts);
});

test("une demande fautive a la même erreur par les deux chemins", () => {
  const juste = demandes[0];
  const avec = (reponses) => ({ ...juste, reponses: { ...juste.reponses, ...reponses } });
  const fautives = [
    {}, [], { dateDepot: "hier", reponses: {} }, { ...juste, inconnu: null }, avec({ "code-postal": "59 000" }), avec({ accompagne: "oui" }),
    avec({ "pass-recus": 5.5 }), avec({ "pass-recus": -0.5 }), avec({ "pass-recus": 1e21 }), avec({ "pass-recus": 2 ** 53 }),
    avec({ "code-postal": "59\u0000" }), avec({ "code-postal": "\ud800" }), avec({ "code-postal": "\\\"\n" }), avec({ "a\0b": true }),
    avec({ ["__proto__"]: 1 }), avec({ __proto__: null }), avec({ situations: ["rsa", "rsa", , "été 🏖"] }), avec({ situations: new Array(2_000).fill("rsa") }),
    avec({ situations: [[[[[[[[[["fond"]]]]]]]]]] }), avec({ situations: { length: 1 } }), avec({ accompagne: new Boolean(true) }),
    avec({ "date-naissance": new Date(0) }), avec({ accompagne: undefined }), { ...juste, dateDepot: undefined }, { ...juste, toJSON: () => juste },
    { ...juste, pieces: [{ id: "piece-identite", nature: "inconnue" }, null, 3] },
  ];
  for (const demande of fautives) {
    const simple = lue(() => evaluer(demande));
    assert.deepEqual(lue(() => evaluer(retive(demande))), simple);
    assert.deepEqual(evaluerLot([juste, demande, juste])[1], simple);
  }
});

test("une demande dont les parties disent toJSON est lue telle qu'elle est", () => {
  Object.prototype.toJSON = () => "autre chose";
  try {
    assert.equal(evaluer(demandes[0]).decisions.length > 0, true);
  } finally {
    delete Object.prototype.toJSON;
  }
});

test("une demande qui interroge le module pendant qu'elle est lue ne trouble ni l'une ni l'autre réponse", () => {
  const [une, autre] = [demandes[0], demandes.at(-1)];
  let dedans;
  const curieuse = () => ({ ...une, get reponses() {
    dedans = [evaluer(autre), ...evaluerLot([autre])];
    return une.reponses;
  } });
  assert.deepEqual(evaluer(curieuse()), evaluer(une));
  assert.deepEqual(evaluerLot([autre, curieuse(), autre]), evaluerLot([autre, une, autre]));
  assert.deepEqual(dedans, [evaluer(autre), evaluer(autre)]);
});

/** Whether these letters are there as they cross, a number each. */
function reste(texte) {
  const nombres = new Int32Array(memoire.buffer);
  return nombres.some((_, rang) => [...texte].every((lettre, n) => nombres[rang + n] === lettre.charCodeAt(0)));
}

test("de ce qui a passé dans la mémoire du module, rien n'y reste", () => {
  const naissance = "1987-03-14";
  const demande = { ...demandes[0], reponses: { ...demandes[0].reponses, "date-naissance": naissance } };
  let pendant;
  const bavarde = { ...demande, reponses: { ...demande.reponses, get accompagne() {
    pendant = reste(naissance);
    return true;
  } } };
  evaluer(demande);
  assert.ok(!reste(naissance));
  evaluer(bavarde);
  assert.ok(pendant, "the test looks where it is written");
  lue(() => evaluer({ ...demande, quoi: () => naissance }));
  assert.ok(!reste(naissance));
});

test("un lot de plusieurs tranches rend chaque ligne à sa place", () => {
  const lot = Array.from({ length: 1_000 }, (_, rang) => (rang % 7 === 3 ? { dateDepot: `jour ${rang}` } : demandes[rang % demandes.length]));
  const bilans = evaluerLot(lot, COMPACT);
  assert.equal(bilans.length, lot.length);
  bilans.forEach((bilan, rang) => assert.deepEqual(bilan, lue(() => evaluer(lot[rang], COMPACT)), `${rang}`));
});
