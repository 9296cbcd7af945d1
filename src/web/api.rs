//! The functions a page may call, and their TypeScript types.

use super::{json, lecture};
use crate::bilan::Bilan;
use crate::textes::Langue;
use crate::valeur::Faute;
use crate::{Catalogue, evaluer_valeur, vocabulaire};
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");

/// Judges one demande. Throws an `Error` that names each field at fault, its value and what was expected.
#[wasm_bindgen(unchecked_return_type = "Bilan")]
pub fn evaluer(
    #[wasm_bindgen(unchecked_param_type = "Demande")] demande: JsValue,
) -> Result<JsValue, JsError> {
    let bilan = juger(&json::catalogue(), &demande).map_err(|e| JsError::new(&e))?;
    json::ecrire(&bilan)
}

/// Judges many: one Bilan or one `{erreur}` per entry, same order.
#[wasm_bindgen(js_name = evaluerLot, unchecked_return_type = "(Bilan | Erreur)[]")]
pub fn evaluer_lot(
    #[wasm_bindgen(unchecked_param_type = "Demande[]")] demandes: JsValue,
) -> Result<JsValue, JsError> {
    let catalogue = json::catalogue();
    let demandes = lecture::elements(&demandes, "demandes").map_err(|e| JsError::new(&e))?;
    let bilans = Array::new();
    for demande in demandes {
        let ligne = match demande.and_then(|demande| juger(&catalogue, &demande)) {
            Ok(bilan) => json::ecrire(&bilan)?,
            Err(erreur) => json::ecrire(&Erreur { erreur })?,
        };
        bilans.push(&ligne);
    }
    Ok(bilans.into())
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
    let fautes: Vec<Faute> = refus.into_iter().flatten().collect();
    json::ecrire(&fautes)
}

/// One row of a batch that could not be read.
#[derive(Serialize)]
struct Erreur {
    erreur: String,
}

/// Reads and judges.
fn juger(catalogue: &Catalogue, demande: &JsValue) -> Result<Bilan, String> {
    let valeur = lecture::lire(demande, "demande")?;
    evaluer_valeur(catalogue, &valeur).map_err(|erreurs| erreurs.to_string())
}
