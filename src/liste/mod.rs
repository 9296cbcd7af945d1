//! From the bytes of a file to a list of pupils: CSV in any encoding and separator, a pasted table, a SIECLE XML
//! or its archive, a workbook (`.xlsx`, `.ods`).
//!
//! | module | turns |
//! |---|---|
//! | `nature` | first bytes into what a file is |
//! | `encodage` | bytes into text |
//! | `csv`, `classeur`, `siecle` | a text or an archive into rows of cells |
//! | `zip`, `xml` | an archive into files, an XML into tags |
//! | `cellule`, `texte` | a cell into its text, cleaned or folded |
//! | `entete`, `contenus`, `colonnes` | the first rows into the role of each column |
//! | `lignes` | the other rows into what is kept of each pupil |
//! | `noms`, `dates`, `postal`, `niveau` | one value into what it says, or why it says nothing |
//! | `eleves`, `tableau` | all of it into a [`Liste`] |
//! | `remarques` | what is wrong into a sentence |
//!
//! A column without a role is dropped at reading: its cells are never copied, and the text of the file, the only
//! place where they are, is wiped when the reading ends.

mod cellule;
mod classeur;
mod colonnes;
mod contenus;
mod csv;
mod dates;
mod eleves;
mod encodage;
mod entete;
mod lignes;
mod nature;
mod niveau;
mod noms;
mod postal;
mod remarques;
mod resultat;
mod siecle;
mod tableau;
mod texte;
mod xml;
mod zip;

use crate::en_liste::EnListe;
pub use contenus::DEBUT;
pub use csv::SEPARATEURS;
pub use encodage::Encodage;
pub use remarques::OCTETS;
pub use resultat::*;

use crate::date::Jour;
use csv::Enregistrements;
use encodage::decoder;
use nature::Nature;
use remarques::Refus;
use zip::Archive;

/// What a reading is told beside the file.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day of deposit: a birth is not after it, and a year of two digits is the latest that is not.
    pub depot: Jour,
    /// Roles that somebody chose for the columns, in their order, instead of those that were recognised.
    pub roles: Option<Vec<Option<Role>>>,
    /// What somebody chose where it was recognised wrong.
    pub lecture: Lecture,
}

/// How somebody says that a file is to be read; nothing where what is recognised holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lecture {
    /// Of a text; a workbook says its own.
    pub encodage: Option<Encodage>,
    /// One of [`SEPARATEURS`].
    pub separateur: Option<char>,
    pub entete: Option<Entete>,
    /// Of a workbook: a line of one sheet is none of another.
    pub feuille: Option<String>,
}

impl Lecture {
    fn veut(&self, feuille: &str) -> bool {
        self.feuille.as_deref().is_none_or(|nom| nom == feuille)
    }
}

/// Where the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entete {
    /// At this line of the file, whatever it says, when it is one of the first [`DEBUT`] rows.
    Ligne(u32),
    /// Nowhere: every row may be a pupil.
    Aucun,
}

impl Options {
    /// Those of a deposit on this day.
    pub fn du(depot: Jour) -> Self {
        Options {
            depot,
            roles: None,
            lecture: Lecture::default(),
        }
    }
}

/// A text without its accents nor its capitals: two names are compared and searched in this form.
pub fn cle_de_tri(texte: &str) -> String {
    texte::plier(texte).to_string()
}

/// A postal code as somebody types it: five digits, or `etranger`.
pub fn code_postal(texte: &str) -> Option<String> {
    let (code, _) = postal::lire(texte.trim()).ok()?;
    Some(code)
}

/// Reads a list of pupils. What cannot be read is said in [`Liste::fautes`], in French.
pub fn lire(octets: &[u8], options: &Options) -> Liste {
    if octets.len() > OCTETS {
        return Refus::TropGros.into();
    }
    let lue = match nature::reconnaitre(octets) {
        Ok(Nature::Texte) => lire_un_texte(octets, options),
        Ok(Nature::Zip) => lire_une_archive(octets, options),
        Err(refus) => Err(refus),
    };
    lue.unwrap_or_else(Liste::from)
}

fn lire_une_archive(octets: &[u8], options: &Options) -> Result<Liste, Refus> {
    let archive = Archive::ouvrir(octets)?;
    if archive.contient("xl/workbook.xml") {
        return classeur::xlsx::lire(&archive, options);
    }
    if archive.contient("content.xml") {
        return match archive.contient_sous("Object ") || archive.contient("mimetype") {
            true => classeur::ods::lire(&archive, options),
            false => Err(Refus::ArchiveSansListe),
        };
    }
    let connus = [
        ("xl/workbook.bin", Refus::ClasseurBinaire),
        ("word/document.xml", Refus::Document),
        ("ppt/presentation.xml", Refus::Document),
        ("Index/Document.iwa", Refus::Document),
    ];
    if let Some((_, refus)) = connus.iter().find(|(nom, _)| archive.contient(nom)) {
        return Err(*refus);
    }
    if archive.est_chiffree() {
        return Err(Refus::Chiffre);
    }
    let dedans = archive
        .qui_finit_par(&[".xml", ".csv", ".txt"])
        .unwrap_or(Err(Refus::ArchiveSansListe))?;
    match nature::reconnaitre(&dedans)? {
        Nature::Texte => lire_un_texte(&dedans, options),
        Nature::Zip => Err(Refus::ArchiveSansListe),
    }
}

fn lire_un_texte(octets: &[u8], options: &Options) -> Result<Liste, Refus> {
    let choisi = options.lecture.encodage;
    let encodage = choisi.unwrap_or_else(|| encodage::reconnaitre(octets));
    let texte = decoder(octets, encodage);
    if nature::est_du_bruit(&texte) {
        return Err(Refus::PasDuTexte);
    }
    let visible = texte.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    if visible.is_empty() {
        return Err(Refus::Vide);
    }
    let mut liste = match visible.starts_with('<') {
        true => lire_un_xml(visible, &texte, options)?,
        false if encodage == Encodage::Windows1252 && choisi.is_none() => {
            // One byte a letter: only a header that is recognised tells one encoding from the other.
            let de_mac = decoder(octets, Encodage::Macintosh);
            if meilleur(&de_mac).1 > meilleur(&texte).1 {
                let mut liste = lire_des_cellules(&de_mac, options)?;
                liste.encodage = Some(Encodage::Macintosh.nom().into());
                return Ok(liste);
            }
            lire_des_cellules(&texte, options)?
        }
        false => lire_des_cellules(&texte, options)?,
    };
    liste.encodage = Some(encodage.nom().into());
    Ok(liste)
}

fn lire_un_xml(visible: &str, texte: &str, options: &Options) -> Result<Liste, Refus> {
    let contient = |mot: &str| {
        let debut = &visible.as_bytes()[..visible.len().min(2000)];
        let mut tranches = debut.windows(mot.len());
        tranches.any(|tranche| tranche.eq_ignore_ascii_case(mot.as_bytes()))
    };
    if contient("<html") || contient("<!doctype html") || contient("<table") {
        return Err(Refus::PageWeb);
    }
    if contient("urn:schemas-microsoft-com:office:spreadsheet") {
        return Err(Refus::ClasseurXml);
    }
    siecle::lire(texte, options)
}

fn lire_des_cellules(texte: &str, options: &Options) -> Result<Liste, Refus> {
    let choisi = options.lecture.separateur;
    let separateur = choisi.unwrap_or_else(|| meilleur(texte).0);
    let mut enregistrements = Enregistrements::nouveau(texte, separateur);
    let mut liste = tableau::lire(&mut enregistrements, false, options)?;
    liste.separateur = Some(separateur.into());
    Ok(liste)
}

/// The separator that cuts the header into most known columns, and how many; else the contents.
fn meilleur(texte: &str) -> (char, usize) {
    let debut = |separateur| -> Vec<cellule::Rangee> {
        Enregistrements::nouveau(texte, separateur)
            .take(DEBUT)
            .en_liste()
    };
    type Lecture = fn(&[cellule::Rangee]) -> Option<colonnes::Colonnes>;
    let choisir = |lire: Lecture| {
        let mut choix = (SEPARATEURS[0], 0);
        for separateur in SEPARATEURS {
            let nombre = lire(&debut(separateur)).map_or(0, |colonnes| colonnes.nombre());
            if nombre > choix.1 {
                choix = (separateur, nombre);
            }
        }
        choix
    };
    match choisir(colonnes::depuis_l_en_tete) {
        (_, 0) => (choisir(colonnes::depuis_les_contenus).0, 0),
        trouve => trouve,
    }
}
