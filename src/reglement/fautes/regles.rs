//! The rules of one règlement, in the order its file writes them.

use super::criteres::{Contexte, TitreRetenu};
use super::{EUROS_MAX, JOURS_MAX, Lieu, MOIS_MAX, NOMBRE_MAX, PASS_MAX, Releve, papiers};
use crate::en_liste::EnListe;
use crate::reglement::{
    Attenuation, Catalogue, Condition, Critere, Duree, Reglement, Sinon, Titre, connus,
};

pub fn verifier(catalogue: &Catalogue, reglement: &Reglement, lieu: &Lieu, releve: &mut Releve) {
    let examen = Examen {
        contexte: Contexte {
            catalogue,
            reglement,
        },
        lieu,
    };
    examen.en_tete(releve);
    examen.titres(releve);
    for (rang, condition) in reglement.conditions.iter().enumerate() {
        examen.condition(condition, &lieu.element("conditions", rang), releve);
    }
    for (rang, attenuation) in reglement.attenuations.iter().enumerate() {
        examen.attenuation(attenuation, &lieu.element("attenuations", rang), releve);
    }
    examen.carnet(releve);
    for (rang, demandee) in reglement.pieces.iter().enumerate() {
        let lieu = lieu.element("pieces", rang);
        releve.reference(&demandee.article, &lieu);
        examen.utile(&demandee.si, TitreRetenu::Connu, &lieu, releve);
        papiers::verifier(catalogue, reglement, demandee, &lieu, releve);
    }
    examen.echeances(releve);
    releve.ids(reglement.suites.iter().map(|s| &s.id), |r| {
        lieu.element("suites", r)
    });
    for (rang, suite) in reglement.suites.iter().enumerate() {
        releve.reference(&suite.article, &lieu.element("suites", rang));
    }
    releve.ids(reglement.demarches.iter().map(|d| &d.id), |r| {
        lieu.element("demarches", r)
    });
    for (rang, demarche) in reglement.demarches.iter().enumerate() {
        let lieu = lieu.element("demarches", rang);
        releve.reference(&demarche.article, &lieu);
        examen.utile(&demarche.si, TitreRetenu::Connu, &lieu, releve);
    }
    for (rang, reserve) in reglement.reserves.iter().enumerate() {
        let lieu = lieu.element("reserves", rang);
        releve.rempli(&reserve.id, &lieu.champ("id"));
        releve.reference(&reserve.article, &lieu);
        examen.utile(&reserve.si, TitreRetenu::Connu, &lieu, releve);
    }
}

struct Examen<'a> {
    contexte: Contexte<'a>,
    lieu: &'a Lieu<'a>,
}

impl<'a> Examen<'a> {
    fn en_tete(&self, releve: &mut Releve) {
        let (reglement, lieu) = (self.contexte.reglement, self.lieu);
        for (nombre, quoi) in [
            (reglement.titres.len(), "titres"),
            (reglement.raisons().count(), "conditions et délais en tout"),
            (reglement.carnet.len(), "règles de nombre"),
            (reglement.pieces.len(), "pièces"),
        ] {
            releve.au_plus(nombre, NOMBRE_MAX, quoi, lieu);
        }
        let dispositifs = self.contexte.catalogue.dispositifs.iter().map(|d| &d.id);
        releve.connu(
            &reglement.dispositif,
            "un dispositif",
            dispositifs,
            &lieu.champ("dispositif"),
        );
        releve.rempli(&reglement.acte.numero, &lieu.champ("acte").champ("numero"));
        let periode = lieu.champ("periode");
        releve.reference(&reglement.periode.article, &periode);
        match &reglement.periode.reserve {
            Some(reserve) => releve.rempli(reserve, &periode.champ("reserve")),
            // Even a sure act may open between the creation of a demande and its deposit.
            None => releve.noter(
                &periode,
                "il manque « reserve » : ce qu'on dit quand une demande chevauche cette période et une autre",
            ),
        }
        if let Some(reserve) = &reglement.periode.reserve_de_fin {
            let lieu = periode.champ("reserveDeFin");
            releve.rempli(reserve, &lieu);
            if reglement.periode.au.is_none() {
                releve.noter(&lieu, "n'a d'effet qu'avec « au »");
            }
        }
        if let Some(ouverture) = &reglement.periode.ouverture {
            releve.rempli(ouverture, &periode.champ("ouverture"));
        }
        let lectures = &reglement.lectures;
        for (champ, reserve) in [
            ("jour", &lectures.jour),
            ("anniversaire", &lectures.anniversaire),
            ("dernierJour", &lectures.dernier_jour),
        ] {
            if let Some(reserve) = reserve {
                releve.rempli(reserve, &lieu.champ("lectures").champ(champ));
            }
        }
        let valeur = lieu.champ("valeurUnitaire");
        if reglement.valeur_unitaire == Some(0) {
            releve.noter(&valeur, "0 € ; attendu : une valeur");
        }
        releve.au_plus(
            reglement.valeur_unitaire.unwrap_or_default(),
            EUROS_MAX,
            "€",
            &valeur,
        );
        if let Some(portail) = &reglement.portail {
            releve.adresse(portail, &lieu.champ("portail"));
        }
    }

    fn titres(&self, releve: &mut Releve) {
        let (titres, lieu) = (&self.contexte.reglement.titres, self.lieu);
        if titres.is_empty() {
            releve.noter(&lieu.champ("titres"), "vide : personne n'aurait droit");
        }
        releve.ids(titres.iter().map(|t| &t.id), |r| lieu.element("titres", r));
        let mut sains: Vec<&Titre> = Vec::new();
        for (rang, titre) in titres.iter().enumerate() {
            let lieu = lieu.element("titres", rang);
            let avant = releve.nombre();
            releve.reference(&titre.article, &lieu);
            self.utile_sous(
                &titre.public,
                "public",
                TitreRetenu::PasEncore,
                &lieu,
                releve,
            );
            for (rang, condition) in titre.conditions.iter().enumerate() {
                self.condition(condition, &lieu.element("conditions", rang), releve);
            }
            if releve.nombre() > avant {
                continue;
            }
            self.portee(titre, &sains, &lieu, releve);
            sains.push(titre);
        }
    }

    /// Somebody meets this ground, and not always an earlier one as well.
    fn portee(&self, titre: &'a Titre, anterieurs: &[&'a Titre], lieu: &Lieu, releve: &mut Releve) {
        let siens = criteres(titre);
        let generales = self
            .contexte
            .reglement
            .conditions
            .iter()
            .filter(|c| matches!(c.sinon, Sinon::Refus(_)))
            .map(|c| &c.si)
            .filter(|si| self.contexte.lies(&siens, si))
            .en_liste();
        let ensemble = [siens.clone(), generales].concat();
        if self
            .contexte
            .jamais(&ensemble, &|vrai| ensemble.iter().all(|c| vrai(c)))
        {
            releve.noter(
                lieu,
                format!("« {} » : personne ne peut remplir ce titre", titre.id),
            );
            return;
        }
        for autre in anterieurs {
            let leurs = criteres(autre);
            let lus = [siens.clone(), leurs.clone()].concat();
            let cache = self.contexte.jamais(&lus, &|vrai| {
                siens.iter().all(|c| vrai(c)) && !leurs.iter().all(|c| vrai(c))
            });
            if cache {
                releve.noter(
                    lieu,
                    format!(
                        "« {} » n'est jamais retenu : qui le remplit remplit déjà « {} »",
                        titre.id, autre.id
                    ),
                );
                return;
            }
        }
    }

    fn condition(&self, condition: &'a Condition, lieu: &Lieu, releve: &mut Releve) {
        releve.reference(&condition.article, lieu);
        let champ = match condition.sinon {
            Sinon::Refus(_) => "refus",
            Sinon::Reserve(_) => "reserve",
        };
        releve.rempli(condition.sinon.id(), &lieu.champ("sinon").champ(champ));
        let avant = releve.nombre();
        self.utile(&condition.si, TitreRetenu::PasEncore, lieu, releve);
        let toujours = || {
            let si = &condition.si;
            self.contexte.jamais(&[si], &|vrai| !vrai(si))
        };
        if releve.nombre() == avant && toujours() {
            releve.noter(
                &lieu.champ("si"),
                "est toujours vrai : la condition n'écarte personne",
            );
        }
    }

    fn attenuation(&self, attenuation: &'a Attenuation, lieu: &Lieu, releve: &mut Releve) {
        releve.reference(&attenuation.article, lieu);
        releve.rempli(&attenuation.reserve, &lieu.champ("reserve"));
        self.utile(&attenuation.si, TitreRetenu::PasEncore, lieu, releve);
        if attenuation.refus.is_empty() {
            releve.noter(&lieu.champ("refus"), "vide : n'atténue rien");
        }
        let donnes = self.refus_donnes();
        for (rang, refus) in attenuation.refus.iter().enumerate() {
            let lieu = lieu.element("refus", rang);
            releve.connu(refus, "un refus de ce règlement", &donnes, &lieu);
        }
    }

    /// Every refusal that a rule of the règlement may give.
    fn refus_donnes(&self) -> Vec<String> {
        let reglement = self.contexte.reglement;
        let conditions = reglement.titres.iter().flat_map(|t| &t.conditions);
        let des_conditions =
            conditions
                .chain(&reglement.conditions)
                .filter_map(|c| match &c.sinon {
                    Sinon::Refus(id) => Some(id),
                    Sinon::Reserve(_) => None,
                });
        let des_delais = reglement.echeances.iter().filter_map(|e| e.refus.as_ref());
        let mut donnes = vec![connus::AUCUN_TITRE.to_string()];
        for id in des_conditions.chain(des_delais) {
            if !donnes.contains(id) {
                donnes.push(id.clone());
            }
        }
        donnes
    }

    fn carnet(&self, releve: &mut Releve) {
        let regles = &self.contexte.reglement.carnet;
        let mut anterieurs: Vec<&Critere> = Vec::new();
        for (rang, regle) in regles.iter().enumerate() {
            let lieu = self.lieu.element("carnet", rang);
            releve.reference(&regle.article, &lieu);
            if let Some(id) = &regle.id {
                releve.rempli(id, &lieu.champ("id"));
            }
            let nombre = lieu.champ("nombre");
            if regle.nombre == Some(0) {
                releve.noter(
                    &nombre,
                    "0 pass ; attendu : un nombre, ou null quand l'acte n'en fixe pas",
                );
            }
            releve.au_plus(regle.nombre.unwrap_or_default(), PASS_MAX, "pass", &nombre);
            if !self.utile(&regle.si, TitreRetenu::PasEncore, &lieu, releve) {
                continue;
            }
            let lus = [anterieurs.clone(), vec![&regle.si]].concat();
            let masquee = self.contexte.jamais(&lus, &|vrai| {
                vrai(&regle.si) && !anterieurs.iter().any(|c| vrai(c))
            });
            if masquee {
                releve.noter(
                    &lieu,
                    "n'est jamais lue : les règles d'avant disent déjà tout",
                );
            }
            anterieurs.push(&regle.si);
        }
        let muette = |vrai: super::portee::Tenue| !anterieurs.iter().any(|c| vrai(c));
        let complet = anterieurs.len() < regles.len() || self.contexte.jamais(&anterieurs, &muette);
        if !complet {
            releve.noter(
                &self.lieu.champ("carnet"),
                "ne dit pas tout ; attendu : une dernière règle sans « si », null quand l'acte ne fixe pas de nombre",
            );
        }
    }

    fn echeances(&self, releve: &mut Releve) {
        let echeances = &self.contexte.reglement.echeances;
        releve.ids(echeances.iter().map(|e| &e.id), |r| {
            self.lieu.element("echeances", r)
        });
        for (rang, echeance) in echeances.iter().enumerate() {
            let lieu = self.lieu.element("echeances", rang);
            releve.reference(&echeance.article, &lieu);
            if let Some(refus) = &echeance.refus {
                releve.rempli(refus, &lieu.champ("refus"));
            }
            let lieu = lieu.champ("duree");
            if matches!(echeance.duree, Duree::Mois(0) | Duree::Jours(0)) {
                releve.noter(&lieu, "0 ; attendu : une durée");
            }
            match echeance.duree {
                Duree::Mois(mois) => releve.au_plus(mois, MOIS_MAX, "mois", &lieu),
                Duree::Jours(jours) => releve.au_plus(jours, JOURS_MAX, "jours", &lieu),
            }
        }
    }

    /// A criterion that names what exists and that some demande meets; false, and noted, otherwise.
    fn utile(&self, si: &'a Critere, titre: TitreRetenu, lieu: &Lieu, releve: &mut Releve) -> bool {
        self.utile_sous(si, "si", titre, lieu, releve)
    }

    fn utile_sous(
        &self,
        critere: &'a Critere,
        champ: &str,
        titre: TitreRetenu,
        lieu: &Lieu,
        releve: &mut Releve,
    ) -> bool {
        let lieu = lieu.champ(champ);
        if !self.contexte.sain(critere, titre, &lieu, releve) {
            return false;
        }
        let jamais = self.contexte.jamais(&[critere], &|vrai| vrai(critere));
        if jamais {
            releve.noter(&lieu, "n'est jamais vrai");
        }
        !jamais
    }
}

fn criteres(titre: &Titre) -> Vec<&Critere> {
    let conditions = titre.conditions.iter().map(|c| &c.si);
    std::iter::once(&titre.public).chain(conditions).en_liste()
}
