//! From a day typed in one field to that day.

use crate::date::{self, Jour};
use chrono::Datelike;

/// Reads `2/7/2005`, `02.07.05`, `2 7 2005`, `02072005`, `2005-07-02`. A year of two digits is the latest one
/// whose day is not after `au_plus`.
pub fn lire(texte: &str, au_plus: Jour) -> Option<Jour> {
    let texte = texte.trim();
    if let Some(jour) = date::lire(texte) {
        return Some(jour);
    }
    let colles = texte.bytes().all(|octet| octet.is_ascii_digit());
    let parties: Vec<&str> = match texte.len() {
        6 | 8 if colles => vec![&texte[..2], &texte[2..4], &texte[4..]],
        _ => texte
            .split(|c: char| matches!(c, '/' | '.' | '-') || c.is_whitespace())
            .filter(|partie| !partie.is_empty())
            .collect(),
    };
    let [jour, mois, annee] = parties.as_slice() else {
        return None;
    };
    let court = |partie: &str| partie.len() <= 2 && partie.bytes().all(|o| o.is_ascii_digit());
    if !court(jour) || !court(mois) {
        return None;
    }
    let en = |annee: u32| date::lire(&format!("{annee:04}-{mois:0>2}-{jour:0>2}"));
    let nombre: u32 = annee.parse().ok()?;
    match annee.len() {
        4 => en(nombre),
        2 => {
            let siecle = au_plus.year().unsigned_abs() / 100 * 100;
            [siecle + nombre, (siecle + nombre).saturating_sub(100)]
                .into_iter()
                .filter_map(en)
                .find(|jour| *jour <= au_plus)
        }
        _ => None,
    }
}

/// `02/07/2005`, as it is typed and as a spreadsheet reads it.
pub fn ecrire(jour: Jour) -> String {
    let deux = |nombre: u32| match nombre {
        0..=9 => format!("0{nombre}"),
        _ => nombre.to_string(),
    };
    let iso = date::ecrire(jour);
    format!("{}/{}/{}", deux(jour.day()), deux(jour.month()), &iso[..4])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_jour_se_tape_de_plusieurs_facons() {
        let depot = date::lire("2023-11-13").unwrap();
        for (texte, attendu) in [
            ("2/7/2005", Some("2005-07-02")),
            ("02.07.05", Some("2005-07-02")),
            ("2 7 2005", Some("2005-07-02")),
            ("020705", Some("2005-07-02")),
            ("02072005", Some("2005-07-02")),
            ("2005-07-02", Some("2005-07-02")),
            ("14/11/23", Some("1923-11-14")),
            ("31/02/2006", None),
            ("2006", None),
            ("demain", None),
            ("1/2", None),
            ("1/é2/2005", None),
        ] {
            assert_eq!(lire(texte, depot), attendu.and_then(date::lire), "{texte}");
        }
        assert_eq!(ecrire(date::lire("2005-07-02").unwrap()), "02/07/2005");
    }
}
