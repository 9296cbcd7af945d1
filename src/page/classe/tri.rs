//! Which pupils are shown, and in which order.

use super::avis::Sort;
use super::eleve::Eleve;
use crate::liste::cle_de_tri;

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colonne {
    Nom,
    Prenom,
    Naissance,
    Formation,
    /// A way, by its rank.
    Voie(usize),
    APartirDu,
    /// The order of the file.
    Ligne,
}

impl Colonne {
    /// Its name in the page.
    pub fn nom(self) -> String {
        match self {
            Colonne::Nom => "nom".into(),
            Colonne::Prenom => "prenom".into(),
            Colonne::Naissance => "naissance".into(),
            Colonne::Formation => "formation".into(),
            Colonne::Voie(rang) => format!("voie-{rang}"),
            Colonne::APartirDu => "a-partir-du".into(),
            Colonne::Ligne => "ligne".into(),
        }
    }

    /// The one of that name.
    pub fn lire(nom: &str) -> Option<Colonne> {
        use Colonne::*;
        if let Some(rang) = nom.strip_prefix("voie-") {
            return rang.parse().ok().map(Voie);
        }
        [Nom, Prenom, Naissance, Formation, APartirDu, Ligne]
            .into_iter()
            .find(|colonne| colonne.nom() == nom)
    }

    /// What is compared; what says nothing comes last, whichever way it is sorted.
    fn cle(self, eleve: &Eleve) -> (bool, String) {
        let avis = eleve.avis.as_ref();
        let dit = match self {
            Colonne::Nom => cle_de_tri(&eleve.nom),
            Colonne::Prenom => cle_de_tri(&eleve.prenom),
            Colonne::Naissance => eleve.naissance.map_or(String::new(), crate::date::ecrire),
            Colonne::Formation => format!("{:?} {}", eleve.niveau, cle_de_tri(&eleve.classe)),
            Colonne::Voie(rang) => avis
                .and_then(|avis| avis.voies.get(rang))
                .map_or(String::new(), |voie| (voie.sort as u8).to_string()),
            Colonne::APartirDu => avis
                .into_iter()
                .flat_map(|avis| &avis.voies)
                .filter_map(|voie| match voie.sort {
                    Sort::PeutDemander => Some("0".to_string()),
                    Sort::PlusTard => voie.a_partir_du.map(crate::date::ecrire),
                    _ => None,
                })
                .min()
                .unwrap_or_default(),
            Colonne::Ligne => format!("{:08}", eleve.ligne.unwrap_or(u32::MAX)),
        };
        (dit.is_empty(), dit)
    }
}

/// The pupils shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filtre {
    Tous,
    ACorriger,
    Voie(usize, Sort),
}

impl Filtre {
    /// Its name in the page.
    pub fn nom(self) -> String {
        match self {
            Filtre::Tous => "tous".into(),
            Filtre::ACorriger => "a-corriger".into(),
            Filtre::Voie(rang, sort) => format!("{rang} {}", sort.nom()),
        }
    }

    /// The one of that name.
    pub fn lire(nom: &str) -> Option<Filtre> {
        match nom {
            "tous" => Some(Filtre::Tous),
            "a-corriger" => Some(Filtre::ACorriger),
            voie => {
                let (rang, sort) = voie.split_once(' ')?;
                Some(Filtre::Voie(rang.parse().ok()?, Sort::lire(sort)?))
            }
        }
    }

    pub fn garde(self, eleve: &Eleve) -> bool {
        match self {
            Filtre::Tous => true,
            Filtre::ACorriger => eleve.faute().is_some(),
            Filtre::Voie(rang, sort) => eleve
                .avis
                .as_ref()
                .and_then(|avis| avis.voies.get(rang))
                .is_some_and(|voie| voie.sort == sort),
        }
    }
}

/// How many pupils are shown, whatever their order.
pub fn nombre(eleves: &[Eleve], filtre: Filtre, recherche: &str) -> usize {
    gardes(eleves, filtre, recherche).count()
}

fn gardes<'a>(
    eleves: &'a [Eleve],
    filtre: Filtre,
    recherche: &str,
) -> impl Iterator<Item = (usize, &'a Eleve)> + use<'a> {
    let cherche = cle_de_tri(recherche);
    let trouve = move |eleve: &Eleve| {
        cherche.is_empty() || cle_de_tri(&eleve.nom_complet()).contains(&cherche)
    };
    let eleves = eleves.iter().enumerate();
    eleves.filter(move |(_, eleve)| filtre.garde(eleve) && trouve(eleve))
}

/// The ranks of the pupils shown, in their order.
pub fn rangs(
    eleves: &[Eleve],
    filtre: Filtre,
    recherche: &str,
    (colonne, descendant): (Colonne, bool),
) -> Vec<usize> {
    let mut cles: Vec<_> = gardes(eleves, filtre, recherche)
        .map(|(rang, eleve)| {
            let ((vide, cle), nom) = (colonne.cle(eleve), cle_de_tri(&eleve.nom_complet()));
            (vide, cle, nom, rang)
        })
        .collect();
    cles.sort_by(|un, autre| {
        let sens = un.1.cmp(&autre.1);
        let sens = if descendant { sens.reverse() } else { sens };
        let alors = (&un.2, un.3).cmp(&(&autre.2, autre.3));
        un.0.cmp(&autre.0).then(sens).then(alors)
    });
    cles.into_iter().map(|(_, _, _, rang)| rang).collect()
}
