//! What holds for every demande, checked on all those that axes of thresholds make (`espaces.rs`).
//!
//! Three walks through the spaces: every case judged once; one case in so many judged again with each
//! answer to each unknown question; one case in so many judged again on the days and with the answers
//! that its decision announces. A test for each rule reads what its walk found.

mod espaces;
mod releve;
mod reponses;

use crate::Catalogue;
use crate::bilan::{Changement, Decision, Verdict};
use crate::codes_postaux::existe;
use crate::date::{self, Jour};
use crate::decision::decisions;
use crate::decision::evaluer;
use crate::demande::{CodePostal, Demande, Reponse};
use crate::reglement::{Critere, Genre, Question, Scalaire};
use espaces::{Espace, espaces};
use releve::{Releve, conclure, exiger, parcourir};
use reponses::{jour, le, reponses_possibles};
use std::sync::LazyLock;

const FERMES: [Verdict; 2] = [Verdict::Eligible, Verdict::NonEligible];
const REFUSES: [Verdict; 3] = [Verdict::NonEligible, Verdict::PasOuvert, Verdict::Clos];

#[test]
fn les_espaces_n_ont_pas_retreci() {
    let tailles: Vec<usize> = espaces().iter().map(Espace::taille).collect();
    for (espace, taille) in espaces().iter().zip(&tailles) {
        println!("{taille:>8} {}", espace.nom);
    }
    let total: usize = tailles.iter().sum();
    println!("{total:>8} cas");
    assert!(total >= 400_000, "{total} cas seulement");
}

// ── Every case, judged once ──

#[test]
fn un_refus_dit_ses_motifs_et_n_accorde_rien() {
    conclure(&JUGES, "refus");
}

#[test]
fn un_doute_dit_ce_qui_manque_ou_ce_que_le_texte_laisse_ouvert() {
    conclure(&JUGES, "doute");
}

#[test]
fn un_droit_a_un_titre_et_des_papiers() {
    conclure(&JUGES, "droit");
}

#[test]
fn un_papier_propre_a_un_titre_n_est_demande_que_pour_ce_titre() {
    conclure(&JUGES, "papiers");
}

static JUGES: LazyLock<Releve> = LazyLock::new(|| {
    parcourir(1, |catalogue, demande, constater| {
        for d in decisions(catalogue, demande) {
            constater("refus", &d, refus(&d));
            constater("doute", &d, doute(&d));
            constater("droit", &d, droit(&d));
            constater("papiers", &d, papiers(catalogue, &d));
        }
    })
});

fn refus(d: &Decision) -> Result<(), String> {
    let refuse = REFUSES.contains(&d.verdict);
    exiger(
        d.refus.is_empty() != refuse,
        "des motifs de refus si et seulement si refusé",
    )?;
    exiger(
        (d.carnet == Some(0)) == refuse,
        "zéro pass si et seulement si refusé",
    )?;
    exiger(!refuse || d.pieces.is_empty(), "un refus demande un papier")?;
    exiger(!refuse || d.titre.is_none(), "un refus retient un titre")
}

fn doute(d: &Decision) -> Result<(), String> {
    let doute = d.verdict == Verdict::APreciser;
    let dit = !d.manque.is_empty() || !d.bloquantes.is_empty();
    exiger(!doute || dit, "à préciser sans rien à préciser")?;
    exiger(
        !doute || d.carnet.is_none(),
        "un nombre de pass avant la réponse",
    )?;
    exiger(
        doute || d.bloquantes.is_empty(),
        "réserve bloquante d'une réponse ferme",
    )?;
    let connues = d.bloquantes.iter().all(|r| d.reserves.contains(r));
    exiger(connues, "réserve bloquante qui n'est pas dans les réserves")
}

fn droit(d: &Decision) -> Result<(), String> {
    let droit = d.verdict == Verdict::Eligible;
    exiger(!droit || d.titre.is_some(), "un droit sans titre")?;
    exiger(!droit || !d.pieces.is_empty(), "un droit sans aucun papier")
}

fn papiers(catalogue: &Catalogue, d: &Decision) -> Result<(), String> {
    let reglement = catalogue
        .reglement(d.reglement)
        .expect("a règlement of the catalogue");
    for piece in &d.pieces {
        let mut titres = Vec::new();
        for demandee in reglement.pieces.iter().filter(|p| p.id == piece.id) {
            demandee.si.parcourir(&mut |critere| {
                if let Critere::Titre(titre) = critere {
                    titres.push(titre.as_str());
                }
            });
        }
        let du_titre = d.titre.is_some_and(|titre| titres.contains(&titre));
        exiger(
            titres.is_empty() || du_titre,
            &format!("{} sans son titre", piece.id),
        )?;
    }
    Ok(())
}

// ── One more answer ──

/// Kleene's monotony: more information may settle a doubt, never turn a firm answer over.
#[test]
fn repondre_a_une_question_ne_retourne_jamais_une_reponse_ferme() {
    conclure(&REPONDUS, "ferme");
}

#[test]
fn une_question_qui_ne_manque_pas_ne_change_ni_la_reponse_ni_le_nombre() {
    conclure(&REPONDUS, "manque");
}

/// Each decision against those that every answer to one unknown question gives.
static REPONDUS: LazyLock<Releve> = LazyLock::new(|| {
    parcourir(37, |catalogue, demande, constater| {
        let avant = decisions(catalogue, demande);
        for question in &catalogue.questions {
            if !inconnue(question, demande) {
                continue;
            }
            for reponse in reponses_possibles(question, demande) {
                let mut mieux = demande.clone();
                mieux.reponses.donner(&question.id, reponse.clone());
                let avec = |ecart: String| format!("{ecart} avec {} = {reponse:?}", question.id);
                for apres in decisions(catalogue, &mieux) {
                    let meme = |d: &&Decision| d.dispositif == apres.dispositif;
                    let avant = avant.iter().find(meme).expect("the same dispositifs");
                    constater("ferme", avant, ferme(avant, &apres).map_err(avec));
                    constater(
                        "manque",
                        avant,
                        manque(avant, &question.id, &apres).map_err(avec),
                    );
                }
            }
        }
    })
});

/// Not answered, or « je ne sais pas », or a postal code that does not exist and nobody confirmed.
fn inconnue(question: &Question, demande: &Demande) -> bool {
    let reponses = &demande.reponses;
    let presumee = reponses.donnee(&question.id).is_none() && question.presume.is_some();
    match reponses.connue(&question.id) {
        Some(Reponse::CodePostal(CodePostal::France(code))) => {
            !existe(code) && reponses.connue("code-postal-confirme").is_none()
        }
        Some(_) => false,
        // A birth date already tells the bracket.
        None if question.genre == Genre::TrancheAge => reponses.naissance().is_none(),
        None => !presumee,
    }
}

fn ferme(avant: &Decision, apres: &Decision) -> Result<(), String> {
    let retourne = FERMES.contains(&avant.verdict) && apres.verdict != avant.verdict;
    exiger(!retourne, &format!("devient {:?}", apres.verdict))
}

fn manque(avant: &Decision, question: &str, apres: &Decision) -> Result<(), String> {
    // The age is one question, asked in two ways.
    let age = |q: &str| ["tranche-age", "date-naissance"].contains(&q);
    let annoncee = avant
        .manque
        .iter()
        .any(|m| *m == question || (age(m) && age(question)));
    let change = (apres.verdict, apres.carnet) != (avant.verdict, avant.carnet);
    exiger(
        annoncee || !change,
        &format!("devient {:?}, carnet {:?}", apres.verdict, apres.carnet),
    )
}

// ── What a decision announces ──

#[test]
fn le_jour_annonce_est_le_premier_qui_ouvre_le_droit() {
    conclure(&ANNONCES, "jour");
}

#[test]
fn le_changement_propose_ouvre_le_droit() {
    conclure(&ANNONCES, "changement");
}

#[test]
fn aucun_changement_qui_ouvre_le_droit_n_est_oublie() {
    conclure(&ANNONCES, "oubli");
}

static ANNONCES: LazyLock<Releve> = LazyLock::new(|| {
    parcourir(53, |catalogue, demande, constater| {
        for d in evaluer(catalogue, demande).decisions {
            constater("jour", &d, jour_annonce(catalogue, demande, &d));
            constater("oubli", &d, oubli(catalogue, demande, &d));
            constater("changement", &d, changements(catalogue, demande, &d));
        }
    })
});

/// A few days of each règlement, that no announced day may have forgotten.
#[rustfmt::skip]
const TEMOINS: [&str; 8] = [
    "2021-06-15", "2022-02-15", "2022-03-01", "2022-06-15",
    "2022-12-15", "2023-01-01", "2023-12-31", "2024-12-31",
];

fn jour_annonce(catalogue: &Catalogue, demande: &Demande, d: &Decision) -> Result<(), String> {
    if d.verdict == Verdict::Eligible {
        return exiger(
            d.a_partir_du.is_none(),
            "un jour annoncé à qui a déjà droit",
        );
    }
    let droit = |jour| verdict(catalogue, &le(demande, jour), d) == Verdict::Eligible;
    let annonce: Option<Jour> = d.a_partir_du.as_deref().map(jour);
    if let Some(annonce) = annonce {
        exiger(annonce > demande.depot, "le jour annoncé est passé")?;
        exiger(droit(annonce), &format!("{annonce} n'ouvre pas le droit"))?;
        let veille = date::veille(annonce);
        let tard = veille > demande.depot && droit(veille);
        exiger(
            !tard,
            &format!("{annonce} annoncé, {veille} ouvre déjà le droit"),
        )?;
    }
    let plus_tot = |jour: &Jour| *jour > demande.depot && annonce.is_none_or(|a| *jour < a);
    let oublie = TEMOINS
        .map(jour)
        .into_iter()
        .filter(plus_tot)
        .find(|jour| droit(*jour));
    exiger(
        oublie.is_none(),
        &format!("{annonce:?} annoncé, {oublie:?} ouvre le droit"),
    )
}

fn changements(catalogue: &Catalogue, demande: &Demande, d: &Decision) -> Result<(), String> {
    for changement in &d.si_alors {
        let mut change = demande.clone();
        appliquer(catalogue, &mut change, changement);
        let obtenu = decision(catalogue, &change, d);
        let Changement {
            question,
            reponse,
            reste_a_demander: reste,
        } = changement;
        let (verdict, refus, doutes) = (obtenu.verdict, &obtenu.refus, &obtenu.bloquantes);
        exiger(
            refus.is_empty() && doutes.is_empty(),
            &format!("{question} = {reponse} laisse {refus:?} {doutes:?}"),
        )?;
        let juste = match verdict {
            Verdict::Eligible => reste.is_empty(),
            _ => !reste.is_empty() && *reste == obtenu.manque,
        };
        exiger(
            juste,
            &format!("{question} = {reponse} donne {verdict:?}, il resterait {reste:?}"),
        )?;
    }
    Ok(())
}

/// What is left to say of somebody whom nothing refuses is a sure yes; of anybody else, that nothing is in the way.
fn oubli(catalogue: &Catalogue, demande: &Demande, d: &Decision) -> Result<(), String> {
    let obstacle =
        |d: &Decision| !(d.refus.is_empty() && d.suspendus.is_empty() && d.bloquantes.is_empty());
    if matches!(
        d.verdict,
        Verdict::Eligible | Verdict::PasOuvert | Verdict::Clos
    ) {
        return exiger(
            d.si_alors.is_empty(),
            "un changement que personne ne peut faire",
        );
    }
    let libres = catalogue.questions.iter().filter(|q| !q.immuable);
    for question in libres {
        for reponse in autres_reponses(question, demande) {
            let changement = Changement {
                question: &question.id,
                reponse,
                reste_a_demander: Vec::new(),
            };
            let mut change = demande.clone();
            appliquer(catalogue, &mut change, &changement);
            let obtenu = decision(catalogue, &change, d);
            let convient = match obstacle(d) {
                true => !obstacle(&obtenu),
                false => obtenu.verdict == Verdict::Eligible,
            };
            let dit = d.si_alors.iter().any(|dit| {
                (dit.question, &dit.reponse) == (changement.question, &changement.reponse)
            });
            exiger(
                dit == convient,
                &format!(
                    "{} = {} : {}",
                    changement.question,
                    changement.reponse,
                    if convient { "oublié" } else { "dit à tort" }
                ),
            )?;
        }
    }
    Ok(())
}

/// The answers of a list that were not given: one more, where several may be.
fn autres_reponses(question: &Question, demande: &Demande) -> Vec<Scalaire> {
    let cochees = demande.reponses.situations().unwrap_or_default();
    let donnee = |reponse: &Scalaire| match question.genre {
        Genre::Plusieurs => cochees.contains(&reponse.to_string()),
        _ => demande.reponses.donnee(&question.id) == Some(&Reponse::Valeur(reponse.clone())),
    };
    let toutes = match question.genre {
        Genre::OuiNon => [true, false].map(Scalaire::Booleen).to_vec(),
        _ => question.options.iter().map(|o| o.id.clone()).collect(),
    };
    toutes
        .into_iter()
        .filter(|reponse| !donnee(reponse))
        .collect()
}

fn appliquer(catalogue: &Catalogue, demande: &mut Demande, changement: &Changement) {
    let question = catalogue
        .question(changement.question)
        .expect("a question of the catalogue");
    let reponse = match question.genre {
        Genre::Plusieurs => {
            let mut cochees = demande.reponses.situations().unwrap_or_default().to_vec();
            cochees.push(changement.reponse.to_string());
            Reponse::Plusieurs(cochees)
        }
        _ => Reponse::Valeur(changement.reponse.clone()),
    };
    demande.reponses.donner(&question.id, reponse);
}

fn verdict(catalogue: &Catalogue, demande: &Demande, d: &Decision) -> Verdict {
    decision(catalogue, demande, d).verdict
}

/// The decision of the same dispositif for another demande.
fn decision<'a>(catalogue: &'a Catalogue, demande: &Demande, d: &Decision) -> Decision<'a> {
    let mut toutes = decisions(catalogue, demande).into_iter();
    toutes
        .find(|autre| autre.dispositif == d.dispositif)
        .expect("the same dispositif")
}
