//! Check your answers: each one, with a way to change it.

use super::{Contexte, Noeud, accueil, bouton, bouton_lien, el};
use crate::demande::Reponse;
use crate::parcours;
use crate::reglement::Question;

pub fn vue(c: &Contexte) -> Vec<Noeud> {
    let parcours = parcours::parcourir(c.catalogue, &c.etat.demande());
    let lignes = parcours.posees.iter().filter_map(|question| {
        Some(ligne(
            c,
            question,
            parcours.demande.reponses.donnee(&question.id)?,
        ))
    });
    // A change may have made another question necessary: no result without its answer.
    let suite = match parcours.prochaine {
        Some(_) => "continuer",
        None => "voir-resultat",
    };
    vec![
        c.barre(Some("retour")).into(),
        c.titre_d_ecran(c.mot("titre-verification")).into(),
        el("p")
            .classe("aide")
            .texte(c.mot("aide-verification"))
            .into(),
        el("dl").classe("recapitulatif").avec_tous(lignes).into(),
        el("div")
            .classe("actions")
            .avec(bouton("voir-resultat", c.mot(suite), false))
            .into(),
        accueil::pied(c),
    ]
}

fn ligne(c: &Contexte, question: &Question, reponse: &Reponse) -> Noeud {
    let nom = c.textes.lire("recapitulatif", &question.id);
    let changer = bouton_lien("modifier", &question.id)
        .texte(c.mot("changer"))
        .avec(
            el("span")
                .classe("invisible")
                .texte(format!("{}{nom}", c.deux_points())),
        );
    el("div")
        .classe("ligne")
        .avec(el("dt").texte(nom))
        .avec(el("dd").texte(c.reponse(question, reponse)))
        .avec(el("dd").classe("changer").avec(changer))
        .into()
}
