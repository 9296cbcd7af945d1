//! The screens: pure functions from the state to a tree of nodes.

mod formulaire;
mod guichet;
mod mots;
mod noeud;
mod reglages;
mod seance;

mod accueil;
mod annonces;
#[cfg(feature = "classe")]
pub mod classe;
mod en_texte;
mod jour;
mod jour_dit;
mod langues;
mod modele;
mod papier;
mod pieces;
mod question;
mod resultat;
mod verification;

pub use formulaire::Champs;
pub use guichet::Geste;
#[cfg(test)]
pub use jour_dit::{Siecle, lire as lire_un_jour};
pub use noeud::{Element, Noeud, el};
pub use reglages::{Mode, Reglages};
pub use seance::{Action, Copie, DEPOT, Ecran, Seance};

use crate::agenda;
use crate::parcours;
use crate::reglement::Catalogue;
use crate::textes::{Langues, Textes};

/// What every screen reads from.
#[derive(Clone, Copy)]
pub struct Contexte<'a> {
    pub catalogue: &'a Catalogue,
    pub langues: &'a Langues,
    /// Those of the language chosen.
    pub textes: &'a Textes,
    pub seance: &'a Seance,
}

/// The screen for this state.
pub fn vue(catalogue: &Catalogue, langues: &Langues, seance: &Seance) -> Noeud {
    let contexte = Contexte::nouveau(catalogue, langues, seance);
    let montre = vue_de(seance.reglages.mode)(&contexte);
    // On paper, the sheet stands for the screen.
    let classe = match seance.ecran {
        _ if seance.reglages.mode.est_au_guichet() => "pn avec-fiche",
        Ecran::Resultat => "pn avec-fiche",
        _ => "pn",
    };
    el("div")
        .classe(classe)
        .attr("part", "cadre")
        // Voices and hyphens must know it, whatever the language of the page around.
        .attr("lang", contexte.textes.langue().code())
        .avec_tous(montre)
        .into()
}

/// The view of each mode: a mode is a folder and a line here. That of a class has a state of its own.
fn vue_de(mode: Mode) -> fn(&Contexte) -> Vec<Noeud> {
    match mode {
        Mode::Guichet if mode.est_au_guichet() => guichet::vue,
        Mode::Particulier | Mode::Guichet | Mode::Classe => ecran,
    }
}

/// One screen after another, for the person themselves.
fn ecran(c: &Contexte) -> Vec<Noeud> {
    match &c.seance.ecran {
        Ecran::Accueil => accueil::vue(c),
        Ecran::Question(id) => match c.catalogue.question(id) {
            Some(question) => question::vue(c, question),
            None => accueil::vue(c),
        },
        Ecran::Verification => verification::vue(c),
        Ecran::Resultat => resultat::vue(c),
        Ecran::Modele(piece) => modele::vue(c, piece),
    }
}

/// The sheet of the result as plain text, for a mail.
pub fn recapitulatif(catalogue: &Catalogue, langues: &Langues, seance: &Seance) -> String {
    let contexte = Contexte::nouveau(catalogue, langues, seance);
    let fiche = resultat::fiche(&contexte).map(Noeud::from);
    fiche.as_ref().map(en_texte::en_texte).unwrap_or_default()
}

/// The text of what a person asked to copy.
pub fn a_copier(
    catalogue: &Catalogue,
    langues: &Langues,
    seance: &Seance,
    copie: &Copie,
) -> String {
    match copie {
        Copie::Recapitulatif => recapitulatif(catalogue, langues, seance),
        Copie::Lien => seance.lien().unwrap_or_default(),
        Copie::Question(reserve) => {
            let contexte = Contexte::nouveau(catalogue, langues, seance);
            resultat::question_a_poser(&contexte, reserve).unwrap_or_default()
        }
    }
}

/// The days to remember, as an iCalendar file.
pub fn agenda(catalogue: &Catalogue, langues: &Langues, seance: &Seance) -> String {
    let contexte = Contexte::nouveau(catalogue, langues, seance);
    agenda::ecrire(&resultat::rappels(&contexte), seance.reglages.depot)
}

/// The questions of the way this person takes, for whoever needs to know how far they are.
pub fn chemin<'a>(catalogue: &'a Catalogue, seance: &Seance) -> parcours::Parcours<'a> {
    match seance.reglages.mode.est_au_guichet() {
        true => guichet::parcours(catalogue, seance),
        false => parcours::parcourir(catalogue, &seance.demande()),
    }
}

const TITRES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

impl<'a> Contexte<'a> {
    fn nouveau(catalogue: &'a Catalogue, langues: &'a Langues, seance: &'a Seance) -> Self {
        Contexte {
            catalogue,
            langues,
            textes: match seance.reglages.mode.est_au_guichet() {
                true => langues.de_l_agent(),
                false => langues.lire(seance.langue),
            },
            seance,
        }
    }

    /// A heading `sous` levels under the screen's own.
    fn titre(&self, sous: u8) -> Element {
        let niveau = (self.seance.reglages.niveau_de_titre + sous).clamp(2, 6);
        el(TITRES[usize::from(niveau) - 1])
    }

    /// The heading of the screen, that takes the focus when it appears.
    fn titre_d_ecran(&self, texte: impl Into<String>) -> Element {
        self.titre(0)
            .classe("titre")
            .attr("tabindex", "-1")
            .texte(texte)
    }

    /// The bar above every screen but the first: a button, and the day of deposit.
    fn barre(&self, bouton: Option<&str>) -> Element {
        let depot = self.textes.jour(self.seance.depot);
        let depot = self
            .textes
            .remplir("interface", "depot", &[("jour", &depot)]);
        let barre = el("div").classe("barre").avec_tous(langues::vue(self));
        let barre = match bouton {
            Some(texte) => barre.avec(
                bouton_lien("retour", "")
                    .attr("part", "retour")
                    .avec(el("span").attr("aria-hidden", "true").texte("←\u{a0}"))
                    .texte(self.mot(texte)),
            ),
            None => barre,
        };
        barre.avec(el("p").classe("depot").texte(depot))
    }
}

/// A button that looks like a link and asks for an action.
fn bouton_lien(action: &'static str, cible: &str) -> Element {
    let classe = if action == "retour" {
        "lien retour ecran"
    } else {
        "lien"
    };
    el("button")
        .attr("type", "button")
        .classe(classe)
        .attr("data-action", action)
        .attr("data-cible", cible)
}

/// A main button that asks for an action.
fn bouton(action: &'static str, texte: &str, secondaire: bool) -> Element {
    let classe = if secondaire {
        "bouton secondaire"
    } else {
        "bouton"
    };
    el("button")
        .attr("type", "button")
        .classe(classe)
        .attr(
            "part",
            if secondaire {
                "bouton-secondaire"
            } else {
                "bouton"
            },
        )
        .attr("data-action", action)
        .texte(texte)
}
