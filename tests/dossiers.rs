//! The corrected dossiers (`tests/dossiers/`), replayed by the engine.
//!
//! `METTRE_A_JOUR=1 cargo test dossiers` counts again what they compare.

use super::commun::fichiers::{GARDES, fichiers};
use super::commun::{GENRES, comptes_connus, dire, ecarts_de_comptes, rejouer};
use crate::{Catalogue, evaluer_json};
use serde_json::json;
use std::collections::BTreeSet;

/// Through the JSON door, as a back office would.
#[test]
fn chaque_dossier_donne_la_decision_attendue() {
    let catalogue = Catalogue::integre();
    let comptes = rejouer(|demande| {
        let bilan = evaluer_json(&catalogue, &demande.to_string()).map_err(|e| e.to_string())?;
        serde_json::to_value(bilan).map_err(|e| e.to_string())
    });
    println!("{}", dire(&comptes));
    if std::env::var_os("METTRE_A_JOUR").is_some() {
        let texte = serde_json::to_string_pretty(&comptes).unwrap() + "\n";
        let fichier = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dossiers/comptes.json");
        std::fs::write(fichier, texte).unwrap();
    }
    let ecarts = ecarts_de_comptes(&comptes, &comptes_connus());
    assert!(ecarts.is_empty(), "{}", ecarts.join("\n"));
}

#[test]
fn un_compte_qui_baisse_ou_qui_monte_se_voit() {
    let comptes = |titres: usize| {
        let comptes = json!({ "hdf-2023": { "verdict": 3, "titre": titres } });
        serde_json::from_value(comptes).unwrap()
    };
    let perdu = ecarts_de_comptes(&comptes(1), &comptes(2));
    assert_eq!(perdu.len(), 1, "{perdu:?}");
    assert!(perdu[0].ends_with("un dossier ou une attente a disparu"));
    let gagne = ecarts_de_comptes(&comptes(2), &comptes(1));
    assert!(gagne[0].contains("METTRE_A_JOUR=1"), "{gagne:?}");
    let fichier_perdu = ecarts_de_comptes(&Default::default(), &comptes(1));
    assert_eq!(fichier_perdu.len(), 2, "{fichier_perdu:?}");
}

#[test]
fn chaque_reglement_a_ses_dossiers_dans_un_fichier_a_son_nom() {
    let catalogue = Catalogue::integre();
    let reglements: BTreeSet<&str> = catalogue.reglements.iter().map(|r| r.id.as_str()).collect();
    let fichiers = fichiers();
    let noms = fichiers.iter().map(|f| f.nom.as_str());
    let noms: BTreeSet<&str> = noms.filter(|nom| *nom != GARDES).collect();
    assert_eq!(noms, reglements);
}

#[test]
fn chaque_dossier_a_son_id_sa_phrase_et_des_attentes_comparees() {
    let mut ids = BTreeSet::new();
    let mut phrases = BTreeSet::new();
    for fichier in fichiers() {
        for dossier in fichier.dossiers() {
            let (id, cas) = (
                dossier["id"].as_str().unwrap(),
                dossier["cas"].as_str().unwrap(),
            );
            assert!(ids.insert(id.to_string()), "{id} est donné deux fois");
            assert!(phrases.insert(cas.to_string()), "{id} : phrase déjà dite");
            assert!(cas.chars().count() <= 140, "{id} : phrase trop longue");
            let attendu = dossier["attendu"].as_object().unwrap();
            let a_sa_place = fichier.nom == GARDES || attendu["reglement"] == *fichier.nom;
            assert!(
                a_sa_place,
                "{id} n'est pas dans le fichier de son règlement"
            );
            for champ in attendu.keys() {
                assert!(
                    GENRES.contains(&champ.as_str()),
                    "{id} : rien ne compare « {champ} »"
                );
            }
        }
    }
}

/// What crosses into a page is written by hand: it says what serde_json says of the same Bilan, and no more than is asked.
#[test]
fn le_texte_de_chaque_bilan_dit_tout_ce_qui_est_demande() {
    let catalogue = Catalogue::integre();
    let tus = ["aPartirDu", "siAlors", "motifs"];
    let mut compares = 0;
    for dossier in fichiers().iter().flat_map(|fichier| fichier.dossiers()) {
        let bilan = evaluer_json(&catalogue, &dossier["demande"].to_string()).unwrap();
        let mut attendu = serde_json::to_value(&bilan).unwrap();
        let texte = |tus: &[&str]| {
            let mut texte = String::new();
            crate::valeur::texte::ecrire(&bilan, tus, &mut texte);
            texte
        };
        assert_eq!(texte(&[]), serde_json::to_string(&bilan).unwrap());
        for decision in attendu["decisions"].as_array_mut().unwrap() {
            for champ in tus {
                assert!(decision.as_object_mut().unwrap().remove(champ).is_some());
            }
        }
        let compact: serde_json::Value = serde_json::from_str(&texte(&tus)).unwrap();
        assert_eq!(compact, attendu, "{}", dossier["id"]);
        compares += 1;
    }
    assert!(compares > 200, "{compares}");
}
