//! The widget for a whole class: shows the screen, listens to it, judges in slices, prints.
//!
//! | module | does |
//! |---|---|
//! | `ecoute` | turns what happens in the page into what is asked for |
//! | `travail` | does it, then what takes long, in slices that give way to whoever types |

mod ecoute;
mod travail;

use super::cadre::{Cadre, Ecouteurs};
use super::evenements::Annonceur;
use super::options::OptionsDuWidget;
use crate::page::classe::{Atelier, Geste};
use crate::reglement::Catalogue;
use crate::textes::Langues;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, HtmlElement, ShadowRoot};

/// A mounted widget. It lives as long as its element; `demonter` takes it off the page.
#[wasm_bindgen]
pub struct WidgetClasse {
    interne: Rc<Interne>,
    ecouteurs: Ecouteurs,
}

struct Interne {
    annonceur: Annonceur,
    cadre: Cadre,
    catalogue: Rc<Catalogue>,
    langues: Rc<Langues>,
    atelier: RefCell<Atelier>,
    /// The pupils of the page on screen, by their id.
    page: RefCell<Vec<u32>>,
    /// The rest of the page is on its way.
    complete: Cell<bool>,
    /// The next piece of work is on its way.
    poursuit: Cell<bool>,
    /// When somebody last typed.
    tape: Cell<f64>,
    /// What is typed in the search, and not looked for yet.
    cherche: RefCell<Option<String>>,
    /// When the last drawing of a long judging was done.
    dessine: Cell<f64>,
    demonte: Cell<bool>,
}

#[wasm_bindgen]
impl WidgetClasse {
    /// Mounts the widget in the shadow root of its element, after what is already in it.
    ///
    /// Throws when `dateDepot` is not a day, or with every fault of `reglements` or `campagne`.
    #[wasm_bindgen(constructor)]
    pub fn monter(
        hote: HtmlElement,
        racine: ShadowRoot,
        options: OptionsDuWidget,
    ) -> Result<WidgetClasse, JsError> {
        let (catalogue, langues, options) = options.lire()?;
        let cadre = Cadre::monter(&hote, racine)?;
        let boite: EventTarget = cadre.boite.clone().into();
        let interne = Rc::new(Interne {
            annonceur: Annonceur::nouveau(hote),
            cadre,
            atelier: RefCell::new(Atelier::nouveau(&catalogue, options)),
            catalogue,
            langues,
            page: RefCell::default(),
            complete: Cell::default(),
            poursuit: Cell::default(),
            tape: Cell::default(),
            cherche: RefCell::default(),
            dessine: Cell::default(),
            demonte: Cell::default(),
        });
        interne.dessiner();
        interne.mesurer();
        let mut widget = WidgetClasse {
            interne,
            ecouteurs: Ecouteurs::default(),
        };
        for (nom, suite) in [
            ("click", Interne::clic as fn(&Rc<Interne>, &Event)),
            ("submit", Interne::envoi),
            ("change", Interne::changement),
            ("input", Interne::frappe),
            ("paste", Interne::collage),
            ("drop", Interne::depot),
            ("dragover", Interne::survol),
            ("keydown", Interne::touche),
        ] {
            widget.ecouter(&boite, nom, suite);
        }
        if let Some(fenetre) = web_sys::window() {
            let fenetre: EventTarget = fenetre.into();
            widget.ecouter(&fenetre, "afterprint", Interne::apres_l_impression);
            widget.ecouter(&fenetre, "resize", |interne, _| interne.mesurer());
        }
        Ok(widget)
    }

    /// Nothing is told of the work: no step of it is a question of a person.
    pub fn annoncer(&self) {}

    /// Forgets everything and shows the first screen.
    pub fn recommencer(&self) {
        self.interne.agir(Geste::Effacer);
    }

    /// Opens the print dialog, on a sheet a pupil.
    pub fn imprimer(&self) {
        self.interne.agir(Geste::Imprimer);
    }

    /// One screen for the history of the page: Back leaves it, after a warning.
    #[wasm_bindgen(getter)]
    pub fn pas(&self) -> u32 {
        0
    }

    #[wasm_bindgen(js_name = allerAuPas)]
    pub fn aller_au_pas(&self, _pas: u32) {}

    /// True when something would be lost by leaving the page.
    #[wasm_bindgen(getter)]
    pub fn entame(&self) -> bool {
        self.interne.atelier.borrow().entame()
    }

    /// These screens are in French only.
    #[wasm_bindgen(setter)]
    pub fn set_langue(&self, _code: &str) {}

    /// Takes the widget off the page and stops listening.
    pub fn demonter(&self) {
        self.interne.demonte.set(true);
        self.ecouteurs.cesser();
        self.interne.cadre.boite.remove();
    }

    fn ecouter(&mut self, cible: &EventTarget, nom: &'static str, suite: fn(&Rc<Interne>, &Event)) {
        let interne = Rc::clone(&self.interne);
        self.ecouteurs
            .ecouter(cible, nom, move |evenement| suite(&interne, &evenement));
    }
}
