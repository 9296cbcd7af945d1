//! The campaign is over: where help is, at once and in few lines.

use super::Page;
use super::agir::lien;
use crate::page::{Noeud, el};

impl Page<'_> {
    /// The places of help, each a link and a line: the first ones hold in the first view of a phone. Nothing
    /// was asked, so a map is that of the whole region.
    pub(super) fn aides_en_bref(&self) -> Noeud {
        let textes = self.c.textes;
        let lignes = self.c.catalogue.orientations.iter().map(|orientation| {
            let detail = format!("{}-detail", orientation.id);
            let nom = textes.lire("orientation", &orientation.id);
            el("li")
                .avec(lien(&orientation.url, nom))
                .avec(el("p").texte(textes.lire("orientation", &detail)))
        });
        self.bloc("titre-orientation")
            .avec(el("ul").classe("aides-en-bref").avec_tous(lignes))
            .into()
    }
}
