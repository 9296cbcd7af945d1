//! From the content of an `.ods` to its rows. A cell or a row repeated is said once with a number: a sheet
//! that seems empty may hold a million of them, which are counted, never unfolded.

use super::super::cellule::{CELLULES, Cellule, Rangee};
use super::super::encodage::{decoder, reconnaitre};
use super::super::remarques::{ELEVES, Refus};
use super::super::resultat::Liste;
use super::super::xml::{self, Lecteur, Morceau};
use super::super::zip::Archive;
use super::super::{Options, tableau};
use crate::date;

/// Reads the first sheet that holds a list.
///
/// # Errors
/// The workbook is damaged or protected, or none of its sheets holds a list.
pub(crate) fn lire(archive: &Archive, options: &Options) -> Result<Liste, Refus> {
    if let Some(manifeste) = archive.fichier("META-INF/manifest.xml") {
        let manifeste = manifeste?;
        if decoder(&manifeste, reconnaitre(&manifeste)).contains("encryption-data") {
            return Err(Refus::Chiffre);
        }
    }
    let contenu = archive
        .fichier("content.xml")
        .unwrap_or(Err(Refus::ArchiveAbimee))?;
    let contenu = decoder(&contenu, reconnaitre(&contenu));
    let feuilles = feuilles(&contenu);
    if feuilles.is_empty() {
        // A text of the same family, which has no sheet.
        return Err(Refus::Document);
    }
    let plusieurs = feuilles.len() > 1;
    let voulues = feuilles.into_iter();
    let voulues = voulues.filter(|(nom, _)| options.lecture.veut(nom));
    let lues = voulues.map(|(nom, debut)| {
        let mut rangees = Rangees {
            lecteur: Lecteur::depuis(&contenu, debut),
            ligne: 0,
            encore: None,
        };
        (nom, tableau::lire(&mut rangees, true, options))
    });
    super::choisir(lues, plusieurs)
}

/// Name of each sheet, and the place after its opening tag.
fn feuilles(contenu: &str) -> Vec<(String, usize)> {
    let mut lecteur = Lecteur::nouveau(contenu);
    let mut feuilles = Vec::new();
    while let Some(morceau) = lecteur.next() {
        if let Morceau::Ouvre {
            nom: "table",
            attributs,
            vide: false,
        } = morceau
        {
            let nom = xml::attribut(attributs, "name")
                .unwrap_or_default()
                .into_owned();
            feuilles.push((nom, lecteur.position()));
            lecteur.dedans("table");
        }
    }
    feuilles
}

/// The rows of a sheet, one after the other.
struct Rangees<'a> {
    lecteur: Lecteur<'a>,
    ligne: u32,
    /// A row that is to be said again, and how many times.
    encore: Option<(Rangee<'a>, u32)>,
}

impl<'a> Rangees<'a> {
    fn cellules(&mut self) -> Vec<Cellule<'a>> {
        let mut cellules = Vec::new();
        let mut vides = 0usize;
        while let Some(morceau) = self.lecteur.next() {
            match morceau {
                Morceau::Ouvre {
                    nom: nom @ ("table-cell" | "covered-table-cell"),
                    attributs,
                    vide,
                } => {
                    let fois =
                        xml::nombre(attributs, "number-columns-repeated").unwrap_or(1) as usize;
                    let dedans = if vide { "" } else { self.lecteur.dedans(nom) };
                    let cellule = lire_une_cellule(attributs, dedans);
                    if cellule == Cellule::Xml("") {
                        vides = vides.saturating_add(fois);
                        continue;
                    }
                    let place = CELLULES.saturating_sub(cellules.len());
                    cellules.extend(std::iter::repeat_n(Cellule::Xml(""), vides.min(place)));
                    vides = 0;
                    let place = CELLULES.saturating_sub(cellules.len());
                    cellules.extend(std::iter::repeat_n(cellule, fois.min(place)));
                }
                Morceau::Ferme { nom: "table-row" } => break,
                _ => {}
            }
        }
        cellules
    }
}

/// A day and a number are said by attributes; the text is what is shown of them.
fn lire_une_cellule<'a>(attributs: &'a str, dedans: &'a str) -> Cellule<'a> {
    match xml::attribut(attributs, "value-type").as_deref() {
        Some("date") => {
            let jour = xml::attribut(attributs, "date-value");
            let jour = jour.and_then(|jour| date::lire(jour.get(..10)?));
            jour.map_or(Cellule::Xml(dedans), Cellule::Jour)
        }
        Some("float") => match xml::brut(attributs, "value") {
            Some(nombre) => Cellule::Nombre(nombre),
            None => Cellule::Xml(dedans),
        },
        _ => Cellule::Xml(dedans),
    }
}

impl<'a> Iterator for Rangees<'a> {
    type Item = Rangee<'a>;

    fn next(&mut self) -> Option<Rangee<'a>> {
        if let Some((rangee, fois)) = self.encore.take() {
            self.ligne = self.ligne.saturating_add(1);
            let rangee = Rangee {
                ligne: self.ligne,
                ..rangee
            };
            self.encore = (fois > 1).then(|| (rangee.clone(), fois - 1));
            return Some(rangee);
        }
        let mut vides_avant = 0u32;
        loop {
            match self.lecteur.next()? {
                Morceau::Ouvre {
                    nom: "table-row",
                    attributs,
                    vide,
                } => {
                    let fois = xml::nombre(attributs, "number-rows-repeated")
                        .unwrap_or(1)
                        .max(1);
                    let cellules = if vide { Vec::new() } else { self.cellules() };
                    if cellules.iter().all(Cellule::est_vide) {
                        vides_avant = vides_avant.saturating_add(fois);
                        continue;
                    }
                    self.ligne = self.ligne.saturating_add(vides_avant).saturating_add(1);
                    let rangee = Rangee {
                        ligne: self.ligne,
                        vides_avant,
                        cellules,
                    };
                    // One more than the pupils that are read is enough to refuse them.
                    let encore = (fois - 1).min(ELEVES as u32 + 1);
                    let suivante = Rangee {
                        vides_avant: 0,
                        ..rangee.clone()
                    };
                    self.encore = (encore > 0).then_some((suivante, encore));
                    return Some(rangee);
                }
                Morceau::Ferme { nom: "table" } => return None,
                _ => {}
            }
        }
    }
}
