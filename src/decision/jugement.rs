//! What is decided of one aid, in numbers; a [`Decision`] is how it is told.

use super::examen::examiner;
use super::versions::{self, Candidat};
use super::{echeances, pieces};
use crate::bilan::{CarnetPossible, Decision, Etat, Motif, Verdict};
use crate::demande::Faits;
use crate::ensemble::Ensemble;
use crate::reglement::{Catalogue, Dispositif, Reference, Reglement, connus};

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
    pub reserves: Ensemble,
    pub bloquantes: Ensemble,
    pub manque: Ensemble,
    pub precisions: Ensemble,
    pub pieces: Ensemble,
}

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
    let jugements = candidats.iter().map(juger_selon).collect();
    Some(versions::accorder(&candidats, jugements, faits))
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
            reserves: vide,
            bloquantes: vide,
            manque: vide,
            precisions: vide,
            pieces: vide,
        }
    }

    /// The aid is not open on that day: nothing else is said.
    fn ferme(dispositif: &'a Dispositif, reglement: &'a Reglement, verdict: Verdict) -> Self {
        Jugement {
            carnet: Some(0),
            ..Self::vierge(dispositif, reglement, verdict)
        }
    }

    /// The refusal of an aid that is not open on that day.
    fn fermeture(&self) -> Option<&'static str> {
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

    /// The ids of these cautions: its règlement speaks first, then the others.
    pub fn nommer_les_reserves(&self, reserves: Ensemble) -> Vec<String> {
        let siennes = self.reglement.voix.iter().copied();
        let siennes = siennes.filter(|rang| reserves.contient(*rang));
        let autres = reserves.sans(self.reglement.voix.iter().copied().collect());
        let mut rangs: Vec<u8> = Vec::new();
        for rang in siennes.chain(autres.iter()) {
            if !rangs.contains(&rang) {
                rangs.push(rang);
            }
        }
        nommer(rangs, |rang| &self.dispositif.reserves[rang])
    }

    /// The ids of these questions.
    pub fn questions(catalogue: &Catalogue, questions: Ensemble) -> Vec<String> {
        nommer(questions.iter(), |rang| &catalogue.questions[rang].id)
    }

    /// The rules of number that may apply, in words.
    pub fn carnets(&self) -> impl Iterator<Item = CarnetPossible> {
        let regles = self.comptes.iter();
        let regles = regles.map(|rang| &self.reglement.carnet[usize::from(rang)]);
        regles.map(|regle| CarnetPossible {
            nombre: regle.nombre,
            id: regle.id.clone(),
        })
    }

    /// The decision, without its perspectives, and without its reasons unless they are asked for.
    pub fn ecrire(&self, catalogue: &Catalogue, faits: &Faits, motifs: bool) -> Decision {
        let reglement = self.reglement;
        let titre = |rang: usize| &reglement.titres[rang].id;
        let fermeture = self.fermeture();
        Decision {
            dispositif: self.dispositif.id.clone(),
            reglement: reglement.id.clone(),
            verdict: self.verdict,
            carnet: self.carnet,
            carnets: self.carnets().collect(),
            titre: self.titre_retenu().map(Into::into),
            autres_titres: nommer(self.autres_titres.iter(), titre),
            refus: match fermeture {
                Some(refus) => vec![refus.into()],
                None => ids(self.raisons(self.refus)),
            },
            suspendus: ids(self.raisons(self.suspendus)),
            reserves: self.nommer_les_reserves(self.reserves),
            bloquantes: self.nommer_les_reserves(self.bloquantes),
            manque: Self::questions(catalogue, self.manque),
            precisions: Self::questions(catalogue, self.precisions),
            pieces: pieces::apporter(self, faits),
            echeances: match fermeture {
                Some(_) => Vec::new(),
                None => echeances::dater(reglement, faits),
            },
            a_partir_du: None,
            si_alors: Vec::new(),
            motifs: if motifs { self.motifs() } else { Vec::new() },
        }
    }

    /// What it rests on: grounds, refusals, number.
    fn motifs(&self) -> Vec<Motif> {
        let reglement = self.reglement;
        let motif = |id: &str, etat, lu: &Reference| Motif {
            id: id.into(),
            etat,
            acte: reglement.acte_de(lu).into(),
            article: lu.article.clone(),
        };
        if let Some(refus) = self.fermeture() {
            return vec![motif(refus, Etat::Oui, &reglement.periode.article)];
        }
        let titres = self.titres_dits.iter().map(|rang| {
            let titre = &reglement.titres[usize::from(rang)];
            let etat = match (
                self.titres_oui.contient(rang),
                self.titres_inconnus.contient(rang),
            ) {
                (true, _) => Etat::Oui,
                (_, true) => Etat::Inconnu,
                _ => Etat::Non,
            };
            motif(&titre.id, etat, &titre.article)
        });
        let refus = self.raisons(self.refus);
        let refus = refus.into_iter().map(|(id, lu)| motif(id, Etat::Oui, lu));
        let compte = self.compte.map(|rang| &reglement.carnet[usize::from(rang)]);
        let compte = compte.map(|regle| motif("carnet", Etat::Oui, &regle.article));
        titres.chain(refus).chain(compte).collect()
    }

    /// These reasons, each once, with the place where it was first read.
    fn raisons(&self, places: Ensemble) -> Vec<(&'a str, &'a Reference)> {
        let mut dites: Vec<(&str, &Reference)> = Vec::new();
        if places.est_vide() {
            return dites;
        }
        for (place, raison) in (0..).zip(self.reglement.raisons()) {
            if places.contient(place) && !dites.iter().any(|(id, _)| *id == raison.0) {
                dites.push(raison);
            }
        }
        dites
    }
}

fn ids(raisons: Vec<(&str, &Reference)>) -> Vec<String> {
    raisons.into_iter().map(|(id, _)| id.into()).collect()
}

fn nommer<'a>(
    rangs: impl IntoIterator<Item = u8>,
    nom: impl Fn(usize) -> &'a String,
) -> Vec<String> {
    let rangs = rangs.into_iter();
    rangs.map(|rang| nom(rang.into()).clone()).collect()
}
