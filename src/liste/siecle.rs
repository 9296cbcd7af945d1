//! From a SIECLE XML (`ElevesAvecAdresses`, `ElevesSansAdresses`) to rows of the usual columns.
//!
//! A pupil is an `<ELEVE>`; the class and the address are elsewhere in the file, tied by a number. The same tags
//! are said again for last year (`SCOLARITE_AN_DERNIER`): only the children of `<ELEVE>` itself are read.

use super::cellule::{Cellule, Rangee};
use super::colonnes::Colonnes;
use super::remarques::{self, Refus};
use super::resultat::{Liste, Role};
use super::xml::{self, Lecteur, Morceau};
use super::{Options, tableau};
use crate::en_liste::EnListe;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The tags that are read, and the role of each.
const BALISES: [(&str, Role); 9] = [
    ("NOM_DE_FAMILLE", Role::Nom),
    ("PRENOM", Role::Prenom),
    ("DATE_NAISS", Role::DateNaissance),
    ("CODE_STRUCTURE", Role::Classe),
    ("CODE_POSTAL", Role::CodePostal),
    ("LL_PAYS", Role::Pays),
    ("CODE_MEF", Role::Mef),
    ("CODE_STATUT", Role::Statut),
    ("DATE_SORTIE", Role::DateSortie),
];

/// What `<ELEVE>` says.
struct Eleve<'a> {
    ligne: u32,
    id: Cow<'a, str>,
    champs: [&'a str; BALISES.len()],
    adresse: &'a str,
}

/// What is elsewhere in the file, by the number that ties it: a code, and what completes it. One kind of map serves
/// both, and is in the module once.
#[derive(Default)]
struct Ailleurs<'a> {
    classes: BTreeMap<Cow<'a, str>, [&'a str; 2]>,
    adresses: BTreeMap<Cow<'a, str>, [&'a str; 2]>,
}

/// Reads the pupils of a SIECLE XML.
///
/// # Errors
/// It holds no pupil, or too many.
pub(super) fn lire(texte: &str, options: &Options) -> Result<Liste, Refus> {
    let mut lecteur = Lecteur::nouveau(texte);
    let (mut eleves, mut ailleurs) = (Vec::new(), Ailleurs::default());
    let (mut ligne, mut comptee) = (1u32, 0);
    let (mut racine, mut finie) = (None, false);
    while let Some(morceau) = lecteur.next() {
        let (nom, attributs) = match morceau {
            Morceau::Ouvre {
                nom,
                attributs,
                vide: false,
            } => (nom, attributs),
            Morceau::Ferme { nom } => {
                finie |= racine == Some(nom);
                continue;
            }
            _ => continue,
        };
        racine.get_or_insert(nom);
        let id = |nom: &str| xml::attribut(attributs, nom).unwrap_or_default();
        match nom {
            "ELEVE" => {
                let fins = texte[comptee..lecteur.debut]
                    .bytes()
                    .filter(|octet| *octet == b'\n')
                    .count();
                ligne = ligne.saturating_add(fins.try_into().unwrap_or(u32::MAX));
                comptee = lecteur.debut;
                eleves.push(lire_un_eleve(
                    ligne,
                    id("ELEVE_ID"),
                    lecteur.dedans("ELEVE"),
                ));
            }
            "STRUCTURES_ELEVE" => {
                if let Some(classe) = classe(lecteur.dedans("STRUCTURES_ELEVE")) {
                    ailleurs
                        .classes
                        .entry(id("ELEVE_ID"))
                        .or_insert([classe, ""]);
                }
            }
            "ADRESSE" => {
                let champs = enfants(lecteur.dedans("ADRESSE"), &["CODE_POSTAL", "LL_PAYS"]);
                ailleurs.adresses.insert(id("ADRESSE_ID"), champs);
            }
            _ => {}
        }
    }
    if eleves.is_empty() {
        return Err(Refus::XmlSansEleve);
    }
    let colonnes = colonnes(&ailleurs);
    let mut rangees = eleves.into_iter().map(|eleve| ranger(eleve, &ailleurs));
    let mut liste = tableau::assembler(colonnes, &[], &mut rangees, true, options)?;
    // A tag is known or is not there: nothing says how to call those that are dropped.
    liste
        .colonnes
        .retain(|colonne| colonne.role.is_some() || options.roles.is_some());
    if !finie {
        liste.avertissements.push(remarques::fichier_incomplet());
    }
    Ok(liste)
}

/// The columns: without addresses, or without classes, there is no such column.
fn colonnes(ailleurs: &Ailleurs) -> Colonnes {
    let absent = |role: Role| match role {
        Role::Classe => ailleurs.classes.is_empty(),
        Role::CodePostal | Role::Pays => ailleurs.adresses.is_empty(),
        _ => false,
    };
    let roles = BALISES
        .iter()
        .map(|(_, role)| (!absent(*role)).then_some(*role));
    Colonnes {
        entetes: BALISES
            .iter()
            .map(|(balise, _)| (*balise).into())
            .en_liste(),
        roles: roles.en_liste(),
        ..Colonnes::default()
    }
}

fn lire_un_eleve<'a>(ligne: u32, id: Cow<'a, str>, dedans: &'a str) -> Eleve<'a> {
    let mut noms = [""; BALISES.len() + 2];
    for (nom, (balise, _)) in noms.iter_mut().zip(BALISES) {
        *nom = balise;
    }
    // Older exports say « NOM ».
    noms[BALISES.len()] = "ADRESSE_ID";
    noms[BALISES.len() + 1] = "NOM";
    let lus = enfants(dedans, &noms);
    let mut champs = [""; BALISES.len()];
    champs.copy_from_slice(&lus[..BALISES.len()]);
    if champs[0].is_empty() {
        champs[0] = lus[BALISES.len() + 1];
    }
    Eleve {
        ligne,
        id,
        champs,
        adresse: lus[BALISES.len()],
    }
}

/// What is inside the children of these names, not inside those of another child.
fn enfants<'a, const N: usize>(dedans: &'a str, noms: &[&str; N]) -> [&'a str; N] {
    let mut lecteur = Lecteur::nouveau(dedans);
    let mut trouves = [""; N];
    while let Some(morceau) = lecteur.next() {
        if let Morceau::Ouvre {
            nom, vide: false, ..
        } = morceau
        {
            let contenu = lecteur.dedans(nom);
            if let Some(rang) = noms.iter().position(|autre| *autre == nom)
                && trouves[rang].is_empty()
            {
                trouves[rang] = contenu;
            }
        }
    }
    trouves
}

/// The division of a pupil: a group is no class.
fn classe(dedans: &str) -> Option<&str> {
    let mut lecteur = Lecteur::nouveau(dedans);
    while let Some(morceau) = lecteur.next() {
        if let Morceau::Ouvre {
            nom: "STRUCTURE",
            vide: false,
            ..
        } = morceau
        {
            let structure = lecteur.dedans("STRUCTURE");
            let [code, genre] = enfants(structure, &["CODE_STRUCTURE", "TYPE_STRUCTURE"]);
            if genre.trim() == "D" {
                return Some(code);
            }
        }
    }
    None
}

fn ranger<'a>(eleve: Eleve<'a>, ailleurs: &Ailleurs<'a>) -> Rangee<'a> {
    let [classe, _] = ailleurs.classes.get(&eleve.id).copied().unwrap_or_default();
    let adresse = xml::texte(eleve.adresse);
    let [code, pays] = ailleurs
        .adresses
        .get(adresse.trim())
        .copied()
        .unwrap_or_default();
    let cellules = BALISES.iter().zip(eleve.champs).map(|((_, role), champ)| {
        Cellule::Xml(match role {
            Role::Classe => classe,
            Role::CodePostal => code,
            Role::Pays => pays,
            _ => champ,
        })
    });
    Rangee {
        ligne: eleve.ligne,
        vides_avant: 0,
        cellules: cellules.en_liste(),
    }
}
