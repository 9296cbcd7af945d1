//! Which papers to bring, and what the ones held are worth on the day of deposit.

use super::jugement::Jugement;
use crate::bilan::{EtatDePiece, PieceAApporter};
use crate::date::{self, Anniversaire, Jour};
use crate::demande::{Age, Faits, PieceTenue};
use crate::en_liste::EnListe;
use crate::reglement::{Fraicheur, PieceDemandee, Prolongation, Reglement};

/// The papers that are asked for, and what the ones held are worth.
pub fn apporter<'a>(jugement: &Jugement<'a>, faits: &Faits) -> Vec<PieceAApporter<'a>> {
    let reglement = jugement.reglement;
    let demandees = jugement.pieces.iter();
    let demandees = demandees.map(|rang| &reglement.pieces[usize::from(rang)]);
    let demandees = demandees.en_liste();
    let pieces = demandees.iter().map(|demandee| {
        let mut piece = decrire(faits, reglement, demandee);
        // « Either » is said only of a paper that this person could bring too.
        piece.ou = piece
            .ou
            .filter(|ou| demandees.iter().any(|autre| autre.id == *ou));
        piece
    });
    pieces.en_liste()
}

fn decrire<'a>(
    faits: &Faits,
    reglement: &'a Reglement,
    demandee: &'a PieceDemandee,
) -> PieceAApporter<'a> {
    let depot = faits.depot;
    let tenue = faits.pieces.iter().find(|p| p.id == demandee.id);
    let examen = tenue.map(|tenue| Tenue {
        demandee,
        tenue,
        naissance: au_plus_tot(faits.age),
    });
    let fenetre = examen.as_ref().and_then(Tenue::fenetre);
    let datee_apres = match &demandee.fraicheur {
        Some(Fraicheur::MoinsDe { mois } | Fraicheur::Conseil { mois }) => {
            Some(il_y_a(depot, *mois))
        }
        _ => None,
    };
    PieceAApporter {
        id: &demandee.id,
        etat: examen.and_then(|e| e.etat(depot)),
        valable_du: fenetre.and_then(|(du, _)| du).map(date::ecrire),
        valable_jusquau: fenetre.and_then(|(_, au)| au).map(date::ecrire),
        datee_apres: datee_apres.map(date::ecrire),
        ou: demandee.ou.as_deref(),
        acte: reglement.acte_de(&demandee.article),
        article: &demandee.article.article,
        conseillee: demandee.conseillee,
    }
}

/// The day of birth, or the first that a bracket leaves possible.
fn au_plus_tot(age: Age) -> Option<Jour> {
    match age {
        Age::Naissance(jour) => Some(jour),
        Age::Tranche(tranche, jour) => {
            let mois = tranche.max?.checked_add(1)?.checked_mul(12)?;
            Some(date::lendemain(
                jour.checked_sub_months(chrono::Months::new(mois))?,
            ))
        }
        Age::Inconnu => None,
    }
}

/// The last date too old for a deposit on `depot`: the latest day whose anniversary in `mois` months is not after it.
fn il_y_a(depot: Jour, mois: u32) -> Jour {
    let mut jour = depot
        .checked_sub_months(chrono::Months::new(mois))
        .unwrap_or(Jour::MIN);
    // Months are brought back to their last day (30 November + 3 months = 29 February), so that
    // several days of departure may reach the same term: the most severe one is the latest.
    loop {
        let lendemain = date::lendemain(jour);
        if date::ajouter_mois(lendemain, mois) > depot {
            return jour;
        }
        jour = lendemain;
    }
}

/// A paper held, against what the règlement asks of it.
struct Tenue<'a> {
    demandee: &'a PieceDemandee,
    tenue: &'a PieceTenue,
    naissance: Option<Jour>,
}

impl Tenue<'_> {
    fn date(&self) -> Option<Jour> {
        self.tenue.date.flatten()
    }

    fn hors_liste(&self) -> bool {
        let natures = &self.demandee.natures;
        !natures.is_empty()
            && self
                .tenue
                .nature
                .as_ref()
                .is_some_and(|n| !natures.contains(n))
    }

    fn non_conforme(&self) -> bool {
        let date_absente = self.demandee.datee && self.tenue.date == Some(None);
        let signataires = &self.demandee.signataires;
        let autre_main = !signataires.is_empty()
            && self
                .tenue
                .signataire
                .as_ref()
                .is_some_and(|s| !signataires.contains(s));
        date_absente || autre_main
    }

    /// What the paper is worth for a deposit on `depot`; `None` when not enough was said of it.
    fn etat(&self, depot: Jour) -> Option<EtatDePiece> {
        let faute = match (self.hors_liste(), self.non_conforme()) {
            (true, _) => EtatDePiece::HorsListe,
            (_, true) => EtatDePiece::NonConforme,
            _ => return self.etat_du_jour(depot),
        };
        if !self.demandee.liste_supposee {
            return Some(faute);
        }
        // The list is a guess: it makes no paper bad, and none that is too old any better.
        match self.etat_du_jour(depot) {
            vieille @ Some(EtatDePiece::Perimee | EtatDePiece::Incoherente) => vieille,
            _ => Some(EtatDePiece::Limite),
        }
    }

    /// The same of a paper that is of the right kind, from its dates alone.
    fn etat_du_jour(&self, depot: Jour) -> Option<EtatDePiece> {
        let emise = self.date().into_iter().chain(self.tenue.delivrance).max();
        if emise.is_some_and(|jour| jour > depot) {
            return Some(EtatDePiece::Incoherente);
        }
        match &self.demandee.fraicheur {
            Some(Fraicheur::MoinsDe { mois }) => {
                self.date()
                    .map(|jour| match date::ajouter_mois(jour, *mois).cmp(&depot) {
                        std::cmp::Ordering::Greater => EtatDePiece::Valable,
                        std::cmp::Ordering::Equal => EtatDePiece::Limite,
                        std::cmp::Ordering::Less => EtatDePiece::Perimee,
                    })
            }
            Some(Fraicheur::Conseil { mois }) => self.date().map(|jour| {
                if date::ajouter_mois(jour, *mois) > depot {
                    EtatDePiece::Valable
                } else {
                    EtatDePiece::Limite
                }
            }),
            Some(Fraicheur::EnCoursDeValidite { prolongations }) => {
                self.tenue.fin_validite.map(|fin| {
                    if depot <= fin {
                        EtatDePiece::Valable
                    } else if self
                        .prolongee(prolongations)
                        .is_some_and(|fin| depot <= fin)
                    {
                        EtatDePiece::Limite
                    } else {
                        EtatDePiece::Perimee
                    }
                })
            }
            Some(Fraicheur::AnneeDeFormation { debut, limite }) => self
                .tenue
                .annee
                .map(|annee| annee.etat(*debut, limite, depot)),
            None => {
                let dite = self.date().is_some() || self.tenue.signataire.is_some();
                dite.then_some(EtatDePiece::Valable)
            }
        }
    }

    /// End of validity as the law extends it, beyond the printed one.
    fn prolongee(&self, prolongations: &[Prolongation]) -> Option<Jour> {
        let fin = self.tenue.fin_validite?;
        let delivrance = self.tenue.delivrance?;
        let nature = self.tenue.nature.as_ref()?;
        prolongations
            .iter()
            .find(|p| {
                let majeur = self.naissance.is_none_or(|n| {
                    date::anniversaire(n, p.age_minimum, Anniversaire::Premiermars) <= delivrance
                });
                p.nature == *nature && p.delivrees().contient(delivrance) && majeur
            })
            .map(|p| date::ajouter_mois(fin, p.annees * 12))
    }

    /// First and last day of deposit on which the paper is `valable`.
    fn fenetre(&self) -> Option<(Option<Jour>, Option<Jour>)> {
        if self.hors_liste() || self.non_conforme() {
            return None;
        }
        match &self.demandee.fraicheur {
            Some(Fraicheur::MoinsDe { mois } | Fraicheur::Conseil { mois }) => {
                let jour = self.date()?;
                Some((
                    Some(jour),
                    Some(date::veille(date::ajouter_mois(jour, *mois))),
                ))
            }
            Some(Fraicheur::EnCoursDeValidite { .. }) => {
                Some((self.tenue.delivrance, Some(self.tenue.fin_validite?)))
            }
            Some(Fraicheur::AnneeDeFormation { debut, limite }) => {
                Some(self.tenue.annee?.fenetre(*debut, limite))
            }
            None => Some((Some(self.date()?), None)),
        }
    }
}
