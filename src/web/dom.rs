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
    // Other children in number, that nothing tells apart: the part is another one.
    let cles = cles(&ancien.enfants).zip(cles(&nouveau.enfants));
    let memes = ancien.enfants.len() == nouveau.enfants.len();
    if ancien.nom != nouveau.nom || !(memes || cles.is_some()) {
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
        refleter(element, nom, None);
    }
    for (nom, valeur) in nouveau
        .attributs
        .iter()
        .filter(|(nom, valeur)| ancien.lire(nom) != Some(valeur.as_str()))
    {
        element.set_attribute(nom, valeur)?;
        refleter(element, nom, Some(valeur));
    }
    if let Some((avant, apres)) = cles.filter(|(avant, apres)| avant != apres) {
        return ranger(document, place, (ancien, &avant), (nouveau, &apres));
    }
    let enfants = place.child_nodes();
    for (rang, (avant, apres)) in ancien.enfants.iter().zip(&nouveau.enfants).enumerate() {
        if let Some(enfant) = enfants.get(rang as u32) {
            accorder(document, &enfant, avant, apres)?;
        }
    }
    Ok(())
}

/// What was ticked or typed by hand no longer follows its attribute: it is told.
fn refleter(element: &web_sys::Element, nom: &str, valeur: Option<&str>) {
    if nom == "selected" {
        let _ = js_sys::Reflect::set(element, &nom.into(), &valeur.is_some().into());
    }
    let Some(champ) = element.dyn_ref::<HtmlInputElement>() else {
        return;
    };
    match (nom, valeur) {
        ("checked", valeur) => champ.set_checked(valeur.is_some()),
        // The same text set again would lose the place of the caret.
        ("value", Some(valeur)) if champ.value() != valeur => champ.set_value(valeur),
        _ => {}
    }
}

/// What tells the children of a part from one another, when all of them say it.
fn cles(enfants: &[Noeud]) -> Option<Vec<&str>> {
    // Only the screens of professionals are drawn again under the fingers.
    if !cfg!(any(feature = "guichet", feature = "classe")) {
        return None;
    }
    let cle = enfants.iter().map(|noeud| match noeud {
        Noeud::Element(element) => element.lire("data-cle"),
        Noeud::Texte(_) => None,
    });
    cle.collect()
}

/// Takes out the children that are gone, changes those that stay, puts the new ones in their place. Those that
/// stay keep their order.
fn ranger(
    document: &Document,
    place: &Node,
    (ancien, avant): (&crate::page::Element, &[&str]),
    (nouveau, apres): (&crate::page::Element, &[&str]),
) -> Result<(), JsValue> {
    let enfants = place.child_nodes();
    let mut restants = Vec::new();
    for (rang, cle) in avant.iter().enumerate() {
        restants.extend(
            enfants
                .get(rang as u32)
                .map(|n| (*cle, n, &ancien.enfants[rang])),
        );
    }
    for (_, enfant, _) in restants.iter().filter(|(cle, ..)| !apres.contains(cle)) {
        place.remove_child(enfant)?;
    }
    let mut suivant = place.first_child();
    for (cle, noeud) in apres.iter().zip(&nouveau.enfants) {
        let reste = restants.iter().find(|(connue, ..)| connue == cle);
        match (reste, &suivant) {
            (Some((_, enfant, avant)), Some(la)) if enfant.is_same_node(Some(la)) => {
                suivant = la.next_sibling();
                accorder(document, enfant, avant, noeud)?;
            }
            _ => {
                if let Some((_, enfant, _)) = reste {
                    place.remove_child(enfant)?;
                }
                place.insert_before(&construire(document, noeud)?, suivant.as_ref())?;
            }
        }
    }
    Ok(())
}

fn remplacer(document: &Document, place: &Node, noeud: &Noeud) -> Result<(), JsValue> {
    if let Some(parent) = place.parent_node() {
        parent.replace_child(&construire(document, noeud)?, place)?;
    }
    Ok(())
}

/// Empties a part of the page that is to be taken out: a browser may keep its nodes (to undo what was typed, or
/// until it tidies up), and they must say nothing of anybody.
pub fn effacer(racine: &web_sys::Element) -> Result<(), JsValue> {
    let elements = racine.query_selector_all("*")?;
    for rang in 0..elements.length() {
        let element = elements.get(rang);
        let Some(element) = element.and_then(|n| n.dyn_into::<web_sys::Element>().ok()) else {
            continue;
        };
        if let Some(champ) = element.dyn_ref::<HtmlInputElement>() {
            champ.set_value("");
            champ.set_checked(false);
        }
        for nom in element.get_attribute_names() {
            if let Some(nom) = nom.as_string() {
                element.remove_attribute(&nom)?;
            }
        }
        if element.first_element_child().is_none() {
            element.set_text_content(None);
        }
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
