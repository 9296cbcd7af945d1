//! From raw answers to a checked Demande, or every input error.

mod faits;
mod lecture;
mod pieces;
mod reponses;

pub(crate) use faits::{Age, Code, Faits};
pub use lecture::{lire, lire_reponse, mots};
pub use reponses::{Annee, CodePostal, PieceTenue, Reponse, Reponses, Tranche};

use crate::date::Jour;

/// A checked demande: what the person says, on the day they deposit it.
#[derive(Clone, Debug)]
pub struct Demande {
    /// Day the demande is confirmed, in Paris.
    pub depot: Jour,
    /// Day it was created on the portal.
    pub creation: Jour,
    /// Day for which a bracket of ages was said (the deposit, even when looked at on another day).
    pub jour_de_l_age: Jour,
    pub decision: Option<Jour>,
    pub notification: Option<Jour>,
    pub reponses: Reponses,
    /// Papers the person says they hold.
    pub pieces: Vec<PieceTenue>,
}

impl Demande {
    /// What somebody says on a day, for a demande created that day; nothing is held yet.
    pub fn du(depot: Jour, reponses: Reponses) -> Self {
        Demande {
            depot,
            creation: depot,
            jour_de_l_age: depot,
            decision: None,
            notification: None,
            reponses,
            pieces: Vec::new(),
        }
    }
}

/// An input that cannot be used: which field, what it held, what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErreurDeSaisie {
    /// Path of the field: `reponses.code-postal`.
    pub champ: String,
    /// Value and expectation, in French.
    pub message: String,
}

impl std::error::Error for ErreurDeSaisie {}

impl std::fmt::Display for ErreurDeSaisie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} : {}", self.champ, self.message)
    }
}
