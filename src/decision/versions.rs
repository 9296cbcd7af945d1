//! Which règlement applies on that day, and what to answer when several may.

use super::constat::Causes;
use super::examen::ajouter_reserve;
use crate::bilan::{Decision, PieceAApporter, Verdict};
use crate::date::Jour;
use crate::demande::Demande;
use crate::reglement::{Catalogue, Critere, Reglement};

/// A reading of « the règlement in force »: one act, or none yet.
#[derive(Clone, Copy)]
pub enum Candidat<'a> {
    EnVigueur(&'a Reglement),
    /// Closed, or not open yet; the règlement is the last or the next one.
    Ferme(&'a Reglement, Verdict),
}

impl<'a> Candidat<'a> {
    fn reglement(&self) -> &'a Reglement {
        match self {
            Candidat::EnVigueur(r) | Candidat::Ferme(r, _) => r,
        }
    }
}

/// The versions that may apply, oldest first; `None` when the dispositif has no règlement.
///
/// The day of deposit says whether the aid is closed or not open. Otherwise the versions of the day
/// of creation are candidates too, since « déposée » may name either day; after the last day as well,
/// where the act has a caution for it.
pub fn candidats<'a>(
    catalogue: &'a Catalogue,
    dispositif: &'a str,
    demande: &Demande,
) -> Option<Vec<Candidat<'a>>> {
    let versions: Vec<&Reglement> = catalogue.versions(dispositif).collect();
    let derniere = *versions.last()?;
    let au_depot = du_jour(&versions, demande.depot);
    if au_depot.is_empty() {
        let ferme = match versions.iter().find(|v| v.periode.du > demande.depot) {
            Some(prochaine) => Candidat::Ferme(prochaine, Verdict::PasOuvert),
            None => Candidat::Ferme(derniere, Verdict::Clos),
        };
        let a_la_creation = du_jour(&versions, demande.creation).pop();
        let doute = a_la_creation.filter(|c| c.reglement().periode.reserve_de_fin.is_some());
        let doute = doute.filter(|_| matches!(ferme, Candidat::Ferme(_, Verdict::Clos)));
        return Some([Some(ferme), doute].into_iter().flatten().collect());
    }
    if demande.creation == demande.depot {
        return Some(au_depot);
    }
    let mut a_la_creation = du_jour(&versions, demande.creation);
    if a_la_creation.is_empty() {
        a_la_creation.push(Candidat::Ferme(au_depot[0].reglement(), Verdict::PasOuvert));
    }
    // « None yet » first, then by age: the last candidate is the latest act.
    let tous = || a_la_creation.iter().chain(&au_depot);
    let aucun = tous().find(|c| matches!(c, Candidat::Ferme(..)));
    let ouverts = versions.iter().filter_map(|version| {
        tous().find(|c| matches!(c, Candidat::EnVigueur(r) if r.id == version.id))
    });
    Some(aucun.into_iter().chain(ouverts).copied().collect())
}

/// The acts that the demande may be judged by.
pub fn en_vigueur<'a>(
    catalogue: &'a Catalogue,
    dispositif: &'a str,
    demande: &Demande,
) -> Vec<&'a Reglement> {
    let candidats = candidats(catalogue, dispositif, demande).unwrap_or_default();
    let ouverts = candidats.into_iter().filter_map(|candidat| match candidat {
        Candidat::EnVigueur(reglement) => Some(reglement),
        Candidat::Ferme(..) => None,
    });
    ouverts.collect()
}

/// Sure version of that day, or all those that may be in force, « none » included when one is alone and unsure.
fn du_jour<'a>(versions: &[&'a Reglement], jour: Jour) -> Vec<Candidat<'a>> {
    if let Some(sur) = versions.iter().find(|v| v.periode.couvre(jour)) {
        return vec![Candidat::EnVigueur(sur)];
    }
    let possibles: Vec<_> = versions
        .iter()
        .filter(|v| v.periode.peut_couvrir(jour))
        .collect();
    let seul = possibles.len() == 1;
    possibles
        .into_iter()
        .flat_map(|v| {
            // Not told: the decision is that of the act, or a doubt between the act and none.
            let aucun = seul.then_some(Candidat::Ferme(v, Verdict::PasOuvert));
            aucun.into_iter().chain([Candidat::EnVigueur(v)])
        })
        .collect()
}

/// One decision out of those of the candidates: firm only when they agree.
pub fn accorder(candidats: &[Candidat], mut decisions: Vec<Decision>) -> Decision {
    let Some(mut retenue) = decisions.pop() else {
        unreachable!("a dispositif has at least one candidate")
    };
    let acte = candidats.last().map(Candidat::reglement);
    let a_la_fin = matches!(candidats.first(), Some(Candidat::Ferme(_, Verdict::Clos)));
    let reserve = candidats.last().and_then(|c| {
        let periode = &c.reglement().periode;
        match a_la_fin {
            true => periode.reserve_de_fin.clone(),
            false => periode.reserve.clone(),
        }
    });
    if decisions.is_empty() {
        return retenue;
    }
    let meme_issue = decisions
        .iter()
        .all(|d| d.verdict == retenue.verdict && d.carnet == retenue.carnet);
    // Refused in every reading, whatever the reason: a certain refusal wins over a doubt.
    let refuse = |d: &Decision| !d.refus.is_empty();
    if refuse(&retenue) && decisions.iter().all(refuse) {
        // « Closed » is said before anything else.
        let clos = decisions.into_iter().find(|d| d.verdict == Verdict::Clos);
        return clos.unwrap_or(retenue);
    }
    let memes_papiers = decisions
        .iter()
        .all(|d| d.titre == retenue.titre && papiers(d) == papiers(&retenue));
    for (candidat, autre) in candidats.iter().zip(&decisions) {
        for reserve in &autre.reserves {
            let bloque = autre.bloquantes.contains(reserve);
            ajouter_reserve(&mut retenue, reserve, bloque);
        }
        let mut manque = Causes {
            questions: retenue.manque,
            reserves: vec![],
        };
        manque.joindre(&Causes {
            questions: autre.manque.clone(),
            reserves: vec![],
        });
        retenue.manque = manque.questions;
        // A version in force that retains no ground leaves only what everybody brings.
        if matches!(candidat, Candidat::EnVigueur(_)) && autre.titre.is_none() {
            retenue.titre = None;
            retenue.autres_titres.clear();
            retenue.pieces.retain(|p| commune(acte, &p.id));
        }
    }
    // Two versions that leave the same doubt still differ on what they grant and ask for.
    let ferme = meme_issue && retenue.verdict != Verdict::APreciser;
    if !ferme {
        retenue.verdict = Verdict::APreciser;
        retenue.carnet = None;
        // What one version alone refuses is no reason of a doubt.
        let refus = std::mem::take(&mut retenue.refus);
        retenue.motifs.retain(|m| !refus.contains(&m.id));
    }
    if let Some(reserve) = reserve
        && !(ferme && memes_papiers)
    {
        ajouter_reserve(&mut retenue, &reserve, !ferme);
    }
    retenue
}

/// What to bring, wherever each act writes it.
fn papiers(decision: &Decision) -> Vec<PieceAApporter> {
    let mut pieces = decision.pieces.clone();
    for piece in &mut pieces {
        piece.acte.clear();
        piece.article.clear();
    }
    pieces
}

/// The paper is asked of everybody, whatever the ground.
fn commune(reglement: Option<&Reglement>, piece: &str) -> bool {
    let demandee = reglement.and_then(|r| r.pieces.iter().find(|p| p.id == piece));
    let mut propre = false;
    if let Some(demandee) = demandee {
        demandee
            .si
            .parcourir(&mut |c| propre |= matches!(c, Critere::Titre(_)));
    }
    !propre
}
