//! What a form shows can be answered, whatever the options of a catalogue look like.
use crate::demande::Reponse;
use crate::page::{Action, Ecran, Element, Noeud, Reglages, Seance, vue};
use crate::reglement::{Scalaire, Source};
use crate::textes::Langues;
use crate::{Catalogue, date};
use serde_json::{Value, json};

/// An aid that asks one question, of these options; « je ne sais pas » is offered too.
fn aide(options: &[Value]) -> Catalogue {
    let options: Vec<Value> = options.iter().map(|id| json!({ "id": id })).collect();
    let contenu = json!({
        "dispositifs": [{ "id": "aide" }],
        "questions": [{ "id": "logement", "genre": "choix", "options": options, "doute": true }],
        "reglements": [{
            "id": "aide-2024",
            "dispositif": "aide",
            "acte": { "numero": "1", "date": "2024-01-01" },
            "periode": { "du": "2024-01-01", "article": "1", "reserve": "version" },
            "titres": [{ "id": "public", "article": "1",
                "public": { "reponse": { "question": "logement", "vaut": options[0]["id"] } } }],
            "carnet": [{ "nombre": null, "article": "1" }],
        }],
    });
    let source = Source {
        fichier: "aide.json".into(),
        contenu: serde_json::from_value(contenu).unwrap(),
    };
    Catalogue::charger(&[source]).unwrap_or_else(|fautes| panic!("{fautes:#?}"))
}

/// The question on screen, the answer given if any.
fn question(catalogue: &Catalogue) -> Seance {
    let mut seance = Seance::nouveau(catalogue, Reglages::du(date::lire("2024-03-15").unwrap()));
    seance.ecran = Ecran::Question("logement".into());
    seance
}

/// The radios of a screen: what each would send, and whether it is checked.
fn boutons(catalogue: &Catalogue, seance: &Seance) -> Vec<(String, bool)> {
    fn chercher(noeud: &Noeud, boutons: &mut Vec<(String, bool)>) {
        let Noeud::Element(element) = noeud else {
            return;
        };
        let lire = |element: &Element, nom: &str| element.lire(nom).map(str::to_string);
        if lire(element, "type").as_deref() == Some("radio") {
            let valeur = lire(element, "value").unwrap();
            boutons.push((valeur, lire(element, "checked").is_some()));
        }
        element.enfants.iter().for_each(|e| chercher(e, boutons));
    }
    let mut boutons_lus = Vec::new();
    chercher(
        &vue(catalogue, &Langues::integrees(), seance),
        &mut boutons_lus,
    );
    boutons_lus
}

#[test]
fn chaque_option_montree_peut_etre_choisie_et_se_retrouve_cochee() {
    let grand = 9_007_199_254_740_991_i64;
    let cas = [
        (json!(true), Scalaire::Booleen(true)),
        (json!(false), Scalaire::Booleen(false)),
        (json!("1"), Scalaire::Texte("1".into())),
        (json!(2), Scalaire::Nombre(2)),
        (json!(-2), Scalaire::Nombre(-2)),
        (json!("03"), Scalaire::Texte("03".into())),
        (json!(3_000_000_000_i64), Scalaire::Nombre(3_000_000_000)),
        (json!(grand), Scalaire::Nombre(grand)),
        (json!(-grand), Scalaire::Nombre(-grand)),
        (json!("oui "), Scalaire::Texte("oui ".into())),
        (json!("oui"), Scalaire::Texte("oui".into())),
        (json!("heberge"), Scalaire::Texte("heberge".into())),
    ];
    let catalogue = aide(&cas.clone().map(|(id, _)| id));
    let montres = boutons(&catalogue, &question(&catalogue));
    let attendues = cas.into_iter().map(|(_, id)| Reponse::Valeur(id));
    let attendues: Vec<Reponse> = attendues.chain([Reponse::NeSaitPas]).collect();
    assert_eq!(montres.len(), attendues.len());
    for ((valeur, _), attendue) in montres.iter().zip(attendues) {
        let champs = vec![("reponse".to_string(), valeur.clone())];
        let mut seance = question(&catalogue);
        seance.suivre(&catalogue, Action::Repondre(champs));
        assert_eq!(
            seance.reponses.donnee("logement"),
            Some(&attendue),
            "« {valeur} »"
        );
        seance.ecran = Ecran::Question("logement".into());
        let coches: Vec<String> = boutons(&catalogue, &seance)
            .into_iter()
            .filter_map(|(valeur, coche)| coche.then_some(valeur))
            .collect();
        assert_eq!(coches, std::slice::from_ref(valeur));
    }
}

#[test]
fn une_valeur_que_la_page_ne_montre_pas_n_est_pas_une_reponse() {
    let catalogue = aide(&[json!(true), json!("1")]);
    for valeur in ["", "false", "01", "1 ", "vrai"] {
        let champs = vec![("reponse".to_string(), valeur.to_string())];
        let mut seance = question(&catalogue);
        seance.suivre(&catalogue, Action::Repondre(champs));
        assert_eq!(seance.reponses.donnee("logement"), None, "« {valeur} »");
        assert!(seance.refus.is_some(), "« {valeur} »");
    }
}
