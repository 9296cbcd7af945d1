//! Every id of the catalogue has its words, and no word is left without its id.

#![cfg(not(target_arch = "wasm32"))]

use pass_numerique::Catalogue;
use pass_numerique::textes::Textes;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Kinds whose texts follow the catalogue: each id must have one.
const DUS: [&str; 16] = [
    "question",
    "recapitulatif",
    "option",
    "groupe",
    "motif",
    "refus",
    "reserve",
    "conseil",
    "piece",
    "piece-detail",
    "dispositif",
    "reglement",
    "echeance",
    "histoire",
    "suite",
    "orientation",
];

#[test]
fn chaque_id_du_catalogue_a_ses_mots_et_aucun_mot_n_est_de_trop() {
    let dus: BTreeSet<String> = Catalogue::integre()
        .textes_dus()
        .iter()
        .map(|(genre, id)| format!("{genre}.{id}"))
        .collect();
    let textes = Textes::francais();
    let ecrits: BTreeSet<String> = textes
        .tous()
        .map(|(cle, _)| cle.to_string())
        .filter(|cle| {
            let genre = cle.split('.').next().unwrap();
            DUS.contains(&genre)
        })
        .collect();
    let absents: Vec<_> = dus.difference(&ecrits).collect();
    let de_trop: Vec<_> = ecrits.difference(&dus).collect();
    assert!(absents.is_empty(), "sans mots : {absents:#?}");
    assert!(de_trop.is_empty(), "mots de trop : {de_trop:#?}");
    println!("{} textes dus, tous écrits", dus.len());
}

#[test]
fn une_aide_suit_une_question_ou_une_option_qui_existe() {
    let catalogue = Catalogue::integre();
    for (cle, _) in Textes::francais().tous() {
        match cle.split_once('.').unwrap() {
            ("aide", id) => assert!(catalogue.question(id).is_some(), "{cle}"),
            ("option-aide", id) => {
                let (question, option) = id.split_once('/').unwrap();
                let question = catalogue.question(question).expect(cle);
                let connue = question.options.iter().any(|o| o.id.to_string() == option);
                assert!(connue || ["true", "false"].contains(&option), "{cle}");
            }
            _ => {}
        }
    }
}

#[test]
fn aucun_texte_n_est_vide() {
    for (cle, texte) in Textes::francais().tous() {
        assert!(!texte.trim().is_empty(), "{cle}");
    }
}

#[test]
fn chaque_texte_de_l_interface_est_appele() {
    let mut sources = String::new();
    for dossier in ["src", "src/page", "src/page/question", "src/page/resultat"] {
        let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join(dossier);
        for entree in fs::read_dir(dossier).unwrap() {
            sources += &fs::read_to_string(entree.unwrap().path()).unwrap_or_default();
        }
    }
    let textes = Textes::francais();
    let de_trop: Vec<&str> = textes
        .tous()
        .map(|(cle, _)| cle)
        .filter(|cle| {
            let (genre, id) = cle.split_once('.').unwrap();
            ["interface", "erreur"].contains(&genre) && !sources.contains(&format!("\"{id}\""))
        })
        .collect();
    assert!(de_trop.is_empty(), "mots que rien n'appelle : {de_trop:#?}");
}
