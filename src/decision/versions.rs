//! Which règlement applies on that day, and what to answer when several may.

use super::jugement::Jugement;
use super::pieces;
use crate::bilan::{PieceAApporter, Verdict};
use crate::date::Jour;
use crate::demande::Faits;
use crate::en_liste::EnListe;
use crate::ensemble::Ensemble;
use crate::reglement::{Critere, Nom, PieceDemandee, Reglement};

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

/// The act that applies, or none, on most days: those on which nothing is in doubt.
pub fn sans_doute<'a>(versions: &'a [Reglement], faits: &Faits) -> Option<Candidat<'a>> {
    let jours = [faits.depot, faits.creation];
    let possible = |v: &&Reglement| {
        jours
            .iter()
            .any(|jour| v.periode.possible().contient(*jour))
    };
    match versions.iter().find(possible) {
        None => ferme(versions, faits.depot),
        Some(_) => {
            let sure = |v: &&Reglement| jours.iter().all(|jour| v.periode.sure().contient(*jour));
            versions.iter().find(sure).map(Candidat::EnVigueur)
        }
    }
}

/// Not open yet, or closed.
fn ferme(versions: &[Reglement], jour: Jour) -> Option<Candidat<'_>> {
    let prochaine = versions.iter().find(|v| v.periode.du > jour);
    let prochaine = prochaine.map(|v| Candidat::Ferme(v, Verdict::PasOuvert));
    prochaine.or_else(|| Some(Candidat::Ferme(versions.last()?, Verdict::Clos)))
}

/// The versions that may apply, oldest first; `None` when there is no règlement.
///
/// The day of deposit says whether the aid is closed or not open. Otherwise the versions of the day
/// of creation are candidates too, since « déposée » may name either day; after the last day as well,
/// where the act has a caution for it.
pub fn candidats<'a>(versions: &'a [Reglement], faits: &Faits) -> Option<Vec<Candidat<'a>>> {
    let au_depot = du_jour(versions, faits.depot);
    if au_depot.is_empty() {
        let ferme = ferme(versions, faits.depot)?;
        let a_la_creation = du_jour(versions, faits.creation).pop();
        let doute = a_la_creation.filter(|c| c.reglement().periode.reserve_de_fin.is_some());
        let doute = doute.filter(|_| matches!(ferme, Candidat::Ferme(_, Verdict::Clos)));
        return Some([Some(ferme), doute].into_iter().flatten().en_liste());
    }
    if faits.creation == faits.depot {
        return Some(au_depot);
    }
    let mut a_la_creation = du_jour(versions, faits.creation);
    if a_la_creation.is_empty() {
        a_la_creation.push(Candidat::Ferme(au_depot[0].reglement(), Verdict::PasOuvert));
    }
    // « None yet » first, then by age: the last candidate is the latest act.
    let tous = || a_la_creation.iter().chain(&au_depot);
    let aucun = tous().find(|c| matches!(c, Candidat::Ferme(..)));
    let ouverts = versions.iter().filter_map(|version| {
        tous().find(|c| matches!(c, Candidat::EnVigueur(r) if r.id == version.id))
    });
    Some(aucun.into_iter().chain(ouverts).copied().en_liste())
}

/// The acts that the demande may be judged by.
pub fn en_vigueur<'a>(
    versions: &'a [Reglement],
    faits: &Faits,
) -> impl Iterator<Item = &'a Reglement> {
    let candidats = candidats(versions, faits).unwrap_or_default();
    candidats.into_iter().filter_map(|candidat| match candidat {
        Candidat::EnVigueur(reglement) => Some(reglement),
        Candidat::Ferme(..) => None,
    })
}

/// Sure version of that day, or all those that may be in force, « none » included when one is alone and unsure.
fn du_jour(versions: &[Reglement], jour: Jour) -> Vec<Candidat<'_>> {
    if let Some(sur) = versions.iter().find(|v| v.periode.sure().contient(jour)) {
        return vec![Candidat::EnVigueur(sur)];
    }
    let possibles = versions
        .iter()
        .filter(|v| v.periode.possible().contient(jour));
    let mut candidats = possibles.map(Candidat::EnVigueur).en_liste();
    if let [Candidat::EnVigueur(seul)] = candidats[..] {
        // Not told: the decision is that of the act, or a doubt between the act and none.
        candidats.insert(0, Candidat::Ferme(seul, Verdict::PasOuvert));
    }
    candidats
}

/// One judgement out of those of the candidates: firm only when they agree.
pub fn accorder<'a>(
    candidats: &[Candidat],
    mut jugements: Vec<Jugement<'a>>,
    faits: &Faits,
) -> Jugement<'a> {
    let Some(mut retenu) = jugements.pop() else {
        unreachable!("a dispositif has at least one candidate")
    };
    if jugements.is_empty() {
        return retenu;
    }
    let meme_issue = jugements
        .iter()
        .all(|j| j.verdict == retenu.verdict && j.carnet == retenu.carnet);
    // Refused in every reading, whatever the reason: a certain refusal wins over a doubt.
    if retenu.refuse() && jugements.iter().all(Jugement::refuse) {
        // « Closed » is said before anything else.
        let clos = jugements.into_iter().find(|j| j.verdict == Verdict::Clos);
        return clos.unwrap_or(retenu);
    }
    // Two versions that leave the same doubt still differ on what they grant and ask for.
    let ferme = meme_issue && retenu.verdict != Verdict::APreciser;
    let papiers_retenus = papiers(&retenu, faits);
    let memes_papiers = ferme
        && jugements
            .iter()
            .all(|j| papiers(j, faits) == papiers_retenus);
    for (candidat, autre) in candidats.iter().zip(&jugements) {
        retenu.prevenir(autre.reserves, false);
        retenu.prevenir(autre.bloquantes, true);
        retenu.manque.joindre(autre.manque);
        // A version in force that retains no ground leaves only what everybody brings.
        if matches!(candidat, Candidat::EnVigueur(_)) && autre.titre.is_none() {
            retenu.titre = None;
            retenu.autres_titres = Ensemble::default();
            let propres = (0..).zip(&retenu.reglement.pieces);
            let propres = propres.filter(|(_, demandee)| propre_a_un_titre(demandee));
            retenu.pieces = retenu.pieces.sans(propres.map(|(rang, _)| rang).collect());
        }
    }
    if !ferme {
        retenu.verdict = Verdict::APreciser;
        retenu.carnet = None;
        // What one version alone refuses is no reason of a doubt.
        retenu.refus = Ensemble::default();
    }
    if !memes_papiers {
        let periode = &retenu.reglement.periode;
        let reserve = match candidats.first() {
            Some(Candidat::Ferme(_, Verdict::Clos)) => &periode.reserve_de_fin,
            _ => &periode.reserve,
        };
        retenu.prevenir(Ensemble::de(Nom::rang_de(reserve)), !ferme);
    }
    retenu
}

/// The ground, and what to bring, wherever each act writes it.
fn papiers<'a>(
    jugement: &Jugement<'a>,
    faits: &Faits,
) -> (Option<&'a str>, Vec<PieceAApporter<'a>>) {
    let mut pieces = pieces::apporter(jugement, faits);
    for piece in &mut pieces {
        (piece.acte, piece.article) = ("", "");
    }
    (jugement.titre_retenu(), pieces)
}

/// The paper is asked for on some grounds only.
fn propre_a_un_titre(demandee: &PieceDemandee) -> bool {
    let mut propre = false;
    demandee
        .si
        .parcourir(&mut |c| propre |= matches!(c, Critere::Titre(_)));
    propre
}
