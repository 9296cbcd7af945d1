//! Which pupils are shown, and in which order.

use super::avis::Sort;
use super::eleve::Eleve;
use crate::en_liste::EnListe;
use crate::liste::cle_de_tri;
use std::borrow::Cow;

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

/// What the table can be sorted by.
pub fn colonnes(voies: usize) -> Vec<Colonne> {
    let debut = [
        Colonne::Nom,
        Colonne::Prenom,
        Colonne::Naissance,
        Colonne::Formation,
    ];
    let voies = (0..voies).map(Colonne::Voie);
    debut
        .into_iter()
        .chain(voies)
        .chain([Colonne::APartirDu, Colonne::Ligne])
        .en_liste()
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
    fn cle(self, eleve: &Eleve) -> (bool, Cow<'_, str>) {
        let avis = eleve.avis.as_ref();
        if self == Colonne::Nom {
            let nom = eleve.cle_du_nom();
            return (nom.is_empty(), nom.into());
        }
        let dit = match self {
            Colonne::Nom => String::new(),
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
            Colonne::Ligne => match eleve.ligne {
                Some(ligne) => format!("{:08} {ligne:08}", eleve.liste),
                None => format!("typed {:08}", eleve.id),
            },
        };
        (dit.is_empty(), dit.into())
    }
}

/// The pupils shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filtre {
    Tous,
    ACorriger,
    /// Those whose name another bears.
    EnDouble,
    Voie(usize, Sort),
}

impl Filtre {
    /// Its name in the page.
    pub fn nom(self) -> String {
        match self {
            Filtre::Tous => "tous".into(),
            Filtre::ACorriger => "a-corriger".into(),
            Filtre::EnDouble => "en-double".into(),
            Filtre::Voie(rang, sort) => format!("{rang} {}", sort.nom()),
        }
    }

    /// The one of that name.
    pub fn lire(nom: &str) -> Option<Filtre> {
        match nom {
            "tous" => Some(Filtre::Tous),
            "a-corriger" => Some(Filtre::ACorriger),
            "en-double" => Some(Filtre::EnDouble),
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
            Filtre::EnDouble => eleve.double.is_some(),
            Filtre::Voie(rang, sort) => eleve
                .avis
                .as_ref()
                .and_then(|avis| avis.voies.get(rang))
                .is_some_and(|voie| voie.sort == sort),
        }
    }
}

/// The ranks of the pupils shown, in the order of the list; the one who is kept back is, whatever the filter says.
pub fn gardes(
    eleves: &[Eleve],
    filtre: Filtre,
    recherche: &str,
    retenu: Option<u32>,
) -> Vec<usize> {
    let cherche = cle_de_tri(recherche);
    let trouve = |eleve: &Eleve| cherche.is_empty() || eleve.cle().contains(&cherche);
    let garde = |eleve: &Eleve| filtre.garde(eleve) && trouve(eleve) || Some(eleve.id) == retenu;
    let eleves = eleves.iter().enumerate();
    eleves
        .filter(|(_, eleve)| garde(eleve))
        .map(|(rang, _)| rang)
        .en_liste()
}

/// These pupils, in the order of a column.
pub fn rangs(
    eleves: &[Eleve],
    gardes: &[usize],
    (colonne, descendant): (Colonne, bool),
) -> Vec<usize> {
    let cles = gardes
        .iter()
        .map(|rang| (colonne.cle(&eleves[*rang]), *rang));
    let mut cles = cles.en_liste();
    cles.sort_by(|((vide, cle), rang), ((autre_vide, autre_cle), autre)| {
        let sens = cle.cmp(autre_cle);
        let sens = if descendant { sens.reverse() } else { sens };
        let nom = eleves[*rang].cle().cmp(eleves[*autre].cle());
        let alors = nom.then(rang.cmp(autre));
        vide.cmp(autre_vide).then(sens).then(alors)
    });
    cles.into_iter().map(|(_, rang)| rang).en_liste()
}
