//! What is said of one pupil, in few words: a fault, what is missing, a paper, a date.

use super::avis::{Sort, Voie};
use super::demande::SUITES;
use super::eleve::{Eleve, suggere_par_la_classe};
use super::mots::{facultatif, mot, mot_avec};
use crate::date::{self, Anniversaire, Jour};
use crate::en_liste::EnListe;
use crate::liste::{Alerte, Champ, CodeAlerte, Niveau};
use crate::reglement::connus;

/// A paper, as a list names it.
pub fn papier(piece: &str) -> String {
    mot(&format!("papier-{piece}"))
}

/// What is wrong with what was read.
pub fn faute(alerte: &Alerte) -> String {
    use CodeAlerte::*;
    mot(match alerte.code {
        Absent | ColonneAbsente if suggere_par_la_classe(alerte) => "faute-classe",
        Impossible => "faute-impossible",
        AnneeSeule => "faute-annee-seule",
        DansLeFutur => "faute-avenir",
        AmbigueJourMois => "faute-ambigue",
        MoisJourInverses => "faute-inverses",
        ZeroPerdu => "faute-zero",
        ZeroPerduAVerifier => "faute-zero-a-verifier",
        CodePostalInconnu => "faute-code-inconnu",
        SeuleLAdresseDuResponsable => "faute-responsable",
        MefAConfirmer | MefIllisible => "faute-mef",
        PaysAConfirmer => "faute-pays",
        MefDUnVoeu => "faute-voeu",
        LibelleInconnu => "faute-libelle",
        NomEtPrenomAVerifier => "faute-nom-et-prenom",
        AccentsAbimes => "faute-accents",
        AnneeSurDeuxChiffres => "faute-deux-chiffres",
        NumeroDeSerie => "faute-numero",
        Absent | ColonneAbsente => "faute-absent",
        Sorti => "faute-sorti",
        _ => "faute-illisible",
    })
}

/// What a field is called.
pub fn champ(champ: Champ) -> String {
    let nom = super::geste::nom_du_champ(champ);
    mot(&format!("champ-{nom}"))
}

/// What keeps this way from being open, each in two or three words.
pub fn manque(eleve: &Eleve, voie: &Voie) -> Vec<String> {
    match voie.sort {
        Sort::PeutDemander => Vec::new(),
        Sort::PlusTard | Sort::Non => voie.refus.iter().map(|r| refus(voie, r)).en_liste(),
        Sort::ACorriger | Sort::ACompleter => {
            let mut dits: Vec<String> = Vec::new();
            let questions = voie.manque.iter().filter(|q| !attend_une_autre(voie, q));
            for dit in questions.filter_map(|q| de_la_question(eleve, q)) {
                if !dits.contains(&dit) {
                    dits.push(dit);
                }
            }
            if dits.is_empty() && !voie.bloquantes.is_empty() {
                dits.push(mot("manque-lecture"));
            }
            dits
        }
    }
}

/// A follow-up of a question that is not answered either: that one comes first.
fn attend_une_autre(voie: &Voie, question: &str) -> bool {
    let avant = SUITES.iter().find(|(suite, _)| *suite == question);
    avant.is_some_and(|(_, avant)| voie.manque.iter().any(|q| q == avant))
}

/// Nothing for what follows from a situation that is not this pupil's, or not known yet.
fn de_la_question(eleve: &Eleve, question: &str) -> Option<String> {
    let le_sien = match question {
        connus::DATE_NAISSANCE | connus::TRANCHE_AGE => Champ::DateNaissance,
        connus::CODE_POSTAL | connus::CODE_POSTAL_CONFIRME => Champ::CodePostal,
        connus::SITUATIONS => Champ::Niveau,
        _ if question.starts_with("contrat-") && !eleve.apprenti => return None,
        autre => return facultatif(&format!("manque-{autre}")),
    };
    let dite = |a: &&Alerte| eleve.est_une_faute(a) || super::eleve::propose(a);
    let champ = champ(le_sien);
    Some(match eleve.alerte(le_sien).filter(dite) {
        Some(alerte) => {
            let blancs = [("champ", &*champ), ("faute", &*faute(alerte))];
            mot_avec("champ-et-faute", &blancs)
        }
        None => champ,
    })
}

/// A refusal; where an answer alone leaves no ground, that answer and whose it is.
fn refus(voie: &Voie, id: &str) -> String {
    if let Some(cause) = voie.cause.as_ref().filter(|_| id == connus::AUCUN_TITRE) {
        let champ = mot(&format!("manque-{}", cause.question));
        let faute = mot(match cause.de_tous {
            true => "reponse-de-tous",
            false => "reponse-d-un-seul",
        });
        return mot_avec("champ-et-faute", &[("champ", &champ), ("faute", &faute)]);
    }
    facultatif(&format!("refus-{id}")).unwrap_or_else(|| mot("refus-autre"))
}

/// « 18 ans » on that day.
pub fn age(naissance: Jour, depot: Jour) -> String {
    let age = date::age(naissance, depot, Anniversaire::Premiermars);
    mot_avec("ans", &[("age", &age.to_string())])
}

/// The level, in words.
pub fn niveau(eleve: &Eleve) -> String {
    match eleve.niveau {
        Niveau::Inconnu => mot("niveau-inconnu"),
        niveau => mot(&format!("niveau-{}", niveau.id())),
    }
}
