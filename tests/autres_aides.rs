//! Aids of another shape, written without a line of Rust: each is a catalogue of its own.
//!
//! What is known of them is little, and nothing was added: the inhabitants of the 36 communes of
//! Lens-Liévin in 2020-2022, ten pass then five (nobody knows from which day, so the number is
//! `null`), given at the mairie; in Creil Sud Oise those of 16 to 25, up to the bac, who live in a
//! priority quarter; for the driving licence of the Région the publics of article 2, 17 to 30
//! included, on the day of deposit only. Acts not produced are said to be so; a day that the format
//! asks for and nobody knows is 1 January 2020, the first of the years known. Papers, portals and
//! delays are not known: there are none. Postal codes are those of the member communes (open data);
//! a code shared with another commune does not settle the question, so the commune is asked for.

use crate::reglement::Source;
use crate::textes::Langues;
use crate::{Catalogue, evaluer_json};
use serde_json::{Value, json};

fn catalogue(nom: &str, texte: &str) -> Catalogue {
    let source = Source {
        fichier: nom.into(),
        contenu: serde_json::from_str(texte).unwrap(),
    };
    let sources = [source];
    let catalogue = Catalogue::charger(&sources).unwrap_or_else(|fautes| panic!("{fautes:#?}"));
    let langues = Langues::integrees().pour(&catalogue, &sources[0].contenu, nom);
    let langues = langues.unwrap_or_else(|fautes| panic!("{fautes:#?}"));
    let offertes: Vec<&str> = langues.offertes().map(|t| t.langue().code()).collect();
    // A language is offered when the file says everything in it, and only then.
    let traduite = sources[0].contenu.champ("traductions").is_some();
    assert_eq!(
        offertes,
        if traduite {
            vec!["fr", "en"]
        } else {
            vec!["fr"]
        },
        "{nom}"
    );
    catalogue
}

fn decision(catalogue: &Catalogue, depot: &str, creation: &str, reponses: &Value) -> Value {
    let demande = json!({ "dateDepot": depot, "dateCreation": creation, "reponses": reponses });
    let bilan = evaluer_json(catalogue, &demande.to_string()).unwrap();
    serde_json::to_value(&bilan.decisions[0]).unwrap()
}

/// The verdict, then what explains it: refusals, or questions still open.
#[track_caller]
fn verifier(catalogue: &Catalogue, depot: &str, reponses: Value, verdict: &str, motifs: &[&str]) {
    let decision = decision(catalogue, depot, depot, &reponses);
    assert_eq!(decision["verdict"], verdict, "{reponses}");
    let dits = match verdict {
        "a-preciser" => &decision["manque"],
        _ => &decision["refus"],
    };
    assert_eq!(*dits, json!(motifs), "{reponses}");
}

#[test]
fn lens_lievin_ne_demande_que_d_habiter_une_des_communes() {
    let catalogue = catalogue(
        "lens-lievin.json",
        include_str!("autres-aides/lens-lievin.json"),
    );
    let verifier = |depot: &str, reponses: Value, verdict: &str, motifs: &[&str]| {
        verifier(&catalogue, depot, reponses, verdict, motifs);
    };
    let jour = "2021-06-01";
    verifier(jour, json!({"code-postal": "62300"}), "eligible", &[]);
    verifier(
        jour,
        json!({"code-postal": "62000"}),
        "non-eligible",
        &["domicile-hors-territoire"],
    );
    verifier(
        jour,
        json!({"code-postal": "etranger"}),
        "non-eligible",
        &["domicile-hors-territoire"],
    );
    verifier(
        jour,
        json!({}),
        "a-preciser",
        &["code-postal", "commune-membre"],
    );
    // Acheville or Rouvroy? Only the first is a member.
    verifier(
        jour,
        json!({"code-postal": "62320"}),
        "a-preciser",
        &["commune-membre"],
    );
    let rouvroy = json!({"code-postal": "62320", "commune-membre": false});
    verifier(jour, rouvroy, "non-eligible", &["domicile-hors-territoire"]);
    let acheville = json!({"code-postal": "62320", "commune-membre": true});
    verifier(jour, acheville.clone(), "eligible", &[]);
    verifier(
        "2019-12-31",
        acheville.clone(),
        "pas-ouvert",
        &["pas-ouvert"],
    );
    verifier("2023-01-01", acheville.clone(), "clos", &["clos"]);

    let accorde = decision(&catalogue, jour, jour, &acheville);
    assert_eq!(accorde["carnet"], Value::Null);
    assert_eq!(
        accorde["reserves"],
        json!(["dix-puis-cinq-pass", "remise-en-mairie"])
    );
    assert_eq!(accorde["pieces"], json!([]));
}

#[test]
fn creil_lit_un_niveau_d_etudes_et_un_quartier() {
    let catalogue = catalogue(
        "creil-sud-oise.json",
        include_str!("autres-aides/creil-sud-oise.json"),
    );
    let jeune = |autres: Value| {
        let mut reponses = json!({
            "date-naissance": "2000-05-10", "code-postal": "60100",
            "niveau": "bac", "quartier-prioritaire": true,
        });
        let objet = reponses.as_object_mut().unwrap();
        objet.extend(autres.as_object().unwrap().clone());
        reponses
    };
    let verifier = |autres: Value, verdict: &str, motifs: &[&str]| {
        verifier(&catalogue, "2021-06-01", jeune(autres), verdict, motifs);
    };
    verifier(json!({}), "eligible", &[]);
    verifier(json!({"niveau": "sans-diplome"}), "eligible", &[]);
    verifier(
        json!({"niveau": "apres-bac"}),
        "non-eligible",
        &["niveau-d-etudes"],
    );
    verifier(json!({"niveau": null}), "a-preciser", &["niveau"]);
    verifier(
        json!({"niveau": "apres-bac", "quartier-prioritaire": false, "code-postal": "60000"}),
        "non-eligible",
        &[
            "niveau-d-etudes",
            "hors-quartier-prioritaire",
            "domicile-hors-territoire",
        ],
    );
    // From the day of the 16th birthday to the eve of the 26th.
    verifier(json!({"date-naissance": "2005-06-01"}), "eligible", &[]);
    verifier(
        json!({"date-naissance": "2005-06-02"}),
        "non-eligible",
        &["aucun-titre"],
    );
    verifier(json!({"date-naissance": "1995-06-02"}), "eligible", &[]);
    verifier(
        json!({"date-naissance": "1995-06-01"}),
        "non-eligible",
        &["aucun-titre"],
    );
    let tranche = |tranche: &str| json!({"date-naissance": null, "tranche-age": tranche});
    verifier(tranche("16-25"), "eligible", &[]);
    verifier(tranche("26+"), "non-eligible", &["aucun-titre"]);
}

#[test]
fn le_permis_ne_regarde_l_age_que_le_jour_du_depot() {
    let catalogue = catalogue(
        "permis-hdf.json",
        include_str!("autres-aides/permis-hdf.json"),
    );
    let apprenti = |ne: &str| json!({"date-naissance": ne, "code-postal": "80000", "situations": ["apprenti"]});
    let verdict = |depot: &str, creation: &str, ne: &str| {
        decision(&catalogue, depot, creation, &apprenti(ne))
    };
    // 17 between creation and deposit: no doubt here, the deposit counts.
    let devenu = verdict("2023-06-15", "2023-06-01", "2006-06-10");
    assert_eq!(devenu["verdict"], "eligible");
    assert_eq!(devenu["reserves"], json!([]));
    assert_eq!(devenu["titre"], "apprenti");
    let passe = verdict("2023-06-15", "2023-06-01", "1992-06-15");
    assert_eq!(passe["refus"], json!(["age-maximum"]));
    let veille = verdict("2023-06-15", "2023-06-01", "1992-06-16");
    assert_eq!(veille["verdict"], "eligible");
    let trop_jeune = verdict("2023-06-15", "2023-06-15", "2006-06-16");
    assert_eq!(trop_jeune["refus"], json!(["age-minimum"]));
    assert_eq!(trop_jeune["aPartirDu"], "2023-06-16");

    // The brackets are those of this aid: 17, where the pass begins at 18.
    let tranche = json!({"tranche-age": "17-30", "code-postal": "59000", "situations": ["siae"]});
    verifier(&catalogue, "2024-01-10", tranche, "eligible", &[]);
    let celle_du_pass = json!({"dateDepot": "2024-01-10", "reponses": {"tranche-age": "18-30"}});
    assert!(evaluer_json(&catalogue, &celle_du_pass.to_string()).is_err());
}

#[test]
fn plusieurs_aides_se_lisent_ensemble_fichier_par_fichier() {
    // Each catalogue stands alone; together they define the same questions twice, and it is said.
    let sources = [
        (
            "lens-lievin.json",
            include_str!("autres-aides/lens-lievin.json"),
        ),
        (
            "creil-sud-oise.json",
            include_str!("autres-aides/creil-sud-oise.json"),
        ),
    ]
    .map(|(fichier, texte)| Source {
        fichier: fichier.into(),
        contenu: serde_json::from_str(texte).unwrap(),
    });
    let fautes = Catalogue::charger(&sources).unwrap_err();
    assert!(
        fautes.iter().all(|f| f.fichier == "creil-sud-oise.json"),
        "{fautes:#?}"
    );
    assert_eq!(
        fautes.iter().next().unwrap().message,
        "« code-postal » est déjà pris"
    );
}
