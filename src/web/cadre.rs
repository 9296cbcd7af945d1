//! What every widget stands on: its box in the shadow root, the tree drawn in it, the focus, what it listens to.

use super::dom;
use crate::page::Noeud;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, ShadowRoot};

/// The box of a widget and what is drawn in it.
pub struct Cadre {
    pub racine: ShadowRoot,
    pub document: Document,
    pub boite: Element,
    /// The tree on screen, to change only what differs.
    vue: RefCell<Option<Noeud>>,
}

impl Cadre {
    /// Puts the box in the shadow root of an element, after what is already in it.
    pub fn monter(hote: &HtmlElement, racine: ShadowRoot) -> Result<Self, JsError> {
        let introuvable = || JsError::new("the widget needs a document");
        let document = hote.owner_document().ok_or_else(introuvable)?;
        let boite = document.create_element("div").map_err(|_| introuvable())?;
        racine.append_child(&boite).map_err(|_| introuvable())?;
        Ok(Cadre {
            racine,
            document,
            boite,
            vue: RefCell::default(),
        })
    }

    /// Shows a tree: by its differences only when it is `sur_place` and something is shown, else whole. Nothing is
    /// borrowed while the page changes: who is called by that may come back in.
    pub fn dessiner(&self, vue: Noeud, sur_place: bool) {
        match (self.vue.take(), self.boite.first_child()) {
            (Some(ancienne), Some(place)) if sur_place => {
                let _ = dom::accorder(&self.document, &place, &ancienne, &vue);
            }
            _ => {
                self.boite.set_text_content(None);
                if let Ok(noeud) = dom::construire(&self.document, &vue) {
                    let _ = self.boite.append_child(&noeud);
                }
            }
        }
        self.vue.replace(Some(vue));
    }

    /// The next tree is shown whole.
    #[cfg(feature = "classe")]
    pub fn oublier(&self) {
        self.vue.take();
    }

    /// Puts the focus on the first element that matches; false when there is none.
    pub fn viser(&self, selecteur: &str) -> bool {
        let vise = self.racine.query_selector(selecteur).ok().flatten();
        match vise.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            Some(vise) => vise.focus().is_ok(),
            None => false,
        }
    }
}

/// `Fn`: what a listener does may send another event before it is done with the first.
type Ecouteur = Closure<dyn Fn(Event)>;

/// What a widget listens to.
#[derive(Default)]
pub struct Ecouteurs(Vec<(EventTarget, &'static str, Ecouteur)>);

impl Ecouteurs {
    pub fn ecouter(
        &mut self,
        cible: &EventTarget,
        nom: &'static str,
        suite: impl Fn(Event) + 'static,
    ) {
        let ecouteur: Ecouteur = Closure::new(suite);
        let fonction = ecouteur.as_ref().unchecked_ref();
        let _ = cible.add_event_listener_with_callback(nom, fonction);
        self.0.push((cible.clone(), nom, ecouteur));
    }

    /// Stops listening, and keeps the closures: one of them may be what asked for it.
    pub fn cesser(&self) {
        for (cible, nom, ecouteur) in &self.0 {
            let fonction = ecouteur.as_ref().unchecked_ref();
            let _ = cible.remove_event_listener_with_callback(nom, fonction);
        }
    }
}

/// The nearest element above what an event is about that matches.
pub fn au_dessus(evenement: &Event, selecteur: &str) -> Option<Element> {
    let cible = evenement.target()?.dyn_into::<Element>().ok()?;
    cible.closest(selecteur).ok().flatten()
}

/// Opens the print dialog.
pub fn imprimer() {
    if let Some(fenetre) = web_sys::window() {
        let _ = fenetre.print();
    }
}
