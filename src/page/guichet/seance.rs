//! What an agent types and chooses at the counter, and what the answers become.

use crate::date::{self, Jour};
use crate::demande::{Reponse, Reponses};
use crate::en_liste::EnListe;
use crate::page::formulaire::{self, AUCUNE, ETRANGER, REPONSE, Refus};
use crate::page::jour_dit::{self, JourDit, Siecle};
use crate::page::seance::{DEPOT, Seance};
use crate::reglement::{Catalogue, Genre, Question, Scalaire, connus};

/// Name of the field of the day on which the demande was created.
pub const CREATION: &str = "creation";
/// What stands before the id of a paper in the name of its field.
const PIECE: &str = "piece:";

/// What an agent does on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Geste {
    /// A text, on each key.
    Saisir { champ: String, texte: String },
    /// A text is left: what cannot be read in it is now said.
    Quitter(String),
    /// A radio or a box.
    Choisir {
        question: String,
        valeur: String,
        coche: bool,
    },
    /// The model of a paper, to be printed.
    PreparerLeModele(String),
    /// Seconds before all is wiped; `None` once somebody is there again.
    Prevenir(Option<u32>),
}

/// What the counter adds to the state of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeanceAuGuichet {
    /// Texts as they are typed, by field.
    saisies: Vec<(String, String)>,
    /// Something was typed or chosen for this person.
    touche: bool,
    /// Fields that were left with something in them.
    quittes: Vec<String>,
    /// The paper dated last.
    pub papier: Option<String>,
    /// The model that stands for the sheet on paper.
    pub modele: Option<String>,
    pub restant: Option<u32>,
}

impl SeanceAuGuichet {
    /// What is typed in a field.
    pub fn saisie(&self, champ: &str) -> &str {
        let saisie = self.saisies.iter().find(|(nom, _)| nom == champ);
        saisie.map_or("", |(_, texte)| texte)
    }

    /// Something would be lost: any key or choice of this person's.
    pub fn entame(&self) -> bool {
        self.touche
    }

    /// The field was left with something in it.
    pub fn quitte(&self, champ: &str) -> bool {
        self.quittes.iter().any(|c| c == champ)
    }

    fn poser(&mut self, champ: &str, texte: String) {
        self.saisies.retain(|(nom, _)| nom != champ);
        self.saisies.push((champ.into(), texte));
    }
}

/// Name of the field of a paper's date.
pub fn champ_de_la_piece(piece: &str) -> String {
    format!("{PIECE}{piece}")
}

/// What is already said of everybody who comes: to be helped or not is theirs to choose, and they are.
pub fn reponses_d_avance(catalogue: &Catalogue) -> Reponses {
    let mut reponses = Reponses::default();
    let libres = catalogue.questions.iter().filter(|q| q.libre);
    for question in libres.filter(|q| q.genre == Genre::OuiNon) {
        reponses.donner(&question.id, Reponse::Valeur(Scalaire::Booleen(true)));
    }
    reponses
}

impl Seance {
    /// The counter as each person finds it.
    pub(in crate::page) fn preparer_le_guichet(&mut self, catalogue: &Catalogue) {
        let depot = jour_dit::ecrire(self.depot);
        self.guichet.poser(DEPOT, depot);
        self.reponses = reponses_d_avance(catalogue);
    }

    /// The state after what an agent does.
    pub(in crate::page) fn au_guichet(&mut self, catalogue: &Catalogue, geste: Geste) {
        self.guichet.touche |= matches!(geste, Geste::Saisir { .. } | Geste::Choisir { .. });
        self.guichet.modele = None;
        match geste {
            Geste::Saisir { champ, texte } => {
                self.guichet.quittes.retain(|c| *c != champ);
                self.guichet.poser(&champ, texte);
                self.relire();
                match champ.strip_prefix(PIECE) {
                    Some(piece) => self.dater_au_guichet(catalogue, piece),
                    None => self.lire_le_code(catalogue, &champ),
                }
            }
            Geste::Quitter(champ) => {
                if !self.guichet.saisie(&champ).trim().is_empty() {
                    self.guichet.quittes.push(champ);
                }
            }
            Geste::Choisir {
                question,
                valeur,
                coche,
            } => {
                if let Some(question) = catalogue.question(&question) {
                    self.choisir(catalogue, question, &valeur, coche);
                }
            }
            Geste::PreparerLeModele(piece) => self.guichet.modele = Some(piece),
            Geste::Prevenir(restant) => self.guichet.restant = restant,
        }
    }

    /// The same person on a day that the page suggests.
    pub(in crate::page) fn deposer_au_guichet(&mut self, jour: Jour) {
        self.guichet.poser(DEPOT, jour_dit::ecrire(jour));
        self.relire();
    }

    /// The days typed, each read again: a year of two digits hangs on the day of deposit.
    fn relire(&mut self) {
        if let Ok(lu) = self.depot_dit() {
            self.depot = lu.jour;
        }
        self.creation = self.creation_dite().map(|lu| lu.jour).ok();
        match self.naissance_dite() {
            Ok(lu) => self
                .reponses
                .donner(connus::DATE_NAISSANCE, Reponse::Date(lu.jour)),
            Err(_) => self.reponses.retirer(connus::DATE_NAISSANCE),
        }
    }

    /// The day of deposit typed.
    ///
    /// # Errors
    /// What to mend.
    pub fn depot_dit(&self) -> Result<JourDit, Refus> {
        let saisie = self.guichet.saisie(DEPOT);
        jour_dit::lire(saisie, Siecle::DAlors(self.reglages.depot))
    }

    /// The day of creation typed: it is no later than the deposit. A year of two digits that is later is a mistake to
    /// mend, not a day of the century before.
    ///
    /// # Errors
    /// What to mend.
    pub fn creation_dite(&self) -> Result<JourDit, Refus> {
        jour_dit::lire(self.guichet.saisie(CREATION), Siecle::DAlors(self.depot))
            .and_then(|lu| pas_apres(lu, self.depot))
    }

    /// The birth date typed.
    ///
    /// # Errors
    /// What to mend.
    pub fn naissance_dite(&self) -> Result<JourDit, Refus> {
        let saisie = self.guichet.saisie(connus::DATE_NAISSANCE);
        let lu = jour_dit::lire(saisie, Siecle::Passe(self.depot))?;
        let trop_ancienne = date::ajouter_mois(lu.jour, 130 * 12) < self.depot;
        match trop_ancienne {
            true => Err(Refus("date-naissance-ancienne")),
            false => pas_apres(lu, self.depot),
        }
    }

    /// The day typed for a paper: the end of a validity looks forward.
    ///
    /// # Errors
    /// What to mend.
    pub fn papier_dit(&self, catalogue: &Catalogue, piece: &str) -> Result<JourDit, Refus> {
        let siecle = match self.finit(catalogue, piece) {
            true => Siecle::DAlors(self.depot),
            false => Siecle::Passe(self.depot),
        };
        jour_dit::lire(self.guichet.saisie(&champ_de_la_piece(piece)), siecle)
    }

    fn dater_au_guichet(&mut self, catalogue: &Catalogue, piece: &str) {
        let lu = self.papier_dit(catalogue, piece);
        self.guichet.papier = Some(piece.into());
        self.pieces.retain(|p| p.id != piece);
        match lu {
            Ok(lu) => self.dater_du(catalogue, piece.into(), lu.jour),
            Err(_) => self.tenues.retain(|p| p != piece),
        }
    }

    fn lire_le_code(&mut self, catalogue: &Catalogue, champ: &str) {
        let Some(question) = catalogue.question(champ) else {
            return;
        };
        if question.genre != Genre::CodePostal {
            return;
        }
        let saisie = self.guichet.saisie(champ).trim().to_lowercase();
        let ailleurs = [ETRANGER, "étranger"].contains(&saisie.as_str());
        let nom = if ailleurs {
            formulaire::PLUTOT
        } else {
            REPONSE
        };
        let valeur = if ailleurs { ETRANGER.into() } else { saisie };
        let champs = vec![(nom.to_string(), valeur)];
        match formulaire::lire(catalogue, question, &champs, self.depot) {
            Ok(lue) if self.reponses.donnee(champ) == Some(&lue) => {}
            lue => {
                self.reponses.retirer(connus::CODE_POSTAL_CONFIRME);
                self.reponses.retirer(champ);
                if let Ok(lue) = lue {
                    self.reponses.donner(champ, lue);
                }
            }
        }
    }

    fn choisir(&mut self, catalogue: &Catalogue, question: &Question, valeur: &str, coche: bool) {
        if question.genre != Genre::Plusieurs {
            let champs = vec![(REPONSE.to_string(), valeur.to_string())];
            if let Ok(lue) = formulaire::lire(catalogue, question, &champs, self.depot) {
                self.reponses.donner(&question.id, lue);
            }
            return;
        }
        let dites = match self.reponses.donnee(&question.id) {
            Some(Reponse::Plusieurs(dites)) => dites.clone(),
            _ => Vec::new(),
        };
        let ids = question.options.iter().map(|o| o.id.to_string());
        let cochees = ids
            .filter(|id| match id == valeur {
                true => coche,
                // « None of these » and the others exclude each other.
                false => valeur != AUCUNE && dites.contains(id),
            })
            .en_liste();
        match cochees.is_empty() && !(valeur == AUCUNE && coche) {
            true => self.reponses.retirer(&question.id),
            false => self
                .reponses
                .donner(&question.id, Reponse::Plusieurs(cochees)),
        }
    }
}

fn pas_apres(lu: JourDit, depot: Jour) -> Result<JourDit, Refus> {
    match lu.jour > depot {
        true => Err(Refus("date-avenir")),
        false => Ok(lu),
    }
}
