//! What somebody asks for on these screens: by a button, a field, a file.

use super::source::Autrement;
use super::tri::{Colonne, Filtre};
use crate::liste::{Champ, Role};
use crate::page::Champs;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Geste {
    /// A file is being read by the browser.
    Attendre,
    /// Its bytes; the name of a file, none of what was pasted.
    Recevoir {
        octets: Vec<u8>,
        nom: Option<String>,
    },
    /// The browser could not give the file.
    Perdre,
    /// No list: the first pupil is typed.
    Taper,
    /// Another column has this role, or none.
    Lier {
        role: Role,
        colonne: Option<usize>,
    },
    /// Another encoding, separator or header.
    LireAutrement(Autrement),
    /// Another list beside those that are there.
    AjouterUneListe,
    NePasAjouter,
    /// The answer of all, or for one day.
    Dire {
        question: String,
        valeur: String,
    },
    Deposer(String),
    Voir,
    Changer,
    Trier(Colonne),
    Filtrer(Filtre),
    Chercher(String),
    Tourner {
        page: usize,
        d_en_bas: bool,
    },
    ToutAfficher(bool),
    Ouvrir(u32),
    Ajouter,
    Fermer,
    Enregistrer(Champs),
    Retirer(u32),
    RetirerLesDoubles,
    /// Takes what is proposed for one pupil, or for all those of a kind.
    Accepter {
        id: u32,
        champ: Champ,
    },
    AccepterTous(usize),
    Demander(Demande),
    Renoncer,
    Effacer,
    Imprimer,
    FinirDImprimer,
    Arreter,
    Reprendre,
    /// A message was copied, or the text that the browser would not copy.
    Copier {
        id: u32,
        refuse: Option<String>,
    },
    /// The frame is too narrow for a table, or no longer.
    Retrecir(bool),
}

/// What is asked before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demande {
    Effacer,
    Imprimer,
    Relire,
}

impl Geste {
    /// What a button asks for, by its name and its target.
    pub fn lire(nom: &str, cible: &str) -> Option<Geste> {
        Some(match nom {
            "taper" => Geste::Taper,
            "voir" => Geste::Voir,
            "changer" => Geste::Changer,
            "trier" => Geste::Trier(Colonne::lire(cible)?),
            "filtrer" => Geste::Filtrer(Filtre::lire(cible)?),
            "tourner" | "tourner-en-bas" => Geste::Tourner {
                page: cible.parse().ok()?,
                d_en_bas: nom != "tourner",
            },
            "tout-afficher" => Geste::ToutAfficher(true),
            "par-pages" => Geste::ToutAfficher(false),
            "ouvrir" => Geste::Ouvrir(cible.parse().ok()?),
            "ajouter" => Geste::Ajouter,
            "fermer" => Geste::Fermer,
            "retirer" => Geste::Retirer(cible.parse().ok()?),
            "retirer-les-doubles" => Geste::RetirerLesDoubles,
            "ajouter-une-liste" => Geste::AjouterUneListe,
            "ne-pas-ajouter" => Geste::NePasAjouter,
            "accepter" => {
                let (id, champ) = cible.split_once(' ')?;
                let (id, champ) = (id.parse().ok()?, champ_de_nom(champ)?);
                Geste::Accepter { id, champ }
            }
            "accepter-tous" => Geste::AccepterTous(cible.parse().ok()?),
            "demander-effacer" => Geste::Demander(Demande::Effacer),
            "demander-imprimer" => Geste::Demander(Demande::Imprimer),
            "demander-relire" => Geste::Demander(Demande::Relire),
            "renoncer" => Geste::Renoncer,
            "effacer" => Geste::Effacer,
            "imprimer" => Geste::Imprimer,
            "arreter" => Geste::Arreter,
            "reprendre" => Geste::Reprendre,
            _ => return None,
        })
    }

    /// What a field asks for when it changes, by its name and its value.
    pub fn du_champ(nom: &str, valeur: &str) -> Option<Geste> {
        if let Some(role) = nom.strip_prefix("role-") {
            let (role, colonne) = (Role::de_nom(role)?, valeur.parse().ok());
            return Some(Geste::Lier { role, colonne });
        }
        if let Some(quoi) = nom.strip_prefix("lecture-") {
            return Some(Geste::LireAutrement(Autrement::lire(quoi, valeur)?));
        }
        if let Some(question) = nom.strip_prefix("commune-") {
            let (question, valeur) = (question.into(), valeur.into());
            return Some(Geste::Dire { question, valeur });
        }
        match nom {
            "depot" => Some(Geste::Deposer(valeur.into())),
            "trier-par" => Some(Geste::Trier(Colonne::lire(valeur)?)),
            _ => None,
        }
    }
}

/// The fields that the page names, each once.
pub const CHAMPS: [(Champ, &str); 6] = [
    (Champ::Nom, "nom"),
    (Champ::Prenom, "prenom"),
    (Champ::DateNaissance, "naissance"),
    (Champ::Niveau, "niveau"),
    (Champ::Classe, "classe"),
    (Champ::CodePostal, "code-postal"),
];

pub fn nom_du_champ(champ: Champ) -> &'static str {
    let trouve = CHAMPS.iter().find(|(autre, _)| *autre == champ);
    trouve.map_or("", |(_, nom)| nom)
}

fn champ_de_nom(nom: &str) -> Option<Champ> {
    let trouve = CHAMPS.iter().find(|(_, autre)| *autre == nom);
    trouve.map(|(champ, _)| *champ)
}

/// The answer that a form says for a question, `None` when it is that of all.
pub fn propre(valeur: &str) -> Option<crate::demande::Reponse> {
    (!valeur.is_empty()).then(|| super::demande::reponse(valeur))
}

#[cfg(test)]
mod tests {
    use super::super::avis::Sort;
    use super::*;
    use crate::liste::Entete;

    #[test]
    fn un_bouton_dit_ce_qu_il_demande() {
        for (nom, cible, attendu) in [
            ("voir", "", Some(Geste::Voir)),
            ("ouvrir", "12", Some(Geste::Ouvrir(12))),
            ("ouvrir", "Léa", None),
            ("trier", "naissance", Some(Geste::Trier(Colonne::Naissance))),
            (
                "tourner",
                "2",
                Some(Geste::Tourner {
                    page: 2,
                    d_en_bas: false,
                }),
            ),
            (
                "accepter",
                "3 code-postal",
                Some(Geste::Accepter {
                    id: 3,
                    champ: Champ::CodePostal,
                }),
            ),
            (
                "filtrer",
                "0 plus-tard",
                Some(Geste::Filtrer(Filtre::Voie(0, Sort::PlusTard))),
            ),
            ("autre", "", None),
        ] {
            assert_eq!(Geste::lire(nom, cible), attendu, "{nom} {cible}");
        }
        let liee = Geste::Lier {
            role: Role::Nom,
            colonne: Some(2),
        };
        assert_eq!(Geste::du_champ("role-nom", "2"), Some(liee));
        assert_eq!(Geste::du_champ("autre", "2"), None);
        for (nom, valeur, attendu) in [
            (
                "lecture-separateur",
                "\t",
                Some(Autrement::Separateur(Some('\t'))),
            ),
            ("lecture-separateur", "|", None),
            ("lecture-encodage", "", Some(Autrement::Encodage(None))),
            ("lecture-encodage", "klingon", None),
            (
                "lecture-entete",
                "6",
                Some(Autrement::Entete(Some(Entete::Ligne(6)))),
            ),
            (
                "lecture-entete",
                "aucun",
                Some(Autrement::Entete(Some(Entete::Aucun))),
            ),
        ] {
            let attendu = attendu.map(Geste::LireAutrement);
            assert_eq!(Geste::du_champ(nom, valeur), attendu, "{nom} {valeur}");
        }
    }
}
