//! Golden pages: every screen and every distinct result, printed natively and compared.
//!
//! `METTRE_A_JOUR=1 cargo test pages` rewrites them; the change is then read in the diff.
use super::commun::fichiers::{GARDES, fichiers};
use crate::decision::evaluer;
use crate::demande::{self, Reponse};
use crate::page::{Action, Ecran, Reglages, Seance, vue};
use crate::parcours::parcourir;
use crate::textes::Langues;
use crate::valeur::Valeur;
use crate::{Catalogue, date};
use std::collections::{BTreeMap, BTreeSet};

fn seance_du(catalogue: &Catalogue, jour: &str) -> Seance {
    let reglages = Reglages {
        adresse: Some("https://region.example/pass-numerique".into()),
        ..Reglages::du(date::lire(jour).unwrap())
    };
    Seance::nouveau(catalogue, reglages)
}

fn avec_demande(catalogue: &Catalogue, demande: &serde_json::Value) -> Seance {
    let valeur: Valeur = serde_json::from_value(demande.clone()).unwrap();
    let lue = demande::lire(catalogue, &valeur).unwrap();
    let mut seance = seance_du(catalogue, demande["dateDepot"].as_str().unwrap());
    seance.reponses = lue.reponses;
    seance
}

/// Every page, by name.
fn pages() -> BTreeMap<String, String> {
    let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
    let mut pages = BTreeMap::new();
    let mut noter = |nom: String, seance: &Seance| {
        let html = vue(&catalogue, &langues, seance).html();
        assert!(
            pages.insert(nom.clone(), html + "\n").is_none(),
            "two pages named {nom}"
        );
    };

    noter("accueil".into(), &seance_du(&catalogue, "2024-03-15"));
    for question in &catalogue.questions {
        let mut sur_question = seance_du(&catalogue, "2023-05-10");
        sur_question.ecran = Ecran::Question(question.id.clone());
        noter(format!("question-{}", question.id), &sur_question);
        sur_question.suivre(&catalogue, Action::Repondre(Vec::new()));
        noter(format!("question-{}-erreur", question.id), &sur_question);
    }

    let mut vus = BTreeSet::new();
    for fichier in fichiers().iter().filter(|f| f.nom != GARDES) {
        for dossier in fichier.dossiers() {
            let mut resultat = avec_demande(&catalogue, &dossier["demande"]);
            // What a dossier leaves out, the form would have asked: « je ne sais pas ».
            while let Some(question) = parcourir(&catalogue, &resultat.demande()).prochaine {
                let deja = resultat.reponses.donnee(&question.id);
                assert!(deja.is_none(), "« {} » est posée deux fois", question.id);
                resultat.reponses.donner(&question.id, Reponse::NeSaitPas);
            }
            resultat.ecran = Ecran::Resultat;
            let parcours = parcourir(&catalogue, &resultat.demande());
            let bilan = evaluer(&catalogue, &parcours.demande);
            let d = &bilan.decisions[0];
            let verdict = serde_json::to_value(d.verdict).unwrap();
            let raisons = [&d.refus, &d.bloquantes].map(|l| l.join("-")).join("");
            let raisons = match raisons.as_str() {
                "" => match d.titre {
                    Some(titre) => titre.into(),
                    None => format!("manque-{}", d.manque[0]),
                },
                autres => autres.into(),
            };
            let nom = format!(
                "resultat-{}-{}-{raisons}",
                d.reglement,
                verdict.as_str().unwrap()
            );
            if vus.insert(nom.clone()) {
                noter(nom, &resultat);
                if vus.len() == 1 {
                    resultat.ecran = Ecran::Verification;
                    noter("verification".into(), &resultat);
                }
            }
        }
    }
    pages
}

#[test]
fn chaque_ecran_est_celui_qui_a_ete_relu() {
    super::commun::images::comparer("tests/pages", &pages());
}

#[test]
fn le_doute_d_un_second_carnet_dit_la_condition_qui_n_est_pas_remplie() {
    let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
    for (code_postal, dite) in [("75011", true), ("59000", false)] {
        let demande = serde_json::json!({ "dateDepot": "2024-03-15", "reponses": {
            "date-naissance": "1950-03-02", "code-postal": code_postal, "situations": [], "accompagne": false,
            "pass-recus": 5, "pass-utilises": true, "hebergement": "a-son-nom", "lycee-experimentation": false,
        } });
        let mut resultat = avec_demande(&catalogue, &demande);
        resultat.suivre(&catalogue, Action::VoirLeResultat);
        let html = vue(&catalogue, &langues, &resultat).html();
        let phrase = "La condition en question&nbsp;: «&nbsp;Il faut habiter dans les Hauts-de-France.&nbsp;»";
        assert_eq!(html.contains(phrase), dite, "{code_postal} : {html}");
    }
}

#[test]
fn les_cinq_chemins_de_bout_en_bout_menent_a_leur_reponse() {
    let catalogue = Catalogue::integre();
    let champ = |valeur: &str| vec![("reponse".to_string(), valeur.to_string())];
    let jour = |j: &str, m: &str, a: &str| {
        [("jour", j), ("mois", m), ("annee", a)]
            .map(|(n, v)| (n.to_string(), v.to_string()))
            .to_vec()
    };
    let plutot = |valeur: &str| vec![("plutot".to_string(), valeur.to_string())];
    let cas = [
        (
            "60 ans ou plus, seul",
            vec![
                champ("59000"),
                champ("60+"),
                champ("0"),
                champ("false"),
                champ("a-son-nom"),
            ],
            "Vous pouvez demander le pass numérique.",
        ),
        (
            "une bénévole hors de la région",
            vec![champ("51100"), champ("0")],
            "Le pass numérique n’est pas prévu pour votre situation.",
        ),
        (
            "un apprenti de 17 ans",
            vec![
                champ("59000"),
                champ("0-17"),
                champ("apprenti"),
                champ("0"),
                jour("1", "6", "2006"),
            ],
            "Pas encore\u{a0}: à partir du 1er juin 2024.",
        ),
        (
            "« je ne sais pas » au code postal, à l'âge et à la situation",
            vec![
                plutot("ne-sait-pas"),
                champ("ne-sait-pas"),
                plutot("ne-sait-pas"),
            ],
            "",
        ),
    ];
    for (nom, formulaires, reponse) in cas {
        let mut seance = seance_du(&catalogue, "2024-03-15");
        seance.suivre(&catalogue, Action::Commencer);
        for formulaire in formulaires {
            seance.suivre(&catalogue, Action::Repondre(formulaire.clone()));
            assert!(seance.refus.is_none(), "{nom} : {formulaire:?} refusé");
        }
        if reponse.is_empty() {
            assert!(matches!(seance.ecran, Ecran::Question(_)), "{nom}");
            continue;
        }
        assert_eq!(seance.ecran, Ecran::Verification, "{nom}");
        seance.suivre(&catalogue, Action::VoirLeResultat);
        let html = vue(&catalogue, &Langues::integrees(), &seance).html();
        let html = html.replace("&nbsp;", "\u{a0}");
        assert!(html.contains(reponse), "{nom} : {html}");
    }
}
