//! Periods: each in itself, and the acts of one aid against each other.

use super::{Lieu, Origines, Releve};
use crate::date::{Jour, ecrire};
use crate::reglement::{Catalogue, Reglement, Vigueur};

pub fn verifier(catalogue: &Catalogue, origines: &Origines, releve: &mut Releve) {
    let mut precedents: Vec<&Reglement> = Vec::new();
    for (reglement, lieu) in catalogue.reglements.iter().zip(&origines.reglements) {
        let lieu = lieu.champ("periode");
        if !droite(&reglement.periode, &lieu, releve) {
            continue;
        }
        for autre in &precedents {
            if autre.dispositif == reglement.dispositif {
                let conflit = conflit(&autre.periode, &reglement.periode);
                if let Some(jour) = conflit {
                    releve.noter(
                        &lieu,
                        format!(
                            "le {}, « {} » et « {} » sont ouverts ensemble, dont un sûrement",
                            ecrire(jour),
                            autre.id,
                            reglement.id
                        ),
                    );
                }
            }
        }
        precedents.push(reglement);
    }
}

/// The days of a period follow one another.
fn droite(vigueur: &Vigueur, lieu: &Lieu, releve: &mut Releve) -> bool {
    let avant = releve.nombre();
    if !releve.a_l_endroit(vigueur.possible(), &lieu.champ("au")) {
        return false;
    }
    for (champ, jour) in [
        ("certainDu", vigueur.certain_du),
        ("certainAu", vigueur.certain_au),
    ] {
        if jour.is_some_and(|jour| !vigueur.possible().contient(jour)) {
            releve.noter(&lieu.champ(champ), "hors de la période");
        }
    }
    if vigueur.certain_du.is_some() && vigueur.certain_au.is_some() && vigueur.sure().est_vide() {
        releve.noter(&lieu.champ("certainAu"), "vient avant « certainDu »");
    }
    releve.nombre() == avant
}

/// First day on which one act is in force for sure, and the other may be too: nothing says which
/// one applies, or the doubt about the other is never voiced.
fn conflit(a: &Vigueur, b: &Vigueur) -> Option<Jour> {
    let communes = [
        a.sure().commune(b.possible()),
        a.possible().commune(b.sure()),
    ];
    let jours = communes.into_iter().filter(|p| !p.est_vide());
    jours.filter_map(|p| p.bascules().next()).min()
}
