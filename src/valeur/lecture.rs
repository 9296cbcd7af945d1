//! From a JSON tree to a Rust type, collecting every fault with its path instead of stopping at the first.
//!
//! Serde stops at the first error. Here each fault is noted, a stand-in of the right type takes the
//! place of the value at fault (or missing), and the whole is read again, until a try finds nothing new.

use super::curseur::Curseur;
use super::{Faute, Fautes, Valeur};
use crate::ordre::inserer;
use serde::de::{self, DeserializeOwned};
use std::cell::RefCell;
use std::fmt;

/// Reads `valeur` as a `T`.
///
/// # Errors
/// All the faults found, each with the path of the value at fault.
pub fn lire<T: DeserializeOwned>(valeur: &Valeur, fichier: &str) -> Result<T, Fautes> {
    let journal = Journal::default();
    loop {
        let avant = journal.nombre();
        let racine = Curseur {
            valeur: Some(valeur),
            chemin: "$".into(),
            journal: &journal,
        };
        match T::deserialize(racine) {
            Ok(lu) if journal.nombre() == 0 => return Ok(lu),
            Err(Erreur::Nouvelle(message)) => journal.noter("$", message),
            _ => {}
        }
        if journal.nombre() == avant {
            break;
        }
    }
    let mut notees: Vec<Notee> = Vec::new();
    for notee in journal.0.into_inner() {
        inserer(&mut notees, notee, |une, autre| une.chemin <= autre.chemin);
    }
    let fautes = notees.into_iter().map(|notee| Faute {
        fichier: fichier.into(),
        chemin: notee.chemin,
        message: notee.message,
    });
    Err(Fautes::de(fautes.collect()))
}

/// A fault noted: the value to replace in the next try, and where and what to tell.
struct Notee {
    a_remplacer: String,
    chemin: String,
    message: String,
}

/// What the tries have noted so far.
#[derive(Default)]
pub(super) struct Journal(RefCell<Vec<Notee>>);

impl Journal {
    fn nombre(&self) -> usize {
        self.0.borrow().len()
    }
    pub(super) fn noter(&self, chemin: &str, message: String) {
        self.noter_pour(chemin.into(), chemin, message);
    }
    /// A fault told at one place and mended at another: a field missing is told of its object.
    pub(super) fn noter_pour(&self, a_remplacer: String, chemin: &str, message: String) {
        if !self.connait(&a_remplacer) {
            self.0.borrow_mut().push(Notee {
                a_remplacer,
                chemin: chemin.into(),
                message,
            });
        }
    }
    pub(super) fn connait(&self, chemin: &str) -> bool {
        self.0.borrow().iter().any(|n| n.a_remplacer == chemin)
    }
}

/// Serde's error: a message still to be placed, a field missing, or a fault already noted.
#[derive(Debug)]
pub(super) enum Erreur {
    Nouvelle(String),
    Manque(&'static str),
    Notee,
}

impl fmt::Display for Erreur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Erreur::Nouvelle(message) => f.write_str(message),
            Erreur::Manque(champ) => f.write_str(champ),
            Erreur::Notee => f.write_str("faute déjà notée"),
        }
    }
}

impl std::error::Error for Erreur {}

impl de::Error for Erreur {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Erreur::Nouvelle(message.to_string())
    }
    fn missing_field(champ: &'static str) -> Self {
        Erreur::Manque(champ)
    }
    fn unknown_variant(variante: &str, attendues: &'static [&'static str]) -> Self {
        Erreur::Nouvelle(format!(
            "« {variante} » n'est pas connu ; attendu : {}",
            super::enumerer(attendues)
        ))
    }
    fn invalid_type(recu: de::Unexpected, attendu: &dyn de::Expected) -> Self {
        Erreur::Nouvelle(format!("{} ; attendu : {attendu}", recu_en_clair(&recu)))
    }
    fn invalid_value(recu: de::Unexpected, attendu: &dyn de::Expected) -> Self {
        Self::invalid_type(recu, attendu)
    }
}

fn recu_en_clair(recu: &de::Unexpected) -> String {
    match recu {
        de::Unexpected::Bool(b) => b.to_string(),
        de::Unexpected::Unsigned(n) => n.to_string(),
        de::Unexpected::Signed(n) => n.to_string(),
        de::Unexpected::Float(_) => "un nombre à virgule".into(),
        de::Unexpected::Str(t) => format!("« {t} »"),
        de::Unexpected::Unit | de::Unexpected::Option => "null".into(),
        de::Unexpected::Seq => "une liste".into(),
        de::Unexpected::Map => "un objet".into(),
        _ => "valeur inattendue".into(),
    }
}
