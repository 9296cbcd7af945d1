//! Where a rule was read.

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The article in which a rule was read, and its act when that is not the règlement's own.
///
/// A file writes `"2"`, or `{"acte": "2022.01883", "article": "préambule"}` when the règlement's own
/// text is missing and another act describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// Number of the act; the règlement's own when absent.
    pub acte: Option<String>,
    /// Article or part of it, as it is cited.
    pub article: String,
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Lecteur;
        impl<'de> Visitor<'de> for Lecteur {
            type Value = Reference;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un article, ou un objet {acte, article}")
            }
            /// The stand-in of a value at fault.
            fn visit_bool<E>(self, _: bool) -> Result<Reference, E> {
                Ok(Reference {
                    article: "?".into(),
                    acte: None,
                })
            }
            fn visit_str<E: Error>(self, article: &str) -> Result<Reference, E> {
                Ok(Reference {
                    acte: None,
                    article: article.into(),
                })
            }
            fn visit_map<A: MapAccess<'de>>(self, mut champs: A) -> Result<Reference, A::Error> {
                let (mut acte, mut article) = (None, None);
                while let Some(nom) = champs.next_key::<String>()? {
                    let place = match nom.as_str() {
                        "acte" => &mut acte,
                        "article" => &mut article,
                        autre => {
                            return Err(A::Error::custom(format!(
                                "« {autre} » n'existe pas ici ; attendu : acte, article"
                            )));
                        }
                    };
                    *place = Some(champs.next_value::<String>()?);
                }
                match article {
                    Some(article) => Ok(Reference { acte, article }),
                    None => Err(A::Error::custom("il manque « article »")),
                }
            }
        }
        source.deserialize_any(Lecteur)
    }
}
