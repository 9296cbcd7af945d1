//! From a Bilan to what a table says of a pupil.

use super::avis::{Avis, Cause, Sort, Voie};
use super::demande::COMMUNES;
use super::eleve::Eleve;
use crate::bilan::{Decision, Verdict};
use crate::date::Jour;
use crate::decision::{self, Etendue};
use crate::demande::{CodePostal, Demande, Reponse, Reponses};
use crate::en_liste::EnListe;
use crate::liste::Champ;
use crate::reglement::{Catalogue, Scalaire, connus};

/// The ways that a lycéen may take on that day: those that do not refuse somebody to whom all may be true.
/// When none is open, the first, which says so.
pub fn voies(catalogue: &Catalogue, depot: Jour) -> Vec<String> {
    let mut reponses = Reponses::default();
    let situations = [
        "lyceen",
        "terminale-bac-pro",
        "derniere-annee-cap",
        "apprenti",
    ];
    let situations = situations.map(String::from).to_vec();
    reponses.donner(connus::SITUATIONS, Reponse::Plusieurs(situations));
    let ici = CodePostal::France("59000".into());
    reponses.donner(connus::CODE_POSTAL, Reponse::CodePostal(ici));
    let oui = Reponse::Valeur(Scalaire::Booleen(true));
    reponses.donner("lycee-experimentation", oui);
    let demande = Demande::du(depot, reponses);
    let decisions = decision::decisions(catalogue, &demande);
    let ouverte = |d: &&Decision| matches!(d.verdict, Verdict::Eligible | Verdict::APreciser);
    let ouvertes = decisions.iter().filter(ouverte).map(aide).en_liste();
    let ordre = catalogue.dispositifs.iter().map(|d| d.id.to_string());
    let ouvertes = ordre.filter(|id| ouvertes.contains(id)).en_liste();
    match ouvertes.is_empty() {
        true => decisions.first().map(aide).into_iter().en_liste(),
        false => ouvertes,
    }
}

fn aide(decision: &Decision) -> String {
    decision.dispositif.into()
}

impl Avis {
    /// Judges this demande; keeps what the table says of it.
    pub fn de(catalogue: &Catalogue, eleve: &Eleve, demande: &Demande, voies: &[String]) -> Self {
        // What would change the answer is not in a table: leaving it out makes a list of a school fluid.
        let etendue = Etendue {
            perspectives: false,
            motifs: true,
        };
        let bilan = decision::evaluer_selon(catalogue, demande, etendue);
        let voies = voies.iter().filter_map(|voie| {
            let decision = bilan.decisions.iter().find(|d| d.dispositif == *voie)?;
            // What is missing besides does not make « later » a no.
            let refuse = matches!(decision.verdict, Verdict::NonEligible | Verdict::PasOuvert);
            let alors = refuse.then(|| decision::sans_refus_a_partir_du(catalogue, voie, demande));
            let jour = alors.flatten().map(|(jour, _)| jour);
            let cause = cause(catalogue, eleve, demande, decision);
            Some(Voie::de(eleve, decision, jour, cause))
        });
        Avis {
            voies: voies.en_liste(),
        }
    }
}

impl Voie {
    fn de(
        eleve: &Eleve,
        decision: &Decision,
        a_partir_du: Option<Jour>,
        cause: Option<Cause>,
    ) -> Self {
        let retenu = decision.titre.as_ref().or(decision.refus.first());
        let motif = retenu.and_then(|id| decision.motifs.iter().find(|m| m.id == *id));
        Voie {
            sort: sort(eleve, decision, a_partir_du),
            verdict: decision.verdict,
            reglement: decision.reglement.into(),
            carnet: decision.carnet,
            source: motif.map(|m| (m.acte.into(), m.article.into())),
            refus: noms(&decision.refus),
            manque: noms(&decision.manque),
            bloquantes: noms(&decision.bloquantes),
            pieces: decision.pieces.iter().map(|p| p.id.into()).en_liste(),
            a_partir_du,
            cause,
        }
    }
}

/// The answer « non » without which there could be a ground: it is said, for the training has nothing to do with it.
fn cause(
    catalogue: &Catalogue,
    eleve: &Eleve,
    demande: &Demande,
    decision: &Decision,
) -> Option<Cause> {
    let sans_titre = |d: &Decision| d.refus.contains(&connus::AUCUN_TITRE);
    if !sans_titre(decision) {
        return None;
    }
    let non = Reponse::Valeur(Scalaire::Booleen(false));
    let questions = COMMUNES.iter().map(|(question, _)| *question);
    let mut niees = questions.filter(|q| demande.reponses.donnee(q) == Some(&non));
    let question = niees.find(|question| {
        let mut sans = demande.clone();
        sans.reponses.retirer(question);
        let etendue = Etendue {
            perspectives: false,
            motifs: false,
        };
        let bilan = decision::evaluer_selon(catalogue, &sans, etendue);
        let mut decisions = bilan.decisions.iter();
        let alors = decisions.find(|d| d.dispositif == decision.dispositif);
        alors.is_some_and(|alors| !sans_titre(alors))
    })?;
    Some(Cause {
        question,
        de_tous: eleve.propres.donnee(question).is_none(),
    })
}

/// A table outlives the decision that it tells.
fn noms(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| id.to_string()).en_liste()
}

fn sort(eleve: &Eleve, decision: &Decision, a_partir_du: Option<Jour>) -> Sort {
    match decision.verdict {
        Verdict::Eligible => Sort::PeutDemander,
        Verdict::APreciser if decision.manque.iter().any(|q| fautif(eleve, q)) => Sort::ACorriger,
        Verdict::APreciser => Sort::ACompleter,
        Verdict::NonEligible | Verdict::PasOuvert if a_partir_du.is_some() => Sort::PlusTard,
        Verdict::NonEligible | Verdict::PasOuvert | Verdict::Clos => Sort::Non,
    }
}

/// The answer is in the list, and cannot be read.
fn fautif(eleve: &Eleve, question: &str) -> bool {
    let champ = match question {
        connus::DATE_NAISSANCE | connus::TRANCHE_AGE => Champ::DateNaissance,
        connus::CODE_POSTAL | connus::CODE_POSTAL_CONFIRME => Champ::CodePostal,
        connus::SITUATIONS => Champ::Niveau,
        _ => return false,
    };
    let alerte = eleve.alerte(champ);
    alerte.is_some_and(|alerte| eleve.est_une_faute(alerte))
}
