//! `lireListe`: the bytes of a file into the pupils that it lists.

use super::{json, lecture};
use crate::date;
use crate::liste::{self, OCTETS, Options, Role};
use crate::valeur::Valeur;
use js_sys::{ArrayBuffer, Error, Promise, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types_liste.d.ts");

/// Reads a list of pupils: CSV, pasted table, SIECLE XML or its archive, xlsx, ods. What cannot be read is said in
/// `fautes`; rejects with an `Error` when it is called with anything but bytes and options.
#[wasm_bindgen(js_name = lireListe, unchecked_return_type = "Promise<Liste>")]
pub fn lire_liste(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] octets: JsValue,
    #[wasm_bindgen(unchecked_param_type = "OptionsDeListe")] options: JsValue,
) -> Promise {
    let liste = lire_les_octets(&octets).and_then(|octets| {
        let options = lire_les_options(&lecture::lire(&options, "options")?)?;
        json::ecrire(&liste::lire(&octets, &options)).map_err(|_| "liste : ne s'écrit pas".into())
    });
    match liste {
        Ok(liste) => Promise::resolve(&liste),
        Err(message) => Promise::reject(&Error::new(&message)),
    }
}

/// The bytes; of a file that is too large, enough of them to see that it is.
fn lire_les_octets(octets: &JsValue) -> Result<Vec<u8>, String> {
    let octets = match octets.dyn_ref::<Uint8Array>() {
        Some(octets) => octets.clone(),
        None if octets.is_instance_of::<ArrayBuffer>() => Uint8Array::new(octets),
        None => return Err("octets : attendu : un Uint8Array ou un ArrayBuffer".into()),
    };
    let nombre = octets.length().min(OCTETS as u32 + 1);
    Ok(octets.subarray(0, nombre).to_vec())
}

fn lire_les_options(valeur: &Valeur) -> Result<Options, String> {
    let Valeur::Objet(champs) = valeur else {
        return Err("options : attendu : un objet, exemple : { dateDepot: \"2023-10-02\" }".into());
    };
    let (mut depot, mut roles) = (None, None);
    for (nom, champ) in champs {
        match (&**nom, champ) {
            ("dateDepot", Valeur::Texte(texte)) if date::lire(texte).is_some() => {
                depot = date::lire(texte)
            }
            ("roles", Valeur::Liste(noms)) => {
                roles = Some(noms.iter().map(role).collect::<Result<_, _>>()?)
            }
            ("roles", Valeur::Nul) => {}
            ("dateDepot", autre) => {
                return Err(format!(
                    "dateDepot : {autre} n'est pas un jour ; attendu : AAAA-MM-JJ"
                ));
            }
            ("roles", autre) => {
                return Err(format!(
                    "roles : {autre} n'est pas une liste ; attendu : un rôle par colonne"
                ));
            }
            (autre, _) => {
                return Err(format!(
                    "{autre} : champ inconnu ; attendu : dateDepot, roles"
                ));
            }
        }
    }
    let depot = depot.ok_or("dateDepot : absent ; attendu : le jour du dépôt, AAAA-MM-JJ")?;
    Ok(Options {
        roles,
        ..Options::du(depot)
    })
}

fn role(valeur: &Valeur) -> Result<Option<Role>, String> {
    match valeur {
        Valeur::Nul => Ok(None),
        Valeur::Texte(nom) if Role::de_nom(nom).is_some() => Ok(Role::de_nom(nom)),
        autre => Err(format!(
            "roles : {autre} n'est pas un rôle ; attendu : null, nom, prenom, dateNaissance…"
        )),
    }
}
