//! The answers, each in the type of its question.

use crate::date::{self, Jour};
use crate::reglement::{Scalaire, connus};
use std::sync::Arc;

/// One answer given. A question not asked yet has none.
#[derive(Clone, Debug, PartialEq)]
pub enum Reponse {
    /// « Je ne sais pas » (`null`): unknown, never « non ».
    NeSaitPas,
    Valeur(Scalaire),
    /// All that apply; empty when none does.
    Plusieurs(Vec<String>),
    Date(Jour),
    Tranche(Tranche),
    CodePostal(CodePostal),
}

/// Ages from `min` to `max` years, both included; no upper end when `max` is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tranche {
    pub min: u32,
    pub max: Option<u32>,
}

impl std::fmt::Display for Tranche {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.max {
            Some(max) => write!(f, "{}-{max}", self.min),
            None => write!(f, "{}+", self.min),
        }
    }
}

/// Where the person lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodePostal {
    /// Five digits.
    France(String),
    Etranger,
}

impl CodePostal {
    /// True for a code of France that begins with one of these prefixes.
    pub fn commence_par(&self, prefixes: &[String]) -> bool {
        match self {
            CodePostal::France(code) => prefixes.iter().any(|p| code.starts_with(p.as_str())),
            CodePostal::Etranger => false,
        }
    }
}

/// All answers, by question id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reponses(Vec<(Arc<str>, Reponse)>);

impl Reponses {
    /// The answer to a question, « je ne sais pas » included; `None` when it was not answered.
    pub fn donnee(&self, question: &str) -> Option<&Reponse> {
        self.0
            .iter()
            .find(|(id, _)| **id == *question)
            .map(|(_, reponse)| reponse)
    }

    /// What is known of a question: `None` when not answered or « je ne sais pas ».
    pub fn connue(&self, question: &str) -> Option<&Reponse> {
        self.donnee(question).filter(|r| **r != Reponse::NeSaitPas)
    }

    /// Sets an answer.
    pub fn donner(&mut self, question: &str, reponse: Reponse) {
        self.noter(question.into(), reponse);
    }

    /// The same, for an id that is shared.
    pub fn noter(&mut self, question: Arc<str>, reponse: Reponse) {
        self.retirer(&question);
        self.0.push((question, reponse));
    }

    /// Takes an answer back.
    pub fn retirer(&mut self, question: &str) {
        self.0.retain(|(id, _)| **id != *question);
    }

    /// Every answer given.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Reponse)> {
        self.0
            .iter()
            .map(|(question, reponse)| (&**question, reponse))
    }

    /// The ticked situations; `None` when unknown.
    pub fn situations(&self) -> Option<&[String]> {
        match self.connue(connus::SITUATIONS) {
            Some(Reponse::Plusieurs(liste)) => Some(liste),
            _ => None,
        }
    }

    /// The birth date, when it was given.
    pub fn naissance(&self) -> Option<Jour> {
        match self.connue(connus::DATE_NAISSANCE) {
            Some(Reponse::Date(jour)) => Some(*jour),
            _ => None,
        }
    }

    /// The bracket of ages, when it was given.
    pub fn tranche(&self) -> Option<Tranche> {
        match self.connue(connus::TRANCHE_AGE) {
            Some(Reponse::Tranche(tranche)) => Some(*tranche),
            _ => None,
        }
    }

    /// The age that the birth date gives on `jour`, when it contradicts the bracket told: both cannot be
    /// true. Born on 29 February, both birthdays are admitted.
    pub fn age_contredit(&self, jour: Jour) -> Option<u32> {
        let (naissance, tranche) = (self.naissance()?, self.tranche()?);
        let ages = date::ages(naissance, jour);
        let dans = |age: &u32| tranche.min <= *age && tranche.max.is_none_or(|max| *age <= max);
        (!ages.iter().any(dans)).then_some(ages[0])
    }

    /// Where the person lives, when it was said.
    pub fn code_postal(&self) -> Option<&CodePostal> {
        match self.connue(connus::CODE_POSTAL) {
            Some(Reponse::CodePostal(code)) => Some(code),
            _ => None,
        }
    }
}

/// A paper the person holds, and what they read on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PieceTenue {
    pub id: String,
    pub nature: Option<String>,
    /// Day printed on it: not told, told to be missing (`Some(None)`), or told.
    pub date: Option<Option<Jour>>,
    pub fin_validite: Option<Jour>,
    pub delivrance: Option<Jour>,
    /// The year it says it is of.
    pub annee: Option<Annee>,
    pub signataire: Option<String>,
}

/// The year that a paper says it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Annee {
    /// `2023-2024`: by the calendar year it starts in.
    Formation(i32),
    /// `2024` alone: a start in January.
    Civile(i32),
}
