//! A pupil of the list: what was read, what was mended, what is said of this one alone.

use crate::date::{self, Jour};
use crate::demande::Reponses;
use crate::liste::{Alerte, Champ, CodeAlerte, LigneLue, Niveau};
use crate::reglement::connus;

use super::avis::Avis;

/// A pupil.
#[derive(Clone, Debug, PartialEq)]
pub struct Eleve {
    /// Given once, never to another.
    pub id: u32,
    /// Line of the file; none when typed by hand.
    pub ligne: Option<u32>,
    pub nom: String,
    pub prenom: String,
    pub naissance: Option<Jour>,
    pub classe: String,
    /// Five digits, or `etranger`.
    pub code_postal: Option<String>,
    pub niveau: Niveau,
    pub apprenti: bool,
    /// What was read and is still to be mended or confirmed.
    pub alertes: Vec<Alerte>,
    /// Answers of this one, that win over those of all.
    pub propres: Reponses,
    /// What was decided; nothing until it is, or when something changed since.
    pub avis: Option<Avis>,
}

impl Eleve {
    /// A pupil with nothing said yet.
    pub fn nouveau(id: u32) -> Self {
        Eleve {
            id,
            ligne: None,
            nom: String::new(),
            prenom: String::new(),
            naissance: None,
            classe: String::new(),
            code_postal: None,
            niveau: Niveau::Inconnu,
            apprenti: false,
            alertes: Vec::new(),
            propres: Reponses::default(),
            avis: None,
        }
    }

    /// The pupil that a line of the list says.
    pub fn lu(id: u32, lu: LigneLue) -> Self {
        let apprenti = lu
            .alertes
            .iter()
            .any(|alerte| alerte.code == CodeAlerte::StatutApprenti);
        let mut eleve = Eleve {
            ligne: Some(lu.ligne),
            nom: lu.nom.unwrap_or_default(),
            prenom: lu.prenom.unwrap_or_default(),
            naissance: lu.date_naissance.as_deref().and_then(date::lire),
            classe: lu.classe.unwrap_or_default(),
            code_postal: lu.code_postal,
            niveau: lu.niveau,
            apprenti,
            alertes: lu.alertes,
            ..Eleve::nouveau(id)
        };
        // A name in one piece stays one, to be cut by hand.
        if eleve.nom.is_empty()
            && let Some(complet) = eleve.alerte(Champ::Nom).and_then(|a| a.lu.clone())
        {
            eleve.nom = complet;
        }
        eleve
    }

    /// « NOM Prénom ».
    pub fn nom_complet(&self) -> String {
        let nom = format!("{} {}", self.nom, self.prenom);
        nom.trim().to_string()
    }

    /// What is still to be said of this.
    pub fn alerte(&self, champ: Champ) -> Option<&Alerte> {
        self.alertes.iter().find(|alerte| alerte.champ == champ)
    }

    /// What was read and cannot be taken as it is, the first one first.
    pub fn faute(&self) -> Option<&Alerte> {
        self.alertes
            .iter()
            .find(|alerte| self.est_une_faute(alerte))
    }

    /// True when somebody must mend or confirm it: an empty cell is to be completed, which is another thing.
    pub fn est_une_faute(&self, alerte: &Alerte) -> bool {
        let lu = alerte.lu.is_some();
        match alerte.champ {
            Champ::DateNaissance => self.naissance.is_none() && lu,
            Champ::CodePostal => match alerte.code {
                CodeAlerte::CodePostalInconnu | CodeAlerte::ZeroPerduAVerifier => true,
                // Nothing is wrong with it: it is somebody else's.
                CodeAlerte::SeuleLAdresseDuResponsable => false,
                _ => self.code_postal.is_none() && lu,
            },
            Champ::Niveau => self.niveau == Niveau::Inconnu && lu,
            Champ::Nom | Champ::Prenom => matches!(
                alerte.code,
                CodeAlerte::NomEtPrenomAVerifier | CodeAlerte::AccentsAbimes
            ),
            Champ::Classe | Champ::Statut | Champ::DateSortie | Champ::Ligne => false,
        }
    }

    /// Left the school, as the list says.
    pub fn est_sorti(&self) -> bool {
        self.alerte(Champ::DateSortie).is_some()
    }

    /// Takes what is proposed for this; false when nothing is.
    pub fn accepter(&mut self, champ: Champ) -> bool {
        let Some(rang) = self
            .alertes
            .iter()
            .position(|a| propose(a) && a.champ == champ)
        else {
            return false;
        };
        let alerte = self.alertes.remove(rang);
        self.avis = None;
        let propose = alerte.proposition.or(alerte.lu).unwrap_or_default();
        match champ {
            Champ::DateNaissance => self.naissance = date::lire(&propose),
            Champ::CodePostal => {
                if alerte.code == CodeAlerte::CodePostalInconnu {
                    self.confirmer_le_code();
                } else {
                    self.code_postal = Some(propose);
                }
            }
            Champ::Niveau => self.niveau = niveau(&propose),
            Champ::Nom => self.nom = propose,
            Champ::Prenom => self.prenom = propose,
            Champ::Classe | Champ::Statut | Champ::DateSortie | Champ::Ligne => {}
        }
        true
    }

    /// Read again from the same line: what was accepted and said before stays.
    pub fn reprendre(&mut self, avant: Eleve) {
        let proposes = self.alertes.iter().filter(|a| propose(a));
        let acceptes = proposes.map(|a| a.champ);
        let acceptes: Vec<Champ> = acceptes.filter(|c| avant.alerte(*c).is_none()).collect();
        for champ in acceptes {
            self.accepter(champ);
        }
        self.propres = avant.propres;
    }

    /// The code is in no list, and somebody says that it is right.
    pub fn confirmer_le_code(&mut self) {
        let oui = crate::demande::Reponse::Valeur(crate::reglement::Scalaire::Booleen(true));
        self.propres.donner(connus::CODE_POSTAL_CONFIRME, oui);
    }

    /// What was said of this is settled.
    pub fn regler(&mut self, champ: Champ) {
        self.alertes.retain(|alerte| alerte.champ != champ);
    }
}

/// True when there is something to take in the place of what was read.
pub fn propose(alerte: &Alerte) -> bool {
    let change = alerte.proposition.is_some() && alerte.proposition != alerte.lu;
    match alerte.code {
        CodeAlerte::StatutApprenti | CodeAlerte::Sorti => false,
        CodeAlerte::CodePostalInconnu => true,
        CodeAlerte::SeuleLAdresseDuResponsable => alerte.proposition.is_some(),
        _ => change,
    }
}

/// The level of that name.
pub fn niveau(id: &str) -> Niveau {
    use Niveau::*;
    [TerminaleBacPro, DerniereAnneeCap, Autre]
        .into_iter()
        .find(|niveau| niveau.id() == id)
        .unwrap_or(Inconnu)
}
