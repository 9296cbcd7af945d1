//! The reader of JSON trees tells every fault of a document, each once, at its path.

// The fields are only there to be read into.
#![allow(dead_code)]

use crate::valeur::{self, Valeur};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Fiche {
    nom: String,
    nombre: u32,
    actif: bool,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    suites: Vec<Suite>,
    #[serde(default)]
    noms: BTreeMap<String, String>,
    genre: Genre,
    #[serde(default)]
    regle: Option<Regle>,
}

#[derive(Deserialize)]
struct Suite {
    id: String,
    rang: u32,
    #[serde(default)]
    genres: Vec<Genre>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Genre {
    Simple,
    TresSimple,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Regle {
    Age(u32),
    Toutes(Vec<Regle>),
    Sauf(Box<Regle>),
    Delai { mois: u32, nom: String },
}

fn fautes(json: &str) -> Vec<String> {
    let arbre: Valeur = serde_json::from_str(json).unwrap();
    match valeur::lire::<Fiche>(&arbre, "") {
        Ok(_) => vec![],
        Err(fautes) => fautes
            .iter()
            .map(|f| format!("{} : {}", f.chemin, f.message))
            .collect(),
    }
}

#[track_caller]
fn verifier(json: &str, attendues: &[&str]) {
    assert_eq!(fautes(json), attendues, "{json}");
}

const JUSTE: &str = r#""nom": "a", "nombre": 1, "actif": true, "genre": "simple""#;

#[test]
fn un_document_juste_est_lu() {
    verifier(&format!("{{{JUSTE}}}"), &[]);
    verifier(
        &format!(
            r#"{{{JUSTE}, "note": null, "suites": [{{"id": "x", "rang": 0, "genres": ["tres-simple"]}}],
               "noms": {{"59": "Nord"}}, "regle": {{"toutes": [{{"age": 3}}, {{"sauf": {{"delai": {{"mois": 1, "nom": "n"}}}}}}]}}}}"#
        ),
        &[],
    );
}

#[test]
fn tous_les_champs_de_mauvais_type_sont_dits() {
    verifier(
        r#"{"nom": 3, "nombre": "un", "actif": 0, "genre": true}"#,
        &[
            "$.actif : 0 ; attendu : true ou false",
            "$.genre : true ; attendu : un mot, ou un objet à une seule clé, parmi simple, tres-simple",
            "$.nom : 3 ; attendu : un texte",
            "$.nombre : « un » ; attendu : un nombre entier, 0 ou plus",
        ],
    );
}

#[test]
fn tous_les_champs_absents_sont_dits() {
    verifier(
        r#"{"actif": true}"#,
        &[
            "$ : il manque « nom »",
            "$ : il manque « nombre »",
            "$ : il manque « genre »",
        ],
    );
}

#[test]
fn les_champs_inconnus_sont_dits_avec_les_fautes_des_autres() {
    verifier(
        r#"{"nom": null, "nombre": -1, "actif": true, "genre": "simple", "Nom": "a", "regles": []}"#,
        &[
            "$.Nom : « Nom » n'existe pas ici ; attendu : nom, nombre, actif, note, suites, noms, genre, regle",
            "$.nom : null ; attendu : un texte",
            "$.nombre : -1 ; attendu : un nombre entier, 0 ou plus",
            "$.regles : « regles » n'existe pas ici ; attendu : nom, nombre, actif, note, suites, noms, genre, regle",
        ],
    );
}

#[test]
fn une_faute_dans_une_liste_ne_cache_pas_celles_des_voisins() {
    verifier(
        &format!(
            r#"{{{JUSTE}, "suites": [{{"id": 1, "rang": 0}}, 7, {{"rang": "b"}}, {{"id": "d", "rang": 1.5, "genres": ["simple", "autre", 3]}}]}}"#
        ),
        &[
            "$.suites[0].id : 1 ; attendu : un texte",
            "$.suites[1] : 7 ; attendu : un objet",
            "$.suites[2] : il manque « id »",
            "$.suites[2].rang : « b » ; attendu : un nombre entier, 0 ou plus",
            "$.suites[3].genres[1] : « autre » n'est pas connu ; attendu : simple, tres-simple",
            "$.suites[3].genres[2] : 3 ; attendu : un mot, ou un objet à une seule clé, parmi simple, tres-simple",
            "$.suites[3].rang : 1.5 ; attendu : un nombre entier, 0 ou plus",
        ],
    );
}

#[test]
fn une_faute_de_liste_ne_cache_pas_celles_des_champs_suivants() {
    verifier(
        r#"{"suites": {}, "noms": {"59": 1, "62": 2, "80": "Somme"}, "nom": [], "nombre": 1, "actif": true, "genre": "simple"}"#,
        &[
            "$.nom : une liste ; attendu : un texte",
            "$.noms.59 : 1 ; attendu : un texte",
            "$.noms.62 : 2 ; attendu : un texte",
            "$.suites : un objet ; attendu : une liste",
        ],
    );
}

#[test]
fn les_variantes_fausses_sont_dites_a_leur_place() {
    let regle = |regle: &str| format!(r#"{{{JUSTE}, "regle": {regle}}}"#);
    let attendu = "attendu : age, toutes, sauf, delai";
    verifier(
        &regle(r#"{"ages": 3}"#),
        &[&format!("$.regle : « ages » n'est pas connu ; {attendu}")],
    );
    verifier(
        &regle(r#""toutes""#),
        &["$.regle : « toutes » seul ; attendu : un objet, {\"toutes\": …}"],
    );
    verifier(
        &regle(r#"{"age": 1, "toutes": []}"#),
        &[
            "$.regle : un objet ; attendu : un mot, ou un objet à une seule clé, parmi age, toutes, sauf, delai",
        ],
    );
    verifier(
        &regle(
            r#"{"toutes": [{"age": "x"}, {"toutes": 3}, {"sauf": {"sauf": {"non": 1}}}, {"delai": 3}, {"delai": {"jours": 2}}]}"#,
        ),
        &[
            "$.regle.toutes[0].age : « x » ; attendu : un nombre entier, 0 ou plus",
            "$.regle.toutes[1].toutes : 3 ; attendu : une liste",
            &format!("$.regle.toutes[2].sauf.sauf : « non » n'est pas connu ; {attendu}"),
            "$.regle.toutes[3].delai : 3 ; attendu : un objet",
            "$.regle.toutes[4].delai : il manque « mois »",
            "$.regle.toutes[4].delai : il manque « nom »",
            "$.regle.toutes[4].delai.jours : « jours » n'existe pas ici ; attendu : mois, nom",
        ],
    );
    verifier(
        r#"{"nom": "a", "nombre": 1, "actif": true, "genre": {"simple": 1}}"#,
        &["$.genre : « simple » s'écrit seul, sans objet"],
    );
}

#[test]
fn une_cle_ecrite_deux_fois_est_dite() {
    verifier(
        &format!(r#"{{"nom": 3, {JUSTE}, "noms": {{"59": "a", "59": "b"}}}}"#),
        &[
            "$.nom : « nom » est écrit deux fois",
            "$.noms.59 : « 59 » est écrit deux fois",
        ],
    );
}

#[test]
fn un_document_qui_n_est_pas_un_objet_le_dit() {
    verifier("[]", &["$ : une liste ; attendu : un objet"]);
    verifier("null", &["$ : null ; attendu : un objet"]);
}

#[test]
fn les_nombres_hors_de_portee_sont_dits() {
    for (nombre, attendu) in [
        ("-0.5", "-0.5 ; attendu : un nombre entier, 0 ou plus"),
        ("-1", "-1 ; attendu : un nombre entier, 0 ou plus"),
        (
            "2.0000001",
            "2.000001 ; attendu : un nombre entier, 0 ou plus",
        ),
        (
            "2.9999999",
            "2.999999 ; attendu : un nombre entier, 0 ou plus",
        ),
        (
            "1000000000",
            "1000000000 ; attendu : un nombre entier de moins de dix chiffres",
        ),
        (
            "1e300",
            "un nombre trop grand ; attendu : un nombre entier de moins de dix chiffres",
        ),
    ] {
        let dites = fautes(&format!(
            r#"{{"nom": "a", "nombre": {nombre}, "actif": true, "genre": "simple"}}"#
        ));
        assert_eq!(dites.len(), 1, "{nombre} : {dites:?}");
        assert_eq!(dites[0], format!("$.nombre : {attendu}"));
    }
}
