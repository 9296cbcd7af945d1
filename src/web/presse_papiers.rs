//! Copies a text, and says how it went: a browser may refuse, and an insecure page has no clipboard.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Clipboard;

/// Copies, then calls `suite` with nothing, or with the text that could not be copied.
pub fn copier(texte: String, suite: impl FnOnce(Option<String>) + 'static) {
    let presse_papiers = web_sys::window().map(|f| f.navigator().clipboard());
    let Some(presse_papiers) = presse_papiers.filter(|p| p.is_instance_of::<Clipboard>()) else {
        return suite(Some(texte));
    };
    let promesse = presse_papiers.write_text(&texte);
    // Only one of the two is called, once.
    let suite = Rc::new(Cell::new(Some(suite)));
    let aussi = Rc::clone(&suite);
    let copie = Closure::once(move |_: JsValue| suite.take().map_or((), |suite| suite(None)));
    let refus =
        Closure::once(move |_: JsValue| aussi.take().map_or((), |suite| suite(Some(texte))));
    let _ = promesse.then2(&copie, &refus);
    copie.forget();
    refus.forget();
}
