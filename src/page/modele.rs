//! A paper to print and to fill in by hand: nothing of what was answered is written on it.

use super::{Contexte, Element, Noeud, bouton, el};

/// Kind of the texts that hold a model: its title, then a line each, with a blank where there is `___`.
const GENRE: &str = "modele";

/// There is a model for this paper.
pub fn existe(c: &Contexte, piece: &str) -> bool {
    c.textes.facultatif(GENRE, piece).is_some()
}

/// The sheet of paper itself.
pub fn feuille(c: &Contexte, piece: &str) -> Element {
    let texte = c.textes.lire(GENRE, piece);
    let (titre, lignes) = texte.split_once('\n').unwrap_or_default();
    el("div")
        .classe("modele")
        // Whoever receives it reads French, in whatever language the screens are.
        .attr("lang", "fr")
        .avec(el("p").classe("modele-titre").texte(titre))
        .avec_tous(lignes.split('\n').map(ligne))
}

pub fn vue(c: &Contexte, piece: &str) -> Vec<Noeud> {
    vec![
        // The paper is another's: nothing of our screen is on it.
        el("div")
            .classe("ecran")
            .avec(c.barre(Some("retour")))
            .avec(c.titre_d_ecran(c.mot("modele")))
            .avec(el("p").classe("aide").texte(c.mot("modele-aide")))
            .into(),
        feuille(c, piece).into(),
        el("div")
            .classe("actions")
            .avec(bouton("imprimer", c.mot("imprimer-modele"), false))
            .into(),
    ]
}

/// A line of the model; the line to write on is a drawing, that voices need not read.
fn ligne(texte: &str) -> Element {
    let Some((avant, apres)) = texte.split_once('_') else {
        return el("p").texte(texte);
    };
    el("p")
        .classe("a-remplir")
        .texte(avant)
        .avec(el("span").classe("blanc").attr("aria-hidden", "true"))
        .texte(apres.trim_start_matches('_'))
}
