// The règlement of 2023 as somebody would write it by hand in JavaScript: the act 2022.01883, articles 1 to 4, and the
// readings of docs/lectures.md. 0 is no, 1 unknown, 2 yes.

import { ages, monthAfter } from "./days.mjs";
import { home } from "./postal.mjs";

const { min, max } = Math;
const LAST_DAY = "2024-12-31";

const known = (value) => value !== undefined && value !== null;
const is = (value, expected) => (known(value) ? 2 * (value === expected) : 1);
const isNot = (value, expected) => 2 - is(value, expected);
/** Where a text has two readings, what is not met is a doubt. */
const orDoubt = (state) => max(1, state);

export function answer(demande) {
  const deposit = demande.dateDepot;
  const creation = demande.dateCreation ?? deposit;
  const closed = deposit > LAST_DAY;
  if (closed && creation > LAST_DAY) return { verdict: "clos", carnet: 0, titre: null };
  const said = demande.reponses;
  const age = ages(said["date-naissance"], said["tranche-age"], creation, deposit);
  const atLeast = (years) => (age.min >= years ? 2 : age.max < years ? 0 : 1);
  const atMost = (years) => 2 - atLeast(years + 1);
  const situations = said.situations;
  const in_ = known(situations) ? (id) => 2 * situations.includes(id) : () => 1;

  const young = min(atLeast(18), atMost(30));
  const contract = said["contrat-apprentissage"];
  const grounds = [
    ["age-60", atLeast(60)],
    ["demandeur-emploi", in_("demandeur-emploi")],
    ["jeune-stagiaire", min(in_("stagiaire-formation-professionnelle"), young)],
    ["jeune-apprenti", min(in_("apprenti"), young, isNot(contract, "termine"), orDoubt(isNot(contract, "pas-commence")),
      orDoubt(is(said["contrat-signe-par-tous"], true)))],
    ["jeune-pacea", min(max(in_("pacea"), in_("suivi-mission-locale")), young, orDoubt(in_("pacea")))],
    ["jeune-cej", min(in_("cej"), young, orDoubt(is(said["cej-operateur"], "mission-locale")))],
    ["jeune-terminale-bac-pro", min(in_("terminale-bac-pro"), young)],
    ["jeune-derniere-annee-cap", min(in_("derniere-annee-cap"), young)],
    ["jeune-ecole-production", min(in_("ecole-production"), young, orDoubt(is(said["ecole-production-en-region"], true)))],
    ["jeune-siae", min(in_("siae"), young, is(said["siae-en-region"], true))],
    ["etudiant-sanitaire-social", min(in_("etudiant-sanitaire-social"), is(said["etablissement-en-region"], true))],
    ["benevole", min(in_("benevole"), is(said["association-en-region"], true))],
  ];
  let ground = 0;
  for (const [, state] of grounds) ground = max(ground, state);

  const received = said["pass-recus"];
  const used = is(said["pass-utilises"], true);
  const helped = is(said.accompagne, true);
  const first = isNot(received, 5);
  const region = home(said["code-postal"], said["code-postal-confirme"]);
  const below = isNot(received, 10);
  const spent = max(first, used, helped);
  // A renewal, the first pass being used: the act has nothing else verified, and what was lost is a doubt.
  const renewal = min(is(received, 5), used);
  const lost = min(ground, region) === 0;
  const refused = creation !== deposit && monthAfter(creation) < deposit || min(below, spent) === 0 || (lost && renewal === 0);
  if (refused) return { verdict: closed ? "clos" : "non-eligible", carnet: 0, titre: null };

  const sure = min(
    lost ? 1 : min(ground, region),
    below, spent, orDoubt(max(first, used, 2 - helped)),
    is(said.hebergement, "election-domicile") === 0 ? 2 : 1,
    said["pass-experimentation-2019"] === undefined ? 2 : is(said["pass-experimentation-2019"], true) === 0 ? 2 : 1,
    closed ? 1 : 2,
  );
  const met = grounds.find(([, state]) => state === 2);
  const titre = met ? met[0] : null;
  if (sure < 2) return { verdict: "a-preciser", carnet: null, titre };
  const carnet = received === 5 ? 5 : [5, null, 10][helped];
  return { verdict: "eligible", carnet, titre };
}
