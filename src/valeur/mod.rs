//! JSON as a tree, whatever read it: the browser's `JSON.parse`, `serde_json`, or a JavaScript object.
//!
//! Both doors of the engine (a demande, a catalogue) start from this tree, so that an error can name
//! the field, the value and what was expected, in the same words everywhere.

mod curseur;
mod fautes;
mod journal;
mod lecture;
pub mod plat;
pub mod texte;

pub use fautes::{Faute, Fautes};
pub use lecture::lire;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::sync::Arc;

/// The largest integer that a float, as JSON's numbers are, tells from the next one.
const ENTIER_MAX: f64 = 9_007_199_254_740_991.0;

/// Any JSON value. Objects keep the order of the file. Texts are shared: most are known words, told again and again.
#[derive(Clone, Debug, PartialEq)]
pub enum Valeur {
    Nul,
    Booleen(bool),
    Nombre(f64),
    Texte(Arc<str>),
    Liste(Vec<Valeur>),
    Objet(Vec<(Arc<str>, Valeur)>),
}

/// The fields of an object, in their order.
pub type Champs = [(Arc<str>, Valeur)];

impl Valeur {
    /// The fields of an object, or `None` for anything else.
    pub fn champs(&self) -> Option<&Champs> {
        match self {
            Valeur::Objet(champs) => Some(champs),
            _ => None,
        }
    }
}

impl Valeur {
    /// The value of one field of an object.
    pub fn champ(&self, nom: &str) -> Option<&Valeur> {
        champ(self.champs()?, nom)
    }

    /// The number, when it is an integer that no other is read as.
    pub fn entier(&self) -> Option<i64> {
        match self {
            Valeur::Nombre(n) if n.fract() == 0.0 && n.abs() <= ENTIER_MAX => Some(*n as i64),
            _ => None,
        }
    }
}

/// The value of one of these fields. A key given twice: the last one counts, as in `JSON.parse`.
pub fn champ<'a>(champs: &'a Champs, nom: &str) -> Option<&'a Valeur> {
    let siens = champs.iter().rfind(|(autre, _)| **autre == *nom);
    siens.map(|(_, valeur)| valeur)
}

/// How the value is quoted in an error: short, in guillemets, never more than sixty characters.
impl fmt::Display for Valeur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Valeur::Nul => f.write_str("null"),
            Valeur::Booleen(b) => write!(f, "{b}"),
            Valeur::Nombre(n) => f.write_str(&nombre(*n)),
            Valeur::Texte(t) if t.chars().nth(60).is_some() => {
                write!(f, "« {}… »", t.chars().take(60).collect::<String>())
            }
            Valeur::Texte(t) => write!(f, "« {t} »"),
            Valeur::Liste(_) => f.write_str("une liste"),
            Valeur::Objet(_) => f.write_str("un objet"),
        }
    }
}

/// Names one after the other: `join` on borrowed texts would be another copy of what joins the others.
fn enumerer(noms: &[&str]) -> String {
    let mut dits = String::new();
    for (rang, nom) in noms.iter().enumerate() {
        if rang > 0 {
            dits.push_str(", ");
        }
        dits.push_str(nom);
    }
    dits
}

/// Up to six decimals, by integers only: the general printing of floats weighs 16 kB in the page.
fn nombre(n: f64) -> String {
    if n.is_nan() {
        return "NaN".into();
    }
    if n.abs() > ENTIER_MAX {
        return "un nombre trop grand".into();
    }
    let (fraction, entier) = (n.abs().fract(), n.abs().trunc() as u64);
    let signe = if n < 0.0 { "-" } else { "" };
    if fraction == 0.0 {
        return format!("{signe}{entier}");
    }
    // What is refused for not being an integer is never quoted as one.
    let millioniemes = (fraction * 1e6).round().clamp(1.0, 999_999.0) as u64;
    let decimales = format!("{millioniemes:06}");
    format!("{signe}{entier}.{}", decimales.trim_end_matches('0'))
}

impl<'de> Deserialize<'de> for Valeur {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(Arbre(0))
    }
}

/// Deeper than any demande or catalogue; without a limit, a value nested at will (or that holds
/// itself, in JavaScript) would end the stack, and the module with it.
pub(crate) const PROFONDEUR: usize = 64;

struct Arbre(usize);

impl Arbre {
    fn dessous<E: serde::de::Error>(&self) -> Result<Arbre, E> {
        match self.0 < PROFONDEUR {
            true => Ok(Arbre(self.0 + 1)),
            false => Err(E::custom("trop de niveaux ; attendu : 64 au plus")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Arbre {
    type Value = Valeur;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Valeur, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Arbre {
    type Value = Valeur;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("une valeur JSON")
    }
    fn visit_unit<E>(self) -> Result<Valeur, E> {
        Ok(Valeur::Nul)
    }
    fn visit_none<E>(self) -> Result<Valeur, E> {
        Ok(Valeur::Nul)
    }
    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Valeur, D::Error> {
        source.deserialize_any(self)
    }
    fn visit_bool<E>(self, b: bool) -> Result<Valeur, E> {
        Ok(Valeur::Booleen(b))
    }
    fn visit_i64<E>(self, n: i64) -> Result<Valeur, E> {
        Ok(Valeur::Nombre(n as f64))
    }
    fn visit_u64<E>(self, n: u64) -> Result<Valeur, E> {
        Ok(Valeur::Nombre(n as f64))
    }
    fn visit_f64<E>(self, n: f64) -> Result<Valeur, E> {
        Ok(Valeur::Nombre(n))
    }
    fn visit_str<E>(self, t: &str) -> Result<Valeur, E> {
        Ok(Valeur::Texte(t.into()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut suite: A) -> Result<Valeur, A::Error> {
        let mut liste = Vec::new();
        while let Some(valeur) = suite.next_element_seed(self.dessous()?)? {
            liste.push(valeur);
        }
        Ok(Valeur::Liste(liste))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut suite: A) -> Result<Valeur, A::Error> {
        let mut champs = Vec::new();
        while let Some(nom) = suite.next_key::<String>()? {
            champs.push((nom.into(), suite.next_value_seed(self.dessous()?)?));
        }
        Ok(Valeur::Objet(champs))
    }
}
