//! From a catalogue to the texts it calls for: each of its ids must have words.

use super::Textes;
use crate::reglement::{Catalogue, connus};

/// Kinds of words that belong to the screens, whatever the aid.
const GENRES_DES_ECRANS: [&str; 4] = ["interface", "erreur", "mois", "jour-semaine"];

/// A text that a catalogue calls for: under its id, or under `aide/id` in the words of one aid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Du {
    pub genre: &'static str,
    pub id: String,
    /// The aid that may have words of its own.
    pub aide: Option<String>,
}

impl Du {
    /// The keys under which it may be written, the closest first.
    pub fn cles(&self) -> impl Iterator<Item = String> {
        let propre = self.aide.as_ref().map(|aide| format!("{aide}/{}", self.id));
        propre.into_iter().chain([self.id.clone()])
    }
}

/// The words of the screens and of what the engine itself asks and says: all that another aid takes over.
/// What a ground, a refusal, a paper says is the act's, and is never lent to another act.
pub(super) fn partage(cle: &str) -> bool {
    let (genre, id) = cle.split_once('.').unwrap_or_default();
    match genre {
        "question" | "recapitulatif" | "aide" => connus::QUESTIONS
            .iter()
            .any(|(question, _)| *question == id),
        "refus" => connus::REFUS.contains(&id),
        _ => GENRES_DES_ECRANS.contains(&genre),
    }
}

impl Textes {
    /// Every text that the catalogue calls for and that is not written.
    pub fn manquants(&self, catalogue: &Catalogue) -> Vec<Du> {
        let mut manquants = catalogue.textes_dus();
        manquants.retain(|du| du.cles().all(|id| self.facultatif(du.genre, &id).is_none()));
        manquants
    }
}

impl Catalogue {
    /// Every text that this catalogue calls for, once each.
    pub fn textes_dus(&self) -> Vec<Du> {
        let mut dus = Vec::new();
        let mut devoir = |genres: &[&'static str], id: &str, aide: Option<&String>| {
            for genre in genres {
                let (id, aide) = (id.to_string(), aide.cloned());
                let du = Du { genre, id, aide };
                if !dus.contains(&du) {
                    dus.push(du);
                }
            }
        };
        for question in &self.questions {
            devoir(&["question", "recapitulatif"], &question.id, None);
            for option in &question.options {
                let cle = format!("{}/{}", question.id, option.id);
                devoir(&["option"], &cle, None);
                if let Some(groupe) = &option.groupe {
                    devoir(&["groupe"], groupe, None);
                }
            }
        }
        for piece in &self.pieces {
            devoir(&["piece", "piece-detail"], &piece.id, None);
        }
        for dispositif in &self.dispositifs {
            devoir(&["dispositif"], &dispositif.id, None);
            if dispositif.page.is_some() {
                devoir(&["page-de-l-aide"], &dispositif.id, None);
            }
        }
        for orientation in &self.orientations {
            let id = &orientation.id;
            for suffixe in ["", "-detail", "-lien"] {
                devoir(&["orientation"], &format!("{id}{suffixe}"), None);
            }
            if !orientation.par_departement.is_empty() {
                devoir(&["orientation"], &format!("{id}-region"), None);
            }
        }
        for ancienne in &self.histoire {
            devoir(&["histoire"], &ancienne.id, None);
        }
        for reglement in &self.reglements {
            let aide = Some(&reglement.dispositif);
            devoir(&["reglement"], &reglement.id, None);
            for titre in &reglement.titres {
                devoir(&["motif"], &titre.id, aide);
            }
            if reglement.demande_un_domicile() {
                devoir(&["motif"], "domicile", aide);
            }
            for id in reglement.carnet.iter().filter_map(|r| r.id.as_ref()) {
                devoir(&["carnet"], id, aide);
            }
            for echeance in &reglement.echeances {
                devoir(&["echeance"], &echeance.id, None);
            }
            for demarche in &reglement.demarches {
                devoir(&["demarche"], &demarche.id, aide);
            }
            for suite in &reglement.suites {
                devoir(&["suite"], &suite.id, aide);
            }
            if let Some(ouverture) = &reglement.periode.ouverture {
                devoir(&["ouverture"], ouverture, aide);
            }
            for refus in connus::REFUS.into_iter().chain(reglement.refus()) {
                devoir(&["refus"], refus, aide);
            }
            for reserve in reglement.toutes_les_reserves() {
                devoir(&["reserve", "conseil"], reserve, aide);
            }
        }
        dus
    }
}
