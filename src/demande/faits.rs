//! From a checked demande to the numbers that the engine judges.

use super::{CodePostal, Demande, PieceTenue, Reponse, Tranche};
use crate::codes_postaux;
use crate::date::{self, Jour};
use crate::ensemble::{Ensemble, TAILLE};
use crate::reglement::{AUTRE_REPONSE, Catalogue, DOUTE, PREMIERE_REPONSE, Question, Scalaire};

/// A demande as the engine reads it: no text, and nothing to compute twice.
#[derive(Clone, Copy)]
pub(crate) struct Faits<'a> {
    pub depot: Jour,
    pub creation: Jour,
    pub decision: Option<Jour>,
    pub notification: Option<Jour>,
    pub age: Age,
    /// What a day of birth gives on the day of deposit and on that of creation, by each reading of a birthday.
    pub ages: [[u32; 2]; 2],
    pub code: Option<Code<'a>>,
    pub code_confirme: bool,
    /// The situations ticked, when they are known.
    pub situations: Option<Ensemble>,
    /// What was said of each question, as it numbers its answers.
    pub reponses: [u8; TAILLE],
    pub pieces: &'a [PieceTenue],
}

/// What is known of the age.
#[derive(Clone, Copy)]
pub(crate) enum Age {
    Inconnu,
    Naissance(Jour),
    /// A bracket, and the day for which it was said.
    Tranche(Tranche, Jour),
}

/// Where the person lives.
#[derive(Clone, Copy)]
pub(crate) enum Code<'a> {
    Etranger,
    France { chiffres: &'a str, existe: bool },
}

impl<'a> Faits<'a> {
    pub fn de(catalogue: &Catalogue, demande: &'a Demande) -> Self {
        let connues = catalogue.connues;
        let mut faits = Faits {
            depot: demande.depot,
            creation: demande.creation,
            decision: demande.decision,
            notification: demande.notification,
            age: Age::Inconnu,
            ages: [[0; 2]; 2],
            code: None,
            code_confirme: false,
            situations: None,
            reponses: [0; TAILLE],
            pieces: &demande.pieces,
        };
        for (id, reponse) in demande.reponses.iter() {
            let rang = catalogue.rang(id);
            let Some(question) = catalogue.questions.get(usize::from(rang)) else {
                continue;
            };
            let code = match reponse {
                Reponse::NeSaitPas => DOUTE,
                Reponse::Valeur(valeur) => question.code(valeur),
                _ => AUTRE_REPONSE,
            };
            faits.reponses[usize::from(rang)] = code;
            match reponse {
                Reponse::Plusieurs(cochees) if rang == connues.situations => {
                    faits.situations =
                        Some(cochees.iter().map(|id| situation(question, id)).collect());
                }
                Reponse::Date(jour) if rang == connues.date_naissance => {
                    faits.age = Age::Naissance(*jour);
                }
                Reponse::Tranche(tranche)
                    if rang == connues.tranche_age && matches!(faits.age, Age::Inconnu) =>
                {
                    faits.age = Age::Tranche(*tranche, demande.jour_de_l_age);
                }
                Reponse::CodePostal(code) if rang == connues.code_postal => {
                    faits.code = Some(match code {
                        CodePostal::Etranger => Code::Etranger,
                        CodePostal::France(chiffres) => Code::France {
                            chiffres,
                            existe: codes_postaux::existe(chiffres),
                        },
                    });
                }
                _ => {
                    faits.code_confirme |=
                        rang == connues.code_postal_confirme && code == PREMIERE_REPONSE
                }
            }
        }
        faits.compter_les_ages()
    }

    fn compter_les_ages(mut self) -> Self {
        if let Age::Naissance(naissance) = self.age {
            self.ages = [self.depot, self.creation].map(|jour| date::ages(naissance, jour));
        }
        self
    }

    /// What was said of a question, as it numbers its answers.
    pub fn dit(&self, question: u8) -> u8 {
        self.reponses[usize::from(question)]
    }

    /// The same person on another day, with a fresh demande.
    pub fn le(&self, jour: Jour) -> Self {
        Faits {
            depot: jour,
            creation: jour,
            decision: None,
            notification: None,
            ..*self
        }
        .compter_les_ages()
    }

    /// The same person, had they answered so.
    pub fn si(&self, catalogue: &Catalogue, question: u8, reponse: u8) -> Self {
        let mut faits = *self;
        faits.reponses[usize::from(question)] = reponse;
        if question == catalogue.connues.code_postal_confirme {
            faits.code_confirme = reponse == PREMIERE_REPONSE;
        }
        faits
    }

    /// The same person, in this situation too.
    pub fn avec(&self, situation: u8) -> Self {
        let mut situations = self.situations.unwrap_or_default();
        situations.joindre(Ensemble::de(situation));
        Faits {
            situations: Some(situations),
            ..*self
        }
    }
}

/// The number of a situation.
fn situation(question: &Question, id: &str) -> u8 {
    let options = question.options.iter();
    let rang = options
        .map(|o| &o.id)
        .position(|o| matches!(o, Scalaire::Texte(t) if **t == *id));
    rang.map_or(u8::MAX, |rang| rang as u8)
}
