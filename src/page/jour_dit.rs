//! From a day as people say it (`2/7/58`, `02071958`, `2 juillet 1958`, `1958-07-02`) to that day.

use crate::date::{self, Jour};
use crate::en_liste::EnListe;
use crate::page::formulaire::{Refus, numero_du_mois};
use chrono::Datelike;

/// Which century a year of two digits is of.
#[derive(Clone, Copy, Debug)]
pub enum Siecle {
    /// The latest one that is not after this day.
    Passe(Jour),
    /// The one around this day: 20 years before it at most.
    DAlors(Jour),
}

/// How far back `Siecle::DAlors` goes.
const ANNEES_AVANT: i32 = 20;

/// A day, and whether its century was understood rather than written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JourDit {
    pub jour: Jour,
    pub annee_comprise: bool,
}

/// Reads a day.
///
/// # Errors
/// What to mend: an empty or unfinished text is `jour`, what is no day is `date`, the 31st of a shorter month is
/// `date-naissance-inexistante`.
pub fn lire(texte: &str, siecle: Siecle) -> Result<JourDit, Refus> {
    let [jour, mois, annee] = parties(texte)?;
    let mois = numero_du_mois(&mois).ok_or(Refus("date"))?;
    let quantieme: u32 = jour.parse().map_err(|_| Refus("date"))?;
    let lue: i32 = annee.parse().map_err(|_| Refus("date"))?;
    let le = |annee: i32| Jour::from_ymd_opt(annee, mois, quantieme);
    let lu = match annee.len() {
        4 => le(lue),
        2 => annee_complete(lue, siecle, le),
        _ => return Err(Refus("date")),
    };
    // Well written, it is still not a day of that month.
    let refus = match quantieme {
        1..=31 => Refus("date-naissance-inexistante"),
        _ => Refus("date"),
    };
    let jour = lu.ok_or(refus)?;
    Ok(JourDit {
        jour,
        annee_comprise: annee.len() == 2,
    })
}

/// The day in figures, as a field shows it.
pub fn ecrire(jour: Jour) -> String {
    let iso = date::ecrire(jour);
    let parties = iso.rsplit('-').en_liste();
    parties.join("/")
}

fn annee_complete(annee: i32, siecle: Siecle, le: impl Fn(i32) -> Option<Jour>) -> Option<Jour> {
    let alors = match siecle {
        Siecle::Passe(jour) | Siecle::DAlors(jour) => jour,
    };
    let siecles = [100, 0, -100].map(|ecart| alors.year().div_euclid(100) * 100 + ecart + annee);
    let jours = siecles.into_iter().filter_map(le);
    match siecle {
        Siecle::Passe(plus_tard) => jours.into_iter().find(|jour| *jour <= plus_tard),
        Siecle::DAlors(jour) => {
            let debut = jour.year() - ANNEES_AVANT;
            let mut dans_le_siecle = jours.filter(|j| j.year() >= debut);
            dans_le_siecle.find(|j| j.year() < debut + 100)
        }
    }
}

/// Day, month and year, as they are written.
fn parties(texte: &str) -> Result<[String; 3], Refus> {
    let mots = mots(texte);
    let mots = mots.iter().map(String::as_str).en_liste();
    match mots.as_slice() {
        [] | [_, _] => Err(Refus("jour")),
        [seul] if seul.chars().all(|c| c.is_ascii_digit()) => match seul.len() {
            6 | 8 => Ok([&seul[..2], &seul[2..4], &seul[4..]].map(String::from)),
            1..8 => Err(Refus("jour")),
            _ => Err(Refus("date")),
        },
        [annee, mois, jour] if annee.len() == 4 => Ok([*jour, mois, annee].map(String::from)),
        [jour, mois, annee] => Ok([*jour, mois, annee].map(String::from)),
        _ => Err(Refus("date")),
    }
}

/// Runs of digits and runs of letters; « 1er » is a 1.
fn mots(texte: &str) -> Vec<String> {
    let mut mots: Vec<String> = Vec::new();
    let mut avant = None;
    for lettre in texte.chars() {
        let sorte = match lettre {
            c if c.is_ascii_digit() => Some(true),
            c if c.is_alphabetic() => Some(false),
            _ => None,
        };
        match (sorte, mots.last_mut()) {
            (Some(_), Some(mot)) if sorte == avant => mot.push(lettre),
            (Some(_), _) => mots.push(lettre.into()),
            (None, _) => {}
        }
        avant = sorte;
    }
    mots.retain(|mot| !mot.eq_ignore_ascii_case("er"));
    mots
}
