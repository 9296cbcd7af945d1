//! Check your answers: each one, with a way to change it.

use super::{Contexte, Noeud, accueil, bouton, bouton_lien, el};
use crate::date::{self, Anniversaire};
use crate::demande::Reponse;
use crate::parcours::{self, Parcours};
use crate::reglement::{Genre, Question};

pub fn vue(c: &Contexte) -> Vec<Noeud> {
    let parcours = parcours::parcourir(c.catalogue, &c.seance.demande());
    let lignes = donnees(&parcours).map(|(question, reponse)| ligne(c, question, reponse));
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

/// The answers worth reading again: a birth date says the age better than the bracket told before it.
pub fn donnees<'a>(parcours: &'a Parcours) -> impl Iterator<Item = (&'a Question, &'a Reponse)> {
    let reponses = &parcours.demande.reponses;
    let datee = reponses.naissance().is_some();
    let dites = parcours.posees.iter();
    let dites = dites.filter(move |q| !(datee && q.genre == Genre::TrancheAge));
    dites.filter_map(|q| Some((*q, reponses.donnee(&q.id)?)))
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
        .avec(el("dd").texte(dite(c, question, reponse)))
        .avec(el("dd").classe("changer").avec(changer))
        .into()
}

/// The answer; an age says on which day, a birth date says which age it gives.
pub fn dite(c: &Contexte, question: &Question, reponse: &Reponse) -> String {
    let dite = c.reponse(question, reponse);
    let seance = c.seance;
    match reponse {
        Reponse::Date(jour) => {
            let age = date::age(*jour, seance.depot, Anniversaire::Premiermars).to_string();
            let blancs = [("jour", &*dite), ("age", &*age)];
            c.textes.remplir("interface", "age-et-jour", &blancs)
        }
        Reponse::Tranche(_) if seance.jour_de_l_age != seance.depot => {
            let jour = c.textes.jour(seance.jour_de_l_age);
            let blancs = [("age", &*dite), ("jour", &*jour)];
            c.textes.remplir("interface", "age-dit-le", &blancs)
        }
        _ => dite,
    }
}
