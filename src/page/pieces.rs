//! The papers to prepare, each with what must be on it and how fresh it must be.

use super::{Contexte, Element, Noeud, el};
use crate::bilan::{Decision, PieceAApporter};
use crate::date;
use crate::reglement::{Fraicheur, Reglement};

/// The list, or nothing when no paper is known.
pub fn vue(c: &Contexte, decision: &Decision, reglement: &Reglement, ferme: bool) -> Option<Noeud> {
    if decision.pieces.is_empty() {
        return None;
    }
    let titre = match (ferme, decision.pieces.len()) {
        (false, _) => c.mot("titre-pieces-peut-etre").to_string(),
        (true, 1) => c.mot("titre-pieces-1").to_string(),
        (true, n) => c
            .textes
            .remplir("interface", "titre-pieces", &[("nombre", &n.to_string())]),
    };
    let cartes = decision
        .pieces
        .iter()
        .map(|piece| carte(c, piece, reglement));
    let bloc = el("section")
        .classe("bloc")
        .avec(c.titre(1).classe("sous-titre").texte(titre))
        .avec(el("ul").classe("pieces").avec_tous(cartes));
    Some(bloc.into())
}

fn carte(c: &Contexte, piece: &PieceAApporter, reglement: &Reglement) -> Element {
    let corps = el("div")
        .classe("piece-corps")
        .avec(el("p").texte(c.textes.lire("piece-detail", &piece.id)))
        .avec_tous(fraicheur(c, piece, reglement))
        .avec(
            el("p")
                .classe("source")
                .texte(c.source(reglement, &piece.article)),
        );
    el("li")
        .classe("piece")
        .attr("part", "piece")
        .avec(
            c.titre(2)
                .classe("piece-nom")
                .texte(c.textes.lire("piece", &piece.id)),
        )
        .avec(corps)
}

fn fraicheur(c: &Contexte, piece: &PieceAApporter, reglement: &Reglement) -> Option<Element> {
    let depot = date::en_toutes_lettres(c.etat.options.depot);
    let demandee = reglement.pieces.iter().find(|p| p.id == piece.id)?;
    let phrase = match demandee.fraicheur.as_ref()? {
        Fraicheur::MoinsDe { .. } => {
            c.mot_du_jour("piece-datee", &c.jour(piece.datee_apres.as_ref()?, false))
        }
        Fraicheur::Conseil { .. } => {
            c.mot_du_jour("piece-conseil", &c.jour(piece.datee_apres.as_ref()?, false))
        }
        Fraicheur::EnCoursDeValidite { .. } => c.mot_du_jour("piece-validite", &depot),
        Fraicheur::AnneeDeFormation { .. } => c.mot("piece-annee").to_string(),
    };
    Some(el("p").classe("fraicheur").texte(phrase))
}
