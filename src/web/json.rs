//! Between JavaScript values and ours. The browser's `JSON.parse` does the parsing: no parser is shipped.

use super::lecture;
use crate::reglement::{Catalogue, Source, integre};
use crate::textes::Langues;
use crate::valeur::{Faute, Valeur};
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
            // The tests load the same files: a release cannot carry a wrong one.
            Rc::new(Catalogue::charger(&sources).unwrap_throw_with())
        })
        .clone()
    })
}

/// The texts in each language, read once.
pub fn langues() -> Rc<Langues> {
    LANGUES.with(|l| {
        l.get_or_init(|| Rc::new(Langues::charger(analyser).unwrap_throw_with()))
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
) -> Result<(Rc<Catalogue>, Rc<Langues>), Vec<Faute>> {
    let source = Source {
        fichier: fichier.into(),
        contenu,
    };
    let catalogue = Catalogue::charger(std::slice::from_ref(&source))?;
    let langues = Langues::clone(&langues()).pour(&catalogue, &source.contenu, fichier)?;
    Ok((Rc::new(catalogue), Rc::new(langues)))
}

/// Every fault, one a line, as one error.
pub fn fautes(fautes: &[Faute]) -> JsError {
    let lignes: Vec<String> = fautes.iter().map(ToString::to_string).collect();
    JsError::new(&lignes.join("\n"))
}

trait UnwrapThrowWith<T> {
    fn unwrap_throw_with(self) -> T;
}

impl<T> UnwrapThrowWith<T> for Result<T, Vec<Faute>> {
    fn unwrap_throw_with(self) -> T {
        self.unwrap_or_else(|fautes| {
            let lignes: Vec<String> = fautes.iter().map(ToString::to_string).collect();
            wasm_bindgen::throw_str(&lignes.join("\n"))
        })
    }
}
