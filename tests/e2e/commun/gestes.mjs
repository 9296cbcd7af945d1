// From the screen shown, something to do on it, by chance; and where the focus must then be.

import assert from "node:assert/strict";

// Known, of a CEDEX, of no list, of other regions.
const CODES = ["59000", "59600", "62000", "80000", "02100", "60000", "59999", "62079", "75001", "51100"];
const FAUX_CODES = ["", "5900", "59 000 0", "abcde"];
const AUTRES_JOURS = ["2020-03-01", "2021-12-15", "2022-02-10", "2022-12-15", "2023-01-01", "2023-12-31", "2024-12-20", "2025-01-01"];
const FAUX_JOURS = ["2024-02-31", "2024-13-01", "--"];

const deux = (nombre) => String(nombre).padStart(2, "0");
const texte = (valeur) => ({ nom: "reponse", valeur });
const plutot = (valeur) => ({ nom: "plutot", valeur });

/** A day written in its three fields. */
function enChamps(jour) {
  const [annee, mois, j] = jour.split("-");
  return Object.entries({ annee, mois, jour: j }).map(([nom, valeur]) => ({ nom, valeur }));
}

function naissance(h) {
  return `${1930 + h.entier(82)}-${deux(1 + h.entier(12))}-${deux(1 + h.entier(28))}`;
}

/** An answer that the form takes. */
function reponse(h, champs) {
  const doutes = champs.filter(({ type, valeur }) => type !== "text" && valeur === "ne-sait-pas");
  if (doutes.length > 0 && h.chance(0.2)) return [doutes[0]];
  const nom = (type) => champs.filter((champ) => champ.type === type);
  if (nom("radio").length > 0) return [h.parmi(nom("radio"))];
  if (nom("text").length === 3) return enChamps(naissance(h));
  if (nom("text").length === 1) return h.chance(0.08) ? [plutot("etranger")] : [texte(h.parmi(CODES))];
  const situations = nom("checkbox").filter((boite) => boite.nom === "reponse");
  if (h.chance(0.15)) return [plutot("aucune")];
  const cochees = situations.filter(() => h.chance(1.6 / situations.length));
  return cochees.length > 0 ? cochees : [h.parmi(situations)];
}

/** An answer that it must refuse. */
function faute(h, champs) {
  const textes = champs.filter(({ type }) => type === "text").length;
  if (textes === 3) return enChamps(h.parmi([...FAUX_JOURS, "2090-01-01"]));
  if (textes === 1) return h.parmi([[texte(h.parmi(FAUX_CODES))], [texte("59000"), plutot("etranger")]]);
  const boites = champs.filter(({ type }) => type === "checkbox");
  return boites.length > 0 && h.chance(0.5) ? [boites[0], plutot("aucune")] : [];
}

// Those that leave the page, or what it is tested for elsewhere, are nobody's here.
const POIDS = { commencer: 8, "voir-resultat": 6, modifier: 0.5, retour: 2.5, langue: 0.25, "aller-au-champ": 2, modele: 1, recommencer: 3, "garder-la-date": 8, "deposer-le": 2 };

/** Something to do on this screen. `nom` says it in a few words. */
export function choisirUnGeste(h, vu) {
  const possibles = vu.actions
    .filter(({ action }) => action in POIDS)
    .map(({ action, cible }) => [POIDS[action], () => ({ quoi: "action", nom: `${action} ${cible ?? ""}`.trim(), action, cible })]);
  const envoyer = (nom, forme, saisie) => ({ quoi: "envoyer", nom: `${nom} ${saisie.map((s) => s.valeur).join(" ")}`, forme, saisie });
  if (vu.question) {
    possibles.push([10, () => envoyer(vu.question, null, reponse(h, vu.champs))]);
    const gardable = !vu.erreur && vu.champs.some(({ rempli }) => rempli);
    if (gardable) possibles.push([5, () => ({ quoi: "envoyer", nom: `${vu.question} gardé`, garde: true, forme: null, saisie: null })]);
    possibles.push([1.5, () => ({ ...envoyer(`${vu.question}, faux :`, null, faute(h, vu.champs)), refuse: true })]);
  }
  for (const piece of vu.pieces) possibles.push([1, () => ({ quoi: "cocher", nom: `cocher ${piece}`, piece })]);
  for (const forme of vu.formes) {
    const jours = forme === "depot" ? AUTRES_JOURS : ["2019-05-02", "2022-10-15", "2023-11-20", "2024-03-01", "2030-01-01"];
    possibles.push([forme === "depot" ? 2 : 1, () => envoyer(forme, forme, enChamps(h.parmi(jours)))]);
    possibles.push([0.4, () => ({ ...envoyer(`${forme}, faux :`, forme, enChamps(h.parmi(FAUX_JOURS))), refuse: true })]);
  }
  return h.selon(possibles)();
}

/** After this, a person must be where it is said what came of it. */
export function focusApres(geste, avant, { focus, sorte, question, erreur }) {
  const { classe, id, action, cible, valeur, enfonce } = focus;
  assert.equal(focus.ou, "widget", `the focus is in « ${focus.ou} »`);
  if (geste.quoi === "cocher") return assert.equal(valeur, geste.piece, "the box that was ticked keeps the focus");
  if (geste.action === "langue") {
    return assert.deepEqual([action, cible, enfonce], ["langue", geste.cible, "true"], "the button of the language keeps the focus");
  }
  if (geste.action === "aller-au-champ") return assert.equal(id, geste.cible, "the button leads to the field");
  if (geste.forme) {
    const place = geste.refuse ? `erreur-${geste.forme}` : geste.forme === "depot" ? "" : `etat-${geste.forme}`;
    assert.equal(id, place, "the focus is on what is said of this date");
    if (id === "") assert.match(classe, /\btitre\b/);
    return undefined;
  }
  // A date that the age told before contradicts is asked about: neither right nor wrong yet.
  const demandee = erreur && !geste.refuse && geste.quoi === "envoyer" && question === "date-naissance";
  if (demandee) return assert.match(classe, /resume-erreurs/, "the focus is on what is asked");
  assert.equal(erreur, Boolean(geste.refuse), geste.refuse ? "a mistake is said" : "no mistake was made");
  if (geste.refuse) {
    assert.deepEqual([sorte, question], ["question", avant.question], "the screen stays");
    return assert.match(classe, /resume-erreurs/, "the focus is on the summary");
  }
  return assert.match(classe, /\btitre\b/, `the focus is on « ${classe} »`);
}
