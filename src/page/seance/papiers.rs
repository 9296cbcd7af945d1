//! What a person says of a paper: what they read on it, and whether it is then held.

use super::Seance;
use crate::bilan::EtatDePiece;
use crate::date::Jour;
use crate::decision;
use crate::demande::PieceTenue;
use crate::page::formulaire::{self, Champs};
use crate::reglement::{Catalogue, Fraicheur, PieceDemandee};

impl Seance {
    /// The day read on a paper: its date, or the end of its validity where the act looks at that.
    pub(super) fn dater(&mut self, catalogue: &Catalogue, piece: String, champs: Champs) {
        let jour = match formulaire::jour(&champs) {
            Ok(jour) => jour,
            Err(refus) => {
                self.refus_sur_place = Some((piece, champs, refus));
                return;
            }
        };
        self.dater_du(catalogue, piece, jour);
    }

    /// The same, once the day is read.
    pub(in crate::page) fn dater_du(&mut self, catalogue: &Catalogue, piece: String, jour: Jour) {
        let finit = self.finit(catalogue, &piece);
        let mut tenue = PieceTenue {
            id: piece,
            ..PieceTenue::default()
        };
        match finit {
            true => tenue.fin_validite = Some(jour),
            false => tenue.date = Some(Some(jour)),
        }
        self.pieces.retain(|p| p.id != tenue.id);
        let piece = tenue.id.clone();
        self.pieces.push(tenue);
        self.cocher_si_elle_convient(catalogue, &piece);
    }

    /// The act looks at the day on which this paper ends, not at its own day.
    pub(in crate::page) fn finit(&self, catalogue: &Catalogue, piece: &str) -> bool {
        let demandee = self.demandee(catalogue, piece);
        let fraicheur = demandee.and_then(|p| p.fraicheur.as_ref());
        matches!(fraicheur, Some(Fraicheur::EnCoursDeValidite { .. }))
    }

    /// A paper that was checked is held when it does, and is not when it fails.
    fn cocher_si_elle_convient(&mut self, catalogue: &Catalogue, piece: &str) {
        let decisions = decision::decisions(catalogue, &self.demande());
        let seance = decisions
            .first()
            .and_then(|d| d.pieces.iter().find(|p| p.id == piece)?.etat);
        self.tenues.retain(|p| p != piece);
        if matches!(seance, Some(EtatDePiece::Valable | EtatDePiece::Limite)) {
            self.tenues.push(piece.into());
        }
    }

    /// The paper was issued when the law extends it: it is looked at again so.
    pub(super) fn prolonger(&mut self, catalogue: &Catalogue, piece: &str) {
        let Some(prolongation) =
            self.demandee(catalogue, piece)
                .and_then(|p| match p.fraicheur.as_ref()? {
                    Fraicheur::EnCoursDeValidite { prolongations } => prolongations.first(),
                    _ => None,
                })
        else {
            return;
        };
        if let Some(tenue) = self.pieces.iter_mut().find(|p| p.id == piece) {
            tenue.nature = Some(prolongation.nature.clone());
            tenue.delivrance = prolongation.delivree_au.or(Some(prolongation.delivree_du));
        }
        self.cocher_si_elle_convient(catalogue, piece);
    }

    /// A paper as the act looked at asks for it.
    fn demandee<'a>(&self, catalogue: &'a Catalogue, piece: &str) -> Option<&'a PieceDemandee> {
        let decisions = decision::decisions(catalogue, &self.demande());
        let reglement = catalogue.reglement(decisions.first()?.reglement)?;
        reglement.pieces.iter().find(|p| p.id == piece)
    }
}
