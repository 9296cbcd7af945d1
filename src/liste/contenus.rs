//! From the contents of columns without a header to the roles that they seem to have.

use super::cellule::Rangee;
use super::dates::{self, Forme};
use super::noms;
use super::resultat::{Niveau, Role};
use super::{niveau, postal};
use crate::en_liste::EnListe;

/// Rows among which the header is looked for.
pub const DEBUT: usize = 30;

/// The cells of one column, those that say something.
struct Colonne(Vec<String>);

impl Colonne {
    /// Three cells out of five.
    fn est_faite_de(&self, est: impl Fn(&str) -> bool) -> bool {
        let nombre = self.0.iter().filter(|cellule| est(cellule)).count();
        nombre > 0 && nombre * 5 >= self.0.len() * 3
    }

    /// Names differ from one pupil to the next, classes do not.
    fn varie(&self) -> bool {
        // Thirty cells at most.
        let nouvelle = |rang: &usize| !self.0[..*rang].contains(&self.0[*rang]);
        (0..self.0.len()).filter(nouvelle).count() * 2 > self.0.len()
    }
}

/// The roles, when something tells a pupil from another and something else says what to judge.
pub(super) fn proposer(debut: &[Rangee]) -> Option<Vec<Option<Role>>> {
    let largeur = debut.iter().take(DEBUT).map(|r| r.cellules.len()).max()?;
    let mut colonnes = (0..largeur).map(|_| Colonne(Vec::new())).en_liste();
    for rangee in debut.iter().take(DEBUT) {
        for (colonne, cellule) in colonnes.iter_mut().zip(&rangee.cellules) {
            let texte = cellule.apercu();
            if !texte.is_empty() {
                colonne.0.push(texte);
            }
        }
    }
    let mut roles = vec![None; largeur];
    let mut prendre = |role: Role, est: &dyn Fn(&Colonne) -> bool| {
        let libre = |rang: &usize| roles[*rang].is_none() && est(&colonnes[*rang]);
        let trouve = (0..largeur).find(libre);
        if let Some(rang) = trouve {
            roles[rang] = Some(role);
        }
        trouve.is_some()
    };
    let date = prendre(Role::DateNaissance, &|c| c.est_faite_de(est_une_date));
    let code = prendre(Role::CodePostal, &|c| c.est_faite_de(est_un_code_postal));
    let mef = prendre(Role::Mef, &|c| {
        c.est_faite_de(|texte| niveau::du_mef(texte).is_ok())
    });
    prendre(Role::Formation, &|c| c.est_faite_de(est_un_libelle));
    let complet = prendre(Role::NomComplet, &|c| {
        c.est_faite_de(noms::semble_complet) && c.varie()
    });
    let nomme = complet || {
        let nom = prendre(Role::Nom, &|c| {
            c.est_faite_de(noms::semble_un_nom) && c.varie()
        }) || prendre(Role::Nom, &|c| {
            c.est_faite_de(noms::semble_un_prenom) && c.varie()
        });
        nom && prendre(Role::Prenom, &|c| {
            c.varie()
                && (c.est_faite_de(noms::semble_un_prenom) || c.est_faite_de(noms::semble_un_nom))
        })
    };
    prendre(Role::Classe, &|c| c.est_faite_de(est_une_classe));
    (nomme && (date || code || mef)).then_some(roles)
}

fn est_une_date(texte: &str) -> bool {
    // A number alone may be anything; a date that does not exist is still one that somebody wrote.
    texte.contains(['/', '-', '.', ' ']) && !matches!(dates::forme(texte), Forme::Refus(_))
}

fn est_un_code_postal(texte: &str) -> bool {
    matches!(postal::lire(texte), Ok((_, None))) && texte.starts_with(|c: char| c.is_ascii_digit())
}

fn est_un_libelle(texte: &str) -> bool {
    let lu = niveau::du_libelle(texte);
    matches!(lu, Ok(Niveau::TerminaleBacPro | Niveau::DerniereAnneeCap)) && texte.len() > 5
}

fn est_une_classe(texte: &str) -> bool {
    let lettres = texte.chars().filter(|c| c.is_alphabetic());
    let connus = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    (2..=15).contains(&texte.chars().count())
        && texte.chars().all(connus)
        && lettres.clone().count() > 0
        && lettres.into_iter().all(char::is_uppercase)
}
