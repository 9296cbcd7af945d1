//! The table as a CSV file that French spreadsheets open rightly, and that our own reading takes back.

use super::atelier::Atelier;
use super::avis::Sort;
use super::demande::{APPRENTI, PROPRES, valeur};
use super::eleve::Eleve;
use super::mots::mot;
use crate::en_liste::EnListe;
use crate::liste::{Alerte, Champ, CodeAlerte, Niveau};
use crate::page::jour_dit;
use crate::reglement::connus;

/// Before a value that is still to be mended: it must not be read as if it were right.
const DOUTE: &str = "? ";

/// Questions of which one pupil may have an answer of their own, with the name of the column.
pub fn propres() -> impl Iterator<Item = (&'static str, String)> {
    let confirme = [connus::CODE_POSTAL_CONFIRME];
    let questions = PROPRES
        .iter()
        .chain(&APPRENTI)
        .map(|(question, _)| *question);
    let questions = questions.chain(confirme);
    questions.map(|question| (question, mot(&format!("colonne-{question}"))))
}

/// The pupils shown, a line each.
pub fn csv(atelier: &Atelier, nom_de_la_voie: &dyn Fn(&str) -> String) -> String {
    let eleves = atelier
        .rangs()
        .iter()
        .map(|r| &atelier.eleves[*r])
        .en_liste();
    let responsables = eleves.iter().any(|eleve| responsable(eleve).is_some());
    let sorties = eleves.iter().any(|eleve| eleve.est_sorti());
    let apprentis = eleves.iter().any(|eleve| eleve.apprenti);
    let propres = propres()
        .filter(|(question, _)| eleves.iter().any(|e| e.propres.donnee(question).is_some()))
        .en_liste();
    let mut entetes: Vec<String> = [
        "nom",
        "prenom",
        "naissance",
        "classe",
        "niveau",
        "code-postal",
    ]
    .map(|champ| mot(&format!("colonne-{champ}")))
    .to_vec();
    entetes.extend(responsables.then(|| mot("colonne-responsable")));
    entetes.extend(apprentis.then(|| mot("colonne-statut")));
    entetes.extend(sorties.then(|| mot("colonne-sortie")));
    entetes.extend(propres.iter().map(|(_, nom)| nom.clone()));
    for voie in &atelier.voies {
        let nom = nom_de_la_voie(voie);
        for quoi in [
            "decision",
            "pass",
            "article",
            "manque",
            "a-partir-du",
            "a-apporter",
        ] {
            entetes.push(format!("{nom} - {}", mot(&format!("colonne-{quoi}"))));
        }
    }
    let mut csv = String::from("\u{feff}");
    ecrire(&mut csv, &entetes);
    for eleve in eleves {
        let mut cellules = vec![
            eleve.nom.clone(),
            eleve.prenom.clone(),
            eleve
                .naissance
                .map_or_else(|| douteux(eleve, Champ::DateNaissance), jour_dit::ecrire),
            eleve.classe.clone(),
            niveau(eleve),
            code_postal(eleve),
        ];
        cellules.extend(responsables.then(|| responsable(eleve).unwrap_or_default()));
        cellules.extend(apprentis.then(|| {
            mot(if eleve.apprenti {
                "apprenti"
            } else {
                "scolaire"
            })
        }));
        let sortie = eleve.alerte(Champ::DateSortie).and_then(|a| a.lu.clone());
        cellules.extend(sorties.then(|| sortie.unwrap_or_default()));
        for (question, _) in &propres {
            let sienne = eleve.propres.donnee(question).map(valeur);
            cellules.push(sienne.unwrap_or_default());
        }
        for rang in 0..atelier.voies.len() {
            cellules.extend(decision(eleve, rang));
        }
        ecrire(&mut csv, &cellules);
    }
    csv
}

fn ecrire(csv: &mut String, cellules: &[String]) {
    for (rang, cellule) in cellules.iter().enumerate() {
        if rang > 0 {
            csv.push(';');
        }
        csv.push('"');
        // A spreadsheet would run it.
        if cellule.starts_with(['=', '+', '-', '@', '\t', '\0', '\r', '\n']) {
            csv.push('\'');
        }
        csv.push_str(&cellule.replace('"', "\"\""));
        csv.push('"');
    }
    csv.push_str("\r\n");
}

/// What was read and is still in doubt, so that it is in doubt again.
fn douteux(eleve: &Eleve, champ: Champ) -> String {
    let lu = eleve.alerte(champ).and_then(|alerte| alerte.lu.as_deref());
    let lu = lu.map(|lu| lu.strip_prefix(DOUTE).unwrap_or(lu));
    lu.map_or(String::new(), |lu| format!("{DOUTE}{lu}"))
}

fn code_postal(eleve: &Eleve) -> String {
    if responsable(eleve).is_some() {
        return String::new();
    }
    match eleve.code_postal_sur() {
        Some(code) => code.into(),
        None => douteux(eleve, Champ::CodePostal),
    }
}

/// The code of a guardian, which is not the pupil's.
fn responsable(eleve: &Eleve) -> Option<String> {
    let du_responsable = |alerte: &&Alerte| alerte.code == CodeAlerte::SeuleLAdresseDuResponsable;
    let alerte = eleve.alerte(Champ::CodePostal).filter(du_responsable)?;
    alerte.lu.clone()
}

/// In words that our own reading knows.
fn niveau(eleve: &Eleve) -> String {
    match eleve.niveau {
        Niveau::Inconnu => douteux(eleve, Champ::Niveau),
        niveau => mot(&format!("niveau-{}", niveau.id())),
    }
}

fn decision(eleve: &Eleve, rang: usize) -> [String; 6] {
    let Some(voie) = eleve.avis.as_ref().and_then(|avis| avis.voies.get(rang)) else {
        return Default::default();
    };
    let papiers = voie.pieces.iter().map(|piece| super::dire::papier(piece));
    let papiers = papiers.en_liste();
    let article = voie.source.as_ref().map(|(_, article)| article.clone());
    [
        mot(&format!("sort-{}", voie.sort.nom())),
        match (voie.sort, voie.carnet) {
            (Sort::PeutDemander, Some(nombre)) => nombre.to_string(),
            _ => String::new(),
        },
        article.unwrap_or_default(),
        super::dire::manque(eleve, voie).join(", "),
        voie.a_partir_du.map(jour_dit::ecrire).unwrap_or_default(),
        papiers.join(", "),
    ]
}
