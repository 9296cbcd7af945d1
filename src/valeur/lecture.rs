//! From a JSON tree to a Rust type, collecting every fault with its path instead of stopping at the first.
//!
//! Serde stops at the first error. Here each fault is noted, a stand-in of the right type takes the
//! place of the value at fault (or missing), and the whole is read again, until a try finds nothing new.

use super::curseur::Curseur;
use super::journal::{Erreur, Journal, Notee};
use super::{Faute, Fautes, Valeur};
use crate::en_liste::EnListe;
use crate::ordre::inserer;
use serde::de::DeserializeOwned;

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
    for notee in journal.notees() {
        inserer(&mut notees, notee, |une, autre| une.chemin <= autre.chemin);
    }
    let fautes = notees.into_iter().map(|notee| Faute {
        fichier: fichier.into(),
        chemin: notee.chemin,
        message: notee.message,
    });
    Err(Fautes::de(fautes.en_liste()))
}
