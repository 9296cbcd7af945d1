//! Lists of pupils, found in their folders: what a right reader finds in each, pupil by pupil.

#![cfg(all(feature = "liste", not(target_arch = "wasm32")))]

use pass_numerique::date;
use pass_numerique::liste::{self, Liste, Options};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn dossier(nom: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/listes")
        .join(nom)
}

fn options() -> Options {
    Options::du(date::lire("2023-10-02").unwrap())
}

fn lire(octets: &[u8]) -> Value {
    let liste = liste::lire(octets, &options());
    coherente(&liste);
    serde_json::to_value(liste).unwrap()
}

/// What holds of every list: each `null` has its reason, and one only; a list is read or refused.
fn coherente(liste: &Liste) {
    for ligne in &liste.lignes {
        let json = serde_json::to_value(ligne).unwrap();
        let champs: Vec<&str> = json["alertes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| a["champ"].as_str().unwrap())
            .collect();
        for (rang, champ) in champs.iter().enumerate() {
            assert!(
                !champs[..rang].contains(champ),
                "two alerts for one cell: {json}"
            );
        }
        for champ in ["nom", "prenom", "dateNaissance", "classe", "codePostal"] {
            assert!(
                !json[champ].is_null() || champs.contains(&champ),
                "null without a reason: {json}"
            );
        }
        assert!(
            json["niveau"] != "inconnu" || champs.contains(&"niveau"),
            "no reason: {json}"
        );
    }
    assert_eq!(
        liste.fautes.is_empty(),
        !liste.lignes.is_empty(),
        "{:?}",
        liste.fautes
    );
    for colonne in &liste.colonnes {
        assert!(
            colonne.role.is_some() || colonne.exemples.is_empty(),
            "{colonne:?}"
        );
    }
}

/// The lists shared with other readers, each against the manifest that says what is in it.
#[test]
fn les_listes_partagees_se_lisent_comme_leur_manifeste_le_dit() {
    let dossier = dossier("partagees");
    let manifeste = fs::read_to_string(dossier.join("manifest.json")).unwrap();
    let manifeste: Value = serde_json::from_str(&manifeste).unwrap();
    let mut ecarts = Vec::new();
    for attendue in manifeste["listes"].as_array().unwrap() {
        let fichier = attendue["fichier"].as_str().unwrap();
        let lue = lire(&fs::read(dossier.join(fichier)).unwrap());
        let avant = ecarts.len();
        comparer(attendue, &lue, &mut |quoi| {
            ecarts.push(format!("{fichier} : {quoi}"))
        });
        let lignes = lue["lignes"].as_array().unwrap().len();
        println!(
            "{fichier} : {lignes} élèves, {} écarts",
            ecarts.len() - avant
        );
    }
    assert!(ecarts.is_empty(), "{}", ecarts.join("\n"));
}

fn comparer(attendue: &Value, lue: &Value, ecart: &mut dyn FnMut(String)) {
    for champ in ["encodage", "separateur", "ligneEntete"] {
        if attendue[champ] != lue[champ] {
            ecart(format!(
                "{champ} {} ; attendu {}",
                lue[champ], attendue[champ]
            ));
        }
    }
    let (eleves, lignes) = (
        attendue["eleves"].as_array().unwrap(),
        lue["lignes"].as_array().unwrap(),
    );
    if eleves.len() != lignes.len() {
        ecart(format!(
            "{} lignes ; attendu {}",
            lignes.len(),
            eleves.len()
        ));
    }
    for (eleve, ligne) in eleves.iter().zip(lignes) {
        for champ in [
            "ligne",
            "nom",
            "prenom",
            "dateNaissance",
            "classe",
            "codePostal",
            "niveau",
        ] {
            if eleve[champ] != ligne[champ] {
                ecart(format!(
                    "{} {champ} {} ; attendu {}",
                    eleve["ligne"], ligne[champ], eleve[champ]
                ));
            }
        }
        for (proposition, champ) in [
            ("propositionCodePostal", "codePostal"),
            ("propositionDate", "dateNaissance"),
        ] {
            let alertes = ligne["alertes"].as_array().unwrap();
            let alerte = alertes.iter().find(|alerte| alerte["champ"] == champ);
            let proposee = alerte.map_or(&Value::Null, |alerte| &alerte["proposition"]);
            if eleve
                .get(proposition)
                .is_some_and(|attendue| attendue != proposee)
            {
                ecart(format!("{} {proposition} {proposee}", eleve["ligne"]));
            }
        }
    }
    let lignes = |valeur: &Value| -> Vec<Value> {
        valeur
            .as_array()
            .unwrap()
            .iter()
            .map(|ignoree| ignoree["ligne"].clone())
            .collect()
    };
    let (attendues, ignorees) = (
        lignes(&attendue["lignesIgnorees"]),
        lignes(&lue["ignorees"]),
    );
    if attendues != ignorees {
        ecart(format!("ignorées {ignorees:?} ; attendu {attendues:?}"));
    }
}

/// Ours, each beside all that is read in it; `tests/listes/fabriquer.mjs` writes the files.
#[test]
fn nos_listes_se_lisent_comme_on_l_attend() {
    let mut listes: Vec<PathBuf> = fs::read_dir(dossier("notres"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    listes.retain(|chemin| {
        chemin
            .extension()
            .is_some_and(|extension| extension != "json")
    });
    listes.sort();
    assert!(listes.len() >= 25, "{} lists", listes.len());
    let mut ecarts = Vec::new();
    for chemin in &listes {
        let nom = chemin.file_name().unwrap().to_string_lossy();
        let lue = lire(&fs::read(chemin).unwrap());
        let attendu = chemin.with_file_name(format!("{nom}.json"));
        if std::env::var_os("METTRE_A_JOUR").is_some() {
            fs::write(&attendu, serde_json::to_string_pretty(&lue).unwrap() + "\n").unwrap();
        }
        let texte = fs::read_to_string(&attendu).unwrap_or_default();
        if serde_json::from_str(&texte).unwrap_or(json!(null)) != lue {
            ecarts.push(format!(
                "{nom}\n{}",
                serde_json::to_string_pretty(&lue).unwrap()
            ));
        }
    }
    assert!(
        ecarts.is_empty(),
        "METTRE_A_JOUR=1 cargo test --test listes, then read the differences:\n{}",
        ecarts.join("\n")
    );
}
