//! From the files of an `.xlsx` to its rows.

use super::super::cellule::{CELLULES, Cellule, Rangee, sans_exposant};
use super::super::encodage::{decoder, reconnaitre};
use super::super::remarques::Refus;
use super::super::resultat::Liste;
use super::super::xml::{self, Lecteur, Morceau};
use super::super::zip::Archive;
use super::super::{Options, tableau};
use crate::date::{self, Jour};
use crate::en_liste::EnListe;

/// Sheets that are looked at.
const FEUILLES: usize = 20;

/// Reads the first sheet that holds a list.
///
/// # Errors
/// The workbook is damaged, or none of its sheets holds a list.
pub(crate) fn lire(archive: &Archive, options: &Options) -> Result<Liste, Refus> {
    let obligatoire = |nom: &str| archive.fichier(nom).unwrap_or(Err(Refus::ArchiveAbimee));
    let facultatif = |nom: &str| {
        archive
            .fichier(nom)
            .transpose()
            .map(Option::unwrap_or_default)
    };
    let classeur = obligatoire("xl/workbook.xml")?;
    let classeur = decoder(&classeur, reconnaitre(&classeur));
    let liens = facultatif("xl/_rels/workbook.xml.rels")?;
    let liens = decoder(&liens, reconnaitre(&liens));
    let partages = facultatif("xl/sharedStrings.xml")?;
    let partages = decoder(&partages, reconnaitre(&partages));
    let styles = facultatif("xl/styles.xml")?;
    let styles = decoder(&styles, reconnaitre(&styles));

    let (feuilles, depuis_1904) = feuilles(&classeur);
    let textes = Textes {
        partages: elements(&partages, "si"),
        dates: styles_de_date(&styles),
        depuis_1904,
    };
    let plusieurs = feuilles.len() > 1;
    let voulues = feuilles.into_iter().take(FEUILLES);
    let voulues = voulues.filter(|(nom, _)| options.lecture.veut(nom));
    let lues = voulues.map(|(nom, lien)| {
        let lire = || {
            let chemin = cible(&liens, &lien).ok_or(Refus::ArchiveAbimee)?;
            let feuille = obligatoire(&chemin)?;
            let feuille = decoder(&feuille, reconnaitre(&feuille));
            let mut rangees = Rangees::nouvelles(&feuille, &textes);
            tableau::lire(&mut rangees, true, options)
        };
        (nom, lire())
    });
    super::choisir(lues, plusieurs)
}

/// Name and link of each sheet that people see, and whether days are counted from 1904.
fn feuilles(classeur: &str) -> (Vec<(String, String)>, bool) {
    let (mut feuilles, mut depuis_1904) = (Vec::new(), false);
    for morceau in Lecteur::nouveau(classeur) {
        match morceau {
            Morceau::Ouvre {
                nom: "workbookPr",
                attributs,
                ..
            } => {
                let dit = xml::attribut(attributs, "date1904");
                depuis_1904 = dit.is_some_and(|dit| matches!(&*dit, "1" | "true"));
            }
            Morceau::Ouvre {
                nom: "sheet",
                attributs,
                ..
            } => {
                let lire = |nom: &str| xml::attribut(attributs, nom).map(String::from);
                let cachee = lire("state").is_some_and(|etat| etat != "visible");
                if let Some(lien) = lire("id").filter(|_| !cachee) {
                    feuilles.push((lire("name").unwrap_or_default(), lien));
                }
            }
            _ => {}
        }
    }
    (feuilles, depuis_1904)
}

/// The file that a link of the workbook names.
fn cible(liens: &str, lien: &str) -> Option<String> {
    Lecteur::nouveau(liens).find_map(|morceau| match morceau {
        Morceau::Ouvre {
            nom: "Relationship",
            attributs,
            ..
        } => {
            xml::attribut(attributs, "Id").filter(|id| id == lien)?;
            let cible = xml::attribut(attributs, "Target")?;
            Some(match cible.strip_prefix('/') {
                Some(absolue) => absolue.into(),
                None => format!("xl/{cible}"),
            })
        }
        _ => None,
    })
}

/// What is inside each element of this name.
fn elements<'a>(texte: &'a str, nom: &str) -> Vec<&'a str> {
    let mut lecteur = Lecteur::nouveau(texte);
    let mut trouves = Vec::new();
    while let Some(morceau) = lecteur.next() {
        match morceau {
            Morceau::Ouvre {
                nom: autre,
                vide: true,
                ..
            } if autre == nom => trouves.push(""),
            Morceau::Ouvre { nom: autre, .. } if autre == nom => trouves.push(lecteur.dedans(nom)),
            _ => {}
        }
    }
    trouves
}

/// For each style of cell, whether its numbers are days.
fn styles_de_date(styles: &str) -> Vec<bool> {
    let mut lecteur = Lecteur::nouveau(styles);
    let (mut formats, mut dates) = (Vec::new(), Vec::new());
    while let Some(morceau) = lecteur.next() {
        match morceau {
            Morceau::Ouvre {
                nom: "numFmt",
                attributs,
                ..
            } => {
                let code = xml::attribut(attributs, "formatCode").unwrap_or_default();
                formats
                    .extend(xml::nombre(attributs, "numFmtId").map(|id| (id, dit_un_jour(&code))));
            }
            Morceau::Ouvre {
                nom: "cellXfs",
                vide: false,
                ..
            } => {
                let dedans = lecteur.dedans("cellXfs");
                dates = Lecteur::nouveau(dedans)
                    .filter_map(|morceau| match morceau {
                        Morceau::Ouvre {
                            nom: "xf",
                            attributs,
                            ..
                        } => {
                            let id = xml::nombre(attributs, "numFmtId").unwrap_or(0);
                            let dit = formats.iter().find(|(autre, _)| *autre == id);
                            // Formats that every workbook has without writing them.
                            let connu = matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=58);
                            Some(dit.map_or(connu, |(_, jour)| *jour))
                        }
                        _ => None,
                    })
                    .en_liste();
            }
            _ => {}
        }
    }
    dates
}

/// `dd/mm/yyyy`, `[$-40C]d mmmm yyyy`: a day or a year, outside quotes and brackets.
fn dit_un_jour(code: &str) -> bool {
    let (mut cite, mut crochet, mut echappe) = (false, false, false);
    code.chars().any(|c| {
        if std::mem::take(&mut echappe) {
            return false;
        }
        match c {
            '\\' | '_' | '*' => echappe = true,
            '"' => cite = !cite,
            '[' => crochet = true,
            ']' => crochet = false,
            'd' | 'D' | 'y' | 'Y' => return !cite && !crochet,
            _ => {}
        }
        false
    })
}

/// What cells refer to.
struct Textes<'a> {
    partages: Vec<&'a str>,
    dates: Vec<bool>,
    depuis_1904: bool,
}

/// The rows of a sheet, one after the other.
struct Rangees<'a> {
    lecteur: Lecteur<'a>,
    textes: &'a Textes<'a>,
    ligne: u32,
}

impl<'a> Rangees<'a> {
    fn nouvelles(feuille: &'a str, textes: &'a Textes<'a>) -> Self {
        Rangees {
            lecteur: Lecteur::nouveau(feuille),
            textes,
            ligne: 0,
        }
    }

    fn cellules(&mut self) -> Vec<Cellule<'a>> {
        let mut cellules = Vec::new();
        while let Some(morceau) = self.lecteur.next() {
            match morceau {
                Morceau::Ouvre {
                    nom: "c",
                    attributs,
                    vide,
                } => {
                    let dit = xml::attribut(attributs, "r").and_then(|r| colonne(&r));
                    let rang = dit.unwrap_or(cellules.len());
                    let dedans = if vide { "" } else { self.lecteur.dedans("c") };
                    if rang < CELLULES && rang >= cellules.len() {
                        cellules.resize(rang, Cellule::Texte(""));
                        cellules.push(self.cellule(attributs, dedans));
                    }
                }
                Morceau::Ferme { nom: "row" } => break,
                _ => {}
            }
        }
        cellules
    }

    fn cellule(&self, attributs: &str, dedans: &'a str) -> Cellule<'a> {
        let genre = xml::attribut(attributs, "t");
        if genre.as_deref() == Some("inlineStr") {
            return Cellule::Xml(elements(dedans, "is").first().copied().unwrap_or_default());
        }
        let valeur = elements(dedans, "v").first().copied().unwrap_or_default();
        match genre.as_deref() {
            Some("s") => {
                let rang = valeur.trim().parse::<usize>().ok();
                let partage = rang.and_then(|rang| self.textes.partages.get(rang));
                Cellule::Xml(partage.copied().unwrap_or_default())
            }
            Some("str" | "d" | "e" | "b") => Cellule::Xml(valeur),
            _ => self.nombre(attributs, valeur.trim()),
        }
    }

    /// A date is a number whose style says so.
    fn nombre(&self, attributs: &str, nombre: &'a str) -> Cellule<'a> {
        let style = xml::nombre(attributs, "s").unwrap_or(0) as usize;
        let est_un_jour = self.textes.dates.get(style).copied().unwrap_or(false);
        let jour = est_un_jour
            .then(|| jour(nombre, self.textes.depuis_1904))
            .flatten();
        jour.map_or(Cellule::Nombre(nombre), Cellule::Jour)
    }
}

fn jour(nombre: &str, depuis_1904: bool) -> Option<Jour> {
    let origine = if depuis_1904 {
        "1904-01-01"
    } else {
        "1899-12-30"
    };
    // What follows the point is an hour.
    let nombre = sans_exposant(nombre);
    let jours = nombre.split('.').next()?.parse().ok()?;
    let jours = (1..100_000).contains(&jours).then_some(jours)?;
    Some(date::ajouter_jours(date::lire(origine)?, jours))
}

/// `C12` is the third cell of its row.
fn colonne(reference: &str) -> Option<usize> {
    let lettres = reference.bytes().take_while(u8::is_ascii_uppercase).take(4);
    let rang = lettres.fold(0, |rang, lettre| rang * 26 + usize::from(lettre - b'A') + 1);
    rang.checked_sub(1)
}

impl<'a> Iterator for Rangees<'a> {
    type Item = Rangee<'a>;

    fn next(&mut self) -> Option<Rangee<'a>> {
        loop {
            if let Morceau::Ouvre {
                nom: "row",
                attributs,
                vide,
            } = self.lecteur.next()?
            {
                let attendue = self.ligne.saturating_add(1);
                let ligne = xml::nombre(attributs, "r")
                    .unwrap_or(attendue)
                    .max(attendue);
                self.ligne = ligne;
                let cellules = if vide { Vec::new() } else { self.cellules() };
                return Some(Rangee {
                    ligne,
                    vides_avant: ligne - attendue,
                    cellules,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_format_dit_un_jour_ou_non() {
        for (code, attendu) in [
            ("dd/mm/yyyy", true),
            ("[$-40C]d mmmm yyyy;@", true),
            ("yyyy\\-mm\\-dd", true),
            ("0", false),
            ("General", false),
            ("#,##0.00\\ \"dollars\"", false),
            ("[Red]0", false),
            ("hh:mm", false),
            ("0\\d", false),
        ] {
            assert_eq!(dit_un_jour(code), attendu, "{code}");
        }
    }

    #[test]
    fn un_nombre_est_un_jour_sur_le_calendrier_du_classeur() {
        assert_eq!(
            jour("38023", false).map(date::ecrire).as_deref(),
            Some("2004-02-06")
        );
        assert_eq!(
            jour("36561.5", true).map(date::ecrire).as_deref(),
            Some("2004-02-06")
        );
        assert_eq!(jour("NaN", false), None);
        assert_eq!(colonne("A1"), Some(0));
        assert_eq!(colonne("AB12"), Some(27));
        assert_eq!(colonne("12"), None);
    }
}
