//! Not yet, but from a day: which one, on what conditions, with which papers.

use super::Page;
use crate::bilan::{Decision, Verdict};
use crate::date::{self, Jour};
use crate::decision;
use crate::en_liste::EnListe;
use crate::page::{Element, Noeud, bouton, el};

impl<'a> Page<'a> {
    /// The first day on which nothing stands in the way, for somebody who is refused today, and the
    /// decision then. A day that hangs on an age or a home not told is no day to announce.
    pub(super) fn premier_jour(&self) -> Option<(Jour, Decision<'a>)> {
        if self.decision.verdict != Verdict::NonEligible {
            return None;
        }
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let dispositif = &self.decision.dispositif;
        let (jour, alors) = decision::sans_refus_a_partir_du(catalogue, dispositif, demande)?;
        let immuable = |id: &&str| catalogue.question(id).is_some_and(|q| q.immuable);
        (!alors.manque.iter().any(immuable)).then_some((jour, alors))
    }

    /// What will be left to say that day, the papers to bring, and a way to see its answer.
    pub(in crate::page) fn ce_jour_la(&self) -> Option<Noeud> {
        let (jour, alors) = self.attente.as_ref()?;
        let textes = self.c.textes;
        let papiers = alors.pieces.iter().filter(|p| !p.conseillee);
        let papiers = papiers.map(|p| textes.lire("piece", p.id)).en_liste();
        let demandees = [&*alors.manque, &*alors.precisions].concat();
        let questions = self
            .posables(&demandees)
            .map(|q| textes.lire("question", &q.id));
        let blocs = [
            self.liste("papiers-ce-jour", papiers),
            self.liste("reste-a-demander", questions.en_liste()),
        ];
        let voir = bouton("deposer-le", self.c.mot("voir-ce-jour"), false)
            .attr("data-cible", date::ecrire(*jour));
        let bloc = self
            .bloc("titre-ce-jour")
            .avec_tous(blocs.into_iter().flatten())
            .avec(el("div").classe("actions ecran").avec(voir));
        Some(bloc.into())
    }

    fn liste(&self, titre: &str, lignes: Vec<&str>) -> Option<Element> {
        let items = lignes.iter().map(|ligne| el("li").texte(*ligne));
        (!lignes.is_empty()).then(|| {
            el("div")
                .avec(el("p").texte(self.c.mot(titre)))
                .avec(el("ul").avec_tous(items))
        })
    }
}
