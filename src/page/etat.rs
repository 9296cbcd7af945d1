//! Where a person is in the test, and how each action moves them on.

use super::formulaire::{self, Champs, Refus};
use crate::campagne::Campagne;
use crate::date::Jour;
use crate::decision;
use crate::demande::{Demande, PieceTenue, Reponse, Reponses};
use crate::parcours;
use crate::reglement::{Catalogue, Fraicheur, Scalaire};

/// What the host page asks of the widget.
#[derive(Clone, Debug)]
pub struct Options {
    /// Day of deposit.
    pub depot: Jour,
    /// Level of the screen's heading, 2 to 5.
    pub niveau_de_titre: u8,
    /// URL of the portal, instead of the one in the règlement.
    pub portail: Option<String>,
    /// URL or `tel:` of somebody who can help.
    pub contact: Option<String>,
    /// What was announced since the acts.
    pub campagne: Option<Campagne>,
}

/// Name of the « et si je dépose le… » form, where papers have their id.
pub const DEPOT: &str = "depot";

/// The screen shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ecran {
    Accueil,
    Question(String),
    Verification,
    Resultat,
}

/// What the person asks for, by a button or a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Commencer,
    /// The form of the question on screen, as its fields were when sent.
    Repondre(Champs),
    Retour,
    Modifier(String),
    VoirLeResultat,
    /// « Je l'ai », or no longer.
    Tenir {
        piece: String,
        tenue: bool,
    },
    /// The date read on a paper.
    Dater {
        piece: String,
        champs: Champs,
    },
    /// « Et si je dépose le… »
    Deposer(Champs),
    Recommencer,
}

impl Action {
    /// It changes the screen in place: what is typed, ticked or unfolded on it stays.
    pub fn sur_place(&self) -> bool {
        matches!(
            self,
            Action::Tenir { .. } | Action::Dater { .. } | Action::Deposer(_)
        )
    }
}

/// Everything a page is made from. Nothing else is kept anywhere.
#[derive(Clone, Debug)]
pub struct Etat {
    pub options: Options,
    pub ecran: Ecran,
    pub reponses: Reponses,
    /// Day of deposit looked at: the host's, or the one of a « et si ».
    pub depot: Jour,
    /// Papers the person says they hold.
    pub tenues: Vec<String>,
    /// What they read on them.
    pub pieces: Vec<PieceTenue>,
    /// A small form of the result that was refused: which one, what was typed, and why.
    pub refus_sur_place: Option<(String, Champs, Refus)>,
    /// A form that was refused: what was typed, and why.
    pub refus: Option<(Champs, Refus)>,
    /// The person changes one answer and then comes back to the list.
    pub modification: bool,
}

impl Etat {
    /// The first screen: the welcome, or the result at once when no question could change it.
    pub fn nouveau(catalogue: &Catalogue, options: Options) -> Self {
        let mut etat = Etat {
            depot: options.depot,
            tenues: Vec::new(),
            pieces: Vec::new(),
            refus_sur_place: None,
            options,
            ecran: Ecran::Accueil,
            reponses: Reponses::default(),
            refus: None,
            modification: false,
        };
        if parcours::parcourir(catalogue, &etat.demande())
            .prochaine
            .is_none()
        {
            etat.ecran = Ecran::Resultat;
        }
        etat
    }

    /// The answers so far, as a demande of the day of deposit.
    pub fn demande(&self) -> Demande {
        Demande {
            depot: self.depot,
            creation: self.depot,
            jour_de_l_age: self.options.depot,
            decision: None,
            notification: None,
            reponses: self.reponses.clone(),
            pieces: self.pieces.clone(),
        }
    }

    /// The state after an action.
    pub fn apres(mut self, catalogue: &Catalogue, action: Action) -> Self {
        if !matches!(action, Action::Repondre(_)) {
            self.refus = None;
        }
        self.refus_sur_place = None;
        match action {
            Action::Commencer => self.avancer(catalogue),
            Action::Repondre(champs) => self.repondre(catalogue, champs),
            Action::Retour => self.reculer(catalogue),
            Action::Modifier(question) => {
                self.modification = true;
                self.ecran = Ecran::Question(question);
            }
            Action::VoirLeResultat => self.ecran = Ecran::Resultat,
            Action::Tenir { piece, tenue } => {
                self.tenues.retain(|p| *p != piece);
                if tenue {
                    self.tenues.push(piece);
                }
            }
            Action::Dater { piece, champs } => self.dater(catalogue, piece, champs),
            Action::Deposer(champs) => match formulaire::jour(&champs) {
                Ok(jour) => self.depot = jour,
                Err(refus) => self.refus_sur_place = Some((DEPOT.into(), champs, refus)),
            },
            Action::Recommencer => self = Etat::nouveau(catalogue, self.options),
        }
        self
    }

    fn repondre(&mut self, catalogue: &Catalogue, champs: Champs) {
        let Ecran::Question(id) = &self.ecran else {
            return;
        };
        let Some(question) = catalogue.question(id) else {
            return;
        };
        match formulaire::lire(catalogue, question, &champs, self.options.depot) {
            Err(refus) => self.refus = Some((champs, refus)),
            Ok(reponse) => {
                self.refus = None;
                let faux_code = id == "code-postal-confirme"
                    && reponse == Reponse::Valeur(Scalaire::Booleen(false));
                if faux_code {
                    // The code was mistyped: it is shown again, ready to be mended.
                    self.reponses.retirer("code-postal-confirme");
                    self.ecran = Ecran::Question("code-postal".into());
                    return;
                }
                if id == "code-postal" && self.reponses.donnee(id) != Some(&reponse) {
                    self.reponses.retirer("code-postal-confirme");
                }
                self.reponses.donner(&id.clone(), reponse);
                self.avancer(catalogue);
            }
        }
    }

    /// The day read on a paper: its date, or the end of its validity where the act looks at that.
    fn dater(&mut self, catalogue: &Catalogue, piece: String, champs: Champs) {
        let jour = match formulaire::jour(&champs) {
            Ok(jour) => jour,
            Err(refus) => {
                self.refus_sur_place = Some((piece, champs, refus));
                return;
            }
        };
        let decisions = decision::decisions(catalogue, &self.demande());
        let reglement = decisions
            .first()
            .and_then(|d| catalogue.reglement(&d.reglement));
        let fraicheur = reglement
            .and_then(|r| r.pieces.iter().find(|p| p.id == piece))
            .and_then(|p| p.fraicheur.as_ref());
        let mut tenue = PieceTenue {
            id: piece,
            ..PieceTenue::default()
        };
        match fraicheur {
            Some(Fraicheur::EnCoursDeValidite { .. }) => tenue.fin_validite = Some(jour),
            _ => tenue.date = Some(Some(jour)),
        }
        if !self.tenues.contains(&tenue.id) {
            self.tenues.push(tenue.id.clone());
        }
        self.pieces.retain(|p| p.id != tenue.id);
        self.pieces.push(tenue);
    }

    fn avancer(&mut self, catalogue: &Catalogue) {
        let parcours = parcours::parcourir(catalogue, &self.demande());
        let apres = match &self.ecran {
            // A question answered again is followed by the one that came after it.
            Ecran::Question(id) if !self.modification => parcours
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
            None => Ecran::Verification,
        };
        if parcours.prochaine.is_none() {
            self.modification = false;
        }
    }

    fn reculer(&mut self, catalogue: &Catalogue) {
        if self.modification {
            self.modification = false;
            self.ecran = Ecran::Verification;
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
