//! Embeds every file of `src/reglements/`: a new act goes live by adding a file.

use std::path::Path;
use std::{env, fs};

fn main() {
    let dossier = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("src/reglements");
    println!("cargo::rerun-if-changed={}", dossier.display());
    let mut fichiers: Vec<_> = fs::read_dir(&dossier)
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
            let texte = fs::read_to_string(chemin).unwrap();
            // Indentation and « $schema » are for editors; the wasm carries the values only.
            let compact =
                serde_json::from_str::<serde_json::Value>(&texte).map_or(texte, |mut valeur| {
                    if let Some(objet) = valeur.as_object_mut() {
                        objet.shift_remove("$schema");
                    }
                    valeur.to_string()
                });
            format!("    ({nom:?}, {compact:?}),\n")
        })
        .collect();
    let sortie = Path::new(&env::var("OUT_DIR").unwrap()).join("reglements.rs");
    fs::write(
        sortie,
        format!("static FICHIERS: &[(&str, &str)] = &[\n{lignes}];\n"),
    )
    .unwrap();
}
