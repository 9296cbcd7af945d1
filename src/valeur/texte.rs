//! The JSON text of what we answer: no number but integers, since printing the others weighs 14 kB in the page.

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};
use std::fmt::{self, Write};

/// Adds to `texte` the value as JSON, without the fields of `tus`, wherever they are.
///
/// A value that holds what no answer does (a number that is no integer, an enum with something inside) is cut there,
/// and its text is no JSON: `JSON.parse` says so.
pub fn ecrire<T: Serialize>(valeur: &T, tus: &[&str], texte: &mut String) {
    let _ = valeur.serialize(Plume { texte, tus });
}

/// What no answer holds.
#[derive(Debug)]
pub struct Inattendu;

impl fmt::Display for Inattendu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("une réponse qui ne s'écrit pas")
    }
}

impl std::error::Error for Inattendu {}

impl serde::ser::Error for Inattendu {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Inattendu
    }
}

struct Plume<'a> {
    texte: &'a mut String,
    tus: &'a [&'a str],
}

impl Plume<'_> {
    fn mot(self, mot: &str) -> Result<(), Inattendu> {
        self.texte.push_str(mot);
        Ok(())
    }

    fn citer(&mut self, cite: &str) {
        self.texte.push('"');
        // Hardly any text has something to escape.
        if cite.bytes().all(|o| o >= b' ' && o != b'"' && o != b'\\') {
            self.texte.push_str(cite);
        } else {
            cite.chars().for_each(|lettre| self.echapper(lettre));
        }
        self.texte.push('"');
    }

    fn echapper(&mut self, lettre: char) {
        if matches!(lettre, '"' | '\\') {
            self.texte.push('\\');
            self.texte.push(lettre);
        } else if lettre < ' ' {
            let _ = write!(self.texte, "\\u{:04x}", u32::from(lettre));
        } else {
            self.texte.push(lettre);
        }
    }
}

/// What is being written between two brackets.
struct Dedans<'a> {
    plume: Plume<'a>,
    vide: bool,
}

impl<'a> Dedans<'a> {
    fn ouvrir(plume: Plume<'a>, crochet: &str) -> Self {
        plume.texte.push_str(crochet);
        Dedans { plume, vide: true }
    }

    fn suivant(&mut self) {
        if !self.vide {
            self.plume.texte.push(',');
        }
        self.vide = false;
    }

    fn ecrire<T: Serialize + ?Sized>(&mut self, valeur: &T) -> Result<(), Inattendu> {
        valeur.serialize(Plume {
            texte: self.plume.texte,
            tus: self.plume.tus,
        })
    }
}

impl SerializeSeq for Dedans<'_> {
    type Ok = ();
    type Error = Inattendu;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, valeur: &T) -> Result<(), Inattendu> {
        self.suivant();
        self.ecrire(valeur)
    }

    fn end(self) -> Result<(), Inattendu> {
        self.plume.mot("]")
    }
}

impl SerializeStruct for Dedans<'_> {
    type Ok = ();
    type Error = Inattendu;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        nom: &'static str,
        valeur: &T,
    ) -> Result<(), Inattendu> {
        if self.plume.tus.contains(&nom) {
            return Ok(());
        }
        self.suivant();
        // A name of ours: nothing in it to escape.
        for partie in ["\"", nom, "\":"] {
            self.plume.texte.push_str(partie);
        }
        self.ecrire(valeur)
    }

    fn end(self) -> Result<(), Inattendu> {
        self.plume.mot("}")
    }
}

/// An object whose names are those of questions.
impl SerializeMap for Dedans<'_> {
    type Ok = ();
    type Error = Inattendu;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, nom: &T) -> Result<(), Inattendu> {
        self.suivant();
        self.ecrire(nom)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, valeur: &T) -> Result<(), Inattendu> {
        self.plume.texte.push(':');
        self.ecrire(valeur)
    }

    fn end(self) -> Result<(), Inattendu> {
        self.plume.mot("}")
    }
}

/// The methods that no answer calls.
macro_rules! inattendus {
    ($($methode:ident($($type:ty),*) -> $retour:ty;)*) => {
        $(fn $methode(self, $(_: $type),*) -> Result<$retour, Inattendu> {
            Err(Inattendu)
        })*
    };
}

type Jamais = Impossible<(), Inattendu>;

impl<'a> Serializer for Plume<'a> {
    type Ok = ();
    type Error = Inattendu;
    type SerializeSeq = Dedans<'a>;
    type SerializeStruct = Dedans<'a>;
    type SerializeMap = Dedans<'a>;
    type SerializeTuple = Jamais;
    type SerializeTupleStruct = Jamais;
    type SerializeTupleVariant = Jamais;
    type SerializeStructVariant = Jamais;

    fn serialize_bool(self, vrai: bool) -> Result<(), Inattendu> {
        self.mot(if vrai { "true" } else { "false" })
    }
    fn serialize_i64(self, entier: i64) -> Result<(), Inattendu> {
        write!(self.texte, "{entier}").map_err(Inattendu::custom)
    }
    fn serialize_u32(self, entier: u32) -> Result<(), Inattendu> {
        self.serialize_i64(entier.into())
    }
    fn serialize_str(mut self, cite: &str) -> Result<(), Inattendu> {
        self.citer(cite);
        Ok(())
    }
    fn serialize_none(self) -> Result<(), Inattendu> {
        self.mot("null")
    }
    fn serialize_unit(self) -> Result<(), Inattendu> {
        self.mot("null")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, valeur: &T) -> Result<(), Inattendu> {
        valeur.serialize(self)
    }
    fn serialize_unit_variant(
        mut self,
        _: &'static str,
        _: u32,
        variante: &'static str,
    ) -> Result<(), Inattendu> {
        self.citer(variante);
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Dedans<'a>, Inattendu> {
        Ok(Dedans::ouvrir(self, "["))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Dedans<'a>, Inattendu> {
        Ok(Dedans::ouvrir(self, "{"))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Dedans<'a>, Inattendu> {
        Ok(Dedans::ouvrir(self, "{"))
    }

    inattendus! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Jamais;
        serialize_tuple_struct(&'static str, usize) -> Jamais;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Jamais;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Jamais;
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: &T,
    ) -> Result<(), Inattendu> {
        Err(Inattendu)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Inattendu> {
        Err(Inattendu)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_texte_s_ecrit_comme_serde_json_l_ecrit() {
        for texte in ["", "é « oui »", "\"", "a\\b", "ligne\n\u{1}\u{7f}"] {
            let mut ecrit = String::new();
            ecrire(&[texte].as_slice(), &[], &mut ecrit);
            let lu: Vec<String> = serde_json::from_str(&ecrit).unwrap();
            assert_eq!(lu, [texte], "{ecrit}");
        }
    }

    #[test]
    fn un_objet_s_ecrit_nom_apres_nom() {
        let reponses = std::collections::BTreeMap::from([("accompagne", Some(())), ("age", None)]);
        let mut ecrit = String::new();
        ecrire(&reponses, &[], &mut ecrit);
        assert_eq!(ecrit, r#"{"accompagne":null,"age":null}"#);
    }

    #[test]
    fn ce_qui_n_est_pas_un_entier_ne_passe_pas_pour_du_json() {
        let mut ecrit = String::new();
        ecrire(&[1.5].as_slice(), &[], &mut ecrit);
        assert!(serde_json::from_str::<serde_json::Value>(&ecrit).is_err());
    }
}
