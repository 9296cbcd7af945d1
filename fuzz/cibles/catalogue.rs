//! Any JSON as a catalogue: faults, or a catalogue that judges every demande without a panic.

#![no_main]

mod mutateur;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use pass_numerique::interne::{Source, Valeur};
use pass_numerique::{Catalogue, evaluer_json};

#[rustfmt::skip]
const MOTS: &[&str] = &[
    // What a file may hold.
    "questions", "pieces", "dispositifs", "reglements", "departements", "orientations", "textes",
    "id", "dispositif", "acte", "numero", "date", "periode", "du", "au", "certainDu", "certainAu", "article",
    "reserve", "valeurUnitaire", "portail", "lectures", "jour", "anniversaire", "dernierJour", "titres",
    "public", "conditions", "si", "sinon", "refus", "attenuations", "carnet", "nombre", "echeances",
    "depuis", "duree", "mois", "jours", "reserves", "bloquante", "conseillee", "fraicheur", "natures",
    "signataires", "datee", "moinsDe", "conseil", "enCoursDeValidite", "prolongations", "anneeDeFormation",
    "debut", "limite", "genre", "options", "groupe", "apres", "immuable", "doute", "presume", "territoire",
    // Criteria and their values.
    "age", "min", "max", "situation", "reponse", "question", "vaut", "depot", "titre", "tous", "un", "sauf",
    "creation", "decision", "notification", "oui-non", "choix", "plusieurs", "tranche-age", "code-postal",
    // What the seeds name.
    "situations", "date-naissance", "code-postal-confirme", "age-60", "aucun-titre", "aide", "apprenti",
];

/// Answers that an aid of another shape may not even know: then an error is the right answer.
const DEMANDES: [&str; 4] = [
    r#"{"dateDepot": "2023-05-10", "reponses": {}}"#,
    r#"{"dateDepot": "2020-01-01", "reponses": {"date-naissance": "1955-03-02", "code-postal": "62300"}}"#,
    r#"{"dateDepot": "2024-02-29", "dateCreation": "2024-02-01", "reponses": {"date-naissance": "2000-02-29"}}"#,
    r#"{"dateDepot": "2030-12-31", "reponses": {"tranche-age": "60+", "situations": null, "code-postal": "etranger"}}"#,
];

fuzz_mutator!(
    |octets: &mut [u8], taille: usize, taille_max: usize, graine: u32| {
        mutateur::muter(octets, taille, taille_max, graine, MOTS)
    }
);

fuzz_target!(|texte: &str| {
    let Ok(contenu) = serde_json::from_str::<Valeur>(texte) else {
        return;
    };
    let source = Source {
        fichier: "aide.json".into(),
        contenu,
    };
    let catalogue = match Catalogue::charger(&[source]) {
        Ok(catalogue) => catalogue,
        Err(fautes) => {
            assert!(!fautes.to_string().is_empty(), "refused without a reason");
            for faute in fautes {
                assert!(
                    faute.chemin.starts_with('$') && !faute.message.is_empty(),
                    "{faute:?}"
                );
            }
            return;
        }
    };
    for reglement in &catalogue.reglements {
        assert!(
            !reglement.titres.is_empty() && !reglement.carnet.is_empty(),
            "{reglement:?}"
        );
    }
    for demande in DEMANDES {
        if let Ok(bilan) = evaluer_json(&catalogue, demande) {
            assert_eq!(bilan.decisions.len(), catalogue.dispositifs.len());
        }
    }
});
