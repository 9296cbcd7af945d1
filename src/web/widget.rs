//! One widget on the page: shows the screen, listens to it, moves the focus, tells the host.

use super::ecriture::DemandeEcrite;
use super::options::OptionsDuWidget;
use super::{dom, json, presse_papiers, telechargement};
use crate::bilan::Bilan;
use crate::decision;
use crate::page::{self, Action, Copie, Ecran, Etat, Noeud};
use crate::reglement::Catalogue;
use crate::textes::{Langue, Langues};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, Event, HtmlElement, HtmlInputElement,
    ShadowRoot,
};

type Ecouteur = Closure<dyn FnMut(Event)>;

/// A mounted widget. It lives as long as its element; `demonter` takes it off the page.
#[wasm_bindgen]
pub struct Widget {
    interne: Rc<Interne>,
    ecouteurs: Vec<(&'static str, Ecouteur)>,
}

struct Interne {
    hote: HtmlElement,
    racine: ShadowRoot,
    document: Document,
    cadre: Element,
    catalogue: Rc<Catalogue>,
    langues: Rc<Langues>,
    etat: RefCell<Etat>,
    /// The tree on screen, to change only what differs.
    vue: RefCell<Option<Noeud>>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts the widget in the shadow root of its element, after what is already in it.
    ///
    /// Throws when `dateDepot` is not a day, `mode` not a mode, or with every fault of `reglements` or `campagne`.
    #[wasm_bindgen(constructor)]
    pub fn monter(
        hote: HtmlElement,
        racine: ShadowRoot,
        options: OptionsDuWidget,
    ) -> Result<Widget, JsError> {
        let (catalogue, langues, options) = options.lire()?;
        let introuvable = || JsError::new("the widget needs a document");
        let document = hote.owner_document().ok_or_else(introuvable)?;
        let cadre = document.create_element("div").map_err(|_| introuvable())?;
        racine.append_child(&cadre).map_err(|_| introuvable())?;
        let etat = RefCell::new(Etat::nouveau(&catalogue, options));
        let vue = RefCell::new(None);
        let interne = Rc::new(Interne {
            hote,
            racine,
            document,
            cadre,
            catalogue,
            langues,
            etat,
            vue,
        });
        interne.montrer(false);
        let mut widget = Widget {
            interne,
            ecouteurs: Vec::new(),
        };
        widget.ecouter("click", Interne::clic);
        widget.ecouter("submit", Interne::envoi);
        widget.ecouter("change", Interne::changement);
        Ok(widget)
    }

    /// Forgets every answer and shows the first screen.
    pub fn recommencer(&self) {
        self.interne.agir(Action::Recommencer);
    }

    /// Opens the print dialog on the current screen.
    pub fn imprimer(&self) {
        imprimer();
    }

    /// True when something would be lost by leaving the page.
    #[wasm_bindgen(getter)]
    pub fn entame(&self) -> bool {
        self.interne.etat.borrow().entame()
    }

    /// Shows the texts in the language of this tag (BCP 47); nothing changes when there are none.
    #[wasm_bindgen(setter)]
    pub fn set_langue(&self, code: &str) {
        if let Some(langue) = Langue::lire(code) {
            self.interne.agir(Action::Lire(langue));
        }
    }

    /// The answers so far, as a demande.
    #[wasm_bindgen(getter, unchecked_return_type = "Demande")]
    pub fn demande(&self) -> Result<JsValue, JsError> {
        json::ecrire(&self.interne.demande())
    }

    /// The decision for the answers so far.
    #[wasm_bindgen(getter, unchecked_return_type = "Bilan")]
    pub fn bilan(&self) -> Result<JsValue, JsError> {
        json::ecrire(&self.interne.bilan())
    }

    /// Takes the widget off the page and stops listening.
    pub fn demonter(&self) {
        for (nom, ecouteur) in &self.ecouteurs {
            let fonction = ecouteur.as_ref().unchecked_ref();
            let _ = self
                .interne
                .cadre
                .remove_event_listener_with_callback(nom, fonction);
        }
        self.interne.cadre.remove();
    }

    fn ecouter(&mut self, nom: &'static str, suite: fn(&Rc<Interne>, &Event)) {
        let interne = Rc::clone(&self.interne);
        let ecouteur: Ecouteur = Closure::new(move |evenement: Event| suite(&interne, &evenement));
        let fonction = ecouteur.as_ref().unchecked_ref();
        let _ = self
            .interne
            .cadre
            .add_event_listener_with_callback(nom, fonction);
        self.ecouteurs.push((nom, ecouteur));
    }
}

impl Interne {
    fn clic(self: &Rc<Self>, evenement: &Event) {
        let cible = evenement
            .target()
            .and_then(|t| t.dyn_into::<Element>().ok());
        let Some(bouton) = cible.and_then(|c| c.closest("[data-action]").ok().flatten()) else {
            return;
        };
        let cible = bouton.get_attribute("data-cible").unwrap_or_default();
        match bouton.get_attribute("data-action").as_deref() {
            Some("commencer") => self.agir(Action::Commencer),
            Some("retour") => self.agir(Action::Retour),
            Some("modifier") => self.agir(Action::Modifier(cible)),
            Some("garder-la-date") => self.agir(Action::GarderLaDate),
            Some("voir-resultat") => self.agir(Action::VoirLeResultat),
            Some("recommencer") => self.agir(Action::Recommencer),
            Some("imprimer") => imprimer(),
            Some("modele") => self.agir(Action::VoirLeModele(cible)),
            Some("langue") => {
                if let Some(langue) = Langue::lire(&cible) {
                    self.agir(Action::Lire(langue));
                }
            }
            Some("agenda") => {
                let fichier = page::agenda(&self.catalogue, &self.langues, &self.etat.borrow());
                telechargement::proposer(
                    &self.document,
                    "pass-numerique.ics",
                    "text/calendar",
                    &fichier,
                );
            }
            Some("copier") => {
                if let Some(copie) = Copie::lire(&cible) {
                    self.copier(copie);
                }
            }
            // Fragments do not resolve inside a shadow root: the link of an error is a button.
            Some("aller-au-champ") => {
                self.viser(&format!("#{cible}"));
            }
            _ => {}
        }
    }

    fn envoi(self: &Rc<Self>, evenement: &Event) {
        evenement.prevent_default();
        let Some(formulaire) = evenement
            .target()
            .and_then(|t| t.dyn_into::<Element>().ok())
        else {
            return;
        };
        let Ok(champs) = dom::champs(&formulaire) else {
            return;
        };
        match formulaire.get_attribute("data-forme").as_deref() {
            None => self.agir(Action::Repondre(champs)),
            Some(page::DEPOT) => self.agir(Action::Deposer(champs)),
            Some(piece) => self.agir(Action::Dater {
                piece: piece.into(),
                champs,
            }),
        }
    }

    /// A paper ticked on the result; the choices of a question wait for their button.
    fn changement(self: &Rc<Self>, evenement: &Event) {
        let case = evenement
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(case) = case.filter(|c| c.name() == "piece") {
            self.agir(Action::Tenir {
                piece: case.value(),
                tenue: case.checked(),
            });
        }
    }

    fn copier(self: &Rc<Self>, copie: Copie) {
        let etat = self.etat.borrow();
        let texte = match copie {
            Copie::Recapitulatif => page::recapitulatif(&self.catalogue, &self.langues, &etat),
            Copie::Lien => etat.lien().unwrap_or_default(),
        };
        drop(etat);
        let interne = Rc::clone(self);
        presse_papiers::copier(texte, move |refuse| {
            interne.agir(Action::Copier(copie, refuse))
        });
    }

    fn agir(&self, action: Action) {
        let recommence = action == Action::Recommencer;
        let sur_place = action.sur_place();
        let suite = match &action {
            // The box that was ticked keeps the focus.
            Action::Tenir { .. } | Action::Lire(_) => None,
            Action::Copier(..) => Some(("#copie".into(), ".titre".into())),
            Action::Dater { piece, .. } => {
                Some((format!("#erreur-{piece}"), format!("#etat-{piece}")))
            }
            Action::Deposer(_) => Some((format!("#erreur-{}", page::DEPOT), ".titre".into())),
            _ => Some((".resume-erreurs".into(), ".titre".into())),
        };
        let suivant = self.etat.borrow().clone().apres(&self.catalogue, action);
        self.etat.replace(suivant);
        self.montrer(sur_place);
        if let Some((erreur, sinon)) = suite
            && !self.viser(&erreur)
        {
            self.viser(&sinon);
        }
        if recommence {
            self.annoncer("recommence", &Rien {});
        }
    }

    /// Shows the screen: a new one whole, the same one by its differences only.
    fn montrer(&self, sur_place: bool) {
        let vue = page::vue(&self.catalogue, &self.langues, &self.etat.borrow());
        let ancienne = self.vue.borrow_mut().take();
        match (ancienne, self.cadre.first_child()) {
            (Some(ancienne), Some(place)) if sur_place => {
                let _ = dom::accorder(&self.document, &place, &ancienne, &vue);
            }
            _ => {
                self.cadre.set_text_content(None);
                if let Ok(noeud) = dom::construire(&self.document, &vue) {
                    let _ = self.cadre.append_child(&noeud);
                }
            }
        }
        self.vue.replace(Some(vue));
        if !sur_place {
            self.annoncer_l_ecran();
        }
    }

    /// Puts the focus on the first element that matches; false when there is none.
    fn viser(&self, selecteur: &str) -> bool {
        let vise = self.racine.query_selector(selecteur).ok().flatten();
        match vise.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            Some(vise) => vise.focus().is_ok(),
            None => false,
        }
    }

    fn annoncer_l_ecran(&self) {
        let etat = self.etat.borrow();
        match &etat.ecran {
            Ecran::Question(question) if etat.refus.is_none() => {
                self.annoncer("etape", &Etape { question });
            }
            Ecran::Resultat => {
                if let Some(decision) = self.bilan().decisions.first() {
                    self.annoncer(
                        "resultat",
                        &Resultat {
                            verdict: decision.verdict,
                            reglement: &decision.reglement,
                            carnet: decision.carnet,
                        },
                    );
                }
            }
            _ => {}
        }
    }

    /// Tells the host page. No event carries an answer.
    fn annoncer<T: Serialize>(&self, nom: &str, detail: &T) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        if let Ok(detail) = json::ecrire(detail) {
            init.set_detail(&detail);
        }
        let nom = format!("pass-numerique-{nom}");
        if let Ok(evenement) = CustomEvent::new_with_event_init_dict(&nom, &init) {
            let _ = self.hote.dispatch_event(&evenement);
        }
    }

    fn bilan(&self) -> Bilan {
        let parcours = page::chemin(&self.catalogue, &self.etat.borrow());
        decision::evaluer(&self.catalogue, &parcours.demande)
    }

    fn demande(&self) -> DemandeEcrite {
        DemandeEcrite::de(&page::chemin(&self.catalogue, &self.etat.borrow()).demande)
    }
}

fn imprimer() {
    if let Some(fenetre) = web_sys::window() {
        let _ = fenetre.print();
    }
}

#[derive(Serialize)]
struct Rien {}

#[derive(Serialize)]
struct Etape<'a> {
    question: &'a str,
}

#[derive(Serialize)]
struct Resultat<'a> {
    verdict: crate::bilan::Verdict,
    reglement: &'a str,
    carnet: Option<u32>,
}
