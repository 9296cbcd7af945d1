//! A pupil of the list: what was read, what was mended, what is said of this one alone.

use super::avis::Avis;
use crate::date::{self, Jour};
use crate::demande::Reponses;
use crate::en_liste::EnListe;
use crate::liste::{Alerte, Champ, CodeAlerte, LigneLue, Niveau, cle_de_tri};
use crate::reglement::connus;

/// What another pupil of the same name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Double {
    /// Born on the same day: the same pupil, written twice.
    MemeEleve,
    /// Born on another day, or it is not known.
    MemeNom,
}

/// A pupil.
#[derive(Clone, Debug, PartialEq)]
pub struct Eleve {
    /// Given once, never to another.
    pub id: u32,
    /// Which of the lists says them, from 1; 0 when typed by hand.
    pub liste: u32,
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
    /// What was accepted of it, to be accepted again when the list is read again.
    pub acceptes: Vec<Alerte>,
    /// Another bears the same name.
    pub double: Option<Double>,
    /// The name folded, then name and first name: what is sorted and searched at each key.
    pub(super) cles: [String; 2],
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
            liste: 0,
            ligne: None,
            nom: String::new(),
            prenom: String::new(),
            naissance: None,
            classe: String::new(),
            code_postal: None,
            niveau: Niveau::Inconnu,
            apprenti: false,
            alertes: Vec::new(),
            acceptes: Vec::new(),
            double: None,
            cles: Default::default(),
            propres: Reponses::default(),
            avis: None,
        }
    }

    /// The pupil that a line of the list says.
    pub fn lu(id: u32, liste: u32, lu: LigneLue) -> Self {
        let apprenti = lu
            .alertes
            .iter()
            .any(|alerte| alerte.code == CodeAlerte::StatutApprenti);
        let mut eleve = Eleve {
            liste,
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
        eleve.plier();
        eleve
    }

    /// To be called when a name changed.
    pub fn plier(&mut self) {
        self.cles = [cle_de_tri(&self.nom), cle_de_tri(&self.nom_complet())];
    }

    /// Name and first name, folded.
    pub fn cle(&self) -> &str {
        &self.cles[1]
    }

    /// The name alone, folded.
    pub fn cle_du_nom(&self) -> &str {
        &self.cles[0]
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

    /// What was read and cannot be taken as it is.
    pub fn fautes(&self) -> impl Iterator<Item = &Alerte> {
        let alertes = self.alertes.iter();
        alertes.filter(|alerte| self.est_une_faute(alerte))
    }

    /// The first of them.
    pub fn faute(&self) -> Option<&Alerte> {
        self.fautes().next()
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
                CodeAlerte::NomEtPrenomAVerifier
                    | CodeAlerte::AccentsAbimes
                    | CodeAlerte::Illisible
            ),
            Champ::Classe | Champ::Statut | Champ::DateSortie | Champ::Ligne => false,
        }
    }

    /// The postal code, once nobody doubts it: where its zero was lost is not known, it may be that of another région.
    pub fn code_postal_sur(&self) -> Option<&str> {
        let alerte = self.alerte(Champ::CodePostal);
        let doute = alerte.is_some_and(|a| a.code == CodeAlerte::ZeroPerduAVerifier);
        self.code_postal.as_deref().filter(|_| !doute)
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
        self.acceptes.push(alerte.clone());
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
        self.plier();
        true
    }

    /// Read again from the same line: what was accepted stays when the same is proposed again, and what was said of
    /// this one stays. Gives how many acceptations do not.
    pub fn reprendre(&mut self, avant: Eleve) -> usize {
        self.propres = avant.propres;
        let tiennent = |accepte: &&Alerte| self.alertes.contains(accepte);
        let (gardes, perdus): (Vec<_>, Vec<_>) = avant.acceptes.iter().partition(tiennent);
        let gardes = gardes.into_iter().map(|alerte| alerte.champ).en_liste();
        for champ in gardes {
            self.accepter(champ);
        }
        // Confirmed as it was read: what is not read any more is confirmed no more.
        if perdus
            .iter()
            .any(|a| a.code == CodeAlerte::CodePostalInconnu)
        {
            self.propres.retirer(connus::CODE_POSTAL_CONFIRME);
        }
        perdus.len()
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

/// True when no cell says the level: the name of the class alone suggests it.
pub fn suggere_par_la_classe(alerte: &Alerte) -> bool {
    use CodeAlerte::*;
    let muette = matches!(
        alerte.code,
        Absent | ColonneAbsente | LibelleInconnu | MefIllisible
    );
    alerte.champ == Champ::Niveau && muette && alerte.proposition.is_some()
}

/// The level of that name.
pub fn niveau(id: &str) -> Niveau {
    use Niveau::*;
    [TerminaleBacPro, DerniereAnneeCap, Autre]
        .into_iter()
        .find(|niveau| niveau.id() == id)
        .unwrap_or(Inconnu)
}
