//! A cell as the file holds it: its text is taken out only when its column has a role.

use super::texte::nettoyer;
use super::xml;
use crate::date::{self, Jour};
use std::borrow::Cow;

/// Cells of a row that are looked at: the largest export known has about 180.
pub(super) const CELLULES: usize = 1024;

/// Bytes that a header or a name does not exceed, tags included.
const COURT: usize = 1000;

/// A cell that has not been copied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cellule<'a> {
    Texte(&'a str),
    /// What is between quotes, where a quote is doubled.
    Guillemets(&'a str),
    /// What is inside a tag, other tags included.
    Xml(&'a str),
    /// A number of a sheet.
    Nombre(&'a str),
    /// A day of a sheet.
    Jour(Jour),
}

impl<'a> Cellule<'a> {
    /// The text of the cell, as it is.
    pub fn texte(&self) -> Cow<'a, str> {
        match *self {
            Cellule::Texte(texte) => texte.into(),
            Cellule::Guillemets(texte) if texte.contains("\"\"") => sans_doubles(texte).into(),
            Cellule::Guillemets(texte) => texte.into(),
            Cellule::Xml(dedans) => xml::texte(dedans),
            Cellule::Nombre(nombre) => sans_exposant(nombre),
            Cellule::Jour(jour) => date::ecrire(jour).into(),
        }
    }

    /// The text of the cell, cleaned: what finds the roles looks at cells of any column. Nothing
    /// of a cell that is a text of its own.
    pub fn apercu(&self) -> String {
        match self {
            Cellule::Texte(brut) | Cellule::Guillemets(brut) | Cellule::Xml(brut)
                if brut.len() > COURT =>
            {
                "…".into()
            }
            _ => match self.texte() {
                Cow::Borrowed(texte) => nettoyer(texte),
                Cow::Owned(texte) => nettoyer(&texte),
            },
        }
    }

    /// True when nothing can be seen in the cell.
    pub fn est_vide(&self) -> bool {
        match self {
            Cellule::Texte(texte) | Cellule::Guillemets(texte) => {
                texte.chars().all(|c| c.is_whitespace() || c.is_control())
            }
            Cellule::Xml(dedans) => xml::est_vide(dedans),
            Cellule::Nombre(_) | Cellule::Jour(_) => false,
        }
    }
}

/// One record of a list, or one row of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Rangee<'a> {
    pub ligne: u32,
    /// Rows of the sheet that are not in the file, between the row before and this one.
    pub vides_avant: u32,
    pub cellules: Vec<Cellule<'a>>,
}

impl Rangee<'_> {
    pub fn est_vide(&self) -> bool {
        self.cellules.iter().all(Cellule::est_vide)
    }
}

/// `""` is one quote.
fn sans_doubles(texte: &str) -> String {
    let mut simple = String::with_capacity(texte.len());
    for (rang, partie) in texte.split("\"\"").enumerate() {
        if rang > 0 {
            simple.push('"');
        }
        simple += partie;
    }
    simple
}

/// `2.473120233E10` is `24731202330`: the digits as they are, without passing through a number that rounds.
/// What is not written so stays as it is.
pub(super) fn sans_exposant(nombre: &str) -> Cow<'_, str> {
    let (mantisse, exposant) = nombre.split_once(['E', 'e']).unwrap_or((nombre, "0"));
    let (entiere, decimales) = mantisse.split_once('.').unwrap_or((mantisse, ""));
    let chiffres = entiere
        .bytes()
        .chain(decimales.bytes())
        .all(|octet| octet.is_ascii_digit());
    let decalage = exposant
        .parse::<usize>()
        .ok()
        .filter(|n| chiffres && *n <= 20);
    let Some(decalage) = decalage.filter(|_| !entiere.is_empty()) else {
        return nombre.into();
    };
    if decalage == 0 && decimales.trim_end_matches('0').is_empty() {
        return entiere.into();
    }
    let (avant, apres) = decimales.split_at(decalage.min(decimales.len()));
    let zeros = "0".repeat(decalage - avant.len());
    let apres = apres.trim_end_matches('0');
    let point = if apres.is_empty() { "" } else { "." };
    format!("{entiere}{avant}{zeros}{point}{apres}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_nombre_de_classeur_s_ecrit_sans_exposant() {
        for (ecrit, attendu) in [
            ("2.473120233E10", "24731202330"),
            ("24731202330", "24731202330"),
            ("5.9E4", "59000"),
            ("59000.0", "59000"),
            ("38024.5", "38024.5"),
            ("2.41e+10", "24100000000"),
            ("1.5E-3", "1.5E-3"),
            ("1E99", "1E99"),
            ("-3", "-3"),
            ("", ""),
        ] {
            assert_eq!(sans_exposant(ecrit), attendu, "{ecrit}");
        }
    }
}
