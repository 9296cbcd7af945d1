//! One règlement applied to one demande.

use super::constat::{Causes, Constat, Regard};
use super::{echeances, pieces};
use crate::bilan::{Decision, Etat, Motif, Verdict};
use crate::date;
use crate::demande::Demande;
use crate::reglement::{Catalogue, Condition, Reglement, Sinon, Titre};

/// The decision when the aid is not open on that day: nothing else is said.
pub fn fermer(reglement: &Reglement, verdict: Verdict) -> Decision {
    let refus = match verdict {
        Verdict::PasOuvert => "pas-ouvert",
        _ => "clos",
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

    let mut refus = Vec::new();
    let mut constats = vec![Constat::un(titres.iter().map(|t| t.constat.clone()))];
    if let Some(hors_delai) = hors_delai(reglement, demande) {
        refus.push(hors_delai);
    }
    if constats[0].etat == Etat::Non {
        refus.extend(refus_de_titre(reglement, &titres));
        constats.clear();
    }
    for condition in &reglement.conditions {
        match examiner_condition(&regard, condition) {
            Issue::Refus(id) => refus.push((id.into(), condition.article.clone())),
            Issue::Constat(constat) => constats.push(constat),
        }
    }
    constats.extend(attenuer(&regard, reglement, &mut refus));

    let mut decision = vierge(reglement, Verdict::NonEligible);
    decision.echeances = echeances::dater(reglement, demande);
    decision.motifs = motifs_de_titre(reglement, &titres, !refus.is_empty());
    if !refus.is_empty() {
        decision.carnet = Some(0);
        for (id, article) in &refus {
            decision
                .motifs
                .push(motif(reglement, id, Etat::Oui, article));
        }
        decision.refus = refus.into_iter().map(|(id, _)| id).collect();
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
    if let Some(article) = carnet.article {
        decision
            .motifs
            .push(motif(reglement, "carnet", Etat::Oui, &article));
    }
    let (demandees, inconnues) = pieces::demander(&regard, reglement);
    decision.pieces = demandees;
    manque.joindre(&inconnues);
    decision.manque = ordonner(catalogue, &manque.questions);
    decision
}

struct Examine<'a> {
    titre: &'a Titre,
    public: Etat,
    constat: Constat,
    refus: Vec<(String, String)>,
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
    let mut refus = Vec::new();
    for condition in &titre.conditions {
        match examiner_condition(regard, condition) {
            Issue::Constat(constat) => constats.push(constat),
            Issue::Refus(id) => {
                constats.push(Constat::ferme(false));
                refus.push((id.into(), condition.article.clone()));
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
fn refus_de_titre(reglement: &Reglement, titres: &[Examine]) -> Vec<(String, String)> {
    let mut refus: Vec<(String, String)> = Vec::new();
    for (id, article) in titres
        .iter()
        .filter(|t| t.public == Etat::Oui)
        .flat_map(|t| &t.refus)
    {
        if !refus.iter().any(|(connu, _)| connu == id) {
            refus.push((id.clone(), article.clone()));
        }
    }
    if refus.is_empty() {
        let article = reglement
            .titres
            .first()
            .map_or(String::new(), |t| t.article.clone());
        refus.push(("aucun-titre".into(), article));
    }
    refus
}

fn hors_delai(reglement: &Reglement, demande: &Demande) -> Option<(String, String)> {
    reglement.echeances.iter().find_map(|echeance| {
        let refus = echeance.refus.as_ref()?;
        let passe = demande.depot > echeances::terme(echeance, demande)?;
        passe.then(|| (refus.clone(), echeance.article.clone()))
    })
}

/// Takes out the refusals that this case makes doubtful; gives what they hang on instead.
fn attenuer(
    regard: &Regard,
    reglement: &Reglement,
    refus: &mut Vec<(String, String)>,
) -> Vec<Constat> {
    let mut doutes = Vec::new();
    for attenuation in &reglement.attenuations {
        let vises = |id: &String| attenuation.refus.contains(id);
        if !refus.iter().any(|(id, _)| vises(id)) {
            continue;
        }
        let constat = regard.constater(&attenuation.si);
        let doute = match constat.etat {
            Etat::Non => continue,
            Etat::Oui => Constat::inconnu(Causes::reserve(&attenuation.reserve)),
            Etat::Inconnu => constat,
        };
        refus.retain(|(id, _)| !vises(id));
        doutes.push(doute);
    }
    doutes
}

/// Cautions that do not block: those of the règlement, and the last day of an age bracket.
fn prevenir(regard: &Regard, reglement: &Reglement, retenu: &Examine, decision: &mut Decision) {
    if let Some(reserve) = &reglement.lectures.dernier_jour {
        let demain = regard
            .demande
            .le(date::ajouter_jours(regard.demande.depot, 1));
        let demain = Regard {
            demande: &demain,
            ..*regard
        };
        // A bracket of ages always may end tomorrow: only a day of birth says so.
        if regard.demande.reponses.naissance().is_some()
            && examiner_titre(&demain, retenu.titre).constat.etat != Etat::Oui
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

struct Compte {
    nombre: Option<u32>,
    causes: Causes,
    article: Option<String>,
}

/// The first rule met; several that may be met must agree.
fn compter(regard: &Regard, reglement: &Reglement) -> Compte {
    let mut possibles = Vec::new();
    let mut causes = Causes::default();
    for regle in &reglement.carnet {
        let constat = regard.constater(&regle.si);
        if constat.etat == Etat::Non {
            continue;
        }
        possibles.push(regle);
        if constat.etat == Etat::Oui {
            break;
        }
        causes.joindre(&constat.causes);
    }
    match possibles.split_first() {
        Some((premiere, autres)) if autres.iter().all(|r| r.nombre == premiere.nombre) => Compte {
            nombre: premiere.nombre,
            causes: Causes::default(),
            article: Some(premiere.article.clone()),
        },
        _ => Compte {
            nombre: None,
            causes,
            article: None,
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

fn motif(reglement: &Reglement, id: &str, etat: Etat, article: &str) -> Motif {
    Motif {
        id: id.into(),
        etat,
        acte: reglement.acte.numero.clone(),
        article: article.into(),
    }
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
        titre: None,
        autres_titres: vec![],
        refus: vec![],
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
