//! From any JavaScript value to a tree, whatever it does when it is looked at: a getter may throw, a proxy
//! may lie, a value may hold itself. Nothing here calls it but through what gives its refusals back.

use crate::valeur::{PROFONDEUR, Valeur};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

/// More values than any catalogue holds; without a limit, a small value that shares its parts, or an array
/// with nothing in it but its length, would fill the memory and end the module.
const VALEURS: u32 = 1 << 20;

/// Parts of a way that an error writes.
const CHEMIN: usize = 8;

#[wasm_bindgen]
extern "C" {
    // Both throw on a proxy that was revoked.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn est_une_liste(valeur: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn cles(valeur: &JsValue) -> Result<Array, JsValue>;
}

/// Reads a value that JSON could hold; `nom` is what it is called in an error.
///
/// # Errors
/// The first part that JSON could not hold: where it is, what it is, what was expected.
pub fn lire(valeur: &JsValue, nom: &str) -> Result<Valeur, String> {
    let mut reste = VALEURS;
    lire_sous(valeur, 0, &mut reste).map_err(|illisible| {
        let chemin = illisible.chemin();
        let ou = if chemin.is_empty() { nom } else { &chemin };
        format!("{ou} : {}", illisible.quoi)
    })
}

/// How many elements a list has.
///
/// # Errors
/// It is no list, or one that cannot be gone through.
#[cfg(feature = "fonctions")]
pub fn nombre(liste: &JsValue, nom: &str) -> Result<u32, String> {
    let nombre = longueur(liste).map_err(|quoi| format!("{nom} : {quoi}"))?;
    let nombre =
        nombre.ok_or_else(|| format!("{nom} : n'est pas une liste ; attendu : une liste"))?;
    if nombre > VALEURS {
        return Err(format!(
            "{nom} : {nombre} éléments ; attendu : {VALEURS} au plus"
        ));
    }
    Ok(nombre)
}

/// One element of a list, to be read on its own.
///
/// # Errors
/// The list does not give it.
#[cfg(feature = "fonctions")]
pub fn element(liste: &JsValue, nom: &str, rang: u32) -> Result<JsValue, String> {
    Reflect::get_u32(liste, rang).map_err(|refus| format!("{nom}[{rang}] : {}", retenue(&refus)))
}

/// The length of a list, nothing for any other value.
fn longueur(valeur: &JsValue) -> Result<Option<u32>, String> {
    if !est_une_liste(valeur).map_err(|refus| retenue(&refus))? {
        return Ok(None);
    }
    let longueur = Reflect::get(valeur, &"length".into()).map_err(|refus| retenue(&refus))?;
    Ok(longueur.as_f64().map(|n| n as u32))
}

/// What a value said when it was looked at.
fn retenue(refus: &JsValue) -> String {
    let message = || Reflect::get(refus, &"message".into()).ok()?.as_string();
    let message = refus.as_string().or_else(message).unwrap_or_default();
    format!("ne se laisse pas lire ({message}) ; {ATTENDU}")
}

const ATTENDU: &str =
    "attendu : ce que JSON peut écrire (texte, nombre, true, false, null, liste, objet)";

/// A part that cannot be read, and the way to it, its end first.
struct Illisible {
    chemin: Vec<String>,
    quoi: String,
}

impl Illisible {
    fn sous(mut self, partie: String) -> Self {
        self.chemin.push(partie);
        self
    }

    /// `reponses.situations[0]`; the way into a value that holds itself is cut, having no end.
    fn chemin(&self) -> String {
        let parties = self.chemin.iter().rev().map(String::as_str);
        let debut: String = parties.take(CHEMIN).collect();
        let suite = if self.chemin.len() > CHEMIN {
            "…"
        } else {
            ""
        };
        format!("{}{suite}", debut.strip_prefix('.').unwrap_or(&debut))
    }
}

impl From<String> for Illisible {
    fn from(quoi: String) -> Self {
        Illisible {
            chemin: Vec::new(),
            quoi,
        }
    }
}

fn lire_sous(valeur: &JsValue, niveau: usize, reste: &mut u32) -> Result<Valeur, Illisible> {
    let Some(suivants) = reste.checked_sub(1) else {
        return Err(format!("trop de valeurs ; attendu : {VALEURS} au plus").into());
    };
    *reste = suivants;
    if let Some(texte) = valeur.as_string() {
        return Ok(Valeur::Texte(texte.into()));
    }
    if let Some(nombre) = valeur.as_f64() {
        return Ok(Valeur::Nombre(nombre));
    }
    if let Some(booleen) = valeur.as_bool() {
        return Ok(Valeur::Booleen(booleen));
    }
    if valeur.is_null() || valeur.is_undefined() {
        return Ok(Valeur::Nul);
    }
    if valeur.is_object() {
        return lire_dedans(valeur, niveau, reste);
    }
    if valeur.is_bigint() {
        // A small one is a number written otherwise.
        let entier = i64::try_from(valeur.clone()).map(|n| Valeur::Nombre(n as f64));
        return entier.map_err(|_| format!("un BigInt trop grand ; {ATTENDU}").into());
    }
    let quoi = match valeur.is_symbol() {
        true => "un symbole",
        false => "une fonction",
    };
    Err(format!("{quoi} ; {ATTENDU}").into())
}

fn lire_dedans(valeur: &JsValue, niveau: usize, reste: &mut u32) -> Result<Valeur, Illisible> {
    if niveau == PROFONDEUR {
        return Err(format!("trop de niveaux ; attendu : {PROFONDEUR} au plus").into());
    }
    let mut partie = |partie: Result<JsValue, JsValue>| {
        let partie = partie.map_err(|refus| retenue(&refus))?;
        lire_sous(&partie, niveau + 1, reste)
    };
    if let Some(nombre) = longueur(valeur)? {
        let elements = (0..nombre).map(|rang| {
            partie(Reflect::get_u32(valeur, rang)).map_err(|e| e.sous(format!("[{rang}]")))
        });
        return elements.collect::<Result<_, _>>().map(Valeur::Liste);
    }
    let champs = cles(valeur)
        .map_err(|refus| retenue(&refus))?
        .into_iter()
        .map(|cle| {
            let nom = cle.as_string().unwrap_or_default();
            match partie(Reflect::get(valeur, &cle)) {
                Ok(lu) => Ok((nom.into(), lu)),
                Err(illisible) => Err(illisible.sous(format!(".{nom}"))),
            }
        });
    champs.collect::<Result<_, _>>().map(Valeur::Objet)
}
