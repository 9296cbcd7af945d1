//! From the first rows of a list to the role of each column.

use super::cellule::Rangee;
use super::contenus::{self, DEBUT};
use super::entete::{self, Titre};
use super::resultat::Role;
use super::texte::plier;
use super::{Entete, Lecture};
use crate::en_liste::EnListe;

/// What each column is.
#[derive(Clone, Debug, Default)]
pub(super) struct Colonnes {
    pub entetes: Vec<String>,
    pub roles: Vec<Option<Role>>,
    /// Rank of the header among the first rows; nothing when the roles come from the contents.
    pub rang: Option<usize>,
    /// The roles come from the contents, and nobody confirmed them.
    pub proposees: bool,
    /// Headers of a role that a column before has already.
    pub en_double: Vec<String>,
}

impl Colonnes {
    /// The column of a role.
    pub fn de(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|autre| *autre == Some(role))
    }

    pub fn a(&self, role: Role) -> bool {
        self.de(role).is_some()
    }

    /// As many columns as the widest row has, and nothing known of them.
    fn sans_role(debut: &[Rangee]) -> Self {
        let nombre = debut.iter().map(|rangee| rangee.cellules.len()).max();
        let nombre = nombre.unwrap_or(0);
        Colonnes {
            entetes: vec![String::new(); nombre],
            roles: vec![None; nombre],
            ..Colonnes::default()
        }
    }

    /// How many columns have a role.
    pub fn nombre(&self) -> usize {
        self.roles.iter().flatten().count()
    }

    /// Roles that somebody chose on screen, by column.
    pub fn imposer(&mut self, roles: &[Option<Role>]) {
        for (rang, role) in self.roles.iter_mut().enumerate() {
            let voulu = roles.get(rang).copied().flatten();
            let libre = !roles[..rang.min(roles.len())].contains(&voulu);
            *role = voulu.filter(|_| libre);
        }
        self.en_double.clear();
        self.proposees = false;
    }
}

/// The columns of a list, as somebody says or as they are recognised; nothing when none is known, unless somebody
/// chose how to read: there are columns then, to be given their roles.
pub(super) fn trouver(debut: &[Rangee], lecture: &Lecture) -> Option<Colonnes> {
    let trouvees = match lecture.entete {
        None => depuis_l_en_tete(debut).or_else(|| depuis_les_contenus(debut)),
        Some(Entete::Aucun) => depuis_les_contenus(debut),
        Some(Entete::Ligne(ligne)) => {
            let rang = debut.iter().position(|rangee| rangee.ligne == ligne);
            rang.map(|rang| sous_cette_ligne(debut, rang))
        }
    };
    let choisie = *lecture != Lecture::default();
    trouvees.or_else(|| choisie.then(|| Colonnes::sans_role(debut)))
}

/// The header is this row. When it says nothing that is known, the rows under it may.
fn sous_cette_ligne(debut: &[Rangee], rang: usize) -> Colonnes {
    let rangee = &debut[rang];
    let lue = lire_une_rangee(rangee, dessus(debut, rang));
    let mut colonnes = lue.unwrap_or_else(|| Colonnes {
        entetes: entetes(rangee),
        ..depuis_les_contenus(&debut[rang + 1..]).unwrap_or_default()
    });
    let nombre = colonnes.entetes.len().max(colonnes.roles.len());
    colonnes.entetes.resize(nombre, String::new());
    colonnes.roles.resize(nombre, None);
    colonnes.rang = Some(rang);
    colonnes
}

fn entetes(rangee: &Rangee) -> Vec<String> {
    let cellules = rangee.cellules.iter();
    cellules.map(|c| c.apercu().to_string()).en_liste()
}

/// The header is the first row with two known roles, one of them a name or a birth date.
pub(super) fn depuis_l_en_tete(debut: &[Rangee]) -> Option<Colonnes> {
    let mut rangs = debut.iter().take(DEBUT).enumerate();
    rangs.find_map(|(rang, rangee)| {
        let mut colonnes = lire_une_rangee(rangee, dessus(debut, rang))?;
        colonnes.rang = Some(rang);
        Some(colonnes)
    })
}

/// The row above, which may gather columns: « Élève » over some, « Responsable » over others.
fn dessus<'d, 'a>(debut: &'d [Rangee<'a>], rang: usize) -> Option<&'d Rangee<'a>> {
    debut.get(rang.checked_sub(1)?)
}

/// Of each column, whether the row above puts it under a guardian; none unless it says which are the pupil's.
fn sous_un_responsable(dessus: Option<&Rangee>, nombre: usize) -> Vec<bool> {
    let groupes = dessus.map_or(&[][..], |rangee| &rangee.cellules);
    let groupes = groupes.iter().map(|cellule| plier(&cellule.apercu()));
    let groupes = groupes.en_liste();
    let distingue = groupes.iter().any(|groupe| entete::est_de_l_eleve(groupe));
    let mut dessous = false;
    let colonnes = (0..nombre).map(|rang| {
        if let Some(groupe) = groupes.get(rang).filter(|groupe| !groupe.is_empty()) {
            dessous = distingue && entete::est_d_un_responsable(groupe);
        }
        dessous
    });
    colonnes.en_liste()
}

/// « Classe : | TCOM1 | Élèves : | 24 »: what each cell names stands beside it, not below.
fn dit_a_cote(rangee: &Rangee, titres: &[Option<Titre>]) -> bool {
    let mut nommees = (0..titres.len()).filter(|rang| titres[*rang].is_some());
    nommees.all(|rang| {
        let suivante = rangee.cellules.get(rang + 1);
        let valeur = suivante.is_some_and(|c| !c.est_vide()) && titres[rang + 1].is_none();
        valeur && rangee.cellules[rang].apercu().ends_with(':')
    })
}

/// What this row says of the columns, when it is a header.
fn lire_une_rangee(rangee: &Rangee, dessus: Option<&Rangee>) -> Option<Colonnes> {
    let du_responsable = sous_un_responsable(dessus, rangee.cellules.len());
    let titres = rangee.cellules.iter().zip(du_responsable);
    let titres = titres.map(|(cellule, du_responsable)| {
        let titre = entete::titre(&cellule.apercu())?;
        match (du_responsable, titre.role) {
            (false, _) => Some(titre),
            (true, Role::CodePostal | Role::CodePostalResponsable) => Some(Titre {
                role: Role::CodePostalResponsable,
                de_repli: false,
            }),
            (true, _) => None,
        }
    });
    let titres = titres.en_liste();
    if dit_a_cote(rangee, &titres) {
        return None;
    }
    let mut dits = titres.iter().flatten();
    let designe = dits.clone().any(|titre| titre.role.designe());
    let premier = dits.next()?;
    let plusieurs = dits.any(|titre| titre.role != premier.role);
    if !designe || !plusieurs {
        return None;
    }
    // Only what is a header is copied.
    let dit_mieux = |role| {
        titres
            .iter()
            .flatten()
            .any(|t| t.role == role && !t.de_repli)
    };
    let mut colonnes = Colonnes::default();
    for (cellule, titre) in rangee.cellules.iter().zip(&titres) {
        let role = titre
            .filter(|t| !t.de_repli || !dit_mieux(t.role))
            .map(|t| t.role);
        let libre = role.filter(|role| !colonnes.a(*role));
        let entete = cellule.apercu().to_string();
        // The guardians are several in every export: a second one is nothing to tell.
        if role.is_some_and(|role| libre.is_none() && role != Role::CodePostalResponsable) {
            colonnes.en_double.push(entete.clone());
        }
        colonnes.roles.push(libre);
        colonnes.entetes.push(entete);
    }
    Some(colonnes.sans_prenom_a_part())
}

impl Colonnes {
    /// « Nom » alone, without a column of first names, holds both. A column of both that stands beside the
    /// two others is not needed.
    fn sans_prenom_a_part(mut self) -> Self {
        let (nom, prenom) = (self.de(Role::Nom), self.de(Role::Prenom));
        if let (Some(nom), None, None) = (nom, prenom, self.de(Role::NomComplet)) {
            self.roles[nom] = Some(Role::NomComplet);
        }
        if let (Some(_), Some(_), Some(complet)) = (nom, prenom, self.de(Role::NomComplet)) {
            self.roles[complet] = None;
        }
        self
    }
}

/// A row that says again what the columns are.
pub(super) fn est_un_en_tete(colonnes: &Colonnes, rangee: &Rangee) -> bool {
    // Most rows are pupils: one cell is enough to see it.
    let premiere = colonnes
        .roles
        .iter()
        .position(|role| role.is_some_and(Role::designe));
    let cellule = premiere.and_then(|rang| rangee.cellules.get(rang));
    let titre = cellule.and_then(|cellule| entete::titre(&cellule.apercu()));
    titre.is_some() && lire_une_rangee(rangee, None).is_some()
}

/// Roles proposed from the contents, where there is no header.
pub(super) fn depuis_les_contenus(debut: &[Rangee]) -> Option<Colonnes> {
    let d_un_responsable = debut.iter().take(DEBUT).any(|rangee| {
        let cellules = rangee.cellules.iter().filter(|cellule| {
            let plie = plier(&cellule.apercu());
            plie.len() < 40 && entete::est_d_un_responsable(&plie)
        });
        cellules.count() >= 2
    });
    let roles = contenus::proposer(debut).filter(|_| !d_un_responsable)?;
    Some(Colonnes {
        entetes: vec![String::new(); roles.len()],
        roles,
        proposees: true,
        ..Colonnes::default()
    })
}
