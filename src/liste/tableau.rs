//! From rows, whatever held them, to a Liste.

use super::Options;
use super::cellule::Rangee;
use super::colonnes::{self, Colonnes};
use super::contenus::DEBUT;
use super::eleves::Contexte;
use super::lignes::{self, Brut, Lignes};
use super::remarques::{self, Refus};
use super::resultat::{Colonne, Liste, Role};
use super::texte::plier;
use crate::en_liste::EnListe;

/// Reads rows whose header, if there is one, is among the first.
///
/// # Errors
/// No column is known, or there are too many pupils.
pub(super) fn lire<'a>(
    rangees: &mut dyn Iterator<Item = Rangee<'a>>,
    large: bool,
    options: &Options,
) -> Result<Liste, Refus> {
    let debut = (0..DEBUT).map_while(|_| rangees.next()).en_liste();
    let trouvees = colonnes::trouver(&debut, &options.lecture);
    let colonnes = trouvees.ok_or_else(|| match debut.iter().all(Rangee::est_vide) {
        true => Refus::Vide,
        false => Refus::AucuneColonne,
    })?;
    assembler(colonnes, &debut, rangees, large, options)
}

/// Reads rows whose columns are known.
///
/// # Errors
/// There are too many pupils.
pub(super) fn assembler<'a>(
    mut colonnes: Colonnes,
    debut: &[Rangee<'a>],
    suite: &mut dyn Iterator<Item = Rangee<'a>>,
    large: bool,
    options: &Options,
) -> Result<Liste, Refus> {
    if let Some(roles) = &options.roles {
        colonnes.imposer(roles);
    }
    let lignes = Lignes::lire(&colonnes, debut, suite, large)?;
    let mut liste = match lignes.bruts.is_empty() {
        true if colonnes.nombre() == 0 => Refus::AucuneColonne.into(),
        true => Refus::SansEleve.into(),
        false => Liste::default(),
    };
    let mut contexte = Contexte::nouveau(&colonnes, options.depot, &lignes.bruts);
    let en_tete = colonnes.rang.and_then(|rang| debut.get(rang));
    if colonnes.proposees && !lignes.bruts.is_empty() {
        liste
            .avertissements
            .push(remarques::roles_a_confirmer(colonnes.rang.is_some()));
    }
    liste.avertissements.extend(
        colonnes
            .en_double
            .iter()
            .map(|entete| remarques::role_en_double(entete)),
    );
    if let Some(rang) = colonnes.rang.filter(|_| !colonnes.a(Role::Classe)) {
        contexte.classe = lignes::classe_du_preambule(&debut[..rang]);
        let classe = contexte.classe.as_deref();
        liste.avertissements.extend(match lignes.par_classe {
            true => Some(remarques::plusieurs_classes()),
            false => classe.map(remarques::classe_du_preambule),
        });
    }
    contexte.voeux = dit_des_voeux(&colonnes);
    if contexte.voeux {
        liste.avertissements.push(remarques::voeux());
    }
    liste.avertissements.extend(lignes.remarques());
    liste.ligne_entete = en_tete.map(|rangee| rangee.ligne);
    liste.lignes = lignes
        .bruts
        .iter()
        .map(|brut| contexte.eleve(brut))
        .en_liste();
    liste.colonnes = publier(&colonnes, &lignes.bruts);
    liste.ignorees = lignes.ignorees;
    Ok(liste)
}

/// Affelnet says the trainings that pupils wish for, and no birth date.
fn dit_des_voeux(colonnes: &Colonnes) -> bool {
    let dit = |mot: &str| {
        colonnes
            .entetes
            .iter()
            .any(|entete| plier(entete).contains(mot))
    };
    let formation = colonnes.a(Role::Mef) || colonnes.a(Role::Formation);
    formation && (dit("voeu") || !colonnes.a(Role::DateNaissance) && dit("libelle formation"))
}

/// The columns as a screen shows them: three values of those that have a role, none of the others.
fn publier(colonnes: &Colonnes, bruts: &[Brut]) -> Vec<Colonne> {
    let entetes = colonnes.entetes.iter().zip(&colonnes.roles);
    entetes
        .map(|(entete, role)| {
            let exemples = role
                .iter()
                .flat_map(|role| bruts.iter().filter_map(|brut| brut.dit(*role)));
            Colonne {
                entete: entete.clone(),
                role: *role,
                exemples: exemples.take(3).map(String::from).en_liste(),
            }
        })
        .en_liste()
}
