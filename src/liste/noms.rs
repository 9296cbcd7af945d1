//! From « NOM Prénom » in one cell to a name and a first name.

use crate::en_liste::EnListe;

/// What could be cut, and whether the cut is sure.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Coupe {
    pub nom: Option<String>,
    pub prenom: Option<String>,
    pub sure: bool,
}

/// The words of lower case that may begin a name, when capitals follow.
const PARTICULES: [&str; 16] = [
    "de", "du", "des", "la", "le", "les", "d'", "van", "von", "den", "der", "el", "al", "ben",
    "da", "di",
];

/// The leading words in capitals are the name. All in capitals, or none: nothing is sure.
pub(super) fn couper(complet: &str) -> Coupe {
    if let Some((nom, prenom)) = complet.split_once(',') {
        return sure(nom.trim(), prenom.trim());
    }
    let mots = complet.split(' ').en_liste();
    let tete = nom_en_tete(&mots);
    let queue = mots
        .iter()
        .rev()
        .take_while(|mot| en_capitales(mot))
        .count();
    match mots.as_slice() {
        _ if tete > 0 && tete < mots.len() => {
            sure(&mots[..tete].join(" "), &mots[tete..].join(" "))
        }
        // One word: a name whose first name is missing.
        [seul] => Coupe {
            nom: Some((*seul).into()),
            ..Coupe::default()
        },
        _ if tete == mots.len() => Coupe::default(),
        // « Camille DUPONT »: the capitals are still the name, but the order is not the one expected.
        _ if queue > 0 => {
            let (prenom, nom) = mots.split_at(mots.len() - queue);
            Coupe {
                sure: false,
                ..sure(&nom.join(" "), &prenom.join(" "))
            }
        }
        [nom, prenom] => Coupe {
            sure: false,
            ..sure(nom, prenom)
        },
        _ => Coupe::default(),
    }
}

fn sure(nom: &str, prenom: &str) -> Coupe {
    let dit = |texte: &str| (!texte.is_empty()).then(|| texte.to_string());
    Coupe {
        sure: !nom.is_empty() && !prenom.is_empty(),
        nom: dit(nom),
        prenom: dit(prenom),
    }
}

/// How many words make the name at the start.
fn nom_en_tete(mots: &[&str]) -> usize {
    let mut nombre = 0;
    while nombre < mots.len() {
        let particules = mots[nombre..]
            .iter()
            .take_while(|mot| PARTICULES.contains(mot))
            .count();
        match mots.get(nombre + particules) {
            Some(mot) if en_capitales(mot) => nombre += particules + 1,
            _ => break,
        }
    }
    nombre
}

/// `N'DIAYE`, `d'AVRICOURT`, `McDONALD`: a name ends in capitals.
fn en_capitales(mot: &str) -> bool {
    let lettres = mot.chars().filter(|c| c.is_alphabetic());
    let fin = lettres.rev().take(2).en_liste();
    !fin.is_empty() && fin.iter().all(|c| c.is_uppercase())
}

/// True when a cell looks like a name in capitals followed by a first name.
pub(super) fn semble_complet(texte: &str) -> bool {
    let lettres = |c: char| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-');
    texte.chars().all(lettres) && couper(texte).sure
}

/// True when a cell looks like a name: letters, all of them capitals.
pub(super) fn semble_un_nom(texte: &str) -> bool {
    texte.chars().any(char::is_alphabetic)
        && texte
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '\'' | '’' | '-'))
}

/// True when a cell looks like a first name: letters, one small at least.
pub(super) fn semble_un_prenom(texte: &str) -> bool {
    texte.chars().any(char::is_lowercase)
        && texte
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn les_mots_en_capitales_font_le_nom() {
        for (complet, nom, prenom, sure) in [
            ("N'DIAYE Awa", "N'DIAYE", "Awa", true),
            (
                "DE LA TOUR FICTIVE Jean-Luc",
                "DE LA TOUR FICTIVE",
                "Jean-Luc",
                true,
            ),
            (
                "LE GOFF d'AVRICOURT Anne Sophie",
                "LE GOFF d'AVRICOURT",
                "Anne Sophie",
                true,
            ),
            ("de LA TOUR Jean", "de LA TOUR", "Jean", true),
            ("O'BRIEN-LEROUX Zoë", "O'BRIEN-LEROUX", "Zoë", true),
            ("ÇELIK Ömer", "ÇELIK", "Ömer", true),
            ("Dupont, Camille", "Dupont", "Camille", true),
            ("Dupont Camille", "Dupont", "Camille", false),
            ("Camille DUPONT", "DUPONT", "Camille", false),
            ("MARTIN LEROY ÉMILIE", "", "", false),
            ("MARTIN ÉMILIE", "", "", false),
            ("De La Tour Camille", "", "", false),
            ("MARTIN", "MARTIN", "", false),
            ("Ö", "Ö", "", false),
        ] {
            let coupe = couper(complet);
            let lus = (coupe.nom.as_deref(), coupe.prenom.as_deref(), coupe.sure);
            let dit = |texte: &'static str| (!texte.is_empty()).then_some(texte);
            assert_eq!(lus, (dit(nom), dit(prenom), sure), "{complet}");
        }
    }
}
