//! From a readable catalogue to the list of what is wrong in it.
//!
//! | module | looks for |
//! |---|---|
//! | `partages` | questions, papers, aids and addresses that contradict themselves or serve nothing |
//! | `regles` | rules of a règlement that name nothing, cite nothing or can never apply |
//! | `criteres` | criteria that name nothing |
//! | `papiers` | papers asked for with a kind, a signature or a freshness that means nothing |
//! | `portee` | criteria that no demande meets, by trying all those that matter |
//! | `temps` | periods that end before they start, and acts that contradict each other on a day |

mod criteres;
mod papiers;
mod partages;
mod portee;
mod regles;
mod temps;

use super::{Catalogue, Reference};
use crate::adresse::Adresse;
use crate::date::Periode;
use crate::en_liste::EnListe;
use crate::valeur::Faute;
use std::fmt::Display;

/// The greatest numbers that a file may hold: no act comes near, and no day or sum overflows.
const AGE_MAX: u32 = 130;
const ANNEES_MAX: u32 = 100;
const MOIS_MAX: u32 = 12 * ANNEES_MAX;
const JOURS_MAX: u64 = 366 * ANNEES_MAX as u64;
const PASS_MAX: u32 = 1_000;
const EUROS_MAX: u32 = 100_000;
/// How many things of one kind the engine numbers, the last number being that of nothing.
const NOMBRE_MAX: usize = crate::ensemble::TAILLE;

/// Every fault that reading alone cannot see: ids that name nothing, rules that can never apply.
pub fn verifier(catalogue: &Catalogue, origines: &Origines) -> Vec<Faute> {
    let mut releve = Releve(Vec::new());
    partages::verifier(catalogue, origines, &mut releve);
    for (reglement, lieu) in catalogue.reglements.iter().zip(&origines.reglements) {
        regles::verifier(catalogue, reglement, lieu, &mut releve);
    }
    temps::verifier(catalogue, origines, &mut releve);
    releve.0
}

/// Where each object of the catalogue stands, in the order of the catalogue's lists.
#[derive(Default)]
pub struct Origines<'a> {
    pub questions: Vec<Lieu<'a>>,
    pub pieces: Vec<Lieu<'a>>,
    pub dispositifs: Vec<Lieu<'a>>,
    pub reglements: Vec<Lieu<'a>>,
    pub orientations: Vec<Lieu<'a>>,
    pub histoire: Vec<Lieu<'a>>,
}

/// A place in a file: an object of one of its lists, or a part of what stands at another place.
///
/// Its path is written only when a fault is noted there: most places have none.
#[derive(Clone, Copy)]
pub enum Lieu<'a> {
    Objet {
        fichier: &'a str,
        liste: &'static str,
        rang: usize,
    },
    Champ(&'a Lieu<'a>, &'a str),
    Element(&'a Lieu<'a>, &'a str, usize),
}

impl<'a> Lieu<'a> {
    /// The first `nombre` objects of a list of a file.
    pub fn de_la_liste(
        fichier: &'a str,
        liste: &'static str,
        nombre: usize,
    ) -> impl Iterator<Item = Self> {
        (0..nombre).map(move |rang| Lieu::Objet {
            fichier,
            liste,
            rang,
        })
    }

    fn champ<'b>(&'b self, nom: &'b str) -> Lieu<'b> {
        Lieu::Champ(self, nom)
    }

    fn element<'b>(&'b self, nom: &'b str, rang: usize) -> Lieu<'b> {
        Lieu::Element(self, nom, rang)
    }

    fn fichier(&self) -> &str {
        match self {
            Lieu::Objet { fichier, .. } => fichier,
            Lieu::Champ(dans, _) | Lieu::Element(dans, ..) => dans.fichier(),
        }
    }

    fn chemin(&self) -> String {
        match self {
            Lieu::Objet { liste, rang, .. } => format!("$.{liste}[{rang}]"),
            Lieu::Champ(dans, nom) => format!("{}.{nom}", dans.chemin()),
            Lieu::Element(dans, nom, rang) => format!("{}.{nom}[{rang}]", dans.chemin()),
        }
    }
}

/// The faults found so far.
struct Releve(Vec<Faute>);

impl Releve {
    fn noter(&mut self, lieu: &Lieu, message: impl Into<String>) {
        self.0.push(Faute {
            fichier: lieu.fichier().into(),
            chemin: lieu.chemin(),
            message: message.into(),
        });
    }

    fn nombre(&self) -> usize {
        self.0.len()
    }

    /// An id or a citation has something written in it.
    fn rempli(&mut self, texte: &str, lieu: &Lieu) {
        if texte.trim().is_empty() {
            self.noter(lieu, "vide ; attendu : un texte");
        }
    }

    /// A rule says where it was read.
    fn reference(&mut self, lue: &Reference, lieu: &Lieu) {
        let lieu = lieu.champ("article");
        self.rempli(&lue.article, &lieu);
        if let Some(acte) = &lue.acte {
            self.rempli(acte, &lieu.champ("acte"));
        }
    }

    /// The id is one of those known.
    fn connu<'a, T: Display + PartialEq + 'a>(
        &mut self,
        id: &T,
        quoi: &str,
        connus: impl IntoIterator<Item = &'a T>,
        lieu: &Lieu,
    ) {
        let connus = connus.into_iter().en_liste();
        if !connus.contains(&id) {
            let connus = connus.iter().map(ToString::to_string).en_liste();
            self.inconnu(&id.to_string(), quoi, &connus, lieu);
        }
    }

    fn inconnu(&mut self, id: &str, quoi: &str, connus: &[String], lieu: &Lieu) {
        let attendus = match connus.is_empty() {
            true => "rien de tel n'est défini".to_string(),
            false => format!("attendu : {}", connus.join(", ")),
        };
        self.noter(lieu, format!("« {id} » n'est pas {quoi} ; {attendus}"));
    }

    /// Ids are written, and each once: texts and forms know the id of an option by how it is written.
    fn ids<'a, 'b, T: Display + 'a>(
        &mut self,
        ids: impl IntoIterator<Item = &'a T>,
        lieu: impl Fn(usize) -> Lieu<'b>,
    ) {
        let mut vus = Vec::new();
        for (rang, id) in ids.into_iter().enumerate() {
            let (id, lieu) = (id.to_string(), lieu(rang));
            let lieu = lieu.champ("id");
            self.rempli(&id, &lieu);
            if vus.contains(&id) {
                self.noter(&lieu, format!("« {id} » est déjà pris"));
            }
            vus.push(id);
        }
    }

    /// The period has days.
    fn a_l_endroit(&mut self, periode: Periode, lieu: &Lieu) -> bool {
        if periode.est_vide() {
            self.noter(lieu, "finit avant de commencer");
        }
        !periode.est_vide()
    }

    /// The number is not out of all proportion.
    fn au_plus<N: Display + PartialOrd>(&mut self, nombre: N, max: N, unite: &str, lieu: &Lieu) {
        if nombre > max {
            self.noter(lieu, format!("{nombre} {unite} ; attendu : {max} au plus"));
        }
    }

    /// Only an address that a page may safely link to.
    fn adresse(&mut self, url: &str, lieu: &Lieu) {
        if let Err(message) = Adresse::publique(url) {
            self.noter(lieu, message);
        }
    }
}
