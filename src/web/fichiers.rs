//! Files that somebody chooses, drops or pastes: their bytes, read in the page.

use js_sys::Uint8Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, HtmlInputElement};

/// What came: a file to read, or a text that is there already.
pub enum Venu {
    Fichier(File),
    Texte(String),
}

/// What was dropped, or pasted where a list is awaited.
pub fn venu(evenement: &Event) -> Option<Venu> {
    let pose = evenement
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer);
    let colle = || evenement.dyn_ref::<ClipboardEvent>()?.clipboard_data();
    de(&pose.or_else(colle)?)
}

fn de(donnees: &DataTransfer) -> Option<Venu> {
    let texte = donnees.get_data("text/plain").unwrap_or_default();
    let fichier = donnees.files().and_then(|fichiers| fichiers.get(0));
    // A spreadsheet also puts a picture of the cells on the clipboard.
    match (texte.is_empty(), fichier) {
        (true, fichier) => fichier.map(Venu::Fichier),
        (false, _) => Some(Venu::Texte(texte)),
    }
}

/// The file just chosen; the field is left empty, so that the same one can be chosen again.
pub fn choisi(champ: &HtmlInputElement) -> Option<File> {
    let fichier = champ.files()?.get(0);
    champ.set_value("");
    fichier
}

/// Reads a file, at most `limite` bytes of it, then calls `suite` with them, or with nothing.
pub fn lire(fichier: &File, limite: usize, suite: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let debut = fichier.slice_with_f64_and_f64(0.0, limite as f64);
    let Ok(debut) = debut else {
        return suite(None);
    };
    let promesse = debut.array_buffer();
    // Only one of the two is called, once.
    let suite = Rc::new(Cell::new(Some(suite)));
    let aussi = Rc::clone(&suite);
    let lu = Closure::once(move |octets: JsValue| {
        let vue = Uint8Array::new(&octets);
        let octets = vue.to_vec();
        // The browser's own copy goes too: columns that are not read are in it.
        vue.fill(0, 0, vue.length());
        if let Some(suite) = suite.take() {
            suite(Some(octets));
        }
    });
    let perdu = Closure::once(move |_: JsValue| {
        if let Some(suite) = aussi.take() {
            suite(None);
        }
    });
    let _ = promesse.then2(&lu, &perdu);
    lu.forget();
    perdu.forget();
}
