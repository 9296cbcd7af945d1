//! The functions a page may call, and their TypeScript types.

use super::{json, lecture};
use crate::bilan::Bilan;
use crate::decision::{self, Etendue};
use crate::textes::Langue;
use crate::valeur::Faute;
use crate::{Catalogue, demande, vocabulaire};
use js_sys::{Array, Reflect};
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
    let bilan = juger(&json::catalogue(), &demande, etendue).map_err(|e| JsError::new(&e))?;
    ecrire(&bilan, etendue)
}

/// Judges many: one Bilan or one `{erreur}` per entry, same order.
#[wasm_bindgen(js_name = evaluerLot, unchecked_return_type = "(Bilan | Erreur)[]")]
pub fn evaluer_lot(
    #[wasm_bindgen(unchecked_param_type = "Demande[]")] demandes: JsValue,
    etendue: Option<EtendueDuBilan>,
) -> Result<JsValue, JsError> {
    let (catalogue, etendue) = (json::catalogue(), lire_etendue(etendue));
    let demandes = lecture::elements(&demandes, "demandes").map_err(|e| JsError::new(&e))?;
    let bilans = Array::new();
    for demande in demandes {
        let ligne = match demande.and_then(|demande| juger(&catalogue, &demande, etendue)) {
            Ok(bilan) => ecrire(&bilan, etendue)?,
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

fn lire_etendue(etendue: Option<EtendueDuBilan>) -> Etendue {
    let dite = |lire: fn(&EtendueDuBilan) -> Option<bool>| etendue.as_ref().and_then(lire);
    Etendue {
        perspectives: dite(EtendueDuBilan::perspectives).unwrap_or(true),
        motifs: dite(EtendueDuBilan::motifs).unwrap_or(true),
    }
}

/// Reads and judges.
fn juger(catalogue: &Catalogue, demande: &JsValue, etendue: Etendue) -> Result<Bilan, String> {
    let valeur = lecture::lire(demande, "demande")?;
    let demande = demande::lire(catalogue, &valeur).map_err(|erreurs| erreurs.to_string())?;
    Ok(decision::evaluer_selon(catalogue, &demande, etendue))
}

/// What is left out has no key: an empty list would say that there is nothing to say.
fn ecrire(bilan: &Bilan, etendue: Etendue) -> Result<JsValue, JsError> {
    let ecrit = json::ecrire(bilan)?;
    let tues: &[&str] = match (etendue.perspectives, etendue.motifs) {
        (true, true) => return Ok(ecrit),
        (true, false) => &["motifs"],
        (false, true) => &["aPartirDu", "siAlors"],
        (false, false) => &["aPartirDu", "siAlors", "motifs"],
    };
    let decisions = Reflect::get(&ecrit, &"decisions".into()).unwrap_or_default();
    for decision in Array::from(&decisions) {
        for cle in tues {
            let decision: &js_sys::Object = decision.unchecked_ref();
            let _ = Reflect::delete_property(decision, &(*cle).into());
        }
    }
    Ok(ecrit)
}
