//! A judgement told: names instead of numbers, with what was read for each.

use super::jugement::Jugement;
use super::{echeances, pieces};
use crate::bilan::{CarnetPossible, Decision, Etat, Motif};
use crate::demande::Faits;
use crate::en_liste::EnListe;
use crate::ensemble::Ensemble;
use crate::reglement::{Catalogue, Reference};

impl<'a> Jugement<'a> {
    /// The ids of these cautions: its règlement speaks first, then the others.
    pub fn nommer_les_reserves(&self, reserves: Ensemble) -> Vec<&'a str> {
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
    pub fn questions(catalogue: &'a Catalogue, questions: Ensemble) -> Vec<&'a str> {
        nommer(questions.iter(), |rang| &catalogue.questions[rang].id)
    }

    /// The rules of number that may apply, in words.
    pub fn carnets(&self) -> impl Iterator<Item = CarnetPossible<'a>> {
        let regles = self.comptes.iter();
        let regles = regles.map(|rang| &self.reglement.carnet[usize::from(rang)]);
        regles.map(|regle| CarnetPossible {
            nombre: regle.nombre,
            id: regle.id.as_deref(),
        })
    }

    /// The decision, without its perspectives, and without its reasons unless they are asked for.
    pub fn ecrire(&self, catalogue: &'a Catalogue, faits: &Faits, motifs: bool) -> Decision<'a> {
        let reglement = self.reglement;
        let titre = |rang: usize| &reglement.titres[rang].id;
        let fermeture = self.fermeture();
        Decision {
            dispositif: &self.dispositif.id,
            reglement: &reglement.id,
            verdict: self.verdict,
            carnet: self.carnet,
            carnets: self.carnets().en_liste(),
            titre: self.titre_retenu(),
            autres_titres: nommer(self.autres_titres.iter(), titre),
            refus: match fermeture {
                Some(refus) => vec![refus],
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
                None => echeances::dater(reglement, faits, self.refuse()),
            },
            a_partir_du: None,
            si_alors: Vec::new(),
            motifs: if motifs { self.motifs() } else { Vec::new() },
        }
    }

    /// What it rests on: grounds, refusals, number.
    fn motifs(&self) -> Vec<Motif<'a>> {
        let reglement = self.reglement;
        let motif = |id: &'a str, etat, lu: &'a Reference| Motif {
            id,
            etat,
            acte: reglement.acte_de(lu),
            article: &lu.article,
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
        titres.chain(refus).chain(compte).en_liste()
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

fn ids<'a>(raisons: Vec<(&'a str, &Reference)>) -> Vec<&'a str> {
    raisons.into_iter().map(|(id, _)| id).en_liste()
}

fn nommer<'a>(
    rangs: impl IntoIterator<Item = u8>,
    nom: impl Fn(usize) -> &'a String,
) -> Vec<&'a str> {
    let rangs = rangs.into_iter();
    rangs.map(|rang| nom(rang.into()).as_str()).en_liste()
}
