//! The papers: what each must show, and how fresh it must be.

use super::{Critere, Reference, jour, jour_facultatif};
use crate::date::{Jour, Periode};
use serde::Deserialize;

/// A paper that several règlements may ask for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// Stable id; its words are in the texts.
    pub id: String,
    /// Every kind of paper a person may name, accepted or not.
    #[serde(default)]
    pub natures: Vec<String>,
    /// Everybody who may have signed it.
    #[serde(default)]
    pub signataires: Vec<String>,
}

/// A paper as one règlement asks for it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PieceDemandee {
    /// Id of one of the papers.
    pub id: String,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "super::schema::reference"))]
    pub article: Reference,
    /// Who must bring it.
    pub si: Critere,
    /// Advised, not required.
    #[serde(default)]
    pub conseillee: bool,
    /// How fresh it must be; no rule when absent.
    #[serde(default)]
    pub fraicheur: Option<Fraicheur>,
    /// The kinds listed by the act; any other kind is `hors-liste`. Empty: no list.
    #[serde(default)]
    pub natures: Vec<String>,
    /// Who may have signed it; any other signature is `non-conforme`. Empty: no rule.
    #[serde(default)]
    pub signataires: Vec<String>,
    /// The act's own list was not read, and another act's stands for it: what is not on it is only better replaced.
    #[serde(default)]
    pub liste_supposee: bool,
    /// Another paper of this règlement that does as well, for whoever is asked for both.
    #[serde(default)]
    pub ou: Option<String>,
    /// The act wants a date on it.
    #[serde(default)]
    pub datee: bool,
}

/// How fresh a paper must be on the day of deposit.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Fraicheur {
    /// Dated less than so many months before: the same day, months later, is already the limit.
    MoinsDe { mois: u32 },
    /// The act says nothing; beyond so many months a fresher one is advised.
    Conseil { mois: u32 },
    /// Its printed end of validity has not passed.
    EnCoursDeValidite {
        #[serde(default)]
        prolongations: Vec<Prolongation>,
    },
    /// Of the school year in course (from its first month on). In its last months (`limite`) the year that
    /// ends and the one that comes are both defensible, neither is sure.
    AnneeDeFormation { debut: u32, limite: Vec<u32> },
}

/// A kind of paper whose printed end was extended by law (CNI of adults issued from 2004 to 2013).
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Prolongation {
    /// The kind of paper.
    pub nature: String,
    /// First day of issue concerned.
    #[serde(deserialize_with = "jour")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::jour"))]
    pub delivree_du: Jour,
    /// Last day of issue concerned.
    #[serde(default, deserialize_with = "jour_facultatif")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::jour_facultatif"))]
    pub delivree_au: Option<Jour>,
    /// Years added to the printed end.
    pub annees: u32,
    /// Age that the holder must have had on the day it was issued.
    pub age_minimum: u32,
}

impl Prolongation {
    /// Days of issue concerned.
    pub fn delivrees(&self) -> Periode {
        Periode::entre(self.delivree_du, self.delivree_au)
    }
}
