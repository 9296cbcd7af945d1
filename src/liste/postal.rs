//! From what a cell says of a postal code to five digits, or why not.

use super::resultat::CodeAlerte;
use super::texte::plier;
use crate::codes_postaux::existe;
use crate::reglement::connus::ETRANGER;

/// A code, with what is to be known of it; or why there is none, and what it could be.
pub(super) type Lu = Result<(String, Option<CodeAlerte>), (CodeAlerte, Option<String>)>;

/// Reads a cell that is not empty.
pub(super) fn lire(texte: &str) -> Lu {
    let texte = sans_decimales(texte);
    if plier(texte) == ETRANGER {
        return Ok((ETRANGER.into(), None));
    }
    let serre: String = texte.chars().filter(|c| *c != ' ').collect();
    let chiffres = serre.bytes().all(|octet| octet.is_ascii_digit());
    match serre.len() {
        5 if chiffres && existe(&serre) => Ok((serre, None)),
        5 if chiffres => Ok((serre, Some(CodeAlerte::CodePostalInconnu))),
        4 if chiffres && existe(&format!("0{serre}")) => {
            Ok((format!("0{serre}"), Some(CodeAlerte::ZeroPerdu)))
        }
        _ => Err((CodeAlerte::Illisible, propose(texte))),
    }
}

/// `80000.0`, as some spreadsheets write a number.
fn sans_decimales(texte: &str) -> &str {
    let sans = texte
        .strip_suffix(".0")
        .or_else(|| texte.strip_suffix(",0"));
    sans.unwrap_or(texte)
}

/// A code that the text may hold: five digits at its start, or letters O for zeros.
fn propose(texte: &str) -> Option<String> {
    let debut = texte.split(' ').next()?.replace(['O', 'o'], "0");
    existe_exactement(&debut).then_some(debut)
}

fn existe_exactement(code: &str) -> bool {
    code.len() == 5 && code.bytes().all(|octet| octet.is_ascii_digit()) && existe(code)
}

/// The départements of some codes, one bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Departements(u128);

impl Departements {
    fn bit(code: &str) -> u128 {
        let numero: Option<u32> = code.get(..2).and_then(|deux| deux.parse().ok());
        numero.map_or(0, |numero| 1 << numero)
    }

    pub fn ajouter(&mut self, code: &str) {
        self.0 |= Self::bit(code);
    }

    pub fn contient(self, code: &str) -> bool {
        self.0 & Self::bit(code) != 0
    }
}

/// True when the country is said and is not France.
pub(super) fn est_a_l_etranger(pays: &str) -> bool {
    const FRANCE: [&str; 14] = [
        "",
        "france",
        "fr",
        "fra",
        "100",
        "france metropolitaine",
        "guadeloupe",
        "martinique",
        "guyane",
        "guyane francaise",
        "reunion",
        "la reunion",
        "mayotte",
        "republique francaise",
    ];
    !FRANCE.contains(&plier(pays).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use CodeAlerte::*;

    #[test]
    fn un_code_postal_se_lit_ou_se_propose() {
        for (texte, attendu) in [
            ("59000", Ok(("59000", None))),
            ("59 300", Ok(("59300", None))),
            ("80000.0", Ok(("80000", None))),
            ("2100", Ok(("02100", Some(ZeroPerdu)))),
            ("2100,0", Ok(("02100", Some(ZeroPerdu)))),
            ("6000", Ok(("06000", Some(ZeroPerdu)))),
            ("99999", Ok(("99999", Some(CodePostalInconnu)))),
            ("Étranger", Ok(("etranger", None))),
            ("59OOO", Err((Illisible, Some("59000")))),
            ("59000 LILLE", Err((Illisible, Some("59000")))),
            ("9999", Err((Illisible, None))),
            ("590000", Err((Illisible, None))),
            ("５９０００", Err((Illisible, None))),
            ("Lille", Err((Illisible, None))),
        ] {
            let attendu = attendu
                .map(|(code, marque)| (code.to_string(), marque))
                .map_err(|(code, propose)| (code, propose.map(String::from)));
            assert_eq!(lire(texte), attendu, "{texte}");
        }
    }

    #[test]
    fn un_pays_dit_et_autre_que_la_france_est_l_etranger() {
        for (pays, attendu) in [
            ("BELGIQUE", true),
            ("FRANCE", false),
            ("", false),
            ("Réunion", false),
        ] {
            assert_eq!(est_a_l_etranger(pays), attendu, "{pays}");
        }
    }
}
