//! « Vérifier ce qui a été lu »: the file, its faults, the role of each column.

mod colonnes;
mod fautes;
mod fichier;

use super::mots::compte;
use super::vues::{Vue, bouton};
use crate::en_liste::EnListe;
use crate::page::{Element, el};

impl Vue<'_> {
    pub fn verifier(&self) -> Vec<Element> {
        let gauche = el("div").classe("gauche").avec_tous(self.lecture());
        let droite = el("div")
            .classe("droite")
            .avec(self.communes())
            .avec(self.avancement())
            .avec(
                bouton("voir", "", compte("voir", self.a.eleves.len()), "bouton")
                    .drapeau("disabled", self.a.eleves.is_empty()),
            );
        let deux = el("div").classe("deux").attr("data-cle", "verifier");
        vec![deux.avec(gauche).avec(droite)]
    }

    fn lecture(&self) -> Vec<Element> {
        let source = self.a.source.as_ref();
        let relisible = source.filter(|source| source.relisible());
        let lots = self.lots().map(|lots| {
            let carte = el("section").classe("panneau").attr("data-cle", "lots");
            carte.avec(lots)
        });
        let cartes = [
            source.map(|source| self.fichier_lu(source)),
            self.remarques(),
            Some(self.fautes()),
            self.doubles(),
            lots,
            relisible.map(|source| self.colonnes(source)),
        ];
        cartes.into_iter().flatten().en_liste()
    }

    /// A card, told from the others by its name: what has the focus in one stays when another comes or goes.
    fn carte(&self, cle: &str, titre: String) -> Element {
        let titre = self.c.titre(1).classe("sous-titre").texte(titre);
        let carte = el("section").classe("panneau").attr("data-cle", cle);
        carte.avec(titre.attr("data-cle", "titre"))
    }
}
