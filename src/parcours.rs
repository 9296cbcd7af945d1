//! Which question comes next: editorial order, skipping what can no longer change the decision.

use crate::bilan::{Decision, Verdict};
use crate::codes_postaux;
use crate::decision;
use crate::demande::{CodePostal, Demande, Reponse, Reponses};
use crate::en_liste::EnListe;
use crate::reglement::{Catalogue, Question, connus};

/// The way through the questions for these answers: those asked, in order, and the next one.
#[derive(Debug)]
pub struct Parcours<'a> {
    /// Questions asked and answered (« je ne sais pas » included).
    pub posees: Vec<&'a Question>,
    /// `None` when no answer can change the decision any more.
    pub prochaine: Option<&'a Question>,
    /// The demande with the answers of `posees` only: an answer given before another one made its
    /// question pointless is kept for later, and counts for nothing.
    pub demande: Demande,
}

/// Walks the questions from the first, as this person met them.
///
/// The order depends only on the answers: going back, changing one and coming forward again gives
/// the same way as answering so from the start.
pub fn parcourir<'a>(catalogue: &'a Catalogue, demande: &Demande) -> Parcours<'a> {
    let mut posees = Vec::new();
    let mut actuelle = Demande {
        reponses: Reponses::default(),
        ..demande.clone()
    };
    loop {
        let Some(question) = prochaine(catalogue, &actuelle) else {
            return Parcours {
                posees,
                prochaine: None,
                demande: actuelle,
            };
        };
        let Some((question, reponse)) =
            repondue(catalogue, question, &demande.reponses, &actuelle.reponses)
        else {
            return Parcours {
                posees,
                prochaine: Some(question),
                demande: actuelle,
            };
        };
        actuelle.reponses.donner(&question.id, reponse.clone());
        posees.push(question);
    }
}

/// The answer to this question, or to the finer one that makes it pointless and is not counted yet.
fn repondue<'a, 'b>(
    catalogue: &'a Catalogue,
    question: &'a Question,
    reponses: &'b Reponses,
    comptees: &Reponses,
) -> Option<(&'a Question, &'b Reponse)> {
    let plus_fine = catalogue
        .questions
        .iter()
        .find(|q| q.apres.as_ref() == Some(&question.id));
    [Some(question), plus_fine]
        .into_iter()
        .flatten()
        .filter(|q| comptees.donnee(&q.id).is_none())
        .find_map(|q| Some((q, reponses.donnee(&q.id)?)))
}

/// The next question worth asking, if any.
fn prochaine<'a>(catalogue: &'a Catalogue, demande: &Demande) -> Option<&'a Question> {
    let decisions = decision::decisions(catalogue, demande);
    let attendues = attendues(catalogue, demande, &decisions);
    attendues.first().copied().or_else(|| {
        let utiles = utiles(&decisions)?;
        pour_dire_quand(catalogue, &demande.reponses, &utiles)
    })
}

/// Every question worth asking on these answers, in the order of the catalogue; `decisions` are theirs.
pub fn attendues<'a>(
    catalogue: &'a Catalogue,
    demande: &Demande,
    decisions: &[Decision],
) -> Vec<&'a Question> {
    let Some(utiles) = utiles(decisions) else {
        return Vec::new();
    };
    let reponses = &demande.reponses;
    if let Some(CodePostal::France(code)) = reponses.code_postal()
        && !codes_postaux::existe(code)
        && reponses.donnee(connus::CODE_POSTAL_CONFIRME).is_none()
    {
        let confirme = catalogue.question(connus::CODE_POSTAL_CONFIRME);
        return confirme.into_iter().en_liste();
    }
    let attendues = catalogue.questions.iter().filter(|question| {
        reponses.donnee(&question.id).is_none()
            && (utiles.iter().any(|d| attend(d, question, catalogue))
                || a_verifier(question, demande, &utiles))
            && simple_insuffisante(question, reponses)
            && a_un_sens(question, reponses)
    });
    let attendues = attendues.en_liste();
    let devant = attendues.iter().find(|q| passe_devant(q, reponses));
    devant.map_or(attendues.clone(), |seule| vec![seule])
}

/// The decisions that a question may serve; `None` when nobody can ask on that day.
fn utiles<'a>(decisions: &'a [Decision<'a>]) -> Option<Vec<&'a Decision<'a>>> {
    let ouverte = |d: &&Decision| !matches!(d.verdict, Verdict::Clos | Verdict::PasOuvert);
    decisions.iter().find(ouverte)?;
    // Once the most useful decision is a yes, the others would only lengthen the way.
    Some(match decisions.first() {
        Some(premiere) if premiere.verdict == Verdict::Eligible => vec![premiere],
        _ => decisions.iter().filter(ouverte).en_liste(),
    })
}

/// Whoever lives elsewhere is told so before being asked about the rest.
fn passe_devant(question: &Question, reponses: &Reponses) -> bool {
    let ici = &question.d_abord_hors_de;
    let code = reponses.code_postal();
    !ici.is_empty() && code.is_some_and(|code| !code.commence_par(ici))
}

/// One refusal only, and a question whose answer tells from which day it falls.
fn pour_dire_quand<'a>(
    catalogue: &'a Catalogue,
    reponses: &Reponses,
    utiles: &[&Decision],
) -> Option<&'a Question> {
    let [refus] = utiles.first()?.refus.as_slice() else {
        return None;
    };
    catalogue.questions.iter().find(|question| {
        question.date_le_refus.as_deref() == Some(refus)
            && reponses.donnee(&question.id).is_none()
            && simple_insuffisante(question, reponses)
    })
}

/// A follow-up presumes a fact: somebody who does not know the fact is not asked for its details.
pub fn a_un_sens(question: &Question, reponses: &Reponses) -> bool {
    let parente = question.suite_de.as_ref().and_then(|q| reponses.donnee(q));
    parente != Some(&Reponse::NeSaitPas)
}

/// The decision hangs on this question, or on the finer one it prepares.
fn attend(decision: &Decision, question: &Question, catalogue: &Catalogue) -> bool {
    let mut cherchees = decision.manque.iter().chain(&decision.precisions);
    cherchees.any(|id| {
        let fine = catalogue.question(id);
        *id == question.id || fine.and_then(|q| q.apres.as_ref()) == Some(&question.id)
    })
}

/// A question whose silence is presumed, put only to those it may concern.
fn a_verifier(question: &Question, demande: &Demande, utiles: &[&Decision]) -> bool {
    let possible = utiles
        .iter()
        .any(|d| matches!(d.verdict, Verdict::Eligible | Verdict::APreciser));
    let code = demande.reponses.code_postal();
    question.presume.is_some()
        && possible
        && code.is_some_and(|code| code.commence_par(&question.territoire))
}

/// A fine question comes only after a simpler one that was answered and was not enough.
fn simple_insuffisante(question: &Question, reponses: &Reponses) -> bool {
    match &question.apres {
        Some(simple) => reponses.connue(simple).is_some(),
        None => true,
    }
}

/// Situations worth showing on that day: those that a règlement in force names.
pub fn situations_utiles<'a>(catalogue: &'a Catalogue, demande: &Demande) -> Vec<&'a str> {
    let mut utiles = Vec::new();
    let jours = [demande.creation, demande.depot];
    let en_vigueur = catalogue
        .reglements
        .iter()
        .filter(|r| jours.iter().any(|j| r.periode.possible().contient(*j)));
    for reglement in en_vigueur {
        reglement.criteres(&mut |critere| {
            if let crate::reglement::Critere::Situation(id) = critere
                && !utiles.contains(&id.as_str())
            {
                utiles.push(id);
            }
        });
    }
    utiles
}
