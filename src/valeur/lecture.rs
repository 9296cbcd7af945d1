//! From a JSON tree to a Rust type, collecting every fault with its path instead of stopping at the first.
//!
//! Serde stops at the first error. Here a wrong element of a list is noted and skipped, and a wrong
//! field is noted, then masked for another try, until a try finds nothing new.

use super::Valeur;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use std::cell::RefCell;
use std::fmt;

/// One fault of a document: where (`$.titres[2].article`) and what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Faute {
    /// File the fault is in; empty when the document has no name.
    pub fichier: String,
    /// JSON path from the root `$`.
    pub chemin: String,
    /// What is wrong and what was expected, in French.
    pub message: String,
}

impl fmt::Display for Faute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} : {}", self.fichier, self.chemin, self.message)
    }
}

/// Reads `valeur` as a `T`.
///
/// # Errors
/// All the faults found, each with the path of the value at fault.
pub fn lire<T: DeserializeOwned>(valeur: &Valeur, fichier: &str) -> Result<T, Vec<Faute>> {
    let carnet = Carnet::default();
    loop {
        let avant = carnet.fautes.borrow().len();
        let essai = T::deserialize(Curseur {
            valeur,
            chemin: "$".into(),
            carnet: &carnet,
        });
        let nouvelles = carnet.fautes.borrow().len() > avant;
        match essai {
            Ok(lu) if carnet.fautes.borrow().is_empty() => return Ok(lu),
            Err(Erreur::Nouvelle(message)) => {
                carnet.noter("$", message);
                break;
            }
            _ if nouvelles => continue,
            _ => break,
        }
    }
    let mut fautes: Vec<Faute> = carnet
        .fautes
        .into_inner()
        .into_iter()
        .map(|(chemin, message)| Faute {
            fichier: fichier.into(),
            chemin,
            message,
        })
        .collect();
    fautes.sort_by(|a, b| a.chemin.cmp(&b.chemin));
    Err(fautes)
}

/// The faults noted so far; their paths are masked in the next try.
#[derive(Default)]
struct Carnet {
    fautes: RefCell<Vec<(String, String)>>,
}

impl Carnet {
    fn noter(&self, chemin: &str, message: String) {
        if !self.connait(chemin) {
            self.fautes.borrow_mut().push((chemin.into(), message));
        }
    }
    fn connait(&self, chemin: &str) -> bool {
        self.fautes
            .borrow()
            .iter()
            .any(|(connu, _)| connu == chemin)
    }
}

/// Serde's error: a message still to be placed, or a fault already noted.
#[derive(Debug)]
enum Erreur {
    Nouvelle(String),
    Notee,
}

impl Erreur {
    /// A field that was masked because its value is wrong is not missing as well.
    fn sauf_masque(self, chemin: &str, champs: &[&str], carnet: &Carnet) -> Self {
        let Erreur::Nouvelle(message) = &self else {
            return self;
        };
        let masque = champs.iter().any(|c| {
            *message == format!("il manque « {c} »") && carnet.connait(&format!("{chemin}.{c}"))
        });
        if masque { Erreur::Notee } else { self }
    }
}

impl fmt::Display for Erreur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Erreur::Nouvelle(message) => f.write_str(message),
            Erreur::Notee => f.write_str("faute déjà notée"),
        }
    }
}

impl std::error::Error for Erreur {}

impl de::Error for Erreur {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Erreur::Nouvelle(message.to_string())
    }
    fn missing_field(champ: &'static str) -> Self {
        Erreur::Nouvelle(format!("il manque « {champ} »"))
    }
    fn unknown_variant(variante: &str, attendues: &'static [&'static str]) -> Self {
        Erreur::Nouvelle(format!(
            "« {variante} » n'est pas connu ; attendu : {}",
            attendues.join(", ")
        ))
    }
    fn invalid_type(recu: de::Unexpected, attendu: &dyn de::Expected) -> Self {
        Erreur::Nouvelle(format!("{} ; attendu : {attendu}", recu_en_clair(&recu)))
    }
    fn invalid_value(recu: de::Unexpected, attendu: &dyn de::Expected) -> Self {
        Self::invalid_type(recu, attendu)
    }
}

fn recu_en_clair(recu: &de::Unexpected) -> String {
    match recu {
        de::Unexpected::Bool(b) => b.to_string(),
        de::Unexpected::Unsigned(n) => n.to_string(),
        de::Unexpected::Signed(n) => n.to_string(),
        de::Unexpected::Float(_) => "un nombre à virgule".into(),
        de::Unexpected::Str(t) => format!("« {t} »"),
        de::Unexpected::Unit | de::Unexpected::Option => "null".into(),
        de::Unexpected::Seq => "une liste".into(),
        de::Unexpected::Map => "un objet".into(),
        _ => "valeur inattendue".into(),
    }
}

struct Curseur<'a> {
    valeur: &'a Valeur,
    chemin: String,
    carnet: &'a Carnet,
}

impl<'a> Curseur<'a> {
    fn refuser(&self, attendu: &str) -> Erreur {
        Erreur::Nouvelle(format!("{} ; attendu : {attendu}", self.valeur))
    }

    fn noter_les_inconnus(&self, attendus: &'static [&'static str]) {
        let Valeur::Objet(champs) = self.valeur else {
            return;
        };
        for (champ, _) in champs
            .iter()
            .filter(|(c, _)| !attendus.contains(&c.as_str()))
        {
            let message = format!(
                "« {champ} » n'existe pas ici ; attendu : {}",
                attendus.join(", ")
            );
            self.carnet
                .noter(&format!("{}.{champ}", self.chemin), message);
        }
    }

    fn variante_attendue(&self, variantes: &[&str]) -> Erreur {
        self.refuser(&format!(
            "un objet à une seule clé parmi {}",
            variantes.join(", ")
        ))
    }

    /// Reads a part with a seed; a fresh error is noted at the part's path.
    fn partie<'de, S: DeserializeSeed<'de>>(
        &self,
        seed: S,
        valeur: &'a Valeur,
        chemin: String,
    ) -> Result<S::Value, Erreur> {
        seed.deserialize(Curseur {
            valeur,
            chemin: chemin.clone(),
            carnet: self.carnet,
        })
        .map_err(|e| {
            if let Erreur::Nouvelle(message) = e {
                self.carnet.noter(&chemin, message);
            }
            Erreur::Notee
        })
    }
}

/// Each kind of type calls only the visitor it needs: the wasm is a third of what one general
/// `deserialize_any` for all would make it.
impl<'de> Deserializer<'de> for Curseur<'_> {
    type Error = Erreur;

    fn deserialize_any<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Booleen(b) => visiteur.visit_bool(*b),
            Valeur::Nombre(n) if n.fract() == 0.0 => visiteur.visit_i64(*n as i64),
            Valeur::Texte(t) => visiteur.visit_str(t),
            _ => Err(self.refuser("true, false, un nombre entier ou un texte")),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Booleen(b) => visiteur.visit_bool(*b),
            _ => Err(self.refuser("true ou false")),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Nombre(n) if n.fract() == 0.0 && *n >= 0.0 => visiteur.visit_u64(*n as u64),
            _ => Err(self.refuser("un nombre entier")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        self.deserialize_u64(visiteur)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Texte(t) => visiteur.visit_str(t),
            _ => Err(self.refuser("un texte")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        self.deserialize_str(visiteur)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        self.deserialize_str(visiteur)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Liste(elements) => visiteur.visit_seq(Elements {
                curseur: &self,
                elements,
                rang: 0,
            }),
            _ => Err(self.refuser("une liste")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Objet(champs) => visiteur.visit_map(Champs {
                curseur: &self,
                champs,
                rang: 0,
            }),
            _ => Err(self.refuser("un objet")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        visiteur.visit_unit()
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _nom: &'static str,
        attendus: &'static [&'static str],
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        self.noter_les_inconnus(attendus);
        let (chemin, carnet) = (self.chemin.clone(), self.carnet);
        self.deserialize_map(visiteur)
            .map_err(|erreur| erreur.sauf_masque(&chemin, attendus, carnet))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Nul => visiteur.visit_none(),
            _ => visiteur.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _nom: &'static str,
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        visiteur.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _nom: &'static str,
        variantes: &'static [&'static str],
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        match self.valeur {
            Valeur::Texte(t) => visiteur.visit_enum(t.as_str().into_deserializer()),
            Valeur::Objet(champs) if champs.len() == 1 => {
                let (nom, contenu) = &champs[0];
                visiteur.visit_enum(Variante {
                    curseur: &self,
                    nom,
                    contenu,
                })
            }
            _ => Err(self.variante_attendue(variantes)),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

struct Elements<'c, 'a> {
    curseur: &'c Curseur<'a>,
    elements: &'a [Valeur],
    rang: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Erreur;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Erreur> {
        while let Some(element) = self.elements.get(self.rang) {
            let chemin = format!("{}[{}]", self.curseur.chemin, self.rang);
            self.rang += 1;
            if self.curseur.carnet.connait(&chemin) {
                continue;
            }
            return self.curseur.partie(seed, element, chemin).map(Some);
        }
        Ok(None)
    }
}

struct Champs<'c, 'a> {
    curseur: &'c Curseur<'a>,
    champs: &'a [(String, Valeur)],
    rang: usize,
}

impl Champs<'_, '_> {
    fn chemin(&self) -> String {
        format!("{}.{}", self.curseur.chemin, self.champs[self.rang].0)
    }
}

impl<'de> MapAccess<'de> for Champs<'_, '_> {
    type Error = Erreur;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Erreur> {
        while self.rang < self.champs.len() && self.curseur.carnet.connait(&self.chemin()) {
            self.rang += 1;
        }
        match self.champs.get(self.rang) {
            Some((cle, _)) => seed.deserialize(cle.as_str().into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Erreur> {
        let chemin = self.chemin();
        let (_, valeur) = &self.champs[self.rang];
        self.rang += 1;
        self.curseur.partie(seed, valeur, chemin)
    }
}

struct Variante<'c, 'a> {
    curseur: &'c Curseur<'a>,
    nom: &'a str,
    contenu: &'a Valeur,
}

impl<'de, 'c, 'a> EnumAccess<'de> for Variante<'c, 'a> {
    type Error = Erreur;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Erreur> {
        let nom = seed.deserialize(self.nom.into_deserializer())?;
        Ok((nom, self))
    }
}

impl<'de> VariantAccess<'de> for Variante<'_, '_> {
    type Error = Erreur;

    fn unit_variant(self) -> Result<(), Erreur> {
        Err(Erreur::Nouvelle(format!(
            "« {} » s'écrit seul, sans objet",
            self.nom
        )))
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Erreur> {
        let chemin = format!("{}.{}", self.curseur.chemin, self.nom);
        self.curseur.partie(seed, self.contenu, chemin)
    }
    fn tuple_variant<V: Visitor<'de>>(
        self,
        _taille: usize,
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        self.sous_curseur().deserialize_seq(visiteur)
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        champs: &'static [&'static str],
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        self.sous_curseur().deserialize_struct("", champs, visiteur)
    }
}

impl<'a> Variante<'_, 'a> {
    fn sous_curseur(&self) -> Curseur<'a> {
        Curseur {
            valeur: self.contenu,
            chemin: format!("{}.{}", self.curseur.chemin, self.nom),
            carnet: self.curseur.carnet,
        }
    }
}
