//! The campaign is over: where help is, at once and in few lines.

use super::Page;
use super::agir::lien;
use crate::page::{Noeud, el};

impl Page<'_> {
    /// The places of help, the link before what it leads to: the first ones hold in the first view of a phone.
    /// Nothing was asked, so a map is that of the whole region.
    pub(super) fn aides_en_bref(&self) -> Noeud {
        let lignes = self.c.catalogue.orientations.iter().map(|orientation| {
            let texte = |suffixe: &str| {
                let cle = format!("{}{suffixe}", orientation.id);
                self.c.textes.lire("orientation", &cle).to_string()
            };
            let vers = match orientation.par_departement.is_empty() {
                true => "-lien",
                false => "-region",
            };
            el("li")
                .avec(lien(&orientation.url, &texte(vers)))
                .avec(el("p").texte(texte("-detail")))
        });
        self.bloc("titre-orientation")
            .avec(el("ul").classe("aides-en-bref").avec_tous(lignes))
            .into()
    }
}
