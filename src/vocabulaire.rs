//! The catalogue as a host page may read it: the questions with their words, the acts with their dates.

use crate::date;
use crate::en_liste::EnListe;
use crate::reglement::{Catalogue, Genre, Question, Scalaire};
use crate::textes::Textes;
use serde::Serialize;

/// A question and how it may be answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionPubliee {
    pub id: String,
    pub genre: Genre,
    pub titre: String,
    pub aide: Option<String>,
    pub options: Vec<OptionPubliee>,
    /// « Je ne sais pas » (`null`) is offered on screen.
    pub doute: bool,
}

/// One possible answer and its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OptionPubliee {
    pub id: Scalaire,
    pub nom: String,
    pub aide: Option<String>,
}

/// A règlement: what it is a version of, its act, and its days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReglementPublie {
    pub id: String,
    pub dispositif: String,
    pub nom: String,
    pub acte: String,
    /// First day of deposit, `AAAA-MM-JJ`.
    pub du: String,
    /// Last day of deposit, included; `null` when the act sets none.
    pub au: Option<String>,
    /// Ids of the grounds, in the order of the act.
    pub titres: Vec<String>,
    /// Ids of the papers, in the order of the act.
    pub pieces: Vec<String>,
}

/// Every question, in the order they are asked.
pub fn questions(catalogue: &Catalogue, textes: &Textes) -> Vec<QuestionPubliee> {
    catalogue
        .questions
        .iter()
        .map(|question| QuestionPubliee {
            id: question.id.clone(),
            genre: question.genre,
            titre: textes.lire("question", &question.id).into(),
            aide: textes.facultatif("aide", &question.id).map(Into::into),
            options: question
                .options
                .iter()
                .map(|o| option(textes, question, &o.id))
                .en_liste(),
            doute: question.doute,
        })
        .en_liste()
}

fn option(textes: &Textes, question: &Question, id: &Scalaire) -> OptionPubliee {
    let cle = format!("{}/{id}", question.id);
    OptionPubliee {
        id: id.clone(),
        nom: textes.lire("option", &cle).into(),
        aide: textes.facultatif("option-aide", &cle).map(Into::into),
    }
}

/// Every règlement, by dispositif and first day.
pub fn reglements(catalogue: &Catalogue, textes: &Textes) -> Vec<ReglementPublie> {
    catalogue
        .reglements
        .iter()
        .map(|reglement| ReglementPublie {
            id: reglement.id.clone(),
            dispositif: reglement.dispositif.clone(),
            nom: textes.lire("reglement", &reglement.id).into(),
            acte: reglement.acte.numero.clone(),
            du: date::ecrire(reglement.periode.du),
            au: reglement.periode.au.map(date::ecrire),
            titres: reglement.titres.iter().map(|t| t.id.clone()).en_liste(),
            pieces: reglement.pieces.iter().map(|p| p.id.clone()).en_liste(),
        })
        .en_liste()
}
