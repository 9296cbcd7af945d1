//! The functions a page may call, and their TypeScript types.

use super::{json, lecture, passage};
use crate::bilan::Bilan;
use crate::decision::{self, Etendue};
use crate::en_liste::EnListe;
use crate::reglement::Catalogue;
use crate::textes::Langue;
use crate::valeur::{Valeur, texte};
use crate::{demande, vocabulaire};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const ETENDUE: &'static str = r#"
/** What a Bilan may leave out: `aPartirDu` and `siAlors`; `motifs`. All is said unless asked otherwise. */
export interface EtendueDuBilan { perspectives?: boolean; motifs?: boolean }
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "EtendueDuBilan")]
    pub type EtendueDuBilan;
    #[wasm_bindgen(method, getter)]
    fn perspectives(this: &EtendueDuBilan) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn motifs(this: &EtendueDuBilan) -> Option<bool>;
}

/// Judges one demande. Throws an `Error` that names each field at fault, its value and what was expected.
#[wasm_bindgen(unchecked_return_type = "Bilan")]
pub fn evaluer(
    #[wasm_bindgen(unchecked_param_type = "Demande")] demande: JsValue,
    etendue: Option<EtendueDuBilan>,
) -> Result<JsValue, JsError> {
    let etendue = lire_etendue(etendue);
    let demande = passage::lire(&demande, "demande");
    let catalogue = json::catalogue();
    let bilan = juger(&catalogue, demande, etendue).map_err(|e| JsError::new(&e))?;
    json::rendre(&bilan, tus(etendue))
}

/// Judges many: one Bilan or one `{erreur}` per entry, same order.
#[wasm_bindgen(js_name = evaluerLot, unchecked_return_type = "(Bilan | Erreur)[]")]
pub fn evaluer_lot(
    #[wasm_bindgen(unchecked_param_type = "Demande[]")] demandes: JsValue,
    etendue: Option<EtendueDuBilan>,
) -> Result<JsValue, JsError> {
    let (catalogue, etendue) = (json::catalogue(), lire_etendue(etendue));
    let bilans = passage::traduire(
        &demandes,
        "demandes",
        "demande",
        |demande, json| match juger(&catalogue, demande, etendue) {
            Ok(bilan) => texte::ecrire(&bilan, tus(etendue), json),
            Err(erreur) => texte::ecrire(&Erreur { erreur }, &[], json),
        },
    );
    bilans.map(Into::into).map_err(|e| JsError::new(&e))
}

/// Every question with its words, in the order they are asked.
#[wasm_bindgen(unchecked_return_type = "QuestionPubliee[]")]
pub fn questions() -> Result<JsValue, JsError> {
    json::ecrire(&vocabulaire::questions(
        &json::catalogue(),
        json::langues().lire(Langue::Francais),
    ))
}

/// Every règlement of the built-in catalogue.
#[wasm_bindgen(unchecked_return_type = "ReglementPublie[]")]
pub fn catalogue() -> Result<JsValue, JsError> {
    json::ecrire(&vocabulaire::reglements(
        &json::catalogue(),
        json::langues().lire(Langue::Francais),
    ))
}

/// Reads a catalogue and gives every fault in it; an empty list when it may be used.
#[wasm_bindgen(js_name = validerReglements, unchecked_return_type = "Faute[]")]
pub fn valider_reglements(
    #[wasm_bindgen(unchecked_param_type = "unknown")] catalogue: JsValue,
    fichier: Option<String>,
) -> Result<JsValue, JsError> {
    let fichier = fichier.unwrap_or_else(|| "catalogue".into());
    let catalogue = lecture::lire(&catalogue, "catalogue").map_err(|e| JsError::new(&e))?;
    let refus = json::catalogue_fourni(catalogue, &fichier).err();
    let fautes = refus.into_iter().flatten().en_liste();
    json::ecrire(&fautes)
}

/// One row of a batch that could not be read.
#[derive(Serialize)]
struct Erreur {
    erreur: String,
}

fn lire_etendue(etendue: Option<EtendueDuBilan>) -> Etendue {
    let dite = |lire: fn(&EtendueDuBilan) -> Option<bool>| etendue.as_ref().and_then(lire);
    Etendue {
        perspectives: dite(EtendueDuBilan::perspectives).unwrap_or(true),
        motifs: dite(EtendueDuBilan::motifs).unwrap_or(true),
    }
}

fn juger(
    catalogue: &Catalogue,
    demande: Result<Valeur, String>,
    etendue: Etendue,
) -> Result<Bilan<'_>, String> {
    let demande = demande::lire(catalogue, &demande?).map_err(|erreurs| erreurs.to_string())?;
    Ok(decision::evaluer_selon(catalogue, &demande, etendue))
}

/// What is left out has no key: an empty list would say that there is nothing to say.
fn tus(etendue: Etendue) -> &'static [&'static str] {
    match (etendue.perspectives, etendue.motifs) {
        (true, true) => &[],
        (true, false) => &["motifs"],
        (false, true) => &["aPartirDu", "siAlors"],
        (false, false) => &["aPartirDu", "siAlors", "motifs"],
    }
}
