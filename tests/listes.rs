//! Lists of pupils, found in their folders: what a right reader finds in each, pupil by pupil.

#![cfg(feature = "liste")]

use super::commun::demesurees::{DEMESUREES, demesuree};
use crate::date;
use crate::liste::{self, Liste, Options};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn dossier(nom: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/listes")
        .join(nom)
}

fn options() -> Options {
    Options::du(date::lire("2023-10-02").unwrap())
}

fn lire(octets: &[u8]) -> Value {
    let liste = liste::lire(octets, &options());
    coherente(&liste);
    serde_json::to_value(liste).unwrap()
}

/// What holds of every list: each `null` has its reason, and one only; a list is read or refused.
fn coherente(liste: &Liste) {
    for ligne in &liste.lignes {
        let json = serde_json::to_value(ligne).unwrap();
        let champs: Vec<&str> = json["alertes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| a["champ"].as_str().unwrap())
            .collect();
        for (rang, champ) in champs.iter().enumerate() {
            assert!(
                !champs[..rang].contains(champ),
                "two alerts for one cell: {json}"
            );
        }
        for champ in ["nom", "prenom", "dateNaissance", "classe", "codePostal"] {
            assert!(
                !json[champ].is_null() || champs.contains(&champ),
                "null without a reason: {json}"
            );
        }
        assert!(
            json["niveau"] != "inconnu" || champs.contains(&"niveau"),
            "no reason: {json}"
        );
    }
    assert_eq!(
        liste.fautes.is_empty(),
        !liste.lignes.is_empty(),
        "{:?}",
        liste.fautes
    );
    for colonne in &liste.colonnes {
        assert!(
            colonne.role.is_some() || colonne.exemples.is_empty(),
            "{colonne:?}"
        );
    }
}

/// The lists shared with other readers, each against the manifest that says what is in it.
#[test]
fn les_listes_partagees_se_lisent_comme_leur_manifeste_le_dit() {
    let dossier = dossier("partagees");
    let manifeste = fs::read_to_string(dossier.join("manifest.json")).unwrap();
    let manifeste: Value = serde_json::from_str(&manifeste).unwrap();
    let mut ecarts = Vec::new();
    for attendue in manifeste["listes"].as_array().unwrap() {
        let fichier = attendue["fichier"].as_str().unwrap();
        let lue = lire(&fs::read(dossier.join(fichier)).unwrap());
        let avant = ecarts.len();
        comparer(attendue, &lue, &mut |quoi| {
            ecarts.push(format!("{fichier} : {quoi}"))
        });
        let lignes = lue["lignes"].as_array().unwrap().len();
        println!(
            "{fichier} : {lignes} élèves, {} écarts",
            ecarts.len() - avant
        );
    }
    assert!(ecarts.is_empty(), "{}", ecarts.join("\n"));
}

fn comparer(attendue: &Value, lue: &Value, ecart: &mut dyn FnMut(String)) {
    for champ in ["encodage", "separateur", "ligneEntete"] {
        if attendue[champ] != lue[champ] {
            ecart(format!(
                "{champ} {} ; attendu {}",
                lue[champ], attendue[champ]
            ));
        }
    }
    let (eleves, lignes) = (
        attendue["eleves"].as_array().unwrap(),
        lue["lignes"].as_array().unwrap(),
    );
    if eleves.len() != lignes.len() {
        ecart(format!(
            "{} lignes ; attendu {}",
            lignes.len(),
            eleves.len()
        ));
    }
    for (eleve, ligne) in eleves.iter().zip(lignes) {
        for champ in [
            "ligne",
            "nom",
            "prenom",
            "dateNaissance",
            "classe",
            "codePostal",
            "niveau",
        ] {
            if eleve[champ] != ligne[champ] {
                ecart(format!(
                    "{} {champ} {} ; attendu {}",
                    eleve["ligne"], ligne[champ], eleve[champ]
                ));
            }
        }
        for (proposition, champ) in [
            ("propositionCodePostal", "codePostal"),
            ("propositionDate", "dateNaissance"),
        ] {
            let alertes = ligne["alertes"].as_array().unwrap();
            let alerte = alertes.iter().find(|alerte| alerte["champ"] == champ);
            let proposee = alerte.map_or(&Value::Null, |alerte| &alerte["proposition"]);
            if eleve
                .get(proposition)
                .is_some_and(|attendue| attendue != proposee)
            {
                ecart(format!("{} {proposition} {proposee}", eleve["ligne"]));
            }
        }
    }
    let lignes = |valeur: &Value| -> Vec<Value> {
        valeur
            .as_array()
            .unwrap()
            .iter()
            .map(|ignoree| ignoree["ligne"].clone())
            .collect()
    };
    let (attendues, ignorees) = (
        lignes(&attendue["lignesIgnorees"]),
        lignes(&lue["ignorees"]),
    );
    if attendues != ignorees {
        ecart(format!("ignorées {ignorees:?} ; attendu {attendues:?}"));
    }
}

/// Ours, each beside all that is read in it; `tests/listes/fabriquer.mjs` writes the files.
#[test]
fn nos_listes_se_lisent_comme_on_l_attend() {
    let mut listes: Vec<PathBuf> = fs::read_dir(dossier("notres"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    listes.retain(|chemin| {
        chemin
            .extension()
            .is_some_and(|extension| extension != "json")
    });
    listes.sort();
    assert!(listes.len() >= 25, "{} lists", listes.len());
    let mut ecarts = Vec::new();
    for chemin in &listes {
        let nom = chemin.file_name().unwrap().to_string_lossy();
        let lue = lire(&fs::read(chemin).unwrap());
        let attendu = chemin.with_file_name(format!("{nom}.json"));
        if std::env::var_os("METTRE_A_JOUR").is_some() {
            fs::write(&attendu, serde_json::to_string_pretty(&lue).unwrap() + "\n").unwrap();
        }
        let texte = fs::read_to_string(&attendu).unwrap_or_default();
        if serde_json::from_str(&texte).unwrap_or(json!(null)) != lue {
            ecarts.push(format!(
                "{nom}\n{}",
                serde_json::to_string_pretty(&lue).unwrap()
            ));
        }
    }
    assert!(
        ecarts.is_empty(),
        "METTRE_A_JOUR=1 cargo test listes, then read the differences:\n{}",
        ecarts.join("\n")
    );
}

/// A class and a school: fluid. More than a school: refused, with what to do.
#[test]
fn une_liste_va_jusqu_a_cinq_mille_eleves() {
    let liste = |nombre: usize| {
        let lignes = (0..nombre)
            .map(|rang| format!("NOM{rang};Ada;{:02}/01/2006;T1;59000\n", rang % 28 + 1));
        let texte =
            String::from("Nom;Prénom;Né(e) le;Classe;Code postal\n") + &lignes.collect::<String>();
        liste::lire(texte.as_bytes(), &options())
    };
    for nombre in [1, 1000, 5000] {
        let lue = liste(nombre);
        coherente(&lue);
        assert_eq!(lue.lignes.len(), nombre);
        assert_eq!(lue.lignes[nombre - 1].ligne as usize, nombre + 1);
    }
    for nombre in [5001, 10_000, 50_000] {
        let lue = liste(nombre);
        assert_eq!(
            (lue.lignes.len(), lue.fautes[0].code.as_str()),
            (0, "trop-d-eleves")
        );
        assert!(lue.fautes[0].message.contains("Partagez-la"));
    }
}

/// Nothing is kept between two readings.
#[test]
fn deux_fichiers_l_un_apres_l_autre_ne_se_melent_pas() {
    let lire_la = |nom: &str| lire(&fs::read(dossier("notres").join(nom)).unwrap());
    let seule = lire_la("20-utf-16le-sans-bom.csv");
    lire_la("62-classeur.ods");
    lire_la("31-mois-devant-sans-conflit.csv");
    assert_eq!(lire_la("20-utf-16le-sans-bom.csv"), seule);
}

/// Five megabytes of blank lines, of quotes, of tags, of noise: read, or refused with a sentence. A time that grew with the
/// square of the size would be hours; how it grows is measured by the benches.
#[test]
fn une_liste_demesuree_est_lue_ou_refusee_d_une_phrase() {
    for liste in DEMESUREES {
        coherente(&liste::lire(&demesuree(liste, 5_000_000), &options()));
    }
    let mut graine = 7u32;
    let mut hasard = || {
        graine = graine.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (graine >> 16) as u8
    };
    let bruit: Vec<u8> = (0..5_000_000).map(|_| hasard()).collect();
    let lue = liste::lire(&bruit, &options());
    assert_eq!(lue.fautes.len(), 1, "{:?}", lue.fautes);
    let lettres: Vec<u8> = bruit
        .iter()
        .map(|octet| b"abcdefgh ;,\n\t\"'01"[usize::from(octet % 17)])
        .collect();
    assert_eq!(
        liste::lire(&lettres, &options()).fautes[0].code,
        "aucune-colonne"
    );
}

/// Passwords, allergies, parents: nowhere in what is read.
#[test]
fn ce_qui_n_a_pas_de_role_n_est_nulle_part() {
    for (chemin, secrets) in [
        (
            "notres/04-pronote-liste.csv",
            &["ARACHIDE", "PAP", "Léo"][..],
        ),
        (
            "notres/45-mots-de-passe.csv",
            &[
                "S3CR3T",
                "ARACHIDE",
                "PARENT-SECRET",
                "0600000000",
                "999000000ZZ",
            ],
        ),
        ("notres/60-classeur-complet.xlsx", &["ARACHIDE", "CACHÉ"]),
        ("notres/62-classeur.ods", &["ARACHIDE", "NOTE-SECRETE"]),
        (
            "partagees/05-pronote-exp-eleve.csv",
            &["inventé", "Parent", "1975", "LILLE"],
        ),
        (
            "partagees/01-siecle-extraction.csv",
            &["exemple.invalid", "Parent", "VANDENBROUCKE"],
        ),
    ] {
        let lue = lire(&fs::read(dossier(chemin)).unwrap()).to_string();
        for secret in secrets {
            assert!(!lue.contains(secret), "{chemin}: {secret}");
        }
    }
}

/// Every cut of every list is read or refused, and holds together.
#[test]
fn une_liste_coupee_n_importe_ou_ne_fait_rien_tomber() {
    for dossier_de in ["notres", "partagees"] {
        for entree in fs::read_dir(dossier(dossier_de)).unwrap() {
            let octets = fs::read(entree.unwrap().path()).unwrap();
            let pas = (octets.len() / 150).max(1);
            for fin in (0..octets.len()).step_by(pas) {
                coherente(&liste::lire(&octets[..fin], &options()));
                let mut abimes = octets.clone();
                abimes[fin] ^= 0x55;
                coherente(&liste::lire(&abimes, &options()));
            }
        }
    }
}

/// Roles that somebody chose on screen win over those that were recognised.
#[test]
fn les_roles_choisis_l_emportent() {
    use crate::liste::Role;
    let octets = fs::read(dossier("notres").join("48-colonnes-en-double.csv")).unwrap();
    let roles = vec![
        Some(Role::Prenom),
        Some(Role::Nom),
        None,
        Some(Role::CodePostal),
        Some(Role::DateNaissance),
        Some(Role::Nom),
    ];
    let lue = liste::lire(
        &octets,
        &Options {
            roles: Some(roles),
            ..options()
        },
    );
    let ligne = &lue.lignes[0];
    assert_eq!(
        (
            ligne.nom.as_deref(),
            ligne.prenom.as_deref(),
            ligne.code_postal.as_deref()
        ),
        (Some("Ada"), Some("UN"), Some("62000"))
    );
    assert!(lue.colonnes[2].exemples.is_empty() && lue.colonnes[5].role.is_none());
}
