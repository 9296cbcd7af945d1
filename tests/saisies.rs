//! Answers that cannot be used: each is refused with its field, its value and what was expected.

use crate::reglement::Genre;
use crate::valeur::Valeur;
use crate::{Catalogue, demande, evaluer_json};
use serde_json::{Value, json};

/// Field at fault, its value, how the value is quoted, and what the message says of it.
type Cas = (&'static str, Value, &'static str, &'static str);

const JOUR: &str = "attendu : AAAA-MM-JJ";
const NAISSANCE: &str = "AAAA-MM-JJ";
const ANNEE: &str = "attendu : AAAA-AAAA";
const OUI_NON: &str = "attendu : true, false ou null";
const SITUATIONS: &str = "attendu : demandeur-emploi, ";
const NOMBRES: &str = "attendu : 0, 5, 10";
const OPERATEURS: &str = "attendu : mission-locale, france-travail";
const CONTRATS: &str = "attendu : en-cours, pas-commence, termine";
const HEBERGEMENTS: &str = "attendu : a-son-nom, heberge, ";
const TRANCHES: &str = "attendu : 0-17, 18-25, ";
const CODE_POSTAL: &str = "exemple : 59000";

#[test]
#[rustfmt::skip]
fn un_jour_illisible_est_refuse() {
    refuser([
        ("dateDepot", json!(null), "null", JOUR),
        ("dateDepot", json!(20230510), "20230510", JOUR),
        ("dateDepot", json!(""), "«  »", JOUR),
        ("dateDepot", json!("10/05/2023"), "« 10/05/2023 »", JOUR),
        ("dateDepot", json!("2023-5-1"), "« 2023-5-1 »", JOUR),
        ("dateDepot", json!("2023-02-29"), "« 2023-02-29 »", JOUR),
        ("dateDepot", json!("2023-13-01"), "« 2023-13-01 »", JOUR),
        ("dateDepot", json!("+023-05-10"), "« +023-05-10 »", JOUR),
        ("dateDepot", json!("2023-05-10T08:00"), "« 2023-05-10T08:00 »", JOUR),
        ("dateCreation", json!("2023-04-31"), "« 2023-04-31 »", JOUR),
        ("dateCreation", json!(true), "true", JOUR),
        ("dateCreation", json!("2023-05-11"), "« 2023-05-11 »", "2023-05-10 ou avant"),
        ("dateDecision", json!("demain"), "« demain »", JOUR),
        ("dateNotification", json!({}), "un objet", JOUR),
        ("dateTrancheAge", json!("2022-02-30"), "« 2022-02-30 »", JOUR),
    ]);
    let facultatifs = ["dateCreation", "dateDecision", "dateNotification", "dateTrancheAge"];
    accepter(facultatifs.map(|champ| avec(champ, json!(null))));
}

#[test]
#[rustfmt::skip]
fn une_date_de_naissance_est_un_jour_passe_et_plausible() {
    let q = "reponses.date-naissance";
    refuser([
        (q, json!(19550302), "19550302", NAISSANCE),
        (q, json!("2/3/1955"), "« 2/3/1955 »", NAISSANCE),
        (q, json!("1955-02-30"), "« 1955-02-30 »", NAISSANCE),
        (q, json!("2023-05-11"), "« 2023-05-11 »", "vient après le dépôt"),
        (q, json!("1823-05-10"), "« 1823-05-10 »", "plus de 130 ans"),
        (q, json!("1893-05-09"), "« 1893-05-09 »", "plus de 130 ans"),
    ]);
    accepter([avec(q, json!("2023-05-10")), avec(q, json!("1893-05-10"))]);
}

#[test]
#[rustfmt::skip]
fn une_tranche_d_age_commence_et_finit_aux_seuils_des_reglements() {
    let q = "reponses.tranche-age";
    refuser([
        (q, json!(30), "30", TRANCHES),
        (q, json!("60"), "« 60 »", TRANCHES),
        (q, json!("18-29"), "« 18-29 »", TRANCHES),
        (q, json!("30-18"), "« 30-18 »", TRANCHES),
        (q, json!("70+"), "« 70+ »", TRANCHES),
        (q, json!("-18"), "« -18 »", TRANCHES),
        (q, json!("+60+"), "« +60+ »", TRANCHES),
        (q, json!("99999999999+"), "« 99999999999+ »", TRANCHES),
    ]);
    accepter(["0-17", "18-25", "18-30", "18-59", "31-59", "60+"].map(|t| avec(q, json!(t))));
}

#[test]
#[rustfmt::skip]
fn un_code_postal_a_cinq_chiffres() {
    let q = "reponses.code-postal";
    refuser([
        (q, json!(59000), "59000", "un texte de cinq chiffres"),
        (q, json!("5900"), "« 5900 » n'a que 4 chiffres", CODE_POSTAL),
        (q, json!("5"), "« 5 » n'a que 1 chiffre ", CODE_POSTAL),
        (q, json!("590000"), "« 590000 » a 6 chiffres", CODE_POSTAL),
        (q, json!("5900a"), "« 5900a » n'est pas un code postal", CODE_POSTAL),
        (q, json!("59 000"), "« 59 000 » n'est pas un code postal", CODE_POSTAL),
        (q, json!("５９０００"), "« ５９０００ »", CODE_POSTAL),
        (q, json!("Lille"), "« Lille »", CODE_POSTAL),
        (q, json!(""), "«  » n'est pas un code postal", CODE_POSTAL),
        (q, json!("Étranger"), "« Étranger »", CODE_POSTAL),
        ("reponses.code-postal-confirme", json!("oui"), "« oui »", OUI_NON),
    ]);
    // A CEDEX, and a code that does not exist: another question settles them, not an error.
    accepter(["59000", "59019", "20999", "etranger"].map(|c| avec(q, json!(c))));
}

#[test]
#[rustfmt::skip]
fn une_option_inconnue_est_refusee() {
    refuser([
        ("reponses.situations", json!("benevole"), "« benevole »", "une liste"),
        ("reponses.situations", json!(["chomeur"]), "« chomeur »", SITUATIONS),
        ("reponses.situations", json!(["benevole", 3]), "3", SITUATIONS),
        ("reponses.situations", json!(["60 ans"]), "« 60 ans »", SITUATIONS),
        ("reponses.pass-recus", json!(3), "3", NOMBRES),
        ("reponses.pass-recus", json!("5"), "« 5 »", NOMBRES),
        ("reponses.pass-recus", json!(-5), "-5", NOMBRES),
        ("reponses.pass-recus", json!(5.5), "5.5", NOMBRES),
        ("reponses.hebergement", json!("parents"), "« parents »", HEBERGEMENTS),
        ("reponses.cej-operateur", json!("pole-emploi"), "« pole-emploi »", OPERATEURS),
        ("reponses.contrat-apprentissage", json!("fini"), "« fini »", CONTRATS),
        ("reponses.accompagne", json!("oui"), "« oui »", OUI_NON),
        ("reponses.pass-utilises", json!(5), "5", OUI_NON),
    ]);
}

/// Values that no question takes, tried on every question of the catalogue: a new one is covered too.
#[test]
fn aucune_question_n_accepte_une_reponse_d_une_autre_sorte() {
    let catalogue = Catalogue::integre();
    let fausses = [
        json!(7.5),
        json!("n'importe quoi"),
        json!({}),
        json!([{}]),
        json!([7]),
    ];
    for question in &catalogue.questions {
        let mut valeurs = fausses.to_vec();
        if question.genre != Genre::OuiNon {
            valeurs.push(json!(true));
        }
        if question.genre != Genre::Plusieurs {
            valeurs.push(json!([]));
        }
        let champ = format!("reponses.{}", question.id);
        for valeur in valeurs {
            let erreur = erreur(&avec(&champ, valeur.clone()));
            assert!(
                erreur.starts_with(&format!("{champ} : ")),
                "{valeur} :\n{erreur}"
            );
            assert!(erreur.contains("attendu : "), "{valeur} :\n{erreur}");
        }
        accepter([avec(&champ, json!(null))]);
    }
}

#[test]
fn un_champ_absent_est_reclame() {
    for (demande, debut) in [
        (
            json!({ "reponses": {} }),
            "dateDepot : absent ; attendu : un jour",
        ),
        (
            json!({ "dateDepot": "2023-05-10" }),
            "reponses : absent ; attendu : un objet",
        ),
        (
            avec("pieces", json!([{}])),
            "pieces[0].id : absent ; attendu : piece-identite, ",
        ),
    ] {
        let erreur = erreur(&demande);
        assert!(erreur.starts_with(debut), "{demande} :\n{erreur}");
    }
}

#[test]
#[rustfmt::skip]
fn un_champ_qui_n_existe_pas_est_refuse() {
    refuser([
        ("reponses", json!(null), "null", "attendu : un objet"),
        ("reponses", json!([]), "une liste", "attendu : un objet"),
        ("nom", json!("Dupont"), "champ inconnu", "attendu : dateDepot, dateCreation, "),
        ("datedepot", json!("2023-05-10"), "champ inconnu", "attendu : dateDepot, "),
        ("reponses.age", json!(30), "question inconnue", "date-naissance"),
        ("reponses.Situations", json!([]), "question inconnue", "situations"),
    ]);
}

#[test]
#[rustfmt::skip]
fn une_piece_tenue_dit_laquelle_et_ce_qu_on_y_lit() {
    let a = "pieces[0].annee";
    refuser([
        ("pieces", json!({}), "un objet", "attendu : une liste"),
        ("pieces", json!("cni"), "« cni »", "attendu : une liste"),
        ("pieces[0]", json!("piece-identite"), "« piece-identite »", "attendu : un objet"),
        ("pieces[0].id", json!("cni"), "« cni »", "attendu : piece-identite, "),
        ("pieces[0].id", json!(3), "3", "attendu : piece-identite, "),
        ("pieces[0].date", json!("2023-02-30"), "« 2023-02-30 »", JOUR),
        ("pieces[0].finValidite", json!("bientôt"), "« bientôt »", JOUR),
        ("pieces[0].delivrance", json!(2012), "2012", JOUR),
        ("pieces[0].nature", json!(3), "3", "attendu : "),
        ("pieces[0].signataire", json!([]), "une liste", "attendu : "),
        ("pieces[0].numero", json!("X1"), "champ inconnu", "attendu : id, nature, "),
        ("pieces[0].nature", json!("CNI"), "« CNI »", "attendu : cni, passeport"),
        (a, json!("2023-2025"), "« 2023-2025 »", ANNEE),
        (a, json!("+023-+024"), "« +023-+024 »", ANNEE),
        (a, json!("2024-2023"), "« 2024-2023 »", ANNEE),
        (a, json!("23"), "« 23 »", ANNEE),
        (a, json!("23-24"), "« 23-24 »", ANNEE),
        (a, json!("0000"), "« 0000 »", ANNEE),
        (a, json!(2023), "2023", ANNEE),
    ]);
    accepter([
        avec("pieces", json!([])),
        avec("pieces[0].date", json!(null)),
        avec("pieces[0].finValidite", json!("2030-01-01")),
        avec("pieces[0].finValidite", json!(null)),
        avec("pieces[0].annee", json!("2023-2024")),
        avec("pieces[0].annee", json!("2024")),
        // The list of its kinds ends with « autre »; the other has none.
        avec("pieces", json!([{ "id": "justificatif-domicile", "nature": "facture de fibre" }])),
        avec("pieces", json!([{ "id": "attestation-cej", "signataire": "France Travail" }])),
    ]);
}

#[test]
fn une_valeur_trop_profonde_est_refusee() {
    let profonde = format!("{{\"dateDepot\": {}1{}}}", "[".repeat(100), "]".repeat(100));
    let erreur = evaluer_json(&Catalogue::integre(), &profonde).unwrap_err();
    assert!(erreur.to_string().contains("trop de niveaux"), "{erreur}");
}

#[test]
fn une_piece_ne_se_donne_qu_une_fois() {
    let deux = json!([{ "id": "attestation-pacea" }, { "id": "attestation-pacea" }]);
    let erreur = erreur(&avec("pieces", deux));
    assert!(
        erreur.starts_with("pieces[1].id : « attestation-pacea » est donné deux fois"),
        "{erreur}"
    );
}

#[test]
fn une_tranche_d_age_ne_contredit_pas_la_date_de_naissance() {
    let avec_les_deux = |naissance: &str, tranche: &str| {
        let mut demande = avec("reponses.date-naissance", json!(naissance));
        demande["reponses"]["tranche-age"] = json!(tranche);
        demande
    };
    for (naissance, tranche, age) in [
        ("2001-01-01", "60+", "22 ans"),
        ("2005-05-11", "18-30", "17 ans"),
        ("1992-05-10", "18-30", "31 ans"),
    ] {
        let erreur = erreur(&avec_les_deux(naissance, tranche));
        let attendue =
            format!("reponses.tranche-age : « {tranche} » contredit date-naissance ({age})");
        assert!(erreur.starts_with(&attendue), "{erreur}");
    }
    accepter([
        avec_les_deux("2005-05-10", "18-30"),
        avec_les_deux("1992-05-11", "18-30"),
        avec_les_deux("1963-05-10", "60+"),
    ]);
    // Said on another day, it is held against the age of that day.
    let mut autre_jour = avec_les_deux("2005-05-10", "0-17");
    assert!(erreur(&autre_jour).contains("contredit date-naissance (18 ans)"));
    autre_jour["dateTrancheAge"] = json!("2023-05-09");
    accepter([autre_jour]);
}

#[test]
fn la_faute_dit_le_rang_de_la_piece() {
    let erreur = erreur(&avec(
        "pieces",
        json!([{ "id": "piece-identite" }, { "id": "cni" }]),
    ));
    assert!(erreur.starts_with("pieces[1].id : « cni »"), "{erreur}");
}

#[test]
fn une_demande_est_un_objet_json() {
    let catalogue = Catalogue::integre();
    for (texte, cite) in [
        ("", "JSON illisible"),
        ("{", "JSON illisible"),
        ("{dateDepot: 1}", "JSON illisible"),
        (
            r#"{"dateDepot": "2023-05-10", "reponses": {}} x"#,
            "JSON illisible",
        ),
        ("[]", "une liste"),
        ("null", "null"),
        ("42", "42"),
        (r#""2023-05-10""#, "« 2023-05-10 »"),
    ] {
        let erreur = evaluer_json(&catalogue, texte).unwrap_err().to_string();
        assert!(erreur.starts_with("demande : "), "{texte} :\n{erreur}");
        assert!(erreur.contains(cite), "{texte} :\n{erreur}");
    }
}

#[test]
fn toutes_les_fautes_sont_dites_ensemble_dans_l_ordre_de_la_demande() {
    let erreur = erreur(&json!({
        "dateDepot": "2023-05-10",
        "dateCreation": "2023-06-01",
        "dateDecision": "2023-06-31",
        "commune": "Lille",
        "reponses": { "accompagne": "non", "code-postal": "5900", "hebergement": "parents", "age": 30 },
        "pieces": [{ "id": "piece-identite", "finValidite": 2030, "delivrance": "2020" }, {}],
    }));
    let champs: Vec<&str> = erreur
        .lines()
        .filter_map(|l| Some(l.split_once(" : ")?.0))
        .collect();
    let mut attendus = [
        "commune",
        "dateCreation",
        "dateDecision",
        "pieces[0].delivrance",
        "pieces[0].finValidite",
        "pieces[1].id",
        "reponses.accompagne",
        "reponses.age",
        "reponses.code-postal",
        "reponses.hebergement",
    ];
    let mut tries = champs.clone();
    tries.sort_unstable();
    attendus.sort_unstable();
    assert_eq!(tries, attendus, "{erreur}");
    let rang = |champ: &str| champs.iter().position(|c| *c == champ);
    assert!(rang("dateCreation") < rang("reponses.accompagne"));
    assert!(rang("reponses.hebergement") < rang("pieces[0].finValidite"));
}

#[test]
fn une_faute_est_une_donnee_pour_qui_tient_un_formulaire() {
    let catalogue = Catalogue::integre();
    let valeur = Valeur::Objet(vec![
        ("dateDepot".into(), Valeur::Texte("hier".into())),
        (
            "reponses".into(),
            Valeur::Objet(vec![("code-postal".into(), Valeur::Texte("5900".into()))]),
        ),
    ]);
    let fautes = demande::lire(&catalogue, &valeur).unwrap_err();
    let champs: Vec<&str> = fautes.iter().map(|f| f.champ.as_str()).collect();
    assert_eq!(champs, ["dateDepot", "reponses.code-postal"]);
    assert!(
        fautes
            .iter()
            .all(|f| f.to_string() == format!("{} : {}", f.champ, f.message))
    );
}

#[test]
fn une_longue_valeur_est_citee_en_abrege() {
    let long = "9".repeat(500);
    for champ in ["dateDepot", "reponses.date-naissance"] {
        let erreur = erreur(&avec(champ, json!(long)));
        assert!(erreur.chars().count() < 200, "{erreur}");
    }
}

// ── How a case is written ──

/// A correct demande, but for this field.
fn avec(champ: &str, valeur: Value) -> Value {
    let mut demande = json!({ "dateDepot": "2023-05-10", "reponses": {} });
    if let Some(question) = champ.strip_prefix("reponses.") {
        demande["reponses"] = json!({ question: valeur });
    } else if champ == "pieces[0]" {
        demande["pieces"] = json!([valeur]);
    } else if let Some(lu) = champ.strip_prefix("pieces[0].") {
        let mut piece = json!({ "id": piece_ou_lire(lu) });
        piece[lu] = valeur;
        demande["pieces"] = json!([piece]);
    } else {
        demande[champ] = valeur;
    }
    demande
}

fn piece_ou_lire(champ: &str) -> &'static str {
    match champ {
        "annee" => "attestation-sanitaire-social",
        "signataire" => "attestation-benevolat",
        _ => "piece-identite",
    }
}

#[track_caller]
fn erreur(demande: &Value) -> String {
    match evaluer_json(&Catalogue::integre(), &demande.to_string()) {
        Ok(_) => panic!("acceptée : {demande}"),
        Err(erreur) => erreur.to_string(),
    }
}

/// Each message names the field first, then quotes the value and says what was expected.
#[track_caller]
fn refuser(cas: impl IntoIterator<Item = Cas>) {
    let mut ecarts = Vec::new();
    for (champ, valeur, cite, attendu) in cas {
        let erreur = erreur(&avec(champ, valeur));
        let dit = erreur.strip_prefix(&format!("{champ} : "));
        if !dit.is_some_and(|dit| dit.contains(cite) && dit.contains(attendu)) {
            ecarts.push(format!(
                "voulu : {champ}, {cite}, {attendu}\nobtenu : {erreur}"
            ));
        }
    }
    assert!(ecarts.is_empty(), "{}", ecarts.join("\n"));
}

#[track_caller]
fn accepter(demandes: impl IntoIterator<Item = Value>) {
    for demande in demandes {
        if let Err(erreur) = evaluer_json(&Catalogue::integre(), &demande.to_string()) {
            panic!("{demande}\n    {erreur}");
        }
    }
}
