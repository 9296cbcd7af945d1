//! The questions that règlements share: how each is answered, in the order they are asked.

use super::Scalaire;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a form sends for « je ne sais pas »: no option may be written so.
pub const NE_SAIT_PAS: &str = "ne-sait-pas";

/// The number of no answer at all.
pub(crate) const SANS_REPONSE: u8 = 0;
/// That of « je ne sais pas ».
pub(crate) const DOUTE: u8 = 1;
/// That of the first option, or of `true`; the others follow.
pub(crate) const PREMIERE_REPONSE: u8 = 2;
/// That of an answer which is not in the list.
pub(crate) const AUTRE_REPONSE: u8 = u8::MAX;

/// A question; its words are in the texts, under the same id.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// Stable id, the key of an answer.
    pub id: String,
    /// How it is answered.
    pub genre: Genre,
    /// What may be answered, in the order shown. Empty for `oui-non`, days, ages and postal codes.
    #[serde(default)]
    pub options: Vec<OptionDeQuestion>,
    /// A simpler question asked first; this one only when the simpler one is not enough.
    #[serde(default)]
    pub apres: Option<String>,
    /// A follow-up of this question: not asked to somebody who does not know the answer to it.
    #[serde(default)]
    pub suite_de: Option<String>,
    /// A refusal that this answer dates: when nothing else refuses, the question is asked to tell from
    /// which day it falls.
    #[serde(default)]
    pub date_le_refus: Option<String>,
    /// A fact that nobody can change: never suggested as what would give the right (age, home).
    #[serde(default)]
    pub immuable: bool,
    /// The person may choose what the answer is (to be helped or not): what would be better is told.
    #[serde(default)]
    pub libre: bool,
    /// « Je ne sais pas » is offered on screen.
    #[serde(default)]
    pub doute: bool,
    /// What silence means, where asking everybody would be unreasonable. `null` stays unknown.
    #[serde(default)]
    pub presume: Option<Scalaire>,
    /// Asked only to people of these postal codes (prefixes), when `presume` is set.
    #[serde(default)]
    pub territoire: Vec<String>,
    /// Asked right after the postal code to who lives outside these (prefixes): the others would be of no
    /// use to most of them.
    #[serde(default)]
    pub d_abord_hors_de: Vec<String>,
    /// What `presume` is, as the question numbers its answers.
    #[serde(skip)]
    pub(crate) presumee: u8,
}

/// One possible answer.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OptionDeQuestion {
    /// The value of the answer.
    pub id: Scalaire,
    /// Group under which it is shown; an option without one is understood but not shown.
    #[serde(default)]
    pub groupe: Option<String>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Genre {
    /// `true` or `false`.
    OuiNon,
    /// One of the options.
    Choix,
    /// Any number of the options; an empty list says « none of them ».
    Plusieurs,
    /// `AAAA-MM-JJ`, in the past.
    Date,
    /// A bracket of ages made by the règlements' thresholds: `18-30`, `60+`.
    TrancheAge,
    /// Five digits, or `etranger`.
    CodePostal,
}

impl Question {
    /// The option with this id.
    pub fn option(&self, id: &Scalaire) -> Option<&OptionDeQuestion> {
        self.options.iter().find(|o| o.id == *id)
    }

    /// The number of an answer: see [`SANS_REPONSE`] and those after it.
    pub(crate) fn code(&self, valeur: &Scalaire) -> u8 {
        let rang = match (self.genre, valeur) {
            (Genre::OuiNon, Scalaire::Booleen(oui)) => Some(usize::from(!oui)),
            _ => self.options.iter().position(|o| o.id == *valeur),
        };
        rang.map_or(AUTRE_REPONSE, |rang| PREMIERE_REPONSE + rang as u8)
    }

    /// The numbers of its answers, when they are in a list.
    pub(crate) fn reponses(&self) -> Range<u8> {
        let nombre = match self.genre {
            Genre::OuiNon => 2,
            _ => self.options.len() as u8,
        };
        PREMIERE_REPONSE..PREMIERE_REPONSE + nombre
    }

    /// The answer of this number, one of [`reponses`](Self::reponses).
    pub(crate) fn valeur(&self, code: u8) -> Scalaire {
        let rang = code - PREMIERE_REPONSE;
        match self.genre {
            Genre::OuiNon => Scalaire::Booleen(rang == 0),
            _ => self.options[usize::from(rang)].id.clone(),
        }
    }

    /// The option that a form sends so: the lint refuses two of them.
    pub fn option_ecrite(&self, valeur: &str) -> Option<&OptionDeQuestion> {
        self.options.iter().find(|o| o.id.to_string() == valeur)
    }
}
