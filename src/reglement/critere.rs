//! The conditions a règlement can write.

use super::{Nom, jour_facultatif};
use crate::date::{Jour, Periode};
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A condition on a demande; its evaluation is in `decision::constat`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Critere {
    /// Age in whole years, bounds included: `{"age": {"min": 18, "max": 30}}` ends on the eve of the 31st birthday.
    Age(Ages),
    /// The person ticked this situation: `{"situation": "apprenti"}`.
    Situation(Nom),
    /// One answer: `{"reponse": {"question": "pass-recus", "vaut": 10}}`.
    Reponse(ReponseAttendue),
    /// The postal code begins with one of these: départements (`"62"`) or whole codes (`"62100"`).
    Territoire(Vec<String>),
    /// The day of deposit is in this period, bounds included.
    Depot(#[cfg_attr(test, schemars(with = "Bornes"))] Periode),
    /// The ground retained is this one (for papers and cautions only).
    Titre(Nom),
    /// Every one of them; true when the list is empty.
    Tous(Vec<Critere>),
    /// At least one of them; false when the list is empty.
    Un(Vec<Critere>),
    /// The contrary.
    Sauf(Box<Critere>),
}

/// Ages from `min` to `max` years, both included.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ages {
    /// Youngest age, included.
    #[serde(default)]
    pub min: Option<u32>,
    /// Oldest age, included: until the eve of the next birthday.
    #[serde(default)]
    pub max: Option<u32>,
}

/// A question and the answer expected.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReponseAttendue {
    /// Id of a `oui-non` or `choix` question.
    pub question: Nom,
    /// The answer expected.
    pub vaut: Scalaire,
    /// The same, as the question numbers it.
    #[serde(skip)]
    pub(crate) code: u8,
}

/// Days of deposit as a file writes them, both included.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Bornes {
    /// First day.
    #[serde(default, deserialize_with = "jour_facultatif")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::jour_facultatif"))]
    du: Option<Jour>,
    /// Last day.
    #[serde(default, deserialize_with = "jour_facultatif")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::jour_facultatif"))]
    au: Option<Jour>,
}

impl<'de> Deserialize<'de> for Periode {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Bornes::deserialize(source).map(|Bornes { du, au }| Periode::entre(du, au))
    }
}

impl Critere {
    /// Visits this criterion and all those inside it.
    pub fn parcourir<'a>(&'a self, visite: &mut dyn FnMut(&'a Critere)) {
        visite(self);
        match self {
            Critere::Tous(liste) | Critere::Un(liste) => {
                liste.iter().for_each(|c| c.parcourir(visite));
            }
            Critere::Sauf(c) => c.parcourir(visite),
            _ => {}
        }
    }

    /// It says the same on any day: neither an age, nor a day, nor a ground.
    pub(super) fn ne_tient_pas_au_jour(&self) -> bool {
        let mut fixe = true;
        self.parcourir(&mut |c| {
            fixe &= !matches!(c, Critere::Age(_) | Critere::Depot(_) | Critere::Titre(_));
        });
        fixe
    }

    /// It hangs on where the person lives.
    pub fn lit_le_domicile(&self) -> bool {
        let mut lu = false;
        self.parcourir(&mut |c| lu |= matches!(c, Critere::Territoire(_)));
        lu
    }
}

/// The value of one answer: `true`, `5` or `"en-cours"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Scalaire {
    Booleen(bool),
    Nombre(i64),
    Texte(Arc<str>),
}

impl fmt::Display for Scalaire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scalaire::Booleen(b) => write!(f, "{b}"),
            Scalaire::Nombre(n) => write!(f, "{n}"),
            Scalaire::Texte(t) => f.write_str(t),
        }
    }
}

impl<'de> Deserialize<'de> for Scalaire {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Lecteur;
        impl Visitor<'_> for Lecteur {
            type Value = Scalaire;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false, un nombre entier ou un texte")
            }
            fn visit_bool<E>(self, b: bool) -> Result<Scalaire, E> {
                Ok(Scalaire::Booleen(b))
            }
            fn visit_i64<E>(self, n: i64) -> Result<Scalaire, E> {
                Ok(Scalaire::Nombre(n))
            }
            fn visit_str<E: Error>(self, t: &str) -> Result<Scalaire, E> {
                Ok(Scalaire::Texte(t.into()))
            }
        }
        source.deserialize_any(Lecteur)
    }
}
