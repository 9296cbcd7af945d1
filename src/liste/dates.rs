//! From what a cell says of a birth date to a day, or why not.

use super::resultat::CodeAlerte;
use super::texte::{plier, sans_decimales};
use crate::date::{self, Jour};
use chrono::{Datelike, NaiveDate};

/// Nobody alive is older: an older year is a slip of the keyboard.
const AGE_MAX: i32 = 120;

/// Excel counts the days from there, for those who count from March 1900 on.
const ORIGINE: &str = "1899-12-30";

/// What a cell says, before the column is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Forme {
    /// Year, month, day: nothing to guess.
    Sure(i32, u32, u32, Option<CodeAlerte>),
    /// Two numbers and a year: which one is the day is for the column to say.
    Deux {
        premier: u32,
        second: u32,
        annee: i32,
        deux_chiffres: bool,
    },
    Refus(CodeAlerte),
}

/// A day, with what is to be known of it; or why there is none, and what it could be.
pub(super) type Lue = Result<(Jour, Option<CodeAlerte>), (CodeAlerte, Option<Jour>)>;

/// Reads the shape of a cell that is not empty.
pub(super) fn forme(texte: &str) -> Forme {
    let texte = texte.trim();
    en_chiffres(sans_heure(texte))
        .or_else(|| en_nombre(texte))
        .or_else(|| en_lettres(texte))
        .unwrap_or(Forme::Refus(CodeAlerte::Illisible))
}

/// `2006-05-12T00:00:00` and `12/05/2006 00:00` say a day and an hour that nobody asked for.
fn sans_heure(texte: &str) -> &str {
    match texte.split_once(['T', ' ']) {
        Some((jour, heure))
            if heure.contains(':') && heure.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            jour
        }
        _ => texte,
    }
}

/// `12/05/2006`, `12-5-06`, `2006-05-12`.
fn en_chiffres(texte: &str) -> Option<Forme> {
    let separateur = texte.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parties = texte.split(separateur).map(|partie| entier(partie.trim()));
    let (Some(un), Some(deux), Some(trois), None) = (
        parties.next()?,
        parties.next()?,
        parties.next()?,
        parties.next(),
    ) else {
        return None;
    };
    match (un, deux, trois) {
        ((4, annee), (1..=2, mois), (1..=2, jour)) if separateur == '-' => {
            Some(Forme::Sure(annee as i32, mois, jour, None))
        }
        ((1..=2, premier), (1..=2, second), (chiffres @ (2 | 4), annee)) => Some(Forme::Deux {
            premier,
            second,
            annee: annee as i32,
            deux_chiffres: chiffres == 2,
        }),
        _ => None,
    }
}

/// How many digits, and the number.
fn entier(texte: &str) -> Option<(usize, u32)> {
    let chiffres = texte.bytes().all(|octet| octet.is_ascii_digit());
    let nombre = texte
        .parse()
        .ok()
        .filter(|_| chiffres && texte.len() <= 4)?;
    Some((texte.len(), nombre))
}

/// `20060512`, `39123` (a day as Excel counts them), `2006`.
fn en_nombre(texte: &str) -> Option<Forme> {
    let entiere = sans_decimales(texte);
    if !entiere.bytes().all(|octet| octet.is_ascii_digit()) {
        return None;
    }
    let nombre: u32 = entiere.parse().ok()?;
    match entiere.len() {
        8 if (1900..2100).contains(&(nombre / 10_000)) => {
            let (annee, mois, jour) = (nombre / 10_000, nombre / 100 % 100, nombre % 100);
            Some(Forme::Sure(annee as i32, mois, jour, None))
        }
        4 if (1900..2100).contains(&nombre) => Some(Forme::Refus(CodeAlerte::AnneeSeule)),
        5 => {
            let jour = du_numero(nombre)?;
            let marque = Some(CodeAlerte::NumeroDeSerie);
            Some(Forme::Sure(jour.year(), jour.month(), jour.day(), marque))
        }
        _ => None,
    }
}

/// The day that a spreadsheet counts so, in the century that pupils may be born in.
pub(super) fn du_numero(numero: u32) -> Option<Jour> {
    let plausible = (20_000..=60_000).contains(&numero);
    let origine = date::lire(ORIGINE).filter(|_| plausible)?;
    Some(date::ajouter_jours(origine, u64::from(numero)))
}

/// « 15 mars 2006 », « 1er avr. 06 », « 15-mars-2006 ».
fn en_lettres(texte: &str) -> Option<Forme> {
    let plie = plier(texte);
    let mut mots = plie.split(' ');
    let (jour, mois, annee) = (mots.next()?, mots.next()?, mots.next()?);
    let (1..=2, jour) = entier(jour.strip_suffix("er").unwrap_or(jour))? else {
        return None;
    };
    let mois = numero_du_mois(mois)?;
    let (chiffres @ (2 | 4), annee) = entier(annee)? else {
        return None;
    };
    if mots.next().is_some() {
        return None;
    }
    // Two digits: the century is settled with the day of deposit, as for the other shapes.
    let marque = (chiffres == 2).then_some(CodeAlerte::AnneeSurDeuxChiffres);
    Some(Forme::Sure(annee as i32, mois, jour, marque))
}

fn numero_du_mois(mot: &str) -> Option<u32> {
    const MOIS: [&[&str]; 12] = [
        &["janvier", "janv", "jan"],
        &["fevrier", "fevr", "fev"],
        &["mars"],
        &["avril", "avr"],
        &["mai"],
        &["juin"],
        &["juillet", "juil"],
        &["aout"],
        &["septembre", "sept"],
        &["octobre", "oct"],
        &["novembre", "nov"],
        &["decembre", "dec"],
    ];
    let rang = MOIS.iter().position(|noms| noms.contains(&mot))?;
    u32::try_from(rang + 1).ok()
}

impl Forme {
    /// True when the value can only be read with its month first.
    pub fn prouve_le_mois_devant(self) -> bool {
        match self {
            Forme::Deux {
                premier,
                second,
                annee,
                ..
            } => second > 12 && NaiveDate::from_ymd_opt(annee, premier, second).is_some(),
            _ => false,
        }
    }

    /// The day, once it is known whether a value of the column has its month first.
    pub fn lire(self, mois_devant: bool, depot: Jour) -> Lue {
        match self {
            Forme::Refus(code) => Err((code, None)),
            Forme::Sure(annee, mois, jour, marque) => {
                let siecle = marque == Some(CodeAlerte::AnneeSurDeuxChiffres);
                let lue =
                    plausible(annee, mois, jour, siecle, depot).map_err(|code| (code, None))?;
                Ok((lue, marque))
            }
            Forme::Deux {
                premier,
                second,
                annee,
                deux_chiffres,
            } => {
                let marque = deux_chiffres.then_some(CodeAlerte::AnneeSurDeuxChiffres);
                let jour_devant = plausible(annee, second, premier, deux_chiffres, depot);
                if !mois_devant || premier == second {
                    return jour_devant
                        .map(|jour| (jour, marque))
                        .map_err(|code| (code, None));
                }
                if self.prouve_le_mois_devant() {
                    let propose = plausible(annee, premier, second, deux_chiffres, depot);
                    return Err((CodeAlerte::MoisJourInverses, propose.ok()));
                }
                match plausible(annee, premier, second, deux_chiffres, depot) {
                    Ok(_) => Err((CodeAlerte::AmbigueJourMois, None)),
                    Err(_) => jour_devant
                        .map(|jour| (jour, marque))
                        .map_err(|code| (code, None)),
                }
            }
        }
    }
}

/// A day that exists, is not after the deposit and leaves somebody alive. A year of two digits is the latest
/// one that is not after the deposit.
fn plausible(
    annee: i32,
    mois: u32,
    jour: u32,
    siecle: bool,
    depot: Jour,
) -> Result<Jour, CodeAlerte> {
    let lire = |annee| NaiveDate::from_ymd_opt(annee, mois, jour);
    let lue = if siecle {
        let recente = lire(2000 + annee).filter(|jour| *jour <= depot);
        recente.or_else(|| lire(1900 + annee))
    } else {
        lire(annee)
    };
    match lue {
        None => Err(CodeAlerte::Impossible),
        Some(jour) if jour > depot => Err(CodeAlerte::DansLeFutur),
        Some(jour) if jour.year() < depot.year() - AGE_MAX => Err(CodeAlerte::Impossible),
        Some(jour) => Ok(jour),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CodeAlerte::*;

    fn depot() -> Jour {
        date::lire("2023-10-02").unwrap()
    }

    #[test]
    fn une_date_se_lit_comme_elle_est_ecrite_ou_se_dit_illisible() {
        for (texte, attendu) in [
            ("12/05/2006", Ok(("2006-05-12", None))),
            ("3/4/2006", Ok(("2006-04-03", None))),
            (" 07-11-2005 ", Ok(("2005-11-07", None))),
            ("2005-09-01", Ok(("2005-09-01", None))),
            ("2005-09-01T00:00:00", Ok(("2005-09-01", None))),
            ("01/09/2005 00:00", Ok(("2005-09-01", None))),
            ("20050901", Ok(("2005-09-01", None))),
            ("01.02.05", Ok(("2005-02-01", Some(AnneeSurDeuxChiffres)))),
            ("03/10/23", Ok(("1923-10-03", Some(AnneeSurDeuxChiffres)))),
            ("02/10/23", Ok(("2023-10-02", Some(AnneeSurDeuxChiffres)))),
            ("15 mars 2006", Ok(("2006-03-15", None))),
            (
                "1er août 06",
                Ok(("2006-08-01", Some(AnneeSurDeuxChiffres))),
            ),
            ("15-févr.-2006", Ok(("2006-02-15", None))),
            ("39123", Ok(("2007-02-10", Some(NumeroDeSerie)))),
            ("39123.0", Ok(("2007-02-10", Some(NumeroDeSerie)))),
            ("29/02/2004", Ok(("2004-02-29", None))),
            ("29/02/2007", Err(Impossible)),
            ("31/02/2006", Err(Impossible)),
            ("00/00/0000", Err(Impossible)),
            ("12/05/1006", Err(Impossible)),
            ("2006", Err(AnneeSeule)),
            ("12/05/2036", Err(DansLeFutur)),
            ("59999", Err(DansLeFutur)),
            ("19999", Err(Illisible)),
            ("60001", Err(Illisible)),
            ("12052006", Err(Illisible)),
            ("2006/05/12", Err(Illisible)),
            ("12/05", Err(Illisible)),
            ("12/05/2006/1", Err(Illisible)),
            ("mars 2006", Err(Illisible)),
            ("inconnue", Err(Illisible)),
            ("１２/05/2006", Err(Illisible)),
            ("/", Err(Illisible)),
        ] {
            let lue = forme(texte).lire(false, depot());
            let lue = lue
                .map(|(jour, marque)| (date::ecrire(jour), marque))
                .map_err(|(code, _)| code);
            assert_eq!(
                lue,
                attendu.map(|(jour, marque)| (jour.to_string(), marque)),
                "{texte}"
            );
        }
    }

    #[test]
    fn une_seule_date_en_mois_jour_rend_les_autres_ambigues() {
        assert!(forme("04/25/2006").prouve_le_mois_devant());
        for (texte, attendu) in [
            ("04/25/2006", Err((MoisJourInverses, Some("2006-04-25")))),
            ("03/04/2006", Err((AmbigueJourMois, None))),
            ("05/05/2006", Ok("2006-05-05")),
            ("13/06/2005", Ok("2005-06-13")),
            ("2006-07-04", Ok("2006-07-04")),
            ("31/02/2006", Err((Impossible, None))),
        ] {
            let lue = forme(texte).lire(true, depot());
            let lue = lue
                .map(|(jour, _)| date::ecrire(jour))
                .map_err(|(code, jour)| (code, jour.map(date::ecrire)));
            let attendu = attendu
                .map(String::from)
                .map_err(|(code, jour)| (code, jour.map(String::from)));
            assert_eq!(lue, attendu, "{texte}");
        }
        for sure in ["13/06/2005", "02/30/2006", "2006-07-25", "25/25/2006"] {
            assert!(!forme(sure).prouve_le_mois_devant(), "{sure}");
        }
    }
}
