//! From a question to the answers worth trying, and the answers themselves, briefly written.

use crate::date::{self, Anniversaire, Jour};
use crate::demande::{CodePostal, Demande, Reponse, Tranche};
use crate::reglement::{Genre, Question, Scalaire};

pub fn jour(texte: &str) -> Jour {
    date::lire(texte).expect("a day that exists")
}

pub fn oui_non(b: bool) -> Reponse {
    Reponse::Valeur(Scalaire::Booleen(b))
}

pub fn option(id: &str) -> Reponse {
    Reponse::Valeur(Scalaire::Texte(id.into()))
}

pub fn code(chiffres: &str) -> Reponse {
    Reponse::CodePostal(CodePostal::France(chiffres.into()))
}

pub fn situations(ids: &[&str]) -> Reponse {
    Reponse::Plusieurs(ids.iter().map(|id| id.to_string()).collect())
}

/// What this person might answer to a question they left unknown, one answer for each kind of effect.
pub fn reponses_possibles(question: &Question, demande: &Demande) -> Vec<Reponse> {
    match question.genre {
        Genre::OuiNon => [true, false].map(oui_non).to_vec(),
        Genre::Choix => question
            .options
            .iter()
            .map(|o| Reponse::Valeur(o.id.clone()))
            .collect(),
        Genre::Plusieurs => {
            let une = question
                .options
                .iter()
                .map(|o| Reponse::Plusieurs(vec![o.id.to_string()]));
            une.chain([situations(&[]), situations(&["cej", "demandeur-emploi"])])
                .collect()
        }
        Genre::CodePostal => {
            let codes = ["59000", "62000", "75010"].map(code).into_iter();
            codes
                .chain([Reponse::CodePostal(CodePostal::Etranger)])
                .collect()
        }
        Genre::Date => naissances(demande).into_iter().map(Reponse::Date).collect(),
        Genre::TrancheAge => [
            (0, Some(17)),
            (18, Some(25)),
            (26, Some(30)),
            (31, Some(59)),
            (60, None),
        ]
        .map(|(min, max)| Reponse::Tranche(Tranche { min, max }))
        .to_vec(),
    }
}

/// Birthdays at the thresholds and their eves, within the bracket of ages already told.
fn naissances(demande: &Demande) -> Vec<Jour> {
    let mut jours = Vec::new();
    for seuil in [18, 26, 31, 60] {
        let ne = demande.depot - chrono::Months::new(seuil * 12);
        jours.extend([ne, ne + chrono::Days::new(1), ne + chrono::Days::new(9)]);
    }
    jours.extend(["1964-02-29", "1992-02-29", "1996-02-29", "2004-02-29"].map(jour));
    if let Some(tranche) = demande.reponses.tranche() {
        let a_atteint = |ne: Jour, ans| {
            [Anniversaire::Vingthuitfevrier, Anniversaire::Premiermars]
                .map(|lecture| date::anniversaire(ne, ans, lecture) <= demande.jour_de_l_age)
        };
        jours.retain(|ne| {
            a_atteint(*ne, tranche.min) == [true; 2]
                && tranche
                    .max
                    .is_none_or(|max| a_atteint(*ne, max + 1) == [false; 2])
        });
    }
    jours
}

/// The same person on another day, with a fresh demande.
pub fn le(demande: &Demande, jour: Jour) -> Demande {
    Demande {
        depot: jour,
        creation: jour,
        decision: None,
        notification: None,
        ..demande.clone()
    }
}
