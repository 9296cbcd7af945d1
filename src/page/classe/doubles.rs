//! Pupils who bear the same name: the same one twice, or two of that name. They are told, never made one.

use super::eleve::{Double, Eleve};
use crate::en_liste::EnListe;

/// Says of each pupil whether another bears the same name.
pub fn marquer(eleves: &mut [Eleve]) {
    let mut rangs = (0..eleves.len()).en_liste();
    rangs.sort_by(|un, autre| cle(&eleves[*un]).cmp(&cle(&eleves[*autre])));
    let groupes = rangs.chunk_by(|un, autre| eleves[*un].cle() == eleves[*autre].cle());
    let mut doubles = vec![None; eleves.len()];
    for groupe in groupes.filter(|groupe| groupe.len() > 1) {
        for rang in groupe
            .iter()
            .filter(|rang| !eleves[**rang].cle().is_empty())
        {
            let le_meme =
                |autre: &usize| autre != rang && est_le_meme(&eleves[*rang], &eleves[*autre]);
            doubles[*rang] = Some(match groupe.iter().any(le_meme) {
                true => Double::MemeEleve,
                false => Double::MemeNom,
            });
        }
    }
    for (eleve, double) in eleves.iter_mut().zip(doubles) {
        eleve.double = double;
    }
}

fn cle(eleve: &Eleve) -> (&str, u32) {
    (eleve.cle(), eleve.id)
}

fn est_le_meme(un: &Eleve, autre: &Eleve) -> bool {
    un.naissance.is_some() && un.naissance == autre.naissance
}

/// The others of the same name, in their order.
pub fn autres<'a>(eleves: &'a [Eleve], eleve: &'a Eleve) -> impl Iterator<Item = &'a Eleve> {
    let autres = eleves.iter();
    autres.filter(|autre| autre.id != eleve.id && autre.cle() == eleve.cle())
}

/// How many would go with [`retirer`].
pub fn de_trop(eleves: &[Eleve]) -> usize {
    suivants(eleves).len()
}

/// Leaves the first of each pupil written twice.
pub fn retirer(eleves: &mut Vec<Eleve>) {
    let de_trop = suivants(eleves);
    eleves.retain(|eleve| !de_trop.contains(&eleve.id));
    marquer(eleves);
}

/// Those who come after the same pupil, by their id.
fn suivants(eleves: &[Eleve]) -> Vec<u32> {
    let mut memes = eleves.iter().en_liste();
    memes.retain(|eleve| eleve.double == Some(Double::MemeEleve));
    memes.sort_by(|un, autre| {
        (cle(un).0, un.naissance, un.id).cmp(&(cle(autre).0, autre.naissance, autre.id))
    });
    let deux = memes.windows(2);
    let suivants =
        deux.filter(|deux| deux[0].cle() == deux[1].cle() && est_le_meme(deux[0], deux[1]));
    suivants.map(|deux| deux[1].id).en_liste()
}
