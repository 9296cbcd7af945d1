//! The words: one catalogue a language, keyed by kind (question, aide, erreur, motif…) and id.

use crate::valeur::{Faute, Valeur};
use std::collections::BTreeMap;

/// The French texts, as embedded.
pub const FR: &str = include_str!("textes/fr.json");

/// Every text a person reads, in one language.
#[derive(Clone, Debug)]
pub struct Textes {
    /// By `genre.id`.
    par_cle: BTreeMap<String, String>,
}

impl Textes {
    /// Reads a file of texts and sets its French typography.
    ///
    /// # Errors
    /// Every value that is not a text, with its path.
    pub fn charger(contenu: &Valeur, fichier: &str) -> Result<Self, Vec<Faute>> {
        let mut par_cle = BTreeMap::new();
        let mut fautes = Vec::new();
        for (genre, textes) in contenu.champs().unwrap_or_default() {
            for (id, texte) in textes.champs().unwrap_or_default() {
                match texte {
                    Valeur::Texte(t) => {
                        par_cle.insert(cle(genre, id), typographier(t));
                    }
                    autre => fautes.push(Faute {
                        fichier: fichier.into(),
                        chemin: format!("$.{genre}.{id}"),
                        message: format!("{autre} ; attendu : un texte"),
                    }),
                }
            }
        }
        if fautes.is_empty() {
            Ok(Textes { par_cle })
        } else {
            Err(fautes)
        }
    }

    /// These texts, with those of another file added or put in their place.
    pub fn completer(&mut self, autres: Textes) {
        self.par_cle.extend(autres.par_cle);
    }

    /// The text of this kind and id, when there is one.
    pub fn facultatif(&self, genre: &str, id: &str) -> Option<&str> {
        self.par_cle.get(&cle(genre, id)).map(String::as_str)
    }

    /// The text of this kind and id; the id itself when it is missing, which the tests forbid.
    pub fn lire<'a>(&'a self, genre: &str, id: &'a str) -> &'a str {
        self.facultatif(genre, id).unwrap_or(id)
    }

    /// A text of the interface with its `{blanks}` filled.
    pub fn remplir(&self, genre: &str, id: &str, blancs: &[(&str, &str)]) -> String {
        blancs
            .iter()
            .fold(self.lire(genre, id).to_string(), |texte, (nom, valeur)| {
                texte.replace(&format!("{{{nom}}}"), valeur)
            })
    }

    /// Every text, by `genre.id`.
    pub fn tous(&self) -> impl Iterator<Item = (&str, &str)> {
        self.par_cle
            .iter()
            .map(|(cle, texte)| (cle.as_str(), texte.as_str()))
    }
}

fn cle(genre: &str, id: &str) -> String {
    format!("{genre}.{id}")
}

#[cfg(not(target_arch = "wasm32"))]
impl Textes {
    /// The French texts.
    ///
    /// # Panics
    /// When the embedded file is wrong; the tests load it.
    pub fn francais() -> Self {
        let contenu: Valeur = serde_json::from_str(FR).expect("fr.json is JSON");
        Self::charger(&contenu, "fr.json").expect("fr.json holds texts only")
    }
}

/// Typographic apostrophes, and no-break spaces where French wants one.
///
/// ```
/// use pass_numerique::textes::typographier;
/// assert_eq!(typographier("C'est où ?"), "C’est où\u{a0}?");
/// ```
pub fn typographier(texte: &str) -> String {
    let mut sortie = texte.replace('\'', "’").replace("« ", "«\u{a0}");
    for signe in [":", ";", "?", "!", "»", "€"] {
        sortie = sortie.replace(&format!(" {signe}"), &format!("\u{a0}{signe}"));
    }
    sortie
}
