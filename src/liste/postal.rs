//! From what a cell says of a postal code to five digits, or why not.

use super::resultat::CodeAlerte;
use super::texte::{plier, sans_decimales};
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

/// What a cell says of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pays {
    /// France, or nothing that is a country: « ? », « NC ».
    France,
    Etranger,
    /// A word that is not known: abroad, unless the postal code is French.
    Inconnu,
}

/// Reads the name of a country, its number at INSEE (`100` or `99100` for France), or what stands for neither.
pub(super) fn pays(texte: &str) -> Pays {
    let plie = plier(texte);
    let mut mots = plie.split([' ', '(', ')']);
    let muet = !plie.contains(char::is_alphanumeric);
    if muet || FRANCE.contains(&plie.as_str()) || mots.clone().any(|mot| mot == "france") {
        return Pays::France;
    }
    let numero = plie.bytes().all(|octet| octet.is_ascii_digit());
    match numero || mots.any(|mot| AILLEURS.contains(&mot)) {
        true => Pays::Etranger,
        false => Pays::Inconnu,
    }
}

/// France, its régions overseas, and what is written where nobody knows.
const FRANCE: [&str; 24] = [
    "fr",
    "fra",
    "100",
    "99100",
    "metropole",
    "guadeloupe",
    "martinique",
    "guyane",
    "guyane francaise",
    "reunion",
    "la reunion",
    "mayotte",
    "republique francaise",
    "nc",
    "nr",
    "inconnu",
    "inconnue",
    "non renseigne",
    "non connu",
    "non precise",
    "non communique",
    "a completer",
    "neant",
    "aucun",
];

/// A word of the name of each country from which a pupil may come: neighbours, and those whose codes have five digits.
const AILLEURS: [&str; 72] = [
    "afghanistan",
    "afrique",
    "albanie",
    "algerie",
    "allemagne",
    "andorre",
    "angleterre",
    "argentine",
    "armenie",
    "australie",
    "autriche",
    "belgique",
    "benin",
    "bosnie",
    "bresil",
    "bulgarie",
    "burkina",
    "cameroun",
    "canada",
    "chine",
    "chypre",
    "colombie",
    "comores",
    "congo",
    "coree",
    "croatie",
    "danemark",
    "egypte",
    "espagne",
    "estonie",
    "etats",
    "finlande",
    "gabon",
    "georgie",
    "grece",
    "guinee",
    "haiti",
    "hongrie",
    "inde",
    "irak",
    "iran",
    "irlande",
    "italie",
    "ivoire",
    "japon",
    "liban",
    "luxembourg",
    "madagascar",
    "mali",
    "maroc",
    "mauritanie",
    "monaco",
    "niger",
    "norvege",
    "bas",
    "pologne",
    "portugal",
    "roumanie",
    "royaume",
    "russie",
    "senegal",
    "serbie",
    "slovaquie",
    "suede",
    "suisse",
    "syrie",
    "tcheque",
    "tchad",
    "togo",
    "tunisie",
    "turquie",
    "ukraine",
];

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
    fn un_pays_se_reconnait_ou_se_dit_inconnu() {
        for (texte, attendu) in [
            ("BELGIQUE", Pays::Etranger),
            ("Pays-Bas", Pays::Etranger),
            ("République tchèque", Pays::Etranger),
            ("131", Pays::Etranger),
            ("99131", Pays::Etranger),
            ("FRANCE", Pays::France),
            ("FR - FRANCE", Pays::France),
            ("France (métropole)", Pays::France),
            ("99100", Pays::France),
            ("Réunion", Pays::France),
            ("", Pays::France),
            ("?", Pays::France),
            ("Non renseigné", Pays::France),
            ("Ruritanie", Pays::Inconnu),
        ] {
            assert_eq!(pays(texte), attendu, "{texte}");
        }
    }
}
