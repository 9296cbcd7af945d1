//! What is decided of one aid, in numbers; a [`Decision`](crate::bilan::Decision) is how it is told (`ecriture`).

use crate::bilan::Verdict;
use crate::ensemble::Ensemble;
use crate::reglement::{Dispositif, Reglement, connus};

/// What is decided of one aid. Grounds, papers, rules of number and reasons are those of its règlement, in
/// the order of the act; cautions are those of its dispositif.
#[derive(Clone, Debug)]
pub struct Jugement<'a> {
    pub dispositif: &'a Dispositif,
    pub reglement: &'a Reglement,
    pub verdict: Verdict,
    pub carnet: Option<u32>,
    /// Rules of number that may apply.
    pub comptes: Ensemble,
    /// The one that does, or the first of those that agree.
    pub compte: Option<u8>,
    pub titre: Option<u8>,
    pub autres_titres: Ensemble,
    pub titres_oui: Ensemble,
    pub titres_inconnus: Ensemble,
    /// The grounds that a reason is given of, met or not.
    pub titres_dits: Ensemble,
    pub refus: Ensemble,
    pub suspendus: Ensemble,
    /// Where nothing refuses, and the answer is not sure for all that.
    pub douteux: Ensemble,
    pub reserves: Ensemble,
    pub bloquantes: Ensemble,
    pub manque: Ensemble,
    pub precisions: Ensemble,
    pub pieces: Ensemble,
}

impl<'a> Jugement<'a> {
    /// Nothing is said but this verdict.
    pub fn vierge(dispositif: &'a Dispositif, reglement: &'a Reglement, verdict: Verdict) -> Self {
        let vide = Ensemble::default();
        Jugement {
            dispositif,
            reglement,
            verdict,
            carnet: None,
            comptes: vide,
            compte: None,
            titre: None,
            autres_titres: vide,
            titres_oui: vide,
            titres_inconnus: vide,
            titres_dits: vide,
            refus: vide,
            suspendus: vide,
            douteux: vide,
            reserves: vide,
            bloquantes: vide,
            manque: vide,
            precisions: vide,
            pieces: vide,
        }
    }

    /// The aid is not open on that day: nothing else is said.
    pub fn ferme(dispositif: &'a Dispositif, reglement: &'a Reglement, verdict: Verdict) -> Self {
        Jugement {
            carnet: Some(0),
            ..Self::vierge(dispositif, reglement, verdict)
        }
    }

    /// The refusal of an aid that is not open on that day.
    pub fn fermeture(&self) -> Option<&'static str> {
        match self.verdict {
            Verdict::PasOuvert => Some(connus::PAS_OUVERT),
            Verdict::Clos => Some(connus::CLOS),
            _ => None,
        }
    }

    /// Something refuses for sure.
    pub fn refuse(&self) -> bool {
        self.fermeture().is_some() || !self.refus.est_vide()
    }

    /// Nothing refuses, and no reading keeps from saying yes: only answers may be missing.
    pub fn sans_obstacle(&self) -> bool {
        !self.refuse() && self.suspendus.est_vide() && self.bloquantes.est_vide()
    }

    /// The right is sure.
    pub fn eligible(&self) -> bool {
        self.verdict == Verdict::Eligible
    }

    /// Notes cautions; those that block stay so.
    pub fn prevenir(&mut self, reserves: Ensemble, bloquantes: bool) {
        self.reserves.joindre(reserves);
        if bloquantes {
            self.bloquantes.joindre(reserves);
        }
    }

    /// The id of the ground retained.
    pub fn titre_retenu(&self) -> Option<&'a str> {
        let rang = usize::from(self.titre?);
        Some(&self.reglement.titres[rang].id)
    }
}
