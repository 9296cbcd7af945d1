//! Why this answer, and what would change it.

use super::Page;
use crate::bilan::Verdict;
use crate::date;
use crate::decision;
use crate::demande::Reponse;
use crate::page::mots::nombres;
use crate::page::{Element, Noeud, el};
use crate::parcours;
use crate::reglement::{Genre, Question, Scalaire};

impl Page<'_> {
    /// Why not: every certain reason, each with its article.
    pub(super) fn refus(&self) -> Noeud {
        let lignes = self.decision.refus.iter().map(|refus| {
            let motif = self.decision.motifs.iter().find(|m| m.id == *refus);
            let source = motif.map(|m| el("span").classe("source").texte(self.source(m)));
            el("li")
                .texte(self.refus_dit(refus).unwrap_or_default())
                .avec_tous(source)
        });
        self.bloc("titre-refus")
            .avec(el("ul").classe("motifs").avec_tous(lignes))
            .into()
    }

    /// From when, with the same answers: surely, or with what is left to ask.
    pub(super) fn a_partir_du(&self) -> Option<Noeud> {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let dispositif = &self.decision.dispositif;
        let (jour, manque) = decision::sans_refus_a_partir_du(catalogue, dispositif, demande)?;
        // A day that hangs on an age not told is no day to announce.
        let immuable = |id: &String| catalogue.question(id).is_some_and(|q| q.immuable);
        if manque.iter().any(immuable) {
            return None;
        }
        let sur = self.decision.a_partir_du == Some(date::ecrire(jour));
        let cle = if sur {
            "a-partir-du"
        } else {
            "possible-a-partir-du"
        };
        let reste = (!sur).then(|| self.a_demander(&manque)).flatten();
        let bloc = self
            .bloc("titre-quand")
            .avec(el("p").texte(self.c.mot_du_jour(cle, &self.c.textes.jour(jour))))
            .avec_tous(reste);
        Some(bloc.into())
    }

    /// The questions that would be left to ask.
    fn a_demander(&self, manque: &[String]) -> Option<Element> {
        let lignes: Vec<Element> = self
            .posables(manque)
            .map(|question| el("li").texte(self.c.textes.lire("question", &question.id)))
            .collect();
        (!lignes.is_empty()).then(|| {
            el("div")
                .avec(el("p").texte(self.c.mot("reste-a-demander")))
                .avec(el("ul").avec_tous(lignes))
        })
    }

    /// What would change the answer: facts to know, said as the text says them.
    pub(super) fn si_alors(&self) -> Option<Noeud> {
        let dites = self.decision.si_alors.iter().filter_map(|si| {
            let question = self.c.catalogue.question(&si.question)?;
            let dite = self.c.option(question, &si.reponse);
            let phrase = match self.visible(question, &si.reponse) {
                true => self.mot_avec("si-alors-situation", &[("situation", &dite)]),
                false if question.options.is_empty() => {
                    let question = self.c.textes.lire("question", &question.id);
                    let blancs = [("question", question), ("reponse", &dite)];
                    self.mot_avec("si-alors-reponse", &blancs)
                }
                false => return None,
            };
            Some((si, el("li").texte(phrase)))
        });
        let (changements, lignes): (Vec<_>, Vec<_>) = dites.unzip();
        if lignes.is_empty() {
            return None;
        }
        let reste = changements.iter().any(|si| !si.reste_a_demander.is_empty());
        let reste = reste.then(|| el("p").texte(self.c.mot("si-alors-reste")));
        let bloc = self
            .bloc("titre-si-alors")
            .avec(el("p").texte(self.c.mot("si-alors-intro")))
            .avec(el("ul").avec_tous(lignes))
            .avec_tous(reste);
        Some(bloc.into())
    }

    pub(super) fn visible(&self, question: &Question, reponse: &Scalaire) -> bool {
        question.option(reponse).is_some_and(|o| o.groupe.is_some())
    }

    /// The questions without an answer that keep the verdict open, and what each answer would give.
    pub(super) fn manque(&self) -> Option<Noeud> {
        let mut questions = self.posables(&self.decision.manque).peekable();
        questions.peek()?;
        let lignes = questions.map(|question| {
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

    /// These questions as the person meets them, once each: the simpler one first, and no follow-up of what
    /// they do not know.
    fn posables(&self, manque: &[String]) -> impl Iterator<Item = &Question> {
        let (catalogue, reponses) = (self.c.catalogue, &self.parcours.demande.reponses);
        let mut questions: Vec<&Question> = Vec::new();
        for question in manque.iter().filter_map(|id| catalogue.question(id)) {
            let simple = question.apres.as_ref();
            let simple = simple.filter(|s| reponses.connue(s).is_none());
            let question = simple
                .and_then(|s| catalogue.question(s))
                .unwrap_or(question);
            if parcours::a_un_sens(question, reponses)
                && !questions.iter().any(|q| q.id == question.id)
            {
                questions.push(question);
            }
        }
        questions.into_iter()
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
                .avec(el("p").avec(el("strong").texte(self.reserve_dite("reserve", id))))
                .avec(el("p").texte(self.reserve_dite("conseil", id)))
        });
        Some(
            self.bloc("titre-reserves")
                .avec(el("ul").classe("reserves").avec_tous(lignes))
                .into(),
        )
    }

    /// A caution in words, with the numbers of its rule.
    fn reserve_dite(&self, genre: &str, id: &str) -> String {
        let regle = self.reglement.reserves.iter().find(|r| r.id == *id);
        let blancs = nombres(regle.map(|r| &r.si));
        let dite = self.c.dit(genre, &self.decision.dispositif, id, &blancs);
        dite.unwrap_or_default()
    }
}
