//! From the fields of a pupil's form to the pupil, or to all that is to be mended.

use super::demande::{APPRENTI, PROPRES};
use super::eleve::{Eleve, niveau};
use super::geste::propre;
use super::mots::mot;
use crate::date::Jour;
use crate::liste::{self, Champ, Niveau};
use crate::page::Champs;
use crate::page::jour_dit::{self, Siecle};
use crate::reglement::connus;

/// Fields at fault, each with its sentence.
pub type Refus = Vec<(&'static str, String)>;

/// The pupil as the form says it.
///
/// # Errors
/// Every field that cannot be read.
pub fn lire(avant: Eleve, champs: &Champs, depot: Jour) -> Result<Eleve, Refus> {
    let dit = |nom: &str| {
        let trouve = champs.iter().find(|(autre, _)| autre == nom);
        trouve.map_or("", |(_, valeur)| valeur.trim())
    };
    let mut refus: Refus = Vec::new();
    let mut eleve = Eleve {
        nom: dit("nom").into(),
        prenom: dit("prenom").into(),
        classe: dit("classe").into(),
        niveau: niveau(dit("niveau")),
        apprenti: dit("apprenti") == "oui",
        avis: None,
        ..avant.clone()
    };
    if eleve.nom_complet().is_empty() {
        refus.push(("nom", mot("erreur-nom")));
    }
    match dit("naissance") {
        "" => eleve.naissance = None,
        texte => match jour_dit::lire(texte, Siecle::Passe(depot)).map(|lu| lu.jour) {
            Ok(jour) if jour > depot => refus.push(("naissance", mot("erreur-avenir"))),
            Ok(jour) => eleve.naissance = Some(jour),
            Err(_) => refus.push(("naissance", erreur_de_date(texte))),
        },
    }
    match dit("code-postal") {
        "" => eleve.code_postal = None,
        texte => match liste::code_postal(texte) {
            Some(code) => eleve.code_postal = Some(code),
            None => refus.push(("code-postal", mot("erreur-code-postal"))),
        },
    }
    if !refus.is_empty() {
        return Err(refus);
    }
    for (question, _) in PROPRES.iter().chain(&APPRENTI) {
        match propre(dit(&format!("propre-{question}"))) {
            Some(reponse) => eleve.propres.donner(question, reponse),
            None => eleve.propres.retirer(question),
        }
    }
    regler(&mut eleve, &avant);
    eleve.plier();
    Ok(eleve)
}

/// What was changed, or says now what it did not, is no longer to be mended.
fn regler(eleve: &mut Eleve, avant: &Eleve) {
    let change = eleve.code_postal != avant.code_postal;
    if let Some(code) = eleve.code_postal.clone() {
        // Whoever types a code that is in no list knows it.
        if !crate::codes_postaux::existe(&code) && code != connus::ETRANGER {
            eleve.confirmer_le_code();
        } else if change {
            eleve.propres.retirer(connus::CODE_POSTAL_CONFIRME);
        }
        eleve.regler(Champ::CodePostal);
    }
    if eleve.naissance.is_some() {
        eleve.regler(Champ::DateNaissance);
    }
    if eleve.niveau != Niveau::Inconnu {
        eleve.regler(Champ::Niveau);
    }
    if !eleve.nom.is_empty() {
        eleve.regler(Champ::Nom);
    }
    if !eleve.prenom.is_empty() {
        eleve.regler(Champ::Prenom);
    }
    if !eleve.classe.is_empty() {
        eleve.regler(Champ::Classe);
    }
}

/// « 31/02/2006 » has the shape of a day; « 2006 » is a year alone; the rest has no shape.
pub fn erreur_de_date(texte: &str) -> String {
    let chiffres = texte.chars().filter(char::is_ascii_digit).count();
    let seuls = texte.chars().all(|c| c.is_ascii_digit());
    mot(match chiffres {
        4 if seuls => "erreur-annee-seule",
        6..=8 => "erreur-jour",
        _ => "erreur-forme",
    })
}
