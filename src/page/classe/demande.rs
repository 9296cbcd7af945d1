//! From a pupil, and what is said once for all, to the demande that the engine judges.

use super::eleve::Eleve;
use crate::date::Jour;
use crate::demande::{CodePostal, Demande, Reponse, Reponses};
use crate::en_liste::EnListe;
use crate::liste::Niveau;
use crate::reglement::{Scalaire, connus};

/// Questions that are answered once for all the pupils, and the answers proposed: the others are said for one
/// pupil. `?` leaves it to be said of each.
pub const COMMUNES: [(&str, &[&str]); 5] = [
    ("lycee-experimentation", &["true", "false", "?"]),
    ("lycee-en-region", &["true", "false"]),
    ("accompagne", &["true", "false"]),
    ("pass-recus", &["0", "?"]),
    ("hebergement", &["heberge", "?"]),
];

/// Questions that one pupil may answer otherwise, and all their answers.
pub const PROPRES: [(&str, &[&str]); 6] = [
    ("pass-recus", &["0", "5", "10", "?"]),
    ("pass-utilises", &["true", "false", "?"]),
    (
        "hebergement",
        &[
            "heberge",
            "a-son-nom",
            "structure",
            "election-domicile",
            "?",
        ],
    ),
    ("accompagne", &["true", "false", "?"]),
    ("lycee-experimentation", &["true", "false", "?"]),
    ("lycee-en-region", &["true", "false", "?"]),
];

/// Questions asked only of whoever answered another, with that other.
pub const SUITES: [(&str, &str); 1] = [("pass-utilises", "pass-recus")];

/// Questions about an apprentice.
pub const APPRENTI: [(&str, &[&str]); 2] = [
    (
        "contrat-apprentissage",
        &["en-cours", "pas-commence", "termine", "?"],
    ),
    ("contrat-signe-par-tous", &["true", "false", "?"]),
];

/// The answer of that name, as a form says it.
pub fn reponse(valeur: &str) -> Reponse {
    let scalaire = match valeur {
        "?" => return Reponse::NeSaitPas,
        "true" => Scalaire::Booleen(true),
        "false" => Scalaire::Booleen(false),
        autre => match autre.parse() {
            Ok(nombre) => Scalaire::Nombre(nombre),
            Err(_) => Scalaire::Texte(autre.into()),
        },
    };
    Reponse::Valeur(scalaire)
}

/// The name of an answer, as a form says it.
pub fn valeur(reponse: &Reponse) -> String {
    match reponse {
        Reponse::Valeur(scalaire) => scalaire.to_string(),
        _ => "?".into(),
    }
}

/// The demande of this pupil on this day.
pub fn demande(eleve: &Eleve, communes: &Reponses, depot: Jour) -> Demande {
    let mut reponses = communes.clone();
    for (question, reponse) in eleve.propres.iter() {
        reponses.donner(question, reponse.clone());
    }
    if let Some(jour) = eleve.naissance {
        reponses.donner(connus::DATE_NAISSANCE, Reponse::Date(jour));
    }
    if let Some(code) = eleve.code_postal_sur() {
        let code = match code {
            connus::ETRANGER => CodePostal::Etranger,
            code => CodePostal::France(code.into()),
        };
        reponses.donner(connus::CODE_POSTAL, Reponse::CodePostal(code));
    }
    if let Some(situations) = situations(eleve) {
        let situations = situations.into_iter().map(String::from).en_liste();
        reponses.donner(connus::SITUATIONS, Reponse::Plusieurs(situations));
    }
    Demande::du(depot, reponses)
}

/// What the level and the status say; nothing when the level is not known: that would be a no.
fn situations(eleve: &Eleve) -> Option<Vec<&'static str>> {
    let mut situations = match eleve.niveau {
        Niveau::TerminaleBacPro | Niveau::DerniereAnneeCap => vec![eleve.niveau.id()],
        Niveau::Autre => vec!["lyceen"],
        Niveau::Inconnu => return None,
    };
    if eleve.apprenti {
        situations.push("apprenti");
    }
    Some(situations)
}
