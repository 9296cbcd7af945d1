//! A cell as the file holds it: its text is taken out only when its column has a role.

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
    Nombre(f64),
    /// A day of a sheet.
    Jour(Jour),
}

impl<'a> Cellule<'a> {
    /// The text of the cell, as it is.
    pub fn texte(&self) -> Cow<'a, str> {
        match *self {
            Cellule::Texte(texte) => texte.into(),
            Cellule::Guillemets(texte) if texte.contains("\"\"") => {
                texte.replace("\"\"", "\"").into()
            }
            Cellule::Guillemets(texte) => texte.into(),
            Cellule::Xml(dedans) => xml::texte(dedans),
            Cellule::Nombre(nombre) => nombre.to_string().into(),
            Cellule::Jour(jour) => date::ecrire(jour).into(),
        }
    }

    /// The text of a cell that may be a header or a short value; nothing of one that is a text of its own.
    pub fn texte_court(&self) -> Cow<'a, str> {
        match self {
            Cellule::Texte(brut) | Cellule::Guillemets(brut) | Cellule::Xml(brut)
                if brut.len() > COURT =>
            {
                "…".into()
            }
            _ => self.texte(),
        }
    }

    /// True when nothing can be seen in the cell.
    pub fn est_vide(&self) -> bool {
        match self {
            Cellule::Texte(texte) | Cellule::Guillemets(texte) => {
                texte.chars().all(|c| c.is_whitespace() || c.is_control())
            }
            Cellule::Xml(dedans) => xml::texte(dedans).trim().is_empty(),
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
