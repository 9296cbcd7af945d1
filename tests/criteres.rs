//! What the format lets an act say and no built-in act says, each in a catalogue of one règlement.

use crate::bilan::EtatDePiece;
use crate::reglement::Source;
use crate::valeur::Valeur;
use crate::{Catalogue, date, decision, demande, evaluer_json};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A règlement open without end since 2000, for whoever `public` names; `regles` are its other fields.
fn acte(public: Value, regles: Value) -> Value {
    let mut reglement = json!({
        "id": "acte",
        "dispositif": "aide",
        "acte": { "numero": "1", "date": "2000-01-01" },
        "periode": { "du": "2000-01-01", "article": "1", "reserve": "version" },
        "titres": [{ "id": "public", "article": "1", "public": public }],
        "carnet": [{ "nombre": null, "article": "1" }],
        "pieces": [],
    });
    let champs = reglement.as_object_mut().unwrap();
    champs.extend(regles.as_object().unwrap().clone());
    reglement
}

/// The aid of these règlements. Questions are those that they read.
fn aide(questions: Value, reglements: &[Value]) -> Catalogue {
    let demandees = reglements
        .iter()
        .flat_map(|r| r["pieces"].as_array().unwrap());
    let pieces: BTreeSet<&str> = demandees.map(|p| p["id"].as_str().unwrap()).collect();
    let pieces: Vec<Value> = pieces.iter().map(|id| json!({ "id": id })).collect();
    let catalogue = json!({
        "dispositifs": [{ "id": "aide" }],
        "questions": questions,
        "pieces": pieces,
        "reglements": reglements,
    });
    let source = Source {
        fichier: "aide.json".into(),
        contenu: serde_json::from_value(catalogue).unwrap(),
    };
    Catalogue::charger(&[source]).unwrap_or_else(|fautes| panic!("{fautes:#?}"))
}

/// Everybody, in the only way that the lint accepts without a question.
fn tous() -> Value {
    json!({ "depot": { "du": "2000-01-01" } })
}

/// An aid for these ages; the number of pass draws the other brackets.
fn aide_d_age(public: Value, autre_seuil: u32, lectures: Value) -> Catalogue {
    let questions = json!([
        { "id": "tranche-age", "genre": "tranche-age" },
        { "id": "date-naissance", "genre": "date", "apres": "tranche-age" },
    ]);
    let carnet = json!([
        { "si": { "age": { "min": autre_seuil } }, "nombre": 10, "article": "1" },
        { "nombre": null, "article": "1" },
    ]);
    let regles = json!({ "lectures": lectures, "carnet": carnet });
    aide(questions, &[acte(public, regles)])
}

/// The verdict, then the first later day on which it is `eligible`.
#[track_caller]
fn verifier(catalogue: &Catalogue, demande: &Value, verdict: &str, a_partir_du: Option<&str>) {
    let bilan = evaluer_json(catalogue, &demande.to_string()).unwrap();
    let dit = serde_json::to_value(&bilan.decisions[0]).unwrap();
    assert_eq!(dit["verdict"], verdict, "{demande}");
    assert_eq!(dit["aPartirDu"], json!(a_partir_du), "{demande}");
}

#[test]
fn une_periode_de_depot_tient_de_son_premier_a_son_dernier_jour() {
    let mars = json!({ "depot": { "du": "2024-03-01", "au": "2024-03-31" } });
    let en_mars = aide(json!([]), &[acte(mars.clone(), json!({}))]);
    let hors_de_mars = aide(json!([]), &[acte(json!({ "sauf": mars }), json!({}))]);
    for (jour, dedans, prochain) in [
        ("2024-02-29", false, Some("2024-03-01")),
        ("2024-03-01", true, None),
        ("2024-03-31", true, None),
        ("2024-04-01", false, None),
    ] {
        let demande = json!({ "dateDepot": jour, "reponses": {} });
        let verdict = |vrai| if vrai { "eligible" } else { "non-eligible" };
        verifier(&en_mars, &demande, verdict(dedans), prochain);
        let fin = dedans.then_some("2024-04-01");
        verifier(&hors_de_mars, &demande, verdict(!dedans), fin);
    }
}

#[test]
fn l_age_dit_par_tranche_ne_conclut_que_si_tous_ceux_de_la_tranche_y_sont() {
    let lue = json!({ "jour": "date-appreciation" });
    let (min_16, max_15) = (
        json!({ "age": { "min": 16 } }),
        json!({ "age": { "max": 15 } }),
    );
    let depot = "2024-01-10";
    for (public, lectures, creation, tranche, verdict, a_partir_du) in [
        // Sixteen years on, even somebody born that day is 16.
        (
            &min_16,
            json!({}),
            depot,
            "0-15",
            "non-eligible",
            Some("2040-01-10"),
        ),
        (&min_16, json!({}), depot, "16-17", "eligible", None),
        // An act that counts the day of deposit alone does not look back.
        (&min_16, json!({}), "2021-01-10", "18+", "eligible", None),
        // Two years before, somebody of 18 was at least 16; a day more, perhaps 15.
        (&min_16, lue.clone(), "2022-01-11", "18+", "eligible", None),
        (&min_16, lue.clone(), "2022-01-10", "18+", "eligible", None),
        (
            &min_16,
            lue.clone(),
            "2022-01-09",
            "18+",
            "a-preciser",
            Some("2024-01-11"),
        ),
        (
            &min_16,
            lue.clone(),
            "2024-01-09",
            "16-17",
            "a-preciser",
            Some("2024-01-11"),
        ),
        (&max_15, json!({}), depot, "0-15", "eligible", None),
        (&max_15, json!({}), depot, "16-17", "non-eligible", None),
        (
            &max_15,
            lue.clone(),
            "2022-01-10",
            "18+",
            "non-eligible",
            None,
        ),
        (
            &max_15,
            lue.clone(),
            "2022-01-09",
            "18+",
            "a-preciser",
            None,
        ),
    ] {
        let catalogue = aide_d_age(public.clone(), 18, lectures);
        let reponses = json!({ "tranche-age": tranche });
        let demande = json!({ "dateDepot": depot, "dateCreation": creation, "reponses": reponses });
        verifier(&catalogue, &demande, verdict, a_partir_du);
    }
}

#[test]
fn le_premier_jour_sans_refus_est_celui_ou_quelqu_un_de_la_tranche_entre() {
    let seize_ou_dix_sept = json!({ "age": { "min": 16, "max": 17 } });
    for (public, tranche, attendu) in [
        // Tomorrow may be a birthday.
        (&seize_ou_dix_sept, "0-15", Some("2024-01-11")),
        (&json!({ "age": { "min": 16 } }), "0-15", Some("2024-01-11")),
        (&seize_ou_dix_sept, "18+", None),
    ] {
        let catalogue = aide_d_age(public.clone(), 18, json!({}));
        let demande = json!({ "dateDepot": "2024-01-10", "reponses": { "tranche-age": tranche } });
        let valeur: Valeur = serde_json::from_value(demande).unwrap();
        let lue = demande::lire(&catalogue, &valeur).unwrap();
        let jour = decision::sans_refus_a_partir_du(&catalogue, "aide", &lue);
        assert_eq!(
            jour.map(|(jour, _)| date::ecrire(jour)).as_deref(),
            attendu,
            "{public} {tranche}"
        );
    }
}

#[test]
fn un_anniversaire_le_29_fevrier_se_lit_comme_l_acte_le_laisse_ouvert() {
    let majeurs = json!({ "age": { "min": 18 } });
    let mineurs = json!({ "age": { "max": 17 } });
    let ouverte = json!({ "anniversaire": "ne-un-29-fevrier" });
    let mars = Some("2022-03-01");
    for (public, lectures, jour, verdict, a_partir_du) in [
        (&majeurs, json!({}), "2022-02-28", "non-eligible", mars),
        (&majeurs, json!({}), "2022-03-01", "eligible", None),
        (
            &majeurs,
            ouverte.clone(),
            "2022-02-27",
            "non-eligible",
            mars,
        ),
        (&majeurs, ouverte.clone(), "2022-02-28", "a-preciser", mars),
        (&majeurs, ouverte.clone(), "2022-03-01", "eligible", None),
        (&mineurs, ouverte.clone(), "2022-02-27", "eligible", None),
        (&mineurs, ouverte.clone(), "2022-02-28", "a-preciser", None),
        (
            &mineurs,
            ouverte.clone(),
            "2022-03-01",
            "non-eligible",
            None,
        ),
    ] {
        let catalogue = aide_d_age(public.clone(), 30, lectures);
        let demande = json!({ "dateDepot": jour, "reponses": { "date-naissance": "2004-02-29" } });
        verifier(&catalogue, &demande, verdict, a_partir_du);
    }
}

#[test]
fn une_limite_d_age_passee_peut_ouvrir_le_droit() {
    let apres_25_ans = json!({ "sauf": { "age": { "max": 25 } } });
    let catalogue = aide_d_age(apres_25_ans, 30, json!({}));
    let demande =
        json!({ "dateDepot": "2024-01-10", "reponses": { "date-naissance": "2000-05-10" } });
    verifier(&catalogue, &demande, "non-eligible", Some("2026-05-10"));
}

#[test]
fn une_situation_de_plus_s_ajoute_a_celles_qui_sont_cochees() {
    let situations = ["a", "b"].map(|id| json!({ "situation": id }));
    let options = ["a", "b", "c"].map(|id| json!({ "id": id }));
    let questions = json!([{ "id": "situations", "genre": "plusieurs", "options": options }]);
    let public = json!({ "tous": situations });
    let catalogue = aide(questions, &[acte(public, json!({}))]);
    for (cochees, attendu) in [
        (
            json!(["a"]),
            json!([{ "question": "situations", "reponse": "b", "resteADemander": [] }]),
        ),
        (
            json!(["c", "b"]),
            json!([{ "question": "situations", "reponse": "a", "resteADemander": [] }]),
        ),
        (json!([]), json!([])),
    ] {
        let demande = json!({ "dateDepot": "2024-01-10", "reponses": { "situations": cochees } });
        let bilan = evaluer_json(&catalogue, &demande.to_string()).unwrap();
        let dit = serde_json::to_value(&bilan.decisions[0].si_alors).unwrap();
        assert_eq!(dit, attendu, "{cochees}");
    }
}

#[test]
fn l_attestation_d_une_annee_est_bonne_de_son_premier_mois_a_ses_derniers_mois_incertains() {
    for (debut, limite, du, jusquau) in [
        (9, json!([7, 8]), "2022-09-01", "2023-06-30"),
        (9, json!([8, 7]), "2022-09-01", "2023-06-30"),
        (9, json!([]), "2022-09-01", "2023-08-31"),
        (1, json!([12]), "2022-01-01", "2022-11-30"),
        (1, json!([11, 12]), "2022-01-01", "2022-10-31"),
        (1, json!([]), "2022-01-01", "2022-12-31"),
        (2, json!([12, 1]), "2022-02-01", "2022-11-30"),
        (7, json!([6, 5, 4]), "2022-07-01", "2023-03-31"),
    ] {
        let fraicheur = json!({ "anneeDeFormation": { "debut": debut, "limite": limite } });
        let piece = json!({
            "id": "attestation", "article": "1", "si": { "tous": [] }, "fraicheur": fraicheur,
        });
        let catalogue = aide(json!([]), &[acte(tous(), json!({ "pieces": [piece] }))]);
        let etat = |jour: &str| {
            let tenues = json!([{ "id": "attestation", "annee": "2022-2023" }]);
            let demande = json!({ "dateDepot": jour, "reponses": {}, "pieces": tenues });
            let bilan = evaluer_json(&catalogue, &demande.to_string()).unwrap();
            bilan.decisions[0].pieces[0].clone()
        };
        let dite = etat(du);
        assert_eq!(dite.valable_du.as_deref(), Some(du), "{debut} {limite}");
        assert_eq!(
            dite.valable_jusquau.as_deref(),
            Some(jusquau),
            "{debut} {limite}"
        );
        // The window and the state say the same, on each side of both bounds.
        let jour = |texte: &str| date::lire(texte).unwrap();
        let lendemain = date::ecrire(date::ajouter_jours(jour(jusquau), 1));
        for (jour, bonne) in [
            (date::ecrire(date::veille(jour(du))), false),
            (du.into(), true),
            (jusquau.into(), true),
            (lendemain, false),
        ] {
            let valable = etat(&jour).etat == Some(EtatDePiece::Valable);
            assert_eq!(valable, bonne, "{debut} {limite} {jour}");
        }
    }
}

#[test]
fn une_demande_entre_deux_actes_n_est_ferme_que_s_ils_accordent_la_meme_chose() {
    let regles = |nombre: u32, piece: &str, article: &str, du: &str, au: Option<&str>| {
        let periode = json!({ "du": du, "au": au, "article": "1", "reserve": "version" });
        json!({
            "id": du,
            "periode": periode,
            "carnet": [{ "nombre": nombre, "article": article }],
            "pieces": [{ "id": piece, "article": article, "si": { "tous": [] } }],
        })
    };
    let ancien = regles(5, "contrat", "1", "2000-01-01", Some("2023-12-31"));
    for (nombre, piece, verdict, carnet, reserves, bloquantes) in [
        (5, "contrat", "eligible", json!(5), json!([]), json!([])),
        (
            5,
            "bulletin",
            "eligible",
            json!(5),
            json!(["version"]),
            json!([]),
        ),
        (
            10,
            "contrat",
            "a-preciser",
            json!(null),
            json!(["version"]),
            json!(["version"]),
        ),
    ] {
        let nouveau = regles(nombre, piece, "2", "2024-01-01", None);
        let actes = [ancien.clone(), nouveau].map(|regles| acte(tous(), regles));
        let catalogue = aide(json!([]), &actes);
        let demande =
            json!({ "dateCreation": "2023-12-20", "dateDepot": "2024-01-05", "reponses": {} });
        let bilan = evaluer_json(&catalogue, &demande.to_string()).unwrap();
        let dit = serde_json::to_value(&bilan.decisions[0]).unwrap();
        let obtenu =
            ["verdict", "carnet", "reserves", "bloquantes"].map(|champ| dit[champ].clone());
        assert_eq!(
            obtenu,
            [json!(verdict), carnet, reserves, bloquantes],
            "{nombre} {piece}"
        );
    }
}

#[test]
fn une_demande_neuve_oublie_les_delais_de_l_ancienne() {
    for depuis in ["decision", "notification"] {
        let echeance = json!({
            "id": "retrait", "depuis": depuis, "duree": { "jours": 30 }, "article": "1",
            "refus": "hors-delai",
        });
        let jamais_avant_juin = json!({ "depot": { "du": "2024-06-01" } });
        let regles = json!({ "echeances": [echeance] });
        let catalogue = aide(json!([]), &[acte(jamais_avant_juin, regles)]);
        let demande = json!({
            "dateDepot": "2024-01-10", "dateDecision": "2024-01-20",
            "dateNotification": "2024-01-25", "reponses": {},
        });
        verifier(&catalogue, &demande, "non-eligible", Some("2024-06-01"));
    }
}

#[test]
fn une_option_peut_etre_un_oui_un_nombre_ou_un_mot() {
    let options = [json!(true), json!(2), json!("parfois")];
    for attendue in &options {
        let choix = options.clone().map(|id| json!({ "id": id }));
        let questions = json!([{ "id": "venue", "genre": "choix", "options": choix }]);
        let public = json!({ "reponse": { "question": "venue", "vaut": attendue } });
        let catalogue = aide(questions, &[acte(public, json!({}))]);
        for donnee in &options {
            let demande = json!({ "dateDepot": "2024-01-10", "reponses": { "venue": donnee } });
            let verdict = if donnee == attendue {
                "eligible"
            } else {
                "non-eligible"
            };
            verifier(&catalogue, &demande, verdict, None);
        }
    }
}

#[test]
fn un_refus_que_donnent_deux_conditions_ou_deux_delais_n_est_dit_qu_une_fois_et_aucun_delai_n_est_oublie()
 {
    let oui = |question: &str| json!({ "reponse": { "question": question, "vaut": true } });
    let condition = |question: &str| json!({ "si": oui(question), "sinon": { "refus": "papiers" }, "article": "2" });
    let delai = |id: &str, mois: u32, refus: &str| {
        json!({
            "id": id, "depuis": "creation", "duree": { "mois": mois }, "refus": refus, "article": "3",
        })
    };
    let questions =
        json!([{ "id": "un", "genre": "oui-non" }, { "id": "deux", "genre": "oui-non" }]);
    let regles = json!({
        "conditions": [condition("un"), condition("deux")],
        "echeances": [delai("court", 1, "trop-tard"), delai("long", 2, "bien-trop-tard")],
    });
    let catalogue = aide(questions, &[acte(tous(), regles)]);
    for (creation, un, deux, attendus) in [
        ("2024-05-20", true, true, json!([])),
        ("2024-05-20", false, true, json!(["papiers"])),
        ("2024-05-20", false, false, json!(["papiers"])),
        ("2024-04-20", true, true, json!(["trop-tard"])),
        (
            "2024-01-20",
            true,
            true,
            json!(["trop-tard", "bien-trop-tard"]),
        ),
        (
            "2024-01-20",
            false,
            false,
            json!(["trop-tard", "bien-trop-tard", "papiers"]),
        ),
    ] {
        let demande = json!({
            "dateDepot": "2024-06-01", "dateCreation": creation, "reponses": { "un": un, "deux": deux },
        });
        let bilan = evaluer_json(&catalogue, &demande.to_string()).unwrap();
        let decision = serde_json::to_value(&bilan.decisions[0]).unwrap();
        assert_eq!(decision["refus"], attendus, "{demande}");
        // A sure reason of the answer is one of its refusals, once.
        let motifs = decision["motifs"].as_array().unwrap().iter();
        let dits: Vec<&Value> = motifs
            .filter(|m| m["id"] != "public" && m["id"] != "carnet")
            .map(|m| &m["id"])
            .collect();
        assert_eq!(json!(dits), attendus, "{demande}");
    }
}
