//! Between JavaScript values and ours. The browser's `JSON.parse` does the parsing: no parser is shipped.

#[cfg(feature = "complet")]
use super::lecture;
use crate::reglement::Catalogue;
#[cfg(feature = "complet")]
use crate::reglement::Source;
use crate::textes::Langues;
use crate::valeur::texte;
#[cfg(feature = "complet")]
use crate::valeur::{Fautes, Valeur};
use js_sys::JSON;
use serde::Serialize;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Writes a value of any kind, field by field, as JSON would: `null` for nothing, plain objects.
#[cfg(feature = "fonctions")]
pub fn ecrire<T: Serialize>(valeur: &T) -> Result<JsValue, JsError> {
    let ecrivain = serde_wasm_bindgen::Serializer::json_compatible();
    valeur
        .serialize(&ecrivain)
        .map_err(|e| JsError::new(&e.to_string()))
}

thread_local! {
    /// What is written is written again in the same place: freeing it would fill it with zeros each time.
    static ENCRIER: Cell<String> = const { Cell::new(String::new()) };
}

/// Writes a text, and gives it to be read.
pub fn ecrit<R>(ecrire: impl FnOnce(&mut String), lire: impl FnOnce(&str) -> R) -> R {
    let mut texte = ENCRIER.take();
    texte.clear();
    ecrire(&mut texte);
    let lu = lire(&texte);
    ENCRIER.set(texte);
    lu
}

/// An answer, without the fields of `tus`.
pub fn rendre<T: Serialize>(reponse: &T, tus: &[&str]) -> Result<JsValue, JsError> {
    ecrit(
        |json| texte::ecrire(reponse, tus, json),
        |json| JSON::parse(json).map_err(|_| JsError::new("réponse : ne s'écrit pas")),
    )
}

thread_local! {
    static CATALOGUE: OnceCell<Rc<Catalogue>> = const { OnceCell::new() };
    static LANGUES: OnceCell<Rc<Langues>> = const { OnceCell::new() };
}

/// The built-in catalogue, read once.
pub fn catalogue() -> Rc<Catalogue> {
    CATALOGUE.with(|c| Rc::clone(c.get_or_init(|| Rc::new(Catalogue::integre()))))
}

/// The texts in each language, read once.
pub fn langues() -> Rc<Langues> {
    LANGUES.with(|l| Rc::clone(l.get_or_init(|| Rc::new(Langues::integrees()))))
}

/// The catalogue that an attribute gives, with its words.
pub fn catalogue_de_l_hote(fourni: &JsValue) -> Result<(Rc<Catalogue>, Rc<Langues>), JsError> {
    #[cfg(feature = "complet")]
    {
        let fourni = lecture::lire(fourni, "reglements").map_err(|e| JsError::new(&e))?;
        Ok(catalogue_fourni(fourni, "reglements")?)
    }
    #[cfg(not(feature = "complet"))]
    {
        let _ = fourni;
        Err(JsError::new(
            "reglements : ce module n'en lit pas ; attendu : le module complet",
        ))
    }
}

/// A catalogue that a host gives, with its words: the same reading and the same lint as the built-in one.
///
/// # Errors
/// Every fault, of its rules or, when these are right, of its words.
#[cfg(feature = "complet")]
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
