//! Golden pages: what is printed now, compared with what was read and kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Compares pages, by name, with those of a folder of the repository; `METTRE_A_JOUR=1` rewrites them.
pub fn comparer(dossier: &str, pages: &BTreeMap<String, String>) {
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join(dossier);
    if std::env::var_os("METTRE_A_JOUR").is_some() {
        let _ = std::fs::remove_dir_all(&dossier);
        std::fs::create_dir_all(&dossier).unwrap();
        for (nom, html) in pages {
            std::fs::write(dossier.join(format!("{nom}.html")), html).unwrap();
        }
    }
    let gardees: BTreeSet<String> = std::fs::read_dir(&dossier)
        .unwrap_or_else(|e| panic!("{} : {e}", dossier.display()))
        .map(|e| {
            e.unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let mut ecarts: Vec<String> = gardees
        .iter()
        .filter(|nom| !pages.contains_key(*nom))
        .map(|nom| format!("{nom} : page en trop"))
        .collect();
    for (nom, html) in pages {
        let gardee =
            std::fs::read_to_string(dossier.join(format!("{nom}.html"))).unwrap_or_default();
        if gardee != *html {
            let ligne = gardee
                .lines()
                .zip(html.lines())
                .position(|(a, b)| a != b)
                .unwrap_or(0);
            ecarts.push(format!("{nom} : diffère à la ligne {}", ligne + 1));
        }
    }
    println!("{} pages comparées", pages.len());
    assert!(
        ecarts.is_empty(),
        "{}\nSi c'est voulu : METTRE_A_JOUR=1 cargo test pages",
        ecarts.join("\n")
    );
}
