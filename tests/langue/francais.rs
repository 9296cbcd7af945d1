//! The French texts.

use super::{ecrans, jeux, mesure};

/// What is read in French: by the person, then by the agent who sees to them.
fn tous() -> Vec<(String, String)> {
    jeux::francais()
        .into_iter()
        .chain(jeux::guichet())
        .collect()
}

#[test]
fn les_phrases_sont_courtes() {
    let mut longues = Vec::new();
    for (cle, texte) in &tous() {
        let bref = cle.starts_with("question.") || cle.starts_with("erreur.");
        let limite = if bref { 12 } else { 15 };
        let trop = mesure::longues(texte, limite);
        longues.extend(trop.iter().map(|p| format!("{cle} : {p}")));
    }
    assert!(longues.is_empty(), "{}", longues.join("\n"));
}

#[test]
fn les_mots_difficiles_ont_leur_remplacant() {
    const REMPLACANTS: [(&str, &str); 10] = [
        ("dispositif", "aide"),
        ("afférent", "lié"),
        ("dématérialis", "en ligne"),
        ("sous réserve", "si"),
        ("conformément", "selon"),
        ("le cas échéant", "si besoin"),
        ("instruction", "examen"),
        (" il convient", "il faut"),
        ("(e)", "le mot sans parenthèse"),
        ("·e", "le mot sans point"),
    ];
    let mut fautes = Vec::new();
    for (cle, texte) in &tous() {
        let texte = format!(" {}", texte.to_lowercase());
        let trouves = REMPLACANTS.iter().filter(|(mot, _)| texte.contains(mot));
        fautes.extend(trouves.map(|(mot, autre)| format!("{cle} : « {mot} » ; dire « {autre} »")));
    }
    assert!(fautes.is_empty(), "{}", fautes.join("\n"));
}

#[test]
fn chaque_ecran_est_facile_a_lire() {
    let mut notes: Vec<(f64, String)> = ecrans::mesurables()
        .into_iter()
        .map(|ecran| (mesure::kandel_moles(&ecran.dit), ecran.nom))
        .collect();
    notes.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (note, nom) in &notes {
        println!("{note:.0} {nom}");
    }
    let dures = notes.iter().filter(|(note, _)| *note < 80.0).count();
    assert_eq!(dures, 0, "{dures} écrans sur {} sous 80", notes.len());
}
