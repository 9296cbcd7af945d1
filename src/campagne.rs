//! What the campaign says today: stock, early closing, opening, portal and phone, as dated data.
//!
//! The law says who qualifies; this small file, beside the page, says what a public body has announced
//! since. It never turns a refusal into a yes.

use crate::adresse::Adresse;
use crate::date::{Jour, Periode};
use crate::reglement::{Catalogue, jour, jour_facultatif};
use crate::valeur::{self, Faute, Fautes, Valeur};
use serde::Deserialize;

/// The announcements in force, and the day they were last checked.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Campagne {
    /// Day the file was last checked, told to people.
    #[serde(deserialize_with = "jour")]
    pub maj_le: Jour,
    pub annonces: Vec<Annonce>,
}

/// One announcement for one dispositif.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Annonce {
    pub dispositif: String,
    /// What changed; absent when only the portal or the phone did.
    #[serde(default)]
    pub etat: Option<EtatDeCampagne>,
    /// First day it holds (for `ouverture`, the day of opening: not open yet before).
    #[serde(deserialize_with = "jour")]
    pub du: Jour,
    /// Last day it holds, included.
    #[serde(default, deserialize_with = "jour_facultatif")]
    pub au: Option<Jour>,
    /// Address of the portal from then on.
    #[serde(default)]
    pub portail: Option<String>,
    /// Phone number to call from then on, as printed.
    #[serde(default)]
    pub telephone: Option<String>,
}

impl Annonce {
    /// Days on which it holds.
    pub fn periode(&self) -> Periode {
        Periode::entre(self.du, self.au)
    }
}

/// What was announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EtatDeCampagne {
    /// No booklet is left.
    StockEpuise,
    /// Closed before the day the act set.
    Close,
    /// Opens on `du`, not before.
    Ouverture,
}

impl Campagne {
    /// Reads a campaign file.
    ///
    /// # Errors
    /// Every fault with its path, a dispositif that the catalogue does not know included.
    pub fn charger(catalogue: &Catalogue, valeur: &Valeur, fichier: &str) -> Result<Self, Fautes> {
        let campagne: Campagne = valeur::lire(valeur, fichier)?;
        let mut fautes = Vec::new();
        for (rang, annonce) in campagne.annonces.iter().enumerate() {
            let mut noter = |champ: &str, message: String| {
                fautes.push(Faute {
                    fichier: fichier.into(),
                    chemin: format!("$.annonces[{rang}]{champ}"),
                    message,
                });
            };
            let connus = &catalogue.dispositifs;
            let portail = annonce.portail.as_deref().map(Adresse::publique);
            if let Some(Err(message)) = portail {
                noter(".portail", message);
            }
            if !connus.iter().any(|d| d.id == annonce.dispositif) {
                noter(
                    ".dispositif",
                    format!("« {} » n'existe pas", annonce.dispositif),
                );
            }
            if annonce.etat.is_none() && annonce.portail.is_none() && annonce.telephone.is_none() {
                noter(
                    "",
                    "n'annonce rien ; attendu : etat, portail ou telephone".into(),
                );
            }
            if annonce.periode().est_vide() {
                noter(".au", "finit avant de commencer".into());
            }
        }
        Fautes::aucune(fautes)?;
        Ok(campagne)
    }

    /// The announcements that hold for a deposit on that day, the last written first.
    pub fn en_cours<'a>(
        &'a self,
        dispositif: &'a str,
        depot: Jour,
    ) -> impl Iterator<Item = &'a Annonce> {
        let annonces = self.annonces.iter().rev();
        annonces.filter(move |annonce| {
            annonce.dispositif == dispositif && annonce.periode().contient(depot)
        })
    }

    /// Why nobody can deposit on that day, if so: an opening to come says so until its day, and what was
    /// written before it no longer stops anything from then on.
    pub fn arret<'a>(&'a self, dispositif: &'a str, depot: Jour) -> Option<&'a Annonce> {
        let ouverture = |a: &Annonce| a.etat == Some(EtatDeCampagne::Ouverture);
        let derniere = self.en_cours(dispositif, depot).find(|a| a.etat.is_some());
        if derniere.is_some_and(ouverture) {
            return None;
        }
        let annonces = self.annonces.iter().filter(|a| a.dispositif == dispositif);
        let a_venir = annonces.filter(|a| ouverture(a) && depot < a.du);
        a_venir.min_by_key(|a| a.du).or(derniere)
    }
}
