//! From when the same answers would give the right, and which single answer would.

use super::{decider, versions};
use crate::bilan::{CarnetPossible, Changement, Decision, Verdict};
use crate::date::{self, Anniversaire, Jour};
use crate::demande::{Demande, Reponse};
use crate::ordre::ranger;
use crate::reglement::{Catalogue, Critere, Genre, Question, Reglement, Scalaire, connus};

/// First later day on which the same answers, in a fresh demande, give `eligible`.
///
/// Searched over the days on which something can change: birthdays at the thresholds, first days of
/// the règlements and of their sure part, days a caution starts or ends, and the next day.
pub fn a_partir_du(catalogue: &Catalogue, dispositif: &str, demande: &Demande) -> Option<String> {
    premier_jour(catalogue, dispositif, demande, eligible).map(|(jour, _)| date::ecrire(jour))
}

/// First later day on which nothing refuses any more and no caution blocks, and the decision then: it
/// tells the questions left to ask, and the papers.
pub fn sans_refus_a_partir_du(
    catalogue: &Catalogue,
    dispositif: &str,
    demande: &Demande,
) -> Option<(Jour, Decision)> {
    premier_jour(catalogue, dispositif, demande, sans_obstacle)
}

/// An answer that the person is free to change, and that grants more pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Mieux {
    pub question: String,
    pub reponse: Scalaire,
    pub carnet: CarnetPossible,
}

/// The way that grants the most pass, when it grants more than this decision.
pub fn mieux(catalogue: &Catalogue, decision: &Decision, demande: &Demande) -> Option<Mieux> {
    let actuel = decision.carnet?;
    let libres = catalogue.questions.iter().filter(|q| q.libre);
    let essais = libres.flat_map(|question| variantes(question, demande));
    let meilleurs = essais.filter_map(|(changement, reponse)| {
        let mut autre = demande.clone();
        autre.reponses.donner(&changement.question, reponse);
        let alors = decider(catalogue, &decision.dispositif, &autre).filter(eligible)?;
        let carnet = alors.carnets.into_iter().next()?;
        (carnet.nombre > Some(actuel)).then_some(Mieux {
            question: changement.question,
            reponse: changement.reponse,
            carnet,
        })
    });
    meilleurs.max_by_key(|m| m.carnet.nombre)
}

fn premier_jour(
    catalogue: &Catalogue,
    dispositif: &str,
    demande: &Demande,
    convient: fn(&Decision) -> bool,
) -> Option<(Jour, Decision)> {
    jours_de_bascule(catalogue, dispositif, demande)
        .into_iter()
        .find_map(|jour| {
            let decision = decider(catalogue, dispositif, &demande.le(jour))?;
            convient(&decision).then_some((jour, decision))
        })
}

fn eligible(decision: &Decision) -> bool {
    decision.verdict == Verdict::Eligible
}

/// Nothing refuses, and no reading keeps from saying yes: only answers may be missing.
fn sans_obstacle(decision: &Decision) -> bool {
    decision.refus.is_empty() && decision.suspendus.is_empty() && decision.bloquantes.is_empty()
}

fn jours_de_bascule(catalogue: &Catalogue, dispositif: &str, demande: &Demande) -> Vec<Jour> {
    let lendemain = |jour: Jour| date::ajouter_jours(jour, 1);
    let mut jours = vec![lendemain(demande.depot)];
    let mut ajouter = |jour: Jour| {
        if jour > demande.depot {
            ranger(&mut jours, jour);
        }
    };
    for reglement in catalogue.versions(dispositif) {
        let periode = &reglement.periode;
        let bornes = [
            Some(periode.du),
            periode.certain_du,
            periode.certain_au.map(lendemain),
        ];
        bornes.into_iter().flatten().for_each(&mut ajouter);
        reglement.criteres(&mut |critere| match critere {
            Critere::Depot(p) => {
                let bornes = [p.du, p.au.map(lendemain)];
                bornes.into_iter().flatten().for_each(&mut ajouter);
            }
            Critere::Age(tranche) => {
                let seuils = [tranche.min, tranche.max.map(|m| m + 1)];
                for seuil in seuils.into_iter().flatten() {
                    if let Some(naissance) = demande.reponses.naissance() {
                        ajouter(date::anniversaire(
                            naissance,
                            seuil,
                            Anniversaire::Vingthuitfevrier,
                        ));
                        ajouter(date::anniversaire(
                            naissance,
                            seuil,
                            Anniversaire::Premiermars,
                        ));
                    } else if let Some(said) = demande.reponses.tranche() {
                        // Everybody of the bracket has surely passed the threshold by then.
                        let annees = seuil.saturating_sub(said.min);
                        ajouter(date::ajouter_mois(demande.jour_de_l_age, annees * 12));
                    }
                }
            }
            _ => {}
        });
    }
    jours
}

/// Single answers that would lift every refusal and leave no blocking caution: one more situation, or
/// another answer to one question, each with what is then left to ask. Where neither stands in the way,
/// an answer must give `eligible` at once. Age and home are facts: they are never suggested.
pub fn si_alors(catalogue: &Catalogue, decision: &Decision, demande: &Demande) -> Vec<Changement> {
    let dispositif = &decision.dispositif;
    let en_vigueur = versions::en_vigueur(catalogue, dispositif, demande);
    let convient = match sans_obstacle(decision) {
        true => eligible,
        false => sans_obstacle,
    };
    catalogue
        .questions
        .iter()
        .filter(|question| !question.immuable)
        .flat_map(|question| variantes(question, demande))
        // What no act in force reads changes nothing: most variants need not be judged.
        .filter(|(changement, _)| en_vigueur.iter().any(|r| lit(r, changement)))
        .filter_map(|(mut changement, reponse)| {
            let mut autre = demande.clone();
            autre.reponses.donner(&changement.question, reponse);
            let alors = decider(catalogue, dispositif, &autre).filter(convient)?;
            if !eligible(&alors) {
                changement.reste_a_demander = alors.manque;
            }
            Some(changement)
        })
        .collect()
}

/// The règlement reads the answer that is changed.
fn lit(reglement: &Reglement, changement: &Changement) -> bool {
    let question = changement.question.as_str();
    let mut lue = false;
    reglement.criteres(&mut |critere| {
        lue |= match critere {
            Critere::Situation(id) => {
                question == connus::SITUATIONS && changement.reponse.to_string() == *id
            }
            Critere::Reponse(attendue) => question == attendue.question,
            Critere::Territoire(_) => question == connus::CODE_POSTAL_CONFIRME,
            _ => false,
        };
    });
    lue
}

fn variantes(question: &Question, demande: &Demande) -> Vec<(Changement, Reponse)> {
    let changement = |reponse: &Scalaire| Changement {
        question: question.id.clone(),
        reponse: reponse.clone(),
        reste_a_demander: Vec::new(),
    };
    let deja = demande.reponses.connue(&question.id);
    match question.genre {
        Genre::OuiNon => [true, false]
            .map(|b| {
                (
                    changement(&Scalaire::Booleen(b)),
                    Reponse::Valeur(Scalaire::Booleen(b)),
                )
            })
            .into_iter()
            .filter(|(_, reponse)| deja != Some(reponse))
            .collect(),
        Genre::Choix => question
            .options
            .iter()
            .map(|o| (changement(&o.id), Reponse::Valeur(o.id.clone())))
            .filter(|(_, reponse)| deja != Some(reponse))
            .collect(),
        Genre::Plusieurs => {
            let cochees = match deja {
                Some(Reponse::Plusieurs(liste)) => liste.clone(),
                _ => Vec::new(),
            };
            question
                .options
                .iter()
                .filter(|o| !cochees.contains(&o.id.to_string()))
                .map(|o| {
                    let mut avec = cochees.clone();
                    avec.push(o.id.to_string());
                    (changement(&o.id), Reponse::Plusieurs(avec))
                })
                .collect()
        }
        Genre::Date | Genre::TrancheAge | Genre::CodePostal => Vec::new(),
    }
}
