// Written by `METTRE_A_JOUR=1 cargo test types_publies`; do not edit.

/** What a reading is told: the day of deposit (`AAAA-MM-JJ`), and the role of each column when somebody chose
them. */
export interface OptionsDeListe { dateDepot: string; roles?: (Role | null)[] | null }

/**
 * A list of pupils, as it was read.
 */
export type Liste = { 
/**
 * `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `macintosh`, `iso-8859-15`, or `zip+xml` for a
 * workbook; `null` when the file could not be read.
 */
encodage: string | null, 
/**
 * `;`, `,` or a tab; `null` when the file is not made of separated cells.
 */
separateur: string | null, 
/**
 * Sheet read, in a workbook.
 */
feuille: string | null, 
/**
 * Line of the header; `null` when there is none.
 */
ligneEntete: number | null, colonnes: Array<Colonne>, lignes: Array<LigneLue>, ignorees: Array<LigneIgnoree>, 
/**
 * What was read, and is to be known or checked.
 */
avertissements: Array<Remarque>, 
/**
 * Why nothing could be read; empty when something was.
 */
fautes: Array<Remarque>, };

/**
 * A column of the file.
 */
export type Colonne = { entete: string, 
/**
 * `null`: dropped at reading.
 */
role: Role | null, 
/**
 * Three values at most; none of a column that is dropped.
 */
exemples: Array<string>, };

/**
 * What a column says of the pupil.
 */
export type Role = "nom" | "prenom" | "nomComplet" | "dateNaissance" | "classe" | "codePostal" | "pays" | "mef" | "formation" | "statut" | "dateSortie" | "codePostalResponsable";

/**
 * One pupil: what could be read, `null` for what could not or must be confirmed.
 */
export type LigneLue = { 
/**
 * Line of the file where the record begins; row of a sheet.
 */
ligne: number, nom: string | null, prenom: string | null, 
/**
 * `AAAA-MM-JJ`
 */
dateNaissance: string | null, classe: string | null, 
/**
 * Five digits, or `etranger`.
 */
codePostal: string | null, niveau: Niveau, 
/**
 * One at most for each `champ`; one for each `null`, and for a level that is not known.
 */
alertes: Array<Alerte>, };

/**
 * What is prepared, as the règlements tell it apart: the first two are ids of `situations`.
 */
export type Niveau = "terminale-bac-pro" | "derniere-annee-cap" | "autre" | "inconnu";

/**
 * A doubt or a fault about one thing said of a pupil.
 */
export type Alerte = { champ: Champ, code: CodeAlerte, 
/**
 * What the cell says; `null` when it says nothing.
 */
lu: string | null, 
/**
 * What it may mean, to be confirmed; never taken by itself.
 */
proposition: string | null, };

/**
 * What an alert is about.
 */
export type Champ = "nom" | "prenom" | "dateNaissance" | "classe" | "codePostal" | "niveau" | "statut" | "dateSortie" | "ligne";

/**
 * What is wrong, or to be checked.
 */
export type CodeAlerte = "absent" | "colonne-absente" | "illisible" | "nom-et-prenom-a-verifier" | "cellule-formule" | "accents-abimes" | "impossible" | "annee-seule" | "dans-le-futur" | "ambigue-jour-mois" | "mois-jour-inverses" | "annee-sur-deux-chiffres" | "numero-de-serie" | "division-inactive" | "zero-perdu" | "zero-perdu-a-verifier" | "code-postal-inconnu" | "seule-l-adresse-du-responsable" | "pays-etranger" | "pays-a-confirmer" | "mef-a-confirmer" | "mef-illisible" | "mef-d-un-voeu" | "libelle-inconnu" | "statut-apprenti" | "sorti" | "ligne-trop-courte" | "ligne-trop-longue";

/**
 * A line of the file that is no pupil.
 */
export type LigneIgnoree = { ligne: number, raison: Raison, };

/**
 * Why a line is no pupil.
 */
export type Raison = "preambule" | "ligne-vide" | "deuxieme-ligne-d-en-tete" | "en-tete-repetee" | "total" | "ni-nom-ni-prenom";

/**
 * Something said of the whole file.
 */
export type Remarque = { 
/**
 * Kept from one version to the next; the sentence may change.
 */
code: string, 
/**
 * A French sentence that says what to do.
 */
message: string, };
