//! From the three fields of a day to that day, or to the first thing to mend.

use super::{Champs, Refus, texte};
use crate::date::{self, Jour};

/// How names of months begin, without accents, in the languages of the screens: people write « mai »
/// as well as 5.
const MOIS: [(&str, u32); 18] = [
    ("jan", 1),
    ("fev", 2),
    ("feb", 2),
    ("mar", 3),
    ("avr", 4),
    ("apr", 4),
    ("mai", 5),
    ("may", 5),
    ("juin", 6),
    ("jun", 6),
    ("juil", 7),
    ("jul", 7),
    ("aou", 8),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// Reads the fields `jour`, `mois` and `annee`; `vide` is what to say when all three are empty.
///
/// # Errors
/// The field that is missing, or what is wrong with it.
pub fn lire(champs: &Champs, vide: &'static str) -> Result<Jour, Refus> {
    let lu = |champ| texte(champs, champ);
    let (jour, mois, annee) = (lu("jour"), lu("mois"), lu("annee"));
    if [jour, mois, annee].iter().all(|t| t.is_empty()) {
        return Err(Refus(vide));
    }
    for (champ, refus) in [
        (jour, "date-jour"),
        (mois, "date-mois"),
        (annee, "date-annee"),
    ] {
        if champ.is_empty() {
            return Err(Refus(refus));
        }
    }
    let mois = numero_du_mois(mois).ok_or(Refus("date-mois-inconnu"))?;
    if annee.len() != 4 {
        return Err(Refus("date-annee-courte"));
    }
    date::lire(&format!("{annee}-{mois:0>2}-{jour:0>2}")).ok_or(Refus("date-naissance-inexistante"))
}

/// The number of a month written as a number or by its name.
pub fn numero_du_mois(texte: &str) -> Option<u32> {
    if texte.bytes().all(|o| o.is_ascii_digit()) {
        return texte.parse().ok().filter(|n| (1..=12).contains(n));
    }
    let lettres: String = texte.chars().map(simple).collect();
    let nom = lettres.trim_end_matches('.');
    let lettres_seules = nom.chars().all(|c| c.is_ascii_alphabetic());
    let trouve = MOIS.iter().find(|(debut, _)| nom.starts_with(debut));
    trouve.filter(|_| lettres_seules).map(|(_, numero)| *numero)
}

/// Without the accents of French months, in lower case: all the rest of Unicode weighs more than the months.
fn simple(lettre: char) -> char {
    match lettre {
        'é' | 'è' | 'É' | 'È' => 'e',
        'û' | 'Û' => 'u',
        autre => autre.to_ascii_lowercase(),
    }
}
