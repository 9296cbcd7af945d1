//! What these screens share: the frame, its bar, buttons, what is asked before it is done.

use super::atelier::{Atelier, Etape, FICHES};
use super::geste::Demande;
use super::mots::{compte, mot, mot_avec};
use crate::page::{Contexte, Element, el};

/// What a view is drawn from.
#[derive(Clone, Copy)]
pub struct Vue<'a> {
    pub c: &'a Contexte<'a>,
    pub a: &'a Atelier,
}

/// A button that asks for something.
pub fn bouton(action: &'static str, cible: &str, texte: String, classe: &str) -> Element {
    el("button")
        .attr("type", "button")
        .classe(classe)
        .attr("data-action", action)
        .attr("data-cible", cible)
        .texte(texte)
}

/// Words for voices only.
pub fn invisible(texte: impl Into<String>) -> Element {
    el("span").classe("invisible").texte(texte)
}

pub fn p(classe: &str, texte: String) -> Element {
    el("p").classe(classe).texte(texte)
}

impl Vue<'_> {
    /// The title, and what can be done with the whole list.
    pub fn tete(&self) -> Element {
        let a = self.a;
        let titre = el("div")
            .classe("tete-titre")
            .avec(
                self.c
                    .titre(0)
                    .classe("titre")
                    .attr("tabindex", "-1")
                    .texte(mot(match a.etape {
                        Etape::Obtenir if a.deja() > 0 => "titre-ajouter",
                        Etape::Obtenir => "titre-obtenir",
                        Etape::Verifier => "titre-verifier",
                        Etape::Travailler => "titre",
                    })),
            )
            .avec(p("aide", mot("prive")));
        el("div")
            .classe("tete")
            .avec(titre)
            .avec_tous(self.boutons())
    }

    fn boutons(&self) -> Option<Element> {
        let a = self.a;
        if !a.entame() {
            return None;
        }
        let effacer = bouton(
            "demander-effacer",
            "",
            mot("tout-effacer"),
            "bouton secondaire",
        )
        .attr("id", "effacer");
        let boutons = el("div").classe("actions");
        Some(match a.etape {
            Etape::Obtenir if a.deja() > 0 => {
                let revenir = compte("revenir", a.deja());
                let revenir = bouton("voir", "", revenir, "bouton secondaire");
                boutons.avec(revenir).avec(effacer)
            }
            Etape::Obtenir => boutons.avec(effacer),
            Etape::Verifier if a.deja() > 0 => {
                let laisser = mot("ne-pas-ajouter");
                let laisser = bouton("ne-pas-ajouter", "", laisser, "bouton secondaire");
                boutons.avec(laisser).avec(effacer)
            }
            Etape::Verifier => boutons.avec(self.lire_une_autre()).avec(effacer),
            Etape::Travailler => {
                let nombre = a.nombre();
                // Many sheets: something is said first.
                let action = if nombre > FICHES {
                    "demander-imprimer"
                } else {
                    "imprimer"
                };
                let fiches = compte("imprimer", nombre);
                let imprimer = bouton(action, "", fiches, "bouton").attr("id", "imprimer");
                let exporter = bouton("exporter", "", mot("exporter"), "bouton secondaire");
                boutons
                    .avec(imprimer.drapeau("disabled", nombre == 0))
                    .avec(exporter.drapeau("disabled", nombre == 0))
                    .avec(effacer)
            }
        })
    }

    /// Another list: beside this one, or in its place.
    pub fn lire_une_autre(&self) -> Element {
        let mots = mot("lire-une-autre");
        bouton("demander-relire", "", mots, "bouton secondaire").attr("id", "relire")
    }

    /// What is asked before it is done, in its place.
    pub fn confirmation(&self) -> Option<Element> {
        let a = self.a;
        let nombre = a.eleves.len();
        let (question, detail, action, oui) = match a.demande? {
            Demande::Effacer => (
                compte("effacer-question", nombre),
                mot("effacer-detail"),
                "effacer",
                mot("effacer-oui"),
            ),
            Demande::Relire => (
                mot("relire-question"),
                mot("relire-detail"),
                "effacer",
                mot("relire-oui"),
            ),
            Demande::Imprimer => (
                compte("imprimer-question", a.nombre()),
                mot_avec("imprimer-detail", &[("nombre", &FICHES.to_string())]),
                "imprimer",
                mot("imprimer-oui"),
            ),
        };
        // Adding loses nothing: it comes first.
        let ajouter = (a.demande == Some(Demande::Relire) && nombre > 0)
            .then(|| bouton("ajouter-une-liste", "", mot("ajouter-une-liste"), "bouton"));
        let second = match ajouter {
            Some(_) => "bouton secondaire",
            None => "bouton",
        };
        Some(
            el("div")
                .classe("confirmation")
                .attr("role", "group")
                .attr("aria-labelledby", "confirmer")
                .avec(
                    el("p")
                        .attr("id", "confirmer")
                        .attr("tabindex", "-1")
                        .avec(el("strong").texte(question))
                        .texte(" ")
                        .texte(detail),
                )
                .avec(
                    el("div")
                        .classe("actions")
                        .avec_tous(ajouter)
                        .avec(bouton(action, "", oui, second))
                        .avec(bouton("renoncer", "", mot("renoncer"), "bouton secondaire")),
                ),
        )
    }

    /// What was just done, for voices: it is seen where it is.
    pub fn statut(&self) -> Element {
        el("p")
            .classe("invisible")
            .attr("role", "status")
            .texte(self.a.statut.clone())
    }

    /// A way, as its column names it.
    pub fn voie(&self, rang: usize) -> String {
        let avis = self.a.eleves.iter().filter_map(|eleve| eleve.avis.as_ref());
        let reglement = avis.filter_map(|avis| avis.voies.get(rang)).next();
        let reglement = reglement.map(|voie| voie.reglement.clone());
        let id = self.a.voies.get(rang).cloned().unwrap_or_default();
        match reglement {
            Some(reglement) => self.c.textes.lire("reglement", &reglement).to_string(),
            None => self.c.textes.lire("dispositif", &id).to_string(),
        }
    }
}
