//! Demandes in and answers out, each way in one call: `plain.js` writes plain data as numbers, and `JSON.parse` reads ours.

use super::json::{self, ecrit};
use super::lecture;
use crate::demande;
use crate::valeur::{Valeur, plat};
use js_sys::Array;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// Rows whose answers cross at once: enough for the crossing to count for little, few enough for their text to be short.
const LIGNES: u32 = 32;

/// Numbers that a demande may take: ten times what the longest of the dossiers takes.
const PLACE: usize = 4_096;

#[wasm_bindgen(module = "/src/web/plain.js")]
extern "C" {
    #[wasm_bindgen(js_name = learn)]
    fn apprendre(connus: &str);
    #[wasm_bindgen(js_name = plainNumbers)]
    fn nombres(valeur: &JsValue, place: &mut [i32]) -> usize;
    #[wasm_bindgen(js_name = appendParsed)]
    fn ajouter(liste: &Array, json: &str);
}

thread_local! {
    /// Where numbers are written; taken meanwhile, since a value that is looked at may ask for an answer itself.
    static ARDOISE: Cell<Vec<i32>> = const { Cell::new(Vec::new()) };
    static CONNUS: OnceCell<Rc<[Arc<str>]>> = const { OnceCell::new() };
}

/// The words of a demande, known on both sides by their number.
fn connus() -> Rc<[Arc<str>]> {
    CONNUS.with(|connus| {
        Rc::clone(connus.get_or_init(|| {
            let mots = demande::mots(&json::catalogue());
            apprendre(&mots.join("\0"));
            mots.into_iter().map(Arc::from).collect()
        }))
    })
}

/// Reads a value: as plain data, with care when it is not.
///
/// # Errors
/// The first part that JSON could not hold.
pub fn lire(valeur: &JsValue, nom: &str) -> Result<Valeur, String> {
    let connus = connus();
    let mut ardoise = ARDOISE.take();
    ardoise.resize(PLACE, 0);
    let nombre = nombres(valeur, &mut ardoise);
    let mut ecrits = plat::Nombres {
        reste: &ardoise[..nombre],
        connus: &connus,
    };
    let simple = ecrits.valeur();
    // Nothing of anybody stays.
    ardoise[..nombre].fill(0);
    ARDOISE.set(ardoise);
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
        let ecrire_les_lignes = |json: &mut String| {
            let mut separateur = '[';
            for rang in debut..nombre.min(debut + LIGNES) {
                json.push(separateur);
                let ligne = lecture::element(liste, nom, rang);
                ecrire(ligne.and_then(|ligne| lire(&ligne, element)), json);
                separateur = ',';
            }
            json.push(']');
        };
        ecrit(ecrire_les_lignes, |json| ajouter(&rendus, json));
    }
    Ok(rendus)
}
