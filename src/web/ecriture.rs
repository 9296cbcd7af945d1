//! From the answers on screen back to the demande of the public contract.

use crate::date;
use crate::demande::{CodePostal, Demande, PieceTenue, Reponse};
use crate::en_liste::EnListe;
use crate::ordre::inserer;
use crate::reglement::{Scalaire, connus};
use serde::{Serialize, Serializer};

/// A demande as the contract writes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DemandeEcrite {
    date_depot: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_tranche_age: Option<String>,
    /// By id, in order.
    #[serde(serialize_with = "en_objet")]
    reponses: Vec<(String, ReponseEcrite)>,
    pieces: Vec<PieceEcrite>,
}

impl DemandeEcrite {
    pub fn de(demande: &Demande) -> Self {
        let mut reponses = Vec::new();
        for (question, reponse) in demande.reponses.iter() {
            let ecrite = (question.into(), ecrire(reponse));
            inserer(&mut reponses, ecrite, |une, autre| une.0 <= autre.0);
        }
        let autre_jour = demande.jour_de_l_age != demande.depot;
        let date_tranche_age = (autre_jour && demande.reponses.tranche().is_some())
            .then(|| date::ecrire(demande.jour_de_l_age));
        DemandeEcrite {
            date_depot: date::ecrire(demande.depot),
            date_tranche_age,
            reponses,
            pieces: demande.pieces.iter().map(PieceEcrite::de).en_liste(),
        }
    }
}

fn en_objet<S: Serializer>(
    reponses: &[(String, ReponseEcrite)],
    ecrivain: S,
) -> Result<S::Ok, S::Error> {
    ecrivain.collect_map(
        reponses
            .iter()
            .map(|(question, reponse)| (question, reponse)),
    )
}

/// A paper held, with the day read on it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PieceEcrite {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fin_validite: Option<String>,
}

impl PieceEcrite {
    fn de(piece: &PieceTenue) -> Self {
        PieceEcrite {
            id: piece.id.clone(),
            date: piece.date.flatten().map(date::ecrire),
            fin_validite: piece.fin_validite.map(date::ecrire),
        }
    }
}

/// An answer as the contract writes it.
#[derive(Serialize)]
#[serde(untagged)]
enum ReponseEcrite {
    Nulle(()),
    Valeur(Scalaire),
    Plusieurs(Vec<String>),
    Texte(String),
}

fn ecrire(reponse: &Reponse) -> ReponseEcrite {
    match reponse {
        Reponse::NeSaitPas => ReponseEcrite::Nulle(()),
        Reponse::Valeur(scalaire) => ReponseEcrite::Valeur(scalaire.clone()),
        Reponse::Plusieurs(liste) => ReponseEcrite::Plusieurs(liste.clone()),
        Reponse::Date(jour) => ReponseEcrite::Texte(date::ecrire(*jour)),
        Reponse::Tranche(tranche) => ReponseEcrite::Texte(tranche.to_string()),
        Reponse::CodePostal(CodePostal::Etranger) => ReponseEcrite::Texte(connus::ETRANGER.into()),
        Reponse::CodePostal(CodePostal::France(code)) => ReponseEcrite::Texte(code.clone()),
    }
}
