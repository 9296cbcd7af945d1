//! From the text of a file to its records, each with the line where it begins.
//!
//! Written by hand: the lines of the `csv` crate are wrong with CR, CRLF and blank lines, and it copies every
//! cell, those that must not be kept too.

use super::cellule::{CELLULES, Cellule, Rangee};

/// The separators that exports use, the most frequent first.
pub const SEPARATEURS: [char; 3] = [';', '\t', ','];

/// The records of a text, one after the other.
pub(super) struct Enregistrements<'a> {
    texte: &'a str,
    position: usize,
    ligne: u32,
    separateur: u8,
    /// Bytes that may still be read in vain after a quote that is never closed: reading stays linear.
    essais: usize,
}

impl<'a> Enregistrements<'a> {
    pub fn nouveau(texte: &'a str, separateur: char) -> Self {
        Enregistrements {
            texte,
            position: 0,
            ligne: 1,
            separateur: separateur as u8,
            essais: texte.len(),
        }
    }

    fn octet(&self, position: usize) -> Option<u8> {
        self.texte.as_bytes().get(position).copied()
    }

    /// One cell, and the place after it.
    fn cellule(&mut self) -> Cellule<'a> {
        if self.octet(self.position) == Some(b'"') && self.essais > 0 {
            match self.entre_guillemets() {
                Ok(cellule) => return cellule,
                Err(lus) => self.essais = self.essais.saturating_sub(lus),
            }
        }
        let reste = &self.texte[self.position..];
        let separateur = self.separateur;
        let fin = |octet: u8| octet == separateur || octet == b'\n' || octet == b'\r';
        let longueur = reste.bytes().position(fin).unwrap_or(reste.len());
        self.position += longueur;
        let brut = &reste[..longueur];
        // Quotes that were not doubled inside: the outer ones still go.
        match brut
            .strip_prefix('"')
            .and_then(|b| b.trim_end().strip_suffix('"'))
        {
            Some(dedans) => Cellule::Guillemets(dedans),
            None => Cellule::Texte(brut),
        }
    }

    /// A quoted cell, when its closing quote is followed by the end of the cell; else how many bytes were
    /// read to see that it is not: one quote forgotten must not swallow the lines after it.
    fn entre_guillemets(&mut self) -> Result<Cellule<'a>, usize> {
        let octets = self.texte.as_bytes();
        let debut = self.position + 1;
        let mut fin = debut;
        loop {
            let Some(saut) = octets[fin..].iter().position(|octet| *octet == b'"') else {
                return Err(octets.len() - debut);
            };
            fin += saut;
            if self.octet(fin + 1) != Some(b'"') {
                break;
            }
            fin += 2;
        }
        let mut apres = fin + 1;
        while self.octet(apres) == Some(b' ') {
            apres += 1;
        }
        let bien_finie = match self.octet(apres) {
            None | Some(b'\n' | b'\r') => true,
            Some(octet) => octet == self.separateur,
        };
        if !bien_finie {
            return Err(fin - debut + 1);
        }
        let dedans = &self.texte[debut..fin];
        self.ligne += fins_de_ligne(dedans);
        self.position = apres;
        Ok(Cellule::Guillemets(dedans))
    }
}

impl<'a> Iterator for Enregistrements<'a> {
    type Item = Rangee<'a>;

    fn next(&mut self) -> Option<Rangee<'a>> {
        if self.position >= self.texte.len() {
            return None;
        }
        let ligne = self.ligne;
        let mut cellules = Vec::new();
        loop {
            let cellule = self.cellule();
            if cellules.len() < CELLULES {
                cellules.push(cellule);
            }
            match self.octet(self.position) {
                Some(octet) if octet == self.separateur => self.position += 1,
                fin => {
                    let deux = fin == Some(b'\r') && self.octet(self.position + 1) == Some(b'\n');
                    self.position += if deux { 2 } else { 1 };
                    self.ligne += 1;
                    break;
                }
            }
        }
        Some(Rangee {
            ligne,
            vides_avant: 0,
            cellules,
        })
    }
}

/// CRLF, LF and CR alone each end a line.
fn fins_de_ligne(texte: &str) -> u32 {
    let octets = texte.as_bytes();
    let fins = octets
        .iter()
        .enumerate()
        .filter(|(rang, octet)| match octet {
            b'\n' => *rang == 0 || octets[rang - 1] != b'\r',
            octet => **octet == b'\r',
        });
    fins.count().try_into().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lire(texte: &str, separateur: char) -> Vec<(u32, Vec<String>)> {
        Enregistrements::nouveau(texte, separateur)
            .map(|r| {
                (
                    r.ligne,
                    r.cellules.iter().map(|c| c.texte().into_owned()).collect(),
                )
            })
            .collect()
    }

    #[test]
    fn chaque_enregistrement_dit_la_ligne_ou_il_commence() {
        let attendu = [
            (1, vec!["a", "b"]),
            (2, vec![""]),
            (3, vec!["c\r\nd", "e"]),
            (5, vec!["f", "g"]),
            (6, vec!["h", ""]),
        ];
        for fin in ["\n", "\r\n", "\r"] {
            let texte = ["a;b", "", "\"c\r\nd\";e", "f;\"g\" ", "h;"].join(fin);
            let lus = lire(&texte, ';');
            let lus: Vec<(u32, Vec<&str>)> = lus
                .iter()
                .map(|(l, c)| (*l, c.iter().map(String::as_str).collect()))
                .collect();
            assert_eq!(lus, attendu, "{fin:?}");
        }
        assert_eq!(
            lire("a\r\nb\rc\n\nd", ';')
                .iter()
                .map(|l| l.0)
                .collect::<Vec<_>>(),
            [1, 2, 3, 4, 5]
        );
    }

    #[test]
    fn un_guillemet_oublie_n_avale_pas_les_lignes_suivantes() {
        for (texte, attendu) in [
            (
                "\"a;b\nc;\"d\"",
                vec![(1, vec!["\"a", "b"]), (2, vec!["c", "d"])],
            ),
            (
                "\"O'NEIL \"Nono\"\";b",
                vec![(1, vec!["O'NEIL \"Nono\"", "b"])],
            ),
            (
                "SANS \"guillemets\" propres;b",
                vec![(1, vec!["SANS \"guillemets\" propres", "b"])],
            ),
            ("\"a \"\"b\"\"\";c", vec![(1, vec!["a \"b\"", "c"])]),
            (
                "\"jamais fermé;b\nc;d",
                vec![(1, vec!["\"jamais fermé", "b"]), (2, vec!["c", "d"])],
            ),
        ] {
            let lus = lire(texte, ';');
            let lus: Vec<(u32, Vec<&str>)> = lus
                .iter()
                .map(|(l, c)| (*l, c.iter().map(String::as_str).collect()))
                .collect();
            assert_eq!(lus, attendu, "{texte}");
        }
    }
}
