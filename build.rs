//! Embeds every file of `src/reglements/` (a new act goes live by adding a file), the texts, which must
//! say the same things in each language, and for the tests in a browser the dossiers.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=src/reglements");
    println!("cargo::rerun-if-changed=src/textes");
    embarquer_les_reglements();
    embarquer_les_textes();
    embarquer_les_mots_de_la_classe();
    embarquer_les_dossiers();
}

fn embarquer_les_reglements() {
    let mut fichiers: Vec<_> = fs::read_dir("src/reglements")
        .expect("src/reglements must be readable")
        .map(|entree| entree.unwrap().path())
        .filter(|chemin| chemin.extension().is_some_and(|e| e == "json"))
        .collect();
    fichiers.sort();
    let lignes: String = fichiers
        .iter()
        .map(|chemin| {
            println!("cargo::rerun-if-changed={}", chemin.display());
            let nom = chemin.file_name().unwrap().to_string_lossy();
            format!("    ({nom:?}, {:?}),\n", compact(chemin))
        })
        .collect();
    ecrire(
        "reglements.rs",
        &format!("static FICHIERS: &[(&str, &str)] = &[\n{lignes}];\n"),
    );
}

fn embarquer_les_textes() {
    let [fr, facile, en] = ["fr", "facile", "en"].map(|langue| {
        let chemin = PathBuf::from(format!("src/textes/{langue}.json"));
        println!("cargo::rerun-if-changed={}", chemin.display());
        chemin
    });
    let (en_francais, en_facile, en_anglais) = (cles(&fr), cles(&facile), cles(&en));
    let absents: Vec<_> = en_francais.difference(&en_anglais).collect();
    assert!(absents.is_empty(), "en.json: texts missing: {absents:?}");
    let de_trop: Vec<_> = en_anglais
        .union(&en_facile)
        .filter(|cle| !en_francais.contains(*cle))
        .collect();
    assert!(
        de_trop.is_empty(),
        "texts that fr.json does not have: {de_trop:?}"
    );
    let constantes = [("FR", fr), ("FACILE", facile), ("EN", en)]
        .map(|(nom, chemin)| format!("const {nom}: &str = {:?};\n", compact(&chemin)));
    ecrire("textes.rs", &constantes.concat());
}

/// The words of the screens for a class, in French only: pairs in the order of their ids, to be searched.
fn embarquer_les_mots_de_la_classe() {
    if env::var_os("CARGO_FEATURE_CLASSE").is_none() {
        return;
    }
    let texte = fs::read_to_string("src/textes/classe.json").unwrap();
    let mots: BTreeMap<String, String> =
        serde_json::from_str(&texte).unwrap_or_else(|e| panic!("classe.json: {e}"));
    let paires = mots
        .iter()
        .map(|(id, mot)| format!("    ({id:?}, {mot:?}),\n"));
    let paires: String = paires.collect();
    ecrire(
        "classe.rs",
        &format!("pub static MOTS: &[(&str, &str)] = &[\n{paires}];\n"),
    );
}

/// A browser has no folder to read, so the tests that run in one are built with the dossiers.
fn embarquer_les_dossiers() {
    if env::var("CARGO_CFG_TARGET_ARCH").unwrap() != "wasm32" {
        return;
    }
    println!("cargo::rerun-if-changed=tests/dossiers");
    let entrees = fs::read_dir("tests/dossiers").into_iter().flatten();
    let lignes: String = entrees
        .map(|entree| {
            let chemin = fs::canonicalize(entree.unwrap().path()).unwrap();
            let nom = chemin.file_name().unwrap().to_string_lossy();
            format!("    ({nom:?}, include_str!({chemin:?})),\n")
        })
        .collect();
    ecrire("dossiers.rs", &format!("[\n{lignes}]\n"));
}

/// `genre.id` of each text.
fn cles(chemin: &Path) -> BTreeSet<String> {
    let texte = fs::read_to_string(chemin).unwrap();
    let valeur: Value =
        serde_json::from_str(&texte).unwrap_or_else(|e| panic!("{}: {e}", chemin.display()));
    let genres = valeur.as_object().into_iter().flatten();
    genres
        .flat_map(|(genre, textes)| {
            let ids = textes.as_object().into_iter().flat_map(|t| t.keys());
            ids.map(move |id| format!("{genre}.{id}"))
        })
        .collect()
}

/// Indentation and « $schema » are for editors; the wasm carries the values only.
fn compact(chemin: &Path) -> String {
    let texte = fs::read_to_string(chemin).unwrap();
    // What is not JSON is told by the test that loads the file.
    serde_json::from_str::<Value>(&texte).map_or(texte, |mut valeur| {
        if let Some(objet) = valeur.as_object_mut() {
            objet.shift_remove("$schema");
        }
        valeur.to_string()
    })
}

fn ecrire(nom: &str, contenu: &str) {
    let sortie = Path::new(&env::var("OUT_DIR").unwrap()).join(nom);
    fs::write(sortie, contenu).unwrap();
}
