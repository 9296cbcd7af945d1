//! From a place in a JSON tree to the type that serde wants there, or to its stand-in.

use super::Valeur;
use super::journal::{Erreur, Journal};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

/// What stands in for a text at fault: a day too, so that a field read as a day is satisfied.
const TEXTE_FACTICE: &str = "2000-01-01";

/// A value and where it stands.
pub(super) struct Curseur<'a> {
    /// `None` for the stand-in of a value at fault: it reads as any type.
    pub valeur: Option<&'a Valeur>,
    pub chemin: String,
    pub journal: &'a Journal,
}

impl<'a> Curseur<'a> {
    fn refuser(&self, attendu: &str) -> Erreur {
        match self.valeur {
            Some(valeur) => Erreur::Nouvelle(format!("{valeur} ; attendu : {attendu}")),
            None => Erreur::Notee,
        }
    }

    fn noter_les_inconnus(&self, attendus: &'static [&'static str]) {
        let champs = self.valeur.and_then(Valeur::champs).unwrap_or_default();
        for (champ, _) in champs {
            if !attendus.contains(&&**champ) {
                let message = format!(
                    "« {champ} » n'existe pas ici ; attendu : {}",
                    super::enumerer(attendus)
                );
                self.journal
                    .noter(&format!("{}.{champ}", self.chemin), message);
            }
        }
    }

    /// The part of this value at `chemin`, or its stand-in once it is known to be at fault.
    fn partie(&self, valeur: Option<&'a Valeur>, chemin: String) -> Self {
        Curseur {
            valeur: valeur.filter(|_| !self.journal.connait(&chemin)),
            chemin,
            journal: self.journal,
        }
    }

    /// Reads with a seed; a fresh error is noted here.
    fn lire<'de, S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Erreur> {
        let (chemin, journal) = (self.chemin.clone(), self.journal);
        seed.deserialize(self).map_err(|e| {
            if let Erreur::Nouvelle(message) = e {
                journal.noter(&chemin, message);
            }
            Erreur::Notee
        })
    }

    fn objet<'de, V: Visitor<'de>>(
        &self,
        attendus: &'static [&'static str],
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        let champs = match self.valeur {
            Some(Valeur::Objet(champs)) => champs.as_slice(),
            None => &[],
            _ => return Err(self.refuser("un objet")),
        };
        visiteur.visit_map(Champs {
            curseur: self,
            champs,
            manquants: attendus,
            lu: None,
        })
    }
}

/// Each kind of type calls only the visitor it needs: the wasm is a third of what one general
/// `deserialize_any` for all would make it.
impl<'de> Deserializer<'de> for Curseur<'_> {
    type Error = Erreur;

    fn deserialize_any<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        if let Some(entier) = self.valeur.and_then(Valeur::entier) {
            return visiteur.visit_i64(entier);
        }
        match self.valeur {
            Some(Valeur::Booleen(b)) => visiteur.visit_bool(*b),
            Some(Valeur::Texte(t)) => visiteur.visit_str(t),
            Some(Valeur::Objet(_)) => self.objet(&[], visiteur),
            None => visiteur.visit_bool(false),
            _ => Err(self.refuser(&(&visiteur as &dyn Expected).to_string())),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Some(Valeur::Booleen(b)) => visiteur.visit_bool(*b),
            None => visiteur.visit_bool(false),
            _ => Err(self.refuser("true ou false")),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            // No number of a règlement comes near the limit, and all fit in a u32.
            Some(Valeur::Nombre(n)) if n.fract() == 0.0 && (0.0..1e9).contains(n) => {
                visiteur.visit_u64(*n as u64)
            }
            Some(Valeur::Nombre(n)) if *n >= 1e9 => {
                Err(self.refuser("un nombre entier de moins de dix chiffres"))
            }
            None => visiteur.visit_u64(0),
            _ => Err(self.refuser("un nombre entier, 0 ou plus")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        self.deserialize_u64(visiteur)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Some(Valeur::Texte(t)) => visiteur.visit_str(t),
            None => visiteur.visit_str(TEXTE_FACTICE),
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
        let elements = match self.valeur {
            Some(Valeur::Liste(elements)) => elements.as_slice(),
            None => &[],
            _ => return Err(self.refuser("une liste")),
        };
        visiteur.visit_seq(Elements {
            curseur: &self,
            elements,
            rang: 0,
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        self.objet(&[], visiteur)
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
        self.objet(attendus, visiteur).map_err(|erreur| {
            if let Erreur::Manque(champ) = erreur {
                self.journal.noter_pour(
                    format!("{}.{champ}", self.chemin),
                    &self.chemin,
                    format!("il manque « {champ} »"),
                );
                return Erreur::Notee;
            }
            erreur
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visiteur: V) -> Result<V::Value, Erreur> {
        match self.valeur {
            Some(Valeur::Nul) | None => visiteur.visit_none(),
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
        let (nom, contenu) = match self.valeur {
            Some(Valeur::Texte(t)) => (&**t, Contenu::Aucun),
            Some(Valeur::Objet(champs)) if champs.len() == 1 => {
                (&*champs[0].0, Contenu::Donne(&champs[0].1))
            }
            None => (variantes[0], Contenu::Factice),
            _ => {
                let attendu = format!(
                    "un mot, ou un objet à une seule clé, parmi {}",
                    super::enumerer(variantes)
                );
                return Err(self.refuser(&attendu));
            }
        };
        visiteur.visit_enum(Variante {
            curseur: &self,
            nom,
            contenu,
        })
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
        let Some(element) = self.elements.get(self.rang) else {
            return Ok(None);
        };
        let chemin = format!("{}[{}]", self.curseur.chemin, self.rang);
        self.rang += 1;
        self.curseur
            .partie(Some(element), chemin)
            .lire(seed)
            .map(Some)
    }
}

struct Champs<'c, 'a> {
    curseur: &'c Curseur<'a>,
    champs: &'a super::Champs,
    /// Fields of the type still to look at, once those of the object are read.
    manquants: &'static [&'static str],
    /// The field whose key was just given.
    lu: Option<(&'a str, Option<&'a Valeur>)>,
}

impl<'a> Champs<'_, 'a> {
    fn suivant(&mut self) -> Option<(&'a str, Option<&'a Valeur>)> {
        if let Some(((nom, valeur), suite)) = self.champs.split_first() {
            self.champs = suite;
            // Only a parser that keeps repeated keys gets here; the last of them is read.
            if suite.iter().any(|(autre, _)| autre == nom) {
                let chemin = format!("{}.{nom}", self.curseur.chemin);
                let message = format!("« {nom} » est écrit deux fois");
                self.curseur
                    .journal
                    .noter_pour(format!("{chemin} deux fois"), &chemin, message);
                return self.suivant();
            }
            return Some((nom, Some(valeur)));
        }
        // A field told to be missing gets a stand-in, so that the next one missing is told too.
        let (premier, suite) = self.manquants.split_first()?;
        self.manquants = suite;
        let objet = self.curseur.valeur.and_then(Valeur::champs);
        let absent = !objet.is_some_and(|champs| champs.iter().any(|(nom, _)| **nom == **premier));
        let connu = || {
            let chemin = format!("{}.{premier}", self.curseur.chemin);
            self.curseur.journal.connait(&chemin)
        };
        if absent && (objet.is_none() || connu()) {
            Some((premier, None))
        } else {
            self.suivant()
        }
    }
}

impl<'de> MapAccess<'de> for Champs<'_, '_> {
    type Error = Erreur;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Erreur> {
        self.lu = self.suivant();
        self.lu
            .map(|(nom, _)| seed.deserialize(nom.into_deserializer()))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Erreur> {
        let (nom, valeur) = self.lu.unwrap_or_default();
        let chemin = format!("{}.{nom}", self.curseur.chemin);
        self.curseur.partie(valeur, chemin).lire(seed)
    }
}

/// What an enum's word comes with.
#[derive(Clone, Copy)]
enum Contenu<'a> {
    Aucun,
    Donne(&'a Valeur),
    Factice,
}

struct Variante<'c, 'a> {
    curseur: &'c Curseur<'a>,
    nom: &'a str,
    contenu: Contenu<'a>,
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
        match self.contenu {
            Contenu::Donne(_) => Err(Erreur::Nouvelle(format!(
                "« {} » s'écrit seul, sans objet",
                self.nom
            ))),
            _ => Ok(()),
        }
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Erreur> {
        self.partie()?.lire(seed)
    }
    fn tuple_variant<V: Visitor<'de>>(
        self,
        _taille: usize,
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        self.partie()?.deserialize_seq(visiteur)
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        champs: &'static [&'static str],
        visiteur: V,
    ) -> Result<V::Value, Erreur> {
        let partie = self.partie()?;
        let (chemin, journal) = (partie.chemin.clone(), partie.journal);
        partie
            .deserialize_struct("", champs, visiteur)
            .map_err(|erreur| {
                if let Erreur::Nouvelle(message) = erreur {
                    journal.noter(&chemin, message);
                }
                Erreur::Notee
            })
    }
}

impl<'a> Variante<'_, 'a> {
    fn partie(&self) -> Result<Curseur<'a>, Erreur> {
        let valeur = match self.contenu {
            Contenu::Aucun => {
                return Err(Erreur::Nouvelle(format!(
                    "« {0} » seul ; attendu : un objet, {{\"{0}\": …}}",
                    self.nom
                )));
            }
            Contenu::Donne(valeur) => Some(valeur),
            Contenu::Factice => None,
        };
        let chemin = format!("{}.{}", self.curseur.chemin, self.nom);
        Ok(self.curseur.partie(valeur, chemin))
    }
}
