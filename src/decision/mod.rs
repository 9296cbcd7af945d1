//! From a checked Demande to a Bilan.

mod annee;
mod constat;
mod echeances;
mod ecriture;
mod examen;
mod issues;
mod jugement;
mod juger;
mod perspective;
mod pieces;
mod versions;

use crate::en_liste::EnListe;
pub use examen::{demarches, regle_du_refus};
pub use issues::{Issues, issues, reponses_possibles};
pub use perspective::{mieux, sans_refus_a_partir_du};

use crate::bilan::{Bilan, Decision, Verdict};
use crate::demande::{Demande, Faits};
use crate::ordre::inserer;
use crate::reglement::Catalogue;
use jugement::Jugement;
use juger::juger;

/// Judges a demande under every dispositif of the catalogue.
///
/// Never fails: a demande that can be read always has an answer, « à préciser » at worst.
pub fn evaluer<'a>(catalogue: &'a Catalogue, demande: &Demande) -> Bilan<'a> {
    evaluer_selon(catalogue, demande, Etendue::default())
}

/// How much a Bilan says.
#[derive(Clone, Copy, Debug)]
pub struct Etendue {
    /// From when, and what would change the answer: `aPartirDu` and `siAlors`.
    pub perspectives: bool,
    /// What each decision rests on.
    pub motifs: bool,
}

impl Default for Etendue {
    fn default() -> Self {
        Etendue {
            perspectives: true,
            motifs: true,
        }
    }
}

/// The same, without what is not asked for.
pub fn evaluer_selon<'a>(
    catalogue: &'a Catalogue,
    demande: &Demande,
    etendue: Etendue,
) -> Bilan<'a> {
    let faits = Faits::de(catalogue, demande);
    let decisions = juger_tout(catalogue, &faits).map(|jugement| {
        let mut decision = jugement.ecrire(catalogue, &faits, etendue.motifs);
        if etendue.perspectives && !jugement.eligible() {
            let dispositif = jugement.dispositif;
            decision.a_partir_du = perspective::a_partir_du(catalogue, dispositif, &faits);
            decision.si_alors = perspective::si_alors(catalogue, &jugement, &faits);
        }
        decision
    });
    Bilan {
        decisions: decisions.en_liste(),
    }
}

/// The decisions, the most useful first, without their perspectives.
pub fn decisions<'a>(catalogue: &'a Catalogue, demande: &Demande) -> Vec<Decision<'a>> {
    let faits = Faits::de(catalogue, demande);
    let jugements = juger_tout(catalogue, &faits);
    jugements
        .map(|j| j.ecrire(catalogue, &faits, true))
        .en_liste()
}

/// The verdicts alone, the most useful first: all is judged, and nothing is written.
#[cfg(feature = "interne")]
pub fn verdicts(catalogue: &Catalogue, demande: &Demande) -> impl Iterator<Item = Verdict> {
    let faits = Faits::de(catalogue, demande);
    juger_tout(catalogue, &faits).map(|jugement| jugement.verdict)
}

/// Judges every aid, the most useful first; at equal usefulness the order of the catalogue stays.
fn juger_tout<'a>(
    catalogue: &'a Catalogue,
    faits: &Faits,
) -> impl Iterator<Item = Jugement<'a>> + use<'a> {
    let mut jugements = Vec::with_capacity(catalogue.dispositifs.len());
    for dispositif in &catalogue.dispositifs {
        if let Some(jugement) = juger(catalogue, dispositif, faits) {
            let rang = rang(catalogue, faits, &jugement);
            inserer(&mut jugements, (rang, jugement), |un, autre| {
                un.0 <= autre.0
            });
        }
    }
    jugements.into_iter().map(|(_, jugement)| jugement)
}

/// How useful a decision is to this person, 0 being the most.
///
/// An aid that is not open yet matters only to those whom the same answers may give it, on the first
/// sure day of its act; to the others, a refusal is the better answer.
fn rang(catalogue: &Catalogue, faits: &Faits, jugement: &Jugement) -> u8 {
    match jugement.verdict {
        Verdict::Eligible => 0,
        Verdict::APreciser => 1,
        Verdict::PasOuvert if pourra_ouvrir(catalogue, faits, jugement) => 2,
        Verdict::NonEligible => 3,
        Verdict::PasOuvert => 4,
        Verdict::Clos => 5,
    }
}

fn pourra_ouvrir(catalogue: &Catalogue, faits: &Faits, jugement: &Jugement) -> bool {
    let periode = &jugement.reglement.periode;
    let alors = faits.le(periode.certain_du.unwrap_or(periode.du));
    let alors = juger(catalogue, jugement.dispositif, &alors);
    alors.is_some_and(|j| matches!(j.verdict, Verdict::Eligible | Verdict::APreciser))
}
