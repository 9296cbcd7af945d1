//! Civil days: reading them, ages, and months added the way the law counts them.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A civil day (`AAAA-MM-JJ`), as read on a calendar in Paris. No hour, no time zone.
pub type Jour = NaiveDate;

/// Reads a day written `AAAA-MM-JJ`; `None` when it is malformed or does not exist.
///
/// Written by hand because chrono's parser weighs more than the rest of this module in the wasm, and from bytes because
/// a text that is cut brings with it what tells a cut inside a letter.
pub fn lire(texte: &str) -> Option<Jour> {
    let octets = texte.as_bytes();
    let forme = octets.len() == 10
        && octets.iter().enumerate().all(|(i, o)| match i {
            4 | 7 => *o == b'-',
            _ => o.is_ascii_digit(),
        });
    if !forme {
        return None;
    }
    let nombre = |chiffres: &[u8]| chiffres.iter().fold(0, |n, o| 10 * n + u32::from(o - b'0'));
    let (annee, mois, jour) = (
        nombre(&octets[..4]),
        nombre(&octets[5..7]),
        nombre(&octets[8..]),
    );
    NaiveDate::from_ymd_opt(annee as i32, mois, jour)
}

/// The day in the form that [`lire`] reads.
pub fn ecrire(jour: Jour) -> String {
    let (annee, mois, quantieme) = (jour.year(), jour.month(), jour.day());
    let deux = |n: u32| {
        if n < 10 {
            format!("0{n}")
        } else {
            n.to_string()
        }
    };
    let annee = annee.to_string();
    let zeros = "0".repeat(4usize.saturating_sub(annee.len()));
    format!("{zeros}{annee}-{}-{}", deux(mois), deux(quantieme))
}

/// Same day of the month, `mois` months later, brought back to the last day of a shorter month
/// (code de procédure civile, art. 641, by analogy).
pub fn ajouter_mois(jour: Jour, mois: u32) -> Jour {
    jour.checked_add_months(Months::new(mois))
        .unwrap_or(Jour::MAX)
}

/// `jours` days later, the starting day not counted.
pub fn ajouter_jours(jour: Jour, jours: u64) -> Jour {
    jour.checked_add_days(Days::new(jours)).unwrap_or(Jour::MAX)
}

/// The day after.
pub fn lendemain(jour: Jour) -> Jour {
    jour.succ_opt().unwrap_or(Jour::MAX)
}

/// The day before.
pub fn veille(jour: Jour) -> Jour {
    jour.pred_opt().unwrap_or(Jour::MIN)
}

/// Days in a row. Half-open inside: what comes next begins on the day where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periode {
    /// First day of it; absent when it has no beginning.
    pub(crate) debut: Option<Jour>,
    /// First day after it; absent when it has no end.
    pub(crate) fin: Option<Jour>,
}

impl Periode {
    /// From the first day to the last one, both included, as acts write them.
    pub fn entre(du: impl Into<Option<Jour>>, au: Option<Jour>) -> Self {
        Periode {
            debut: du.into(),
            fin: au.map(lendemain),
        }
    }
    /// The day is one of its days.
    pub fn contient(self, jour: Jour) -> bool {
        self.debut.is_none_or(|debut| debut <= jour) && self.fin.is_none_or(|fin| jour < fin)
    }
    /// It ends before it begins.
    pub fn est_vide(self) -> bool {
        self.debut.is_some_and(|debut| !self.contient(debut))
    }
    /// The days that it has in common with another.
    pub fn commune(self, autre: Self) -> Self {
        Periode {
            debut: self.debut.max(autre.debut),
            fin: [self.fin, autre.fin].into_iter().flatten().min(),
        }
    }
    /// The days on which it begins to hold, and no longer does.
    pub fn bascules(self) -> impl Iterator<Item = Jour> {
        self.debut.into_iter().chain(self.fin)
    }
}

/// When a person born on 29 February has a birthday in a common year: the texts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anniversaire {
    /// On 28 February (circulaire NOR INTA1317573C: the last day of the month).
    Vingthuitfevrier,
    /// On 1 March (the other practice).
    Premiermars,
}

/// The day on which somebody born on `naissance` reaches `age` years.
pub fn anniversaire(naissance: Jour, age: u32, lecture: Anniversaire) -> Jour {
    let ramene = ajouter_mois(naissance, age.saturating_mul(12));
    let decale = ramene.day() != naissance.day();
    match lecture {
        Anniversaire::Premiermars if decale => lendemain(ramene),
        _ => ramene,
    }
}

/// Age in whole years on `jour` by each reading of a birthday, that of 28 February first.
pub fn ages(naissance: Jour, jour: Jour) -> [u32; 2] {
    [Anniversaire::Vingthuitfevrier, Anniversaire::Premiermars]
        .map(|lecture| age(naissance, jour, lecture))
}

/// Age in whole years on `jour`; 0 before birth.
pub fn age(naissance: Jour, jour: Jour, lecture: Anniversaire) -> u32 {
    let mut fete = (naissance.month(), naissance.day());
    if fete == (2, 29) && lecture == Anniversaire::Vingthuitfevrier && !jour.leap_year() {
        fete = (2, 28);
    }
    let a_venir = (jour.month(), jour.day()) < fete;
    let annees = jour.year() - naissance.year() - i32::from(a_venir);
    annees.max(0).unsigned_abs()
}
