//! The English texts, for somebody who has just begun to read it.

use super::{ecrans, jeux, mesure};

const MOTS_PAR_PHRASE: usize = 20;
/// Plain English starts at 60, and the French words of the papers cost some points: no screen is below 70.
const FACILITE: f64 = 70.0;

#[test]
fn les_phrases_sont_courtes() {
    let mut longues = Vec::new();
    for (cle, texte) in &jeux::anglais() {
        let trop = mesure::longues(&jeux::rempli(texte), MOTS_PAR_PHRASE);
        longues.extend(trop.iter().map(|p| format!("{cle} : {p}")));
    }
    assert!(longues.is_empty(), "{}", longues.join("\n"));
}

#[test]
fn chaque_ecran_est_facile_a_lire() {
    let anglais = jeux::anglais();
    let mut notes: Vec<(f64, String)> = ecrans::mesurables()
        .into_iter()
        .map(|ecran| (mesure::flesch(&ecran.avec(&anglais)), ecran.nom))
        .collect();
    notes.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (note, nom) in &notes {
        println!("{note:.0} {nom}");
    }
    let dures = notes.iter().filter(|(note, _)| *note < FACILITE).count();
    assert_eq!(
        dures,
        0,
        "{dures} écrans sur {} sous {FACILITE}",
        notes.len()
    );
}
