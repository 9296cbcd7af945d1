//! What holds for every demande, checked on all those that axes of thresholds make (`espaces.rs`).
//!
//! The simple invariants look at every case. Those that judge one case many times look at one in so
//! many, spread over the space.

#![cfg(not(target_arch = "wasm32"))]

mod espaces;

use espaces::{espaces, jour, reponses_possibles};
use pass_numerique::bilan::{Changement, Decision, Verdict};
use pass_numerique::date::{self, Jour};
use pass_numerique::decision::decisions;
use pass_numerique::demande::{Demande, Reponse};
use pass_numerique::reglement::{Critere, Genre};
use pass_numerique::{Catalogue, evaluer};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const FERMES: [Verdict; 2] = [Verdict::Eligible, Verdict::NonEligible];
const REFUSES: [Verdict; 3] = [Verdict::NonEligible, Verdict::PasOuvert, Verdict::Clos];

#[test]
fn un_refus_dit_ses_motifs_et_n_accorde_rien() {
    chaque_decision(1, |_, _, d| {
        let refuse = REFUSES.contains(&d.verdict);
        verifier(
            d.refus.is_empty() != refuse,
            "des motifs de refus si et seulement si refusé",
        )?;
        verifier(
            (d.carnet == Some(0)) == refuse,
            "zéro pass si et seulement si refusé",
        )?;
        verifier(
            !refuse || (d.pieces.is_empty() && d.titre.is_none()),
            "un refus demande un papier",
        )
    });
}

#[test]
fn un_doute_dit_ce_qui_manque_ou_ce_que_le_texte_laisse_ouvert() {
    chaque_decision(1, |_, _, d| {
        let doute = d.verdict == Verdict::APreciser;
        let dit = !d.manque.is_empty() || !d.bloquantes.is_empty();
        verifier(!doute || dit, "à préciser sans rien à préciser")?;
        verifier(
            doute || d.bloquantes.is_empty(),
            "réserve bloquante d'une réponse ferme",
        )?;
        verifier(
            !doute || d.carnet.is_none(),
            "un nombre de pass avant la réponse",
        )?;
        let connues = d.bloquantes.iter().all(|r| d.reserves.contains(r));
        verifier(connues, "réserve bloquante qui n'est pas dans les réserves")
    });
}

#[test]
fn un_droit_a_un_titre_et_des_papiers() {
    chaque_decision(1, |_, _, d| {
        let droit = d.verdict == Verdict::Eligible;
        verifier(!droit || d.titre.is_some(), "un droit sans titre")?;
        verifier(!droit || !d.pieces.is_empty(), "un droit sans aucun papier")
    });
}

#[test]
fn un_papier_propre_a_un_titre_n_est_demande_que_pour_ce_titre() {
    chaque_decision(1, |catalogue, _, d| {
        let Some(reglement) = catalogue.reglement(&d.reglement) else {
            return Ok(());
        };
        for piece in &d.pieces {
            let mut titres = Vec::new();
            for demandee in reglement.pieces.iter().filter(|p| p.id == piece.id) {
                demandee.si.parcourir(&mut |critere| {
                    if let Critere::Titre(titre) = critere {
                        titres.push(titre);
                    }
                });
            }
            let du_titre = d
                .titre
                .as_ref()
                .is_some_and(|titre| titres.contains(&titre));
            verifier(
                titres.is_empty() || du_titre,
                &format!("{} sans son titre", piece.id),
            )?;
        }
        Ok(())
    });
}

/// Kleene's monotony: more information may settle a doubt, never turn a firm answer over.
#[test]
fn repondre_a_une_question_ne_retourne_jamais_une_reponse_ferme() {
    en_repondant(37, |avant, _, apres| {
        let ferme = FERMES.contains(&avant.verdict);
        verifier(
            !ferme || apres.verdict == avant.verdict,
            &format!("devient {:?}", apres.verdict),
        )
    });
}

#[test]
fn une_question_qui_ne_manque_pas_ne_change_ni_la_reponse_ni_le_nombre() {
    en_repondant(41, |avant, question, apres| {
        // The age is one question, asked in two ways.
        let age = |q: &str| ["tranche-age", "date-naissance"].contains(&q);
        let manque = |m: &String| m == question || (age(m) && age(question));
        let change = (apres.verdict, apres.carnet) != (avant.verdict, avant.carnet);
        let devenu = format!("devient {:?}, carnet {:?}", apres.verdict, apres.carnet);
        verifier(!change || avant.manque.iter().any(manque), &devenu)
    });
}

#[test]
fn le_jour_annonce_ouvre_le_droit_et_pas_la_veille() {
    let jours_temoins: Vec<Jour> = TEMOINS.iter().map(|j| jour(j)).collect();
    chaque_bilan(211, |catalogue, demande, d| {
        if d.verdict == Verdict::Eligible {
            return verifier(d.a_partir_du.is_none(), "un jour annoncé à qui a déjà droit");
        }
        let eligible = |jour| verdict(catalogue, &demande.le(jour), d) == Verdict::Eligible;
        let annonce = d.a_partir_du.as_ref().map(|j| jour(j));
        if let Some(annonce) = annonce {
            verifier(annonce > demande.depot, "jour annoncé déjà passé")?;
            verifier(
                eligible(annonce),
                &format!("{annonce} n'ouvre pas le droit"),
            )?;
            let veille = date::veille(annonce);
            let trop_tard = veille > demande.depot && eligible(veille);
            verifier(
                !trop_tard,
                &format!("{veille} ouvre déjà le droit, {annonce} annoncé"),
            )?;
        }
        let avant = |jour: &&Jour| **jour > demande.depot && annonce.is_none_or(|a| **jour < a);
        match jours_temoins
            .iter()
            .filter(avant)
            .find(|jour| eligible(**jour))
        {
            Some(oublie) => Err(format!("{oublie} ouvre le droit, annoncé : {annonce:?}")),
            None => Ok(()),
        }
    });
}

/// A few days of each règlement, that no announced day may have forgotten.
const TEMOINS: [&str; 8] = [
    "2021-06-15",
    "2022-02-15",
    "2022-03-01",
    "2022-06-15",
    "2022-12-15",
    "2023-01-01",
    "2023-12-31",
    "2024-12-31",
];

#[test]
fn le_changement_propose_ouvre_le_droit() {
    chaque_bilan(197, |catalogue, demande, d| {
        for changement in &d.si_alors {
            let mut change = demande.clone();
            appliquer(catalogue, &mut change, changement);
            let obtenu = verdict(catalogue, &change, d);
            let fait = format!(
                "{} = {} donne {obtenu:?}",
                changement.question, changement.reponse
            );
            verifier(obtenu == Verdict::Eligible, &fait)?;
        }
        Ok(())
    });
}

fn appliquer(catalogue: &Catalogue, demande: &mut Demande, changement: &Changement) {
    let question = catalogue
        .question(&changement.question)
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

// ── Through the spaces ──

fn verifier(juste: bool, ecart: &str) -> Result<(), String> {
    if juste { Ok(()) } else { Err(ecart.into()) }
}

/// Looks at each decision, without its perspectives, of one case in `pas`.
fn chaque_decision(
    pas: usize,
    regle: impl Fn(&Catalogue, &Demande, &Decision) -> Result<(), String> + Sync,
) {
    parcourir(pas, |catalogue, demande, constater| {
        for decision in decisions(catalogue, demande) {
            constater(&decision, regle(catalogue, demande, &decision));
        }
    });
}

/// Looks at each decision with its perspectives (dearer) of one case in `pas`.
fn chaque_bilan(
    pas: usize,
    regle: impl Fn(&Catalogue, &Demande, &Decision) -> Result<(), String> + Sync,
) {
    parcourir(pas, |catalogue, demande, constater| {
        for decision in evaluer(catalogue, demande).decisions {
            constater(&decision, regle(catalogue, demande, &decision));
        }
    });
}

/// Compares each decision with those that every answer to one unknown question gives.
fn en_repondant(
    pas: usize,
    regle: impl Fn(&Decision, &str, &Decision) -> Result<(), String> + Sync,
) {
    parcourir(pas, |catalogue, demande, constater| {
        let avant = decisions(catalogue, demande);
        for question in &catalogue.questions {
            let donnee = demande.reponses.donnee(&question.id);
            let presume = donnee.is_none() && question.presume.is_some();
            // A birth date already tells the bracket.
            let redite =
                question.genre == Genre::TrancheAge && demande.reponses.naissance().is_some();
            if presume || redite || demande.reponses.connue(&question.id).is_some() {
                continue;
            }
            for reponse in reponses_possibles(question, demande) {
                let mut mieux = demande.clone();
                mieux.reponses.donner(&question.id, reponse.clone());
                for apres in decisions(catalogue, &mieux) {
                    let meme = |d: &&Decision| d.dispositif == apres.dispositif;
                    let avant = avant.iter().find(meme).expect("the same dispositifs");
                    let dit = regle(avant, &question.id, &apres)
                        .map_err(|ecart| format!("{ecart} avec {} = {reponse:?}", question.id));
                    constater(avant, dit);
                }
            }
        }
    });
}

fn verdict(catalogue: &Catalogue, demande: &Demande, d: &Decision) -> Verdict {
    let mut toutes = decisions(catalogue, demande).into_iter();
    toutes
        .find(|autre| autre.dispositif == d.dispositif)
        .expect("the same dispositif")
        .verdict
}

type Constater<'a> = dyn FnMut(&Decision, Result<(), String>) + 'a;

/// Hands one case in `pas` of every space to the rule, on every core; fails with the shortest breaches.
#[track_caller]
fn parcourir(pas: usize, regle: impl Fn(&Catalogue, &Demande, &mut Constater) + Sync) {
    let catalogue = Catalogue::integre();
    let (cas, controles) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let ecarts = Mutex::new(Vec::new());
    let fils = std::thread::available_parallelism().map_or(1, usize::from);
    for espace in espaces() {
        std::thread::scope(|portee| {
            for fil in 0..fils {
                let (espace, catalogue, regle) = (&espace, &catalogue, &regle);
                let (cas, controles, ecarts) = (&cas, &controles, &ecarts);
                portee.spawn(move || {
                    for rang in (fil * pas..espace.taille()).step_by(fils * pas) {
                        let demande = espace.cas(rang);
                        cas.fetch_add(1, Ordering::Relaxed);
                        regle(catalogue, &demande, &mut |decision, dit| {
                            controles.fetch_add(1, Ordering::Relaxed);
                            if let Err(ecart) = dit {
                                let ecart = format!(
                                    "{ecart}\n    {}\n    {}",
                                    ecrire(&demande),
                                    resumer(decision)
                                );
                                ecarts.lock().unwrap().push(ecart);
                            }
                        });
                    }
                });
            }
        });
    }
    let mut ecarts = ecarts.into_inner().unwrap();
    ecarts.sort_by_key(String::len);
    println!(
        "{} cas, {} contrôles",
        cas.into_inner(),
        controles.into_inner()
    );
    assert!(
        ecarts.is_empty(),
        "{} écarts, dont :\n{}",
        ecarts.len(),
        ecarts[..ecarts.len().min(8)].join("\n")
    );
}

#[test]
fn la_grille_a_sa_taille() {
    let espaces = espaces();
    for espace in &espaces {
        println!("{:>8} {}", espace.taille(), espace.nom);
    }
    let total: usize = espaces.iter().map(espaces::Espace::taille).sum();
    println!("{total:>8} cas en tout");
    assert!(total > 100_000, "une grille a rétréci");
}

fn ecrire(demande: &Demande) -> String {
    let reponses: Vec<String> = demande
        .reponses
        .iter()
        .map(|(q, r)| format!("{q}={r:?}"))
        .collect();
    format!(
        "dépôt {}, création {}, {}",
        demande.depot,
        demande.creation,
        reponses.join(", ")
    )
}

fn resumer(d: &Decision) -> String {
    format!(
        "{} {:?} carnet {:?} titre {:?} refus {:?} reserves {:?} bloquantes {:?} manque {:?}",
        d.reglement, d.verdict, d.carnet, d.titre, d.refus, d.reserves, d.bloquantes, d.manque
    )
}
