//! Where somebody is in the work on a class, and how each thing asked for moves it on.

use super::avis::{self, Avis};
use super::corrections;
use super::demande;
use super::eleve::Eleve;
use super::formulaire;
use super::geste::{Demande, Geste};
use super::mots::{compte, mot, mot_avec};
use super::reprise;
use super::source::Source;
use super::tri::{self, Colonne, Filtre};
use crate::Catalogue;
use crate::date::Jour;
use crate::demande::Reponses;
use crate::liste::LigneLue;
use crate::page::jour_dit::{self, JourDit, Siecle};
use crate::page::{Champs, Etat, Options};
use crate::textes::Langue;

/// Pupils on one page of the table.
pub const PAR_PAGE: usize = 50;
/// Beyond so many, a bar says how far the judging is.
pub const AVEC_BARRE: usize = 200;
/// Beyond so many sheets, printing is asked about.
pub const FICHES: usize = 200;
/// Pupils judged at once, between two looks at what is typed.
const TRANCHE: usize = 5;

/// The screen shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ecran {
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

/// Everything these screens are made from. Nothing else is kept anywhere.
#[derive(Clone, Debug)]
pub struct Atelier {
    /// What the pages of a citizen are made from: options, day of deposit.
    pub etat: Etat,
    pub ecran: Ecran,
    /// A file is on its way.
    pub attend: bool,
    /// Why the last list could not be read.
    pub faute: Option<String>,
    pub source: Option<Source>,
    /// Answers given once for all.
    pub communes: Reponses,
    /// A day of deposit that is none.
    pub depot_refuse: Option<String>,
    pub eleves: Vec<Eleve>,
    prochain: u32,
    /// The ways open, in the order of their columns.
    pub voies: Vec<String>,
    pub tri: (Colonne, bool),
    pub filtre: Filtre,
    pub recherche: String,
    /// From 1.
    pub page: usize,
    pub tout: bool,
    pub ouvert: Option<Ouvert>,
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
    pub fn nouveau(catalogue: &Catalogue, options: Options) -> Self {
        let mut etat = Etat::nouveau(catalogue, options);
        etat.langue = Langue::Francais;
        Atelier {
            voies: avis::voies(catalogue, etat.depot),
            etat,
            ecran: Ecran::Obtenir,
            attend: false,
            faute: None,
            source: None,
            communes: Reponses::default(),
            depot_refuse: None,
            eleves: Vec::new(),
            prochain: 1,
            tri: (Colonne::Nom, false),
            filtre: Filtre::Tous,
            recherche: String::new(),
            page: 1,
            tout: false,
            ouvert: None,
            demande: None,
            statut: String::new(),
            imprime: false,
            arrete: false,
            etroit: false,
            copie: None,
        }
    }

    pub fn depot(&self) -> Jour {
        self.etat.depot
    }

    /// Something would be lost by leaving the page.
    pub fn entame(&self) -> bool {
        self.attend || self.source.is_some() || !self.eleves.is_empty()
    }

    /// The pupils shown by the filter and the search, by rank.
    pub fn rangs(&self) -> Vec<usize> {
        tri::rangs(&self.eleves, self.filtre, &self.recherche, self.tri)
    }

    /// How many pupils are shown.
    pub fn nombre(&self) -> usize {
        tri::nombre(&self.eleves, self.filtre, &self.recherche)
    }

    /// How many pupils have their decision.
    pub fn juges(&self) -> usize {
        self.eleves.iter().filter(|e| e.avis.is_some()).count()
    }

    /// Judges some pupils; true when there are others.
    pub fn juger(&mut self, catalogue: &Catalogue) -> bool {
        if self.arrete || self.ecran == Ecran::Obtenir {
            return false;
        }
        let (communes, depot) = (&self.communes, self.etat.depot);
        let attendent = self.eleves.iter_mut().filter(|e| e.avis.is_none());
        for eleve in attendent.take(TRANCHE) {
            eleve.avis = Some(juger(catalogue, eleve, communes, depot, &self.voies));
        }
        self.eleves.iter().any(|eleve| eleve.avis.is_none())
    }

    /// Judges them all.
    pub fn tout_juger(&mut self, catalogue: &Catalogue) {
        while self.juger(catalogue) {}
    }

    fn rejuger(&mut self, catalogue: &Catalogue) {
        self.arrete = false;
        for eleve in &mut self.eleves {
            eleve.avis = None;
        }
        self.voies = avis::voies(catalogue, self.etat.depot);
    }

    /// Does what is asked for.
    pub fn agir(&mut self, catalogue: &Catalogue, geste: Geste) -> Suite {
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
                self.ecran = Ecran::Travailler;
                self.ajouter();
                Suite::Viser(vec!["#champ-nom".into()])
            }
            Geste::Lier { role, colonne } => {
                let depot = self.etat.depot;
                if let Some(source) = &mut self.source {
                    source.lier(role, colonne);
                    let lignes = source.relire(depot).unwrap_or_default();
                    self.compter(lignes);
                    self.statut = compte("eleves-lus", self.eleves.len());
                    self.rejuger(catalogue);
                }
                Suite::Rester
            }
            Geste::Dire { question, valeur } => {
                self.communes.donner(&question, demande::reponse(&valeur));
                self.rejuger(catalogue);
                Suite::Rester
            }
            Geste::Deposer(texte) => self.deposer(catalogue, texte),
            Geste::Voir => self.voir(),
            Geste::Changer => {
                self.ecran = Ecran::Verifier;
                self.ouvert = None;
                Suite::Titre
            }
            Geste::Trier(colonne) => {
                let descendant = self.tri == (colonne, false);
                self.tri = (colonne, descendant);
                self.page = 1;
                self.dire_ce_qui_est_montre();
                Suite::Rester
            }
            Geste::Filtrer(filtre) => {
                self.filtre = if self.filtre == filtre {
                    Filtre::Tous
                } else {
                    filtre
                };
                self.page = 1;
                self.ouvert = None;
                self.dire_ce_qui_est_montre();
                Suite::Rester
            }
            Geste::Chercher(texte) => {
                self.recherche = texte;
                self.page = 1;
                self.ouvert = None;
                self.dire_ce_qui_est_montre();
                Suite::Rester
            }
            Geste::Tourner(page) => {
                let pages = self.nombre().div_ceil(PAR_PAGE).max(1);
                self.page = page.clamp(1, pages);
                self.ouvert = None;
                self.dire_ce_qui_est_montre();
                Suite::Rester
            }
            Geste::ToutAfficher(tout) => {
                self.tout = tout;
                self.page = 1;
                self.dire_ce_qui_est_montre();
                Suite::Rester
            }
            Geste::Ouvrir(id) => self.ouvrir(id),
            Geste::Ajouter => {
                self.ajouter();
                Suite::Viser(vec!["#champ-nom".into()])
            }
            Geste::Fermer => {
                let id = self.ouvert.take().map(|ouvert| ouvert.id);
                self.viser_le_bouton(id)
            }
            Geste::Enregistrer(champs) => self.enregistrer(catalogue, champs),
            Geste::Retirer(id) => {
                let retire = self.eleves.iter().find(|e| e.id == id);
                let nom = retire.map(Eleve::nom_complet).unwrap_or_default();
                self.eleves.retain(|eleve| eleve.id != id);
                self.ouvert = None;
                self.statut = mot_avec("retire", &[("nom", &nom)]);
                Suite::Viser(vec!["#montres".into()])
            }
            Geste::Accepter { id, champ } => {
                let eleve = self.eleves.iter_mut().find(|e| e.id == id);
                if let Some(eleve) = eleve {
                    eleve.accepter(champ);
                }
                self.apres_la_correction(catalogue, id);
                Suite::Viser(vec![".proposition button".into(), "#champ-nom".into()])
            }
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
            Geste::Effacer => {
                let relit = demandait == Some(Demande::Relire);
                let etroit = self.etroit;
                let (communes, depot) = (std::mem::take(&mut self.communes), self.etat.depot);
                *self = Atelier::nouveau(catalogue, self.etat.options.clone());
                self.etroit = etroit;
                if relit {
                    self.communes = communes;
                    self.etat.depot = depot;
                    self.rejuger(catalogue);
                }
                self.statut = mot(if relit {
                    "autre-liste"
                } else {
                    "tout-est-efface"
                });
                Suite::Titre
            }
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

    fn refuser(&mut self, faute: String) -> Suite {
        self.attend = false;
        self.faute = Some(faute);
        Suite::Viser(vec![".resume-erreurs".into()])
    }

    fn recevoir(&mut self, catalogue: &Catalogue, octets: Vec<u8>, nom: Option<String>) -> Suite {
        self.attend = false;
        let reprise = reprise::lire(&octets);
        match Source::lire(octets, nom, self.etat.depot) {
            Err(faute) => self.refuser(faute),
            Ok((source, lignes)) => {
                self.faute = None;
                self.source = Some(source);
                self.compter(lignes);
                for (ligne, question, reponse) in reprise {
                    let eleve = self.eleves.iter_mut().find(|e| e.ligne == Some(ligne));
                    if let Some(eleve) = eleve {
                        eleve.propres.donner(question, reponse);
                    }
                }
                self.rejuger(catalogue);
                self.ecran = Ecran::Verifier;
                Suite::Titre
            }
        }
    }

    fn compter(&mut self, lignes: Vec<LigneLue>) {
        self.eleves = lignes
            .into_iter()
            .zip(1..)
            .map(|(ligne, id)| Eleve::lu(id, ligne))
            .collect();
        self.prochain = self.eleves.len() as u32 + 1;
    }

    fn deposer(&mut self, catalogue: &Catalogue, texte: String) -> Suite {
        let Ok(JourDit { jour: lu, .. }) = jour_dit::lire(&texte, Siecle::DAlors(self.etat.depot))
        else {
            self.depot_refuse = Some(texte);
            return Suite::Rester;
        };
        self.depot_refuse = None;
        self.etat.depot = lu;
        self.etat.jour_de_l_age = lu;
        // A year of two digits hangs on the day.
        let relues = self.source.as_mut().and_then(|source| source.relire(lu));
        if let Some(lignes) = relues {
            let avant = std::mem::take(&mut self.eleves);
            self.compter(lignes);
            for (eleve, avant) in self.eleves.iter_mut().zip(avant) {
                eleve.reprendre(avant);
            }
        }
        self.rejuger(catalogue);
        Suite::Rester
    }

    fn voir(&mut self) -> Suite {
        if let Some(source) = &mut self.source {
            source.oublier();
        }
        self.ecran = Ecran::Travailler;
        self.filtre = Filtre::Tous;
        self.page = 1;
        Suite::Titre
    }

    fn dire_ce_qui_est_montre(&mut self) {
        self.statut = compte("montres", self.nombre());
    }

    fn ouvrir(&mut self, id: u32) -> Suite {
        let Some(eleve) = self.eleves.iter().find(|e| e.id == id) else {
            return Suite::Rester;
        };
        let champ = eleve
            .faute()
            .map(|faute| super::geste::nom_du_champ(faute.champ));
        let champ = champ.filter(|nom| !nom.is_empty()).unwrap_or("nom");
        self.ouvert = Some(Ouvert {
            id,
            refus: None,
            nouveau: None,
        });
        Suite::Viser(vec![format!("#champ-{champ}")])
    }

    fn ajouter(&mut self) {
        let id = self.prochain;
        self.ouvert = Some(Ouvert {
            id,
            refus: None,
            nouveau: Some(Eleve::nouveau(id)),
        });
    }

    fn viser_le_bouton(&self, id: Option<u32>) -> Suite {
        let bouton = id.map(|id| format!("#ouvrir-{id}"));
        Suite::Viser(bouton.into_iter().chain(["#ajouter".into()]).collect())
    }

    fn enregistrer(&mut self, catalogue: &Catalogue, champs: Champs) -> Suite {
        let Some(mut ouvert) = self.ouvert.take() else {
            return Suite::Rester;
        };
        let sien = self.eleves.iter().position(|e| e.id == ouvert.id);
        let avant = match sien {
            Some(rang) => self.eleves[rang].clone(),
            None => ouvert.nouveau.clone().unwrap_or(Eleve::nouveau(ouvert.id)),
        };
        match formulaire::lire(avant, &champs, self.etat.depot) {
            Err(refus) => {
                let premier = refus.first().map_or("nom", |(champ, _)| champ);
                let vise = format!("#champ-{premier}");
                ouvert.refus = Some((champs, refus));
                self.ouvert = Some(ouvert);
                Suite::Viser(vec![vise])
            }
            Ok(eleve) => {
                let id = eleve.id;
                match sien {
                    Some(rang) => self.eleves[rang] = eleve,
                    None => {
                        self.eleves.push(eleve);
                        self.prochain += 1;
                    }
                }
                self.apres_la_correction(catalogue, id);
                if sien.is_none() {
                    // One pupil typed calls for the next.
                    self.ajouter();
                    return Suite::Viser(vec!["#champ-nom".into()]);
                }
                self.viser_le_bouton(Some(id))
            }
        }
    }

    /// Judges this pupil again and says the outcome.
    fn apres_la_correction(&mut self, catalogue: &Catalogue, id: u32) {
        let Some(eleve) = self.eleves.iter_mut().find(|e| e.id == id) else {
            return;
        };
        let avis = juger(
            catalogue,
            eleve,
            &self.communes,
            self.etat.depot,
            &self.voies,
        );
        let sort = avis.voies.first().map(|voie| voie.sort.nom());
        let dit = sort.map_or(String::new(), |sort| mot(&format!("sort-{sort}")));
        self.statut = mot_avec("corrige", &[("nom", &eleve.nom_complet()), ("sort", &dit)]);
        eleve.avis = Some(avis);
    }

    fn accepter_tous(&mut self, catalogue: &Catalogue, rang: usize) -> Suite {
        let lots = corrections::lots(&self.eleves);
        let Some(lot) = lots.get(rang) else {
            return Suite::Rester;
        };
        for rang in &lot.rangs {
            let eleve = &mut self.eleves[*rang];
            eleve.accepter(lot.champ);
            let (communes, depot) = (&self.communes, self.etat.depot);
            if lot.rangs.len() <= PAR_PAGE {
                eleve.avis = Some(juger(catalogue, eleve, communes, depot, &self.voies));
            }
        }
        self.arrete = false;
        self.statut = compte("acceptes", lot.rangs.len());
        Suite::Viser(vec![
            ".lot button".into(),
            "#montres".into(),
            ".titre".into(),
        ])
    }
}

fn juger(
    catalogue: &Catalogue,
    eleve: &Eleve,
    communes: &Reponses,
    depot: Jour,
    voies: &[String],
) -> Avis {
    let demande = demande::demande(eleve, communes, depot);
    Avis::de(catalogue, eleve, &demande, voies)
}
