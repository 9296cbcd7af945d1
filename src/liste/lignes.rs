//! From the rows under the header to what is kept of each pupil, and the lines that are no pupil.

use super::cellule::{Cellule, Rangee};
use super::colonnes::{self, Colonnes};
use super::dates::{self, Forme};
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
    /// Lines under the header say a class too: it is that of the pupils below.
    pub par_classe: bool,
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
        let mut classe = None;
        for (rang, rangee) in debut.iter().cloned().chain(suite).enumerate() {
            lignes.vides(&rangee);
            if let Some(dite) = classe_d_un_titre(colonnes, &rangee) {
                classe = Some(dite);
                lignes.par_classe = true;
                lignes.ignorer(rangee.ligne, Raison::EnTeteRepetee);
                continue;
            }
            match trier(colonnes, &rangee, rang == 0, large) {
                Ok(mut brut) => {
                    if classe.is_some() {
                        brut.champs[Role::Classe as usize].clone_from(&classe);
                    }
                    lignes.bruts.push(brut);
                }
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
    // Under the dates, a total may write how many there are.
    let datee = brut.dit(Role::DateNaissance).map(dates::forme);
    let sans_date = datee.is_none_or(|forme| matches!(forme, Forme::Refus(_)));
    let mut dites = rangee.cellules.iter().filter(|c| !c.est_vide());
    let compte = dites.next().map(|cellule| plier(&cellule.apercu()));
    let seul = dites.next().is_none();
    if sans_date && compte.is_some_and(|compte| est_un_total(&compte, seul)) {
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
    let minuscules = texte.to_lowercase();
    ["jj", "dd", "aaaa", "yyyy"]
        .iter()
        .any(|forme| minuscules.contains(forme))
}

/// « 10 élèves », « Total : 24 », « Effectif », and « 24 » when the line says nothing else.
fn est_un_total(plie: &str, seul: bool) -> bool {
    let mut mots = plie.split(' ');
    let premier = mots.next().unwrap_or_default();
    let est_un_nombre =
        |mot: &str| !mot.is_empty() && mot.bytes().all(|octet| octet.is_ascii_digit());
    let compte = est_un_nombre(premier);
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
        _ if compte => comptes.contains(&quoi) || quoi.is_empty() && seul,
        "total" | "totaux" | "effectif" | "effectifs" | "moyenne" => true,
        "sous" => quoi == "total",
        "nombre" => {
            quoi.starts_with("d'eleve")
                || matches!(quoi, "total" | "de" | "d'inscrits")
                || est_un_nombre(quoi)
        }
        "nb" => comptes.contains(&quoi) || est_un_nombre(quoi),
        "soit" => est_un_nombre(quoi),
        _ => false,
    }
}

/// The class that a line above the header says: « Classe : TCOM1 ».
pub(super) fn classe_du_preambule(preambule: &[Rangee]) -> Option<String> {
    preambule.iter().find_map(|rangee| {
        let textes = rangee.cellules.iter().map(|cellule| cellule.apercu());
        classe_dite(&textes.filter(|texte| !texte.is_empty()).en_liste())
    })
}

/// The class that a line between pupils says, where a list goes from one class to the next: « Classe : TMEI », alone.
fn classe_d_un_titre(colonnes: &Colonnes, rangee: &Rangee) -> Option<String> {
    if colonnes.a(Role::Classe) {
        return None;
    }
    let mut dites = rangee.cellules.iter().filter(|c| !c.est_vide());
    let premiere = dites.next()?.apercu();
    let suivante = dites.next().map(|cellule| cellule.apercu());
    let (avant, apres) = autour_de_classe(&premiere)?;
    let titre = avant.is_empty() && apres.trim_start().starts_with(':') && dites.next().is_none();
    let textes = [Some(premiere), suivante].into_iter().flatten().en_liste();
    classe_dite(&textes).filter(|_| titre)
}

/// The class that one of these cells says, alone or before another.
fn classe_dite(textes: &[String]) -> Option<String> {
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
        est_une_classe(valeur).then(|| valeur.to_string())
    })
}

/// « TCOM1 », but neither « 2023-2024 » nor « au 2 octobre ».
fn est_une_classe(valeur: &str) -> bool {
    let jour = ["au ", "du ", "le ", "en ", "pour "];
    let annee = |mot: &str| mot.len() == 4 && mot.starts_with("20") && mot.parse::<u32>().is_ok();
    let mut mots = valeur.split(|c: char| !c.is_alphanumeric());
    !valeur.is_empty()
        && valeur.chars().count() <= 20
        && !jour.iter().any(|debut| valeur.starts_with(debut))
        && !mots.any(annee)
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
            ("Sous-total", true),
            ("Effectif", true),
            ("Nombre d'élèves : 12", true),
            ("Nombre : 24", true),
            ("Nb élèves : 24", true),
            ("Soit 24 élèves", true),
            ("10", false),
            ("TOTALIN", false),
            ("Soit", false),
            ("MARTIN Léa", false),
            ("", false),
        ] {
            assert_eq!(est_un_total(&plier(texte), false), attendu, "{texte}");
        }
        assert!(est_un_total("24", true), "alone on its line");
        assert!(!est_un_total("", true));
    }

    #[test]
    fn la_classe_se_lit_au_dessus_du_tableau() {
        for (cellules, attendu) in [
            (vec!["Classe : TCOM1"], Some("TCOM1")),
            (vec!["Classe", "T CGEA"], Some("T CGEA")),
            (vec!["", "Classe :", "", "TCOM1"], Some("TCOM1")),
            (vec!["Liste des élèves de la classe de TMEI"], Some("TMEI")),
            (vec!["Classement des élèves"], None),
            (vec!["Liste de classe 2023-2024"], None),
            (vec!["Classe : 2023/2024"], None),
            (vec!["Effectifs par classe au 02/10/2023"], None),
            (vec!["Classe : 301"], Some("301")),
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
