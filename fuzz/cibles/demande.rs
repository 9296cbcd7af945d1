//! Any JSON as a demande: an answer or errors, never a panic, and an answer that holds together.

#![no_main]

mod mutateur;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use pass_numerique::Catalogue;
use pass_numerique::interne::{Scalaire, Valeur, Verdict, evaluer, lire_une_demande};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::integre);

/// Names of the contract, and ids that the catalogue knows.
static MOTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut mots = vec![
        "dateDepot",
        "dateCreation",
        "dateDecision",
        "dateNotification",
        "dateTrancheAge",
        "reponses",
        "pieces",
        "id",
        "nature",
        "date",
        "finValidite",
        "delivrance",
        "annee",
        "signataire",
        "etranger",
        "60+",
        "31-59",
        "18-30",
        "59000",
        "62100",
        "59600",
        "75001",
        "99999",
        "59999",
    ];
    for question in &CATALOGUE.questions {
        mots.push(&question.id);
        mots.extend(question.options.iter().filter_map(|o| match &o.id {
            Scalaire::Texte(t) => Some(&**t),
            _ => None,
        }));
    }
    for piece in &CATALOGUE.pieces {
        mots.push(&piece.id);
        mots.extend(
            piece
                .natures
                .iter()
                .chain(&piece.signataires)
                .map(String::as_str),
        );
    }
    mots
});

fuzz_mutator!(
    |octets: &mut [u8], taille: usize, taille_max: usize, graine: u32| {
        mutateur::muter(octets, taille, taille_max, graine, &MOTS)
    }
);

fuzz_target!(|texte: &str| {
    let Ok(valeur) = serde_json::from_str::<Valeur>(texte) else {
        return;
    };
    let demande = match lire_une_demande(&CATALOGUE, &valeur) {
        Ok(demande) => demande,
        Err(erreurs) => {
            assert!(!erreurs.to_string().is_empty(), "refused without a reason");
            assert!(erreurs.iter().all(|e| !e.message.is_empty()), "{erreurs:?}");
            return;
        }
    };
    let bilan = evaluer(&CATALOGUE, &demande);
    assert_eq!(bilan.decisions.len(), CATALOGUE.dispositifs.len());
    for decision in &bilan.decisions {
        let refuse = matches!(
            decision.verdict,
            Verdict::NonEligible | Verdict::PasOuvert | Verdict::Clos
        );
        assert_eq!(refuse, !decision.refus.is_empty(), "{decision:?}");
        assert_eq!(refuse, decision.carnet == Some(0), "{decision:?}");
        assert!(
            decision.verdict != Verdict::Eligible || decision.titre.is_some(),
            "{decision:?}"
        );
        assert!(
            decision
                .bloquantes
                .iter()
                .all(|b| decision.reserves.contains(b)),
            "{decision:?}"
        );
    }
    serde_json::to_string(&bilan).unwrap();
});
