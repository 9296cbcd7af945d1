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

use super::Catalogue;
use crate::valeur::Faute;
use std::fmt::Display;

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
pub struct Origines {
    pub questions: Vec<Lieu>,
    pub pieces: Vec<Lieu>,
    pub dispositifs: Vec<Lieu>,
    pub reglements: Vec<Lieu>,
    pub orientations: Vec<Lieu>,
    pub histoire: Vec<Lieu>,
}

impl Origines {
    /// Notes the next `nombre` objects of a list, as those of the field `champ` of a file.
    pub fn noter(liste: &mut Vec<Lieu>, fichier: &str, champ: &str, nombre: usize) {
        let racine = Lieu {
            fichier: fichier.into(),
            chemin: "$".into(),
        };
        liste.extend((0..nombre).map(|rang| racine.element(champ, rang)));
    }
}

/// A file and a JSON path in it.
#[derive(Clone, Default)]
pub struct Lieu {
    pub fichier: String,
    pub chemin: String,
}

impl Lieu {
    fn champ(&self, nom: &str) -> Self {
        Lieu {
            fichier: self.fichier.clone(),
            chemin: format!("{}.{nom}", self.chemin),
        }
    }
    fn element(&self, nom: &str, rang: usize) -> Self {
        self.champ(&format!("{nom}[{rang}]"))
    }
}

/// The faults found so far.
struct Releve(Vec<Faute>);

impl Releve {
    fn noter(&mut self, lieu: &Lieu, message: impl Into<String>) {
        self.0.push(Faute {
            fichier: lieu.fichier.clone(),
            chemin: lieu.chemin.clone(),
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

    /// The id is one of those known.
    fn connu<'a, T: Display + PartialEq + 'a>(
        &mut self,
        id: &T,
        quoi: &str,
        connus: impl IntoIterator<Item = &'a T>,
        lieu: &Lieu,
    ) {
        let connus: Vec<&T> = connus.into_iter().collect();
        if !connus.contains(&id) {
            let attendus = match connus.is_empty() {
                true => "rien de tel n'est défini".to_string(),
                false => format!("attendu : {}", en_liste(&connus)),
            };
            self.noter(lieu, format!("« {id} » n'est pas {quoi} ; {attendus}"));
        }
    }

    /// Ids are written, and each once.
    fn ids<'a, T: Display + PartialEq + 'a>(
        &mut self,
        ids: impl IntoIterator<Item = &'a T>,
        lieu: impl Fn(usize) -> Lieu,
    ) {
        let mut vus = Vec::new();
        for (rang, id) in ids.into_iter().enumerate() {
            let lieu = lieu(rang).champ("id");
            self.rempli(&id.to_string(), &lieu);
            if vus.contains(&id) {
                self.noter(&lieu, format!("« {id} » est déjà pris"));
            }
            vus.push(id);
        }
    }

    /// Only an address that a page may safely link to.
    fn adresse(&mut self, url: &str, lieu: &Lieu) {
        if !url.starts_with("https://") {
            self.noter(
                lieu,
                format!("« {url} » n'est pas accepté ; attendu : une adresse https://…"),
            );
        }
    }
}

fn en_liste<T: Display>(elements: &[T]) -> String {
    let textes: Vec<String> = elements.iter().map(T::to_string).collect();
    textes.join(", ")
}
