//! What is proposed in the place of what was read, kind by kind, to be taken for all at once.

use super::eleve::{Eleve, propose, suggere_par_la_classe};
use crate::liste::{Alerte, Champ, CodeAlerte};

/// A kind of proposal, and the pupils that it is made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Lot {
    pub champ: Champ,
    pub code: CodeAlerte,
    /// Ranks of the pupils.
    pub rangs: Vec<usize>,
}

/// Every kind, in the order in which the list says it first.
pub fn lots(eleves: &[Eleve]) -> Vec<Lot> {
    let mut lots: Vec<Lot> = Vec::new();
    for (rang, eleve) in eleves.iter().enumerate() {
        for alerte in eleve.alertes.iter().filter(|alerte| propose(alerte)) {
            let (champ, code) = (alerte.champ, genre(alerte));
            match lots.iter_mut().find(|l| (l.champ, l.code) == (champ, code)) {
                Some(lot) => lot.rangs.push(rang),
                None => lots.push(Lot {
                    champ,
                    code,
                    rangs: vec![rang],
                }),
            }
        }
    }
    lots
}

impl Lot {
    /// The words of its button: no two kinds have the same, they do not do the same thing.
    pub fn mot(&self) -> &'static str {
        use CodeAlerte::*;
        match (self.code, self.champ) {
            (ZeroPerdu, _) => "lot-zero",
            (ZeroPerduAVerifier, _) => "lot-zero-derriere",
            (SeuleLAdresseDuResponsable, _) => "lot-responsable",
            (CodePostalInconnu, _) => "lot-confirmer",
            (PaysAConfirmer, _) => "lot-pays",
            (MoisJourInverses, _) => "lot-mois",
            (AnneeSurDeuxChiffres, _) => "lot-dates",
            (NumeroDeSerie, _) => "lot-numeros",
            (AccentsAbimes, Champ::Prenom) => "lot-accents-prenoms",
            (AccentsAbimes, _) => "lot-accents",
            (MefDUnVoeu, _) => "lot-voeu",
            (MefAConfirmer, _) => "lot-niveau",
            (_, Champ::Niveau) => "lot-niveau-classe",
            _ => "lot-autre",
        }
    }
}

/// A level that no cell says is proposed from the class, whatever the reason.
fn genre(alerte: &Alerte) -> CodeAlerte {
    match suggere_par_la_classe(alerte) {
        true => CodeAlerte::Absent,
        false => alerte.code,
    }
}
