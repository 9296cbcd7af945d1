//! What a règlement can say: the model that the files of `src/reglements/` are read into.
//!
//! A règlement is data. Nothing here knows the pass numérique: publics, territories, papers, delays
//! and cautions all come from the files, each with its act and article.

mod catalogue;
pub(crate) mod connus;
mod critere;
mod fautes;
mod grave;
mod ids;
mod nom;
mod pieces;
mod questions;
mod reference;
mod resolution;
#[cfg(test)]
mod schema;

pub use catalogue::{Catalogue, Dispositif, Histoire, Orientation, Source};
pub use critere::{Ages, Critere, ReponseAttendue, Scalaire};
pub(crate) use grave::Grave;
pub use nom::Nom;
pub use pieces::{Fraicheur, Piece, PieceDemandee, Prolongation};
pub(crate) use questions::{AUTRE_REPONSE, DOUTE, PREMIERE_REPONSE, SANS_REPONSE};
pub use questions::{Genre, NE_SAIT_PAS, OptionDeQuestion, Question};
pub use reference::Reference;
pub(crate) use resolution::Connues;

use crate::date::{Jour, Periode};
use crate::ensemble::Ensemble;
use serde::{Deserialize, Deserializer};

/// One act that grants an aid, for one dispositif, during one period.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reglement {
    /// Stable id, given back in a decision: `hdf-2023`.
    pub id: String,
    /// The aid this act is a version of: `pass-numerique-hdf`.
    pub dispositif: String,
    /// The act every statement cites, unless a rule names another one.
    pub acte: Acte,
    /// When demandes could be deposited.
    pub periode: Vigueur,
    /// Face value of one pass, in euros.
    #[serde(default)]
    pub valeur_unitaire: Option<u32>,
    /// Where demandes are deposited, when the act says so.
    #[serde(default)]
    pub portail: Option<String>,
    /// What the act leaves open about days, and the caution that says so.
    #[serde(default)]
    pub lectures: LecturesOuvertes,
    /// The grounds, in the order of the act: the first one met is retained.
    pub titres: Vec<Titre>,
    /// Conditions that hold for everybody.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// A case in which some refusals are no longer certain.
    #[serde(default)]
    pub attenuations: Vec<Attenuation>,
    /// How many pass, first rule met.
    pub carnet: Vec<RegleDeCarnet>,
    /// Papers, in the order of the act.
    #[serde(default)]
    pub pieces: Vec<PieceDemandee>,
    /// Delays, each from one day to another.
    #[serde(default)]
    pub echeances: Vec<Echeance>,
    /// What to do to make a demande, step by step.
    #[serde(default)]
    pub demarches: Vec<Demarche>,
    /// What follows a demande, as the act says it.
    #[serde(default)]
    pub suites: Vec<Suite>,
    /// Cautions to voice; those that block keep the verdict from being firm.
    #[serde(default)]
    pub reserves: Vec<Reserve>,
    /// The numbers of its own cautions, in the order in which they are voiced.
    #[serde(skip)]
    pub(crate) voix: Vec<u8>,
    /// Questions that may lift each refusal, by its place among the reasons.
    #[serde(skip)]
    pub(crate) leviers: Vec<Ensemble>,
    /// Conditions for everybody that hang on no day, by their rank.
    #[serde(skip)]
    pub(crate) fixes: Ensemble,
    /// Questions whose answer a criterion compares.
    #[serde(skip)]
    pub(crate) lues: Ensemble,
    /// Situations that a criterion names.
    #[serde(skip)]
    pub(crate) situations_lues: Ensemble,
}

impl Reglement {
    /// The number of the act in which a rule was read.
    pub fn acte_de<'a>(&'a self, lue: &'a Reference) -> &'a str {
        lue.acte.as_ref().unwrap_or(&self.acte.numero)
    }
}

/// The act: its number and the day it was voted.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Acte {
    /// Number as printed: `2022.01883`.
    pub numero: String,
    /// Day of the vote.
    #[serde(deserialize_with = "jour")]
    #[cfg_attr(test, schemars(schema_with = "schema::jour"))]
    pub date: Jour,
}

/// First and last day of deposit, both included, as acts put it.
///
/// `certain_du` and `certain_au` bound the days on which the act was surely in force; outside them
/// and inside the period it is one of the candidate versions.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Vigueur {
    /// First day of deposit.
    #[serde(deserialize_with = "jour")]
    #[cfg_attr(test, schemars(schema_with = "schema::jour"))]
    pub du: Jour,
    /// Last day of deposit; absent when the act sets none.
    #[serde(default, deserialize_with = "jour_facultatif")]
    #[cfg_attr(test, schemars(schema_with = "schema::jour_facultatif"))]
    pub au: Option<Jour>,
    /// First day on which the act was surely in force; the whole period when absent.
    #[serde(default, deserialize_with = "jour_facultatif")]
    #[cfg_attr(test, schemars(schema_with = "schema::jour_facultatif"))]
    pub certain_du: Option<Jour>,
    /// Last day on which the act was surely in force.
    #[serde(default, deserialize_with = "jour_facultatif")]
    #[cfg_attr(test, schemars(schema_with = "schema::jour_facultatif"))]
    pub certain_au: Option<Jour>,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
    /// Caution voiced when the act is only a candidate.
    #[serde(default)]
    pub reserve: Option<Nom>,
    /// Caution voiced when a demande is created before the last day and deposited after: « deposited »
    /// may name either day. Absent: such a demande comes too late.
    #[serde(default)]
    pub reserve_de_fin: Option<Nom>,
    /// Words said instead of a day of opening, where the act sets none.
    #[serde(default)]
    pub ouverture: Option<String>,
}

impl Vigueur {
    /// Days on which the act may have been in force.
    pub fn possible(&self) -> Periode {
        Periode::entre(self.du, self.au)
    }
    /// Days on which it was, for sure.
    pub fn sure(&self) -> Periode {
        Periode::entre(
            self.certain_du.unwrap_or(self.du),
            self.certain_au.or(self.au),
        )
    }
}

/// What the act does not settle about days. Absent: the act is clear, only the deposit counts.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LecturesOuvertes {
    /// Caution when an age differs between creation and deposit; present when the act does not say which counts.
    #[serde(default)]
    pub jour: Option<Nom>,
    /// Caution for a birthday on 29 February.
    #[serde(default)]
    pub anniversaire: Option<Nom>,
    /// Caution on the last day of an age bracket.
    #[serde(default)]
    pub dernier_jour: Option<Nom>,
}

/// One ground: who it is for, and what it asks of them.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Titre {
    /// Stable id, given back in a decision: `age-60`.
    pub id: String,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
    /// Who comes near this ground. A refusal names its conditions only to them.
    pub public: Critere,
    /// What is asked of this public, each with what follows when it is not met.
    #[serde(default)]
    pub conditions: Vec<Condition>,
}

/// What must be true, and what follows when it is not.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// What must be true.
    pub si: Critere,
    /// What follows otherwise.
    pub sinon: Sinon,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
}

impl Condition {
    /// The refusal that follows when it is not met; empty when it only leaves a doubt.
    pub(crate) fn refus(&self) -> &str {
        match &self.sinon {
            Sinon::Refus(id) => id,
            Sinon::Reserve(_) => "",
        }
    }
}

/// A failed condition refuses, or leaves a doubt where the text has two readings.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Sinon {
    Refus(String),
    Reserve(Nom),
}

impl Sinon {
    /// The id of the refusal or caution.
    pub fn id(&self) -> &str {
        match self {
            Sinon::Refus(id) => id,
            Sinon::Reserve(id) => id,
        }
    }
}

/// When `si` holds, the refusals listed are doubts only (renewal: the act has two points verified).
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Attenuation {
    /// The case.
    pub si: Critere,
    /// Refusals that are no longer certain.
    pub refus: Vec<String>,
    /// Caution that says why.
    pub reserve: Nom,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
    /// The places of `refus` among the reasons of this règlement.
    #[serde(skip)]
    pub(crate) vises: Ensemble,
}

/// How many pass when `si` holds; `None` when the act does not fix a number.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegleDeCarnet {
    /// Its words say whom this number is for; nothing is said of it when absent.
    #[serde(default)]
    pub id: Option<String>,
    /// Who this number is for; everybody when absent.
    #[serde(default = "toujours")]
    pub si: Critere,
    /// Written even when it is `null`: a number forgotten is not a number left open by the act.
    #[serde(deserialize_with = "nombre_ou_null")]
    #[cfg_attr(test, schemars(schema_with = "schema::nombre_ou_null"))]
    pub nombre: Option<u32>,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
}

/// A delay that runs from one day.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Echeance {
    /// Stable id, given back in a decision: `recours`.
    pub id: String,
    /// Day it runs from.
    pub depuis: Depart,
    /// How long it runs.
    pub duree: Duree,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
    /// Refusal when the deposit comes after that day.
    #[serde(default)]
    pub refus: Option<String>,
}

/// One step of a demande.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Demarche {
    /// Its words are in the texts.
    pub id: String,
    /// Who takes this step; everybody when absent.
    #[serde(default = "toujours")]
    pub si: Critere,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
}

/// One thing that follows a demande: how the answer comes, how the pass come, how to contest.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Suite {
    /// Its words are in the texts.
    pub id: String,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
}

/// The day a delay runs from.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Depart {
    Creation,
    Decision,
    Notification,
}

/// A number of months (same day of the month) or of days.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Duree {
    Mois(u32),
    Jours(u64),
}

/// A reading or a caution that people must hear.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reserve {
    /// Id of the caution; its words are in the texts.
    pub id: Nom,
    /// When it applies; always when absent.
    #[serde(default = "toujours")]
    pub si: Critere,
    /// It keeps the verdict from being firm.
    #[serde(default)]
    pub bloquante: bool,
    /// Where it was read.
    #[cfg_attr(test, schemars(schema_with = "schema::reference"))]
    pub article: Reference,
}

fn toujours() -> Critere {
    Critere::Tous(Vec::new())
}

pub(crate) fn jour<'de, D: Deserializer<'de>>(source: D) -> Result<Jour, D::Error> {
    lire_jour(&String::deserialize(source)?)
}

fn lire_jour<E: serde::de::Error>(texte: &str) -> Result<Jour, E> {
    crate::date::lire(texte).ok_or_else(|| {
        E::custom(format!(
            "« {texte} » n'est pas un jour ; attendu : AAAA-MM-JJ"
        ))
    })
}

pub(crate) fn jour_facultatif<'de, D: Deserializer<'de>>(
    source: D,
) -> Result<Option<Jour>, D::Error> {
    let Some(texte) = Option::<String>::deserialize(source)? else {
        return Ok(None);
    };
    lire_jour(&texte).map(Some)
}

fn nombre_ou_null<'de, D: Deserializer<'de>>(source: D) -> Result<Option<u32>, D::Error> {
    Option::deserialize(source)
}
