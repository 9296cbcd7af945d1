//! Every id of the catalogue has its words, and no word is left without its id.

#![cfg(not(target_arch = "wasm32"))]

use pass_numerique::Catalogue;
use pass_numerique::reglement::{Reglement, Sinon};
use pass_numerique::textes::Textes;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Kinds whose texts follow the catalogue: each id must have one.
const DUS: [&str; 12] = [
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
];

/// Said of the home, which is a condition and not a ground.
const MOTIF_DU_DOMICILE: &str = "motif.domicile";

/// `genre.id` of every text that the catalogue calls for.
fn dus(catalogue: &Catalogue) -> BTreeSet<String> {
    let mut dus = BTreeSet::from([MOTIF_DU_DOMICILE.to_string()]);
    let mut devoir = |genre: &str, id: &str| dus.insert(format!("{genre}.{id}"));
    for question in &catalogue.questions {
        devoir("question", &question.id);
        devoir("recapitulatif", &question.id);
        for option in &question.options {
            devoir("option", &format!("{}/{}", question.id, option.id));
            if let Some(groupe) = &option.groupe {
                devoir("groupe", groupe);
            }
        }
    }
    for piece in &catalogue.pieces {
        devoir("piece", &piece.id);
        devoir("piece-detail", &piece.id);
    }
    for dispositif in &catalogue.dispositifs {
        devoir("dispositif", &dispositif.id);
    }
    for reglement in &catalogue.reglements {
        devoir("reglement", &reglement.id);
        for titre in &reglement.titres {
            devoir("motif", &titre.id);
        }
        for refus in refus(reglement) {
            devoir("refus", refus);
        }
        for reserve in reserves(reglement) {
            devoir("reserve", reserve);
            devoir("conseil", reserve);
        }
    }
    for orientation in &catalogue.orientations {
        devoir("orientation", &orientation.id);
        devoir("orientation", &format!("{}-detail", orientation.id));
        devoir("orientation", &format!("{}-lien", orientation.id));
        if !orientation.par_departement.is_empty() {
            devoir("orientation", &format!("{}-region", orientation.id));
        }
    }
    dus
}

fn issues(reglement: &Reglement) -> impl Iterator<Item = &Sinon> {
    let des_titres = reglement.titres.iter().flat_map(|t| &t.conditions);
    des_titres.chain(&reglement.conditions).map(|c| &c.sinon)
}

fn refus(reglement: &Reglement) -> Vec<&str> {
    // Those the engine gives by itself.
    let mut refus = vec!["clos", "pas-ouvert", "aucun-titre"];
    refus.extend(issues(reglement).filter_map(|sinon| match sinon {
        Sinon::Refus(id) => Some(id.as_str()),
        Sinon::Reserve(_) => None,
    }));
    refus.extend(
        reglement
            .echeances
            .iter()
            .filter_map(|e| e.refus.as_deref()),
    );
    refus
}

fn reserves(reglement: &Reglement) -> Vec<&str> {
    let lectures = &reglement.lectures;
    let mut reserves: Vec<&str> = [
        &lectures.jour,
        &lectures.anniversaire,
        &lectures.dernier_jour,
        &reglement.periode.reserve,
    ]
    .into_iter()
    .filter_map(|r| r.as_deref())
    .collect();
    reserves.extend(issues(reglement).filter_map(|sinon| match sinon {
        Sinon::Reserve(id) => Some(id.as_str()),
        Sinon::Refus(_) => None,
    }));
    reserves.extend(reglement.attenuations.iter().map(|a| a.reserve.as_str()));
    reserves.extend(reglement.reserves.iter().map(|r| r.id.as_str()));
    reserves
}

#[test]
fn chaque_id_du_catalogue_a_ses_mots_et_aucun_mot_n_est_de_trop() {
    let dus = dus(&Catalogue::integre());
    let textes = Textes::francais();
    let ecrits: BTreeSet<String> = textes
        .tous()
        .map(|(cle, _)| cle.to_string())
        .filter(|cle| {
            let genre = cle.split('.').next().unwrap();
            DUS.contains(&genre) || genre == "orientation"
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
    for dossier in ["src/page", "src/page/resultat", "src/web"] {
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
