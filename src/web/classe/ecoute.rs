//! What happens in the page: clicks, keys, files, cells pasted or dropped.

use super::Interne;
use crate::liste::OCTETS;
use crate::page::classe::{self, Geste};
use crate::web::cadre;
use crate::web::dom;
use crate::web::fichiers::{self, Venu};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

impl Interne {
    pub(super) fn clic(self: &Rc<Self>, evenement: &Event) {
        let Some(bouton) = cadre::au_dessus(evenement, "[data-action]") else {
            return;
        };
        let action = bouton.get_attribute("data-action").unwrap_or_default();
        let cible = bouton.get_attribute("data-cible").unwrap_or_default();
        match action.as_str() {
            "exporter" => self.exporter(),
            "copier" => self.copier(&cible),
            _ => {
                if let Some(geste) = Geste::lire(&action, &cible) {
                    self.agir(geste);
                }
            }
        }
    }

    pub(super) fn envoi(self: &Rc<Self>, evenement: &Event) {
        evenement.prevent_default();
        let cible = evenement
            .target()
            .and_then(|t| t.dyn_into::<Element>().ok());
        let Some(formulaire) = cible else {
            return;
        };
        let Ok(champs) = dom::champs(&formulaire) else {
            return;
        };
        match formulaire.get_attribute("data-forme").as_deref() {
            Some("eleve") => self.agir(Geste::Enregistrer(champs)),
            Some("coller") => {
                let cellules = champs.into_iter().find(|(nom, _)| nom == "cellules");
                if let Some((_, texte)) = cellules {
                    self.recevoir(Venu::Texte(texte));
                }
            }
            _ => {}
        }
    }

    pub(super) fn changement(self: &Rc<Self>, evenement: &Event) {
        let Some(cible) = evenement.target() else {
            return;
        };
        if let Some(champ) = cible.dyn_ref::<HtmlInputElement>() {
            if champ.type_() == "file" {
                if let Some(fichier) = fichiers::choisi(champ) {
                    self.recevoir(Venu::Fichier(fichier));
                }
            } else {
                self.dire(&champ.name(), &champ.value());
            }
        } else if let Some(champ) = cible.dyn_ref::<HtmlSelectElement>() {
            self.dire(&champ.name(), &champ.value());
        }
    }

    fn dire(self: &Rc<Self>, nom: &str, valeur: &str) {
        if let Some(geste) = Geste::du_champ(nom, valeur) {
            self.agir(geste);
        }
    }

    /// The letter shows at once: nothing is drawn until the typing rests, and only the search follows it.
    pub(super) fn frappe(self: &Rc<Self>, evenement: &Event) {
        self.tape.set(js_sys::Date::now());
        let champ = evenement
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(champ) = champ.filter(|champ| champ.name() == "chercher") {
            self.cherche.replace(Some(champ.value()));
            self.poursuivre();
        }
    }

    /// Cells pasted where they are awaited are read at once, and never put in the page.
    pub(super) fn collage(self: &Rc<Self>, evenement: &Event) {
        let attendues = cadre::au_dessus(evenement, "[name=cellules]").is_some();
        if let Some(venu) = fichiers::venu(evenement).filter(|_| attendues) {
            evenement.prevent_default();
            self.recevoir(venu);
        }
    }

    /// A list may be dropped anywhere on the first screen; elsewhere nothing is lost by a slip.
    pub(super) fn depot(self: &Rc<Self>, evenement: &Event) {
        evenement.prevent_default();
        let obtient = self.atelier.borrow().etape == classe::Etape::Obtenir;
        if let Some(venu) = fichiers::venu(evenement).filter(|_| obtient) {
            self.recevoir(venu);
        }
    }

    pub(super) fn survol(self: &Rc<Self>, evenement: &Event) {
        evenement.prevent_default();
    }

    pub(super) fn touche(self: &Rc<Self>, evenement: &Event) {
        let touche = evenement.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if touche.as_deref() != Some("Escape") {
            return;
        }
        let (ouvert, demande) = {
            let atelier = self.atelier.borrow();
            (atelier.ouvert.is_some(), atelier.demande.is_some())
        };
        if demande {
            self.agir(Geste::Renoncer);
        } else if ouvert {
            self.agir(Geste::Fermer);
        }
    }

    fn recevoir(self: &Rc<Self>, venu: Venu) {
        let fichier = match venu {
            Venu::Fichier(fichier) => fichier,
            Venu::Texte(texte) => {
                let (octets, nom) = (texte.into_bytes(), None);
                return self.agir(Geste::Recevoir { octets, nom });
            }
        };
        self.agir(Geste::Attendre);
        let interne = Rc::clone(self);
        let nom = Some(fichier.name());
        // One byte more than is read tells a file that is too large.
        fichiers::lire(&fichier, OCTETS + 1, move |octets| {
            interne.agir(match octets {
                Some(octets) => Geste::Recevoir { octets, nom },
                None => Geste::Perdre,
            });
        });
    }
}
