//! The shortest use of each part, as one would write it first.

#[test]
fn une_adresse_dit_ce_qui_etait_attendu() {
    use crate::adresse::Adresse;
    assert!(Adresse::contact("tel:+33320000000").is_ok());
    assert_eq!(
        Adresse::portail("javascript:alert(1)").unwrap_err(),
        "« javascript:alert(1) » n'est pas accepté ; attendu : une adresse https://… (http:// sur localhost seulement)"
    );
}

#[test]
fn un_rappel_d_un_jour_finit_le_lendemain() {
    use crate::{
        agenda::{Rappel, ecrire},
        date,
    };
    let rappel = Rappel {
        cle: "confirmation".into(),
        jour: date::lire("2024-04-15").unwrap(),
        titre: "Confirmer la demande".into(),
        detail: "Passé ce jour, elle est annulée.".into(),
    };
    let fichier = ecrire(&[rappel], date::lire("2024-03-15").unwrap());
    // An all-day event ends on the next day, not included.
    assert!(fichier.contains("DTSTART;VALUE=DATE:20240415\r\nDTEND;VALUE=DATE:20240416\r\n"));
}

#[test]
fn une_campagne_se_charge() {
    use crate::{Catalogue, campagne::Campagne, valeur::Valeur};
    let json = r#"{"majLe": "2024-06-20", "annonces": [
      {"dispositif": "pass-numerique-hdf", "etat": "stock-epuise", "du": "2024-06-15"}]}"#;
    let valeur: Valeur = serde_json::from_str(json).unwrap();
    assert!(Campagne::charger(&Catalogue::integre(), &valeur, "campagne.json").is_ok());
}

#[test]
fn un_code_postal_existe_ou_non() {
    use crate::codes_postaux::existe;
    assert!(existe("59000"));
    assert!(!existe("59999"));
}

#[test]
fn un_jour_s_ecrit_en_iso_et_doit_exister() {
    use crate::date::lire;
    assert!(lire("2024-02-29").is_some());
    assert!(lire("2023-02-29").is_none());
    assert!(lire("29/02/2024").is_none());
}

#[test]
fn un_jour_se_reecrit_comme_il_est_lu() {
    use crate::date::{ecrire, lire};
    assert_eq!(ecrire(lire("2023-03-05").unwrap()), "2023-03-05");
}

#[test]
fn un_mois_apres_le_31_janvier() {
    use crate::date::{ajouter_mois, lire};
    assert_eq!(
        ajouter_mois(lire("2023-01-31").unwrap(), 1),
        lire("2023-02-28").unwrap()
    );
}

#[test]
fn ne_un_29_fevrier_deux_lectures() {
    use crate::date::{Anniversaire::*, anniversaire, lire};
    let nee = lire("1964-02-29").unwrap();
    assert_eq!(
        anniversaire(nee, 60, Vingthuitfevrier),
        lire("2024-02-29").unwrap()
    );
    assert_eq!(
        anniversaire(nee, 61, Premiermars),
        lire("2025-03-01").unwrap()
    );
}

#[test]
fn l_age_d_une_personne_nee_un_29_fevrier() {
    use crate::date::{Anniversaire, age, lire};
    let nee = lire("1964-02-29").unwrap();
    assert_eq!(
        age(nee, lire("2025-02-28").unwrap(), Anniversaire::Premiermars),
        60
    );
}

#[test]
fn aujourd_hui_c_est_clos() {
    use crate::{Catalogue, evaluer_json};
    let catalogue = Catalogue::integre();
    let bilan = evaluer_json(&catalogue, r#"{"dateDepot": "2026-11-20", "reponses": {}}"#).unwrap();
    assert_eq!(bilan.decisions[0].refus, ["clos"]);
}

#[test]
fn une_demande_vide_dit_ce_qui_manque() {
    use crate::{Catalogue, demande, valeur::Valeur};
    let vide = Valeur::Objet(vec![]);
    let refus = demande::lire(&Catalogue::integre(), &vide).unwrap_err();
    assert_eq!(refus.iter().next().unwrap().champ, "dateDepot");
}

#[test]
fn un_ensemble_de_petits_nombres() {
    use crate::ensemble::Ensemble;
    let mut ensemble = Ensemble::de(3);
    ensemble.joindre(Ensemble::de(1));
    assert_eq!(ensemble.iter().collect::<Vec<u8>>(), [1, 3]);
    assert!(!ensemble.sans(Ensemble::de(3)).contient(3));
}

#[test]
fn le_catalogue_integre_a_le_reglement_de_2023() {
    let catalogue = crate::Catalogue::integre();
    assert!(catalogue.reglement("hdf-2023").is_some());
}

#[cfg(feature = "liste")]
#[test]
fn la_cle_de_tri_d_un_nom() {
    assert_eq!(crate::liste::cle_de_tri("  D’Été, Zoë"), "d'ete zoe");
}

#[cfg(feature = "liste")]
#[test]
fn une_liste_de_trois_colonnes() {
    use crate::date;
    use crate::liste::{Options, lire};
    let octets = "Nom;Prénom;Né(e) le\nMARTIN;Léa;12/05/2006\n".as_bytes();
    let liste = lire(octets, &Options::du(date::lire("2023-10-02").unwrap()));
    assert_eq!(
        liste.lignes[0].date_naissance.as_deref(),
        Some("2006-05-12")
    );
}

#[test]
fn ranger_sans_doublon() {
    let mut liste = vec![18, 60];
    for age in [31, 18] {
        crate::ordre::ranger(&mut liste, age);
    }
    assert_eq!(liste, [18, 31, 60]);
}

#[test]
fn inserer_apres_ses_egaux() {
    let mut liste = vec![("b", 1), ("d", 2)];
    crate::ordre::inserer(&mut liste, ("b", 3), |un, autre| un.0 <= autre.0);
    assert_eq!(liste, [("b", 1), ("b", 3), ("d", 2)]);
}

#[test]
fn le_premier_ecran() {
    use crate::{Catalogue, date, page, textes::Langues};
    let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
    let reglages = page::Reglages::du(date::lire("2024-03-15").unwrap());
    let seance = page::Seance::nouveau(&catalogue, reglages);
    let html = page::vue(&catalogue, &langues, &seance).html();
    assert!(html.contains("Avez-vous droit au pass numérique"));
}

#[test]
fn un_mode_inconnu_dit_lesquels_existent() {
    use crate::page::Mode;
    assert_eq!(Mode::lire("guichet"), Ok(Mode::Guichet));
    assert_eq!(
        Mode::lire("agent").unwrap_err().to_string(),
        "mode : « agent » n'existe pas ; attendu : particulier, guichet ou classe"
    );
}

#[test]
fn le_lien_d_un_test_dit_le_jour_le_mode_et_la_langue() {
    use crate::{date, page::Reglages, textes::Langue};
    let jour = date::lire("2024-03-15").unwrap();
    let reglages = Reglages {
        adresse: Some("https://region.example/pass?id=12".into()),
        ..Reglages::du(jour)
    };
    assert_eq!(
        reglages.lien(jour, Langue::Facile).unwrap(),
        "https://region.example/pass?id=12&pn-date-depot=2024-03-15&pn-mode=particulier&pn-lang=fr-simple"
    );
}

#[test]
fn une_aide_sans_reglement_est_refusee() {
    use crate::{Catalogue, reglement::Source};
    let contenu = serde_json::from_str(r#"{"dispositifs": [{"id": "aide"}]}"#).unwrap();
    let fautes = Catalogue::charger(&[Source {
        fichier: "aide.json".into(),
        contenu,
    }])
    .unwrap_err();
    assert_eq!(
        fautes.to_string(),
        "aide.json $.dispositifs[0] : « aide » n'a aucun règlement"
    );
}

#[test]
fn un_article_sans_acte() {
    use crate::{reglement::Reference, valeur};
    let propre: valeur::Valeur = serde_json::from_str(r#""2""#).unwrap();
    assert_eq!(valeur::lire::<Reference>(&propre, "").unwrap().acte, None);
}

#[test]
fn une_langue_se_lit_quelle_que_soit_sa_region() {
    use crate::textes::Langue;
    assert_eq!(Langue::lire("fr-BE"), Some(Langue::Francais));
    assert_eq!(Langue::lire("fr-simple"), Some(Langue::Facile));
    assert_eq!(Langue::lire("de"), None);
}

#[test]
fn la_typographie_du_francais() {
    use crate::textes::typographier;
    assert_eq!(typographier("C'est où ?"), "C’est où\u{a0}?");
}

#[test]
fn une_faute_par_ligne() {
    use crate::{Catalogue, evaluer_json};
    let refus =
        evaluer_json(&Catalogue::integre(), r#"{"dateDepot": 3, "pieces": {}}"#).unwrap_err();
    let champs: Vec<&str> = refus.iter().map(|erreur| erreur.champ.as_str()).collect();
    assert_eq!(champs, ["dateDepot", "reponses", "pieces"]);
    assert_eq!(refus.to_string().lines().count(), 3);
}

#[test]
fn toutes_les_fautes_d_un_objet() {
    use crate::{reglement::OptionDeQuestion, valeur};
    let tree = serde_json::from_str(r#"{"groupe": 3}"#).unwrap();
    let fautes = valeur::lire::<OptionDeQuestion>(&tree, "questions.json").unwrap_err();
    assert_eq!(
        fautes.to_string(),
        "questions.json $ : il manque « id »\nquestions.json $.groupe : 3 ; attendu : un texte"
    );
}
