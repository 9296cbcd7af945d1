//! The JSON Schema of a catalogue file, written from the model: one source for the reader and for editors.
//!
//! `METTRE_A_JOUR=1 cargo test schema` rewrites the file after a change. The schema says the shape;
//! what ids must name, and what rules must mean, only the lint says.

use super::catalogue::Fichier;
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::fs;

const FICHIER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/src/reglements/schema/catalogue.schema.json"
);

pub fn jour(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}

pub fn jour_facultatif(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}

pub fn reference(_: &mut SchemaGenerator) -> Schema {
    let texte = json!({ "type": "string" });
    json_schema!({
        "description": "The article, or the article of another act.",
        "anyOf": [texte, { "type": "object", "properties": { "acte": texte, "article": texte }, "required": ["article"] }]
    })
}

pub fn nombre_ou_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["integer", "null"], "minimum": 1 })
}

fn schema() -> Value {
    let generateur = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generateur.into_root_schema_for::<Fichier>().to_value();
    fermer(&mut schema);
    schema["title"] = json!("Catalogue de règlements");
    schema
}

/// The reader refuses fields it does not know, and says so of every object.
fn fermer(valeur: &mut Value) {
    match valeur {
        Value::Object(champs) => {
            if champs.contains_key("properties") {
                champs.insert("additionalProperties".into(), json!(false));
            }
            // Pairs, for Rust: an object of texts, for whoever writes JSON.
            let objet = champs.get("type") == Some(&json!("object"));
            if objet && champs.get("default") == Some(&json!([])) {
                champs.insert("default".into(), json!({}));
            }
            // Rust's widths mean nothing to whoever writes JSON.
            let entier = champs.get("type") != Some(&json!("string"));
            if entier && champs.get("format").is_some_and(Value::is_string) {
                champs.retain(|nom, valeur| nom != "format" || valeur.as_str() == Some("date"));
            }
            champs.values_mut().for_each(fermer);
        }
        Value::Array(elements) => elements.iter_mut().for_each(fermer),
        _ => {}
    }
}

#[test]
fn le_schema_du_catalogue_est_a_jour() {
    let attendu = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("METTRE_A_JOUR").is_some() {
        fs::create_dir_all(std::path::Path::new(FICHIER).parent().unwrap()).unwrap();
        fs::write(FICHIER, &attendu).unwrap();
    }
    let ecrit = fs::read_to_string(FICHIER).unwrap_or_default();
    assert!(
        ecrit == attendu,
        "lancez : METTRE_A_JOUR=1 cargo test schema"
    );
}
