//! From the sheet to plain text, for a mail: the same words, in the same order.

use super::{Element, Noeud};

/// Room for a hand, which a mail has not.
const TUE: &str = "cachet";
/// Elements that stay on the line of their parent.
const EN_LIGNE: [&str; 5] = ["span", "a", "strong", "dt", "dd"];

/// The text of a tree, a line a paragraph.
pub fn en_texte(noeud: &Noeud) -> String {
    let mut lignes = Vec::new();
    ecrire(noeud, &mut lignes);
    // A heading opens with an empty line: not the first one.
    lignes.join("\n").trim().to_string() + "\n"
}

fn ecrire(noeud: &Noeud, lignes: &mut Vec<String>) {
    let element = match noeud {
        Noeud::Texte(texte) => return lignes.push(texte.clone()),
        Noeud::Element(element) => element,
    };
    if tu(element) {
        return;
    }
    let titre = matches!(element.nom, "h2" | "h3" | "h4" | "h5" | "h6");
    if titre || element.lire("class") == Some("avis") {
        lignes.push(String::new());
    }
    match element.nom {
        "ol" => {
            for (rang, enfant) in element.enfants.iter().enumerate() {
                puce(enfant, &format!("{}. ", rang + 1), lignes);
            }
        }
        "ul" => element.enfants.iter().for_each(|e| puce(e, "- ", lignes)),
        _ if element.enfants.iter().all(en_ligne) => {
            let ligne = sur_une_ligne(element);
            if !ligne.is_empty() {
                lignes.push(ligne);
            }
        }
        _ => element.enfants.iter().for_each(|e| ecrire(e, lignes)),
    }
}

/// An item of a list, its first line after the mark and the others under it.
fn puce(noeud: &Noeud, marque: &str, lignes: &mut Vec<String>) {
    let mut siennes = Vec::new();
    ecrire(noeud, &mut siennes);
    let marge = " ".repeat(marque.len());
    let remplies = siennes.iter().filter(|l| !l.is_empty()).enumerate();
    lignes.extend(remplies.map(|(rang, ligne)| {
        let debut = if rang == 0 { marque } else { &marge };
        format!("{debut}{ligne}")
    }));
}

fn en_ligne(noeud: &Noeud) -> bool {
    match noeud {
        Noeud::Texte(_) => true,
        Noeud::Element(element) => EN_LIGNE.contains(&element.nom) || tu(element),
    }
}

fn tu(element: &Element) -> bool {
    element.lire("aria-hidden").is_some() || element.lire("class") == Some(TUE)
}

/// Texts and their marks end to end; an address is whole, to be clicked.
fn sur_une_ligne(element: &Element) -> String {
    if let Some(adresse) = element.lire("href") {
        return adresse.into();
    }
    let mut ligne = String::new();
    for enfant in &element.enfants {
        match enfant {
            Noeud::Texte(texte) => ligne.push_str(texte),
            Noeud::Element(element) if !tu(element) => {
                let dit = sur_une_ligne(element);
                let colle =
                    ligne.is_empty() || ligne.ends_with(' ') || dit.starts_with(['\u{a0}', ':']);
                if !colle {
                    ligne.push(' ');
                }
                ligne.push_str(&dit);
            }
            Noeud::Element(_) => {}
        }
    }
    ligne.trim_matches([' ', '\n']).to_string()
}
