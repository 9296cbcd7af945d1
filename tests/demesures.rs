//! Numbers out of all proportion: refused with their field, or judged without any sum that overflows (these
//! tests are built with overflow checks).
use crate::page::{Ecran, Reglages, Seance, vue};
use crate::reglement::Source;
use crate::textes::Langues;
use crate::{Catalogue, date, demande, evaluer_json};
use serde_json::{Value, json};

#[test]
#[rustfmt::skip]
fn un_nombre_demesure_dans_une_demande_est_refuse_avec_son_champ() {
    let catalogue = Catalogue::integre();
    let (tranche, pass) = ("reponses.tranche-age", "reponses.pass-recus");
    for (champ, valeur, cite, attendu) in [
        (tranche, r#""18-4294967295""#, "« 18-4294967295 »", "attendu : 0-17, "),
        (tranche, r#""0-4294967295""#, "« 0-4294967295 »", "attendu : 0-17, "),
        (tranche, r#""18-4294967296""#, "« 18-4294967296 »", "attendu : 0-17, "),
        (tranche, r#""4294967295+""#, "« 4294967295+ »", "attendu : 0-17, "),
        (tranche, r#""18446744073709551616+""#, "« 18446744073709551616+ »", "attendu : 0-17, "),
        (pass, "1e300", "un nombre trop grand", "attendu : 0, 5, 10"),
        (pass, "-1e300", "un nombre trop grand", "attendu : 0, 5, 10"),
        (pass, "18446744073709551615", "un nombre trop grand", "attendu : 0, 5, 10"),
        (pass, "-9223372036854775808", "un nombre trop grand", "attendu : 0, 5, 10"),
        (pass, "9007199254740992", "un nombre trop grand", "attendu : 0, 5, 10"),
        (pass, "9007199254740991", "9007199254740991", "attendu : 0, 5, 10"),
        (pass, "4294967301", "4294967301", "attendu : 0, 5, 10"),
        (pass, "5.0000001", "5.000001", "attendu : 0, 5, 10"),
        (pass, "4.9999999", "4.999999", "attendu : 0, 5, 10"),
        ("pieces[0].annee", r#""0000-0001""#, "« 0000-0001 »", "attendu : AAAA-AAAA"),
        ("pieces[0].annee", r#""9999-10000""#, "« 9999-10000 »", "attendu : AAAA-AAAA"),
        ("pieces[0].annee", r#""2147483647-2147483648""#, "« 2147483647-2147483648 »", "attendu : AAAA-AAAA"),
    ] {
        let demande = match champ.split_once('.') {
            Some(("reponses", question)) => format!(r#"{{"dateDepot": "2023-05-10", "reponses": {{"{question}": {valeur}}}}}"#),
            _ => format!(r#"{{"dateDepot": "2023-05-10", "reponses": {{}}, "pieces": [{{"id": "attestation-sanitaire-social", "annee": {valeur}}}]}}"#),
        };
        let erreur = evaluer_json(&catalogue, &demande).unwrap_err();
        let erreur = erreur.to_string();
        let dit = erreur.strip_prefix(&format!("{champ} : ")).unwrap_or_else(|| panic!("{erreur}"));
        assert!(dit.starts_with(cite) && dit.contains(attendu), "{valeur} :\n{erreur}");
    }
}

const AU_PLUS_GRAND: &str = include_str!("catalogues/juste-au-plus-grand.json");

/// Where a catalogue holds a number, and how that place is told.
const NOMBRES: [(&str, &str); 10] = [
    ("/titres/0/public/age/min", "titres[0].public.age.min"),
    ("/titres/0/public/age/max", "titres[0].public.age.max"),
    ("/valeurUnitaire", "valeurUnitaire"),
    ("/carnet/0/nombre", "carnet[0].nombre"),
    (
        "/pieces/0/fraicheur/enCoursDeValidite/prolongations/0/annees",
        "pieces[0].fraicheur.enCoursDeValidite.prolongations[0].annees",
    ),
    (
        "/pieces/0/fraicheur/enCoursDeValidite/prolongations/0/ageMinimum",
        "pieces[0].fraicheur.enCoursDeValidite.prolongations[0].ageMinimum",
    ),
    (
        "/pieces/1/fraicheur/moinsDe/mois",
        "pieces[1].fraicheur.moinsDe.mois",
    ),
    (
        "/pieces/2/fraicheur/conseil/mois",
        "pieces[2].fraicheur.conseil.mois",
    ),
    ("/echeances/0/duree/mois", "echeances[0].duree"),
    ("/echeances/1/duree/jours", "echeances[1].duree"),
];

fn charger(catalogue: Value) -> Result<Catalogue, Vec<String>> {
    let source = Source {
        fichier: "aide.json".into(),
        contenu: serde_json::from_value(catalogue).unwrap(),
    };
    Catalogue::charger(&[source]).map_err(|f| f.iter().map(ToString::to_string).collect())
}

#[test]
fn un_nombre_demesure_dans_un_catalogue_est_une_faute_a_sa_place() {
    let demesures = [
        (json!(400_000_000), "400000000 "),
        (json!(999_999_999), "999999999 "),
        (json!(4_294_967_295_u32), "4294967295 "),
        (json!(u64::MAX), "un nombre trop grand "),
        (json!(1e300), "un nombre trop grand "),
        (json!(-1), "-1 "),
    ];
    for (pointeur, chemin) in NOMBRES {
        for (nombre, cite) in &demesures {
            let mut catalogue: Value = serde_json::from_str(AU_PLUS_GRAND).unwrap();
            let place = format!("/reglements/0{pointeur}");
            *catalogue.pointer_mut(&place).unwrap() = nombre.clone();
            let fautes = charger(catalogue).unwrap_err();
            let debut = format!("aide.json $.reglements[0].{chemin}");
            let dite = fautes.iter().any(|faute| {
                let dit = faute.strip_prefix(&debut).and_then(|f| f.split_once(" : "));
                dit.is_some_and(|(_, dit)| dit.starts_with(cite) && dit.contains("attendu : "))
            });
            assert!(dite, "{chemin} = {nombre}\n{fautes:#?}");
        }
    }
}

#[test]
fn les_plus_grands_nombres_admis_se_jugent_et_se_montrent_les_premiers_et_derniers_jours() {
    let mut ouvert: Value = serde_json::from_str(AU_PLUS_GRAND).unwrap();
    ouvert["reglements"][0]["periode"] =
        json!({ "du": "0001-01-01", "article": "1", "reserve": "version" });
    let (catalogue, langues) = (charger(ouvert).unwrap(), Langues::integrees());
    for jour in ["0001-01-01", "0130-01-01", "2024-03-15", "9999-12-31"] {
        let annee: u32 = jour[..4].parse().unwrap();
        let naissance = format!("{:04}{}", annee.saturating_sub(130).max(1), &jour[4..]);
        let demande = json!({
            "dateDepot": jour, "dateCreation": jour, "dateNotification": "9999-12-31",
            "reponses": {
                "date-naissance": naissance, "code-postal": "59000", "situations": ["etudiant"],
                "accompagne": true, "logement": "heberge",
            },
            "pieces": [
                { "id": "identite", "nature": "cni", "finValidite": jour, "delivrance": jour },
                { "id": "domicile", "date": jour },
                { "id": "certificat", "date": "0001-01-01" },
            ],
        });
        let bilan = evaluer_json(&catalogue, &demande.to_string()).unwrap();
        assert_eq!(bilan.decisions[0].reglement, "aide-2024", "{jour}");
        let mut seance = Seance::nouveau(&catalogue, Reglages::du(date::lire(jour).unwrap()));
        let lue = demande::lire(&catalogue, &serde_json::from_value(demande).unwrap()).unwrap();
        (seance.reponses, seance.pieces) = (lue.reponses, lue.pieces);
        seance.ecran = Ecran::Resultat;
        assert!(vue(&catalogue, &langues, &seance).html().contains("titre"));
        if annee > 130 {
            assert_eq!(bilan.decisions[0].carnet, Some(1000), "{jour}");
        }
    }
}

#[test]
fn aucun_age_ne_deborde() {
    for naissance in ["0001-01-01", "2000-02-29", "9999-12-31"] {
        let naissance = date::lire(naissance).unwrap();
        for lecture in [
            date::Anniversaire::Vingthuitfevrier,
            date::Anniversaire::Premiermars,
        ] {
            for age in [357_913_942, u32::MAX] {
                assert_eq!(date::anniversaire(naissance, age, lecture), date::Jour::MAX);
            }
        }
    }
}

#[test]
fn plus_de_choses_qu_il_n_y_a_de_numeros_est_une_faute() {
    let mut catalogue: Value = serde_json::from_str(AU_PLUS_GRAND).unwrap();
    let suites = catalogue["reglements"][0]["titres"].as_array_mut().unwrap();
    let mut titre = suites[0].clone();
    for rang in 0..64 {
        titre["id"] = json!(format!("titre-{rang}"));
        suites.push(titre.clone());
    }
    let fautes = charger(catalogue).unwrap_err();
    let dite = |f: &String| f.contains(" titres ; attendu : 64 au plus");
    assert!(fautes.iter().any(dite), "{fautes:#?}");
}
