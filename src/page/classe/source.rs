//! The list as it came: kept only while somebody checks how it was read.

use crate::date::Jour;
use crate::en_liste::EnListe;
use crate::liste::{
    self, Colonne, DEBUT, Encodage, Entete, Lecture, Liste, Options, Raison, Role, SEPARATEURS,
};

/// What can be read otherwise; nothing of it: as it is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Autrement {
    Encodage(Option<Encodage>),
    Separateur(Option<char>),
    Entete(Option<Entete>),
}

impl Autrement {
    /// What a field of this name asks for, by its value.
    pub fn lire(nom: &str, valeur: &str) -> Option<Autrement> {
        let reconnu = valeur.is_empty();
        Some(match nom {
            "encodage" if reconnu => Autrement::Encodage(None),
            "encodage" => Autrement::Encodage(Some(Encodage::de_nom(valeur)?)),
            "separateur" if reconnu => Autrement::Separateur(None),
            "separateur" => {
                let separateur = valeur.parse().ok().filter(|c| SEPARATEURS.contains(c));
                Autrement::Separateur(Some(separateur?))
            }
            "entete" if reconnu => Autrement::Entete(None),
            "entete" => Autrement::Entete(Some(match valeur {
                "aucun" => Entete::Aucun,
                ligne => Entete::Ligne(ligne.parse().ok()?),
            })),
            _ => return None,
        })
    }
}

/// The bytes of a list, and how they were read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Wiped when they are no longer needed: columns without a role are in there.
    octets: Option<Vec<u8>>,
    /// Bytes of the file.
    pub taille: usize,
    /// Name of the file; none of what was pasted.
    pub nom: Option<String>,
    /// Roles that somebody chose, by column.
    roles: Option<Vec<Option<Role>>>,
    /// How somebody chose to read it.
    pub lecture: Lecture,
    /// What was recognised before anybody chose.
    pub reconnue: Reconnue,
    /// Lines that may be the header.
    pub lignes: Vec<u32>,
    /// What was read, without the pupils.
    pub lue: Liste,
}

/// How a list was read at first.
#[derive(Clone, Debug)]
pub struct Reconnue {
    /// Nothing for a workbook, which says its own.
    pub encodage: Option<Encodage>,
    pub separateur: Option<char>,
    pub ligne_entete: Option<u32>,
}

impl Source {
    /// Reads a list; gives its pupils apart.
    ///
    /// # Errors
    /// Why nothing can be read, in a sentence.
    pub fn lire(
        octets: Vec<u8>,
        nom: Option<String>,
        depot: Jour,
    ) -> Result<(Self, Vec<liste::LigneLue>), String> {
        let mut lue = liste::lire(&octets, &Options::du(depot));
        if let Some(faute) = lue.fautes.first() {
            return Err(faute.message.clone());
        }
        let lignes = std::mem::take(&mut lue.lignes);
        let separateur = lue.separateur.as_deref();
        let source = Source {
            taille: octets.len(),
            octets: Some(octets),
            nom,
            roles: None,
            lecture: Lecture::default(),
            reconnue: Reconnue {
                encodage: lue.encodage.as_deref().and_then(Encodage::de_nom),
                separateur: separateur.and_then(|texte| texte.parse().ok()),
                ligne_entete: lue.ligne_entete,
            },
            lignes: premieres(&lue, &lignes),
            lue,
        };
        Ok((source, lignes))
    }

    /// Reads again, for another day, with other roles or otherwise; nothing once the bytes are forgotten.
    ///
    /// A reading without a single pupil keeps the columns, so that another choice can mend it.
    pub fn relire(&mut self, depot: Jour) -> Option<Vec<liste::LigneLue>> {
        let octets = self.octets.as_ref()?;
        let options = Options {
            depot,
            roles: self.roles.clone(),
            lecture: self.lecture.clone(),
        };
        let mut lue = liste::lire(octets, &options);
        let lignes = std::mem::take(&mut lue.lignes);
        if lue.colonnes.is_empty() {
            let colonnes = std::mem::take(&mut self.lue.colonnes).into_iter();
            let sans_exemple = colonnes.map(|colonne| Colonne {
                exemples: Vec::new(),
                ..colonne
            });
            lue.colonnes = sans_exemple.en_liste();
        } else {
            self.lignes = premieres(&lue, &lignes);
        }
        self.lue = lue;
        Some(lignes)
    }

    /// Reads otherwise from now on. True when roles that somebody chose go: they were those of other columns.
    pub fn changer(&mut self, autrement: Autrement) -> bool {
        match autrement {
            Autrement::Encodage(encodage) => {
                self.lecture.encodage = encodage;
                return false;
            }
            Autrement::Separateur(separateur) => self.lecture.separateur = separateur,
            Autrement::Entete(entete) => {
                self.lecture.feuille = entete.and_then(|_| self.lue.feuille.clone());
                self.lecture.entete = entete;
            }
        }
        self.roles.take().is_some()
    }

    /// Gives this role to a column, or takes it away from all.
    pub fn lier(&mut self, role: Role, colonne: Option<usize>) {
        let mut roles = self.lue.colonnes.iter().map(|c| c.role).en_liste();
        for autre in roles.iter_mut().filter(|autre| **autre == Some(role)) {
            *autre = None;
        }
        if let Some(place) = colonne.and_then(|rang| roles.get_mut(rang)) {
            *place = Some(role);
        }
        self.roles = Some(roles);
    }

    /// The column of a role, by its rank.
    pub fn colonne(&self, role: Role) -> Option<usize> {
        self.lue.colonnes.iter().position(|c| c.role == Some(role))
    }

    /// False once the bytes are wiped.
    pub fn relisible(&self) -> bool {
        self.octets.is_some()
    }

    /// Wipes what was not read, and the name of the file.
    pub fn oublier(&mut self) {
        self.octets = None;
        self.lue.colonnes.clear();
    }
}

/// The first lines that say something: the header is one of them, when there is one.
fn premieres(lue: &Liste, lignes: &[liste::LigneLue]) -> Vec<u32> {
    let ignorees = lue.ignorees.iter();
    let ignorees = ignorees.map(|i| (i.ligne, i.raison != Raison::LigneVide));
    let eleves = lignes.iter().take(DEBUT).map(|ligne| (ligne.ligne, true));
    let entete = lue.ligne_entete.map(|ligne| (ligne, true));
    let mut toutes = ignorees.chain(eleves).chain(entete).en_liste();
    toutes.sort_unstable();
    let debut = toutes.into_iter().take(DEBUT);
    debut
        .filter(|(_, dit)| *dit)
        .map(|(ligne, _)| ligne)
        .en_liste()
}
