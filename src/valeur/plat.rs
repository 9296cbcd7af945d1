//! The text that `src/web/plain.js` makes of plain data: tokens, each ended by a NUL, its first letter saying what it is.
//!
//! | | |
//! |---|---|
//! | `n` `t` `f` | null, true, false |
//! | `"…` `#…` | a text, an integer |
//! | `[` … `]` | a list |
//! | `{` `.name` … `}` | an object, each name before its value |
//! | `?` | a value that has to be read with care |

use super::Valeur;

/// The tokens of a text, to be read one value after the other.
pub fn jetons(texte: &str) -> std::str::Split<'_, char> {
    texte.split('\0')
}

/// The next value; `None` when it is not plain data.
pub fn lire(jetons: &mut std::str::Split<'_, char>) -> Option<Valeur> {
    let jeton = jetons.next()?;
    lire_jeton(jeton, jetons)
}

fn lire_jeton(jeton: &str, jetons: &mut std::str::Split<'_, char>) -> Option<Valeur> {
    if let Some(texte) = jeton.strip_prefix('"') {
        return Some(Valeur::Texte(texte.into()));
    }
    if let Some(entier) = jeton.strip_prefix('#') {
        let entier: i64 = entier.parse().ok()?;
        return Some(Valeur::Nombre(entier as f64));
    }
    match jeton {
        "n" => Some(Valeur::Nul),
        "t" => Some(Valeur::Booleen(true)),
        "f" => Some(Valeur::Booleen(false)),
        "[" => {
            let mut elements = Vec::new();
            loop {
                match jetons.next()? {
                    "]" => return Some(Valeur::Liste(elements)),
                    jeton => elements.push(lire_jeton(jeton, jetons)?),
                }
            }
        }
        "{" => {
            let mut champs = Vec::new();
            loop {
                let jeton = jetons.next()?;
                if jeton == "}" {
                    return Some(Valeur::Objet(champs));
                }
                champs.push((jeton.strip_prefix('.')?.into(), lire(jetons)?));
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn les_valeurs_se_lisent_l_une_apres_l_autre() {
        let texte = "{\0.a\0[\0\"é\u{1}\0#-5\0]\0.\0n\0.{\0{\0}\0}\0?\0t\0f\0";
        let mut jetons = jetons(texte);
        let objet = Valeur::Objet(vec![
            (
                "a".into(),
                Valeur::Liste(vec![Valeur::Texte("é\u{1}".into()), Valeur::Nombre(-5.0)]),
            ),
            (String::new(), Valeur::Nul),
            ("{".into(), Valeur::Objet(Vec::new())),
        ]);
        let lues: Vec<Option<Valeur>> = (0..5).map(|_| lire(&mut jetons)).collect();
        let oui_non = [true, false].map(|b| Some(Valeur::Booleen(b)));
        let [oui, non] = oui_non;
        assert_eq!(lues, [Some(objet), None, oui, non, None]);
    }

    #[test]
    fn un_texte_coupe_n_est_pas_une_valeur() {
        let texte = "{\0.a\0[\0#5\0]\0}\0";
        for fin in 0..texte.len() - 1 {
            assert_eq!(lire(&mut jetons(&texte[..fin])), None, "{fin}");
        }
    }
}
