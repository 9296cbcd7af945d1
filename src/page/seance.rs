//! Where a person is in the test, and how each action moves them on.

mod action;
mod papiers;

pub use action::{Action, Copie};

use super::formulaire::{self, Champs, Refus};
use super::guichet::SeanceAuGuichet;
use super::reglages::Reglages;
use crate::date::{self, Jour};
use crate::demande::{Demande, PieceTenue, Reponse, Reponses, Tranche};
use crate::parcours;
use crate::reglement::{Catalogue, Scalaire, connus};
use crate::textes::Langue;

/// Name of the « et si je dépose le… » form, where papers have their id.
pub const DEPOT: &str = "depot";

/// The screen shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ecran {
    Accueil,
    Question(String),
    Verification,
    Resultat,
    /// The model of a paper, to print and fill in by hand.
    Modele(String),
}

/// A question answered out of the way: from the list of answers, or from the result, and back there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modification {
    pub question: String,
    pub depuis_le_resultat: bool,
}

/// Everything a page is made from. Nothing else is kept anywhere.
#[derive(Clone, Debug)]
pub struct Seance {
    pub reglages: Reglages,
    pub ecran: Ecran,
    pub langue: Langue,
    pub reponses: Reponses,
    /// Day of deposit looked at: the host's, or the one of a « et si ».
    pub depot: Jour,
    /// Day on which the demande was created, when it is another one.
    pub creation: Option<Jour>,
    /// Day of deposit on which the bracket of ages was said.
    pub jour_de_l_age: Jour,
    /// Papers the person says they hold.
    pub tenues: Vec<String>,
    /// What they read on them.
    pub pieces: Vec<PieceTenue>,
    /// A small form of the result that was refused: which one, what was typed, and why.
    pub refus_sur_place: Option<(String, Champs, Refus)>,
    /// A form that was refused: what was typed, and why.
    pub refus: Option<(Champs, Refus)>,
    /// The screens seen, in their order, and the one shown.
    vus: Vec<Ecran>,
    pas: usize,
    /// What was just copied; with its text when the browser would not.
    pub copie: Option<(Copie, Option<String>)>,
    /// The question whose answer is being changed, out of the way.
    pub modification: Option<Modification>,
    /// What is typed at the counter.
    pub guichet: SeanceAuGuichet,
}

impl Seance {
    /// The first screen: the welcome, or the result at once when no question could change it.
    pub fn nouveau(catalogue: &Catalogue, reglages: Reglages) -> Self {
        let mut seance = Seance {
            depot: reglages.depot,
            creation: None,
            jour_de_l_age: reglages.depot,
            tenues: Vec::new(),
            pieces: Vec::new(),
            refus_sur_place: None,
            copie: None,
            vus: Vec::new(),
            pas: 0,
            langue: reglages.langue,
            reglages,
            ecran: Ecran::Accueil,
            reponses: Reponses::default(),
            refus: None,
            modification: None,
            guichet: SeanceAuGuichet::default(),
        };
        if seance.reglages.mode.est_au_guichet() {
            seance.preparer_le_guichet(catalogue);
        } else if parcours::parcourir(catalogue, &seance.demande())
            .prochaine
            .is_none()
        {
            seance.ecran = Ecran::Resultat;
        }
        seance.vus = vec![seance.ecran.clone()];
        seance
    }

    /// Number of the screen shown, from the first one on.
    pub fn pas(&self) -> usize {
        self.pas
    }

    /// Something would be lost by leaving the page.
    pub fn entame(&self) -> bool {
        match self.reglages.mode.est_au_guichet() {
            true => self.guichet.entame() || !self.tenues.is_empty(),
            false => self.reponses != Reponses::default() || !self.tenues.is_empty(),
        }
    }

    /// The person says that they hold this paper.
    pub fn tient(&self, piece: &str) -> bool {
        self.tenues.iter().any(|tenue| tenue == piece)
    }

    /// The URL that opens this test on the day looked at, without any answer.
    pub fn lien(&self) -> Option<String> {
        self.reglages.lien(self.depot, self.langue)
    }

    /// The answers so far, as a demande of the day of deposit.
    pub fn demande(&self) -> Demande {
        Demande {
            creation: self.creation.unwrap_or(self.depot),
            jour_de_l_age: self.jour_de_l_age,
            pieces: self.pieces.clone(),
            ..Demande::du(self.depot, self.reponses.clone())
        }
    }

    /// Moves on by an action.
    pub fn suivre(&mut self, catalogue: &Catalogue, action: Action) {
        if let Action::AllerAuPas(pas) = action {
            return self.aller_au_pas(catalogue, pas);
        }
        self.agir(catalogue, action);
        let avant = self.pas.checked_sub(1).and_then(|p| self.vus.get(p));
        if self.vus.get(self.pas) == Some(&self.ecran) {
            return;
        }
        if avant == Some(&self.ecran) {
            self.pas -= 1;
        } else {
            self.vus.truncate(self.pas + 1);
            self.vus.push(self.ecran.clone());
            self.pas += 1;
        }
    }

    /// A screen already seen, with the answers of now: a result is shown only while nothing is missing.
    fn aller_au_pas(&mut self, catalogue: &Catalogue, pas: usize) {
        let Some(ecran) = self.vus.get(pas).cloned() else {
            return;
        };
        self.pas = pas;
        self.refus = None;
        self.refus_sur_place = None;
        self.copie = None;
        self.modification = None;
        match ecran {
            Ecran::Resultat => self.demander_ce_qui_manque(catalogue),
            ecran => self.ecran = ecran,
        }
    }

    fn agir(&mut self, catalogue: &Catalogue, action: Action) {
        // Another language says again what was refused, and keeps what was typed.
        if !matches!(action, Action::Lire(_)) {
            if !matches!(action, Action::Repondre(_) | Action::GarderLaDate) {
                self.refus = None;
            }
            if !self.refuse_un_autre_papier(&action) {
                self.refus_sur_place = None;
            }
        }
        self.copie = None;
        match action {
            Action::Commencer => self.avancer(catalogue),
            Action::Repondre(champs) => self.repondre(catalogue, champs),
            Action::Retour => self.reculer(catalogue),
            Action::Modifier(question) => {
                let depuis_le_resultat = self.ecran == Ecran::Resultat;
                self.ecran = Ecran::Question(question.clone());
                self.modification = Some(Modification {
                    question,
                    depuis_le_resultat,
                });
            }
            // A change may have made another question necessary.
            Action::VoirLeResultat => self.demander_ce_qui_manque(catalogue),
            Action::GarderLaDate => self.garder_la_date(catalogue),
            Action::Tenir { piece, tenue } => {
                self.tenues.retain(|p| *p != piece);
                if tenue {
                    self.tenues.push(piece);
                }
            }
            Action::Dater { piece, champs } => self.dater(catalogue, piece, champs),
            Action::Prolonger(piece) => self.prolonger(catalogue, &piece),
            Action::Deposer(champs) => match formulaire::jour(&champs) {
                Ok(jour) => self.deposer_le(catalogue, jour),
                Err(refus) => self.refus_sur_place = Some((DEPOT.into(), champs, refus)),
            },
            Action::DeposerLe(iso) => {
                if let Some(jour) = date::lire(&iso) {
                    self.deposer_le(catalogue, jour);
                }
            }
            Action::Lire(langue) => self.langue = langue,
            Action::VoirLeModele(piece) => self.ecran = Ecran::Modele(piece),
            Action::Copier(copie, texte) => self.copie = Some((copie, texte)),
            Action::Recommencer => {
                let langue = self.langue;
                *self = Seance::nouveau(catalogue, self.reglages.clone());
                self.langue = langue;
            }
            Action::Guichet(geste) => {
                if self.reglages.mode.est_au_guichet() {
                    self.au_guichet(catalogue, geste);
                }
            }
            // Handled before: it is no step of its own.
            Action::AllerAuPas(_) => {}
        }
    }

    /// What was refused in one place stays, as it was typed, while another paper is looked at.
    fn refuse_un_autre_papier(&self, action: &Action) -> bool {
        let lieu = self.refus_sur_place.as_ref().map(|(lieu, ..)| lieu);
        match action {
            Action::Dater { piece, .. }
            | Action::Tenir { piece, .. }
            | Action::Prolonger(piece) => lieu.is_some_and(|lieu| lieu != piece),
            _ => false,
        }
    }

    fn repondre(&mut self, catalogue: &Catalogue, champs: Champs) {
        let Ecran::Question(id) = &self.ecran else {
            return;
        };
        let Some(question) = catalogue.question(id) else {
            return;
        };
        match formulaire::lire(catalogue, question, &champs, self.depot) {
            Err(refus) => self.refus = Some((champs, refus)),
            Ok(reponse) => {
                self.refus = None;
                let faux_code = id == connus::CODE_POSTAL_CONFIRME
                    && reponse == Reponse::Valeur(Scalaire::Booleen(false));
                if faux_code {
                    // The code was mistyped: it is shown again, ready to be mended.
                    self.reponses.retirer(connus::CODE_POSTAL_CONFIRME);
                    self.ecran = Ecran::Question(connus::CODE_POSTAL.into());
                    return;
                }
                if id == connus::CODE_POSTAL && self.reponses.donnee(id) != Some(&reponse) {
                    self.reponses.retirer(connus::CODE_POSTAL_CONFIRME);
                }
                let id = id.clone();
                let donne_la_date = matches!(reponse, Reponse::Date(_));
                if matches!(reponse, Reponse::Tranche(_)) {
                    self.jour_de_l_age = self.depot;
                }
                let mut alors = self.reponses.clone();
                alors.donner(&id, reponse);
                if alors.age_contredit(self.jour_de_l_age).is_some() {
                    if donne_la_date {
                        self.refus = Some((champs, Refus("date-contredit-age")));
                        return;
                    }
                    // The age was just said again: the date is asked anew where it matters.
                    alors.retirer(connus::DATE_NAISSANCE);
                }
                self.reponses = alors;
                self.avancer(catalogue);
            }
        }
    }

    /// The date that contradicts the age told is kept, and the age becomes that of the date.
    fn garder_la_date(&mut self, catalogue: &Catalogue) {
        let Some((champs, _)) = self.refus.take() else {
            return;
        };
        let Ok(jour) = formulaire::jour(&champs) else {
            return;
        };
        self.reponses
            .donner(connus::DATE_NAISSANCE, Reponse::Date(jour));
        if let Some(age) = self.reponses.age_contredit(self.jour_de_l_age) {
            let tranches = Tranche::entre(&catalogue.seuils_d_age(&[self.jour_de_l_age]));
            let sienne = tranches
                .into_iter()
                .find(|t| t.min <= age && t.max.is_none_or(|max| age <= max));
            if let Some(sienne) = sienne {
                self.reponses
                    .donner(connus::TRANCHE_AGE, Reponse::Tranche(sienne));
            }
        }
        self.avancer(catalogue);
    }

    /// The same answers on another day; what that day needs and nobody said yet is asked.
    fn deposer_le(&mut self, catalogue: &Catalogue, jour: Jour) {
        if self.reglages.mode.est_au_guichet() {
            return self.deposer_au_guichet(jour);
        }
        self.depot = jour;
        self.demander_ce_qui_manque(catalogue);
    }

    /// The question that is missing, else the result.
    fn demander_ce_qui_manque(&mut self, catalogue: &Catalogue) {
        let prochaine = parcours::parcourir(catalogue, &self.demande()).prochaine;
        self.ecran = match prochaine {
            Some(question) => {
                self.modification = Some(Modification {
                    question: question.id.clone(),
                    depuis_le_resultat: true,
                });
                Ecran::Question(question.id.clone())
            }
            None => Ecran::Resultat,
        };
    }

    fn avancer(&mut self, catalogue: &Catalogue) {
        let parcours = parcours::parcourir(catalogue, &self.demande());
        let apres = match &self.ecran {
            // A question answered again is followed by the one that came after it.
            Ecran::Question(id) if self.modification.is_none() => parcours
                .posees
                .iter()
                .position(|q| q.id == *id)
                .and_then(|rang| parcours.posees.get(rang + 1)),
            // Back at the start with answers given: each is shown again, ready to be kept.
            Ecran::Accueil => parcours.posees.first(),
            _ => None,
        };
        self.ecran = match apres.or(parcours.prochaine.as_ref()) {
            Some(question) => Ecran::Question(question.id.clone()),
            None => match &self.modification {
                Some(m) if m.depuis_le_resultat => Ecran::Resultat,
                _ => Ecran::Verification,
            },
        };
        if parcours.prochaine.is_none() {
            self.modification = None;
        }
    }

    fn reculer(&mut self, catalogue: &Catalogue) {
        if let Some(modification) = self.modification.take() {
            self.ecran = match &self.ecran {
                // A question that the change made necessary: back to what was changed.
                Ecran::Question(id) if *id != modification.question => {
                    let question = modification.question.clone();
                    self.modification = Some(modification);
                    Ecran::Question(question)
                }
                // The list says what is missing, the result would not.
                _ => Ecran::Verification,
            };
            return;
        }
        let parcours = parcours::parcourir(catalogue, &self.demande());
        let posees = &parcours.posees;
        let avant = match &self.ecran {
            Ecran::Question(id) => {
                let rang = posees
                    .iter()
                    .position(|q| q.id == *id)
                    .unwrap_or(posees.len());
                rang.checked_sub(1).map(|r| posees[r])
            }
            Ecran::Verification => posees.last().copied(),
            Ecran::Modele(_) => {
                self.ecran = Ecran::Resultat;
                return;
            }
            Ecran::Resultat if !posees.is_empty() => {
                self.ecran = Ecran::Verification;
                return;
            }
            _ => None,
        };
        self.ecran = match avant {
            Some(question) => Ecran::Question(question.id.clone()),
            None => Ecran::Accueil,
        };
    }
}
