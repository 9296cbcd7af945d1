//! Demandes in and answers out, each way in one call: `plain.js` writes plain data as a text, and `JSON.parse` reads ours.

use super::lecture;
use crate::valeur::{Valeur, plat, texte};
use js_sys::{Array, JSON};
use serde::Serialize;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// Rows that cross at once: enough for the crossing to count for little, few enough for their texts to be short.
const LIGNES: u32 = 32;

#[wasm_bindgen(module = "/src/web/plain.js")]
extern "C" {
    #[wasm_bindgen(js_name = plainText)]
    fn texte_simple(valeur: &JsValue) -> String;
    #[wasm_bindgen(js_name = plainTexts)]
    fn textes_simples(liste: &JsValue, de: u32, a: u32) -> String;
    #[wasm_bindgen(js_name = appendParsed)]
    fn ajouter(liste: &Array, json: &str);
}

thread_local! {
    /// What is written is written again in the same place: freeing it would fill it with zeros each time.
    static ENCRIER: Cell<String> = const { Cell::new(String::new()) };
}

/// Writes a text, and gives it to be read.
fn ecrit<R>(ecrire: impl FnOnce(&mut String), lire: impl FnOnce(&str) -> R) -> R {
    let mut texte = ENCRIER.take();
    texte.clear();
    ecrire(&mut texte);
    let lu = lire(&texte);
    ENCRIER.set(texte);
    lu
}

/// Reads a value: as plain data, with care when it is not.
///
/// # Errors
/// The first part that JSON could not hold.
pub fn lire(valeur: &JsValue, nom: &str) -> Result<Valeur, String> {
    let simple = plat::lire(&mut plat::jetons(&texte_simple(valeur)));
    simple.map_or_else(|| lecture::lire(valeur, nom), Ok)
}

/// An answer, without the fields of `tus`.
pub fn rendre<T: Serialize>(reponse: &T, tus: &[&str]) -> Result<JsValue, JsError> {
    ecrit(
        |json| texte::ecrire(reponse, tus, json),
        |json| JSON::parse(json).map_err(|_| JsError::new("réponse : ne s'écrit pas")),
    )
}

/// Reads each element of a list, and gives the list of what is written of it.
///
/// # Errors
/// It is no list.
pub fn traduire(
    liste: &JsValue,
    nom: &str,
    element: &str,
    ecrire: impl Fn(Result<Valeur, String>, &mut String),
) -> Result<Array, String> {
    let nombre = lecture::nombre(liste, nom)?;
    let rendus = Array::new();
    for debut in (0..nombre).step_by(LIGNES as usize) {
        let fin = nombre.min(debut + LIGNES);
        let textes = textes_simples(liste, debut, fin);
        let mut jetons = plat::jetons(&textes);
        let ecrire_les_lignes = |json: &mut String| {
            let mut separateur = '[';
            for rang in debut..fin {
                json.push(separateur);
                let soigneuse = || lecture::lire(&lecture::element(liste, nom, rang)?, element);
                ecrire(plat::lire(&mut jetons).map_or_else(soigneuse, Ok), json);
                separateur = ',';
            }
            json.push(']');
        };
        ecrit(ecrire_les_lignes, |json| ajouter(&rendus, json));
    }
    Ok(rendus)
}
