//! From a catalogue to the texts it calls for: each of its ids must have words.

use super::Textes;
use crate::reglement::{Catalogue, Reglement, Sinon};

/// Refusals that the engine gives by itself.
const REFUS_DU_MOTEUR: [&str; 3] = ["clos", "pas-ouvert", "aucun-titre"];

impl Textes {
    /// Kind and id of every text that the catalogue calls for and that is not written.
    pub fn manquants(&self, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
        let mut manquants = catalogue.textes_dus();
        manquants.retain(|(genre, id)| self.facultatif(genre, id).is_none());
        manquants
    }
}

impl Catalogue {
    /// Kind and id of every text that this catalogue calls for, once each.
    pub fn textes_dus(&self) -> Vec<(&'static str, String)> {
        // Said of the home, which is a condition and not a ground.
        let mut dus = vec![("motif", "domicile".to_string())];
        let mut devoir = |genres: &[&'static str], id: &str| {
            for genre in genres {
                let du = (*genre, id.to_string());
                if !dus.contains(&du) {
                    dus.push(du);
                }
            }
        };
        for question in &self.questions {
            devoir(&["question", "recapitulatif"], &question.id);
            for option in &question.options {
                devoir(&["option"], &format!("{}/{}", question.id, option.id));
                if let Some(groupe) = &option.groupe {
                    devoir(&["groupe"], groupe);
                }
            }
        }
        for piece in &self.pieces {
            devoir(&["piece", "piece-detail"], &piece.id);
        }
        for dispositif in &self.dispositifs {
            devoir(&["dispositif"], &dispositif.id);
        }
        for orientation in &self.orientations {
            let id = &orientation.id;
            devoir(&["orientation"], id);
            devoir(&["orientation"], &format!("{id}-detail"));
            devoir(&["orientation"], &format!("{id}-lien"));
            if !orientation.par_departement.is_empty() {
                devoir(&["orientation"], &format!("{id}-region"));
            }
        }
        for ancienne in &self.histoire {
            devoir(&["histoire"], &ancienne.id);
        }
        for reglement in &self.reglements {
            devoir(&["reglement"], &reglement.id);
            for titre in &reglement.titres {
                devoir(&["motif"], &titre.id);
            }
            for echeance in &reglement.echeances {
                devoir(&["echeance"], &echeance.id);
            }
            for suite in &reglement.suites {
                devoir(&["suite"], &suite.id);
            }
            for refus in REFUS_DU_MOTEUR.into_iter().chain(reglement.refus()) {
                devoir(&["refus"], refus);
            }
            for reserve in reglement.toutes_les_reserves() {
                devoir(&["reserve", "conseil"], reserve);
            }
        }
        dus
    }
}

impl Reglement {
    fn issues(&self) -> impl Iterator<Item = &Sinon> {
        let des_titres = self.titres.iter().flat_map(|t| &t.conditions);
        des_titres.chain(&self.conditions).map(|c| &c.sinon)
    }

    pub(crate) fn refus(&self) -> impl Iterator<Item = &str> {
        let des_conditions = self.issues().filter_map(|sinon| match sinon {
            Sinon::Refus(id) => Some(id.as_str()),
            Sinon::Reserve(_) => None,
        });
        des_conditions.chain(self.echeances.iter().filter_map(|e| e.refus.as_deref()))
    }

    fn toutes_les_reserves(&self) -> impl Iterator<Item = &str> {
        let lectures = &self.lectures;
        let des_jours = [
            &lectures.jour,
            &lectures.anniversaire,
            &lectures.dernier_jour,
            &self.periode.reserve,
        ];
        let des_conditions = self.issues().filter_map(|sinon| match sinon {
            Sinon::Reserve(id) => Some(id.as_str()),
            Sinon::Refus(_) => None,
        });
        des_jours
            .into_iter()
            .filter_map(|r| r.as_deref())
            .chain(des_conditions)
            .chain(self.attenuations.iter().map(|a| a.reserve.as_str()))
            .chain(self.reserves.iter().map(|r| r.id.as_str()))
    }
}
