//! `docs/droit.md`: what the catalogue says, for whoever knows the law and not Rust.
//!
//! `METTRE_A_JOUR=1 cargo test droit` rewrites the file after a change of the data or the texts.

mod phrases;
mod plume;

use crate::Catalogue;
use crate::textes::Textes;
use plume::droit;
use std::fs;

/// The silences listed beside the acts that were there first; another act may add its own.
const POINTS_DU_DOSSIER_JURIDIQUE: usize = 73;

const FICHIER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/droit.md");

#[test]
fn le_document_de_droit_est_a_jour() {
    let attendu = droit();
    if std::env::var_os("METTRE_A_JOUR").is_some() {
        fs::write(FICHIER, &attendu).unwrap();
    }
    let ecrit = fs::read_to_string(FICHIER).unwrap_or_default();
    assert!(
        ecrit == attendu,
        "lancez : METTRE_A_JOUR=1 cargo test droit"
    );
}

#[test]
fn chaque_regle_du_catalogue_est_dans_le_document() {
    let droit = droit();
    for reglement in &Catalogue::integre().reglements {
        assert!(droit.contains(&format!("Acte n° {}", reglement.acte.numero)));
        let ids = reglement
            .titres
            .iter()
            .map(|t| t.id.as_str())
            .chain(reglement.pieces.iter().map(|p| p.id.as_str()))
            .chain(reglement.reserves.iter().map(|r| r.id.as_str()))
            .chain(reglement.echeances.iter().map(|e| e.id.as_str()))
            .chain(reglement.conditions.iter().map(|c| c.sinon.id()));
        for id in ids {
            assert!(droit.contains(&format!("`{id}`")), "{id}");
        }
    }
}

/// The readings are written by hand; at least none is skipped and every caution is one of them.
#[test]
fn les_lectures_numerotees_citent_chaque_reserve_du_catalogue() {
    let lectures = include_str!("../../docs/lectures.md");
    let numeros: Vec<usize> = lectures
        .lines()
        .filter_map(|ligne| ligne.strip_prefix("| ")?.split(' ').next()?.parse().ok())
        .collect();
    assert!(numeros.len() >= POINTS_DU_DOSSIER_JURIDIQUE);
    assert_eq!(numeros, (1..=numeros.len()).collect::<Vec<_>>());
    for (cle, _) in Textes::francais().tous() {
        if let Some(id) = cle.strip_prefix("reserve.") {
            assert!(lectures.contains(&format!("`{id}`")), "{id}");
        }
    }
}
