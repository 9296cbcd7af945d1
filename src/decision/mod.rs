//! From a checked Demande to a Bilan.

mod annee;
mod constat;
mod echeances;
mod examen;
mod issues;
mod perspective;
mod pieces;
mod versions;

pub use constat::{Causes, Constat, Regard};
pub use examen::regle_du_refus;
pub use issues::{Issues, issues, reponses_possibles};
pub use perspective::{Mieux, mieux, sans_refus_a_partir_du};

use crate::bilan::{Bilan, Decision, Verdict};
use crate::demande::Demande;
use crate::ordre::inserer;
use crate::reglement::Catalogue;

/// Judges a demande under every dispositif of the catalogue.
///
/// Never fails: a demande that can be read always has an answer, « à préciser » at worst.
///
/// ```
/// use pass_numerique::{Catalogue, evaluer_json};
/// let catalogue = Catalogue::integre();
/// let bilan = evaluer_json(&catalogue, r#"{"dateDepot": "2026-11-20", "reponses": {}}"#).unwrap();
/// assert_eq!(bilan.decisions[0].refus, ["clos"]);
/// ```
pub fn evaluer(catalogue: &Catalogue, demande: &Demande) -> Bilan {
    let mut decisions = decisions(catalogue, demande);
    for decision in decisions
        .iter_mut()
        .filter(|d| d.verdict != Verdict::Eligible)
    {
        decision.a_partir_du = perspective::a_partir_du(catalogue, &decision.dispositif, demande);
        decision.si_alors = perspective::si_alors(catalogue, decision, demande);
    }
    Bilan { decisions }
}

/// The decisions, the most useful first, without their perspectives.
pub fn decisions(catalogue: &Catalogue, demande: &Demande) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for dispositif in &catalogue.dispositifs {
        if let Some(decision) = decider(catalogue, &dispositif.id, demande) {
            let rang = rang(catalogue, demande, &decision);
            // At equal usefulness the order of the catalogue stays.
            inserer(&mut decisions, (rang, decision), |un, autre| {
                un.0 <= autre.0
            });
        }
    }
    decisions
        .into_iter()
        .map(|(_, decision)| decision)
        .collect()
}

/// How useful a decision is to this person, 0 being the most.
///
/// An aid that is not open yet matters only to those whom the same answers may give it, on the first
/// sure day of its act; to the others, a refusal is the better answer.
fn rang(catalogue: &Catalogue, demande: &Demande, decision: &Decision) -> u8 {
    match decision.verdict {
        Verdict::Eligible => 0,
        Verdict::APreciser => 1,
        Verdict::PasOuvert if pourra_ouvrir(catalogue, demande, decision) => 2,
        Verdict::NonEligible => 3,
        Verdict::PasOuvert => 4,
        Verdict::Clos => 5,
    }
}

fn pourra_ouvrir(catalogue: &Catalogue, demande: &Demande, decision: &Decision) -> bool {
    let periode = catalogue.reglement(&decision.reglement).map(|r| &r.periode);
    let jour = periode.map(|p| p.certain_du.unwrap_or(p.du));
    let alors = jour.and_then(|j| decider(catalogue, &decision.dispositif, &demande.le(j)));
    alors.is_some_and(|d| matches!(d.verdict, Verdict::Eligible | Verdict::APreciser))
}

/// The decision of one dispositif, without its perspectives.
fn decider(catalogue: &Catalogue, dispositif: &str, demande: &Demande) -> Option<Decision> {
    let candidats = versions::candidats(catalogue, dispositif, demande)?;
    let examens = candidats
        .iter()
        .map(|candidat| match candidat {
            versions::Candidat::EnVigueur(reglement) => {
                examen::examiner(catalogue, reglement, demande)
            }
            versions::Candidat::Ferme(reglement, verdict) => examen::fermer(reglement, *verdict),
        })
        .collect();
    Some(versions::accorder(&candidats, examens))
}
