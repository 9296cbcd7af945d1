// The published types, used as a host page would. Never run: only tsc reads it.
//
// Each @ts-expect-error is a mistake that must be refused: `any` somewhere would let it pass, and tsc
// would then report the comment as useless.

import init, { catalogue, evaluer, evaluerLot, lireListe, questions, validerReglements } from "pass-numerique";
import type {
  Alerte,
  Bilan,
  Champ,
  Changement,
  Colonne,
  Decision,
  Demande,
  EcheanceDatee,
  Erreur,
  Etat,
  EtatDePiece,
  Faute,
  Genre,
  LigneIgnoree,
  LigneLue,
  Liste,
  Motif,
  Niveau,
  OptionsDeListe,
  PieceAApporter,
  QuestionPubliee,
  ReglementPublie,
  Remarque,
  Reponses,
  Role,
  Scalaire,
  Verdict,
} from "pass-numerique";

await init();
await init({ module_or_path: new URL("pass_numerique_bg.wasm", "https://example.org/") });

// ── What goes in ──

const reponses: Reponses = {
  "date-naissance": "1955-03-02",
  "tranche-age": null,
  "code-postal": "59000",
  "code-postal-confirme": true,
  "situations": ["demandeur-emploi", "benevole"],
  "accompagne": false,
  "pass-recus": 5,
  "pass-utilises": true,
  "hebergement": "heberge",
  "lycee-experimentation": null,
  "cej-operateur": "mission-locale",
  "contrat-apprentissage": "pas-commence",
};

const demande: Demande = {
  dateDepot: "2023-05-10",
  dateCreation: "2023-05-02",
  dateDecision: null,
  dateNotification: "2023-06-05",
  reponses,
  pieces: [
    { id: "justificatif-domicile", nature: "facture-electricite", date: "2022-06-16" },
    { id: "piece-identite", nature: "cni", finValidite: "2022-09-01", delivrance: "2012-09-02" },
    { id: "attestation-sanitaire-social", annee: "2023-2024" },
    { id: "attestation-hebergement", date: null, signataire: "hebergeur" },
  ],
};

export const vide: Demande = { dateDepot: "2023-05-10", reponses: {} };

// @ts-expect-error the day of deposit is required
export const sansDate: Demande = { reponses: {} };
// @ts-expect-error a day is a text
export const dateObjet: Demande = { dateDepot: new Date(), reponses: {} };
// @ts-expect-error no such situation
export const situationInconnue: Reponses = { situations: ["demandeur_emploi"] };
// @ts-expect-error a list, even for one
export const situationSeule: Reponses = { situations: "apprenti" };
// @ts-expect-error 0, 5 or 10
export const passRecus: Reponses = { "pass-recus": 3 };
// @ts-expect-error a boolean, not its name
export const accompagne: Reponses = { accompagne: "oui" };
// @ts-expect-error five digits are a text: 02000 begins with a zero
export const codePostal: Reponses = { "code-postal": 59000 };
// @ts-expect-error no such question
export const questionInconnue: Reponses = { "revenu-fiscal": 12000 };
// @ts-expect-error no such paper
export const pieceInconnue: Demande = { ...vide, pieces: [{ id: "passeport" }] };
// @ts-expect-error no demande
evaluer();
// @ts-expect-error a demande, not its text
evaluer(JSON.stringify(demande));

// ── What comes out ──

const bilan: Bilan = evaluer(demande);

/** Every verdict has its sentence: a verdict added or misspelt would not compile. */
const phrases: Record<Verdict, string> = {
  "eligible": "oui",
  "a-preciser": "peut-être",
  "pas-ouvert": "pas encore",
  "non-eligible": "non",
  "clos": "trop tard",
};

const etats: Record<Etat, boolean | null> = { non: false, inconnu: null, oui: true };

const papiers: Record<EtatDePiece, boolean> = {
  "valable": true,
  "limite": true,
  "perimee": false,
  "hors-liste": false,
  "non-conforme": false,
  "incoherente": false,
};

const genres: Record<Genre, string> = {
  "oui-non": "radio",
  "choix": "radio",
  "plusieurs": "checkbox",
  "date": "text",
  "tranche-age": "radio",
  "code-postal": "text",
};

function lireLaDecision(decision: Decision): string {
  const carnet: number | null = decision.carnet;
  const titre: string | null = decision.titre;
  const listes: string[][] = [
    decision.autresTitres,
    decision.refus,
    decision.reserves,
    decision.bloquantes,
    decision.manque,
  ];
  const echeances: [string, string][] = decision.echeances.map((e: EcheanceDatee) => [e.id, `${e.date} (article ${e.article})`]);
  const aPartirDu: string | null = decision.aPartirDu;
  const changements: string[] = decision.siAlors.map((c: Changement) => `${c.question} = ${enTexte(c.reponse)}`);
  const motifs: string[] = decision.motifs.map((m: Motif) => `${m.id} ${etats[m.etat]} (${m.acte}, ${m.article})`);
  const pieces: string[] = decision.pieces.map(lireLaPiece);
  return [
    phrases[decision.verdict],
    decision.dispositif,
    decision.reglement,
    carnet ?? "?",
    titre ?? "",
    aPartirDu ?? "",
    ...listes.flat(),
    ...echeances.flat(),
    ...changements,
    ...motifs,
    ...pieces,
  ].join(" ");
}

function lireLaPiece(piece: PieceAApporter): string {
  const jours: (string | null)[] = [piece.valableDu, piece.valableJusquau, piece.dateeApres];
  const tenue: boolean | null = piece.etat === null ? null : papiers[piece.etat];
  const conseillee: boolean = piece.conseillee;
  return [piece.id, piece.article, tenue, conseillee, ...jours].join(" ");
}

/** An answer is the plain value, as in `reponses`. */
function enTexte(reponse: Scalaire): string {
  switch (typeof reponse) {
    case "boolean":
      return reponse ? "oui" : "non";
    case "number":
      return reponse.toFixed(0);
    case "string":
      return reponse.toUpperCase();
    default:
      return reponse satisfies never;
  }
}

bilan.decisions.map(lireLaDecision);

const premiere = bilan.decisions[0];
if (premiere) {
  if (premiere.verdict === "a-preciser") console.log(premiere.manque);
  // @ts-expect-error no such verdict
  if (premiere.verdict === "peut-etre") console.log();
  // @ts-expect-error no such field
  premiere.score;
  // @ts-expect-error null when nothing is settled
  premiere.carnet.toFixed();
  // @ts-expect-error kept inside the engine
  premiere.precisions;
  // @ts-expect-error ids, not objects
  premiere.refus[0]?.id;
}

// ── A batch: one row at fault never loses the others ──

const bilans: (Bilan | Erreur)[] = evaluerLot([demande, vide]);
for (const ligne of bilans) {
  if ("erreur" in ligne) console.error(ligne.erreur.trim());
  else ligne.decisions.map(lireLaDecision);
  // @ts-expect-error not before the row at fault is set apart
  ligne.decisions;
}
// @ts-expect-error a list
evaluerLot(demande);

// ── The vocabulary ──

questions().map((question: QuestionPubliee) => ({
  nom: question.titre,
  aide: question.aide ?? "",
  champ: genres[question.genre],
  doute: question.doute === true,
  options: question.options.map((option) => [enTexte(option.id), option.nom, option.aide ?? ""]),
}));
// @ts-expect-error no such kind of question
questions().filter((question) => question.genre === "OuiNon");

catalogue().map((reglement: ReglementPublie) => ({
  quoi: `${reglement.id} ${reglement.dispositif} ${reglement.nom} ${reglement.acte}`,
  jours: [reglement.du, reglement.au ?? "sans fin"],
  listes: [...reglement.titres, ...reglement.pieces],
}));
// @ts-expect-error null when the act sets no last day
catalogue()[0]?.au.trim();

const inconnu: unknown = JSON.parse("{}");
const fautes: Faute[] = validerReglements(inconnu, "notre-aide.json").concat(validerReglements(inconnu));
fautes.map((faute) => `${faute.fichier} ${faute.chemin} : ${faute.message}`);
// @ts-expect-error a name, not a number
validerReglements(inconnu, 3);

// ── A list of pupils ──

const options: OptionsDeListe = { dateDepot: "2023-10-02", roles: ["nom", null, "codePostalResponsable"] };
const liste: Liste = await lireListe(new Uint8Array(3), options);
await lireListe(new ArrayBuffer(3), { dateDepot: "2023-10-02" });

/** A level that judges nothing is not a situation. */
const situations: Record<Niveau, "terminale-bac-pro" | "derniere-annee-cap" | null> = {
  "terminale-bac-pro": "terminale-bac-pro",
  "derniere-annee-cap": "derniere-annee-cap",
  "autre": null,
  "inconnu": null,
};
const champs: Champ[] = liste.lignes.flatMap((ligne: LigneLue) => ligne.alertes.map((alerte: Alerte) => alerte.champ));
const lues: Demande[] = liste.lignes.map((ligne) => {
  const situation = situations[ligne.niveau];
  return {
    dateDepot: options.dateDepot,
    reponses: {
      ...(ligne.dateNaissance && { "date-naissance": ligne.dateNaissance }),
      ...(ligne.codePostal && { "code-postal": ligne.codePostal }),
      ...(situation && { situations: [situation] }),
    },
  };
});
const roles: (Role | null)[] = liste.colonnes.map((colonne: Colonne) => colonne.role);
const ignorees: string[] = liste.ignorees.map((ignoree: LigneIgnoree) => `${ignoree.ligne.toFixed(0)} ${ignoree.raison}`);
const dits: string[] = [...liste.avertissements, ...liste.fautes].map((remarque: Remarque) => remarque.message);
export const toutCela = [champs, lues, roles, ignorees, dits, liste.encodage?.trim(), liste.separateur?.trim(), liste.ligneEntete];

// @ts-expect-error bytes, not a text
await lireListe("Nom;Prénom", options);
// @ts-expect-error the day of deposit is required
await lireListe(new Uint8Array(3), {});
// @ts-expect-error no such role
await lireListe(new Uint8Array(3), { ...options, roles: ["allergies"] });
// @ts-expect-error a Promise
lireListe(new Uint8Array(3), options).lignes;
// @ts-expect-error null when it could not be read
liste.lignes[0]?.nom.trim();
