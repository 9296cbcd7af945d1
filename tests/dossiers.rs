//! The corrected dossiers (`tests/dossiers/`), replayed by the engine: one test for each file.

#![cfg(not(target_arch = "wasm32"))]

mod commun;

use pass_numerique::{Catalogue, evaluer_json};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn les_dossiers_de_hdf_2020_donnent_la_decision_attendue() {
    rejouer("hdf-2020");
}

#[test]
fn les_dossiers_de_hdf_2022_donnent_la_decision_attendue() {
    rejouer("hdf-2022");
}

#[test]
fn les_dossiers_de_hdf_2023_donnent_la_decision_attendue() {
    rejouer("hdf-2023");
}

#[test]
fn les_dossiers_de_hdf_lycee_donnent_la_decision_attendue() {
    rejouer("hdf-lycee");
}

#[test]
fn les_dossiers_de_pdc_2021_donnent_la_decision_attendue() {
    rejouer("pdc-2021");
}

#[test]
fn les_dossiers_de_garde_donnent_la_decision_attendue() {
    rejouer("gardes");
}

#[test]
fn chaque_dossier_a_son_id_sa_phrase_et_des_attentes_comparees() {
    let mut ids = BTreeSet::new();
    let mut phrases = BTreeSet::new();
    for (fichier, lignes) in commun::fichiers() {
        for ligne in lignes.lines() {
            let dossier: Value = serde_json::from_str(ligne).unwrap();
            let (id, cas) = (
                dossier["id"].as_str().unwrap(),
                dossier["cas"].as_str().unwrap(),
            );
            assert!(ids.insert(id.to_string()), "{id} est donné deux fois");
            assert!(phrases.insert(cas.to_string()), "{id} : phrase déjà dite");
            assert!(cas.chars().count() <= 140, "{id} : phrase trop longue");
            let attendu = dossier["attendu"].as_object().unwrap();
            let a_sa_place = *fichier == "gardes" || attendu["reglement"] == *fichier;
            assert!(
                a_sa_place,
                "{id} n'est pas dans le fichier de son règlement"
            );
            for champ in attendu.keys() {
                let compare = commun::GENRES.iter().any(|(genre, _)| genre == champ);
                assert!(compare, "{id} : rien ne compare « {champ} »");
            }
        }
    }
}

/// Through the JSON door, as a back office would.
fn rejouer(fichier: &str) {
    let catalogue = Catalogue::integre();
    let compte = commun::rejouer(fichier, |demande| {
        let bilan = evaluer_json(&catalogue, &demande.to_string()).map_err(|e| e.to_string())?;
        serde_json::to_value(bilan).map_err(|e| e.to_string())
    });
    println!("{compte}");
}
