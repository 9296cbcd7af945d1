//! The built-in catalogue: read, linted and resolved when the crate is built, in bytes since.

use crate::reglement::{Catalogue, Grave};

static OCTETS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));

impl Catalogue {
    /// The built-in catalogue.
    pub fn integre() -> Self {
        Catalogue::relire(&mut &*OCTETS)
    }
}

#[cfg(not(target_arch = "wasm32"))]
include!(concat!(env!("OUT_DIR"), "/reglements.rs"));

/// Name and text of the files of `src/reglements/`, as they were when the crate was built.
#[cfg(not(target_arch = "wasm32"))]
pub fn fichiers() -> &'static [(&'static str, &'static str)] {
    FICHIERS
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::reglement::Source;

    #[test]
    fn les_octets_disent_tout_ce_que_disent_les_fichiers() {
        let sources = fichiers().iter().map(|(fichier, texte)| Source {
            fichier: (*fichier).into(),
            contenu: serde_json::from_str(texte).unwrap(),
        });
        let lu = Catalogue::charger(&sources.collect::<Vec<_>>()).unwrap();
        assert_eq!(format!("{:#?}", Catalogue::integre()), format!("{lu:#?}"));
    }
}
