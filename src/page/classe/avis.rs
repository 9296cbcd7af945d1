//! What a table says of a pupil: for each way, one of five fates.

use crate::bilan::Verdict;
use crate::date::Jour;

/// What a pupil may do, in the order of the filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    PeutDemander,
    PlusTard,
    ACompleter,
    ACorriger,
    Non,
}

impl Sort {
    pub const TOUS: [Sort; 5] = [
        Sort::PeutDemander,
        Sort::PlusTard,
        Sort::ACompleter,
        Sort::ACorriger,
        Sort::Non,
    ];

    /// Its name in the page, and the id of its words.
    pub fn nom(self) -> &'static str {
        match self {
            Sort::PeutDemander => "peut-demander",
            Sort::PlusTard => "plus-tard",
            Sort::ACompleter => "a-completer",
            Sort::ACorriger => "a-corriger",
            Sort::Non => "non",
        }
    }

    /// The one of that name.
    pub fn lire(nom: &str) -> Option<Sort> {
        Sort::TOUS.into_iter().find(|sort| sort.nom() == nom)
    }
}

/// What was decided of a pupil, way by way, in the order of the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Avis {
    pub voies: Vec<Voie>,
}

/// The decision for one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Voie {
    pub sort: Sort,
    pub verdict: Verdict,
    pub reglement: String,
    pub carnet: Option<u32>,
    /// Act and article of the ground, or of the first refusal.
    pub source: Option<(String, String)>,
    pub refus: Vec<String>,
    pub manque: Vec<String>,
    pub bloquantes: Vec<String>,
    pub pieces: Vec<String>,
    pub a_partir_du: Option<Jour>,
    /// Why there is no ground, when an answer alone is.
    pub cause: Option<Cause>,
}

/// An answer « non » that leaves no ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    pub question: &'static str,
    /// Said once for all, not of this pupil.
    pub de_tous: bool,
}
