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

/// Changes a part of the page from one tree to the next, keeping whatever did not change: what is
/// typed, ticked, unfolded or in focus stays.
pub fn accorder(
    document: &Document,
    place: &Node,
    avant: &Noeud,
    apres: &Noeud,
) -> Result<(), JsValue> {
    if avant == apres {
        return Ok(());
    }
    let (Noeud::Element(ancien), Noeud::Element(nouveau)) = (avant, apres) else {
        return remplacer(document, place, apres);
    };
    // Other children in number: the part is another one.
    if ancien.nom != nouveau.nom || ancien.enfants.len() != nouveau.enfants.len() {
        return remplacer(document, place, apres);
    }
    let Some(element) = place.dyn_ref::<web_sys::Element>() else {
        return Ok(());
    };
    for (nom, _) in ancien
        .attributs
        .iter()
        .filter(|(nom, _)| nouveau.lire(nom).is_none())
    {
        element.remove_attribute(nom)?;
        choisir(element, nom, false);
    }
    for (nom, valeur) in nouveau
        .attributs
        .iter()
        .filter(|(nom, valeur)| ancien.lire(nom) != Some(valeur.as_str()))
    {
        element.set_attribute(nom, valeur)?;
        choisir(element, nom, true);
    }
    let enfants = place.child_nodes();
    for (rang, (avant, apres)) in ancien.enfants.iter().zip(&nouveau.enfants).enumerate() {
        if let Some(enfant) = enfants.get(rang as u32) {
            accorder(document, &enfant, avant, apres)?;
        }
    }
    Ok(())
}

/// Once somebody has ticked a box or chosen in a list, its attribute alone no longer moves it.
fn choisir(element: &web_sys::Element, attribut: &str, valeur: bool) {
    if matches!(attribut, "checked" | "selected") {
        let _ = js_sys::Reflect::set(element, &attribut.into(), &valeur.into());
    }
}

fn remplacer(document: &Document, place: &Node, noeud: &Noeud) -> Result<(), JsValue> {
    if let Some(parent) = place.parent_node() {
        parent.replace_child(&construire(document, noeud)?, place)?;
    }
    Ok(())
}

/// Names and values of the fields of a form, as the browser would send them.
pub fn champs(formulaire: &web_sys::Element) -> Result<Vec<(String, String)>, JsValue> {
    let elements = formulaire.query_selector_all("input, select, textarea")?;
    let mut champs = Vec::new();
    for rang in 0..elements.length() {
        let Some(champ) = elements.get(rang) else {
            continue;
        };
        let Some(champ) = champ.dyn_ref::<HtmlInputElement>() else {
            let dit = |quoi: &str| js_sys::Reflect::get(&champ, &quoi.into()).ok()?.as_string();
            champs.extend(dit("name").zip(dit("value")));
            continue;
        };
        let a_cocher = matches!(champ.type_().as_str(), "radio" | "checkbox");
        if !a_cocher || champ.checked() {
            champs.push((champ.name(), champ.value()));
        }
    }
    Ok(champs)
}
