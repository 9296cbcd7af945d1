//! Reads the papers that a person says they hold.

use super::lecture::Lecteur;
use super::{Annee, PieceTenue};
use crate::en_liste::EnListe;
use crate::valeur::{Champs, Valeur, champ};

pub(super) const CHAMPS_DE_PIECE: [&str; 7] = [
    "id",
    "nature",
    "date",
    "finValidite",
    "delivrance",
    "annee",
    "signataire",
];

impl Lecteur<'_> {
    pub(super) fn pieces(&mut self, champs: &Champs) -> Vec<PieceTenue> {
        let Some(valeur) = champ(champs, "pieces").filter(|v| **v != Valeur::Nul) else {
            return Vec::new();
        };
        let Valeur::Liste(elements) = valeur else {
            self.erreur(
                "pieces",
                format!("{valeur} ne convient pas ; attendu : une liste"),
            );
            return Vec::new();
        };
        let mut lues: Vec<PieceTenue> = Vec::new();
        for (rang, element) in elements.iter().enumerate() {
            let Some(piece) = self.piece(rang, element) else {
                continue;
            };
            if lues.iter().any(|p| p.id == piece.id) {
                self.erreur(
                    format!("pieces[{rang}].id"),
                    format!(
                        "« {} » est donné deux fois ; attendu : une seule fois",
                        piece.id
                    ),
                );
            }
            lues.push(piece);
        }
        lues
    }

    fn piece(&mut self, rang: usize, valeur: &Valeur) -> Option<PieceTenue> {
        let prefixe = format!("pieces[{rang}].");
        let Some(champs) = valeur.champs() else {
            self.erreur(
                format!("pieces[{rang}]"),
                format!("{valeur} ne convient pas ; attendu : un objet"),
            );
            return None;
        };
        self.champs_connus(&prefixe, champs, &CHAMPS_DE_PIECE);
        let id = match champ(champs, "id") {
            Some(Valeur::Texte(id)) if self.catalogue.piece(id).is_some() => id.to_string(),
            autre => {
                let recu = autre.map_or("absent".to_string(), |v| format!("{v} n'est pas connu"));
                let connues = self
                    .catalogue
                    .pieces
                    .iter()
                    .map(|p| p.id.as_str())
                    .en_liste();
                self.erreur(
                    format!("{prefixe}id"),
                    format!("{recu} ; attendu : {}", connues.join(", ")),
                );
                return None;
            }
        };
        let connue = self.catalogue.piece(&id);
        let natures = connue.map(|p| p.natures.clone()).unwrap_or_default();
        let signataires = connue.map(|p| p.signataires.clone()).unwrap_or_default();
        let date = match champ(champs, "date") {
            None => None,
            Some(Valeur::Nul) => Some(None),
            Some(_) => self.jour(champs, &prefixe, "date").map(Some),
        };
        Some(PieceTenue {
            nature: self.parmi(champs, &prefixe, "nature", &natures),
            date,
            fin_validite: self.jour_ou_nul(champs, &prefixe, "finValidite"),
            delivrance: self.jour_ou_nul(champs, &prefixe, "delivrance"),
            annee: self.annee(champs, &prefixe),
            signataire: self.parmi(champs, &prefixe, "signataire", &signataires),
            id,
        })
    }

    fn texte(&mut self, champs: &Champs, prefixe: &str, nom: &str) -> Option<String> {
        match champ(champs, nom)? {
            Valeur::Nul => None,
            Valeur::Texte(t) => Some(t.to_string()),
            autre => {
                self.erreur(
                    format!("{prefixe}{nom}"),
                    format!("{autre} ne convient pas ; attendu : un texte"),
                );
                None
            }
        }
    }

    /// A text of a list; a list that holds `autre` leaves every other text to the act.
    fn parmi(
        &mut self,
        champs: &Champs,
        prefixe: &str,
        nom: &str,
        connus: &[String],
    ) -> Option<String> {
        let texte = self.texte(champs, prefixe, nom)?;
        let ouverte = connus.is_empty() || connus.iter().any(|c| c == "autre");
        if !ouverte && !connus.contains(&texte) {
            self.erreur(
                format!("{prefixe}{nom}"),
                format!(
                    "« {texte} » n'est pas connu ; attendu : {}",
                    connus.join(", ")
                ),
            );
        }
        Some(texte)
    }

    fn annee(&mut self, champs: &Champs, prefixe: &str) -> Option<Annee> {
        let valeur = champ(champs, "annee").filter(|v| **v != Valeur::Nul)?;
        let lue = match valeur {
            Valeur::Texte(t) => annee_ecrite(t),
            _ => None,
        };
        if lue.is_none() {
            self.erreur(
                format!("{prefixe}annee"),
                format!("{valeur} n'est pas une année de formation ; attendu : AAAA-AAAA, ou AAAA pour une année civile ; exemple : 2023-2024"),
            );
        }
        lue
    }
}

/// `2023-2024`, whose years follow, or `2024` alone.
fn annee_ecrite(texte: &str) -> Option<Annee> {
    let annee = |t: &str| {
        let chiffres = t.len() == 4 && t.bytes().all(|o| o.is_ascii_digit());
        chiffres.then(|| t.parse::<i32>().ok())?
    };
    match texte.split_once('-') {
        None => annee(texte).filter(|a| *a > 0).map(Annee::Civile),
        Some((debut, fin)) => {
            let (debut, fin) = (annee(debut)?, annee(fin)?);
            // There was no year 0.
            (debut > 0 && fin == debut + 1).then_some(Annee::Formation(debut))
        }
    }
}
