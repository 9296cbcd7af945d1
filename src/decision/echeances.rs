//! Deadlines: from which day they run, and to which day they go.

use crate::bilan::EcheanceDatee;
use crate::date::{self, Jour};
use crate::demande::Faits;
use crate::en_liste::EnListe;
use crate::reglement::{Depart, Duree, Echeance, Reglement};

/// Last day of a delay, included; `None` when the day it runs from is not known.
///
/// Months go from a day to the same day, brought back to the last of the month; days are counted
/// after the first one. No delay is put off to a working day: the careful date is the nearest.
pub fn terme(echeance: &Echeance, faits: &Faits) -> Option<Jour> {
    let depart = match echeance.depuis {
        Depart::Creation => Some(faits.creation),
        Depart::Decision => faits.decision,
        Depart::Notification => faits.notification,
    }?;
    Some(match echeance.duree {
        Duree::Mois(mois) => date::ajouter_mois(depart, mois),
        Duree::Jours(jours) => date::ajouter_jours(depart, jours),
    })
}

/// Every deadline that can be dated. What is sent once the aid is granted is not said of one that is refused.
pub fn dater<'a>(reglement: &'a Reglement, faits: &Faits, refusee: bool) -> Vec<EcheanceDatee<'a>> {
    reglement
        .echeances
        .iter()
        .filter(|echeance| !(refusee && echeance.depuis == Depart::Decision))
        .filter_map(|echeance| {
            Some(EcheanceDatee {
                id: &echeance.id,
                date: date::ecrire(terme(echeance, faits)?),
                acte: reglement.acte_de(&echeance.article),
                article: &echeance.article.article,
            })
        })
        .en_liste()
}
