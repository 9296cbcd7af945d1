//! An id, and the number of what it names.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Deref;

/// What was never numbered: it is in no [`Ensemble`](crate::ensemble::Ensemble).
pub const SANS_RANG: u8 = u8::MAX;

/// An id as a file writes it, with the number that resolution gives to what it names: the engine looks at
/// the number only, the screens at the id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(from = "String", into = "String")]
pub struct Nom {
    pub(super) id: String,
    /// Its rank among those of its kind.
    pub(crate) rang: u8,
}

impl Nom {
    /// The number of what it names, or of nothing when nothing is named.
    pub(crate) fn rang_de(nom: &Option<Nom>) -> u8 {
        nom.as_ref().map_or(SANS_RANG, |nom| nom.rang)
    }
}

impl From<String> for Nom {
    fn from(id: String) -> Self {
        Nom {
            id,
            rang: SANS_RANG,
        }
    }
}

impl From<Nom> for String {
    fn from(nom: Nom) -> Self {
        nom.id
    }
}

impl Deref for Nom {
    type Target = String;
    fn deref(&self) -> &String {
        &self.id
    }
}

impl fmt::Display for Nom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Nom {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }
    fn json_schema(generateur: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generateur)
    }
}
