//! The language of the texts, which the person can change on any screen.

use super::{Contexte, Element, el};
use crate::en_liste::EnListe;

/// A button for each language; nothing where there is no choice. Where the other languages come after the first
/// screen, their row is there from the start: what is under it does not move.
pub fn vue(c: &Contexte) -> Option<Element> {
    let boutons: Vec<Element> = c
        .langues
        .offertes()
        .map(|textes| {
            let code = textes.langue().code();
            let actuelle = textes.langue() == c.textes.langue();
            el("button")
                .attr("type", "button")
                .classe("langue")
                .attr("data-action", "langue")
                .attr("data-cible", code)
                .attr("lang", code)
                .attr("aria-pressed", if actuelle { "true" } else { "false" })
                .texte(textes.lire("interface", "langue-nom"))
        })
        .en_liste();
    let rangee = el("div").classe("langues ecran");
    match boutons.len() {
        1 if cfg!(feature = "langues") => None,
        1 => Some(rangee),
        _ => Some(
            rangee
                .attr("role", "group")
                .attr("aria-label", c.mot("langue-legende"))
                .avec_tous(boutons),
        ),
    }
}
