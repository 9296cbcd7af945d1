//! From the file that we exported to the answers that one pupil alone had: other readers have no place for them.

use super::demande::reponse;
use super::export;
use crate::demande::Reponse;
use crate::en_liste::EnListe;

/// Line, question and answer, for a file that this page wrote and nobody changed since.
pub fn lire(octets: &[u8]) -> Vec<(u32, &'static str, Reponse)> {
    let lignes = std::str::from_utf8(octets).ok();
    let Some(texte) = lignes.and_then(|texte| texte.strip_prefix('\u{feff}')) else {
        return Vec::new();
    };
    let mut lignes = texte.split("\r\n").zip(1..);
    let Some((entetes, _)) = lignes.next() else {
        return Vec::new();
    };
    let entetes = cellules(entetes);
    let colonnes: Vec<(usize, &'static str)> = export::propres()
        .filter_map(|(question, nom)| {
            let rang = entetes.iter().position(|entete| *entete == nom)?;
            Some((rang, question))
        })
        .en_liste();
    let mut siennes = Vec::new();
    for (ligne, numero) in lignes.filter(|_| !colonnes.is_empty()) {
        let cellules = cellules(ligne);
        for (rang, question) in &colonnes {
            let dite = cellules.get(*rang).filter(|cellule| !cellule.is_empty());
            siennes.extend(dite.map(|dite| (numero, *question, reponse(dite))));
        }
    }
    siennes
}

/// The cells of a line where each is between quotes.
fn cellules(ligne: &str) -> Vec<&str> {
    let dedans = ligne.strip_prefix('"').and_then(|l| l.strip_suffix('"'));
    dedans.map_or(Vec::new(), |dedans| dedans.split("\";\"").en_liste())
}
