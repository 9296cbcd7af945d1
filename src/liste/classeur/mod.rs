//! Sheets, whatever the software that saved them, as rows of cells.

pub(super) mod ods;
pub(super) mod xlsx;

use super::remarques::{self, Refus};
use super::resultat::Liste;

/// The name of a sheet, and what was read in it.
type Lue = (String, Result<Liste, Refus>);

/// Of the sheets that people see, the first that has a header; else the first that could be read.
fn choisir(mut feuilles: impl Iterator<Item = Lue>, plusieurs: bool) -> Result<Liste, Refus> {
    let mut gardee: Option<Lue> = None;
    let mut meilleure = |lue: Lue| {
        let (_, resultat) = &lue;
        let bonne = resultat
            .as_ref()
            .is_ok_and(|liste| liste.ligne_entete.is_some());
        let mieux = gardee
            .as_ref()
            .is_none_or(|(_, autre)| autre.is_err() && resultat.is_ok());
        let trop = matches!(resultat, Err(Refus::TropDEleves));
        if bonne || mieux || trop {
            gardee = Some(lue);
        }
        bonne || trop
    };
    feuilles.any(&mut meilleure);
    let (nom, resultat) = gardee.ok_or(Refus::Vide)?;
    let mut liste = resultat?;
    liste.encodage = Some("zip+xml".into());
    if plusieurs {
        liste
            .avertissements
            .push(remarques::plusieurs_feuilles(&nom));
    }
    liste.feuille = Some(nom);
    Ok(liste)
}
