//! From a block of the screen to what paper keeps of it: nothing to click, nothing to aim at.

use super::{Element, Noeud, el};
use crate::en_liste::EnListe;

/// Classes of what is on screen only, or is said to voices only.
const TUES: [&str; 2] = ["ecran", "invisible"];
/// What is clicked or filled in. An address is written out elsewhere on the sheet.
const MUETS: [&str; 5] = ["a", "button", "input", "form", "textarea"];
/// An id stands once in the page, and paper has no focus.
const OTES: [&str; 3] = ["id", "tabindex", "part"];

/// The same block for paper; `None` when nothing is left of it.
pub fn sur_papier(noeud: &Noeud) -> Option<Noeud> {
    match noeud {
        Noeud::Texte(_) => Some(noeud.clone()),
        Noeud::Element(element) => garder(element).map(Noeud::from),
    }
}

fn garder(element: &Element) -> Option<Element> {
    let classes = element.lire("class").unwrap_or_default();
    if MUETS.contains(&element.nom) || classes.split(' ').any(|c| TUES.contains(&c)) {
        return None;
    }
    let enfants = element.enfants.iter().filter_map(sur_papier).en_liste();
    // What was made of things to click; a drawing is empty by nature.
    if enfants.is_empty() && !element.enfants.is_empty() {
        return None;
    }
    let gardes = element.attributs.iter().filter(|(n, _)| !OTES.contains(n));
    let copie = gardes.fold(el(element.nom), |copie, (nom, v)| copie.attr(nom, v));
    Some(copie.avec_tous(enfants))
}
