//! A whole class at once: from a list of pupils to what each may ask for, on screen, on paper, in a file.
//!
//! | module | turns |
//! |---|---|
//! | `geste` | a button, a field or a file into what is asked for |
//! | `atelier` | what is asked for into the next state |
//! | `reception`, `saisie`, `deplacements` | the same, for a list, for one pupil, for what is shown |
//! | `source`, `eleve` | bytes into pupils, and what is to be mended of each |
//! | `demande`, `juger`, `avis` | a pupil into a demande, judged, and into a fate for each way |
//! | `formulaire`, `corrections`, `doubles` | what is typed or accepted into a pupil, and pupils of one name |
//! | `tri` | pupils into those shown, in order |
//! | `obtenir`, `verifier`, `relire`, `communes`, `avancement` | the first screens |
//! | `filtres`, `tableau`, `corriger` | the table |
//! | `fiches`, `export`, `reprise`, `message` | what goes out, and comes back |
//! | `vues`, `dire`, `mots` | what they share |

mod atelier;
mod avancement;
mod avis;
mod communes;
mod corrections;
mod corriger;
mod demande;
mod deplacements;
mod dire;
mod doubles;
mod eleve;
mod export;
mod fiches;
mod filtres;
mod formulaire;
mod geste;
mod juger;
mod message;
mod mots;
mod obtenir;
mod reception;
mod relire;
mod reprise;
mod saisie;
mod source;
mod tableau;
mod tri;
mod verifier;
mod vues;

pub use atelier::{AVEC_BARRE, Atelier, Etape, Suite};
pub use geste::Geste;
#[cfg(test)]
pub use {
    atelier::PAR_PAGE,
    avis::Sort,
    corrections::lots,
    demande::{demande, reponse},
    dire::manque,
    eleve::Double,
    eleve::Eleve,
    geste::Demande,
    mots::MOTS,
    source::Autrement,
    tri::{Colonne, Filtre},
};

use super::{Contexte, Noeud, el};
use crate::reglement::Catalogue;
use crate::textes::Langues;
use vues::Vue;

/// The screen for this state.
pub fn vue(catalogue: &Catalogue, langues: &Langues, atelier: &Atelier) -> Noeud {
    let c = Contexte::nouveau(catalogue, langues, &atelier.seance);
    let vue = Vue { c: &c, a: atelier };
    // Each part has a key: whatever else comes or goes, the field in hand is not drawn again.
    let ecran = match atelier.etape {
        Etape::Obtenir => vue.obtenir(),
        Etape::Verifier => vue.verifier(),
        Etape::Travailler => vue.travailler(),
    };
    let classe = match atelier.imprime {
        true => "pn classe avec-fiches",
        false => "pn classe",
    };
    // The width of a table, and that of the frame: the browser compares them.
    let mesure = el("div")
        .classe("mesure")
        .attr("aria-hidden", "true")
        .avec(el("div"));
    el("div")
        .classe(classe)
        .attr("part", "cadre")
        .attr("lang", c.textes.langue().code())
        .avec(mesure.attr("data-cle", "mesure"))
        .avec(vue.tete().attr("data-cle", "tete"))
        .avec(vue.statut().attr("data-cle", "statut"))
        .avec_tous(
            vue.confirmation()
                .map(|c| c.attr("data-cle", "confirmation")),
        )
        .avec_tous(ecran)
        .avec_tous(vue.fiches().map(|f| f.attr("data-cle", "fiches")))
        .into()
}

/// The pupils shown, as a file for a spreadsheet.
pub fn csv(catalogue: &Catalogue, langues: &Langues, atelier: &Atelier) -> String {
    let c = Contexte::nouveau(catalogue, langues, &atelier.seance);
    export::csv(atelier, &|voie| {
        c.textes.lire("dispositif", voie).to_string()
    })
}

/// What one pupil may be sent; nothing when there is no such pupil.
pub fn message(catalogue: &Catalogue, langues: &Langues, atelier: &Atelier, id: u32) -> String {
    let c = Contexte::nouveau(catalogue, langues, &atelier.seance);
    let eleve = atelier.eleves.iter().find(|eleve| eleve.id == id);
    eleve.map_or(String::new(), |eleve| {
        message::message(&c, catalogue, atelier, eleve)
    })
}
