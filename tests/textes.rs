//! Every id of the catalogue has its words, and no word is left without its id.

use crate::Catalogue;
use crate::textes::Textes;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Kinds whose texts follow the catalogue: each id must have one.
const DUS: [&str; 20] = [
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
    "page-de-l-aide",
    "reglement",
    "echeance",
    "histoire",
    "suite",
    "orientation",
    "demarche",
    "carnet",
    "ouverture",
];

#[test]
fn chaque_id_du_catalogue_a_ses_mots_et_aucun_mot_n_est_de_trop() {
    let (catalogue, textes) = (Catalogue::integre(), Textes::francais());
    let mut dus = BTreeSet::new();
    for du in catalogue.textes_dus() {
        // In the words of this aid when it has its own, else in those of all.
        let ecrit = |id: &String| textes.facultatif(du.genre, id).is_some();
        let cle = du.cles().find(ecrit).unwrap_or(du.id.clone());
        dus.insert(format!("{}.{cle}", du.genre));
    }
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

/// « 30 ans » in the words of a refusal would be said of an aid whose rule says 20.
#[test]
fn les_nombres_d_une_regle_sont_des_blancs_dans_ses_mots() {
    // The volume of a trial, and days of the past: no rule writes them.
    let cites = ["4 000", "2020", "2022", "2023", "1er"];
    let genres = [
        "motif",
        "refus",
        "titre-refus",
        "carnet",
        "demarche",
        "demarche-a-la-fin",
        "suite",
    ];
    let mut lus = 0;
    for (cle, texte) in Textes::francais().tous() {
        let (genre, _) = cle.split_once('.').unwrap();
        if !genres.contains(&genre) {
            continue;
        }
        lus += 1;
        let texte = texte.replace('\u{a0}', " ");
        let reste = cites.iter().fold(texte, |t, cite| t.replace(cite, ""));
        assert!(
            !reste.contains(|c: char| c.is_ascii_digit()),
            "{cle} : {reste}"
        );
    }
    assert!(lus >= 50, "{lus} textes lus");
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
    for dossier in [
        "src",
        "src/page",
        "src/page/formulaire",
        "src/page/question",
        "src/page/resultat",
    ] {
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
