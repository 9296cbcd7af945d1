//! A list that comes, is read again otherwise, is counted with the others; the day that its dates hang on.

use super::atelier::{Atelier, Etape, Perdu, Suite};
use super::doubles;
use super::eleve::Eleve;
use super::geste::Demande;
use super::mots::{compte, mot};
use super::reprise;
use super::source::{Autrement, Source};
use super::tri::Filtre;
use crate::en_liste::EnListe;
use crate::liste::{LigneLue, Role};
use crate::page::jour_dit::{self, JourDit, Siecle};
use crate::reglement::Catalogue;

impl Atelier {
    pub(super) fn refuser(&mut self, faute: String) -> Suite {
        self.attend = false;
        self.faute = Some(faute);
        Suite::Viser(vec![".resume-erreurs".into()])
    }

    pub(super) fn recevoir(
        &mut self,
        catalogue: &Catalogue,
        octets: Vec<u8>,
        nom: Option<String>,
    ) -> Suite {
        self.attend = false;
        let reprise = reprise::lire(&octets);
        match Source::lire(octets, nom, self.depot()) {
            Err(faute) => self.refuser(faute),
            Ok((source, lignes)) => {
                self.faute = None;
                self.source = Some(source);
                self.perdu = Perdu::default();
                self.listes += 1;
                self.compter(lignes);
                let liste = self.listes;
                for (ligne, question, reponse) in reprise {
                    let mut eleves = self.eleves.iter_mut();
                    let sien = eleves.find(|e| e.liste == liste && e.ligne == Some(ligne));
                    if let Some(eleve) = sien {
                        eleve.propres.donner(question, reponse);
                    }
                }
                self.rejuger(catalogue);
                self.etape = Etape::Verifier;
                Suite::Titre
            }
        }
    }

    /// The pupils of the list that is being checked: those of lists before stay as they are.
    fn compter(&mut self, lignes: Vec<LigneLue>) {
        let liste = self.listes;
        self.eleves.retain(|eleve| eleve.liste != liste);
        let premier = self.eleves.iter().map(|eleve| eleve.id).max().unwrap_or(0) + 1;
        let lus = lignes.into_iter().zip(premier..);
        self.eleves
            .extend(lus.map(|(ligne, id)| Eleve::lu(id, liste, ligne)));
        self.prochain = self.eleves.last().map_or(premier, |eleve| eleve.id + 1);
        doubles::marquer(&mut self.eleves);
    }

    /// Reads the list again: what was accepted and said of a line stays where it still holds; else it is counted.
    fn relire(&mut self, catalogue: &Catalogue) {
        let depot = self.depot();
        let lignes = self.source.as_mut().and_then(|source| source.relire(depot));
        if let Some(lignes) = lignes {
            let liste = self.listes;
            let avant = self.eleves.extract_if(.., |eleve| eleve.liste == liste);
            let avant = avant.en_liste();
            self.compter(lignes);
            for avant in avant {
                let mut eleves = self.eleves.iter_mut();
                let sien = eleves.find(|e| e.liste == liste && e.ligne == avant.ligne);
                self.perdu.corrections += match sien {
                    Some(eleve) => eleve.reprendre(avant),
                    None => avant.acceptes.len() + avant.propres.iter().count(),
                };
            }
            doubles::marquer(&mut self.eleves);
        }
        self.rejuger(catalogue);
    }

    pub(super) fn lier(
        &mut self,
        catalogue: &Catalogue,
        role: Role,
        colonne: Option<usize>,
    ) -> Suite {
        if let Some(source) = &mut self.source {
            source.lier(role, colonne);
            self.relire(catalogue);
            self.dire_ce_qui_est_lu();
        }
        Suite::Rester
    }

    pub(super) fn lire_autrement(&mut self, catalogue: &Catalogue, autrement: Autrement) -> Suite {
        if let Some(source) = &mut self.source {
            self.perdu.colonnes |= source.changer(autrement);
            self.relire(catalogue);
            self.dire_ce_qui_est_lu();
        }
        Suite::Rester
    }

    fn dire_ce_qui_est_lu(&mut self) {
        let mut dits = vec![compte("eleves-lus", self.lus().count())];
        dits.extend(self.ce_qui_est_perdu());
        self.statut = dits.join(". ");
    }

    /// What another reading could not keep, in sentences.
    pub(super) fn ce_qui_est_perdu(&self) -> Vec<String> {
        let Perdu {
            corrections,
            colonnes,
        } = self.perdu;
        let corrections = (corrections > 0).then(|| compte("perdues", corrections));
        let colonnes = colonnes.then(|| mot("colonnes-perdues"));
        corrections.into_iter().chain(colonnes).en_liste()
    }

    /// The pupils of the list that is being checked; all of them once it is.
    pub fn lus(&self) -> impl Iterator<Item = &Eleve> + Clone {
        let relisible = self.source.as_ref().is_some_and(Source::relisible);
        let celle_ci = relisible.then_some(self.listes);
        let eleves = self.eleves.iter();
        eleves.filter(move |eleve| celle_ci.is_none_or(|liste| eleve.liste == liste))
    }

    /// Pupils that were there before the list that is being checked, or that is awaited.
    pub fn deja(&self) -> usize {
        match self.etape {
            Etape::Obtenir => self.eleves.len(),
            _ => self.eleves.len() - self.lus().count(),
        }
    }

    /// Another list, under those that are there.
    pub(super) fn ajouter_une_liste(&mut self) -> Suite {
        self.oublier_la_source();
        self.source = None;
        self.faute = None;
        self.ouvert = None;
        self.etape = Etape::Obtenir;
        Suite::Titre
    }

    /// The list that is being checked goes; those before stay.
    pub(super) fn ne_pas_ajouter(&mut self) -> Suite {
        if self.deja() == 0 {
            return Suite::Rester;
        }
        let liste = self.listes;
        self.eleves.retain(|eleve| eleve.liste != liste);
        self.listes -= 1;
        self.source = None;
        doubles::marquer(&mut self.eleves);
        self.etape = Etape::Travailler;
        self.statut = mot("liste-non-ajoutee");
        Suite::Titre
    }

    /// Everything goes; where another list takes the place, the day and the answers of all stay.
    pub(super) fn effacer(&mut self, catalogue: &Catalogue, demandait: Option<Demande>) -> Suite {
        let relit = demandait == Some(Demande::Relire);
        let etroit = self.etroit;
        let (communes, depot) = (std::mem::take(&mut self.communes), self.depot());
        *self = Atelier::nouveau(catalogue, self.seance.reglages.clone());
        self.etroit = etroit;
        if relit {
            self.communes = communes;
            self.seance.depot = depot;
            self.rejuger(catalogue);
        }
        self.statut = mot(match relit {
            true => "autre-liste",
            false => "tout-est-efface",
        });
        Suite::Titre
    }

    pub(super) fn deposer(&mut self, catalogue: &Catalogue, texte: String) -> Suite {
        let Ok(JourDit { jour: lu, .. }) = jour_dit::lire(&texte, Siecle::DAlors(self.depot()))
        else {
            self.depot_refuse = Some(texte);
            return Suite::Rester;
        };
        self.depot_refuse = None;
        self.seance.depot = lu;
        self.seance.jour_de_l_age = lu;
        // A year of two digits hangs on the day.
        self.relire(catalogue);
        self.statut = self.ce_qui_est_perdu().join(" ");
        Suite::Rester
    }

    /// The list is checked: what it holds besides the pupils goes. Back from the answers, the table is as it was left.
    pub(super) fn voir(&mut self) -> Suite {
        if self.oublier_la_source() {
            self.filtre = Filtre::Tous;
            self.recherche.clear();
            self.page = 1;
        }
        self.etape = Etape::Travailler;
        Suite::Titre
    }

    /// True when there was one to forget.
    fn oublier_la_source(&mut self) -> bool {
        self.perdu = Perdu::default();
        let source = self.source.as_mut().filter(|source| source.relisible());
        source.map(Source::oublier).is_some()
    }
}
