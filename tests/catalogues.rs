//! Broken catalogues (`tests/catalogues/`): each is refused with all its faults, and none else.
//!
//! They are `juste.json`, damaged. Beside `NN-nom.json`, the file `NN-nom.fautes.txt` says what must be told, one fault a line
//! (`chemin : message`).

use crate::Catalogue;
use crate::integre;
use crate::reglement::{Reglement, Source};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn dossier() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogues")
}

fn noms() -> Vec<String> {
    let mut noms: Vec<String> = fs::read_dir(dossier())
        .unwrap()
        .map(|entree| entree.unwrap().file_name().into_string().unwrap())
        .filter(|nom| nom.starts_with(|c: char| c.is_ascii_digit()))
        .filter_map(|nom| nom.strip_suffix(".json").map(Into::into))
        .collect();
    noms.sort();
    noms
}

fn source(fichier: &str, texte: &str) -> Source {
    Source {
        fichier: fichier.into(),
        contenu: serde_json::from_str(texte).unwrap_or_else(|e| panic!("{fichier} : {e}")),
    }
}

fn fautes(sources: &[Source]) -> Vec<String> {
    let refus = Catalogue::charger(sources).err();
    refus
        .iter()
        .flat_map(|fautes| fautes.iter())
        .map(|f| format!("{} : {}", f.chemin, f.message))
        .collect()
}

#[test]
fn chaque_catalogue_faux_est_refuse_avec_toutes_ses_fautes() {
    let noms = noms();
    let mut ecarts = Vec::new();
    let mut total = 0;
    for nom in &noms {
        let lire = |suffixe: &str| fs::read_to_string(dossier().join(format!("{nom}.{suffixe}")));
        let dites = fautes(&[source(nom, &lire("json").unwrap())]);
        let attendues = lire("fautes.txt").unwrap_or_default();
        let attendues: BTreeSet<&str> = attendues.lines().collect();
        let uniques: BTreeSet<&str> = dites.iter().map(String::as_str).collect();
        if uniques.len() != dites.len() {
            ecarts.push(format!("{nom} : une faute est dite deux fois"));
        }
        if uniques.is_empty() || attendues.is_empty() {
            ecarts.push(format!("{nom} : aucune faute"));
        }
        for faute in attendues.difference(&uniques) {
            ecarts.push(format!("{nom} : n'est pas dite : {faute}"));
        }
        for faute in uniques.difference(&attendues) {
            ecarts.push(format!("{nom} : n'était pas attendue : {faute}"));
        }
        total += dites.len();
    }
    assert!(ecarts.is_empty(), "{}", ecarts.join("\n"));
    assert!(noms.len() >= 49, "un catalogue a disparu");
    println!("{} catalogues faux, {total} fautes", noms.len());
}

#[test]
fn un_catalogue_juste_n_a_aucune_faute_meme_a_la_limite_de_chaque_regle() {
    // The faulty ones are the first, damaged; in the two next each bound is the last one accepted; in the
    // last two no rule reads the postal code, only a question that says where it is asked.
    for nom in [
        "juste.json",
        "juste-a-la-limite.json",
        "juste-au-plus-grand.json",
        "juste-code-postal-pour-passer-devant.json",
        "juste-code-postal-pour-presumer.json",
    ] {
        let texte = fs::read_to_string(dossier().join(nom)).unwrap();
        assert_eq!(
            fautes(&[source(nom, &texte)]),
            Vec::<String>::new(),
            "{nom}"
        );
    }
}

#[test]
fn une_faute_dit_son_fichier_meme_quand_le_catalogue_en_a_plusieurs() {
    let sources = [
        source(
            "aides.json",
            r#"{"dispositifs": [{"id": "aide"}, {"id": "aide"}]}"#,
        ),
        source(
            "suite.json",
            r#"{"dispositifs": [{"id": "aide"}, {"id": "autre"}]}"#,
        ),
        source("pieces.json", r#"{"pieces": [{"id": "contrat"}]}"#),
    ];
    let fautes = Catalogue::charger(&sources).unwrap_err();
    let lignes: Vec<String> = fautes.iter().map(ToString::to_string).collect();
    for attendue in [
        "aides.json $.dispositifs[1].id : « aide » est déjà pris",
        "suite.json $.dispositifs[0].id : « aide » est déjà pris",
        "suite.json $.dispositifs[1] : « autre » n'a aucun règlement",
        "pieces.json $.pieces[0] : « contrat » : aucun règlement ne demande cette pièce",
    ] {
        assert!(
            lignes.iter().any(|l| l == attendue),
            "{attendue}\n{lignes:#?}"
        );
    }
}

#[test]
fn les_fautes_de_lecture_de_tous_les_fichiers_sont_dites_ensemble() {
    let sources = [
        source("a.json", r#"{"questions": 1}"#),
        source("b.json", r#"{"pieces": [{}], "aides": []}"#),
    ];
    let fautes = Catalogue::charger(&sources).unwrap_err();
    let lieux: Vec<String> = fautes
        .iter()
        .map(|f| format!("{} {}", f.fichier, f.chemin))
        .collect();
    assert_eq!(
        lieux,
        ["a.json $.questions", "b.json $.aides", "b.json $.pieces[0]"]
    );
}

#[test]
fn les_reglements_se_rangent_par_aide_puis_par_premier_jour() {
    // Read backwards, so that the order is not that of the files.
    let sources: Vec<Source> = integre::fichiers()
        .iter()
        .rev()
        .map(|(nom, texte)| source(nom, texte))
        .collect();
    let catalogue = Catalogue::charger(&sources).unwrap();
    let rang = |r: &Reglement| {
        let aides = &catalogue.dispositifs;
        (
            aides.iter().position(|d| d.id == r.dispositif),
            r.periode.du,
        )
    };
    assert!(catalogue.reglements.len() > 1);
    assert!(catalogue.reglements.is_sorted_by_key(rang));
}
