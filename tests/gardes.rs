//! Every rule of the built-in règlements counts: taken out alone, it makes the catalogue refused or
//! a corrected dossier wrong.

use crate::bilan::Bilan;
use crate::decision::decisions;
use crate::decision::evaluer;
use crate::integre;
use crate::reglement::Source;
use crate::valeur::Valeur;
use crate::{Catalogue, demande};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a rule may leave out. Any element of any list may be left out too.
const FACULTATIFS: [&str; 15] = [
    "certainDu",
    "certainAu",
    "jour",
    "anniversaire",
    "dernierJour",
    "fraicheur",
    "delivreeAu",
    "natures",
    "signataires",
    "datee",
    "conseillee",
    "bloquante",
    "refus",
    "min",
    "max",
];

/// The one 28 February on which these ages may differ (2022) is a day on which both acts are
/// candidates: each says the caution when the other is silent.
const SANS_EFFET_SEULS: [&str; 2] = [
    "hdf-2020.json /reglements/0/lectures/anniversaire",
    "hdf-2022.json /reglements/0/lectures/anniversaire",
];

struct Dossier {
    id: String,
    demande: Valeur,
    attendu: Value,
}

impl Dossier {
    /// What differs between the decisions of this catalogue and those expected.
    fn ecarts(&self, catalogue: &Catalogue) -> Vec<String> {
        let demande = match demande::lire(catalogue, &self.demande) {
            Ok(demande) => demande,
            Err(erreurs) => return erreurs.iter().map(ToString::to_string).collect(),
        };
        // What would change the answer takes a hundred decisions to find: only where it is compared.
        let perspective = ["aPartirDu", "siAlors"];
        let bilan = match perspective.iter().any(|p| self.attendu.get(p).is_some()) {
            true => evaluer(catalogue, &demande),
            false => Bilan {
                decisions: decisions(catalogue, &demande),
            },
        };
        super::commun::comparer(&self.attendu, &serde_json::to_value(bilan).unwrap()).ecarts
    }
}

fn dossiers() -> Vec<Dossier> {
    let fichiers = super::commun::fichiers::fichiers();
    let dossiers = fichiers.iter().flat_map(|fichier| fichier.dossiers());
    dossiers
        .map(|dossier| Dossier {
            id: dossier["id"].as_str().unwrap().into(),
            demande: serde_json::from_value(dossier["demande"].clone()).unwrap(),
            attendu: dossier["attendu"].clone(),
        })
        .collect()
}

fn fichiers() -> Vec<(String, Value)> {
    integre::fichiers()
        .iter()
        .map(|(nom, texte)| (nom.to_string(), serde_json::from_str(texte).unwrap()))
        .collect()
}

/// Why the catalogue cannot pass for the right one: refused, or wrong on this dossier.
fn demasquer(fichiers: &[(String, Value)], dossiers: &[Dossier]) -> Option<Demasque> {
    let sources: Vec<Source> = fichiers
        .iter()
        .map(|(fichier, contenu)| Source {
            fichier: fichier.clone(),
            contenu: serde_json::from_value(contenu.clone()).unwrap(),
        })
        .collect();
    let Ok(catalogue) = Catalogue::charger(&sources) else {
        return Some(Demasque::Refuse);
    };
    let faux = |dossier: &&Dossier| !dossier.ecarts(&catalogue).is_empty();
    let trouve = dossiers.iter().find(faux);
    trouve.map(|dossier| Demasque::Faux(dossier.id.clone()))
}

#[derive(Debug)]
enum Demasque {
    Refuse,
    Faux(String),
}

/// The pointers of everything that may be taken out of a règlement.
fn retraits(valeur: &Value, pointeur: &str, trouves: &mut Vec<String>) {
    match valeur {
        Value::Array(elements) => {
            for (rang, element) in elements.iter().enumerate() {
                let le_sien = format!("{pointeur}/{rang}");
                retraits(element, &le_sien, trouves);
                trouves.push(le_sien);
            }
        }
        Value::Object(champs) => {
            // Steps and what follows are told and decide nothing: the golden pages hold them.
            let dits = ["demarches", "suites"];
            for (nom, champ) in champs
                .iter()
                .filter(|(nom, _)| !dits.contains(&nom.as_str()))
            {
                let le_sien = format!("{pointeur}/{nom}");
                retraits(champ, &le_sien, trouves);
                if FACULTATIFS.contains(&nom.as_str()) {
                    trouves.push(le_sien);
                }
            }
        }
        _ => {}
    }
}

fn retirer(valeur: &mut Value, pointeur: &str) {
    let (parent, cle) = pointeur.rsplit_once('/').unwrap();
    match valeur.pointer_mut(parent).unwrap() {
        Value::Array(elements) => {
            elements.remove(cle.parse().unwrap());
        }
        Value::Object(champs) => {
            champs.remove(cle);
        }
        _ => unreachable!(),
    }
}

#[test]
fn aucune_regle_ne_se_retire_sans_qu_un_dossier_le_voie() {
    let dossiers = dossiers();
    let fichiers = fichiers();
    assert!(demasquer(&fichiers, &dossiers).is_none());
    let (mut refuses, mut par_dossier) = (0, BTreeMap::<String, usize>::new());
    let mut survivants = Vec::new();
    for (rang, (nom, contenu)) in fichiers.iter().enumerate() {
        let mut pointeurs = Vec::new();
        if let Some(reglements) = contenu.get("reglements") {
            retraits(reglements, "/reglements", &mut pointeurs);
        }
        for pointeur in pointeurs {
            let mut ampute = fichiers.clone();
            retirer(&mut ampute[rang].1, &pointeur);
            match demasquer(&ampute, &dossiers) {
                Some(Demasque::Refuse) => refuses += 1,
                Some(Demasque::Faux(id)) => *par_dossier.entry(id).or_default() += 1,
                None => survivants.push(format!("{nom} {pointeur}")),
            }
        }
    }
    let vus: usize = par_dossier.values().sum();
    println!(
        "{} retraits : {refuses} refusés au chargement, {vus} vus par {} dossiers, {} non vus",
        refuses + vus + survivants.len(),
        par_dossier.len(),
        survivants.len()
    );
    assert_eq!(survivants, SANS_EFFET_SEULS);
}
