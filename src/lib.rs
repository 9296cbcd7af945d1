//! Auto-diagnostic d'éligibilité au pass numérique: règlements as data, an argued answer, nothing sent.
//!
//! | module | turns |
//! |---|---|
//! | [`valeur`] | JSON, whoever parsed it, into a tree, then into types with every fault |
//! | [`reglement`] | files into a checked [`Catalogue`] |
//! | [`integre`] | the files of the built-in règlements into a [`Catalogue`], when the crate is built |
//! | [`demande`] | raw answers into a checked [`Demande`](demande::Demande), or every input error |
//! | [`parcours`] | answers so far into the next question |
//! | [`page`] | a state into a screen, an action into the next state |
//! | [`decision`] | a Demande into a [`Bilan`](bilan::Bilan) |
//! | `liste` | the bytes of a file into pupils, line by line (feature `liste`) |
//! | [`textes`] | files of words into the texts of each language |
//! | [`ordre`] | values into a short sorted list |
//! | [`ensemble`] | small numbers into a set of bits |
//! | [`agenda`] | days to remember into a calendar file |
//! | [`adresse`] | a text into an address that a page may link to |

// Only in the complete module is all of it called: there, what nobody calls is told.
#![cfg_attr(
    not(all(target_arch = "wasm32", feature = "fonctions", not(test))),
    allow(dead_code, unused_imports)
)]

mod adresse;
mod agenda;
mod bilan;
mod campagne;
mod codes_postaux;
mod date;
mod decision;
mod demande;
mod en_liste;
mod ensemble;
mod integre;
#[cfg(feature = "liste")]
mod liste;
mod ordre;
mod page;
mod parcours;
mod reglement;
mod textes;
mod valeur;
mod vocabulaire;

#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "../tests/mod.rs"]
mod tests;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod types_publies;

pub use bilan::Bilan;
pub use demande::ErreurDeSaisie;
pub use reglement::Catalogue;
pub use valeur::Fautes;

/// What benches and fuzzing reach inside: no promise.
#[cfg(feature = "interne")]
pub mod interne {
    pub use crate::bilan::Verdict;
    pub use crate::codes_postaux::existe;
    pub use crate::decision::{Etendue, decisions, evaluer, evaluer_selon, verdicts};
    pub use crate::demande::{Demande, lire as lire_une_demande};
    pub use crate::parcours::parcourir;
    pub use crate::reglement::{Scalaire, Source};
    pub use crate::valeur::Valeur;
    pub use crate::{date::lire as lire_un_jour, integre::fichiers};

    pub use crate::page::Reglages;
    #[cfg(feature = "classe")]
    pub use crate::page::classe;
    pub use crate::textes::Langues;

    #[cfg(feature = "liste")]
    pub use crate::liste::{Champ, Liste, Niveau, Options, lire as lire_une_liste};
}

/// Judges a demande written as JSON: the engine of a back office.
///
/// # Errors
/// Every field at fault, each with its value and what was expected; or that the text is not JSON.
///
/// ```
/// use pass_numerique::{Catalogue, evaluer_json};
/// let catalogue = Catalogue::integre();
/// let erreur = evaluer_json(&catalogue, r#"{"dateDepot": "hier", "reponses": {}}"#).unwrap_err();
/// assert!(erreur.to_string().starts_with("dateDepot : « hier »"));
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn evaluer_json<'a>(
    catalogue: &'a Catalogue,
    json: &str,
) -> Result<Bilan<'a>, Fautes<ErreurDeSaisie>> {
    let valeur: valeur::Valeur = serde_json::from_str(json).map_err(|e| ErreurDeSaisie {
        champ: "demande".into(),
        message: format!("JSON illisible, {e}"),
    })?;
    let demande = demande::lire(catalogue, &valeur)?;
    Ok(decision::evaluer(catalogue, &demande))
}
