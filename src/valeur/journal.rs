//! The faults that the tries at reading a value note, and the error that serde carries meanwhile.

use serde::de;
use std::cell::RefCell;
use std::fmt;

/// A fault noted: the value to replace in the next try, and where and what to tell.
pub(super) struct Notee {
    a_remplacer: String,
    pub(super) chemin: String,
    pub(super) message: String,
}

/// What the tries have noted so far.
#[derive(Default)]
pub(super) struct Journal(RefCell<Vec<Notee>>);

impl Journal {
    pub(super) fn notees(self) -> Vec<Notee> {
        self.0.into_inner()
    }
    pub(super) fn nombre(&self) -> usize {
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
    /// Something will stand for this value in the next try.
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
