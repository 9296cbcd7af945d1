//! One règlement applied to one demande.

use super::constat::{Causes, Constat, Regard};
use super::{echeances, pieces};
use crate::bilan::{CarnetPossible, Decision, Etat, Motif, Verdict};
use crate::date;
use crate::demande::Demande;
use crate::reglement::{Catalogue, Condition, Reference, Reglement, Sinon, Titre, connus};

/// The decision when the aid is not open on that day: nothing else is said.
pub fn fermer(reglement: &Reglement, verdict: Verdict) -> Decision {
    let refus = match verdict {
        Verdict::PasOuvert => connus::PAS_OUVERT,
        _ => connus::CLOS,
    };
    let mut decision = vierge(reglement, verdict);
    decision.carnet = Some(0);
    decision.refus = vec![refus.into()];
    decision.motifs = vec![motif(
        reglement,
        refus,
        Etat::Oui,
        &reglement.periode.article,
    )];
    decision
}

/// The decision under this règlement, whatever the day.
pub fn examiner(catalogue: &Catalogue, reglement: &Reglement, demande: &Demande) -> Decision {
    let sans_titre = Regard {
        catalogue,
        demande,
        lectures: &reglement.lectures,
        titre: None,
    };
    let titres: Vec<Examine> = reglement
        .titres
        .iter()
        .map(|t| examiner_titre(&sans_titre, t))
        .collect();
    let retenu = titres.iter().position(|t| t.constat.etat == Etat::Oui);
    let regard = Regard {
        titre: retenu.map(|r| titres[r].titre.id.as_str()),
        ..sans_titre
    };

    let mut refus = Refus::default();
    let mut constats = vec![Constat::un(titres.iter().map(|t| t.constat.clone()))];
    hors_delai(reglement, demande, &mut refus);
    if constats[0].etat == Etat::Non {
        refus_de_titre(reglement, &titres, &mut refus);
        constats.clear();
    }
    for condition in &reglement.conditions {
        match examiner_condition(&regard, condition) {
            Issue::Refus(id) => refus.noter(id, &condition.article),
            Issue::Constat(constat) => constats.push(constat),
        }
    }
    let (doutes, suspendus) = attenuer(&regard, reglement, &mut refus);
    constats.extend(doutes);

    let mut decision = vierge(reglement, Verdict::NonEligible);
    decision.suspendus = suspendus;
    decision.echeances = echeances::dater(reglement, demande);
    decision.motifs = motifs_de_titre(reglement, &titres, !refus.0.is_empty());
    if !refus.0.is_empty() {
        decision.carnet = Some(0);
        for (id, lu) in &refus.0 {
            decision.motifs.push(motif(reglement, id, Etat::Oui, lu));
        }
        decision.refus = refus.0.into_iter().map(|(id, _)| id.into()).collect();
        return decision;
    }

    for reserve in reglement.reserves.iter().filter(|r| r.bloquante) {
        let constat = regard.constater(&reserve.si);
        constats.push(match constat.etat {
            Etat::Oui => Constat::inconnu(Causes::reserve(&reserve.id)),
            Etat::Non => Constat::ferme(true),
            Etat::Inconnu => constat,
        });
    }
    let ensemble = Constat::tous(constats);
    decision.verdict = match ensemble.etat {
        Etat::Oui => Verdict::Eligible,
        _ => Verdict::APreciser,
    };
    for reserve in &ensemble.causes.reserves {
        ajouter_reserve(&mut decision, reserve, true);
    }
    let mut manque = ensemble.causes;
    if let Some(retenu) = retenu {
        decision.titre = Some(titres[retenu].titre.id.clone());
        decision.autres_titres = titres[retenu + 1..]
            .iter()
            .filter(|t| t.constat.etat == Etat::Oui)
            .map(|t| t.titre.id.clone())
            .collect();
        // An earlier ground that may still be met would ask for other papers.
        titres[..retenu]
            .iter()
            .for_each(|t| manque.joindre(&t.constat.causes));
        prevenir(&regard, reglement, &titres[retenu], &mut decision);
    }
    let carnet = compter(&regard, reglement);
    manque.joindre(&carnet.causes);
    if decision.verdict == Verdict::Eligible {
        decision.carnet = carnet.nombre;
    }
    decision.carnets = carnet.possibles;
    if let Some(lu) = carnet.lu {
        decision
            .motifs
            .push(motif(reglement, "carnet", Etat::Oui, lu));
    }
    let (demandees, inconnues) = pieces::demander(&regard, reglement);
    decision.pieces = demandees;
    manque.joindre(&inconnues);
    decision.manque = ordonner(catalogue, &manque.questions);
    decision
}

/// The certain reasons to say no, each once, with the place where it was first read.
#[derive(Default)]
struct Refus<'a>(Vec<(&'a str, &'a Reference)>);

impl<'a> Refus<'a> {
    fn noter(&mut self, id: &'a str, lu: &'a Reference) {
        if !self.0.iter().any(|(connu, _)| *connu == id) {
            self.0.push((id, lu));
        }
    }
}

struct Examine<'a> {
    titre: &'a Titre,
    public: Etat,
    constat: Constat,
    refus: Refus<'a>,
}

enum Issue<'a> {
    Refus(&'a str),
    Constat(Constat),
}

fn examiner_condition<'a>(regard: &Regard, condition: &'a Condition) -> Issue<'a> {
    let constat = regard.constater(&condition.si);
    match (&condition.sinon, constat.etat) {
        (Sinon::Refus(id), Etat::Non) => Issue::Refus(id),
        (Sinon::Reserve(id), Etat::Non) => Issue::Constat(Constat::inconnu(Causes::reserve(id))),
        _ => Issue::Constat(constat),
    }
}

fn examiner_titre<'a>(regard: &Regard, titre: &'a Titre) -> Examine<'a> {
    let public = regard.constater(&titre.public);
    let etat_du_public = public.etat;
    let mut constats = vec![public];
    let mut refus = Refus::default();
    for condition in &titre.conditions {
        match examiner_condition(regard, condition) {
            Issue::Constat(constat) => constats.push(constat),
            Issue::Refus(id) => {
                constats.push(Constat::ferme(false));
                refus.noter(id, &condition.article);
            }
        }
    }
    Examine {
        titre,
        public: etat_du_public,
        constat: Constat::tous(constats),
        refus,
    }
}

/// Why no ground is met: the conditions that failed for the publics the person belongs to.
fn refus_de_titre<'a>(reglement: &'a Reglement, titres: &[Examine<'a>], refus: &mut Refus<'a>) {
    let des_siens = titres
        .iter()
        .filter(|t| t.public == Etat::Oui)
        .flat_map(|t| &t.refus.0);
    let avant = refus.0.len();
    des_siens.for_each(|(id, lu)| refus.noter(id, lu));
    if let (true, Some(premier)) = (refus.0.len() == avant, reglement.titres.first()) {
        refus.noter(connus::AUCUN_TITRE, &premier.article);
    }
}

/// Every delay that has passed on the day of deposit.
fn hors_delai<'a>(reglement: &'a Reglement, demande: &Demande, refus: &mut Refus<'a>) {
    for echeance in &reglement.echeances {
        let passe = echeances::terme(echeance, demande).is_some_and(|terme| demande.depot > terme);
        if let (true, Some(id)) = (passe, &echeance.refus) {
            refus.noter(id, &echeance.article);
        }
    }
}

/// Takes out the refusals that this case makes doubtful; gives what they hang on instead, and those that
/// are refusals still as long as nobody knows whether this is the case.
fn attenuer(
    regard: &Regard,
    reglement: &Reglement,
    refus: &mut Refus,
) -> (Vec<Constat>, Vec<String>) {
    let (mut doutes, mut suspendus) = (Vec::new(), Vec::new());
    for attenuation in &reglement.attenuations {
        let vises = |id: &str| attenuation.refus.iter().any(|vise| vise == id);
        if !refus.0.iter().any(|(id, _)| vises(id)) {
            continue;
        }
        let constat = regard.constater(&attenuation.si);
        let doute = match constat.etat {
            Etat::Non => continue,
            Etat::Oui => Constat::inconnu(Causes::reserve(&attenuation.reserve)),
            Etat::Inconnu => {
                let siens = refus.0.iter().filter(|(id, _)| vises(id));
                suspendus.extend(siens.map(|(id, _)| id.to_string()));
                constat
            }
        };
        refus.0.retain(|(id, _)| !vises(id));
        doutes.push(doute);
    }
    (doutes, suspendus)
}

/// Cautions that do not block: those of the règlement, and the last year of an age bracket.
fn prevenir(regard: &Regard, reglement: &Reglement, retenu: &Examine, decision: &mut Decision) {
    if let Some(reserve) = &reglement.lectures.dernier_jour {
        let dans_un_an = date::ajouter_mois(regard.demande.depot, 12);
        let dans_un_an = Regard {
            demande: &regard.demande.le(dans_un_an),
            ..*regard
        };
        // A bracket of ages always may end within the year: only a day of birth says so.
        if regard.demande.reponses.naissance().is_some()
            && examiner_titre(&dans_un_an, retenu.titre).constat.etat != Etat::Oui
        {
            ajouter_reserve(decision, reserve, false);
        }
    }
    for reserve in reglement.reserves.iter().filter(|r| !r.bloquante) {
        let constat = regard.constater(&reserve.si);
        match constat.etat {
            Etat::Oui => ajouter_reserve(decision, &reserve.id, false),
            Etat::Inconnu => decision.precisions.extend(constat.causes.questions),
            Etat::Non => {}
        }
    }
}

struct Compte<'a> {
    nombre: Option<u32>,
    /// The rules that may apply, once each number.
    possibles: Vec<CarnetPossible>,
    causes: Causes,
    lu: Option<&'a Reference>,
}

/// The first rule met; several that may be met must agree.
fn compter<'a>(regard: &Regard, reglement: &'a Reglement) -> Compte<'a> {
    let mut regles = Vec::new();
    let mut causes = Causes::default();
    for regle in &reglement.carnet {
        let constat = regard.constater(&regle.si);
        if constat.etat == Etat::Non {
            continue;
        }
        regles.push(regle);
        if constat.etat == Etat::Oui {
            break;
        }
        causes.joindre(&constat.causes);
    }
    let possibles = regles
        .iter()
        .map(|regle| CarnetPossible {
            nombre: regle.nombre,
            id: regle.id.clone(),
        })
        .collect();
    match regles.split_first() {
        Some((premiere, autres)) if autres.iter().all(|r| r.nombre == premiere.nombre) => Compte {
            nombre: premiere.nombre,
            possibles,
            causes: Causes::default(),
            lu: Some(&premiere.article),
        },
        _ => Compte {
            nombre: None,
            possibles,
            causes,
            lu: None,
        },
    }
}

fn motifs_de_titre(reglement: &Reglement, titres: &[Examine], refuse: bool) -> Vec<Motif> {
    titres
        .iter()
        .filter(|t| refuse || t.constat.etat != Etat::Non)
        .map(|t| motif(reglement, &t.titre.id, t.constat.etat, &t.titre.article))
        .collect()
}

fn motif(reglement: &Reglement, id: &str, etat: Etat, lu: &Reference) -> Motif {
    Motif {
        id: id.into(),
        etat,
        acte: reglement.acte_de(lu).into(),
        article: lu.article.clone(),
    }
}

/// The rule behind a refusal of this decision: the condition that fails for a public the person belongs
/// to, or for everybody.
pub fn regle_du_refus<'a>(
    catalogue: &Catalogue,
    reglement: &'a Reglement,
    demande: &Demande,
    refus: &str,
) -> Option<&'a Condition> {
    let regard = Regard {
        catalogue,
        demande,
        lectures: &reglement.lectures,
        titre: None,
    };
    let des_titres = reglement
        .titres
        .iter()
        .filter(|t| regard.constater(&t.public).etat == Etat::Oui)
        .flat_map(|t| &t.conditions);
    des_titres
        .chain(&reglement.conditions)
        .filter(|c| matches!(&c.sinon, Sinon::Refus(id) if id == refus))
        .find(|c| regard.constater(&c.si).etat == Etat::Non)
}

/// Notes a caution once; one that blocks stays so.
pub fn ajouter_reserve(decision: &mut Decision, reserve: &str, bloquante: bool) {
    for (liste, noter) in [
        (&mut decision.reserves, true),
        (&mut decision.bloquantes, bloquante),
    ] {
        if noter && !liste.iter().any(|r| r == reserve) {
            liste.push(reserve.into());
        }
    }
}

/// Questions in the order they are asked.
fn ordonner(catalogue: &Catalogue, questions: &[String]) -> Vec<String> {
    catalogue
        .questions
        .iter()
        .map(|q| &q.id)
        .filter(|id| questions.contains(id))
        .cloned()
        .collect()
}

fn vierge(reglement: &Reglement, verdict: Verdict) -> Decision {
    Decision {
        dispositif: reglement.dispositif.clone(),
        reglement: reglement.id.clone(),
        verdict,
        carnet: None,
        carnets: vec![],
        titre: None,
        autres_titres: vec![],
        refus: vec![],
        suspendus: vec![],
        reserves: vec![],
        bloquantes: vec![],
        manque: vec![],
        precisions: vec![],
        pieces: vec![],
        echeances: vec![],
        a_partir_du: None,
        si_alors: vec![],
        motifs: vec![],
    }
}
