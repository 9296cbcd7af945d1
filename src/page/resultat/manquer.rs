//! What is left to say: which questions decide the most, where their answer is found, what each gives.

use super::Page;
use crate::bilan::{Decision, Verdict};
use crate::decision::{self, reponses_possibles};
use crate::demande::Reponse;
use crate::en_liste::EnListe;
use crate::ordre::inserer;
use crate::page::{Element, Noeud, bouton_lien, el};
use crate::parcours;
use crate::reglement::Question;

/// More questions at once are a wall: the others come once these are answered.
const QUESTIONS: usize = 3;

impl Page<'_> {
    /// The questions that keep the verdict open, the most decisive first.
    pub(super) fn manque(&self) -> Option<Noeud> {
        let mut questions: Vec<(u8, &Question, Vec<Element>)> = Vec::new();
        for question in self.posables(&self.decision.manque) {
            let (poids, suites) = self.suites(question);
            // At equal weight the order in which they are asked stays.
            inserer(&mut questions, (poids, question, suites), |un, autre| {
                un.0 >= autre.0
            });
        }
        if questions.is_empty() {
            return None;
        }
        let lignes = questions
            .into_iter()
            .take(QUESTIONS)
            .map(|(_, question, suites)| self.question(question, suites));
        let bloc = self
            .bloc("titre-manque")
            .avec(el("ol").classe("manque").avec_tous(lignes));
        Some(bloc.into())
    }

    /// The same where only the number of pass or the papers depend on them.
    pub(super) fn details(&self) -> Option<Noeud> {
        let lignes = self
            .posables(&self.decision.manque)
            .map(|question| self.question(question, self.suites(question).1))
            .en_liste();
        (!lignes.is_empty()).then(|| {
            self.bloc("titre-details")
                .avec(el("ul").classe("manque").avec_tous(lignes))
                .into()
        })
    }

    fn question(&self, question: &Question, suites: Vec<Element>) -> Element {
        let texte = self.c.textes.lire("question", &question.id);
        let ou = self.c.textes.facultatif("ou-trouver", &question.id);
        let suites = (!suites.is_empty()).then(|| el("ul").avec_tous(suites));
        // The name of the button is its word and the question: neither is written twice.
        let (mot, dite) = (
            format!("repondre-{}", question.id),
            format!("manque-{}", question.id),
        );
        let repondre = bouton_lien("modifier", &question.id)
            .attr("aria-labelledby", format!("{mot} {dite}"))
            .attr("id", mot)
            .texte(self.c.mot("repondre"));
        let intitule = el("strong").attr("id", dite).texte(texte);
        el("li")
            .avec(el("p").avec(intitule))
            .avec_tous(ou.map(|ou| el("p").texte(ou)))
            .avec_tous(suites)
            .avec(el("p").classe("ecran").avec(repondre))
    }

    /// What each answer gives, said once where several give the same; and how much hangs on the question.
    fn suites(&self, question: &Question) -> (u8, Vec<Element>) {
        let reponses = reponses_possibles(question);
        if reponses.is_empty() {
            // Age, home, situation: everything hangs on them.
            return (3, Vec::new());
        }
        let mut suites: Vec<(String, Vec<String>)> = Vec::new();
        let mut tranche = false;
        for reponse in reponses {
            let mut autre = self.parcours.demande.clone();
            autre
                .reponses
                .donner(&question.id, Reponse::Valeur(reponse.clone()));
            let decisions = decision::decisions(self.c.catalogue, &autre);
            let sienne = |d: &&Decision| d.dispositif == self.decision.dispositif;
            let Some(alors) = decisions.iter().find(sienne) else {
                continue;
            };
            tranche |= !matches!(alors.verdict, Verdict::APreciser);
            let (suite, dite) = (self.suite(alors), self.c.option(question, &reponse));
            match suites.iter_mut().find(|(connue, _)| *connue == suite) {
                Some((_, dites)) => dites.push(dite),
                None => suites.push((suite, vec![dite])),
            }
        }
        // An answer that changes nothing is no reason to ask.
        let poids = match suites.len() {
            1 => 0,
            _ => 1 + u8::from(tranche),
        };
        let lignes = suites.into_iter().map(|(suite, dites)| {
            let dites = dites.into_iter().reduce(|une, autre| {
                self.mot_avec("une-ou-autre", &[("une", &une), ("autre", &autre)])
            });
            let blancs = [("reponse", &*dites.unwrap_or_default()), ("suite", &*suite)];
            el("li").texte(self.mot_avec("si-reponse", &blancs))
        });
        (poids, lignes.en_liste())
    }

    /// What an answer gives: the right, a number and papers, a doubt, a refusal.
    fn suite(&self, alors: &Decision) -> String {
        let connus = &self.decision.pieces;
        let nouveaux: Vec<String> = alors
            .pieces
            .iter()
            .filter(|p| !connus.iter().any(|connu| connu.id == p.id))
            .map(|p| self.c.textes.lire("piece", p.id).into())
            .en_liste();
        let nombre = match alors.carnets.as_slice() {
            [seul] => seul.nombre,
            _ => None,
        };
        let doute = alors
            .bloquantes
            .iter()
            .any(|d| !self.decision.bloquantes.contains(d));
        match alors.verdict {
            Verdict::NonEligible | Verdict::PasOuvert | Verdict::Clos => {
                let textes = self.c.textes;
                let mut refus = alors.refus.iter();
                // « Not yet » is not « not meant for you ».
                let dit = refus.find_map(|id| textes.facultatif("suite-refus", id));
                dit.unwrap_or(self.c.mot("suite-non-eligible")).into()
            }
            _ if doute => self.c.mot("suite-doute").into(),
            _ if self.un_detail() => match (nombre, nouveaux.as_slice()) {
                (_, [_, ..]) => {
                    let papiers = nouveaux.join(", ");
                    self.mot_avec("suite-papiers", &[("papiers", &papiers)])
                }
                (Some(nombre), []) => {
                    self.mot_avec("suite-pass", &[("nombre", &nombre.to_string())])
                }
                (None, []) => self.c.mot("suite-eligible").into(),
            },
            Verdict::Eligible => self.c.mot("suite-eligible").into(),
            Verdict::APreciser => self.c.mot("suite-a-preciser").into(),
        }
    }

    /// These questions as the person meets them, once each: the simpler one first, and no follow-up of what
    /// they do not know.
    pub(super) fn posables(&self, manque: &[&str]) -> impl Iterator<Item = &Question> {
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
}
