//! Offers a file made in the page: it never leaves the device, and no address holds what is in it.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Document, HtmlAnchorElement, Url};

/// Has the browser save `contenu` under this name.
pub fn proposer(document: &Document, nom: &str, genre: &str, contenu: &str) {
    // Without memory for the file there is nothing better to do than nothing.
    let _ = essayer(document, nom, genre, contenu);
}

fn essayer(document: &Document, nom: &str, genre: &str, contenu: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{genre};charset=utf-8"));
    let parties = Array::of1(&JsValue::from_str(contenu));
    let fichier = Blob::new_with_str_sequence_and_options(&parties, &options)?;
    let adresse = Url::create_object_url_with_blob(&fichier)?;
    let lien: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    lien.set_href(&adresse);
    lien.set_download(nom);
    // A link out of the page is followed all the same, and moves nothing in it.
    lien.click();
    Url::revoke_object_url(&adresse)
}
