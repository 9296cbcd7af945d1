//! From when the same answers would give the right, and which single answer would.

use super::examen;
use super::jugement::Jugement;
use super::juger::juger;
use super::versions::{self, Candidat};
use crate::bilan::{CarnetPossible, Changement, Decision, Etat};
use crate::date::{self, Anniversaire, Jour};
use crate::demande::{Age, Demande, Faits};
use crate::en_liste::EnListe;
use crate::ensemble::Ensemble;
use crate::ordre::ranger;
use crate::reglement::{Catalogue, Dispositif, Genre, PREMIERE_REPONSE, Question, Scalaire};

/// First later day on which the same answers, in a fresh demande, give `eligible`.
///
/// Searched over the days on which something can change: birthdays at the thresholds, first days of
/// the règlements and of their sure part, days a caution starts or ends, and the next day.
pub fn a_partir_du(
    catalogue: &Catalogue,
    dispositif: &Dispositif,
    faits: &Faits,
) -> Option<String> {
    premier_jour(catalogue, dispositif, faits, Etat::Oui)
        .map(|(faits, _)| date::ecrire(faits.depot))
}

/// First later day on which nothing refuses any more and no caution blocks, and the decision then: it
/// tells the questions left to ask, and the papers.
pub fn sans_refus_a_partir_du<'a>(
    catalogue: &'a Catalogue,
    dispositif: &str,
    demande: &Demande,
) -> Option<(Jour, Decision<'a>)> {
    let dispositif = catalogue.dispositif(dispositif)?;
    let faits = Faits::de(catalogue, demande);
    let (alors, jugement) = premier_jour(catalogue, dispositif, &faits, Etat::Inconnu)?;
    Some((alors.depot, jugement.ecrire(catalogue, &alors, true)))
}

/// The first later day on which the right is sure (`Oui`), or nothing but answers is missing (`Inconnu`).
fn premier_jour<'a, 'b>(
    catalogue: &'a Catalogue,
    dispositif: &'a Dispositif,
    faits: &Faits<'b>,
    au_moins: Etat,
) -> Option<(Faits<'b>, Jugement<'a>)> {
    let versions = &catalogue.reglements[dispositif.versions.clone()];
    jours_de_bascule(dispositif, faits)
        .into_iter()
        .find_map(|jour| {
            let alors = faits.le(jour);
            // Where one act alone applies, what no day changes is looked at first: most days need not be judged.
            if let Some(Candidat::EnVigueur(reglement)) = versions::sans_doute(versions, &alors)
                && examen::sans_le_jour(catalogue, reglement, &alors) < au_moins
            {
                return None;
            }
            let jugement = juger(catalogue, dispositif, &alors)?;
            convient(&jugement, au_moins).then_some((alors, jugement))
        })
}

fn convient(jugement: &Jugement, au_moins: Etat) -> bool {
    match au_moins {
        Etat::Oui => jugement.eligible(),
        _ => jugement.sans_obstacle(),
    }
}

fn jours_de_bascule(dispositif: &Dispositif, faits: &Faits) -> Vec<Jour> {
    let fin = dispositif.dernier_jour.unwrap_or(Jour::MAX);
    if faits.depot >= fin {
        return Vec::new();
    }
    let passes = dispositif
        .bascules
        .partition_point(|jour| *jour <= faits.depot);
    let mut jours = dispositif.bascules[passes..].to_vec();
    let mut ajouter = |jour: Jour| {
        if faits.depot < jour && jour <= fin {
            ranger(&mut jours, jour);
        }
    };
    ajouter(date::lendemain(faits.depot));
    for seuil in &dispositif.seuils {
        match faits.age {
            Age::Naissance(naissance) => {
                for lecture in [Anniversaire::Vingthuitfevrier, Anniversaire::Premiermars] {
                    ajouter(date::anniversaire(naissance, *seuil, lecture));
                }
            }
            // Everybody of the bracket has surely passed the threshold by then.
            Age::Tranche(tranche, dite_le) => {
                let annees = seuil.saturating_sub(tranche.min);
                ajouter(date::ajouter_mois(dite_le, annees * 12));
            }
            Age::Inconnu => {}
        }
    }
    jours
}

/// An answer that the person is free to change, and that grants more pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Mieux<'a> {
    pub question: &'a str,
    pub reponse: Scalaire,
    pub carnet: CarnetPossible<'a>,
}

/// The way that grants the most pass, when it grants more than this decision.
pub fn mieux<'a>(
    catalogue: &'a Catalogue,
    decision: &Decision,
    demande: &Demande,
) -> Option<Mieux<'a>> {
    let actuel = decision.carnet?;
    let dispositif = catalogue.dispositif(decision.dispositif)?;
    let faits = Faits::de(catalogue, demande);
    let libres = (0..).zip(&catalogue.questions).filter(|(_, q)| q.libre);
    let essais = libres.flat_map(|(rang, _)| variantes(catalogue, rang, &faits));
    let meilleurs = essais.filter_map(|essai| {
        let alors = juger(catalogue, dispositif, &essai.faits).filter(Jugement::eligible)?;
        let carnet = alors.carnets().next()?;
        (carnet.nombre > Some(actuel)).then_some(Mieux {
            question: &essai.question.id,
            reponse: essai.question.valeur(essai.reponse),
            carnet,
        })
    });
    meilleurs.max_by_key(|m| m.carnet.nombre)
}

/// Single answers that would lift every refusal and leave no blocking caution: one more situation, or
/// another answer to one question, each with what is then left to ask. Where neither stands in the way,
/// an answer must give `eligible` at once. Age and home are facts: they are never suggested.
pub fn si_alors<'a>(
    catalogue: &'a Catalogue,
    jugement: &Jugement,
    faits: &Faits,
) -> Vec<Changement<'a>> {
    let dispositif = jugement.dispositif;
    let versions = &catalogue.reglements[dispositif.versions.clone()];
    let (au_moins, a_lever) = match jugement.sans_obstacle() {
        true => (Etat::Oui, jugement.douteux),
        false => (Etat::Inconnu, jugement.refus),
    };
    // What no act in force reads changes nothing; nor does, when one act only may apply, what is not read by each
    // rule that stands in the way: most variants need not be judged.
    let (mut lues, mut situations) = (Ensemble::default(), Ensemble::default());
    match versions::sans_doute(versions, faits) {
        Some(Candidat::Ferme(..)) => return Vec::new(),
        Some(Candidat::EnVigueur(reglement)) => {
            lues = reglement.leviers(a_lever);
            situations = reglement.situations_lues;
        }
        None => {
            for reglement in versions::en_vigueur(versions, faits) {
                lues.joindre(reglement.lues);
                situations.joindre(reglement.situations_lues);
            }
        }
    }
    lues.iter()
        .filter(|rang| !catalogue.questions[usize::from(*rang)].immuable)
        .flat_map(|rang| variantes(catalogue, rang, faits))
        .filter(|essai| {
            let situation = essai.reponse - PREMIERE_REPONSE;
            essai.question.genre != Genre::Plusieurs || situations.contient(situation)
        })
        .filter_map(|essai| {
            let alors = juger(catalogue, dispositif, &essai.faits)?;
            if !convient(&alors, au_moins) {
                return None;
            }
            let reste = if alors.eligible() {
                Ensemble::default()
            } else {
                alors.manque
            };
            Some(Changement {
                question: &essai.question.id,
                reponse: essai.question.valeur(essai.reponse),
                reste_a_demander: Jugement::questions(catalogue, reste),
            })
        })
        .en_liste()
}

/// One answer changed.
struct Essai<'a, 'b> {
    question: &'a Question,
    /// Its new answer, or one more of them.
    reponse: u8,
    faits: Faits<'b>,
}

/// The other answers to a question: one more, where several may be given.
fn variantes<'a, 'b>(
    catalogue: &'a Catalogue,
    rang: u8,
    faits: &Faits<'b>,
) -> impl Iterator<Item = Essai<'a, 'b>> {
    let (question, faits) = (&catalogue.questions[usize::from(rang)], *faits);
    question.reponses().filter_map(move |reponse| {
        let situation = reponse - PREMIERE_REPONSE;
        let faits = match question.genre {
            Genre::Plusieurs if faits.situations.is_some_and(|s| s.contient(situation)) => {
                return None;
            }
            Genre::Plusieurs => faits.avec(situation),
            _ if reponse == faits.dit(rang) => return None,
            _ => faits.si(catalogue, rang, reponse),
        };
        Some(Essai {
            question,
            reponse,
            faits,
        })
    })
}
