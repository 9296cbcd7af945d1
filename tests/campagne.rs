//! Campaign states: a small dated file changes what people are told, never what the law says.
use crate::campagne::Campagne;
use crate::demande::{self};
use crate::page::{Ecran, Reglages, Seance, vue};
use crate::textes::Langues;
use crate::valeur::Valeur;
use crate::{Catalogue, date};
use serde_json::{Value, json};

fn charger(annonces: Value) -> Result<Campagne, Vec<String>> {
    let contenu = json!({ "majLe": "2024-06-20", "annonces": annonces });
    let valeur: Valeur = serde_json::from_value(contenu).unwrap();
    Campagne::charger(&Catalogue::integre(), &valeur, "campagne.json")
        .map_err(|fautes| fautes.iter().map(ToString::to_string).collect())
}

/// The result page of a 60-year-old of Lille, alone, with this campaign.
fn resultat(jour: &str, annonces: Value) -> String {
    let catalogue = Catalogue::integre();
    let reglages = Reglages {
        campagne: Some(charger(annonces).unwrap()),
        ..Reglages::du(date::lire(jour).unwrap())
    };
    let demande = json!({ "dateDepot": jour, "reponses": {
        "date-naissance": "1950-02-02", "code-postal": "59000", "situations": [], "accompagne": false,
        "pass-recus": 0, "hebergement": "a-son-nom" } });
    let valeur: Valeur = serde_json::from_value(demande).unwrap();
    let mut seance = Seance::nouveau(&catalogue, reglages);
    seance.reponses = demande::lire(&catalogue, &valeur).unwrap().reponses;
    seance.ecran = Ecran::Resultat;
    vue(&catalogue, &Langues::integrees(), &seance)
        .html()
        .replace("&nbsp;", " ")
}

const OUVERT: &str = "Vous pouvez demander le pass numérique.";
const SUSPENDU: &str = "On ne peut pas demander le pass en ce moment.";

#[test]
fn une_annonce_change_ce_qui_est_dit_aux_jours_qu_elle_couvre() {
    let annonce = |etat: &str| json!([{ "dispositif": "pass-numerique-hdf", "etat": etat, "du": "2024-06-15" }]);
    for (jour, annonces, attendus) in [
        ("2024-06-14", annonce("stock-epuise"), vec![OUVERT]),
        (
            "2024-06-15",
            annonce("stock-epuise"),
            vec![
                SUSPENDU,
                "Il n’y a plus de carnets depuis le 15 juin 2024.",
                "Information du 20 juin 2024.",
            ],
        ),
        (
            "2024-06-15",
            annonce("close"),
            vec![SUSPENDU, "La Région a arrêté les demandes le 15 juin 2024."],
        ),
        (
            "2024-06-14",
            annonce("ouverture"),
            vec![SUSPENDU, "Les demandes ouvrent le 15 juin 2024."],
        ),
        ("2024-06-15", annonce("ouverture"), vec![OUVERT]),
        (
            "2024-07-01",
            json!([{ "dispositif": "pass-numerique-hdf", "etat": "close", "du": "2024-06-15", "au": "2024-06-30" }]),
            vec![OUVERT],
        ),
        (
            "2024-06-15",
            json!([{ "dispositif": "pass-numerique-lycee", "etat": "close", "du": "2024-01-01" }]),
            vec![OUVERT],
        ),
        (
            "2024-06-15",
            json!([{ "dispositif": "pass-numerique-hdf", "du": "2024-06-01",
                "portail": "https://exemple.test/aides", "telephone": "03 20 00 00 00" }]),
            vec![
                OUVERT,
                "https://exemple.test/aides",
                "tel:0320000000",
                "Appeler le 03 20 00 00 00",
            ],
        ),
    ] {
        let page = resultat(jour, annonces.clone());
        for attendu in attendus {
            assert!(
                page.contains(attendu),
                "{jour} {annonces} : « {attendu} » absent de\n{page}"
            );
        }
    }
}

/// An opening with its portal and its phone, then what each day around it says.
#[test]
fn une_ouverture_vaut_de_son_premier_a_son_dernier_jour() {
    let annonces = json!([{ "dispositif": "pass-numerique-hdf", "etat": "ouverture",
        "du": "2024-03-01", "au": "2024-06-30",
        "portail": "https://exemple.test/aides", "telephone": "03 20 00 00 00" }]);
    let pas_encore = "Les demandes ouvrent le 1er mars 2024.";
    let (portail, telephone) = ("https://exemple.test/aides", "tel:0320000000");
    for (jour, ouverte, annoncee, joignable) in [
        ("2024-02-29", false, true, false),
        ("2024-03-01", true, false, true),
        ("2024-06-30", true, false, true),
        ("2024-07-01", true, false, false),
        ("2024-09-15", true, false, false),
    ] {
        let page = resultat(jour, annonces.clone());
        for (phrase, attendue) in [
            (OUVERT, ouverte),
            (SUSPENDU, !ouverte),
            (pas_encore, annoncee),
            (portail, joignable),
            (telephone, joignable),
        ] {
            assert_eq!(page.contains(phrase), attendue, "{jour} « {phrase} »");
        }
    }
}

#[test]
#[rustfmt::skip]
fn de_plusieurs_annonces_la_derniere_ecrite_en_cours_l_emporte() {
    let annonce = |etat: &str, du: &str| json!({ "dispositif": "pass-numerique-hdf", "etat": etat, "du": du });
    let periode = |du: &str, au: &str| json!({ "dispositif": "pass-numerique-hdf", "etat": "ouverture", "du": du, "au": au });
    let deux = json!([periode("2024-02-01", "2024-04-30"), periode("2024-09-01", "2024-10-31")]);
    let reouverture = json!([annonce("close", "2024-02-01"), annonce("ouverture", "2024-06-01")]);
    let fin = json!([annonce("ouverture", "2024-02-01"), annonce("stock-epuise", "2024-06-01")]);
    let le_meme_jour = json!([annonce("ouverture", "2024-06-01"), annonce("stock-epuise", "2024-06-01")]);
    let un_seul_jour = json!([annonce("close", "2024-02-01"), periode("2024-06-01", "2024-06-01")]);
    let a_l_envers = json!([periode("2024-09-01", "2024-10-31"), periode("2024-02-01", "2024-04-30")]);
    for (jour, annonces, attendu) in [
        ("2024-01-15", &deux, "Les demandes ouvrent le 1er février 2024."),
        ("2024-03-15", &deux, OUVERT),
        ("2024-05-01", &deux, "Les demandes ouvrent le 1er septembre 2024."),
        ("2024-01-15", &a_l_envers, "Les demandes ouvrent le 1er février 2024."),
        ("2024-03-15", &a_l_envers, OUVERT),
        ("2024-05-31", &reouverture, "Les demandes ouvrent le 1er juin 2024."),
        ("2024-06-01", &reouverture, OUVERT),
        ("2024-05-31", &fin, OUVERT),
        ("2024-06-01", &fin, "Il n’y a plus de carnets depuis le 1er juin 2024."),
        ("2024-05-31", &le_meme_jour, "Les demandes ouvrent le 1er juin 2024."),
        ("2024-06-01", &le_meme_jour, "Il n’y a plus de carnets depuis le 1er juin 2024."),
        ("2024-05-31", &un_seul_jour, "Les demandes ouvrent le 1er juin 2024."),
        ("2024-06-01", &un_seul_jour, OUVERT),
        ("2024-06-02", &un_seul_jour, "La Région a arrêté les demandes le 1er février 2024."),
    ] {
        let page = resultat(jour, annonces.clone());
        assert!(page.contains(attendu), "{jour} {annonces} : « {attendu} » absent de\n{page}");
    }
}

#[test]
fn une_annonce_ne_rouvre_pas_une_campagne_close() {
    let annonces =
        json!([{ "dispositif": "pass-numerique-hdf", "etat": "ouverture", "du": "2025-01-01" }]);
    assert!(
        resultat("2025-02-01", annonces).contains("On ne peut plus demander le pass numérique.")
    );
}

#[test]
fn un_fichier_faux_est_refuse_avec_toutes_ses_fautes() {
    let ailleurs = json!([{ "dispositif": "pass-numerique-hdf", "du": "2024-06-15", "portail": "javascript:alert(1)" }]);
    let fautes = charger(ailleurs).unwrap_err();
    assert!(
        fautes[0].contains("attendu : une adresse https://"),
        "{fautes:#?}"
    );
    let fautes = charger(json!([
        { "dispositif": "pass-inconnu", "etat": "close", "du": "2024-06-15" },
        { "dispositif": "pass-numerique-hdf", "du": "2024-06-15" },
        { "dispositif": "pass-numerique-hdf", "etat": "close", "du": "2024-06-15", "au": "2024-06-01" },
    ]))
    .unwrap_err();
    let chemins: Vec<&str> = fautes
        .iter()
        .filter_map(|f| f.split_whitespace().nth(1))
        .collect();
    assert_eq!(
        chemins,
        [
            "$.annonces[0].dispositif",
            "$.annonces[1]",
            "$.annonces[2].au"
        ],
        "{fautes:#?}"
    );
    let fautes =
        charger(json!([{ "dispositif": "pass-numerique-hdf", "etat": "fini", "du": "demain" }]))
            .unwrap_err();
    assert_eq!(fautes.len(), 2, "{fautes:#?}");
}

#[test]
fn une_annonce_d_un_seul_jour_est_juste() {
    let annonce = json!([{
        "dispositif": "pass-numerique-hdf", "etat": "close", "du": "2024-06-15", "au": "2024-06-15",
    }]);
    assert!(charger(annonce).is_ok());
}

#[test]
fn le_jour_de_l_ouverture_un_stock_epuise_ecrit_apres_elle_se_dit() {
    let annonces = json!([
        { "dispositif": "pass-numerique-hdf", "etat": "ouverture", "du": "2024-06-15" },
        { "dispositif": "pass-numerique-hdf", "etat": "stock-epuise", "du": "2024-06-10" },
    ]);
    let page = resultat("2024-06-15", annonces);
    assert!(
        page.contains("Il n’y a plus de carnets depuis le 10 juin 2024."),
        "{page}"
    );
}
