//! Periods: each in itself, and the acts of one aid against each other.

use super::{Lieu, Origines, Releve};
use crate::date::{Jour, ecrire};
use crate::reglement::{Catalogue, Periode, Reglement};

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
fn droite(periode: &Periode, lieu: &Lieu, releve: &mut Releve) -> bool {
    let avant = releve.nombre();
    if periode.au.is_some_and(|au| au < periode.du) {
        releve.noter(&lieu.champ("au"), "finit avant de commencer");
        return false;
    }
    for (champ, jour) in [
        ("certainDu", periode.certain_du),
        ("certainAu", periode.certain_au),
    ] {
        if jour.is_some_and(|jour| !periode.peut_couvrir(jour)) {
            releve.noter(&lieu.champ(champ), "hors de la période");
        }
    }
    if let (Some(du), Some(au)) = (periode.certain_du, periode.certain_au)
        && au < du
    {
        releve.noter(&lieu.champ("certainAu"), "vient avant « certainDu »");
    }
    releve.nombre() == avant
}

/// First day on which one act is in force for sure, and the other may be too: nothing says which
/// one applies, or the doubt about the other is never voiced.
fn conflit(a: &Periode, b: &Periode) -> Option<Jour> {
    let commun = |p: Bornes, q: Bornes| {
        let du = p.0.max(q.0);
        let au = [p.1, q.1].into_iter().flatten().min();
        au.is_none_or(|au| du <= au).then_some(du)
    };
    let possible = |p: &Periode| (p.du, p.au);
    let sure = |p: &Periode| (p.certain_du.unwrap_or(p.du), p.certain_au.or(p.au));
    let jours = [commun(sure(a), possible(b)), commun(possible(a), sure(b))];
    jours.into_iter().flatten().min()
}

/// First day, and last day if any, both included.
type Bornes = (Jour, Option<Jour>);
