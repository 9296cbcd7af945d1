//! What a paper « of the year in course » is worth: the act does not say which year that is.

use crate::bilan::EtatDePiece;
use crate::date::{self, Jour};
use crate::demande::Annee;
use chrono::Datelike;

impl Annee {
    /// Worth of a paper of this year on the day of deposit.
    ///
    /// A school year begins with the month `debut`; from its start to the months `limite` only the
    /// year in course does. In those months the year that ends and the one that comes are defensible
    /// both. A calendar year (a start in January) does all year long.
    pub fn etat(self, debut: u32, limite: &[u32], depot: Jour) -> EtatDePiece {
        let en_cours = depot.year() - i32::from(depot.month() < debut);
        let entre_deux = limite.contains(&depot.month());
        let juste = match self {
            Annee::Civile(annee) => annee == depot.year(),
            Annee::Formation(annee) if entre_deux => {
                return match annee == en_cours || annee == en_cours + 1 {
                    true => EtatDePiece::Limite,
                    false => EtatDePiece::Perimee,
                };
            }
            Annee::Formation(annee) => annee == en_cours,
        };
        match juste {
            true => EtatDePiece::Valable,
            false => EtatDePiece::Perimee,
        }
    }

    /// First and last day of deposit on which it is `valable`.
    pub fn fenetre(self, debut: u32, limite: &[u32]) -> (Option<Jour>, Option<Jour>) {
        let premier = |annee: i32, mois: u32| Jour::from_ymd_opt(annee, mois, 1);
        match self {
            Annee::Civile(annee) => (premier(annee, 1), Jour::from_ymd_opt(annee, 12, 31)),
            Annee::Formation(annee) => {
                let depuis_le_debut = |mois: &u32| (mois + 12 - debut) % 12;
                let fin = limite.iter().copied().min_by_key(depuis_le_debut);
                let fin = fin.unwrap_or(debut);
                let annee_de_fin = annee.saturating_add(i32::from(fin <= debut));
                (
                    premier(annee, debut),
                    premier(annee_de_fin, fin).map(date::veille),
                )
            }
        }
    }
}
