//! One règlement applied to one demande, in three acts: the grounds, the refusals, and what follows from
//! a demande that nothing refuses.

use super::constat::{Causes, Constat, Regard};
use super::echeances;
use super::jugement::Jugement;
use crate::bilan::{Etat, Verdict};
use crate::date;
use crate::demande::{Age, Demande, Faits};
use crate::en_liste::EnListe;
use crate::ensemble::Ensemble;
use crate::reglement::{
    Catalogue, Condition, Critere, Demarche, Dispositif, Nom, Reglement, Sinon, Titre,
};

/// The judgement under this règlement, whatever the day.
pub fn examiner<'a>(
    catalogue: &Catalogue,
    dispositif: &'a Dispositif,
    reglement: &'a Reglement,
    faits: &Faits,
) -> Jugement<'a> {
    let mut jugement = Jugement::vierge(dispositif, reglement, Verdict::NonEligible);
    let mut regard = Regard {
        catalogue,
        faits,
        lectures: &reglement.lectures,
        titre: None,
    };
    let titres = Titres::examiner(&regard, reglement);
    jugement.titre = titres.oui.iter().next();
    regard.titre = jugement.titre;
    let mut ensemble = refuser(&regard, reglement, &titres, &mut jugement);
    (jugement.titres_oui, jugement.titres_inconnus) = (titres.oui, titres.inconnus);
    if !jugement.refus.est_vide() {
        jugement.titre = None;
        jugement.carnet = Some(0);
        jugement.titres_dits = (0..reglement.titres.len() as u8).collect();
        return jugement;
    }
    jugement.titres_dits = titres.oui;
    jugement.titres_dits.joindre(titres.inconnus);
    for reserve in reglement.reserves.iter().filter(|r| r.bloquante) {
        let constat = regard.constater(&reserve.si);
        ensemble = Constat::tous([ensemble, constat.sauf_reserve(reserve.id.rang)]);
    }
    conclure(&regard, reglement, ensemble, &titres, &mut jugement);
    jugement
}

/// First act: the grounds met, and those that may be.
struct Titres {
    oui: Ensemble,
    inconnus: Ensemble,
    /// One at least is met, and what that hangs on.
    un: Constat,
    /// What the first that may be met hang on, before the one that is.
    avant: Causes,
    /// Conditions that failed for the publics the person belongs to.
    refus: Ensemble,
}

impl Titres {
    fn examiner(regard: &Regard, reglement: &Reglement) -> Self {
        let mut titres = Titres {
            oui: Ensemble::default(),
            inconnus: Ensemble::default(),
            un: Constat::ferme(false),
            avant: Causes::default(),
            refus: Ensemble::default(),
        };
        let mut place = reglement.echeances.len() as u8;
        for (rang, titre) in (0..).zip(&reglement.titres) {
            let constat = examiner_titre(regard, titre, place, &mut titres.refus);
            place += titre.conditions.len() as u8;
            match constat.etat {
                Etat::Oui => titres.oui.joindre(Ensemble::de(rang)),
                Etat::Inconnu => titres.inconnus.joindre(Ensemble::de(rang)),
                Etat::Non => {}
            }
            if titres.oui.est_vide() {
                titres.avant.joindre(constat.causes);
            }
            titres.un = Constat::un([titres.un, constat]);
        }
        titres
    }
}

/// Whether a ground is met; its conditions count only for its public.
fn examiner_titre(regard: &Regard, titre: &Titre, place: u8, refus: &mut Ensemble) -> Constat {
    let public = regard.constater(&titre.public);
    let mut constat = public;
    if public.etat == Etat::Non {
        return constat;
    }
    for (place, condition) in (place..).zip(&titre.conditions) {
        let sienne = examiner_condition(regard, condition);
        if sienne.etat == Etat::Non && public.etat == Etat::Oui {
            refus.joindre(Ensemble::de(place));
        }
        constat = Constat::tous([constat, sienne]);
    }
    constat
}

/// `Non` refuses; where the text has two readings, what is not met is a doubt.
fn examiner_condition(regard: &Regard, condition: &Condition) -> Constat {
    let constat = regard.constater(&condition.si);
    match &condition.sinon {
        Sinon::Reserve(id) if constat.etat == Etat::Non => {
            Constat::inconnu(Causes::reserve(id.rang))
        }
        _ => constat,
    }
}

/// Whether the conditions for everybody are met that hang on no day: the answer is the same on any day of this act.
pub fn sans_le_jour(catalogue: &Catalogue, reglement: &Reglement, faits: &Faits) -> Etat {
    let regard = Regard {
        catalogue,
        faits,
        lectures: &reglement.lectures,
        titre: None,
    };
    let conditions = (0..).zip(&reglement.conditions);
    let fixes = conditions.filter(|(rang, _)| reglement.fixes.contient(*rang));
    Constat::tous(fixes.map(|(_, condition)| regard.constater(&condition.si))).etat
}

/// Second act: notes every certain reason to say no; gives what is left in doubt.
fn refuser(
    regard: &Regard,
    reglement: &Reglement,
    titres: &Titres,
    jugement: &mut Jugement,
) -> Constat {
    let mut ensemble = titres.un;
    let mut refus = Ensemble::default();
    for (place, echeance) in (0..).zip(&reglement.echeances) {
        let terme = || echeances::terme(echeance, regard.faits);
        if echeance.refus.is_some() && terme().is_some_and(|terme| regard.faits.depot > terme) {
            refus.joindre(Ensemble::de(place));
        }
    }
    let places = reglement.titres.iter().map(|t| t.conditions.len());
    let aucun_titre = (reglement.echeances.len() + places.sum::<usize>()) as u8;
    if ensemble.etat == Etat::Non {
        refus.joindre(match titres.refus.est_vide() {
            true => Ensemble::de(aucun_titre),
            false => titres.refus,
        });
        ensemble = Constat::ferme(true);
    }
    let mut douteux = Ensemble::default();
    if ensemble.etat == Etat::Inconnu {
        douteux.joindre(Ensemble::de(aucun_titre));
    }
    for (place, condition) in (aucun_titre + 1..).zip(&reglement.conditions) {
        let constat = examiner_condition(regard, condition);
        match constat.etat {
            Etat::Oui => {}
            Etat::Non => refus.joindre(Ensemble::de(place)),
            Etat::Inconnu => {
                douteux.joindre(Ensemble::de(place));
                ensemble = Constat::tous([ensemble, constat]);
            }
        }
    }
    // Cases in which some refusals are doubts, or are refusals still as long as nobody knows whether this
    // is the case.
    for attenuation in &reglement.attenuations {
        if !refus.rencontre(attenuation.vises) {
            continue;
        }
        let constat = regard.constater(&attenuation.si);
        match constat.etat {
            Etat::Non => continue,
            Etat::Oui => {}
            Etat::Inconnu => jugement.suspendus.joindre(refus.et(attenuation.vises)),
        }
        refus = refus.sans(attenuation.vises);
        ensemble = Constat::tous([ensemble, constat.sauf_reserve(attenuation.reserve.rang)]);
    }
    (jugement.refus, jugement.douteux) = (refus, douteux);
    ensemble
}

impl Constat {
    /// A caution that holds leaves a doubt; one that does not changes nothing.
    fn sauf_reserve(self, reserve: u8) -> Self {
        match self.etat {
            Etat::Oui => Constat::inconnu(Causes::reserve(reserve)),
            Etat::Non => Constat::ferme(true),
            Etat::Inconnu => self,
        }
    }
}

/// Third act: the verdict, the cautions, the number of pass and the papers, with all that they lack.
fn conclure(
    regard: &Regard,
    reglement: &Reglement,
    ensemble: Constat,
    titres: &Titres,
    jugement: &mut Jugement,
) {
    jugement.verdict = match ensemble.etat {
        Etat::Oui => Verdict::Eligible,
        _ => Verdict::APreciser,
    };
    jugement.prevenir(ensemble.causes.reserves, true);
    let mut manque = ensemble.causes.questions;
    if let Some(retenu) = jugement.titre {
        jugement.autres_titres = titres.oui.sans(Ensemble::de(retenu));
        // An earlier ground that may still be met would ask for other papers.
        manque.joindre(titres.avant.questions);
        dernier_jour(regard, reglement, retenu, jugement);
        for reserve in reglement.reserves.iter().filter(|r| !r.bloquante) {
            let constat = regard.constater(&reserve.si);
            match constat.etat {
                Etat::Oui => jugement.prevenir(Ensemble::de(reserve.id.rang), false),
                Etat::Inconnu => jugement.precisions.joindre(constat.causes.questions),
                Etat::Non => {}
            }
        }
    }
    manque.joindre(compter(regard, reglement, jugement).questions);
    for (rang, demandee) in (0..).zip(&reglement.pieces) {
        let constat = regard.constater(&demandee.si);
        match constat.etat {
            Etat::Oui => jugement.pieces.joindre(Ensemble::de(rang)),
            Etat::Inconnu => manque.joindre(constat.causes.questions),
            Etat::Non => {}
        }
    }
    jugement.manque = manque;
}

/// The last year of an age bracket.
fn dernier_jour(regard: &Regard, reglement: &Reglement, retenu: u8, jugement: &mut Jugement) {
    let reserve = Nom::rang_de(&reglement.lectures.dernier_jour);
    // A bracket of ages always may end within the year: only a day of birth says so.
    if let (Some(_), Age::Naissance(_)) = (&reglement.lectures.dernier_jour, regard.faits.age) {
        let dans_un_an = Regard {
            faits: &regard.faits.le(date::ajouter_mois(regard.faits.depot, 12)),
            titre: None,
            ..*regard
        };
        let titre = &reglement.titres[usize::from(retenu)];
        let alors = examiner_titre(&dans_un_an, titre, 0, &mut Ensemble::default());
        if alors.etat != Etat::Oui {
            jugement.prevenir(Ensemble::de(reserve), false);
        }
    }
}

/// The first rule of number met; several that may be met must agree, else it hangs on what is given back.
fn compter(regard: &Regard, reglement: &Reglement, jugement: &mut Jugement) -> Causes {
    let (mut causes, mut premiere, mut accord) = (Causes::default(), None, true);
    for (rang, regle) in (0..).zip(&reglement.carnet) {
        let constat = regard.constater(&regle.si);
        if constat.etat == Etat::Non {
            continue;
        }
        jugement.comptes.joindre(Ensemble::de(rang));
        let (_, nombre) = *premiere.get_or_insert((rang, regle.nombre));
        accord &= nombre == regle.nombre;
        if constat.etat == Etat::Oui {
            break;
        }
        causes.joindre(constat.causes);
    }
    let Some((rang, nombre)) = premiere.filter(|_| accord) else {
        return causes;
    };
    jugement.compte = Some(rang);
    if jugement.verdict == Verdict::Eligible {
        jugement.carnet = nombre;
    }
    Causes::default()
}

/// The rule behind a refusal of this decision: the condition that fails for a public the person belongs
/// to, or for everybody.
pub fn regle_du_refus<'a>(
    catalogue: &Catalogue,
    reglement: &'a Reglement,
    demande: &Demande,
    refus: &str,
) -> Option<&'a Condition> {
    let faits = Faits::de(catalogue, demande);
    let vrai = |critere: &Critere| etat(catalogue, reglement, &faits, None, critere);
    let des_titres = reglement
        .titres
        .iter()
        .filter(|t| vrai(&t.public) == Etat::Oui)
        .flat_map(|t| &t.conditions);
    des_titres
        .chain(&reglement.conditions)
        .filter(|c| c.refus() == refus)
        .find(|c| vrai(&c.si) == Etat::Non)
}

/// The steps of a demande that are this person's.
pub fn demarches<'a>(
    catalogue: &Catalogue,
    reglement: &'a Reglement,
    demande: &Demande,
    titre: Option<&str>,
) -> Vec<&'a Demarche> {
    let faits = Faits::de(catalogue, demande);
    let mut titres = (0..).zip(&reglement.titres);
    let retenu = titres.find(|(_, t)| Some(t.id.as_str()) == titre);
    let retenu = retenu.map(|(rang, _)| rang);
    let siennes = reglement.demarches.iter();
    let siennes =
        siennes.filter(|d| etat(catalogue, reglement, &faits, retenu, &d.si) == Etat::Oui);
    siennes.en_liste()
}

fn etat(
    catalogue: &Catalogue,
    reglement: &Reglement,
    faits: &Faits,
    titre: Option<u8>,
    critere: &Critere,
) -> Etat {
    let regard = Regard {
        catalogue,
        faits,
        lectures: &reglement.lectures,
        titre,
    };
    regard.constater(critere).etat
}
