// A demande in flat numbers, for engines that know neither days nor lists: 0 is no, 1 unknown, 2 yes.

import { ages, monthAfter } from "./days.mjs";
import { home } from "./postal.mjs";

const LAST_DAY = "2024-12-31";
const EVER = 999;

const SITUATIONS = [
  "demandeur-emploi", "stagiaire-formation-professionnelle", "apprenti", "pacea", "suivi-mission-locale", "cej",
  "terminale-bac-pro", "derniere-annee-cap", "ecole-production", "siae", "etudiant-sanitaire-social", "benevole",
];

/** A fact about an answer: its name, the question, the answer that makes it true. */
const ANSWERS = [
  ["contract-over", "contrat-apprentissage", "termine"],
  ["contract-to-come", "contrat-apprentissage", "pas-commence"],
  ["contract-signed", "contrat-signe-par-tous", true],
  ["cej-mission-locale", "cej-operateur", "mission-locale"],
  ["production-school-here", "ecole-production-en-region", true],
  ["siae-here", "siae-en-region", true],
  ["training-here", "etablissement-en-region", true],
  ["association-here", "association-en-region", true],
  ["received-5", "pass-recus", 5],
  ["received-10", "pass-recus", 10],
  ["all-used", "pass-utilises", true],
  ["helped", "accompagne", true],
  ["no-stable-home", "hebergement", "election-domicile"],
];

const known = (value) => value !== undefined && value !== null;

export function factsOf(demande) {
  const deposit = demande.dateDepot;
  const creation = demande.dateCreation ?? deposit;
  const said = demande.reponses;
  const age = ages(said["date-naissance"], said["tranche-age"], creation, deposit);
  const facts = {
    "deposit-after-end": 2 * (deposit > LAST_DAY),
    "creation-after-end": 2 * (creation > LAST_DAY),
    "confirmed-too-late": 2 * (creation !== deposit && monthAfter(creation) < deposit),
    youngest: age.min,
    oldest: Math.min(age.max, EVER),
    home: home(said["code-postal"], said["code-postal-confirme"]),
    // Silence is a no; « je ne sais pas » is not.
    "pass-2019": said["pass-experimentation-2019"] === undefined ? 0 : known(said["pass-experimentation-2019"]) ? 2 * said["pass-experimentation-2019"] : 1,
  };
  const { situations } = said;
  for (const id of SITUATIONS) facts[id] = known(situations) ? 2 * situations.includes(id) : 1;
  for (const [fact, question, expected] of ANSWERS) facts[fact] = known(said[question]) ? 2 * (said[question] === expected) : 1;
  return facts;
}
