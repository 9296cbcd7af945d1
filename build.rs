//! Reads, lints and resolves the règlements (a new act goes live by adding a file): a wrong catalogue stops
//! the build with all its faults. Embeds it, the texts, which must say the same things in each language, and
//! for the tests in a browser the dossiers.

// The same sources as the crate's, which uses all that is not used here.
#[allow(dead_code, unused_imports)]
#[path = "src/adresse.rs"]
mod adresse;
#[allow(dead_code, unused_imports)]
#[path = "src/date.rs"]
mod date;
#[allow(dead_code, unused_imports)]
#[path = "src/en_liste.rs"]
mod en_liste;
#[allow(dead_code, unused_imports)]
#[path = "src/ensemble.rs"]
mod ensemble;
#[allow(dead_code, unused_imports)]
#[path = "src/ordre.rs"]
mod ordre;
#[allow(dead_code, unused_imports)]
#[path = "src/reglement/mod.rs"]
mod reglement;
#[allow(dead_code, unused_imports)]
#[path = "src/textes/typographie.rs"]
mod typographie;
#[allow(dead_code, unused_imports)]
#[path = "src/valeur/mod.rs"]
mod valeur;

use reglement::{Catalogue, Grave, Source};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
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
    let (mut sources, mut lignes) = (Vec::new(), String::new());
    for chemin in fichiers {
        let fichier = chemin.file_name().unwrap().to_string_lossy().to_string();
        let texte = fs::read_to_string(&chemin).unwrap();
        lignes += &format!("    ({fichier:?}, {texte:?}),\n");
        match serde_json::from_str(&texte) {
            Ok(contenu) => sources.push(Source { fichier, contenu }),
            Err(erreur) => refuser(&format!("{fichier} : {erreur}")),
        }
    }
    let octets = match Catalogue::charger(&sources) {
        Ok(catalogue) => {
            let mut octets = Vec::new();
            catalogue.graver(&mut octets);
            octets
        }
        Err(fautes) => {
            fautes.iter().for_each(|faute| refuser(&faute.to_string()));
            Vec::new()
        }
    };
    ecrire("catalogue.bin", &octets);
    let liste = format!("static FICHIERS: &[(&str, &str)] = &[\n{lignes}];\n");
    ecrire("reglements.rs", liste.as_bytes());
}

/// Stops the build, once all that is wrong is told.
fn refuser(faute: &str) {
    println!("cargo::error={faute}");
}

fn embarquer_les_textes() {
    let [fr, facile, en] = ["fr", "facile", "en"].map(textes);
    let absents: Vec<_> = fr.keys().filter(|cle| !en.contains_key(*cle)).collect();
    assert!(absents.is_empty(), "en.json: texts missing: {absents:?}");
    let de_trop = en.keys().chain(facile.keys());
    let de_trop: Vec<_> = de_trop.filter(|cle| !fr.contains_key(*cle)).collect();
    assert!(
        de_trop.is_empty(),
        "texts that fr.json does not have: {de_trop:?}"
    );
    let guichet = textes("guichet");
    let jeux = [
        ("fr.txt", fr),
        ("facile.txt", facile),
        ("en.txt", en),
        ("guichet.txt", guichet),
    ];
    for (nom, textes) in jeux {
        let textes = textes.iter();
        let textes: String = textes.map(|(cle, t)| format!("{cle}\0{t}\0")).collect();
        ecrire(nom, textes.as_bytes());
    }
}

/// The words of the screens for a class, in French only, as they are printed: pairs in the order of their
/// ids, to be searched.
fn embarquer_les_mots_de_la_classe() {
    if env::var_os("CARGO_FEATURE_CLASSE").is_none() {
        return;
    }
    let texte = fs::read_to_string("src/textes/classe.json").unwrap();
    let mots: BTreeMap<String, String> =
        serde_json::from_str(&texte).unwrap_or_else(|e| panic!("classe.json: {e}"));
    let paires = mots.iter().map(|(id, mot)| {
        let mot = typographie::typographier(mot);
        format!("    ({id:?}, {mot:?}),\n")
    });
    let paires: String = paires.collect();
    let table = format!("pub static MOTS: &[(&str, &str)] = &[\n{paires}];\n");
    ecrire("classe.rs", table.as_bytes());
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
    ecrire("dossiers.rs", format!("[\n{lignes}]\n").as_bytes());
}

/// Each text of a language, by `genre.id`, as it is printed.
fn textes(langue: &str) -> BTreeMap<String, String> {
    let fichier = format!("src/textes/{langue}.json");
    let texte = fs::read_to_string(&fichier).unwrap();
    let lus: Result<BTreeMap<String, BTreeMap<String, Value>>, _> = serde_json::from_str(&texte);
    let lus = lus.unwrap_or_else(|e| panic!("{fichier}: {e}"));
    let tous = lus.into_iter().flat_map(|(genre, textes)| {
        textes
            .into_iter()
            .map(move |(id, texte)| (format!("{genre}.{id}"), texte))
    });
    tous.map(|(cle, texte)| {
        let texte = texte
            .as_str()
            .unwrap_or_else(|| panic!("{fichier}: {cle} is no text"));
        (cle, typographie::typographier(texte))
    })
    .collect()
}

fn ecrire(nom: &str, contenu: &[u8]) {
    let sortie = Path::new(&env::var("OUT_DIR").unwrap()).join(nom);
    fs::write(sortie, contenu).unwrap();
}
