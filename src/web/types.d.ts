// Written by `METTRE_A_JOUR=1 cargo test types_publies`; do not edit.

/** Answers by question id. Absent: not asked yet. `null`: « je ne sais pas ». Both are unknown. */
export interface Reponses {
  "code-postal"?: string | null;
  "code-postal-confirme"?: boolean | null;
  "tranche-age"?: string | null;
  "date-naissance"?: string | null;
  "situations"?: ("demandeur-emploi" | "stagiaire-formation-professionnelle" | "apprenti" | "siae" | "pacea" | "cej" | "suivi-mission-locale" | "terminale-bac-pro" | "derniere-annee-cap" | "ecole-production" | "etudiant-sanitaire-social" | "lyceen" | "collegien" | "benevole" | "rsa" | "handicap" | "aide-sociale-enfance" | "salarie" | "retraite" | "etudiant" | "lyceen-general" | "premiere-bac-pro" | "cap-premiere-annee" | "service-civique" | "contrat-professionnalisation" | "adherent-association")[] | null;
  "contrat-apprentissage"?: "en-cours" | "pas-commence" | "termine" | null;
  "contrat-signe-par-tous"?: boolean | null;
  "cej-operateur"?: "mission-locale" | "france-travail" | null;
  "mission-locale-en-region"?: boolean | null;
  "siae-en-region"?: boolean | null;
  "ecole-production-en-region"?: boolean | null;
  "etablissement-en-region"?: boolean | null;
  "association-en-region"?: boolean | null;
  "lycee-en-region"?: boolean | null;
  "lycee-experimentation"?: boolean | null;
  "pass-recus"?: 0 | 5 | 10 | null;
  "pass-utilises"?: boolean | null;
  "pass-experimentation-2019"?: boolean | null;
  "accompagne"?: boolean | null;
  "hebergement"?: "a-son-nom" | "heberge" | "structure" | "election-domicile" | null;
}

/** A paper the person holds. Days are `AAAA-MM-JJ`; `date: null` says that it bears none. */
export interface PieceTenue {
  id: "piece-identite" | "justificatif-domicile" | "attestation-election-domicile" | "attestation-hebergement" | "justificatif-domicile-hebergeur" | "attestation-pole-emploi" | "attestation-stage" | "attestation-mission-locale" | "attestation-sanitaire-social" | "contrat-apprentissage" | "attestation-stagiaire" | "attestation-pacea" | "attestation-cej" | "attestation-lycee-professionnel" | "attestation-ecole-production" | "attestation-siae" | "attestation-benevolat" | "numero-carte-generation";
  nature?: string | null;
  date?: string | null;
  finValidite?: string | null;
  delivrance?: string | null;
  /** `AAAA-AAAA` */
  annee?: string | null;
  signataire?: string | null;
}

/** What is judged. Days are `AAAA-MM-JJ`, in Paris; nothing reads the clock. */
export interface Demande {
  dateDepot: string;
  dateCreation?: string | null;
  dateDecision?: string | null;
  dateNotification?: string | null;
  /** Day on which `tranche-age` was said, when it is not `dateDepot`. */
  dateTrancheAge?: string | null;
  reponses: Reponses;
  pieces?: PieceTenue[] | null;
}

/** One row of a batch that could not be read. */
export interface Erreur { erreur: string }

/**
 * The answer to one demande: a decision for each dispositif, the most useful first.
 */
export type Bilan = { decisions: Array<Decision>, };

/**
 * The answer for one dispositif.
 */
export type Decision = { dispositif: string, 
/**
 * Version applied on the day of deposit (the next one before it opens, the last one once closed).
 */
reglement: string, verdict: Verdict, 
/**
 * Pass granted: 5, 10…; 0 for a refusal; `null` when it is not settled.
 */
carnet: number | null, 
/**
 * Ground retained: the first one met, in the order of the act.
 */
titre: string | null, 
/**
 * Other grounds met.
 */
autresTitres: Array<string>, 
/**
 * Every certain reason to refuse.
 */
refus: Array<string>, 
/**
 * Readings and cautions that apply.
 */
reserves: Array<string>, 
/**
 * Those of `reserves` that keep the verdict from being firm.
 */
bloquantes: Array<string>, 
/**
 * Questions whose answer could still change this decision, in the order they are asked.
 */
manque: Array<string>, 
/**
 * Papers to bring, in the order of the act.
 */
pieces: Array<PieceAApporter>, echeances: Array<EcheanceDatee>, 
/**
 * First later day (`AAAA-MM-JJ`) on which the same answers give `eligible`.
 */
aPartirDu: string | null, 
/**
 * Smallest single changes of answer that lift every refusal and leave no blocking caution.
 */
siAlors: Array<Changement>, motifs: Array<Motif>, };

/**
 * The five answers, from the most useful to the least.
 */
export type Verdict = "eligible" | "a-preciser" | "pas-ouvert" | "non-eligible" | "clos";

/**
 * A paper to bring, and what is known of the one the person holds.
 */
export type PieceAApporter = { id: string, 
/**
 * State of the paper held; `null` when nothing was said of it.
 */
etat: EtatDePiece | null, 
/**
 * First day of deposit on which the paper held is accepted.
 */
valableDu: string | null, 
/**
 * Last day of deposit on which it is.
 */
valableJusquau: string | null, 
/**
 * A paper must be dated after this day to be fresh on the day of deposit.
 */
dateeApres: string | null, 
/**
 * Another paper of the list that does as well: one of the two is enough.
 */
ou: string | null, acte: string, article: string, 
/**
 * Advised, not required.
 */
conseillee: boolean, };

/**
 * State of a paper on the day of deposit.
 */
export type EtatDePiece = "valable" | "limite" | "perimee" | "hors-liste" | "non-conforme" | "incoherente";

/**
 * A deadline.
 */
export type EcheanceDatee = { id: string, 
/**
 * `AAAA-MM-JJ`, last day included.
 */
date: string, acte: string, article: string, };

/**
 * One answer that would change the verdict.
 */
export type Changement = { question: string, reponse: Scalaire, 
/**
 * Questions that could still change the decision then; none when it gives `eligible` at once.
 */
resteADemander: Array<string>, };

/**
 * The value of one answer: `true`, `5` or `"en-cours"`.
 */
export type Scalaire = boolean | number | string;

/**
 * A ground, a refusal, a caution or a number, and whether it holds.
 */
export type Motif = { id: string, etat: Etat, acte: string, article: string, };

/**
 * Three truth values: unknown is never taken for no (`Non < Inconnu < Oui`).
 */
export type Etat = "non" | "inconnu" | "oui";

/**
 * A question and how it may be answered.
 */
export type QuestionPubliee = { id: string, genre: Genre, titre: string, aide: string | null, options: Array<OptionPubliee>, 
/**
 * « Je ne sais pas » (`null`) is offered on screen.
 */
doute: boolean, };

/**
 * One possible answer and its words.
 */
export type OptionPubliee = { id: Scalaire, nom: string, aide: string | null, };

/**
 * How a question is answered.
 */
export type Genre = "oui-non" | "choix" | "plusieurs" | "date" | "tranche-age" | "code-postal";

/**
 * A règlement: what it is a version of, its act, and its days.
 */
export type ReglementPublie = { id: string, dispositif: string, nom: string, acte: string, 
/**
 * First day of deposit, `AAAA-MM-JJ`.
 */
du: string, 
/**
 * Last day of deposit, included; `null` when the act sets none.
 */
au: string | null, 
/**
 * Ids of the grounds, in the order of the act.
 */
titres: Array<string>, 
/**
 * Ids of the papers, in the order of the act.
 */
pieces: Array<string>, };

/**
 * One fault of a document: where (`$.titres[2].article`) and what.
 */
export type Faute = { 
/**
 * File the fault is in; empty when the document has no name.
 */
fichier: string, 
/**
 * JSON path from the root `$`.
 */
chemin: string, 
/**
 * What is wrong and what was expected, in French.
 */
message: string, };
