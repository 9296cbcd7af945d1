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

pub mod adresse;
pub mod agenda;
pub mod bilan;
pub mod campagne;
pub mod codes_postaux;
pub mod date;
pub mod decision;
pub mod demande;
pub mod ensemble;
pub mod integre;
#[cfg(feature = "liste")]
pub mod liste;
pub mod ordre;
pub mod page;
pub mod parcours;
pub mod reglement;
pub mod textes;
pub mod valeur;
pub mod vocabulaire;

#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod types_publies;

pub use decision::evaluer;
pub use reglement::Catalogue;

use demande::ErreurDeSaisie;
use valeur::{Fautes, Valeur};

/// Judges a demande as it comes, whatever parsed it: the one door of pages and of programs.
///
/// # Errors
/// Every field at fault, each with its value and what was expected.
pub fn evaluer_valeur(
    catalogue: &Catalogue,
    valeur: &Valeur,
) -> Result<bilan::Bilan, Fautes<ErreurDeSaisie>> {
    demande::lire(catalogue, valeur).map(|demande| evaluer(catalogue, &demande))
}

/// Judges a demande written as JSON: the engine of a back office.
///
/// # Errors
/// Those of [`evaluer_valeur`], or that the text is not JSON.
///
/// ```
/// use pass_numerique::{Catalogue, evaluer_json};
/// let catalogue = Catalogue::integre();
/// let erreur = evaluer_json(&catalogue, r#"{"dateDepot": "hier", "reponses": {}}"#).unwrap_err();
/// assert!(erreur.to_string().starts_with("dateDepot : « hier »"));
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn evaluer_json(
    catalogue: &Catalogue,
    json: &str,
) -> Result<bilan::Bilan, Fautes<ErreurDeSaisie>> {
    let valeur = serde_json::from_str(json).map_err(|e| ErreurDeSaisie {
        champ: "demande".into(),
        message: format!("JSON illisible, {e}"),
    })?;
    evaluer_valeur(catalogue, &valeur)
}
