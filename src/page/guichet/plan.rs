//! Which questions the page shows, which still matter, and under which option a follow-up stands.

use crate::bilan::Decision;
use crate::decision;
use crate::demande::{Demande, Reponse, Reponses};
use crate::en_liste::EnListe;
use crate::page::Seance;
use crate::parcours::{self, Parcours};
use crate::reglement::{Catalogue, Genre, Question, connus};

/// An answer that calls for others, and the follow-ups it calls for.
struct Appel<'a> {
    parente: &'a str,
    /// The option, as a form writes it.
    option: String,
    suites: Vec<&'a Question>,
}

/// The questions of the page, for the answers given so far.
pub struct Plan<'a> {
    catalogue: &'a Catalogue,
    reponses: Reponses,
    appels: Vec<Appel<'a>>,
    attendues: Vec<&'a Question>,
}

/// The way through the questions, at the counter: every answer on the page counts, but that of a follow-up
/// whose option is no longer ticked.
pub fn parcours<'a>(catalogue: &'a Catalogue, seance: &Seance) -> Parcours<'a> {
    let mut demande = seance.demande();
    let appels = appels(catalogue, &demande);
    let orpheline = |q: &Question| q.suite_de.is_some() && proprietaire(&appels, q).is_none();
    let mut posees = Vec::new();
    for question in &catalogue.questions {
        if orpheline(question) {
            demande.reponses.retirer(&question.id);
        } else if demande.reponses.donnee(&question.id).is_some() {
            posees.push(question);
        }
    }
    Parcours {
        posees,
        prochaine: None,
        demande,
    }
}

impl<'a> Plan<'a> {
    /// The plan for a demande and its decisions.
    pub fn pour(catalogue: &'a Catalogue, demande: &Demande, decisions: &[Decision]) -> Self {
        let mut attendues = parcours::attendues(catalogue, demande, decisions);
        if attendues.is_empty() {
            attendues = pour_dire_quand(catalogue, demande, decisions);
        }
        // The counter asks for the day of birth at once, never for a bracket of ages.
        let fine = |q: &'a Question| match q.genre {
            Genre::TrancheAge => catalogue.question(connus::DATE_NAISSANCE),
            _ => Some(q),
        };
        Plan {
            catalogue,
            reponses: demande.reponses.clone(),
            appels: appels(catalogue, demande),
            attendues: attendues.into_iter().filter_map(fine).en_liste(),
        }
    }

    /// The answer could still change the decision.
    pub fn attend(&self, question: &Question) -> bool {
        self.attendues.iter().any(|q| q.id == question.id)
    }

    /// What is still to be asked, in the order of the page.
    pub fn attendues(&self) -> impl Iterator<Item = &'a Question> {
        let fixes = self.qui_et_ou().into_iter().chain(self.situations());
        let lignes = self.lignes().into_iter();
        let ordre = fixes.chain(lignes).flat_map(|q| {
            let suites = self.appels.iter().filter(|a| a.parente == q.id);
            let suites = suites.flat_map(|a| self.suites(a.parente, &a.option));
            std::iter::once(q).chain(suites)
        });
        ordre.filter(|q| self.attend(q))
    }

    /// How many of these are still to be asked, with their follow-ups.
    pub fn nombre(&self, questions: &[&Question]) -> usize {
        let siennes = |q: &&Question| {
            let parente = q.suite_de.as_deref();
            questions
                .iter()
                .any(|une| une.id == q.id || parente == Some(une.id.as_str()))
        };
        self.attendues().filter(siennes).count()
    }

    /// Day of birth, home, and the confirmation of a code that is in no list.
    pub fn qui_et_ou(&self) -> Vec<&'a Question> {
        let ids = [
            connus::DATE_NAISSANCE,
            connus::CODE_POSTAL,
            connus::CODE_POSTAL_CONFIRME,
        ];
        ids.iter()
            .filter_map(|id| self.catalogue.question(id))
            .filter(|q| q.genre != Genre::OuiNon || self.attend(q) || self.dite(q))
            .en_liste()
    }

    pub fn situations(&self) -> Option<&'a Question> {
        self.catalogue.question(connus::SITUATIONS)
    }

    /// The questions of the third group, what the person may choose last. One whose silence is presumed is
    /// there only for whom it concerns.
    pub fn lignes(&self) -> Vec<&'a Question> {
        let connue = |q: &&Question| connus::QUESTIONS.iter().any(|(id, _)| *id == q.id);
        let questions = self.catalogue.questions.iter();
        let siennes = questions.filter(|q| !connue(q) && q.suite_de.is_none());
        let mut siennes = siennes
            .filter(|q| q.presume.is_none() || self.attend(q) || self.dite(q))
            .en_liste();
        siennes.sort_by_key(|q| q.libre);
        siennes
    }

    /// The follow-ups of an option: those that matter or are answered.
    pub fn suites(&self, parente: &str, option: &str) -> Vec<&'a Question> {
        let siennes = self
            .appels
            .iter()
            .filter(|a| a.parente == parente && a.option == option);
        let suites = siennes.flat_map(|appel| {
            let appelees = appel.suites.iter().copied();
            // Two options may call for the same one: it stands under the first.
            appelees.filter(|q| proprietaire(&self.appels, q) == Some(option))
        });
        suites.filter(|q| self.attend(q) || self.dite(q)).en_liste()
    }

    fn dite(&self, question: &Question) -> bool {
        self.reponses.donnee(&question.id).is_some()
    }
}

/// One refusal only, that time lifts: the questions of which some answer is enough to tell from which day.
fn pour_dire_quand<'a>(
    catalogue: &'a Catalogue,
    demande: &Demande,
    decisions: &[Decision],
) -> Vec<&'a Question> {
    let Some((decision, [refus])) = decisions.first().map(|d| (d, d.refus.as_slice())) else {
        return Vec::new();
    };
    let dispositif = &decision.dispositif;
    let date = |q: &Question| q.date_le_refus.as_deref() == Some(*refus);
    let dit = |demande: &Demande| {
        decision::sans_refus_a_partir_du(catalogue, dispositif, demande).is_some()
    };
    if !catalogue.questions.iter().any(date) || dit(demande) {
        return Vec::new();
    }
    let tues = catalogue.questions.iter().filter(|q| {
        demande.reponses.donnee(&q.id).is_none() && q.suite_de.is_none() && q.presume.is_none()
    });
    let disent = tues.filter(|question| {
        let mut reponses = decision::reponses_possibles(question).into_iter();
        reponses.any(|reponse| {
            let mut alors = demande.clone();
            alors
                .reponses
                .donner(&question.id, Reponse::Valeur(reponse));
            dit(&alors)
        })
    });
    disent.en_liste()
}

/// The first option that calls for this follow-up.
fn proprietaire<'b>(appels: &'b [Appel], suite: &Question) -> Option<&'b str> {
    let premier = appels
        .iter()
        .find(|a| a.suites.iter().any(|q| q.id == suite.id));
    premier.map(|a| a.option.as_str())
}

/// What each answer given calls for, judged as if nothing else were known of the person.
fn appels<'a>(catalogue: &'a Catalogue, demande: &Demande) -> Vec<Appel<'a>> {
    let mut appels = Vec::new();
    for parente in &catalogue.questions {
        let suites = catalogue
            .questions
            .iter()
            .filter(|q| q.suite_de.as_ref() == Some(&parente.id))
            .en_liste();
        let dites = match demande.reponses.connue(&parente.id) {
            Some(_) if suites.is_empty() => continue,
            Some(Reponse::Plusieurs(dites)) => dites
                .iter()
                .map(|d| (d.clone(), Reponse::Plusieurs(vec![d.clone()])))
                .en_liste(),
            Some(Reponse::Valeur(dite)) => vec![(dite.to_string(), Reponse::Valeur(dite.clone()))],
            _ => continue,
        };
        for (option, reponse) in dites {
            let mut seule = demande.clone();
            seule.reponses = Reponses::default();
            seule.reponses.donner(&parente.id, reponse);
            let decisions = decision::decisions(catalogue, &seule);
            let appelee = |q: &&Question| {
                let cherchees =
                    |d: &Decision| d.manque.contains(&&*q.id) || d.precisions.contains(&&*q.id);
                decisions.iter().any(cherchees)
            };
            appels.push(Appel {
                parente: &parente.id,
                option,
                suites: suites.iter().copied().filter(appelee).en_liste(),
            });
        }
    }
    appels
}
