//! Does what is asked for; then what takes long, a little at a time: whoever types never waits for it.

use super::Interne;
use crate::page::classe::{self, AVEC_BARRE, Geste, Suite};
use crate::web::evenements::Annonce;
use crate::web::{cadre, dom, presse_papiers, telechargement};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Event;

/// Names no pupil, no class: a file name is seen by others.
const NOM_DU_FICHIER: &str = "pass-numerique-classe.csv";

/// Milliseconds without a letter before anything but the letter is drawn.
const REPOS: f64 = 300.0;

/// Rows drawn at once: about what a window shows. The others follow frame by frame.
const LIGNES: usize = 12;

/// Milliseconds of judging between two looks at what is typed.
const TRANCHE: f64 = 5.0;

/// Milliseconds between two drawings of a long judging.
const ENTRE_DEUX_DESSINS: f64 = 400.0;

impl Interne {
    pub(super) fn exporter(&self) {
        self.chercher();
        self.atelier.borrow_mut().tout_juger(&self.catalogue);
        let csv = classe::csv(&self.catalogue, &self.langues, &self.atelier.borrow());
        telechargement::proposer(&self.cadre.document, NOM_DU_FICHIER, "text/csv", &csv);
        self.dessiner();
    }

    pub(super) fn copier(self: &Rc<Self>, cible: &str) {
        let Ok(id) = cible.parse() else {
            return;
        };
        let texte = classe::message(&self.catalogue, &self.langues, &self.atelier.borrow(), id);
        let interne = Rc::clone(self);
        presse_papiers::copier(texte, move |refuse| {
            interne.agir(Geste::Copier { id, refuse })
        });
    }

    pub(super) fn apres_l_impression(self: &Rc<Self>, _evenement: &Event) {
        if self.atelier.borrow().imprime {
            self.agir(Geste::FinirDImprimer);
        }
    }

    pub(super) fn agir(self: &Rc<Self>, geste: Geste) {
        if self.demonte.get() {
            return;
        }
        self.chercher();
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

    /// What is typed in the search is looked for before anything else is done.
    fn chercher(&self) {
        if let Some(texte) = self.cherche.take() {
            let mut atelier = self.atelier.borrow_mut();
            atelier.agir(&self.catalogue, Geste::Chercher(texte));
        }
    }

    /// Milliseconds before whoever types is held to rest.
    fn repos(&self) -> f64 {
        (self.tape.get() + REPOS - js_sys::Date::now()).clamp(0.0, REPOS)
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
            if interne.demonte.get() {
                return;
            }
            if interne.repos() == 0.0 {
                let lignes = interne.atelier.borrow().lignes.saturating_mul(2);
                interne.atelier.borrow_mut().lignes = lignes;
                interne.dessiner();
            }
            interne.completer();
        });
        let interne = Rc::clone(self);
        let apres = Closure::once_into_js(move || dans(interne.repos(), &suite));
        if let Some(fenetre) = web_sys::window() {
            let _ = fenetre.request_animation_frame(apres.unchecked_ref());
        }
    }

    /// Goes on with the search and the judging once the browser has done what waits, and nobody types.
    pub(super) fn poursuivre(self: &Rc<Self>) {
        let cherche = self.cherche.borrow().is_some();
        let a_juger = {
            let atelier = self.atelier.borrow();
            !atelier.arrete && atelier.eleves.iter().any(|eleve| eleve.avis.is_none())
        };
        if !(cherche || a_juger) || self.poursuit.replace(true) {
            return;
        }
        let interne = Rc::clone(self);
        let suite = Closure::once_into_js(move || {
            interne.poursuit.set(false);
            if interne.demonte.get() {
                return;
            }
            if interne.repos() > 0.0 {
                return interne.poursuivre();
            }
            match interne.cherche.take() {
                Some(texte) => interne.agir(Geste::Chercher(texte)),
                None => interne.juger_une_tranche(),
            }
        });
        dans(self.repos(), &suite);
    }

    fn juger_une_tranche(self: &Rc<Self>) {
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
    pub(super) fn dessiner(&self) {
        let vue = classe::vue(&self.catalogue, &self.langues, &self.atelier.borrow());
        self.cadre.dessiner(vue, true);
    }

    /// A table where its width holds, a list of cards elsewhere.
    pub(super) fn mesurer(self: &Rc<Self>) {
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

/// Calls a function after so many milliseconds, and after whatever the browser has to do.
fn dans(millisecondes: f64, suite: &JsValue) {
    if let Some(fenetre) = web_sys::window() {
        let suite = suite.unchecked_ref();
        // Rounded up: a timer that comes too early would have to come again.
        let delai = millisecondes.ceil() as i32;
        let _ = fenetre.set_timeout_with_callback_and_timeout_and_arguments_0(suite, delai);
    }
}
