//! The widget for a whole class: shows the screen, listens to it, judges in slices, prints.

use super::cadre::{self, Cadre, Ecouteurs};
use super::evenements::{Annonce, Annonceur};
use super::fichiers::{self, Venu};
use super::options::OptionsDuWidget;
use super::{dom, presse_papiers, telechargement};
use crate::liste::OCTETS;
use crate::page::classe::{self, AVEC_BARRE, Atelier, Geste, Suite};
use crate::reglement::Catalogue;
use crate::textes::Langues;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    ShadowRoot,
};

/// Names no pupil, no class: a file name is seen by others.
const NOM_DU_FICHIER: &str = "pass-numerique-classe.csv";

/// Rows drawn at once: about what a window shows. The others follow frame by frame, so that typing never waits for fifty.
const LIGNES: usize = 12;

/// Milliseconds of judging between two looks at what is typed.
const TRANCHE: f64 = 8.0;

/// Milliseconds between two drawings of a long judging.
const ENTRE_DEUX_DESSINS: f64 = 400.0;

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
    /// A slice is on its way.
    juge: Cell<bool>,
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
            juge: Cell::default(),
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

impl Interne {
    fn clic(self: &Rc<Self>, evenement: &Event) {
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

    fn envoi(self: &Rc<Self>, evenement: &Event) {
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

    fn changement(self: &Rc<Self>, evenement: &Event) {
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

    /// Only the search follows each key.
    fn frappe(self: &Rc<Self>, evenement: &Event) {
        let champ = evenement
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(champ) = champ.filter(|champ| champ.name() == "chercher") {
            self.agir(Geste::Chercher(champ.value()));
        }
    }

    /// Cells pasted where they are awaited are read at once, and never put in the page.
    fn collage(self: &Rc<Self>, evenement: &Event) {
        let attendues = cadre::au_dessus(evenement, "[name=cellules]").is_some();
        if let Some(venu) = fichiers::venu(evenement).filter(|_| attendues) {
            evenement.prevent_default();
            self.recevoir(venu);
        }
    }

    /// A list may be dropped anywhere on the first screen; elsewhere nothing is lost by a slip.
    fn depot(self: &Rc<Self>, evenement: &Event) {
        evenement.prevent_default();
        let obtient = self.atelier.borrow().ecran == classe::Ecran::Obtenir;
        if let Some(venu) = fichiers::venu(evenement).filter(|_| obtient) {
            self.recevoir(venu);
        }
    }

    fn survol(self: &Rc<Self>, evenement: &Event) {
        evenement.prevent_default();
    }

    fn touche(self: &Rc<Self>, evenement: &Event) {
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

    fn exporter(&self) {
        self.atelier.borrow_mut().tout_juger(&self.catalogue);
        let csv = classe::csv(&self.catalogue, &self.langues, &self.atelier.borrow());
        telechargement::proposer(&self.cadre.document, NOM_DU_FICHIER, "text/csv", &csv);
        self.dessiner();
    }

    fn copier(self: &Rc<Self>, cible: &str) {
        let Ok(id) = cible.parse() else {
            return;
        };
        let texte = classe::message(&self.catalogue, &self.langues, &self.atelier.borrow(), id);
        let interne = Rc::clone(self);
        presse_papiers::copier(texte, move |refuse| {
            interne.agir(Geste::Copier { id, refuse })
        });
    }

    fn apres_l_impression(self: &Rc<Self>, _evenement: &Event) {
        if self.atelier.borrow().imprime {
            self.agir(Geste::FinirDImprimer);
        }
    }

    fn agir(self: &Rc<Self>, geste: Geste) {
        if self.demonte.get() {
            return;
        }
        let (efface, imprime) = (geste == Geste::Effacer, geste == Geste::Imprimer);
        let suite = self.atelier.borrow_mut().agir(&self.catalogue, geste);
        let peu = self.atelier.borrow().eleves.len() <= AVEC_BARRE;
        if peu {
            self.atelier.borrow_mut().tout_juger(&self.catalogue);
        }
        if efface {
            let _ = dom::effacer(&self.cadre.boite);
        }
        if suite == Suite::Titre {
            self.cadre.oublier();
        }
        self.limiter(&suite);
        self.dessiner();
        self.completer();
        match suite {
            Suite::Rester => {}
            Suite::Titre => {
                self.cadre.viser(".titre");
            }
            Suite::Viser(selecteurs) => {
                let _ = selecteurs
                    .iter()
                    .any(|selecteur| self.cadre.viser(selecteur));
            }
        }
        if efface {
            self.annonceur.dire(Annonce::Recommence {});
        }
        if imprime {
            cadre::imprimer();
        }
        self.poursuivre();
    }

    /// A page with many new rows is drawn from its top, unless the focus goes to a row.
    fn limiter(&self, suite: &Suite) {
        let mut atelier = self.atelier.borrow_mut();
        let page = atelier.ids_de_la_page();
        let avant = self.page.replace(page.clone());
        let mut reste = avant.iter();
        // A row that stays under the same others is kept as it is.
        let nouvelles = page.iter().filter(|id| !reste.any(|autre| autre == *id));
        let vers_une_ligne = match suite {
            Suite::Viser(vises) => vises.iter().any(|vise| vise.starts_with("#ouvrir-")),
            _ => false,
        };
        if vers_une_ligne {
            atelier.lignes = usize::MAX;
        } else if nouvelles.count() > LIGNES {
            atelier.lignes = LIGNES;
        }
    }

    /// Draws more rows once the browser has shown those it has.
    fn completer(self: &Rc<Self>) {
        let reste = self.atelier.borrow().lignes < self.page.borrow().len();
        if !reste || self.complete.replace(true) {
            return;
        }
        let interne = Rc::clone(self);
        let suite = Closure::once_into_js(move || {
            interne.complete.set(false);
            if !interne.demonte.get() {
                let lignes = interne.atelier.borrow().lignes.saturating_mul(2);
                interne.atelier.borrow_mut().lignes = lignes;
                interne.dessiner();
                interne.completer();
            }
        });
        if let Some(fenetre) = web_sys::window() {
            let apres = Closure::once_into_js(move || {
                if let Some(fenetre) = web_sys::window() {
                    let _ = fenetre.set_timeout_with_callback(suite.unchecked_ref());
                }
            });
            let _ = fenetre.request_animation_frame(apres.unchecked_ref());
        }
    }

    /// Judges the next pupils once the browser has done what waits: typing never does.
    fn poursuivre(self: &Rc<Self>) {
        let reste = {
            let atelier = self.atelier.borrow();
            !atelier.arrete && atelier.eleves.iter().any(|eleve| eleve.avis.is_none())
        };
        if !reste || self.juge.replace(true) {
            return;
        }
        let interne = Rc::clone(self);
        let suite = Closure::once_into_js(move || interne.juger_une_tranche());
        if let Some(fenetre) = web_sys::window() {
            let _ = fenetre.set_timeout_with_callback(suite.unchecked_ref());
        }
    }

    fn juger_une_tranche(self: &Rc<Self>) {
        self.juge.set(false);
        if self.demonte.get() {
            return;
        }
        let debut = js_sys::Date::now();
        let mut reste = true;
        while reste && js_sys::Date::now() - debut < TRANCHE {
            reste = self.atelier.borrow_mut().juger(&self.catalogue);
        }
        let depuis = js_sys::Date::now() - self.dessine.get();
        if !reste || depuis > ENTRE_DEUX_DESSINS {
            self.dessiner();
            self.dessine.set(js_sys::Date::now());
        }
        self.poursuivre();
    }

    /// Shows the screen: a new one whole, the same one by its differences only.
    fn dessiner(&self) {
        let vue = classe::vue(&self.catalogue, &self.langues, &self.atelier.borrow());
        self.cadre.dessiner(vue, true);
    }

    /// A table where its width holds, a list of cards elsewhere.
    fn mesurer(self: &Rc<Self>) {
        let large = |selecteur: &str| {
            let trouve = self.cadre.racine.query_selector(selecteur).ok().flatten();
            trouve.map_or(0, |element| element.client_width())
        };
        let (cadre, tableau) = (large(".mesure"), large(".mesure > div"));
        let etroit = cadre > 0 && cadre <= tableau;
        if self.atelier.borrow().etroit != etroit {
            self.agir(Geste::Retrecir(etroit));
        }
    }
}
