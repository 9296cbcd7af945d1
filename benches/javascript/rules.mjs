// The règlement of 2023, written once for the two engines that take rules as data: acts and articles are those of
// plain.mjs. A rule is a fact, an age, or rules put together; each engine says it twice, as what is sure and as what may be.

const all = (...rules) => ({ all: rules });
const oneOf = (...rules) => ({ oneOf: rules });
const not = (rule) => ({ not: rule });
/** Where a text has two readings, what is not met is a doubt. */
const orDoubt = (rule) => ({ orDoubt: rule });
const atLeast = (years) => ({ atLeast: years });

const young = [atLeast(18), not(atLeast(31))];

export const GROUNDS = [
  ["age-60", atLeast(60)],
  ["demandeur-emploi", "demandeur-emploi"],
  ["jeune-stagiaire", all("stagiaire-formation-professionnelle", ...young)],
  ["jeune-apprenti", all("apprenti", ...young, not("contract-over"), orDoubt(not("contract-to-come")), orDoubt("contract-signed"))],
  ["jeune-pacea", all(oneOf("pacea", "suivi-mission-locale"), ...young, orDoubt("pacea"))],
  ["jeune-cej", all("cej", ...young, orDoubt("cej-mission-locale"))],
  ["jeune-terminale-bac-pro", all("terminale-bac-pro", ...young)],
  ["jeune-derniere-annee-cap", all("derniere-annee-cap", ...young)],
  ["jeune-ecole-production", all("ecole-production", ...young, orDoubt("production-school-here"))],
  ["jeune-siae", all("siae", ...young, "siae-here")],
  ["etudiant-sanitaire-social", all("etudiant-sanitaire-social", "training-here")],
  ["benevole", all("benevole", "association-here")],
];

export const RIGHT = all("home", oneOf(...GROUNDS.map(([, rule]) => rule)));
export const LIMITS = all(not("received-10"), oneOf(not("received-5"), "all-used", "helped"));
/** The act has nothing else verified, and what was lost is a doubt. */
export const RENEWAL = all("received-5", "all-used");
export const CAUTIONS = all(
  orDoubt(oneOf(not("received-5"), "all-used", not("helped"))),
  orDoubt(not("no-stable-home")), orDoubt(not("pass-2019")), orDoubt(not("deposit-after-end")),
);
