//! One pupil: their form opened, filled and closed; what is proposed accepted, of one or of all of a kind.

use super::atelier::{Atelier, Ouvert, PAR_PAGE, Suite};
use super::corrections;
use super::doubles;
use super::eleve::Eleve;
use super::formulaire;
use super::mots::{compte, mot, mot_avec};
use crate::en_liste::EnListe;
use crate::liste::Champ;
use crate::page::Champs;
use crate::reglement::Catalogue;

impl Atelier {
    pub(super) fn ouvrir(&mut self, id: u32) -> Suite {
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

    /// The form of a pupil who is not in the list.
    pub(super) fn ajouter(&mut self) -> Suite {
        let id = self.prochain;
        self.ouvert = Some(Ouvert {
            id,
            refus: None,
            nouveau: Some(Eleve::nouveau(id)),
        });
        Suite::Viser(vec!["#champ-nom".into()])
    }

    pub(super) fn fermer(&mut self) -> Suite {
        let id = self.ouvert.take().map(|ouvert| ouvert.id);
        self.viser_le_bouton(id)
    }

    fn viser_le_bouton(&self, id: Option<u32>) -> Suite {
        let bouton = id.map(|id| format!("#ouvrir-{id}"));
        Suite::Viser(bouton.into_iter().chain(["#ajouter".into()]).en_liste())
    }

    pub(super) fn retirer(&mut self, id: u32) -> Suite {
        let retire = self.eleves.iter().find(|e| e.id == id);
        let nom = retire.map(Eleve::nom_complet).unwrap_or_default();
        self.eleves.retain(|eleve| eleve.id != id);
        doubles::marquer(&mut self.eleves);
        self.ouvert = None;
        self.page = self.page.clamp(1, self.pages());
        self.statut = mot_avec("retire", &[("nom", &nom)]);
        Suite::Viser(vec!["#montres".into()])
    }

    /// Of pupils that are twice in the lists, the first stays.
    pub(super) fn retirer_les_doubles(&mut self) -> Suite {
        let avant = self.eleves.len();
        doubles::retirer(&mut self.eleves);
        self.ouvert = None;
        self.page = self.page.clamp(1, self.pages());
        self.statut = compte("doubles-retires", avant - self.eleves.len());
        Suite::Viser(vec![".lot button".into(), "#montres".into()])
    }

    pub(super) fn accepter(&mut self, catalogue: &Catalogue, id: u32, champ: Champ) -> Suite {
        if let Some(eleve) = self.eleves.iter_mut().find(|e| e.id == id) {
            eleve.accepter(champ);
        }
        self.apres_la_correction(catalogue, id);
        Suite::Viser(vec![".proposition button".into(), "#champ-nom".into()])
    }

    pub(super) fn enregistrer(&mut self, catalogue: &Catalogue, champs: Champs) -> Suite {
        let Some(mut ouvert) = self.ouvert.take() else {
            return Suite::Rester;
        };
        let sien = self.eleves.iter().position(|e| e.id == ouvert.id);
        let avant = match sien {
            Some(rang) => self.eleves[rang].clone(),
            None => ouvert.nouveau.clone().unwrap_or(Eleve::nouveau(ouvert.id)),
        };
        match formulaire::lire(avant, &champs, self.depot()) {
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
                match sien {
                    Some(_) => self.viser_le_bouton(Some(id)),
                    // One pupil typed calls for the next.
                    None => self.ajouter(),
                }
            }
        }
    }

    /// Judges this pupil again, says the outcome, and keeps the row in view.
    fn apres_la_correction(&mut self, catalogue: &Catalogue, id: u32) {
        doubles::marquer(&mut self.eleves);
        let Some(rang) = self.eleves.iter().position(|e| e.id == id) else {
            return;
        };
        let avis = self.avis(catalogue, &self.eleves[rang]);
        let sort = avis.voies.first().map(|voie| voie.sort.nom());
        let dit = sort.map_or(String::new(), |sort| mot(&format!("sort-{sort}")));
        let eleve = &mut self.eleves[rang];
        self.statut = mot_avec("corrige", &[("nom", &eleve.nom_complet()), ("sort", &dit)]);
        eleve.avis = Some(avis);
        self.retenu = Some(id);
        self.suivre(id);
    }

    pub(super) fn accepter_tous(&mut self, catalogue: &Catalogue, rang: usize) -> Suite {
        let lots = corrections::lots(&self.eleves);
        let Some(lot) = lots.get(rang) else {
            return Suite::Rester;
        };
        for rang in &lot.rangs {
            self.eleves[*rang].accepter(lot.champ);
            if lot.rangs.len() <= PAR_PAGE {
                self.eleves[*rang].avis = Some(self.avis(catalogue, &self.eleves[*rang]));
            }
        }
        doubles::marquer(&mut self.eleves);
        self.arrete = false;
        self.statut = compte("acceptes", lot.rangs.len());
        Suite::Viser(vec![
            ".lot button".into(),
            "#montres".into(),
            ".titre".into(),
        ])
    }
}
