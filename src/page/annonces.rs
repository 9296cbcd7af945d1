//! What the campaign file changes on the result.

use super::Contexte;
use crate::bilan::{Decision, Verdict};
use crate::campagne::EtatDeCampagne;

/// The announcements that hold for this decision on the day of deposit.
pub struct Annonces<'a> {
    /// Why nobody can deposit now, in sentences; `None` when people can.
    pub arret: Option<Vec<String>>,
    pub portail: Option<&'a String>,
    pub telephone: Option<&'a String>,
}

/// Gathers them; nothing when the page has no campaign file.
pub fn en_vigueur<'a>(c: &Contexte<'a>, decision: &'a Decision) -> Annonces<'a> {
    let Some(campagne) = &c.seance.reglages.campagne else {
        return Annonces {
            arret: None,
            portail: None,
            telephone: None,
        };
    };
    let (dispositif, depot) = (&decision.dispositif, c.seance.depot);
    let arret = campagne.arret(dispositif, depot).and_then(|annonce| {
        let phrase = match annonce.etat? {
            EtatDeCampagne::StockEpuise => "annonce-stock-epuise",
            EtatDeCampagne::Close => "annonce-close",
            EtatDeCampagne::Ouverture => "annonce-ouverture",
        };
        let mut phrases = vec![
            c.mot_du_jour(phrase, &c.textes.jour(annonce.du)),
            c.mot_du_jour("annonce-maj", &c.textes.jour(campagne.maj_le)),
        ];
        if decision.verdict == Verdict::Eligible {
            phrases.push(c.mot("annonce-droit").into());
        }
        Some(phrases)
    });
    let annonces = || campagne.en_cours(dispositif, depot);
    Annonces {
        arret,
        portail: annonces().find_map(|a| a.portail.as_ref()),
        telephone: annonces().find_map(|a| a.telephone.as_ref()),
    }
}
