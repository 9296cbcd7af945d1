//! Auto-diagnostic d'éligibilité au pass numérique: règlements as data, an argued answer, nothing sent.
//!
//! | module | turns |
//! |---|---|
//! | [`valeur`] | JSON, whoever parsed it, into a tree, then into types with every fault |
//! | [`reglement`] | files into a checked [`Catalogue`] |
//! | [`demande`] | raw answers into a checked [`Demande`](demande::Demande), or every input error |
//! | [`parcours`] | answers so far into the next question |
//! | [`page`] | a state into a screen, an action into the next state |
//! | [`decision`] | a Demande into a [`Bilan`](bilan::Bilan) |
//! | [`textes`] | files of words into the texts of each language |
//! | [`ordre`] | values into a short sorted list |
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

/// Judges a demande written as JSON: the engine of a back office.
///
/// # Errors
/// Every field at fault, one a line, each with its value and what was expected.
///
/// ```
/// use pass_numerique::{Catalogue, evaluer_json};
/// let catalogue = Catalogue::integre();
/// let erreur = evaluer_json(&catalogue, r#"{"dateDepot": "hier", "reponses": {}}"#).unwrap_err();
/// assert!(erreur.starts_with("dateDepot : « hier »"));
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn evaluer_json(catalogue: &Catalogue, json: &str) -> Result<bilan::Bilan, String> {
    let valeur: valeur::Valeur =
        serde_json::from_str(json).map_err(|e| format!("demande : JSON illisible, {e}"))?;
    let demande = demande::lire(catalogue, &valeur).map_err(|erreurs| {
        erreurs
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    Ok(evaluer(catalogue, &demande))
}
