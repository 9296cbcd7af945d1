//! The way through the questions: what is asked of a person, and what is spared them.

use crate::parcours::parcourir;
use crate::reglement::Source;
use crate::{Catalogue, demande};
use serde_json::{Value, json};

/// The questions put to whoever answers so, and « je ne sais pas » to all the rest.
fn posees(catalogue: &Catalogue, depot: &str, reponses: Value) -> Vec<String> {
    let demande = json!({ "dateDepot": depot, "reponses": reponses });
    let valeur = serde_json::from_value(demande).unwrap();
    let mut demande = demande::lire(catalogue, &valeur).unwrap();
    while let Some(question) = parcourir(catalogue, &demande).prochaine {
        let deja = demande.reponses.donnee(&question.id);
        assert!(deja.is_none(), "« {} » est posée deux fois", question.id);
        let doute = demande::Reponse::NeSaitPas;
        demande.reponses.donner(&question.id, doute);
    }
    let posees = parcourir(catalogue, &demande).posees;
    posees.iter().map(|q| q.id.clone()).collect()
}

#[test]
fn qui_ne_sait_pas_s_il_a_recu_des_pass_n_est_pas_interroge_sur_leur_emploi() {
    let reponses = json!({ "code-postal": "59000", "tranche-age": "60+" });
    let posees = posees(&Catalogue::integre(), "2024-03-15", reponses);
    assert!(posees.contains(&"pass-recus".into()), "{posees:?}");
    assert!(!posees.contains(&"pass-utilises".into()), "{posees:?}");
}

/// Two aids on the same days: one for those of 60, the other for those who are put up by somebody.
fn deux_aides() -> Catalogue {
    let aide = |id: &str, public: Value| {
        json!({
            "id": format!("{id}-2024"), "dispositif": id,
            "acte": { "numero": "2024-1", "date": "2024-01-15" },
            "periode": { "du": "2024-02-01", "au": "2024-12-31", "article": "1", "reserve": "version" },
            "titres": [{ "id": "public", "article": "2", "public": public }],
            "carnet": [{ "nombre": 5, "article": "3" }]
        })
    };
    let heberge = json!({ "reponse": { "question": "heberge", "vaut": true } });
    let contenu = json!({
        "dispositifs": [{ "id": "aines" }, { "id": "heberges" }],
        "questions": [
            { "id": "tranche-age", "genre": "tranche-age" },
            { "id": "date-naissance", "genre": "date", "apres": "tranche-age" },
            { "id": "heberge", "genre": "oui-non" }
        ],
        "reglements": [aide("aines", json!({ "age": { "min": 60 } })), aide("heberges", heberge)]
    });
    let source = Source {
        fichier: "deux-aides.json".into(),
        contenu: serde_json::from_value(contenu).unwrap(),
    };
    Catalogue::charger(&[source]).unwrap_or_else(|fautes| panic!("{fautes:#?}"))
}

#[test]
fn qui_a_deja_droit_a_une_aide_n_est_pas_interroge_pour_une_autre() {
    let posees = |tranche: &str| {
        posees(
            &deux_aides(),
            "2024-03-15",
            json!({ "tranche-age": tranche }),
        )
    };
    assert_eq!(posees("60+"), ["tranche-age"]);
    assert_eq!(posees("0-59"), ["tranche-age", "heberge"]);
}
