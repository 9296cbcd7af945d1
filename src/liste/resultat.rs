//! What a reading gives: the Liste of the public contract, ready to be written as JSON.

use serde::Serialize;

/// A list of pupils, as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Liste {
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `macintosh`, `iso-8859-15`, or `zip+xml` for a
    /// workbook; `null` when the file could not be read.
    pub encodage: Option<String>,
    /// `;`, `,` or a tab; `null` when the file is not made of separated cells.
    pub separateur: Option<String>,
    /// Sheet read, in a workbook.
    pub feuille: Option<String>,
    /// Line of the header; `null` when there is none.
    pub ligne_entete: Option<u32>,
    pub colonnes: Vec<Colonne>,
    pub lignes: Vec<LigneLue>,
    pub ignorees: Vec<LigneIgnoree>,
    /// What was read, and is to be known or checked.
    pub avertissements: Vec<Remarque>,
    /// Why nothing could be read; empty when something was.
    pub fautes: Vec<Remarque>,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Colonne {
    pub entete: String,
    /// `null`: dropped at reading.
    pub role: Option<Role>,
    /// Three values at most; none of a column that is dropped.
    pub exemples: Vec<String>,
}

/// What a column says of the pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Role {
    Nom,
    Prenom,
    /// « NOM Prénom » in one column.
    NomComplet,
    DateNaissance,
    Classe,
    CodePostal,
    Pays,
    Mef,
    /// Label of the training, when the MEF is not given.
    Formation,
    Statut,
    DateSortie,
    /// The guardian's: proposed, never taken.
    CodePostalResponsable,
}

impl Role {
    /// Every role, in the order of their numbers.
    pub const TOUS: [Role; 12] = [
        Role::Nom,
        Role::Prenom,
        Role::NomComplet,
        Role::DateNaissance,
        Role::Classe,
        Role::CodePostal,
        Role::Pays,
        Role::Mef,
        Role::Formation,
        Role::Statut,
        Role::DateSortie,
        Role::CodePostalResponsable,
    ];

    /// The role that JSON calls so.
    pub fn de_nom(nom: &str) -> Option<Role> {
        let nom_de = |role: &Role| match role {
            Role::Nom => "nom",
            Role::Prenom => "prenom",
            Role::NomComplet => "nomComplet",
            Role::DateNaissance => "dateNaissance",
            Role::Classe => "classe",
            Role::CodePostal => "codePostal",
            Role::Pays => "pays",
            Role::Mef => "mef",
            Role::Formation => "formation",
            Role::Statut => "statut",
            Role::DateSortie => "dateSortie",
            Role::CodePostalResponsable => "codePostalResponsable",
        };
        Role::TOUS.into_iter().find(|role| nom_de(role) == nom)
    }

    /// A name, or a birth date: without one of them, no line of a list can be told from another.
    pub(super) fn designe(self) -> bool {
        use Role::*;
        matches!(self, Nom | Prenom | NomComplet | DateNaissance)
    }
}

/// One pupil: what could be read, `null` for what could not or must be confirmed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LigneLue {
    /// Line of the file where the record begins; row of a sheet.
    pub ligne: u32,
    pub nom: Option<String>,
    pub prenom: Option<String>,
    /// `AAAA-MM-JJ`
    pub date_naissance: Option<String>,
    pub classe: Option<String>,
    /// Five digits, or `etranger`.
    pub code_postal: Option<String>,
    pub niveau: Niveau,
    /// One at most for each `champ`; one for each `null`, and for a level that is not known.
    pub alertes: Vec<Alerte>,
}

/// What is prepared, as the règlements tell it apart: the first two are ids of `situations`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Niveau {
    TerminaleBacPro,
    DerniereAnneeCap,
    Autre,
    Inconnu,
}

impl Niveau {
    /// As JSON writes it.
    pub fn id(self) -> &'static str {
        match self {
            Niveau::TerminaleBacPro => "terminale-bac-pro",
            Niveau::DerniereAnneeCap => "derniere-annee-cap",
            Niveau::Autre => "autre",
            Niveau::Inconnu => "inconnu",
        }
    }
}

/// A doubt or a fault about one thing said of a pupil.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Alerte {
    pub champ: Champ,
    pub code: CodeAlerte,
    /// What the cell says; `null` when it says nothing.
    pub lu: Option<String>,
    /// What it may mean, to be confirmed; never taken by itself.
    pub proposition: Option<String>,
}

/// What an alert is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Champ {
    Nom,
    Prenom,
    DateNaissance,
    Classe,
    CodePostal,
    Niveau,
    Statut,
    DateSortie,
    /// The line itself: too short, too long.
    Ligne,
}

/// What is wrong, or to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum CodeAlerte {
    Absent,
    ColonneAbsente,
    Illisible,
    NomEtPrenomAVerifier,
    CelluleFormule,
    AccentsAbimes,
    Impossible,
    AnneeSeule,
    DansLeFutur,
    AmbigueJourMois,
    MoisJourInverses,
    AnneeSurDeuxChiffres,
    NumeroDeSerie,
    DivisionInactive,
    ZeroPerdu,
    /// The zero may be missing at the end as well: `proposition` is that other code.
    ZeroPerduAVerifier,
    CodePostalInconnu,
    SeuleLAdresseDuResponsable,
    PaysEtranger,
    /// A country that is not known, with a French postal code.
    PaysAConfirmer,
    MefAConfirmer,
    MefIllisible,
    MefDUnVoeu,
    LibelleInconnu,
    StatutApprenti,
    Sorti,
    LigneTropCourte,
    LigneTropLongue,
}

/// A line of the file that is no pupil.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LigneIgnoree {
    pub ligne: u32,
    pub raison: Raison,
}

/// Why a line is no pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Raison {
    Preambule,
    LigneVide,
    DeuxiemeLigneDEnTete,
    EnTeteRepetee,
    Total,
    NiNomNiPrenom,
}

/// Something said of the whole file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Remarque {
    /// Kept from one version to the next; the sentence may change.
    pub code: String,
    /// A French sentence that says what to do.
    pub message: String,
}
