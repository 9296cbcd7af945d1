//! One widget on the page: shows the screen, listens to it, moves the focus, tells the host.

use super::cadre::{self, Cadre, Ecouteurs};
use super::ecriture::DemandeEcrite;
use super::evenements::{Annonce, Annonceur};
use super::options::OptionsDuWidget;
use super::{dom, json, presse_papiers, telechargement};
use crate::bilan::Bilan;
use crate::decision;
use crate::page::{self, Action, Copie, Ecran, Geste, Seance};
use crate::reglement::Catalogue;
use crate::textes::{Langue, Langues};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, ShadowRoot};

/// A mounted widget. It lives as long as its element; `demonter` takes it off the page.
#[wasm_bindgen]
pub struct Widget {
    interne: Rc<Interne>,
    ecouteurs: Ecouteurs,
}

/// How a screen was shown.
enum Montre {
    EnPlace,
    Entier,
    /// By the drawing it was asked in the middle of.
    ParUnAutre,
}

/// Whatever calls out of here (an event, the focus, a node taken out of the page) may come back in before
/// it is done: nothing is borrowed meanwhile, and who is back on a newer screen leaves it as it is.
struct Interne {
    annonceur: Annonceur,
    cadre: Cadre,
    catalogue: Rc<Catalogue>,
    langues: Rc<Langues>,
    seance: RefCell<Seance>,
    /// How many times a screen was asked for.
    tour: Cell<u32>,
    /// One is being drawn.
    dessine: Cell<bool>,
    /// Off the page, a widget does nothing more: its root may be another's by now.
    demonte: Cell<bool>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts the widget in the shadow root of its element, after what is already in it, and tells nobody:
    /// [`annoncer`](Self::annoncer) does.
    ///
    /// Throws when `dateDepot` is not a day, `mode` not a mode, or with every fault of `reglements` or `campagne`.
    #[wasm_bindgen(constructor)]
    pub fn monter(
        hote: HtmlElement,
        racine: ShadowRoot,
        options: OptionsDuWidget,
    ) -> Result<Widget, JsError> {
        let (catalogue, langues, options) = options.lire()?;
        let cadre = Cadre::monter(&hote, racine)?;
        let seance = RefCell::new(Seance::nouveau(&catalogue, options));
        let interne = Rc::new(Interne {
            annonceur: Annonceur::nouveau(hote),
            cadre,
            catalogue,
            langues,
            seance,
            tour: Cell::default(),
            dessine: Cell::default(),
            demonte: Cell::default(),
        });
        interne.montrer(false);
        let mut widget = Widget {
            interne,
            ecouteurs: Ecouteurs::default(),
        };
        widget.ecouter("click", Interne::clic);
        widget.ecouter("submit", Interne::envoi);
        widget.ecouter("change", Interne::changement);
        if cfg!(feature = "guichet") {
            widget.ecouter("input", Interne::saisie);
        }
        Ok(widget)
    }

    /// Tells the host page which screen is the first, once it holds the widget.
    pub fn annoncer(&self) {
        self.interne.annoncer_l_ecran();
    }

    /// Forgets every answer and shows the first screen.
    pub fn recommencer(&self) {
        self.interne.agir(Action::Recommencer);
    }

    /// Opens the print dialog on the current screen.
    pub fn imprimer(&self) {
        cadre::imprimer();
    }

    /// Number of the screen shown, from the first one on: what the history of the page follows.
    #[wasm_bindgen(getter)]
    pub fn pas(&self) -> u32 {
        self.interne.seance.borrow().pas() as u32
    }

    /// Shows again the screen of this number; nothing changes when there is none.
    #[wasm_bindgen(js_name = allerAuPas)]
    pub fn aller_au_pas(&self, pas: u32) {
        self.interne.agir(Action::AllerAuPas(pas as usize));
    }

    /// True when something would be lost by leaving the page.
    #[wasm_bindgen(getter)]
    pub fn entame(&self) -> bool {
        self.interne.seance.borrow().entame()
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
        json::rendre(&self.interne.demande(), &[])
    }

    /// The decision for the answers so far.
    #[wasm_bindgen(getter, unchecked_return_type = "Bilan")]
    pub fn bilan(&self) -> Result<JsValue, JsError> {
        json::rendre(&self.interne.bilan(), &[])
    }

    /// Takes the widget off the page and stops listening. Not to be freed at once when one of its events
    /// may be the reason: the method that sent it is not done.
    pub fn demonter(&self) {
        self.interne.demonte.set(true);
        self.ecouteurs.cesser();
        self.interne.cadre.boite.remove();
    }

    fn ecouter(&mut self, nom: &'static str, suite: fn(&Rc<Interne>, &Event)) {
        let interne = Rc::clone(&self.interne);
        let boite: &EventTarget = &self.interne.cadre.boite;
        self.ecouteurs
            .ecouter(boite, nom, move |evenement| suite(&interne, &evenement));
    }
}

#[cfg(not(feature = "langues"))]
#[wasm_bindgen]
impl Widget {
    /// Offers the texts of another language, which come after the first screen: each key and its text in turn.
    #[wasm_bindgen(js_name = offrirLaLangue)]
    pub fn offrir_la_langue(&self, code: &str, textes: String) {
        let interne = &self.interne;
        if let Some(langue) = Langue::lire(code) {
            // Kept as long as the module: every widget reads them.
            interne.langues.offrir(langue, || textes.leak());
            interne.montrer(true);
        }
    }
}

#[cfg(feature = "guichet")]
#[wasm_bindgen]
impl Widget {
    /// Warns that all is wiped in so many seconds, or no longer when `undefined`: at the counter only.
    pub fn prevenir(&self, secondes: Option<u32>) {
        self.interne
            .agir(Action::Guichet(Geste::Prevenir(secondes)));
    }
}

impl Interne {
    fn clic(self: &Rc<Self>, evenement: &Event) {
        let Some(bouton) = cadre::au_dessus(evenement, "[data-action]") else {
            return;
        };
        let cible = bouton.get_attribute("data-cible").unwrap_or_default();
        match bouton.get_attribute("data-action").as_deref() {
            Some("commencer") => self.agir(Action::Commencer),
            Some("retour") => self.agir(Action::Retour),
            Some("modifier") => self.agir(Action::Modifier(cible)),
            Some("garder-la-date") => self.agir(Action::GarderLaDate),
            Some("voir-resultat") => self.agir(Action::VoirLeResultat),
            Some("prolonger") => self.agir(Action::Prolonger(cible)),
            Some("deposer-le") => self.agir(Action::DeposerLe(cible)),
            Some("recommencer") => self.agir(Action::Recommencer),
            Some("imprimer") => cadre::imprimer(),
            Some("imprimer-modele") if cfg!(feature = "guichet") => {
                self.agir(Action::Guichet(Geste::PreparerLeModele(cible)));
                cadre::imprimer();
            }
            Some("continuer") if cfg!(feature = "guichet") => {
                self.agir(Action::Guichet(Geste::Prevenir(None)))
            }
            Some("modele") => self.agir(Action::VoirLeModele(cible)),
            Some("langue") => {
                if let Some(langue) = Langue::lire(&cible) {
                    self.agir(Action::Lire(langue));
                }
            }
            Some("agenda") => {
                let fichier = page::agenda(&self.catalogue, &self.langues, &self.seance.borrow());
                telechargement::proposer(
                    &self.cadre.document,
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
                self.cadre.viser(&format!("#{cible}"));
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

    /// What is read at once: a paper ticked on the result, and whatever has a name of field. The choices of a
    /// question wait for their button.
    fn changement(self: &Rc<Self>, evenement: &Event) {
        let Some(champ) = champ(evenement) else {
            return;
        };
        if champ.name() == "piece" {
            return self.agir(Action::Tenir {
                piece: champ.value(),
                tenue: champ.checked(),
            });
        }
        let nom = champ.get_attribute("data-champ");
        let Some(nom) = nom.filter(|_| cfg!(feature = "guichet")) else {
            return;
        };
        self.agir(Action::Guichet(match champ.type_().as_str() {
            "radio" | "checkbox" => Geste::Choisir {
                question: nom,
                valeur: champ.value(),
                coche: champ.checked(),
            },
            _ => Geste::Quitter(nom),
        }));
    }

    /// A key in a text that is read as it is typed.
    fn saisie(self: &Rc<Self>, evenement: &Event) {
        let Some(texte) = champ(evenement).filter(|c| c.type_() == "text") else {
            return;
        };
        if let Some(champ) = texte.get_attribute("data-champ") {
            let texte = texte.value();
            self.agir(Action::Guichet(Geste::Saisir { champ, texte }));
        }
    }

    fn copier(self: &Rc<Self>, copie: Copie) {
        let seance = self.seance.borrow();
        let texte = page::a_copier(&self.catalogue, &self.langues, &seance, &copie);
        drop(seance);
        let interne = Rc::clone(self);
        presse_papiers::copier(texte, move |refuse| {
            interne.agir(Action::Copier(copie, refuse))
        });
    }

    fn agir(&self, action: Action) {
        if self.demonte.get() {
            return;
        }
        let recommence = action == Action::Recommencer;
        let sur_place = action.sur_place();
        let titre = || Some((".resume-erreurs".into(), ".titre".into()));
        let suite = match &action {
            // The box that was ticked keeps the focus.
            Action::Tenir { .. } | Action::Lire(_) | Action::Guichet(_) => None,
            Action::Recommencer => Some(("[data-premier]".into(), ".titre".into())),
            Action::Copier(..) => Some(("#copie".into(), ".titre".into())),
            Action::Dater { piece, .. } => {
                Some((format!("#erreur-{piece}"), format!("#etat-{piece}")))
            }
            Action::Prolonger(piece) => Some((format!("#etat-{piece}"), ".titre".into())),
            Action::Deposer(_) => Some((format!("#erreur-{}", page::DEPOT), ".titre".into())),
            _ => titre(),
        };
        let avant = self.seance.borrow().ecran.clone();
        self.seance.borrow_mut().suivre(&self.catalogue, action);
        if recommence && cfg!(feature = "guichet") {
            let _ = dom::effacer(&self.cadre.boite);
        }
        // Another day may ask for an answer: that is another screen.
        let sur_place = sur_place && avant == self.seance.borrow().ecran;
        match self.montrer(sur_place) {
            Montre::EnPlace => self.viser_la_suite(suite),
            Montre::Entier => {
                let tour = self.tour.get();
                self.viser_la_suite(suite.or_else(titre));
                if self.tour.get() == tour && !self.demonte.get() {
                    self.annoncer_l_ecran();
                }
            }
            Montre::ParUnAutre => {}
        }
        if recommence && !self.demonte.get() {
            self.annonceur.dire(Annonce::Recommence {});
        }
    }

    /// Shows the screen: a new one whole, the same one by its differences only.
    ///
    /// A browser may tell that a node loses the focus while it is taken out, and a host act on that: the
    /// screen it wants is drawn once this one is done, from the start.
    fn montrer(&self, mut sur_place: bool) -> Montre {
        self.tour.set(self.tour.get().wrapping_add(1));
        if self.dessine.replace(true) {
            return Montre::ParUnAutre;
        }
        loop {
            let tour = self.tour.get();
            self.dessiner(sur_place);
            if self.tour.get() == tour {
                break;
            }
            sur_place = false;
        }
        self.dessine.set(false);
        match sur_place {
            true => Montre::EnPlace,
            false => Montre::Entier,
        }
    }

    fn dessiner(&self, sur_place: bool) {
        let vue = page::vue(&self.catalogue, &self.langues, &self.seance.borrow());
        self.cadre.dessiner(vue, sur_place);
    }

    /// Puts the focus on the error if there is one, else on what follows the action.
    fn viser_la_suite(&self, suite: Option<(String, String)>) {
        if let Some((erreur, sinon)) = suite
            && !self.cadre.viser(&erreur)
        {
            self.cadre.viser(&sinon);
        }
    }

    /// Tells the host page which screen this is, when it is a question or the result.
    fn annoncer_l_ecran(&self) {
        let ecran = self.seance.borrow().ecran.clone();
        let annonce = match ecran {
            // Shown again with its error, it is the same step.
            Ecran::Question(question) if self.seance.borrow().refus.is_none() => {
                Some(Annonce::Etape { question })
            }
            Ecran::Resultat => {
                let decision = self.bilan().decisions.into_iter().next();
                decision.map(|decision| Annonce::Resultat {
                    verdict: decision.verdict,
                    reglement: decision.reglement.into(),
                    carnet: decision.carnet,
                })
            }
            _ => None,
        };
        if let Some(annonce) = annonce {
            self.annonceur.dire(annonce);
        }
    }

    fn bilan(&self) -> Bilan<'_> {
        let parcours = page::chemin(&self.catalogue, &self.seance.borrow());
        decision::evaluer(&self.catalogue, &parcours.demande)
    }

    fn demande(&self) -> DemandeEcrite {
        DemandeEcrite::de(&page::chemin(&self.catalogue, &self.seance.borrow()).demande)
    }
}

/// The field that an event is about.
fn champ(evenement: &Event) -> Option<HtmlInputElement> {
    evenement.target()?.dyn_into().ok()
}
