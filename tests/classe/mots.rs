//! The words of the screens: each is called, none is of the administration.

use super::pages::pages;
use crate::page::classe::MOTS;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The text of each file of a folder and of those inside it.
fn tout_lire(ou: &Path) -> String {
    if ou.is_file() {
        return fs::read_to_string(ou).unwrap();
    }
    let entrees = fs::read_dir(ou).unwrap();
    entrees
        .map(|entree| tout_lire(&entree.unwrap().path()))
        .collect()
}

#[test]
fn chaque_mot_est_appele_et_chaque_appel_a_son_mot() {
    let sources = tout_lire(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page/classe"));
    // Words whose id is made of a prefix and of the id of something else.
    let composes = [
        "sort-",
        "niveau-",
        "compris-",
        "champ-",
        "colonne-",
        "manque-",
        "papier-",
        "refus-",
        "role-",
        "commune-",
        "entete-",
        "ordre-",
        "encodage-",
        "lecture-",
    ];
    let questions = [
        "lycee-experimentation-",
        "lycee-en-region-",
        "accompagne-",
        "pass-recus-",
        "hebergement-",
        "contrat-apprentissage-",
    ];
    let appele = |id: &str| {
        let entier = id.strip_suffix("-1").unwrap_or(id);
        sources.contains(&format!("\"{entier}\""))
            || composes
                .iter()
                .chain(&questions)
                .any(|debut| id.starts_with(debut))
    };
    let de_trop: Vec<&str> = MOTS
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| !appele(id))
        .collect();
    assert!(de_trop.is_empty(), "{de_trop:?}");
    // An id without words shows itself on a page.
    let pages: String = pages().into_values().collect();
    let nus: BTreeSet<&str> = pages
        .split(['<', '>'])
        .filter(|texte| composes.iter().any(|debut| texte.starts_with(debut)))
        .collect();
    assert!(nus.is_empty(), "{nus:?}");
}

#[test]
fn les_mots_sont_simples() {
    let interdits = [
        "dispositif",
        "afférent",
        "dématérialis",
        "sous réserve",
        "conformément",
        "le cas échéant",
        "instruction",
        "il convient",
        "(e)",
        "·e",
    ];
    for (id, mot) in MOTS {
        for interdit in interdits {
            assert!(!mot.to_lowercase().contains(interdit), "{id} : {interdit}");
        }
        for phrase in mot.split(['.', ':', '?', '!']) {
            let mots = phrase.split_whitespace().count();
            assert!(mots <= 18, "{id} : {mots} mots : {phrase}");
        }
    }
    println!("{} textes", MOTS.len());
}
