//! The published JSON Schema accepts what the reader accepts, and refuses what it refuses.

use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Damaged catalogues that are faulty in shape; the others are faulty in meaning.
const FAUX_DE_FORME: [&str; 5] = [
    "23-echeances-fausses",
    "29-mauvais-types",
    "30-champs-inconnus-ou-absents",
    "31-nombre-oublie",
    "33-une-liste-au-lieu-d-un-catalogue",
];

fn racine() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn lire(chemin: &Path) -> Value {
    let texte = fs::read_to_string(chemin).unwrap();
    serde_json::from_str(&texte).unwrap_or_else(|e| panic!("{} : {e}", chemin.display()))
}

fn validateur() -> Validator {
    let schema = lire(&racine().join("src/reglements/schema/catalogue.schema.json"));
    jsonschema::validator_for(&schema).unwrap()
}

fn fichiers(dossier: &str) -> Vec<PathBuf> {
    let entrees = fs::read_dir(racine().join(dossier)).unwrap();
    let chemins = entrees.map(|entree| entree.unwrap().path());
    chemins
        .filter(|chemin| chemin.extension().is_some_and(|e| e == "json"))
        .collect()
}

#[test]
fn les_fichiers_du_catalogue_suivent_le_schema_qu_ils_nomment() {
    let validateur = validateur();
    let fichiers = fichiers("src/reglements");
    assert!(fichiers.len() >= 10);
    for chemin in fichiers {
        let contenu = lire(&chemin);
        let fautes: Vec<String> = validateur
            .iter_errors(&contenu)
            .map(|e| format!("{} : {e}", e.instance_path))
            .collect();
        assert!(
            fautes.is_empty(),
            "{}\n{}",
            chemin.display(),
            fautes.join("\n")
        );
        assert_eq!(contenu["$schema"], "./schema/catalogue.schema.json");
    }
}

#[test]
fn les_catalogues_des_autres_aides_suivent_le_meme_schema() {
    let validateur = validateur();
    for chemin in fichiers("tests/autres-aides") {
        assert!(validateur.is_valid(&lire(&chemin)), "{}", chemin.display());
    }
}

#[test]
fn le_schema_refuse_les_catalogues_faux_de_forme() {
    let validateur = validateur();
    for nom in FAUX_DE_FORME {
        let chemin = racine().join(format!("tests/catalogues/{nom}.json"));
        assert!(!validateur.is_valid(&lire(&chemin)), "{nom}");
    }
    assert!(validateur.is_valid(&lire(&racine().join("tests/catalogues/juste.json"))));
}
