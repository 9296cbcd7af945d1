//! Reads a demande from a JSON tree, field by field, and names every field that cannot be used.

use super::pieces::CHAMPS_DE_PIECE;
use super::{CodePostal, Demande, ErreurDeSaisie, Reponse, Reponses, Tranche};
use crate::date::{self, Jour};
use crate::en_liste::EnListe;
use crate::reglement::{Catalogue, Genre, Question, Scalaire, connus};
use crate::valeur::{Champs, Fautes, Valeur, champ};
use std::sync::Arc;

const CHAMPS: [&str; 7] = [
    "dateDepot",
    "dateCreation",
    "dateDecision",
    "dateNotification",
    "dateTrancheAge",
    "reponses",
    "pieces",
];

/// The words that demandes are made of: the names of fields, and the ids of a catalogue.
pub fn mots(catalogue: &Catalogue) -> Vec<String> {
    let champs = CHAMPS.iter().chain(&CHAMPS_DE_PIECE);
    let mut mots = champs.map(|champ| champ.to_string()).en_liste();
    for question in &catalogue.questions {
        mots.push(question.id.clone());
        mots.extend(question.options.iter().map(|option| option.id.to_string()));
    }
    for piece in &catalogue.pieces {
        mots.push(piece.id.clone());
        mots.extend(piece.natures.iter().chain(&piece.signataires).cloned());
    }
    mots
}

/// Reads and checks a demande of the public contract (dates `AAAA-MM-JJ`, answers by question id).
///
/// # Errors
/// Every field at fault, in the order of the demande.
pub fn lire(catalogue: &Catalogue, valeur: &Valeur) -> Result<Demande, Fautes<ErreurDeSaisie>> {
    let mut lecteur = Lecteur {
        catalogue,
        erreurs: Vec::new(),
    };
    let demande = lecteur.demande(valeur);
    demande
        .filter(|_| lecteur.erreurs.is_empty())
        .ok_or(Fautes::de(lecteur.erreurs))
}

/// Reads one answer, as the form and the contract both write it.
///
/// # Errors
/// What was wrong and what was expected, for that question.
pub fn lire_reponse(
    catalogue: &Catalogue,
    question: &Question,
    valeur: &Valeur,
) -> Result<Reponse, ErreurDeSaisie> {
    reponse(catalogue, question, valeur).map_err(|message| ErreurDeSaisie {
        champ: format!("reponses.{}", question.id),
        message,
    })
}

fn reponse(catalogue: &Catalogue, question: &Question, valeur: &Valeur) -> Result<Reponse, String> {
    if *valeur == Valeur::Nul {
        return Ok(Reponse::NeSaitPas);
    }
    let attendu = |quoi: String| format!("{valeur} ne convient pas ; attendu : {quoi}");
    match (question.genre, valeur) {
        (Genre::OuiNon, Valeur::Booleen(b)) => Ok(Reponse::Valeur(Scalaire::Booleen(*b))),
        (Genre::OuiNon, _) => Err(attendu("true, false ou null".into())),
        (Genre::Choix, _) => scalaire(valeur)
            .filter(|s| question.option(s).is_some())
            .map(Reponse::Valeur)
            .ok_or_else(|| attendu(options(question))),
        (Genre::Plusieurs, Valeur::Liste(elements)) => plusieurs(question, elements),
        (Genre::Plusieurs, _) => Err(attendu("une liste, [] pour « aucune »".into())),
        (Genre::Date, Valeur::Texte(t)) => date::lire(t)
            .map(Reponse::Date)
            .ok_or_else(|| attendu("un jour qui existe, AAAA-MM-JJ ; exemple : 1955-03-02".into())),
        (Genre::Date, _) => Err(attendu("un jour, AAAA-MM-JJ".into())),
        (Genre::TrancheAge, _) => tranche(catalogue, valeur)
            .map(Reponse::Tranche)
            .ok_or_else(|| attendu(tranches_attendues(catalogue))),
        (Genre::CodePostal, Valeur::Texte(t)) => code_postal(t).map(Reponse::CodePostal),
        (Genre::CodePostal, _) => Err(attendu("un texte de cinq chiffres, ou « etranger »".into())),
    }
}

pub(super) struct Lecteur<'a> {
    pub(super) catalogue: &'a Catalogue,
    erreurs: Vec<ErreurDeSaisie>,
}

impl Lecteur<'_> {
    pub(super) fn erreur(&mut self, champ: impl Into<String>, message: impl Into<String>) {
        self.erreurs.push(ErreurDeSaisie {
            champ: champ.into(),
            message: message.into(),
        });
    }

    fn demande(&mut self, valeur: &Valeur) -> Option<Demande> {
        let Some(champs) = valeur.champs() else {
            self.erreur(
                "demande",
                format!("{valeur} ne convient pas ; attendu : un objet"),
            );
            return None;
        };
        self.champs_connus("", champs, &CHAMPS);
        let depot = self.jour(champs, "", "dateDepot");
        if depot.is_none() && champ(champs, "dateDepot").is_none() {
            self.erreur("dateDepot", "absent ; attendu : un jour, AAAA-MM-JJ");
        }
        let creation = self.jour_ou_nul(champs, "", "dateCreation");
        let decision = self.jour_ou_nul(champs, "", "dateDecision");
        let notification = self.jour_ou_nul(champs, "", "dateNotification");
        let age = self.jour_ou_nul(champs, "", "dateTrancheAge");
        if let (Some(depot), Some(creation)) = (depot, creation)
            && creation > depot
        {
            let (creation, depot) = (date::ecrire(creation), date::ecrire(depot));
            self.erreur(
                "dateCreation",
                format!("« {creation} » vient après dateDepot ; attendu : {depot} ou avant"),
            );
        }
        let reponses = self.reponses(champs);
        let pieces = self.pieces(champs);
        let depot = depot?;
        let jour_de_l_age = age.unwrap_or(depot);
        self.coherence(&reponses, depot, jour_de_l_age);
        Some(Demande {
            depot,
            creation: creation.unwrap_or(depot),
            jour_de_l_age,
            decision,
            notification,
            reponses,
            pieces,
        })
    }

    pub(super) fn champs_connus(&mut self, prefixe: &str, champs: &Champs, connus: &[&str]) {
        for (nom, _) in champs.iter().filter(|(nom, _)| !connus.contains(&&**nom)) {
            self.erreur(
                format!("{prefixe}{nom}"),
                format!("champ inconnu ; attendu : {}", connus.join(", ")),
            );
        }
    }

    pub(super) fn jour(&mut self, champs: &Champs, prefixe: &str, nom: &str) -> Option<Jour> {
        let valeur = champ(champs, nom)?;
        let lu = match valeur {
            Valeur::Texte(t) => date::lire(t),
            _ => None,
        };
        if lu.is_none() {
            self.erreur(
                format!("{prefixe}{nom}"),
                format!("{valeur} n'est pas un jour ; attendu : AAAA-MM-JJ, exemple : 2023-05-10"),
            );
        }
        lu
    }

    fn reponses(&mut self, champs: &Champs) -> Reponses {
        let mut reponses = Reponses::default();
        let Some(valeur) = champ(champs, "reponses") else {
            self.erreur(
                "reponses",
                "absent ; attendu : un objet, {} si rien n'est répondu",
            );
            return reponses;
        };
        let Some(donnees) = valeur.champs() else {
            self.erreur(
                "reponses",
                format!("{valeur} ne convient pas ; attendu : un objet"),
            );
            return reponses;
        };
        for (id, valeur) in donnees {
            let Some(question) = self.catalogue.question(id) else {
                let connues = self
                    .catalogue
                    .questions
                    .iter()
                    .map(|q| q.id.as_str())
                    .en_liste();
                self.erreur(
                    format!("reponses.{id}"),
                    format!("question inconnue ; attendu : {}", connues.join(", ")),
                );
                continue;
            };
            match lire_reponse(self.catalogue, question, valeur) {
                Ok(reponse) => reponses.noter(Arc::clone(id), reponse),
                Err(erreur) => self.erreurs.push(erreur),
            }
        }
        reponses
    }

    /// Answers that cannot both be true.
    fn coherence(&mut self, reponses: &Reponses, depot: Jour, jour_de_l_age: Jour) {
        let Some(naissance) = reponses.naissance() else {
            return;
        };
        if naissance > depot {
            self.erreur(
                format!("reponses.{}", connus::DATE_NAISSANCE),
                format!(
                    "« {} » vient après le dépôt ; attendu : un jour passé",
                    date::ecrire(naissance)
                ),
            );
        } else if date::ajouter_mois(naissance, 130 * 12) < depot {
            self.erreur(
                format!("reponses.{}", connus::DATE_NAISSANCE),
                format!(
                    "« {} » donne plus de 130 ans ; attendu : une année plus récente",
                    date::ecrire(naissance)
                ),
            );
        } else if let (Some(tranche), Some(age)) =
            (reponses.tranche(), reponses.age_contredit(jour_de_l_age))
        {
            self.erreur(
                format!("reponses.{}", connus::TRANCHE_AGE),
                format!(
                    "« {tranche} » contredit {} ({age} ans) ; attendu : l'une ou l'autre",
                    connus::DATE_NAISSANCE
                ),
            );
        }
    }

    pub(super) fn jour_ou_nul(
        &mut self,
        champs: &Champs,
        prefixe: &str,
        nom: &str,
    ) -> Option<Jour> {
        match champ(champs, nom) {
            Some(Valeur::Nul) => None,
            _ => self.jour(champs, prefixe, nom),
        }
    }
}

fn scalaire(valeur: &Valeur) -> Option<Scalaire> {
    match valeur {
        Valeur::Booleen(b) => Some(Scalaire::Booleen(*b)),
        Valeur::Texte(t) => Some(Scalaire::Texte(t.clone())),
        autre => autre.entier().map(Scalaire::Nombre),
    }
}

fn options(question: &Question) -> String {
    let ids = question.options.iter().map(|o| o.id.to_string()).en_liste();
    ids.join(", ")
}

fn plusieurs(question: &Question, elements: &[Valeur]) -> Result<Reponse, String> {
    let mut choisies = Vec::new();
    let mut refusees = Vec::new();
    for (rang, element) in elements.iter().enumerate() {
        match element {
            Valeur::Texte(t) if question.option(&Scalaire::Texte(t.clone())).is_some() => {
                if !choisies.iter().any(|choisie| *choisie == **t) {
                    choisies.push(t.to_string());
                }
            }
            autre => refusees.push(format!("{autre} (élément {rang})")),
        }
    }
    match refusees.is_empty() {
        true => Ok(Reponse::Plusieurs(choisies)),
        false => Err(format!(
            "{} ne convient pas ; attendu : {}",
            refusees.join(", "),
            options(question)
        )),
    }
}

fn tranche(catalogue: &Catalogue, valeur: &Valeur) -> Option<Tranche> {
    let Valeur::Texte(texte) = valeur else {
        return None;
    };
    let entier = |t: &str| {
        (!t.is_empty() && t.bytes().all(|o| o.is_ascii_digit())).then(|| t.parse().ok())?
    };
    let (min, max) = match texte.strip_suffix('+') {
        Some(min) => (entier(min)?, None),
        None => {
            let (min, max) = texte.split_once('-')?;
            (entier(min)?, Some(entier(max)?))
        }
    };
    let seuils = catalogue.seuils_d_age(&[]);
    let borne = |age: u32| age == 0 || seuils.contains(&age);
    let finit = |max: u32| max >= min && max.checked_add(1).is_some_and(borne);
    let valable = borne(min) && max.is_none_or(finit);
    valable.then_some(Tranche { min, max })
}

fn tranches_attendues(catalogue: &Catalogue) -> String {
    let tranches = Tranche::entre(&catalogue.seuils_d_age(&[]))
        .iter()
        .map(Tranche::to_string)
        .en_liste();
    format!("{} (ou plusieurs à la suite réunies)", tranches.join(", "))
}

impl Tranche {
    /// The brackets that thresholds cut: `[18, 31]` gives `0-17`, `18-30`, `31+`.
    pub fn entre(seuils: &[u32]) -> Vec<Tranche> {
        let debuts = std::iter::once(0).chain(seuils.iter().copied());
        let fins = seuils.iter().map(|s| Some(s - 1)).chain([None]);
        debuts
            .zip(fins)
            .map(|(min, max)| Tranche { min, max })
            .en_liste()
    }
}

fn code_postal(texte: &str) -> Result<CodePostal, String> {
    if texte == connus::ETRANGER {
        return Ok(CodePostal::Etranger);
    }
    let chiffres = texte.chars().filter(char::is_ascii_digit).count();
    match chiffres {
        5 if texte.len() == 5 => Ok(CodePostal::France(texte.into())),
        n if n == texte.chars().count() && n > 0 => {
            let pluriel = if n > 1 { "s" } else { "" };
            let que = if n < 5 { "n'a que" } else { "a" };
            Err(format!(
                "« {texte} » {que} {n} chiffre{pluriel} ; attendu : cinq, exemple : 59000"
            ))
        }
        _ => Err(format!(
            "{} n'est pas un code postal ; attendu : cinq chiffres sans espace, ou « etranger » ; exemple : 59000",
            Valeur::Texte(texte.into())
        )),
    }
}
