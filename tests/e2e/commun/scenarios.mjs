// Five people, their answers as the screen words them, and what they must read at the end.
// Answers are found by the question asked: a shorter way to the same result is not a failure,
// a question that nobody here can answer is.

export const NE_SAIT_PAS = "Je ne sais pas";

/** @type {{ nom: string, qui: string, reponses: Record<string, string> | null, attendu: object, dit: string[], tait: string[] }[]} */
export const SCENARIOS = [
  {
    nom: "60-ans-seul",
    qui: "une personne de 60 ans ou plus, seule, à Lille",
    reponses: {
      "code-postal": "59000",
      "tranche-age": "60 ans ou plus",
      "pass-recus": "Non, jamais",
      accompagne: "Non",
      hebergement: "Oui, à mon nom",
    },
    attendu: {
      verdict: "eligible",
      reglement: "hdf-2023",
      carnet: 5,
      titre: "age-60",
      refus: [],
      pieces: ["piece-identite", "justificatif-domicile"],
    },
    dit: [
      "D'après vos réponses",
      "Vous pouvez demander le pass numérique.",
      "5 pass",
      "50 €",
      "10 pass, 100 € au lieu de 50, avec l'aide d'un professionnel",
      "Trouver une maison France services",
      "2 papiers à préparer",
      "Votre pièce d'identité",
      "Un justificatif de domicile à votre nom",
      "Sa date doit être après le 15 mars 2023",
      "Ceci n'est pas une décision.",
    ],
    tait: ["Votre attestation", "(réponse obligatoire)"],
  },
  {
    nom: "demandeur-accompagne",
    qui: "un demandeur d'emploi accompagné, à Arras",
    reponses: {
      "code-postal": "62000",
      "tranche-age": "De 31 à 59 ans",
      situations: "Je suis inscrit à France Travail (ex-Pôle emploi)",
      "pass-recus": "Non, jamais",
      accompagne: "Oui",
      hebergement: "Oui, à mon nom",
    },
    attendu: {
      verdict: "eligible",
      reglement: "hdf-2023",
      carnet: 10,
      titre: "demandeur-emploi",
      refus: [],
      pieces: ["piece-identite", "justificatif-domicile", "attestation-pole-emploi"],
    },
    dit: [
      "Vous pouvez demander le pass numérique.",
      "10 pass",
      "100 €",
      "3 papiers à préparer",
      "Votre attestation d'inscription à France Travail",
      "Sa date doit être après le 15 mars 2023",
      "Sa date doit être après le 15 décembre 2023",
      "Donnez le nom de la structure qui vous aide.",
    ],
    tait: ["5 pass"],
  },
  {
    nom: "apprenti-de-17-ans",
    qui: "un apprenti de 17 ans, à Lille",
    reponses: {
      "code-postal": "59000",
      "tranche-age": "Moins de 18 ans",
      "date-naissance": "1 6 2006",
      situations: "Je suis en apprentissage",
      "contrat-apprentissage": "Il est en cours",
      "contrat-signe-par-tous": "Oui",
      "pass-recus": "Non, jamais",
      accompagne: "Non",
      hebergement: "Non, quelqu'un m'héberge",
    },
    attendu: { verdict: "non-eligible", reglement: "hdf-2023", carnet: 0, titre: null, refus: ["age-minimum"], pieces: [] },
    dit: [
      "D'après vos réponses",
      "Pas encore : à partir du 1er juin 2024.",
      "Pour votre situation, il faut avoir au moins 18 ans.",
      "Préparez ces papiers",
      "Voir la réponse pour ce jour",
      "Règlement de 2023, article 2.",
      "D'autres aides existent",
      "Voir la carte : Nord",
    ],
    tait: ["Vous n'avez pas droit", "n'est pas prévu", "peut-être"],
  },
  {
    nom: "benevole-hors-region",
    qui: "une bénévole qui habite Reims",
    // Nothing else is asked.
    reponses: { "code-postal": "51100", "pass-recus": "Non, jamais" },
    attendu: {
      verdict: "non-eligible",
      reglement: "hdf-2023",
      carnet: 0,
      titre: null,
      refus: ["domicile-hors-territoire"],
      pieces: [],
    },
    dit: [
      "D'après vos réponses",
      "Le pass numérique n'est pas prévu pour votre situation.",
      "Il faut habiter dans",
      "D'autres aides existent",
      "Voir la carte : Marne",
      "France services",
      "Ceci n'est pas une décision.",
    ],
    tait: ["Vous n'avez pas droit", "papiers à préparer", "Pas-de-Calais"],
  },
  {
    nom: "ne-sait-pas-partout",
    qui: "une personne qui ne sait pas, à chaque question",
    // null: the same answer everywhere, whatever is asked.
    reponses: null,
    attendu: { verdict: "a-preciser", reglement: "hdf-2023", carnet: null, titre: null, refus: [] },
    dit: ["Votre droit reste à vérifier.", "Ce qui manque pour répondre", "Quel est votre code postal ?", "Quelle est votre situation aujourd'hui ?"],
    tait: ["Vous n'avez pas droit", "Vous pouvez demander le pass numérique.", "Aller sur le portail", "à préparer", "agenda"],
  },
];

/** What this person answers to this question. */
export function reponseA(scenario, question) {
  const reponse = scenario.reponses === null ? NE_SAIT_PAS : scenario.reponses[question];
  if (reponse === undefined) throw new Error(`${scenario.nom}: nobody expected the question « ${question} »`);
  return reponse;
}
