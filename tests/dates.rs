//! Properties of civil days, whatever the day.
use crate::date::{self, Anniversaire, Jour};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

const LECTURES: [Anniversaire; 2] = [Anniversaire::Vingthuitfevrier, Anniversaire::Premiermars];

/// From 1900 to 2100, leap years and both kinds of century included.
fn un_jour() -> impl Strategy<Value = Jour> {
    (0..73_414u32).prop_map(|rang| {
        NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(rang.into())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn un_jour_ecrit_se_relit(jour in un_jour()) {
        prop_assert_eq!(date::lire(&date::ecrire(jour)), Some(jour));
    }

    #[test]
    fn aucun_texte_ne_fait_paniquer_la_lecture(texte in "\\PC{0,12}") {
        let lu = date::lire(&texte);
        prop_assert!(lu.is_none() || texte.len() == 10);
    }

    #[test]
    fn un_delai_en_mois_tombe_le_meme_quantieme_ou_le_dernier_du_mois(jour in un_jour(), mois in 0..40u32) {
        let terme = date::ajouter_mois(jour, mois);
        let attendu = (jour.month0() + mois) % 12;
        prop_assert_eq!(terme.month0(), attendu);
        let dernier = date::ajouter_jours(terme, 1).day() == 1;
        prop_assert!(terme.day() == jour.day() || (dernier && terme.day() < jour.day()));
    }

    #[test]
    fn l_age_augmente_d_un_an_le_jour_de_l_anniversaire_et_pas_la_veille(naissance in un_jour(), age in 1..120u32) {
        for lecture in LECTURES {
            let jour = date::anniversaire(naissance, age, lecture);
            prop_assert_eq!(date::age(naissance, jour, lecture), age);
            prop_assert_eq!(date::age(naissance, date::veille(jour), lecture), age - 1);
        }
    }

    #[test]
    fn les_deux_lectures_ne_different_que_pour_les_nes_du_29_fevrier(naissance in un_jour(), age in 1..120u32) {
        let [tot, tard] = LECTURES.map(|l| date::anniversaire(naissance, age, l));
        if tot == tard {
            return Ok(());
        }
        prop_assert_eq!((naissance.month(), naissance.day()), (2, 29));
        prop_assert_eq!((tot.month(), tot.day()), (2, 28));
        prop_assert_eq!((tard.month(), tard.day()), (3, 1));
    }
}
