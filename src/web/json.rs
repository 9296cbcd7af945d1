//! Between JavaScript values and ours. The browser's `JSON.parse` does the parsing: no parser is shipped.

use super::lecture;
use crate::reglement::{Catalogue, Source, integre};
use crate::textes::Langues;
use crate::valeur::{Fautes, Valeur};
use serde::Serialize;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Writes a value as JSON would: `null` for nothing, plain objects.
pub fn ecrire<T: Serialize>(valeur: &T) -> Result<JsValue, JsError> {
    let ecrivain = serde_wasm_bindgen::Serializer::json_compatible();
    valeur
        .serialize(&ecrivain)
        .map_err(|e| JsError::new(&e.to_string()))
}

fn analyser(texte: &str) -> Valeur {
    js_sys::JSON::parse(texte)
        .ok()
        .and_then(|v| lecture::lire(&v, "").ok())
        .unwrap_or(Valeur::Nul)
}

thread_local! {
    static CATALOGUE: OnceCell<Rc<Catalogue>> = const { OnceCell::new() };
    static LANGUES: OnceCell<Rc<Langues>> = const { OnceCell::new() };
}

/// The built-in catalogue, read once.
pub fn catalogue() -> Rc<Catalogue> {
    CATALOGUE.with(|c| {
        c.get_or_init(|| {
            let sources: Vec<Source> = integre()
                .iter()
                .map(|(fichier, texte)| Source {
                    fichier: (*fichier).into(),
                    contenu: analyser(texte),
                })
                .collect();
            Rc::new(sans_faute(Catalogue::charger(&sources)))
        })
        .clone()
    })
}

/// The texts in each language, read once.
pub fn langues() -> Rc<Langues> {
    LANGUES.with(|l| {
        l.get_or_init(|| Rc::new(sans_faute(Langues::charger(analyser))))
            .clone()
    })
}

/// A catalogue that a host gives, with its words: the same reading and the same lint as the built-in one.
///
/// # Errors
/// Every fault, of its rules or, when these are right, of its words.
pub fn catalogue_fourni(
    contenu: Valeur,
    fichier: &str,
) -> Result<(Rc<Catalogue>, Rc<Langues>), Fautes> {
    let source = Source {
        fichier: fichier.into(),
        contenu,
    };
    let catalogue = Catalogue::charger(std::slice::from_ref(&source))?;
    let langues = Langues::clone(&langues()).pour(&catalogue, &source.contenu, fichier)?;
    Ok((Rc::new(catalogue), Rc::new(langues)))
}

/// A release cannot carry a wrong file: the tests load the same ones.
fn sans_faute<T>(lu: Result<T, Fautes>) -> T {
    lu.unwrap_or_else(|fautes| wasm_bindgen::throw_str(&fautes.to_string()))
}
