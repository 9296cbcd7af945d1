//! From the rows under the header to what is kept of each pupil, and the lines that are no pupil.

use super::cellule::{Cellule, Rangee};
use super::colonnes::{self, Colonnes};
use super::remarques::{self, ELEVES, IGNOREES, Refus};
use super::resultat::{LigneIgnoree, Raison, Remarque, Role};
use super::texte::{accents_abimes, accents_repares, nettoyer, plier};
use crate::en_liste::EnListe;

/// What a row says of a pupil, by role: nothing of the other columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Brut {
    pub ligne: u32,
    /// Nothing where the row has no such cell.
    pub champs: [Option<String>; Role::TOUS.len()],
    /// The name that an encoding broke, mended: a proposal.
    pub repares: [Option<Option<String>>; 3],
    pub trop_courte: bool,
    pub trop_longue: bool,
}

impl Brut {
    /// What the row says, when it says something.
    pub fn dit(&self, role: Role) -> Option<&str> {
        self.champs[role as usize]
            .as_deref()
            .filter(|texte| !texte.is_empty())
    }
}

/// The rows of a list, sorted.
#[derive(Debug, Default)]
pub(super) struct Lignes {
    pub bruts: Vec<Brut>,
    pub ignorees: Vec<LigneIgnoree>,
    non_dites: u64,
}

impl Lignes {
    /// Reads the rows, those of the start and those that follow.
    ///
    /// # Errors
    /// There are too many pupils.
    pub fn lire<'a>(
        colonnes: &Colonnes,
        debut: &[Rangee<'a>],
        suite: &mut dyn Iterator<Item = Rangee<'a>>,
        large: bool,
    ) -> Result<Lignes, Refus> {
        let mut lignes = Lignes::default();
        let sous_l_en_tete = colonnes.rang.map_or(0, |rang| rang + 1);
        let (dessus, debut) = debut.split_at(sous_l_en_tete.min(debut.len()));
        for (rang, rangee) in dessus.iter().enumerate() {
            lignes.vides(rangee);
            if Some(rang) == colonnes.rang {
                break;
            }
            let raison = match rangee.est_vide() {
                true => Raison::LigneVide,
                false => Raison::Preambule,
            };
            lignes.ignorer(rangee.ligne, raison);
        }
        for (rang, rangee) in debut.iter().cloned().chain(suite).enumerate() {
            lignes.vides(&rangee);
            match trier(colonnes, &rangee, rang == 0, large) {
                Ok(brut) => lignes.bruts.push(brut),
                Err(raison) => lignes.ignorer(rangee.ligne, raison),
            }
            if lignes.bruts.len() > ELEVES {
                return Err(Refus::TropDEleves);
            }
        }
        Ok(lignes)
    }

    fn vides(&mut self, rangee: &Rangee) {
        let nombre = rangee.vides_avant.min(rangee.ligne.saturating_sub(1));
        let place = IGNOREES.saturating_sub(self.ignorees.len());
        let dites = nombre.min(place.try_into().unwrap_or(u32::MAX));
        let premiere = rangee.ligne - nombre;
        for ligne in premiere..premiere + dites {
            self.ignorer(ligne, Raison::LigneVide);
        }
        self.non_dites += u64::from(nombre - dites);
    }

    fn ignorer(&mut self, ligne: u32, raison: Raison) {
        match self.ignorees.len() < IGNOREES {
            true => self.ignorees.push(LigneIgnoree { ligne, raison }),
            false => self.non_dites += 1,
        }
    }

    /// What is to be said of lines that are not told one by one, and of broken names.
    pub fn remarques(&self) -> Vec<Remarque> {
        let abimes = self
            .bruts
            .iter()
            .filter(|brut| brut.repares.iter().any(Option::is_some));
        let mut remarques = Vec::new();
        match abimes.count() {
            0 => {}
            nombre => remarques.push(remarques::accents_abimes(nombre)),
        }
        if self.non_dites > 0 {
            remarques.push(remarques::ignorees_non_dites(self.non_dites));
        }
        remarques
    }
}

/// What is kept of a row, or why it is no pupil.
fn trier(
    colonnes: &Colonnes,
    rangee: &Rangee,
    premiere: bool,
    large: bool,
) -> Result<Brut, Raison> {
    if rangee.est_vide() {
        return Err(Raison::LigneVide);
    }
    let brut = garder(colonnes, rangee, large);
    let sans_nom = [Role::Nom, Role::Prenom, Role::NomComplet]
        .iter()
        .all(|role| brut.dit(*role).is_none());
    let sans_date = brut.dit(Role::DateNaissance).is_none();
    let compte = rangee.cellules.iter().find(|cellule| !cellule.est_vide());
    if sans_date && compte.is_some_and(|cellule| est_un_total(&plier(&cellule.apercu()))) {
        return Err(Raison::Total);
    }
    if colonnes.rang.is_some() {
        // Software that prints writes the header again on each page.
        if colonnes::est_un_en_tete(colonnes, rangee) {
            return Err(match premiere {
                true => Raison::DeuxiemeLigneDEnTete,
                false => Raison::EnTeteRepetee,
            });
        }
        let muette = brut.champs.iter().flatten().all(String::is_empty);
        let forme = brut.dit(Role::DateNaissance).is_some_and(dit_une_forme);
        if premiere && (muette || forme) {
            return Err(Raison::DeuxiemeLigneDEnTete);
        }
    }
    if sans_nom {
        return Err(Raison::NiNomNiPrenom);
    }
    Ok(brut)
}

/// Takes out of a row the cells that have a role, and only these.
fn garder(colonnes: &Colonnes, rangee: &Rangee, large: bool) -> Brut {
    let mut brut = Brut {
        ligne: rangee.ligne,
        ..Brut::default()
    };
    let largeur = rangee.cellules.len();
    for (rang, role) in colonnes.roles.iter().enumerate() {
        let Some(role) = *role else { continue };
        let texte = rangee.cellules.get(rang).map(Cellule::texte);
        // A sheet does not write the empty cells at the end of a row.
        brut.trop_courte |= texte.is_none() && !large;
        if let Some(texte) = &texte
            && let Some(repare) = brut.repares.get_mut(role as usize)
            && accents_abimes(texte)
        {
            *repare = Some(accents_repares(texte));
        }
        let texte = texte.map(|texte| nettoyer(&texte));
        brut.champs[role as usize] = if large {
            Some(texte.unwrap_or_default())
        } else {
            texte
        };
    }
    let en_trop = rangee
        .cellules
        .get(colonnes.roles.len()..)
        .unwrap_or_default();
    brut.trop_longue = colonnes.rang.is_some()
        && largeur > colonnes.roles.len()
        && en_trop.iter().any(|cellule| !cellule.est_vide());
    brut
}

/// « (jj/mm/aaaa) »: how a date is written, not a date.
fn dit_une_forme(texte: &str) -> bool {
    let plie = plier(texte);
    ["jj", "dd", "aaaa", "yyyy", "date"]
        .iter()
        .any(|forme| plie.contains(forme))
        || (plie.is_empty() && !texte.is_empty())
}

/// « 10 élèves », « Total : 24 », « Effectif ».
fn est_un_total(plie: &str) -> bool {
    let mut mots = plie.split(' ');
    let premier = mots.next().unwrap_or_default();
    let compte = premier.bytes().all(|octet| octet.is_ascii_digit()) && !premier.is_empty();
    let quoi = mots.next().unwrap_or_default();
    let comptes = [
        "eleve",
        "eleves",
        "apprenant",
        "apprenants",
        "inscrits",
        "etudiants",
    ];
    match premier {
        _ if compte => comptes.contains(&quoi),
        "total" | "totaux" | "effectif" | "effectifs" | "moyenne" => true,
        "nombre" => {
            quoi.starts_with("d'eleve") || quoi == "total" || quoi == "de" || quoi == "d'inscrits"
        }
        _ => false,
    }
}

/// The class that a line above the header says: « Classe : TCOM1 ».
pub(super) fn classe_du_preambule(preambule: &[Rangee]) -> Option<String> {
    preambule.iter().find_map(|rangee| {
        let textes = rangee.cellules.iter().map(|cellule| cellule.apercu());
        let textes = textes.filter(|texte| !texte.is_empty()).en_liste();
        textes.iter().enumerate().find_map(|(rang, texte)| {
            let (avant, apres) = autour_de_classe(texte)?;
            let seul = avant.trim().is_empty() && apres.trim_matches([' ', ':']).is_empty();
            let valeur = if seul {
                textes.get(rang + 1)?.as_str()
            } else {
                apres
            };
            let valeur = valeur.trim_start_matches([' ', ':']);
            let valeur = valeur.strip_prefix("de ").unwrap_or(valeur).trim();
            (!valeur.is_empty() && valeur.chars().count() <= 20).then(|| valeur.to_string())
        })
    })
}

/// What stands before and after the word « classe ».
fn autour_de_classe(texte: &str) -> Option<(&str, &str)> {
    let (rang, mot) = ["division", "classe"].iter().find_map(|mot| {
        let rang = texte.to_ascii_lowercase().find(mot)?;
        Some((rang, mot.len()))
    })?;
    let (avant, reste) = texte.split_at_checked(rang)?;
    let apres = reste.get(mot..)?;
    let entier =
        !apres.starts_with(char::is_alphanumeric) && !avant.ends_with(char::is_alphanumeric);
    entier.then_some((avant, apres))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_total_se_distingue_d_un_eleve() {
        for (texte, attendu) in [
            ("10 élèves", true),
            ("Total : 24", true),
            ("Effectif", true),
            ("Nombre d'élèves : 12", true),
            ("10", false),
            ("TOTALIN", false),
            ("MARTIN Léa", false),
            ("", false),
        ] {
            assert_eq!(est_un_total(&plier(texte)), attendu, "{texte}");
        }
    }

    #[test]
    fn la_classe_se_lit_au_dessus_du_tableau() {
        for (cellules, attendu) in [
            (vec!["Classe : TCOM1"], Some("TCOM1")),
            (vec!["Classe", "T CGEA"], Some("T CGEA")),
            (vec!["", "Classe :", "", "TCOM1"], Some("TCOM1")),
            (vec!["Liste des élèves de la classe de TMEI"], Some("TMEI")),
            (vec!["Classement des élèves"], None),
            (vec!["Classe"], None),
            (vec!["Lycée inventé"], None),
        ] {
            let cellules = cellules.into_iter().map(Cellule::Texte).collect();
            let rangee = Rangee {
                ligne: 1,
                vides_avant: 0,
                cellules,
            };
            assert_eq!(classe_du_preambule(&[rangee]).as_deref(), attendu);
        }
    }
}
