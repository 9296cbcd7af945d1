//! From the ids of a checked catalogue to numbers, each among those of its kind: done once, so that judging
//! compares no text.

use super::nom::SANS_RANG;
use super::questions::AUTRE_REPONSE;
use super::{
    Catalogue, Critere, Dispositif, Nom, Question, Reference, Reglement, Scalaire, Sinon, connus,
};
use crate::date::{Jour, lendemain};
use crate::en_liste::EnListe;
use crate::ensemble::Ensemble;
use crate::ordre::ranger;

/// Where the questions stand that the engine itself reads.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Connues {
    pub code_postal: u8,
    pub code_postal_confirme: u8,
    pub tranche_age: u8,
    pub date_naissance: u8,
    pub situations: u8,
}

impl Catalogue {
    /// Numbers all that its règlements name. They are in order, and the lint found nothing wrong in them.
    pub(super) fn resoudre(&mut self) {
        self.connues = Connues {
            code_postal: self.rang(connus::CODE_POSTAL),
            code_postal_confirme: self.rang(connus::CODE_POSTAL_CONFIRME),
            tranche_age: self.rang(connus::TRANCHE_AGE),
            date_naissance: self.rang(connus::DATE_NAISSANCE),
            situations: self.rang(connus::SITUATIONS),
        };
        for question in &mut self.questions {
            let presumee = question
                .presume
                .as_ref()
                .map(|valeur| question.code(valeur));
            question.presumee = presumee.unwrap_or_default();
        }
        let (questions, connues) = (&self.questions, self.connues);
        for dispositif in &mut self.dispositifs {
            let reglements = &mut self.reglements;
            let sien = |r: &Reglement| r.dispositif == dispositif.id;
            let debut = reglements.iter().position(sien).unwrap_or_default();
            let nombre = reglements.iter().filter(|r| sien(r)).count();
            dispositif.versions = debut..debut + nombre;
            let versions = &mut reglements[dispositif.versions.clone()];
            dispositif.reserves = numeroter_les_reserves(versions);
            for reglement in versions.iter_mut() {
                resoudre(reglement, questions, connues);
            }
            dispositif.dater(versions);
        }
    }

    /// The number of a question.
    pub(crate) fn rang(&self, id: &str) -> u8 {
        rang(self.questions.iter().map(|q| q.id.as_str()), id)
    }
}

fn rang<'a>(mut ids: impl Iterator<Item = &'a str>, id: &str) -> u8 {
    ids.position(|autre| autre == id)
        .map_or(SANS_RANG, |rang| rang as u8)
}

impl Dispositif {
    /// Notes the days and the ages at which the decision may turn.
    fn dater(&mut self, versions: &[Reglement]) {
        let fins: Option<Vec<Jour>> = versions.iter().map(|v| v.periode.au).collect();
        self.dernier_jour = fins.and_then(|fins| fins.into_iter().max());
        let (jours, ages) = (&mut self.bascules, &mut self.seuils);
        for reglement in versions {
            let periode = &reglement.periode;
            let incertain = periode.certain_au.map(lendemain);
            let siens = [Some(periode.du), periode.certain_du, incertain];
            siens.into_iter().flatten().for_each(|j| ranger(jours, j));
            reglement.criteres(&mut |critere| match critere {
                Critere::Depot(p) => p.bascules().for_each(|j| ranger(jours, j)),
                Critere::Age(tranche) => {
                    let seuils = [tranche.min, tranche.max.map(|max| max + 1)];
                    seuils
                        .into_iter()
                        .flatten()
                        .for_each(|age| ranger(ages, age));
                }
                _ => {}
            });
        }
    }
}

fn resoudre(reglement: &mut Reglement, questions: &[Question], connues: Connues) {
    let titres = reglement.titres.iter().map(|t| t.id.clone()).en_liste();
    let situations = questions.get(usize::from(connues.situations));
    let (mut lues, mut situations_lues) = (Ensemble::default(), Ensemble::default());
    for racine in reglement.racines_mut() {
        racine.parcourir_mut(&mut |critere| match critere {
            Critere::Situation(id) => {
                let option = situations.map(|q| q.code(&Scalaire::Texte(id.as_str().into())));
                let option = option.filter(|code| *code != AUTRE_REPONSE);
                id.rang = option.map_or(SANS_RANG, |code| code - super::PREMIERE_REPONSE);
                situations_lues.joindre(Ensemble::de(id.rang));
            }
            Critere::Reponse(attendue) => {
                let nom = &mut attendue.question;
                nom.rang = rang(questions.iter().map(|q| q.id.as_str()), nom);
                let question = questions.get(usize::from(nom.rang));
                attendue.code = question.map_or(AUTRE_REPONSE, |q| q.code(&attendue.vaut));
            }
            Critere::Titre(id) => id.rang = rang(titres.iter().map(String::as_str), id),
            _ => {}
        });
        racine.parcourir(&mut |critere| lues.joindre(critere.lues(connues)));
    }
    (reglement.lues, reglement.situations_lues) = (lues, situations_lues);
    let ids: Vec<String> = reglement.raisons().map(|(id, _)| id.into()).en_liste();
    for attenuation in &mut reglement.attenuations {
        let vises = (0..)
            .zip(&ids)
            .filter(|(_, id)| attenuation.refus.contains(id));
        attenuation.vises = vises.map(|(place, _)| place).collect();
    }
    reglement.leviers = reglement.leviers_par_place(connues);
    let conditions = (0..).zip(&reglement.conditions);
    let fixes = conditions.filter(|(_, condition)| condition.si.ne_tient_pas_au_jour());
    reglement.fixes = fixes.map(|(rang, _)| rang).collect();
}

impl Reglement {
    /// Everything that may refuse, in the order in which it is looked at: the delays, the conditions of the
    /// grounds, « no ground », the conditions for everybody. A refusal is known by its place here; what
    /// never refuses has an empty id.
    pub(crate) fn raisons(&self) -> impl Iterator<Item = (&str, &Reference)> {
        let delais = self.echeances.iter();
        let delais = delais.map(|e| (e.refus.as_deref().unwrap_or_default(), &e.article));
        let des_titres = self.titres.iter().flat_map(|t| &t.conditions);
        let aucun = self
            .titres
            .first()
            .map(|t| (connus::AUCUN_TITRE, &t.article));
        delais
            .chain(des_titres.map(|c| (c.refus(), &c.article)))
            .chain(aucun)
            .chain(self.conditions.iter().map(|c| (c.refus(), &c.article)))
    }

    /// The questions whose answer may lift all these refusals at once: every one, when there is none to lift.
    pub(crate) fn leviers(&self, refus: Ensemble) -> Ensemble {
        let leviers = refus.iter().map(|place| self.leviers[usize::from(place)]);
        leviers.fold(self.lues, Ensemble::et)
    }

    /// What each refusal hangs on: its own rule, or the grounds together, and the cases that make it a doubt.
    fn leviers_par_place(&self, connues: Connues) -> Vec<Ensemble> {
        let lues = |criteres: &mut dyn Iterator<Item = &Critere>| {
            let mut lues = Ensemble::default();
            criteres.for_each(|c| c.parcourir(&mut |c| lues.joindre(c.lues(connues))));
            lues
        };
        let des_titres = lues(&mut self.titres.iter().flat_map(|titre| {
            let conditions = titre.conditions.iter().map(|c| &c.si);
            std::iter::once(&titre.public).chain(conditions)
        }));
        let delais = self.echeances.len();
        let conditions: usize = self.titres.iter().map(|t| t.conditions.len()).sum();
        let mut leviers = vec![Ensemble::default(); delais];
        leviers.resize(delais + conditions + 1, des_titres);
        leviers.extend(
            self.conditions
                .iter()
                .map(|c| lues(&mut std::iter::once(&c.si))),
        );
        for attenuation in &self.attenuations {
            for place in attenuation.vises.iter() {
                leviers[usize::from(place)].joindre(lues(&mut std::iter::once(&attenuation.si)));
            }
        }
        leviers
    }

    /// Its own cautions, in the order in which they are voiced: those of a reading, of a condition, of a case,
    /// those that block, the others.
    fn reserves_mut(&mut self) -> impl Iterator<Item = &mut Nom> {
        let des_titres = self.titres.iter_mut().flat_map(|t| &mut t.conditions);
        let conditions = des_titres.chain(&mut self.conditions);
        let conditions = conditions.filter_map(|c| match &mut c.sinon {
            Sinon::Reserve(nom) => Some(nom),
            Sinon::Refus(_) => None,
        });
        let (bloquantes, autres): (Vec<_>, Vec<_>) =
            self.reserves.iter_mut().partition(|r| r.bloquante);
        let lectures = &mut self.lectures;
        let des_lectures = lectures.jour.iter_mut().chain(&mut lectures.anniversaire);
        des_lectures
            .chain(conditions)
            .chain(self.attenuations.iter_mut().map(|a| &mut a.reserve))
            .chain(bloquantes.into_iter().map(|r| &mut r.id))
            .chain(&mut lectures.dernier_jour)
            .chain(autres.into_iter().map(|r| &mut r.id))
    }

    /// Every criterion it writes, not those inside them.
    fn racines_mut(&mut self) -> impl Iterator<Item = &mut Critere> {
        let titres = self.titres.iter_mut().flat_map(|titre| {
            let conditions = titre.conditions.iter_mut().map(|c| &mut c.si);
            std::iter::once(&mut titre.public).chain(conditions)
        });
        titres
            .chain(self.conditions.iter_mut().map(|c| &mut c.si))
            .chain(self.attenuations.iter_mut().map(|a| &mut a.si))
            .chain(self.carnet.iter_mut().map(|r| &mut r.si))
            .chain(self.pieces.iter_mut().map(|p| &mut p.si))
            .chain(self.reserves.iter_mut().map(|r| &mut r.si))
            .chain(self.demarches.iter_mut().map(|d| &mut d.si))
    }
}

/// Numbers the cautions of an aid: those of the latest act first, and last what is said of the acts themselves.
fn numeroter_les_reserves(versions: &mut [Reglement]) -> Vec<String> {
    let mut connues: Vec<String> = Vec::new();
    let mut numeroter = |nom: &mut Nom| {
        nom.rang = rang(connues.iter().map(String::as_str), nom);
        if nom.rang == SANS_RANG {
            nom.rang = connues.len() as u8;
            connues.push(nom.to_string());
        }
        nom.rang
    };
    for reglement in versions.iter_mut().rev() {
        let voix = reglement.reserves_mut().map(&mut numeroter);
        reglement.voix = voix.en_liste();
    }
    for periode in versions.iter_mut().map(|r| &mut r.periode) {
        let siennes = periode
            .reserve
            .iter_mut()
            .chain(&mut periode.reserve_de_fin);
        siennes.for_each(|nom| {
            numeroter(nom);
        });
    }
    connues
}

impl Critere {
    /// The question that it compares by itself, not those inside it.
    fn lues(&self, connues: Connues) -> Ensemble {
        match self {
            Critere::Situation(_) => Ensemble::de(connues.situations),
            Critere::Reponse(attendue) => Ensemble::de(attendue.question.rang),
            Critere::Territoire(_) => Ensemble::de(connues.code_postal_confirme),
            _ => Ensemble::default(),
        }
    }

    fn parcourir_mut(&mut self, visite: &mut dyn FnMut(&mut Critere)) {
        visite(self);
        match self {
            Critere::Tous(liste) | Critere::Un(liste) => {
                liste.iter_mut().for_each(|c| c.parcourir_mut(visite));
            }
            Critere::Sauf(c) => c.parcourir_mut(visite),
            _ => {}
        }
    }
}
