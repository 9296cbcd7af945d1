//! Why this answer: the reasons to refuse, what would change it, what the text leaves open.

use super::Page;
use crate::decision;
use crate::en_liste::EnListe;
use crate::page::mots::nombres;
use crate::page::seance::Copie;
use crate::page::{Element, Noeud, bouton_lien, el};
use crate::reglement::{Question, Scalaire};

impl Page<'_> {
    /// Why not: every certain reason, each with its article.
    pub(in crate::page) fn refus(&self) -> Noeud {
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

    /// What would change the answer: facts to know, said as the text says them.
    pub(in crate::page) fn si_alors(&self) -> Option<Noeud> {
        let dites = self.decision.si_alors.iter().filter_map(|si| {
            let question = self.c.catalogue.question(si.question)?;
            let dite = self.c.option(question, &si.reponse);
            let phrase = match visible(question, &si.reponse) {
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
        let intro = match lignes.len() {
            1 => "si-alors-intro-un",
            _ => "si-alors-intro",
        };
        let bloc = self
            .bloc("titre-si-alors")
            .avec(el("p").texte(self.c.mot(intro)))
            .avec(el("ul").avec_tous(lignes))
            .avec_tous(reste);
        Some(bloc.into())
    }

    /// What the text leaves open: what it says, what to do about it, and whom to ask. `doutes` are the
    /// cautions that some answer still missing would bring.
    pub(super) fn reserves(&self, doutes: &[&str]) -> Option<Noeud> {
        let siennes = &self.decision.reserves;
        let autres = doutes.iter().filter(|d| !siennes.contains(d));
        let doute = !self.decision.bloquantes.is_empty();
        let doute = doute.then(|| el("p").texte(self.c.mot("reserves-doute")));
        let lignes = siennes
            .iter()
            .chain(autres)
            .map(|id| {
                el("li")
                    .classe("reserve")
                    .avec(el("p").avec(el("strong").texte(self.reserve_dite("reserve", id))))
                    .avec_tous(self.condition_en_question(id))
                    .avec(el("p").texte(self.reserve_dite("conseil", id)))
                    .avec_tous(self.a_demander(id))
            })
            .en_liste();
        if lignes.is_empty() {
            return None;
        }
        let bloc = self
            .bloc("titre-reserves")
            .avec_tous(doute)
            .avec(el("ul").classe("reserves").avec_tous(lignes));
        Some(bloc.into())
    }

    /// The condition that is not met, and that this reading spares: the doubt is about it.
    fn condition_en_question(&self, reserve: &str) -> Option<Element> {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let mut attenuations = self.reglement.attenuations.iter();
        let attenuation = attenuations.find(|a| *a.reserve == *reserve)?;
        let mut refus = attenuation.refus.iter();
        let regle = |id: &str| decision::regle_du_refus(catalogue, self.reglement, demande, id);
        let dit = self.refus_dit(refus.find(|id| regle(id).is_some())?)?;
        Some(el("p").texte(self.mot_avec("condition-en-question", &[("refus", &dit)])))
    }

    /// A caution in words, with the numbers of its rule and the day on which its act surely applies.
    pub(in crate::page) fn reserve_dite(&self, genre: &str, id: &str) -> String {
        let regle = self.reglement.reserves.iter().find(|r| *r.id == *id);
        let mut blancs = nombres(regle.map(|r| &r.si));
        let periode = &self.reglement.periode;
        let ouverture = periode.certain_du.unwrap_or(periode.du);
        blancs.push(("ouverture".into(), self.c.textes.jour(ouverture)));
        let dite = self.c.dit(genre, self.decision.dispositif, id, &blancs);
        dite.unwrap_or_default()
    }

    /// A doubt has somebody to ask: a question ready to be copied, and to whom.
    fn a_demander(&self, id: &str) -> Option<Element> {
        let question = self.question_a_poser(id)?;
        let blancs = Vec::new();
        let aupres = self
            .c
            .dit("aupres", self.decision.dispositif, id, &blancs)?;
        let copier = bouton_lien("copier", &Copie::Question(id.into()).nom())
            .texte(self.c.mot("copier-question"));
        let bloc = el("div")
            .classe("a-demander")
            .avec(el("p").texte(aupres))
            .avec(el("blockquote").texte(question))
            .avec(el("p").classe("ecran").avec(copier));
        Some(bloc)
    }

    /// The question to ask about a caution.
    pub(in crate::page) fn question_a_poser(&self, id: &str) -> Option<String> {
        let aide = &self.decision.dispositif;
        self.c.dit("a-demander", aide, id, &Vec::new())
    }
}

/// The option is one that a person is shown.
fn visible(question: &Question, reponse: &Scalaire) -> bool {
    question.option(reponse).is_some_and(|o| o.groupe.is_some())
}
