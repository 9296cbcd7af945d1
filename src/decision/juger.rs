//! One aid, judged: by the act of the day, or by all those that may apply.

use super::examen::examiner;
use super::jugement::Jugement;
use super::versions::{self, Candidat};
use crate::demande::Faits;
use crate::en_liste::EnListe;
use crate::reglement::{Catalogue, Dispositif};

/// Judges one aid; `None` when it has no règlement.
pub fn juger<'a>(
    catalogue: &'a Catalogue,
    dispositif: &'a Dispositif,
    faits: &Faits,
) -> Option<Jugement<'a>> {
    let versions = &catalogue.reglements[dispositif.versions.clone()];
    let juger_selon = |candidat: &Candidat<'a>| match candidat {
        Candidat::EnVigueur(reglement) => examiner(catalogue, dispositif, reglement, faits),
        Candidat::Ferme(reglement, verdict) => Jugement::ferme(dispositif, reglement, *verdict),
    };
    if let Some(seul) = versions::sans_doute(versions, faits) {
        return Some(juger_selon(&seul));
    }
    let candidats = versions::candidats(versions, faits)?;
    let jugements = candidats.iter().map(juger_selon).en_liste();
    Some(versions::accorder(&candidats, jugements, faits))
}
