//! From a checked Demande to a Bilan.

mod constat;
mod echeances;
mod examen;
mod perspective;
mod pieces;
mod versions;

pub use constat::{Causes, Constat, Regard};

use crate::bilan::{Bilan, Decision, Verdict};
use crate::demande::Demande;
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
    let mut decisions: Vec<Decision> = catalogue
        .dispositifs
        .iter()
        .filter_map(|dispositif| {
            let mut decision = decider(catalogue, &dispositif.id, demande)?;
            if decision.verdict != Verdict::Eligible {
                decision.a_partir_du = perspective::a_partir_du(catalogue, &dispositif.id, demande);
                decision.si_alors = perspective::si_alors(catalogue, &dispositif.id, demande);
            }
            Some(decision)
        })
        .collect();
    // A stable sort: at equal usefulness the order of the catalogue stays.
    decisions.sort_by_key(|d| d.verdict);
    Bilan { decisions }
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
