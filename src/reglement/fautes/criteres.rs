//! Criteria that name nothing, or hold a value that nothing can have.

use super::partages::{prefixes, valeur_possible};
use super::{AGE_MAX, Lieu, Releve};
use crate::en_liste::EnListe;
use crate::reglement::{Catalogue, Critere, Reglement, connus};

/// Where criteria stand, and what they may read there.
#[derive(Clone, Copy)]
pub struct Contexte<'a> {
    pub catalogue: &'a Catalogue,
    pub reglement: &'a Reglement,
}

/// Whether a ground is already retained where the criterion is looked at.
#[derive(Clone, Copy, PartialEq)]
pub enum TitreRetenu {
    Connu,
    PasEncore,
}

impl Contexte<'_> {
    /// Notes every fault of a criterion; true when there is none.
    pub fn sain(
        &self,
        critere: &Critere,
        titre: TitreRetenu,
        lieu: &Lieu,
        releve: &mut Releve,
    ) -> bool {
        let avant = releve.nombre();
        self.verifier(critere, titre, lieu, releve);
        releve.nombre() == avant
    }

    fn verifier(&self, critere: &Critere, titre: TitreRetenu, lieu: &Lieu, releve: &mut Releve) {
        match critere {
            Critere::Age(tranche) => {
                let lieu = lieu.champ("age");
                match (tranche.min, tranche.max) {
                    (None, None) => releve.noter(&lieu, "il manque « min » ou « max »"),
                    (Some(min), Some(max)) if min > max => releve.noter(
                        &lieu,
                        format!("de {min} à {max} ans : personne n'a cet âge"),
                    ),
                    _ => {}
                }
                for (champ, age) in [("min", tranche.min), ("max", tranche.max)] {
                    let lieu = lieu.champ(champ);
                    releve.au_plus(age.unwrap_or_default(), AGE_MAX, "ans", &lieu);
                }
                self.question(connus::DATE_NAISSANCE, &lieu, releve);
            }
            Critere::Situation(id) => {
                let lieu = lieu.champ("situation");
                let situations = self.catalogue.question(connus::SITUATIONS);
                let options = situations.into_iter().flat_map(|q| &q.options);
                let connues = options.map(|o| o.id.to_string()).en_liste();
                releve.connu(&**id, "une situation", &connues, &lieu);
            }
            Critere::Reponse(attendue) => {
                let lieu = lieu.champ("reponse");
                let Some(question) = self.catalogue.question(&attendue.question) else {
                    return self.question(&attendue.question, &lieu.champ("question"), releve);
                };
                valeur_possible(question, &attendue.vaut, &lieu.champ("vaut"), releve);
            }
            Critere::Territoire(liste) => {
                prefixes(liste, lieu, "territoire", releve);
                let lieu = lieu.champ("territoire");
                if liste.is_empty() {
                    releve.noter(&lieu, "vide ; attendu : au moins un début de code postal");
                }
                self.question(connus::CODE_POSTAL, &lieu, releve);
                self.question(connus::CODE_POSTAL_CONFIRME, &lieu, releve);
            }
            Critere::Depot(periode) => {
                let lieu = lieu.champ("depot");
                if periode.bascules().next().is_none() {
                    releve.noter(&lieu, "il manque « du » ou « au »");
                }
                releve.a_l_endroit(*periode, &lieu);
            }
            Critere::Titre(id) => {
                let lieu = lieu.champ("titre");
                let ids = self.reglement.titres.iter().map(|t| &t.id);
                releve.connu(&**id, "un titre de ce règlement", ids, &lieu);
                if titre == TitreRetenu::PasEncore {
                    releve.noter(
                        &lieu,
                        "aucun titre n'est encore retenu ici ; à dire dans « pieces » ou « reserves »",
                    );
                }
            }
            Critere::Tous(liste) => self.liste(liste, titre, lieu, "tous", releve),
            Critere::Un(liste) => {
                if liste.is_empty() {
                    releve.noter(&lieu.champ("un"), "vide : n'est jamais vrai");
                }
                self.liste(liste, titre, lieu, "un", releve);
            }
            Critere::Sauf(c) => self.verifier(c, titre, &lieu.champ("sauf"), releve),
        }
    }

    fn liste(
        &self,
        liste: &[Critere],
        titre: TitreRetenu,
        lieu: &Lieu,
        champ: &str,
        releve: &mut Releve,
    ) {
        for (rang, critere) in liste.iter().enumerate() {
            self.verifier(critere, titre, &lieu.element(champ, rang), releve);
        }
    }

    /// The question that the criterion is answered by exists.
    fn question(&self, id: &str, lieu: &Lieu, releve: &mut Releve) {
        let ids = self.catalogue.questions.iter().map(|q| &q.id);
        releve.connu(&id.to_string(), "une question", ids, lieu);
    }
}
