//! Days as people say them.

use super::agent::Agent;
use crate::date;
use crate::page::{Geste, Siecle, lire_un_jour};

const DEPOT: &str = "2024-03-15";

#[track_caller]
fn ne_le(texte: &str) -> Option<(String, bool)> {
    let depot = date::lire(DEPOT).unwrap();
    let lu = lire_un_jour(texte, Siecle::Passe(depot)).ok()?;
    Some((date::ecrire(lu.jour), lu.annee_comprise))
}

#[test]
fn une_date_se_tape_comme_on_la_dit() {
    for texte in [
        "2/7/1958",
        "02/07/1958",
        "2-7-1958",
        "2.7.1958",
        "02 07 1958",
        "02071958",
        "2 juillet 1958",
        "2 Juillet 1958",
        "2 juil. 1958",
        "2juillet1958",
        "1958-07-02",
        "1958/7/2",
        "  2 / 7 / 1958  ",
        "né le 2/7/1958".trim_start_matches("né le "),
    ] {
        assert_eq!(ne_le(texte), Some(("1958-07-02".into(), false)), "{texte}");
    }
    assert_eq!(ne_le("1er août 1960").unwrap().0, "1960-08-01");
    assert_eq!(ne_le("29 février 1964").unwrap().0, "1964-02-29");
    assert_eq!(ne_le("3 déc 1999").unwrap().0, "1999-12-03");
}

#[test]
fn une_annee_de_deux_chiffres_est_la_derniere_possible_et_se_dit() {
    for (texte, jour) in [
        ("2/7/58", "1958-07-02"),
        ("020758", "1958-07-02"),
        ("2 juillet 58", "1958-07-02"),
        // The deposit is on 15 March 2024: that day is still possible, the next one is not.
        ("15/3/24", "2024-03-15"),
        ("16/3/24", "1924-03-16"),
        ("14/5/03", "2003-05-14"),
        // 1900 had no 29 February.
        ("29/2/00", "2000-02-29"),
    ] {
        assert_eq!(ne_le(texte), Some((jour.into(), true)), "{texte}");
    }
}

#[test]
fn ce_qui_n_est_pas_une_date_n_en_devient_pas_une() {
    for texte in [
        "",
        " ",
        "2",
        "2/7",
        "2/7/",
        "2/7/5",
        "2/7/195",
        "2/7/19588",
        "31/2/2000",
        "29/2/2023",
        "0/7/58",
        "2/13/58",
        "2 brumaire 58",
        "0207195",
        "02071",
        "deux juillet",
        "2/7/58/3",
        "٢/٧/١٩٥٨",
        "-2/7/58 9",
        "30022024",
    ] {
        assert_eq!(ne_le(texte), None, "{texte}");
    }
}

#[test]
fn la_fin_d_une_validite_regarde_devant() {
    let depot = date::lire(DEPOT).unwrap();
    for (texte, jour) in [
        ("2/9/29", "2029-09-02"),
        ("2/9/22", "2022-09-02"),
        ("1/1/04", "2004-01-01"),
        ("1/1/03", "2103-01-01"),
        ("2/9/2019", "2019-09-02"),
    ] {
        let lu = lire_un_jour(texte, Siecle::DAlors(depot)).unwrap();
        assert_eq!(date::ecrire(lu.jour), jour, "{texte}");
    }
}

#[test]
fn la_date_comprise_se_relit_en_entier_avec_l_age() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "2/7/58")
        .voit("2 juillet 1958, 65 ans")
        .voit("année comprise : 1958")
        .saisit("date-naissance", "2/7/1958")
        .voit("le jour de la demande")
        .ne_voit_pas("année comprise");
}

#[test]
fn une_faute_n_est_dite_qu_en_quittant_le_champ() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "31/2/58")
        .ne_voit_pas("n’existe pas")
        .fait(Geste::Quitter("date-naissance".into()))
        .voit("Cette date n’existe pas.")
        .voit("aria-invalid")
        // Corrected as it is typed.
        .saisit("date-naissance", "31/58")
        .fait(Geste::Quitter("date-naissance".into()))
        .voit("Date à revoir")
        .saisit("date-naissance", "28/2/58")
        .ne_voit_pas("Date à revoir")
        .voit("28 février 1958");
    agent
        .saisit("date-naissance", "16/3/2024")
        .fait(Geste::Quitter("date-naissance".into()))
        .voit("Cette date vient après la demande.")
        .saisit("code-postal", "5900")
        .fait(Geste::Quitter("code-postal".into()))
        .voit("Cinq chiffres, ou « étranger ».")
        .saisit("code-postal", "59 000")
        .voit("Nord (59)");
}

#[test]
fn un_autre_jour_de_demande_fait_relire_ce_qui_en_depend() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "20/3/24")
        .voit("20 mars 1924")
        .saisit("depot", "21/3/24")
        .voit("20 mars 2024")
        .saisit("depot", "10/2/22")
        .voit("Règlement de 2022")
        .saisit("depot", "n'importe")
        .voit("10 février 2022")
        .fait(Geste::Quitter("depot".into()))
        .voit("Date à revoir");
}

#[test]
fn un_eleve_se_tape_comme_une_personne_au_guichet() {
    let depot = date::lire("2023-11-13").unwrap();
    for (texte, attendu) in [
        ("2/7/2005", Some("2005-07-02")),
        ("02.07.05", Some("2005-07-02")),
        ("2 7 2005", Some("2005-07-02")),
        ("020705", Some("2005-07-02")),
        ("02072005", Some("2005-07-02")),
        ("2005-07-02", Some("2005-07-02")),
        ("14/11/23", Some("1923-11-14")),
        ("31/02/2006", None),
        ("2006", None),
        ("demain", None),
        ("1/2", None),
        ("1/é2/2005", None),
    ] {
        let lu = lire_un_jour(texte, Siecle::Passe(depot)).ok();
        let lu = lu.map(|lu| date::ecrire(lu.jour));
        assert_eq!(lu.as_deref(), attendu, "{texte}");
    }
}
