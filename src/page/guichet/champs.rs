//! The fields to type in: a text, and beside it what was understood, or once left, what is to be mended.

use super::Guichet;
use crate::date::{self, Anniversaire};
use crate::demande::CodePostal;
use crate::en_liste::EnListe;
use crate::page::formulaire::Refus;
use crate::page::{Element, el};
use crate::reglement::{Question, connus};
use chrono::Datelike;

impl Guichet<'_> {
    /// A text field; what is typed in it is kept by the state, and by nothing else.
    pub(super) fn texte(&self, champ: &str, echo: &str, en_faute: bool) -> Element {
        let texte = el("input")
            .attr("type", "text")
            .classe("texte")
            .attr("id", champ.replace(':', "-"))
            .attr("data-champ", champ)
            .attr("value", self.c.seance.guichet.saisie(champ))
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", echo);
        match en_faute {
            true => texte.attr("aria-invalid", "true"),
            false => texte,
        }
    }

    /// What is wrong with a field that was left.
    pub(super) fn erreur_de(&self, champ: &str, refus: Option<Refus>) -> Option<Element> {
        let refus = refus.filter(|_| self.c.seance.guichet.quitte(champ))?;
        // An unfinished day is told like one that cannot be read: with what is expected.
        let id = if refus.0 == "jour" { "date" } else { refus.0 };
        let c = self.c;
        let dite = el("span")
            .classe("erreur")
            .avec(el("span").classe("prefixe").texte(c.mot("prefixe-erreur")))
            .texte(format!(" {}", c.textes.lire("erreur", id)));
        Some(dite)
    }

    /// The day of birth, or the home: its field and what was understood.
    pub(super) fn champ(&self, question: &Question, premier: bool) -> Element {
        let c = self.c;
        let (refus, dit) = match question.id.as_str() {
            connus::DATE_NAISSANCE => (c.seance.naissance_dite().err(), self.naissance()),
            _ => self.domicile(&question.id),
        };
        let erreur = self.erreur_de(&question.id, refus);
        let echo = format!("echo-{}", question.id);
        let texte = self
            .texte(&question.id, &echo, erreur.is_some())
            .drapeau("data-premier", premier);
        let dit = match erreur {
            Some(erreur) => vec![erreur],
            None => dit,
        };
        el("div")
            .classe("champ")
            .attr("data-question", &*question.id)
            .drapeau("data-attendu", self.plan.attend(question))
            .avec(
                el("label")
                    .attr("for", &*question.id)
                    .texte(c.textes.lire("question", &question.id)),
            )
            .avec(
                el("div")
                    .classe("saisie")
                    .avec(texte)
                    .avec(el("p").classe("echo").attr("id", echo).avec_tous(dit)),
            )
    }

    /// The date in full, with the age on the day of deposit; a year of two digits says how it was understood.
    fn naissance(&self) -> Vec<Element> {
        let c = self.c;
        let Ok(lu) = c.seance.naissance_dite() else {
            return Vec::new();
        };
        let age = date::age(lu.jour, c.seance.depot, Anniversaire::Premiermars);
        let blancs = [
            ("jour", &*c.textes.jour(lu.jour)),
            ("age", &*age.to_string()),
        ];
        let dit = c.textes.remplir("interface", "age-au-depot", &blancs);
        let note = match lu.annee_comprise {
            true => {
                let blancs = [("annee", &*lu.jour.year().to_string())];
                c.textes.remplir("interface", "annee-comprise", &blancs)
            }
            false => c.mot("le-jour-de-la-demande").into(),
        };
        vec![el("strong").texte(dit), el("span").texte(note)]
    }

    /// The département, and whether it is in the territory of the act.
    fn domicile(&self, champ: &str) -> (Option<Refus>, Vec<Element>) {
        let c = self.c;
        let (nom, connu) = match self.parcours.demande.reponses.code_postal() {
            None if c.seance.guichet.saisie(champ).trim().is_empty() => return (None, Vec::new()),
            None => return (Some(Refus("code-postal-chiffres")), Vec::new()),
            Some(CodePostal::Etranger) => (c.mot("a-l-etranger").to_string(), true),
            Some(CodePostal::France(code)) => {
                let nom = c.departement(code).map(|nom| {
                    let numero = code.get(..2).unwrap_or_default();
                    let blancs = [("nom", nom), ("numero", numero)];
                    c.textes.remplir("interface", "departement-nomme", &blancs)
                });
                (nom.unwrap_or_default(), crate::codes_postaux::existe(code))
            }
        };
        let ou = match self.page.domicile_exclu() {
            true => "hors-de-la-region",
            false => "dans-la-region",
        };
        let ou = (connu && self.page.reglement.demande_un_domicile())
            .then(|| el("span").texte(c.mot(ou)));
        let dit = std::iter::once(el("strong").texte(nom)).chain(ou);
        (None, dit.en_liste())
    }
}
