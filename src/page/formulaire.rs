//! From the fields of a question's form to an answer, or to the error a person reads.

mod jour;

use crate::date::{self, Jour};
use crate::demande::{Reponse, lire_reponse};
use crate::en_liste::EnListe;
pub use crate::reglement::NE_SAIT_PAS;
pub use crate::reglement::connus::ETRANGER;
use crate::reglement::{Catalogue, Genre, Question};
use crate::valeur::Valeur;
pub use jour::numero_du_mois;

/// Names and values of the fields sent, in the order of the page.
pub type Champs = Vec<(String, String)>;

/// Name of the field of a choice; a single text has the same name.
pub const REPONSE: &str = "reponse";
/// Name of the boxes that answer instead of the main field.
pub const PLUTOT: &str = "plutot";
/// Value of one of those boxes, beside `NE_SAIT_PAS` and `ETRANGER`.
pub const AUCUNE: &str = "aucune";

/// Why a form was refused: the id of the error's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refus(pub &'static str);

/// Reads the form of one question.
///
/// # Errors
/// The first thing to mend; nothing typed is lost, the caller keeps the fields.
pub fn lire(
    catalogue: &Catalogue,
    question: &Question,
    champs: &Champs,
    depot: Jour,
) -> Result<Reponse, Refus> {
    let plutot: Vec<&str> = valeurs(champs, PLUTOT);
    match question.genre {
        Genre::OuiNon | Genre::Choix | Genre::TrancheAge => choix(catalogue, question, champs),
        Genre::Plusieurs => situations(catalogue, question, champs, &plutot),
        Genre::CodePostal => code_postal(catalogue, question, champs, &plutot),
        Genre::Date => date(champs, &plutot, depot),
    }
}

fn valeurs<'a>(champs: &'a Champs, nom: &str) -> Vec<&'a str> {
    champs
        .iter()
        .filter(|(n, _)| n == nom)
        .map(|(_, v)| v.as_str())
        .en_liste()
}

fn texte<'a>(champs: &'a Champs, nom: &str) -> &'a str {
    valeurs(champs, nom)
        .first()
        .copied()
        .unwrap_or_default()
        .trim()
}

fn choix(catalogue: &Catalogue, question: &Question, champs: &Champs) -> Result<Reponse, Refus> {
    // As sent: an option may begin or end with a space.
    let choisi = valeurs(champs, REPONSE).first().copied();
    let choisi = choisi.ok_or(Refus("choix"))?;
    let valeur = match (question.genre, choisi) {
        (_, NE_SAIT_PAS) => Valeur::Nul,
        (Genre::OuiNon, "true") => Valeur::Booleen(true),
        (Genre::OuiNon, "false") => Valeur::Booleen(false),
        (Genre::Choix, ecrite) => {
            let option = question.option_ecrite(ecrite).ok_or(Refus("choix"))?;
            return Ok(Reponse::Valeur(option.id.clone()));
        }
        (_, id) => Valeur::Texte(id.into()),
    };
    lire_reponse(catalogue, question, &valeur).map_err(|_| Refus("choix"))
}

fn situations(
    catalogue: &Catalogue,
    question: &Question,
    champs: &Champs,
    plutot: &[&str],
) -> Result<Reponse, Refus> {
    let cochees = valeurs(champs, REPONSE);
    match (cochees.is_empty(), plutot) {
        (true, []) => Err(Refus("situations")),
        (true, [AUCUNE]) => Ok(Reponse::Plusieurs(Vec::new())),
        (true, [NE_SAIT_PAS]) => Ok(Reponse::NeSaitPas),
        (false, []) => {
            let liste = cochees
                .iter()
                .map(|c| Valeur::Texte((*c).into()))
                .en_liste();
            lire_reponse(catalogue, question, &Valeur::Liste(liste))
                .map_err(|_| Refus("situations"))
        }
        _ => Err(Refus("situations-contraire")),
    }
}

fn code_postal(
    catalogue: &Catalogue,
    question: &Question,
    champs: &Champs,
    plutot: &[&str],
) -> Result<Reponse, Refus> {
    // People write « 59 000 »: the space is theirs to keep, not ours to refuse.
    let code: String = texte(champs, REPONSE)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let valeur = match (code.as_str(), plutot) {
        ("", []) => return Err(Refus("code-postal")),
        ("", [NE_SAIT_PAS]) => Valeur::Nul,
        ("", [ETRANGER]) => Valeur::Texte(ETRANGER.into()),
        (_, []) => Valeur::Texte(code.into()),
        _ => return Err(Refus("code-postal-deux")),
    };
    lire_reponse(catalogue, question, &valeur).map_err(|_| Refus("code-postal-chiffres"))
}

/// The day of a small form of three fields.
///
/// # Errors
/// What to mend.
pub fn jour(champs: &Champs) -> Result<Jour, Refus> {
    jour::lire(champs, "jour")
}

fn date(champs: &Champs, plutot: &[&str], depot: Jour) -> Result<Reponse, Refus> {
    let lue = match (jour::lire(champs, "date-naissance"), plutot) {
        (Err(Refus("date-naissance")), [NE_SAIT_PAS]) => return Ok(Reponse::NeSaitPas),
        (lue, _) => lue?,
    };
    if lue > depot {
        return Err(Refus("date-naissance-avenir"));
    }
    if date::ajouter_mois(lue, 130 * 12) < depot {
        return Err(Refus("date-naissance-ancienne"));
    }
    Ok(Reponse::Date(lue))
}

/// The fields that would give this answer, to show it again.
pub fn ecrire(reponse: &Reponse) -> Champs {
    let champ = |nom: &str, valeur: String| (nom.to_string(), valeur);
    match reponse {
        // Both names: a radio answers under one, a box beside a text under the other.
        Reponse::NeSaitPas => vec![
            champ(REPONSE, NE_SAIT_PAS.into()),
            champ(PLUTOT, NE_SAIT_PAS.into()),
        ],
        Reponse::Valeur(scalaire) => vec![champ(REPONSE, scalaire.to_string())],
        Reponse::Plusieurs(liste) if liste.is_empty() => vec![champ(PLUTOT, AUCUNE.into())],
        Reponse::Plusieurs(liste) => liste.iter().map(|s| champ(REPONSE, s.clone())).en_liste(),
        Reponse::Tranche(tranche) => vec![champ(REPONSE, tranche.to_string())],
        Reponse::CodePostal(crate::demande::CodePostal::Etranger) => {
            vec![champ(PLUTOT, ETRANGER.into())]
        }
        Reponse::CodePostal(crate::demande::CodePostal::France(code)) => {
            vec![champ(REPONSE, code.clone())]
        }
        Reponse::Date(jour) => {
            let texte = date::ecrire(*jour);
            let mut parties = texte.split('-').map(str::to_string);
            let (annee, mois, jour) = (parties.next(), parties.next(), parties.next());
            [("jour", jour), ("mois", mois), ("annee", annee)]
                .into_iter()
                .filter_map(|(nom, valeur)| Some(champ(nom, valeur?)))
                .en_liste()
        }
    }
}
