//! The counter: one page, the questions in the order papers come out, the decision beside them.

mod a_demander;
mod champs;
mod choix;
mod entete;
mod groupes;
mod papiers;
mod plan;
mod reponse;
mod seance;
mod sources;

pub use plan::parcours;
pub use seance::{Geste, SeanceAuGuichet};

use super::resultat::Page;
use super::{Contexte, Element, Noeud, annonces, el, modele};
use crate::bilan::{Bilan, Verdict};
use crate::decision;
use crate::parcours::Parcours;
use crate::textes::Langue;
use plan::Plan;

/// What every part of the page reads from.
pub struct Guichet<'a> {
    c: &'a Contexte<'a>,
    plan: Plan<'a>,
    parcours: &'a Parcours<'a>,
    page: &'a Page<'a>,
}

/// The page; nothing when the catalogue judges nothing.
pub fn vue(c: &Contexte) -> Vec<Noeud> {
    let parcours = super::chemin(c.catalogue, c.seance);
    let bilan = juger(c, &parcours);
    let Some((page, autres)) = Page::premiere(c, &parcours, &bilan) else {
        return Vec::new();
    };
    let guichet = Guichet {
        c,
        plan: Plan::pour(c.catalogue, &parcours.demande, &bilan.decisions),
        parcours: &parcours,
        page: &page,
    };
    let corps = el("div")
        .classe("guichet")
        .attr("data-annonce", guichet.annonce())
        .avec(guichet.entete())
        .avec(
            el("div")
                .classe("guichet-corps")
                .avec(guichet.questions())
                .avec(guichet.volet(autres)),
        )
        .avec(el("p").classe("pied").texte(c.mot("pied")));
    vec![corps.into(), guichet.imprime().into()]
}

/// The decisions; what would change them is looked for where it is said, since the page is drawn at each key.
fn juger<'a>(c: &Contexte<'a>, parcours: &Parcours) -> Bilan<'a> {
    let decisions = decision::decisions(c.catalogue, &parcours.demande);
    match decisions.first().map(|d| d.verdict) {
        Some(Verdict::NonEligible) => decision::evaluer(c.catalogue, &parcours.demande),
        _ => Bilan { decisions },
    }
}

impl Guichet<'_> {
    /// What paper shows: the sheet, in the words of the person who leaves with it, or a model to fill in.
    fn imprime(&self) -> Element {
        let c = self.c;
        let personne = Contexte {
            textes: c.langues.lire(Langue::Francais),
            ..*c
        };
        match &c.seance.guichet.modele {
            Some(piece) => el("div")
                .classe("fiche")
                .avec(modele::feuille(&personne, piece)),
            None => {
                let page = self.page.pour(&personne);
                page.fiche(&annonces::en_vigueur(&personne, page.decision))
            }
        }
    }

    /// What is still to be asked, in a few words.
    fn reste(&self) -> usize {
        self.plan.attendues().count()
    }
}
