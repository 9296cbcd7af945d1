//! From what the element's attributes ask for to the options of a page, its catalogue and its texts.

use super::{json, lecture};
use crate::adresse::Adresse;
use crate::campagne::Campagne;
use crate::date;
use crate::page::{Mode, Reglages};
use crate::reglement::Catalogue;
use crate::textes::{Langue, Langues};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = r#"
/** What the element's attributes ask for. `dateDepot` is `AAAA-MM-JJ`. */
export interface OptionsDuWidget {
  dateDepot: string;
  /** `particulier` unless said. */
  mode?: string;
  /** Language tag; French when there are no texts in it. */
  langue?: string;
  niveauDeTitre: number;
  portail?: string;
  contact?: string;
  /** Address of the page, to make a link to this test. */
  adresse?: string;
  /** A catalogue that replaces the built-in one, already parsed. */
  reglements?: unknown;
  /** What was announced since the acts, already parsed. */
  campagne?: unknown;
}
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "OptionsDuWidget")]
    pub type OptionsDuWidget;
    #[wasm_bindgen(method, getter, js_name = dateDepot)]
    fn date_depot(this: &OptionsDuWidget) -> String;
    #[wasm_bindgen(method, getter, js_name = niveauDeTitre)]
    fn niveau_de_titre(this: &OptionsDuWidget) -> f64;
    #[wasm_bindgen(method, getter)]
    fn mode(this: &OptionsDuWidget) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn langue(this: &OptionsDuWidget) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn adresse(this: &OptionsDuWidget) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn portail(this: &OptionsDuWidget) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn contact(this: &OptionsDuWidget) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn reglements(this: &OptionsDuWidget) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn campagne(this: &OptionsDuWidget) -> JsValue;

    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    fn avertir(texte: &str);
}

/// The address that an attribute asks for. One that cannot be a link is left out, and whoever made the page
/// is told; people can take the test without it.
fn adresse(
    attribut: &str,
    texte: Option<String>,
    lire: fn(&str) -> Result<Adresse, String>,
) -> Option<Adresse> {
    lire(&texte?)
        .map_err(|refus| {
            avertir(&format!(
                "pass-numerique : {attribut} : {refus} ; pas de lien"
            ))
        })
        .ok()
}

impl OptionsDuWidget {
    /// The catalogue, its texts, and what is asked of the page.
    ///
    /// # Errors
    /// The day or the mode, with its value and what was expected; or every fault of a file.
    pub(super) fn lire(&self) -> Result<(Rc<Catalogue>, Rc<Langues>, Reglages), JsError> {
        let depot = date::lire(&self.date_depot()).ok_or_else(|| {
            JsError::new(&format!(
                "date-depot : « {} » n'est pas un jour ; attendu : AAAA-MM-JJ",
                self.date_depot()
            ))
        })?;
        let mode = match self.mode() {
            Some(mode) => Mode::lire(&mode)?,
            None => Mode::default(),
        };
        let langue = self.langue().and_then(|code| Langue::lire(&code));
        let (catalogue, langues) = self.catalogue()?;
        let options = Reglages {
            depot,
            mode,
            langue: langue.unwrap_or_default(),
            niveau_de_titre: self.niveau_de_titre().clamp(2.0, 5.0) as u8,
            portail: adresse("portail", self.portail(), Adresse::portail),
            contact: adresse("contact", self.contact(), Adresse::contact),
            campagne: self.annonces(&catalogue)?,
            adresse: self.adresse(),
        };
        Ok((catalogue, langues, options))
    }

    /// The built-in catalogue and texts, or those of the host.
    fn catalogue(&self) -> Result<(Rc<Catalogue>, Rc<Langues>), JsError> {
        let fournis = self.reglements();
        if fournis.is_undefined() || fournis.is_null() {
            return Ok((json::catalogue(), json::langues()));
        }
        json::catalogue_de_l_hote(&fournis)
    }

    fn annonces(&self, catalogue: &Catalogue) -> Result<Option<Campagne>, JsError> {
        let fournies = self.campagne();
        if fournies.is_undefined() || fournies.is_null() {
            return Ok(None);
        }
        let fournies = lecture::lire(&fournies, "campagne").map_err(|e| JsError::new(&e))?;
        let lues = Campagne::charger(catalogue, &fournies, "campagne")?;
        Ok(Some(lues))
    }
}
