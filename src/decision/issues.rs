//! From the questions left without an answer to what their answers may lead to.

use super::decider;
use crate::bilan::{Decision, Verdict};
use crate::demande::{Demande, Reponse};
use crate::reglement::{Catalogue, Genre, Question, Scalaire};

/// Beyond so many demandes the answers missing are too many for anything to be said of them all.
const ESSAIS: usize = 300;

/// What the answers still missing may lead to, all of them tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues {
    /// Some answers give the right.
    pub oui: bool,
    /// Some refuse it.
    pub refus: bool,
    /// The numbers of pass of those that give the right.
    pub carnets: Vec<u32>,
    /// Cautions that block after some answers.
    pub doutes: Vec<String>,
    /// A fact is missing that has no short list of answers (age, home, situation), or there are too many.
    pub ouvertes: bool,
}

impl Issues {
    /// Whatever is missing decides the number or the papers only, but for the cautions of `doutes`.
    pub fn seulement_un_detail(&self) -> bool {
        self.oui && !self.refus && !self.ouvertes
    }
}

/// Tries every answer to what this decision lacks.
pub fn issues(catalogue: &Catalogue, decision: &Decision, demande: &Demande) -> Issues {
    let mut issues = Issues::default();
    let mut restants = ESSAIS;
    explorer(catalogue, decision, demande, &mut restants, &mut issues);
    issues
}

fn explorer(
    catalogue: &Catalogue,
    decision: &Decision,
    demande: &Demande,
    restants: &mut usize,
    issues: &mut Issues,
) {
    // Only what was told may be unknown here: a question that this answer makes pointless is no longer in `manque`.
    let Some(question) = decision
        .manque
        .first()
        .and_then(|id| catalogue.question(id))
    else {
        return conclure(decision, issues);
    };
    let reponses = reponses_possibles(question);
    if reponses.is_empty() || *restants < reponses.len() {
        issues.ouvertes = true;
        return;
    }
    *restants -= reponses.len();
    for reponse in reponses {
        let mut alors = demande.clone();
        alors
            .reponses
            .donner(&question.id, Reponse::Valeur(reponse));
        if let Some(alors_decide) = decider(catalogue, &decision.dispositif, &alors) {
            explorer(catalogue, &alors_decide, &alors, restants, issues);
        }
    }
}

fn conclure(decision: &Decision, issues: &mut Issues) {
    match decision.verdict {
        Verdict::Eligible => {
            issues.oui = true;
            if let Some(nombre) = decision.carnet {
                crate::ordre::ranger(&mut issues.carnets, nombre);
            }
        }
        Verdict::APreciser => {
            for doute in &decision.bloquantes {
                if !issues.doutes.contains(doute) {
                    issues.doutes.push(doute.clone());
                }
            }
        }
        Verdict::NonEligible | Verdict::PasOuvert | Verdict::Clos => issues.refus = true,
    }
}

/// The answers of a question that has a short list of them.
pub fn reponses_possibles(question: &Question) -> Vec<Scalaire> {
    match question.genre {
        Genre::OuiNon => vec![Scalaire::Booleen(true), Scalaire::Booleen(false)],
        Genre::Choix => question.options.iter().map(|o| o.id.clone()).collect(),
        Genre::Plusieurs | Genre::Date | Genre::TrancheAge | Genre::CodePostal => Vec::new(),
    }
}
