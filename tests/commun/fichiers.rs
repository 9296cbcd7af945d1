//! The folder of dossiers, found rather than listed: natively on the disk, in a browser as the build embeds it.

use serde_json::Value;

/// The file of the dossiers that belong to no règlement: they hold the rules and the lines of the
/// engine that no other dossier needs. The others are each named after their règlement.
pub const GARDES: &str = "gardes";

/// One file of dossiers.
pub struct Fichier {
    pub nom: String,
    lignes: String,
}

impl Fichier {
    /// Its dossiers, one JSON object a line (`id`, `cas`, `demande`, `attendu`).
    pub fn dossiers(&self) -> impl Iterator<Item = Value> {
        let lignes = self.lignes.lines();
        lignes.map(|ligne| serde_json::from_str(ligne).expect("one JSON object a line"))
    }
}

/// Every file of dossiers: those of the règlements by name, then the guards.
pub fn fichiers() -> Vec<Fichier> {
    let mut trouves: Vec<Fichier> = contenu()
        .into_iter()
        .filter_map(|(nom, lignes)| {
            let nom = nom.strip_suffix(".jsonl")?.to_string();
            Some(Fichier { nom, lignes })
        })
        .collect();
    assert!(!trouves.is_empty(), "tests/dossiers is empty");
    trouves.sort_by_key(|fichier| (fichier.nom == GARDES, fichier.nom.clone()));
    trouves
}

/// Name and text of everything in `tests/dossiers/`.
#[cfg(not(target_arch = "wasm32"))]
pub fn contenu() -> Vec<(String, String)> {
    let dossier = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dossiers");
    let entrees = std::fs::read_dir(dossier).expect("tests/dossiers");
    entrees
        .map(|entree| {
            let entree = entree.unwrap();
            let texte = std::fs::read_to_string(entree.path()).unwrap();
            (entree.file_name().into_string().unwrap(), texte)
        })
        .collect()
}

/// Name and text of everything in `tests/dossiers/`.
#[cfg(target_arch = "wasm32")]
pub fn contenu() -> Vec<(String, String)> {
    include!(concat!(env!("OUT_DIR"), "/dossiers.rs"))
        .map(|(nom, texte)| (nom.to_string(), texte.to_string()))
        .to_vec()
}
