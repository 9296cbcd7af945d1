//! The first screen: what the test is, how long it takes, and that nothing leaves the page.

use super::{Contexte, Noeud, bouton, el};

pub fn vue(c: &Contexte) -> Vec<Noeud> {
    vec![
        c.barre(None).into(),
        c.titre_d_ecran(c.mot("titre-accueil")).into(),
        el("p").classe("intro").texte(c.mot("accueil-quoi")).into(),
        el("p").classe("intro").texte(c.mot("accueil-duree")).into(),
        el("div")
            .classe("actions")
            .avec(bouton("commencer", c.mot("commencer"), false))
            .into(),
        pied(c),
    ]
}

/// Said under every screen that asks something.
pub fn pied(c: &Contexte) -> Noeud {
    el("p").classe("pied").texte(c.mot("accueil-prive")).into()
}
