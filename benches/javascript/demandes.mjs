// Demandes around every threshold of the règlement of 2023: days, ages, homes, answers. The same seed draws the same ones.

import { hasard } from "../../tests/e2e/commun/hasard.mjs";
import { monthAfter } from "./days.mjs";

const DAY = 86_400_000;
const text = (time) => new Date(time).toISOString().slice(0, 10);
const later = (day, days) => text(Date.parse(day) + days * DAY);
const yearsBefore = (day, years) => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

const DEPOSITS = ["2023-01-01", "2023-01-31", "2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29", "2024-03-01", "2024-11-30", "2024-12-31", "2025-01-01", "2025-01-31"];
const OPENING = "2023-01-01";
const SITUATIONS = [
  "demandeur-emploi", "stagiaire-formation-professionnelle", "apprenti", "siae", "pacea", "cej", "suivi-mission-locale",
  "terminale-bac-pro", "derniere-annee-cap", "ecole-production", "etudiant-sanitaire-social", "benevole", "rsa", "salarie",
  "premiere-bac-pro", "cap-premiere-annee", "adherent-association",
];
// In the région, a CEDEX of it, elsewhere, of nowhere, abroad.
const CODES = ["59000", "62100", "80000", "60200", "02100", "59046", "75001", "51100", "76000", "75999", "00000", "13999", "etranger"];
const CHOICES = {
  "contrat-apprentissage": ["en-cours", "pas-commence", "termine"],
  "cej-operateur": ["mission-locale", "france-travail"],
  "pass-recus": [0, 5, 10],
  hebergement: ["a-son-nom", "heberge", "structure", "election-domicile"],
};
const YES_OR_NO = [
  "code-postal-confirme", "contrat-signe-par-tous", "siae-en-region", "ecole-production-en-region", "etablissement-en-region",
  "association-en-region", "mission-locale-en-region", "lycee-en-region", "pass-utilises", "accompagne", "pass-experimentation-2019",
];

function drawDays(chance) {
  const deposit = chance.chance(0.5) ? chance.parmi(DEPOSITS) : later(OPENING, chance.entier(760));
  if (chance.chance(0.5)) return { dateDepot: deposit };
  let creation = later(deposit, -chance.parmi([0, 1, 2, 10, 27, 28, 29, 30, 31, 32, 40]));
  // Before that day another règlement may apply.
  if (creation < OPENING) creation = OPENING;
  // The last day of the month that it may take, and the next.
  const end = monthAfter(creation);
  const dateDepot = chance.chance(0.4) ? later(end, chance.entier(2)) : deposit;
  return { dateDepot, dateCreation: creation };
}

function drawAge(chance, { dateDepot, dateCreation = dateDepot }) {
  const day = chance.parmi([dateDepot, dateCreation]);
  return chance.selon([
    [5, { "date-naissance": later(yearsBefore(day, chance.parmi([18, 31, 60])).replace(/-02-29$/, "-02-28"), chance.entier(5) - 2) }],
    [2, { "date-naissance": later("1940-01-01", chance.entier(27_000)) }],
    [1, { "date-naissance": chance.parmi(["1964-02-29", "1992-02-29", "1996-02-29", "2004-02-29", "1960-02-29"]) }],
    [1, { "tranche-age": chance.parmi(["0-17", "18-30", "31-59", "60+"]) }],
    [0.5, { "date-naissance": null }],
    [0.3, {}],
  ]);
}

/** Answered most of the time; else not known, or not asked. */
function said(chance, answer) {
  return chance.selon([[8, [answer]], [1, [null]], [1, []]]);
}

export function drawDemandes(count, seed) {
  const chance = hasard(seed);
  return Array.from({ length: count }, () => {
    const days = drawDays(chance);
    const reponses = drawAge(chance, days);
    const put = (question, answer) => {
      for (const one of said(chance, answer)) reponses[question] = one;
    };
    put("code-postal", chance.chance(0.7) ? chance.parmi(CODES.slice(0, 6)) : chance.parmi(CODES));
    const count = chance.selon([[2, 0], [6, 1], [2, 2], [1, 3]]);
    put("situations", [...new Set(Array.from({ length: count }, () => chance.parmi(SITUATIONS)))]);
    for (const [question, answers] of Object.entries(CHOICES)) put(question, chance.chance(0.5) ? answers[0] : chance.parmi(answers));
    for (const question of YES_OR_NO) put(question, chance.chance(question === "pass-experimentation-2019" ? 0.1 : 0.6));
    return { ...days, reponses };
  });
}
