//! The functions a page may call, and their TypeScript types.

use super::json;
use crate::bilan::Bilan;
use crate::textes::Langue;
use crate::valeur::{Faute, Valeur};
use crate::{evaluer_valeur, vocabulaire};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");

/// Judges one demande. Throws an `Error` that names each field at fault, its value and what was expected.
#[wasm_bindgen(unchecked_return_type = "Bilan")]
pub fn evaluer(
    #[wasm_bindgen(unchecked_param_type = "Demande")] demande: JsValue,
) -> Result<JsValue, JsError> {
    let bilan = evaluer_valeur(&json::catalogue(), &json::lire(demande)?)?;
    json::ecrire(&bilan)
}

/// Judges many: one Bilan or one `{erreur}` per entry, same order.
#[wasm_bindgen(js_name = evaluerLot, unchecked_return_type = "(Bilan | Erreur)[]")]
pub fn evaluer_lot(
    #[wasm_bindgen(unchecked_param_type = "Demande[]")] demandes: JsValue,
) -> Result<JsValue, JsError> {
    let catalogue = json::catalogue();
    let Valeur::Liste(demandes) = json::lire(demandes)? else {
        return Err(JsError::new("demandes : attendu une liste"));
    };
    let bilans: Vec<BilanOuErreur> = demandes
        .iter()
        .map(|demande| match evaluer_valeur(&catalogue, demande) {
            Ok(bilan) => BilanOuErreur::Bilan(bilan),
            Err(erreurs) => BilanOuErreur::Erreur {
                erreur: erreurs.to_string(),
            },
        })
        .collect();
    json::ecrire(&bilans)
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
    let refus = json::catalogue_fourni(json::lire(catalogue)?, &fichier).err();
    let fautes: Vec<Faute> = refus.into_iter().flatten().collect();
    json::ecrire(&fautes)
}

#[derive(Serialize)]
#[serde(untagged)]
enum BilanOuErreur {
    Bilan(Bilan),
    Erreur { erreur: String },
}
