//! Why this answer, and what would change it.

use super::Page;
use crate::bilan::Verdict;
use crate::decision;
use crate::demande::Reponse;
use crate::page::{Element, Noeud, el};
use crate::parcours;
use crate::reglement::{Genre, Question, Scalaire};

impl Page<'_> {
    /// Why not: every certain reason, each with its article.
    pub(super) fn refus(&self) -> Noeud {
        let lignes = self.decision.refus.iter().map(|refus| {
            let article = self
                .decision
                .motifs
                .iter()
                .find(|m| m.id == *refus)
                .map(|m| m.article.as_str());
            let source = article.map(|a| {
                el("span")
                    .classe("source")
                    .texte(self.c.source(self.reglement, a))
            });
            el("li")
                .texte(self.c.textes.lire("refus", refus))
                .avec_tous(source)
        });
        self.bloc("titre-refus")
            .avec(el("ul").classe("motifs").avec_tous(lignes))
            .into()
    }

    /// From when, with the same answers: surely, or as far as they go.
    pub(super) fn a_partir_du(&self) -> Option<Noeud> {
        let phrase = match &self.decision.a_partir_du {
            Some(jour) => self.c.mot_du_jour("a-partir-du", &self.c.jour(jour, false)),
            None => {
                let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
                let dispositif = &self.decision.dispositif;
                let jour = decision::sans_refus_a_partir_du(catalogue, dispositif, demande)?;
                self.c
                    .mot_du_jour("peut-etre-a-partir-du", &self.c.textes.jour(jour))
            }
        };
        Some(self.bloc("titre-quand").avec(el("p").texte(phrase)).into())
    }

    /// What would change the answer: facts to know, said as the text says them.
    pub(super) fn si_alors(&self) -> Option<Noeud> {
        let lignes: Vec<Element> = self
            .decision
            .si_alors
            .iter()
            .filter_map(|si| {
                let question = self.c.catalogue.question(&si.question)?;
                let dite = self.c.option(question, &si.reponse);
                let phrase = match self.visible(question, &si.reponse) {
                    true => self.mot_avec("si-alors-situation", &[("situation", &dite)]),
                    false if question.options.is_empty() => {
                        let question = self.c.textes.lire("question", &question.id);
                        self.mot_avec(
                            "si-alors-reponse",
                            &[("question", question), ("reponse", &dite)],
                        )
                    }
                    false => return None,
                };
                Some(el("li").texte(phrase))
            })
            .collect();
        if lignes.is_empty() {
            return None;
        }
        Some(
            self.bloc("titre-si-alors")
                .avec(el("ul").avec_tous(lignes))
                .into(),
        )
    }

    pub(super) fn visible(&self, question: &Question, reponse: &Scalaire) -> bool {
        question.option(reponse).is_some_and(|o| o.groupe.is_some())
    }

    /// The questions without an answer that keep the verdict open, and what each answer would give.
    pub(super) fn manque(&self) -> Option<Noeud> {
        let reponses = &self.parcours.demande.reponses;
        let mut questions: Vec<&Question> = Vec::new();
        for id in &self.decision.manque {
            let Some(question) = self.c.catalogue.question(id) else {
                continue;
            };
            // The simpler question is the one the person met.
            let simple = question
                .apres
                .as_ref()
                .filter(|s| reponses.connue(s).is_none());
            let question = simple
                .and_then(|s| self.c.catalogue.question(s))
                .unwrap_or(question);
            if parcours::a_un_sens(question, reponses)
                && !questions.iter().any(|q| q.id == question.id)
            {
                questions.push(question);
            }
        }
        if questions.is_empty() {
            return None;
        }
        let lignes = questions.into_iter().map(|question| {
            let suites = self.suites(question);
            let suites = (!suites.is_empty()).then(|| el("ul").avec_tous(suites));
            el("li")
                .texte(self.c.textes.lire("question", &question.id))
                .avec_tous(suites)
        });
        Some(
            self.bloc("titre-manque")
                .avec(el("ul").avec_tous(lignes))
                .into(),
        )
    }

    /// « Oui » : …, « Non » : …
    pub(super) fn suites(&self, question: &Question) -> Vec<Element> {
        let reponses: Vec<Scalaire> = match question.genre {
            Genre::OuiNon => vec![Scalaire::Booleen(true), Scalaire::Booleen(false)],
            Genre::Choix => question.options.iter().map(|o| o.id.clone()).collect(),
            _ => Vec::new(),
        };
        reponses
            .into_iter()
            .filter_map(|reponse| {
                let mut autre = self.parcours.demande.clone();
                autre
                    .reponses
                    .donner(&question.id, Reponse::Valeur(reponse.clone()));
                let decisions = decision::decisions(self.c.catalogue, &autre);
                let suite = decisions
                    .iter()
                    .find(|d| d.dispositif == self.decision.dispositif)?;
                let suite = match suite.verdict {
                    Verdict::Eligible => "suite-eligible",
                    Verdict::APreciser => "suite-a-preciser",
                    _ => "suite-non-eligible",
                };
                let dite = self.c.option(question, &reponse);
                let blancs = [("reponse", dite.as_str()), ("suite", self.c.mot(suite))];
                Some(el("li").texte(self.mot_avec("si-reponse", &blancs)))
            })
            .collect()
    }

    /// What the text leaves open: what it says, and what to do about it.
    pub(super) fn reserves(&self) -> Option<Noeud> {
        if self.decision.reserves.is_empty() {
            return None;
        }
        let lignes = self.decision.reserves.iter().map(|id| {
            el("li")
                .classe("reserve")
                .avec(el("p").avec(el("strong").texte(self.c.textes.lire("reserve", id))))
                .avec(el("p").texte(self.c.textes.lire("conseil", id)))
        });
        Some(
            self.bloc("titre-reserves")
                .avec(el("ul").classe("reserves").avec_tous(lignes))
                .into(),
        )
    }
}
