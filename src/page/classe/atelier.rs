//! Where somebody is in the work on a class, and how each thing asked for moves it on.

use super::avis::Avis;
use super::demande;
use super::eleve::Eleve;
use super::geste::{Demande, Geste};
use super::juger;
use super::mots::mot;
use super::source::Source;
use super::tri::{Colonne, Filtre};
use crate::date::Jour;
use crate::demande::Reponses;
use crate::page::{Champs, Reglages, Seance};
use crate::reglement::Catalogue;
use crate::textes::Langue;

/// Pupils on one page of the table.
pub const PAR_PAGE: usize = 50;
/// Beyond so many, a bar says how far the judging is.
pub const AVEC_BARRE: usize = 200;
/// Beyond so many sheets, printing is asked about.
pub const FICHES: usize = 200;

/// How far the work is, and so the screen shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Etape {
    /// Getting a list.
    Obtenir,
    /// What was read, and what is said once for all.
    Verifier,
    /// The table.
    Travailler,
}

/// The form of one pupil.
#[derive(Clone, Debug, PartialEq)]
pub struct Ouvert {
    pub id: u32,
    /// What was typed, when it was refused, and why: the field and the sentence.
    pub refus: Option<(Champs, Vec<(&'static str, String)>)>,
    /// Not in the table yet.
    pub nouveau: Option<Eleve>,
}

/// What another reading could not keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Perdu {
    /// Proposals that were accepted and are no longer made, answers of a line that is no longer a pupil.
    pub corrections: usize,
    /// Roles that somebody chose.
    pub colonnes: bool,
}

/// Everything these screens are made from. Nothing else is kept anywhere.
#[derive(Clone, Debug)]
pub struct Atelier {
    /// What the pages of a citizen are made from: settings, day of deposit.
    pub seance: Seance,
    pub etape: Etape,
    /// A file is on its way.
    pub attend: bool,
    /// Why the last list could not be read.
    pub faute: Option<String>,
    pub source: Option<Source>,
    /// What another reading of the list could not keep.
    pub perdu: Perdu,
    /// Lists received, one after the other.
    pub listes: u32,
    /// Answers given once for all.
    pub communes: Reponses,
    /// A day of deposit that is none.
    pub depot_refuse: Option<String>,
    pub eleves: Vec<Eleve>,
    /// The id of the next pupil.
    pub(super) prochain: u32,
    /// The ways open, in the order of their columns.
    pub voies: Vec<String>,
    pub tri: (Colonne, bool),
    pub filtre: Filtre,
    pub recherche: String,
    /// From 1.
    pub page: usize,
    /// Rows drawn of the page, while the browser draws the others.
    pub lignes: usize,
    /// Ranks of the pupils to judge first: those on screen.
    pub(super) d_abord: Vec<usize>,
    pub tout: bool,
    pub ouvert: Option<Ouvert>,
    /// The pupil just mended: shown until another filter, whatever the filter keeps.
    pub retenu: Option<u32>,
    pub demande: Option<Demande>,
    /// What was just done, said to those who do not see it.
    pub statut: String,
    /// The sheets are in the page, to be printed.
    pub imprime: bool,
    pub arrete: bool,
    pub etroit: bool,
    /// The message just copied; with its text when the browser would not.
    pub copie: Option<(u32, Option<String>)>,
}

/// What follows a change on screen: where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suite {
    /// It stays.
    Rester,
    /// To the heading of a new screen, drawn whole.
    Titre,
    /// To the first of these that is there.
    Viser(Vec<String>),
}

impl Atelier {
    /// The first screen.
    pub fn nouveau(catalogue: &Catalogue, reglages: Reglages) -> Self {
        let mut seance = Seance::nouveau(catalogue, reglages);
        seance.langue = Langue::Francais;
        Atelier {
            voies: juger::voies(catalogue, seance.depot),
            seance,
            etape: Etape::Obtenir,
            attend: false,
            faute: None,
            source: None,
            perdu: Perdu::default(),
            listes: 0,
            communes: Reponses::default(),
            depot_refuse: None,
            eleves: Vec::new(),
            prochain: 1,
            tri: (Colonne::Nom, false),
            filtre: Filtre::Tous,
            recherche: String::new(),
            page: 1,
            lignes: usize::MAX,
            d_abord: Vec::new(),
            tout: false,
            ouvert: None,
            retenu: None,
            demande: None,
            statut: String::new(),
            imprime: false,
            arrete: false,
            etroit: false,
            copie: None,
        }
    }

    pub fn depot(&self) -> Jour {
        self.seance.depot
    }

    /// Something would be lost by leaving the page.
    pub fn entame(&self) -> bool {
        self.attend || self.source.is_some() || !self.eleves.is_empty()
    }

    /// How many pupils have their decision.
    pub fn juges(&self) -> usize {
        self.eleves.iter().filter(|e| e.avis.is_some()).count()
    }

    /// Judges one more pupil; true when there are others.
    pub fn juger(&mut self, catalogue: &Catalogue) -> bool {
        if self.arrete || self.etape == Etape::Obtenir {
            return false;
        }
        let attend = |rang: &usize| self.eleves.get(*rang).is_some_and(|e| e.avis.is_none());
        let mut d_abord = std::mem::take(&mut self.d_abord);
        d_abord.retain(attend);
        let autres = (0..self.eleves.len()).filter(|rang| !d_abord.contains(rang));
        let attendent = d_abord.iter().copied().chain(autres.filter(attend));
        let mut attendent = attendent.take(2);
        let (prochain, reste) = (attendent.next(), attendent.next().is_some());
        self.d_abord = d_abord;
        if let Some(rang) = prochain {
            self.eleves[rang].avis = Some(self.avis(catalogue, &self.eleves[rang]));
        }
        reste
    }

    /// Judges them all.
    pub fn tout_juger(&mut self, catalogue: &Catalogue) {
        while self.juger(catalogue) {}
    }

    /// What is decided of a pupil as the list says them now.
    pub(super) fn avis(&self, catalogue: &Catalogue, eleve: &Eleve) -> Avis {
        let demande = demande::demande(eleve, &self.communes, self.depot());
        Avis::de(catalogue, eleve, &demande, &self.voies)
    }

    pub(super) fn rejuger(&mut self, catalogue: &Catalogue) {
        self.arrete = false;
        for eleve in &mut self.eleves {
            eleve.avis = None;
        }
        self.voies = juger::voies(catalogue, self.seance.depot);
    }

    /// Does what is asked for.
    pub fn agir(&mut self, catalogue: &Catalogue, geste: Geste) -> Suite {
        let suite = self.faire(catalogue, geste);
        self.juger_d_abord_la_page();
        suite
    }

    fn faire(&mut self, catalogue: &Catalogue, geste: Geste) -> Suite {
        if !matches!(geste, Geste::Retrecir(_) | Geste::FinirDImprimer) {
            self.statut.clear();
            self.copie = None;
        }
        let garde = matches!(geste, Geste::Demander(_) | Geste::Retrecir(_));
        let demandait = if garde { None } else { self.demande.take() };
        match geste {
            Geste::Attendre => {
                self.attend = true;
                Suite::Rester
            }
            Geste::Perdre => self.refuser(mot("fichier-perdu")),
            Geste::Recevoir { octets, nom } => self.recevoir(catalogue, octets, nom),
            Geste::Taper => {
                self.etape = Etape::Travailler;
                self.ajouter()
            }
            Geste::Lier { role, colonne } => self.lier(catalogue, role, colonne),
            Geste::LireAutrement(autrement) => self.lire_autrement(catalogue, autrement),
            Geste::AjouterUneListe => self.ajouter_une_liste(),
            Geste::NePasAjouter => self.ne_pas_ajouter(),
            Geste::Dire { question, valeur } => {
                self.communes.donner(&question, demande::reponse(&valeur));
                self.rejuger(catalogue);
                Suite::Rester
            }
            Geste::Deposer(texte) => self.deposer(catalogue, texte),
            Geste::Voir => self.voir(),
            Geste::Changer => {
                self.etape = Etape::Verifier;
                self.ouvert = None;
                Suite::Titre
            }
            Geste::Trier(colonne) => self.trier(colonne),
            Geste::Filtrer(filtre) => self.filtrer(filtre),
            Geste::Chercher(texte) => self.chercher(texte),
            Geste::Tourner { page, d_en_bas } => self.tourner(page, d_en_bas),
            Geste::ToutAfficher(tout) => self.tout_afficher(tout),
            Geste::Ouvrir(id) => self.ouvrir(id),
            Geste::Ajouter => self.ajouter(),
            Geste::Fermer => self.fermer(),
            Geste::Enregistrer(champs) => self.enregistrer(catalogue, champs),
            Geste::Retirer(id) => self.retirer(id),
            Geste::RetirerLesDoubles => self.retirer_les_doubles(),
            Geste::Accepter { id, champ } => self.accepter(catalogue, id, champ),
            Geste::AccepterTous(rang) => self.accepter_tous(catalogue, rang),
            Geste::Demander(demande) => {
                self.demande = Some(demande);
                Suite::Viser(vec!["#confirmer".into()])
            }
            Geste::Renoncer => {
                let bouton = match demandait {
                    Some(Demande::Effacer) => "#effacer",
                    Some(Demande::Imprimer) => "#imprimer",
                    Some(Demande::Relire) => "#relire",
                    None => return Suite::Rester,
                };
                Suite::Viser(vec![bouton.into()])
            }
            Geste::Effacer => self.effacer(catalogue, demandait),
            Geste::Imprimer => {
                self.tout_juger(catalogue);
                self.imprime = true;
                self.ouvert = None;
                Suite::Rester
            }
            Geste::FinirDImprimer => {
                self.imprime = false;
                Suite::Rester
            }
            Geste::Arreter => {
                self.arrete = true;
                self.statut = mot("calcul-arrete");
                Suite::Viser(vec!["#reprendre".into()])
            }
            Geste::Reprendre => {
                self.arrete = false;
                Suite::Viser(vec!["#arreter".into()])
            }
            Geste::Copier { id, refuse } => {
                self.statut = mot(if refuse.is_none() {
                    "message-copie"
                } else {
                    "message-a-copier"
                });
                self.copie = Some((id, refuse));
                Suite::Viser(vec!["#texte-a-copier".into()])
            }
            Geste::Retrecir(etroit) => {
                self.etroit = etroit;
                Suite::Rester
            }
        }
    }
}
