//! The numbers that `src/web/plain.js` makes of plain data.
//!
//! | | |
//! |---|---|
//! | 0, 1, 2 | null, false, true |
//! | 3, then itself | an integer |
//! | 4, then how many, then each | the UTF-16 of a text |
//! | 5, then how many, then each | the elements of a list |
//! | 6, then how many, then a text and a value each | the fields of an object |
//! | [`CONNU`] and up | a text that both sides know, by its number |

use super::Valeur;
use std::sync::Arc;

/// The number of the first known text.
pub const CONNU: i32 = 7;

/// What is left to read, and the texts known by their number.
pub struct Nombres<'a> {
    pub reste: &'a [i32],
    pub connus: &'a [Arc<str>],
}

impl Nombres<'_> {
    /// The next value; `None` when the numbers are none.
    pub fn valeur(&mut self) -> Option<Valeur> {
        Some(match self.suivant()? {
            0 => Valeur::Nul,
            1 => Valeur::Booleen(false),
            2 => Valeur::Booleen(true),
            3 => Valeur::Nombre(self.suivant()?.into()),
            5 => {
                let nombre = self.combien()?;
                let mut elements = Vec::with_capacity(nombre);
                for _ in 0..nombre {
                    elements.push(self.valeur()?);
                }
                Valeur::Liste(elements)
            }
            6 => {
                let nombre = self.combien()?;
                let mut champs = Vec::with_capacity(nombre);
                for _ in 0..nombre {
                    let genre = self.suivant()?;
                    champs.push((self.texte(genre)?, self.valeur()?));
                }
                Valeur::Objet(champs)
            }
            genre => Valeur::Texte(self.texte(genre)?),
        })
    }

    fn texte(&mut self, genre: i32) -> Option<Arc<str>> {
        if genre != 4 {
            let rang = usize::try_from(genre.checked_sub(CONNU)?).ok()?;
            return self.connus.get(rang).cloned();
        }
        let nombre = self.combien()?;
        let (unites, suite) = self.reste.split_at(nombre);
        self.reste = suite;
        let unites = unites.iter().map(|unite| *unite as u16);
        let lettres =
            char::decode_utf16(unites).map(|lettre| lettre.unwrap_or(char::REPLACEMENT_CHARACTER));
        Some(lettres.collect::<String>().into())
    }

    fn suivant(&mut self) -> Option<i32> {
        let (premier, suite) = self.reste.split_first()?;
        self.reste = suite;
        Some(*premier)
    }

    /// How many things follow: each takes a number at least.
    fn combien(&mut self) -> Option<usize> {
        let nombre = usize::try_from(self.suivant()?).ok()?;
        (nombre <= self.reste.len()).then_some(nombre)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOMBRES: [i32; 23] = [
        6,
        3,
        CONNU + 1,
        5,
        2,
        4,
        2,
        0xe9,
        1,
        3,
        -5,
        4,
        0,
        0,
        CONNU,
        6,
        0,
        2,
        CONNU,
        4,
        1,
        0xd800,
        1,
    ];

    fn lire(nombres: &[i32]) -> (Vec<Valeur>, usize) {
        let connus = ["{", "a"].map(Arc::from);
        let mut nombres = Nombres {
            reste: nombres,
            connus: &connus,
        };
        let lues = std::iter::from_fn(|| nombres.valeur()).collect();
        (lues, nombres.reste.len())
    }

    #[test]
    fn les_valeurs_se_lisent_l_une_apres_l_autre() {
        let objet = Valeur::Objet(vec![
            (
                "a".into(),
                Valeur::Liste(vec![Valeur::Texte("é\u{1}".into()), Valeur::Nombre(-5.0)]),
            ),
            ("".into(), Valeur::Nul),
            ("{".into(), Valeur::Objet(Vec::new())),
        ]);
        let texte = |texte: &str| Valeur::Texte(texte.into());
        let (oui, non) = (Valeur::Booleen(true), Valeur::Booleen(false));
        let attendues = vec![objet, oui, texte("{"), texte("\u{fffd}"), non];
        assert_eq!(lire(&NOMBRES), (attendues, 0));
    }

    #[test]
    fn une_valeur_coupee_n_en_est_pas_une() {
        for fin in 0..17 {
            assert_eq!(lire(&NOMBRES[..fin]).0, [], "{fin}");
        }
    }

    #[test]
    fn ce_que_rien_n_annonce_n_est_pas_une_valeur() {
        for nombres in [
            &[-1][..],
            &[i32::MIN],
            &[CONNU + 2],
            &[i32::MAX],
            &[4, -1],
            &[5, i32::MAX],
            &[6, 1, 0, 0],
            &[6, 1, 3, 0],
        ] {
            assert_eq!(lire(nombres).0, [], "{nombres:?}");
        }
    }
}
