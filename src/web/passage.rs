//! Demandes in and answers out, each way in one call: `plain.js` writes plain data as a text, and `JSON.parse` reads ours.

use super::json::ecrit;
use super::lecture;
use crate::valeur::{Valeur, plat};
use js_sys::Array;
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

/// Reads a value: as plain data, with care when it is not.
///
/// # Errors
/// The first part that JSON could not hold.
pub fn lire(valeur: &JsValue, nom: &str) -> Result<Valeur, String> {
    let simple = plat::lire(&mut plat::jetons(&texte_simple(valeur)));
    simple.map_or_else(|| lecture::lire(valeur, nom), Ok)
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
