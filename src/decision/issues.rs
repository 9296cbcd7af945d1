//! From the questions left without an answer to what their answers may lead to.

use super::jugement::Jugement;
use super::juger::juger;
use crate::bilan::{Decision, Verdict};
use crate::demande::{Demande, Faits};
use crate::en_liste::EnListe;
use crate::reglement::{Catalogue, Genre, Question, Scalaire};

/// Beyond so many demandes the answers missing are too many for anything to be said of them all.
const ESSAIS: usize = 300;

/// What the answers still missing may lead to, all of them tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues<'a> {
    /// Some answers give the right.
    pub oui: bool,
    /// Some refuse it.
    pub refus: bool,
    /// The numbers of pass of those that give the right.
    pub carnets: Vec<u32>,
    /// Cautions that block after some answers.
    pub doutes: Vec<&'a str>,
    /// A fact is missing that has no short list of answers (age, home, situation), or there are too many.
    pub ouvertes: bool,
}

impl Issues<'_> {
    /// Whatever is missing decides the number or the papers only, but for the cautions of `doutes`.
    pub fn seulement_un_detail(&self) -> bool {
        self.oui && !self.refus && !self.ouvertes
    }
}

/// Tries every answer to what this decision lacks.
pub fn issues<'a>(catalogue: &'a Catalogue, decision: &Decision, demande: &Demande) -> Issues<'a> {
    let mut issues = Issues::default();
    let faits = Faits::de(catalogue, demande);
    let jugement = catalogue.dispositif(decision.dispositif);
    if let Some(jugement) = jugement.and_then(|d| juger(catalogue, d, &faits)) {
        explorer(catalogue, &jugement, &faits, &mut { ESSAIS }, &mut issues);
    }
    issues
}

fn explorer<'a>(
    catalogue: &'a Catalogue,
    jugement: &Jugement<'a>,
    faits: &Faits,
    restants: &mut usize,
    issues: &mut Issues<'a>,
) {
    // Only what was told may be unknown here: a question that this answer makes pointless is no longer in `manque`.
    let Some(rang) = jugement.manque.iter().next() else {
        return conclure(jugement, issues);
    };
    let question = &catalogue.questions[usize::from(rang)];
    let reponses = question.reponses();
    if reponses.is_empty() || question.genre == Genre::Plusieurs || *restants < reponses.len() {
        issues.ouvertes = true;
        return;
    }
    *restants -= reponses.len();
    for reponse in reponses {
        let alors = faits.si(catalogue, rang, reponse);
        if let Some(jugement) = juger(catalogue, jugement.dispositif, &alors) {
            explorer(catalogue, &jugement, &alors, restants, issues);
        }
    }
}

fn conclure<'a>(jugement: &Jugement<'a>, issues: &mut Issues<'a>) {
    match jugement.verdict {
        Verdict::Eligible => {
            issues.oui = true;
            if let Some(nombre) = jugement.carnet {
                crate::ordre::ranger(&mut issues.carnets, nombre);
            }
        }
        Verdict::APreciser => {
            for doute in jugement.nommer_les_reserves(jugement.bloquantes) {
                if !issues.doutes.contains(&doute) {
                    issues.doutes.push(doute);
                }
            }
        }
        Verdict::NonEligible | Verdict::PasOuvert | Verdict::Clos => issues.refus = true,
    }
}

/// The answers of a question that has a short list of them.
pub fn reponses_possibles(question: &Question) -> Vec<Scalaire> {
    match question.genre {
        Genre::Plusieurs => Vec::new(),
        _ => question
            .reponses()
            .map(|code| question.valeur(code))
            .en_liste(),
    }
}
