//! The questions answered by choosing, each option with its key, and its follow-ups under it.

use super::Guichet;
use crate::bilan::Decision;
use crate::decision;
use crate::demande::Reponse;
use crate::en_liste::EnListe;
use crate::page::{Element, el};
use crate::reglement::{Genre, Question, Scalaire};

/// An option of a group, and how it is shown.
pub struct Choix<'a> {
    pub question: &'a Question,
    pub valeur: String,
    pub nom: String,
    /// The digit that chooses it, in its group.
    pub touche: Option<usize>,
    pub coche: bool,
    /// The first of its question, which has its id: « still to be asked » leads there.
    pub premier: bool,
}

impl<'a> Guichet<'a> {
    /// A row of radios, with the follow-ups of the one chosen under it.
    pub(super) fn ligne(&self, question: &'a Question) -> Element {
        let options = self.options(question);
        let suites = options
            .iter()
            .flat_map(|(valeur, _)| self.plan.suites(&question.id, valeur))
            .map(|suite| self.suite(suite))
            .en_liste();
        el("div")
            .classe("ligne-de-choix")
            .attr("data-cle", &*question.id)
            .avec(self.radios(question, options))
            .avec(el("div").classe("suites").avec_tous(suites))
    }

    /// A follow-up, under its option.
    pub(super) fn suite(&self, question: &'a Question) -> Element {
        self.radios(question, self.options(question))
            .attr("data-cle", &*question.id)
    }

    fn radios(&self, question: &'a Question, options: Vec<(String, String)>) -> Element {
        let c = self.c;
        let donnee = c.seance.reponses.donnee(&question.id);
        let choix = options
            .into_iter()
            .enumerate()
            .map(|(rang, (valeur, nom))| {
                let coche = matches!(donnee, Some(Reponse::Valeur(v)) if v.to_string() == valeur);
                self.option(&Choix {
                    question,
                    valeur,
                    nom,
                    touche: Some(rang + 1),
                    coche,
                    premier: rang == 0,
                })
            });
        let d_avance = question
            .libre
            .then(|| el("span").classe("note").texte(self.d_avance(question)));
        el("fieldset")
            .classe("radios")
            .attr("role", "radiogroup")
            .attr("data-question", &*question.id)
            .drapeau("data-chiffres", true)
            .drapeau("data-attendu", self.plan.attend(question))
            .drapeau("data-dite", donnee.is_some())
            .avec(el("legend").texte(c.textes.lire("question", &question.id)))
            .avec(
                el("div")
                    .classe("choix")
                    .avec_tous(choix)
                    .avec_tous(d_avance),
            )
    }

    /// That the answer was given beforehand, and what it brings: the best number of pass with it and without.
    fn d_avance(&self, question: &Question) -> String {
        let (c, page) = (self.c, self.page);
        let meilleure = |reponse: bool| {
            let mut alors = self.parcours.demande.clone();
            let dite = Reponse::Valeur(Scalaire::Booleen(reponse));
            alors.reponses.donner(&question.id, dite);
            let decisions = decision::decisions(c.catalogue, &alors);
            let sienne = |d: &&Decision| d.reglement == page.decision.reglement;
            let carnets = &decisions.iter().find(sienne)?.carnets;
            carnets.iter().max_by_key(|carnet| carnet.nombre).cloned()
        };
        let (Some(avec), Some(sans)) = (meilleure(true), meilleure(false)) else {
            return c.mot("coche-d-avance").into();
        };
        let regle = page
            .reglement
            .carnet
            .iter()
            .find(|r| r.id.as_deref() == avec.id);
        match (avec.nombre, sans.nombre, regle) {
            (Some(nombre), Some(sinon), Some(regle)) if nombre > sinon => {
                let acte = page.reglement.acte_de(&regle.article);
                let blancs = [
                    ("nombre", &*nombre.to_string()),
                    ("sinon", &*sinon.to_string()),
                    (
                        "article",
                        &*self.entre_parentheses(acte, &regle.article.article),
                    ),
                ];
                let dite = c.seance.reponses.donnee(&question.id);
                let id = match dite == Some(&Reponse::Valeur(Scalaire::Booleen(true))) {
                    true => "coche-d-avance-pour",
                    false => "decoche",
                };
                c.textes.remplir("interface", id, &blancs)
            }
            _ => c.mot("coche-d-avance").into(),
        }
    }

    /// Values and names, in their order.
    fn options(&self, question: &Question) -> Vec<(String, String)> {
        let ids: Vec<Scalaire> = match question.genre {
            Genre::OuiNon => vec![Scalaire::Booleen(true), Scalaire::Booleen(false)],
            _ => question.options.iter().map(|o| o.id.clone()).en_liste(),
        };
        ids.iter()
            .map(|id| (id.to_string(), self.c.option(question, id)))
            .en_liste()
    }

    pub(super) fn option(&self, choix: &Choix) -> Element {
        let sorte = match choix.question.genre {
            Genre::Plusieurs => "checkbox",
            _ => "radio",
        };
        let id = &*choix.question.id;
        let entree = el("input")
            .attr("type", sorte)
            .attr("name", id)
            .attr("value", &*choix.valeur)
            .attr("data-champ", id)
            .drapeau("checked", choix.coche);
        let entree = match choix.premier {
            true => entree.attr("id", id),
            false => entree,
        };
        let entree = match choix.touche {
            Some(touche) => entree.attr("data-touche", touche.to_string()),
            None => entree,
        };
        // Shown beside the choice; voices have the group's own position to tell.
        let touche = choix.touche.map(|touche| {
            el("kbd")
                .attr("aria-hidden", "true")
                .texte(touche.to_string())
        });
        el("label")
            .classe("option")
            .attr("part", "option")
            .avec(entree)
            .avec(el("span").classe("option-texte").texte(&*choix.nom))
            .avec_tous(touche)
    }
}
