//! Builds a tree of nodes in the page, by `createElement` and text nodes only: nothing is ever parsed.

use crate::page::Noeud;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlInputElement, Node};

/// Builds the node and its children.
pub fn construire(document: &Document, noeud: &Noeud) -> Result<Node, JsValue> {
    let element = match noeud {
        Noeud::Texte(texte) => return Ok(document.create_text_node(texte).into()),
        Noeud::Element(element) => element,
    };
    let construit = document.create_element(element.nom)?;
    for (nom, valeur) in &element.attributs {
        construit.set_attribute(nom, valeur)?;
    }
    for enfant in &element.enfants {
        construit.append_child(&construire(document, enfant)?)?;
    }
    Ok(construit.into())
}

/// Names and values of the fields of a form, as the browser would send them.
pub fn champs(formulaire: &web_sys::Element) -> Result<Vec<(String, String)>, JsValue> {
    let elements = formulaire.query_selector_all("input")?;
    let mut champs = Vec::new();
    for rang in 0..elements.length() {
        let Some(champ) = elements
            .get(rang)
            .and_then(|n| n.dyn_into::<HtmlInputElement>().ok())
        else {
            continue;
        };
        let a_cocher = matches!(champ.type_().as_str(), "radio" | "checkbox");
        if !a_cocher || champ.checked() {
            champs.push((champ.name(), champ.value()));
        }
    }
    Ok(champs)
}
