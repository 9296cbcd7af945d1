//! In a real browser: the dossiers through the wasm, and the widget by its DOM events.
#![cfg(target_arch = "wasm32")]

mod commun;

use commun::{comptes_connus, dire, ecarts_de_comptes, rejouer};
use pass_numerique::web::{Widget, catalogue, evaluer, evaluer_lot, questions, valider_reglements};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, ShadowRoot, ShadowRootInit,
    ShadowRootMode,
};

wasm_bindgen_test_configure!(run_in_browser);

fn en_js(valeur: &serde_json::Value) -> JsValue {
    js_sys::JSON::parse(&valeur.to_string()).unwrap()
}

fn en_json(valeur: &JsValue) -> serde_json::Value {
    let texte: String = js_sys::JSON::stringify(valeur).unwrap().into();
    serde_json::from_str(&texte).unwrap()
}

#[wasm_bindgen_test]
fn chaque_dossier_donne_dans_le_navigateur_la_decision_attendue() {
    let comptes = rejouer(|demande| {
        evaluer(en_js(demande), None)
            .map(|bilan| en_json(&bilan))
            .map_err(message)
    });
    wasm_bindgen_test::console_log!("{}", dire(&comptes));
    let ecarts = ecarts_de_comptes(&comptes, &comptes_connus());
    assert!(ecarts.is_empty(), "{}", ecarts.join("\n"));
}

fn message(erreur: wasm_bindgen::JsError) -> String {
    js_sys::Error::from(JsValue::from(erreur)).message().into()
}

#[wasm_bindgen_test]
fn une_saisie_fautive_leve_une_erreur_qui_nomme_le_champ() {
    let demande =
        serde_json::json!({ "dateDepot": "2023-05-10", "reponses": { "code-postal": "5900" } });
    let Err(erreur) = evaluer(en_js(&demande), None) else {
        panic!("refus attendu")
    };
    let message = message(erreur);
    assert!(
        message.contains("reponses.code-postal : « 5900 »"),
        "{message}"
    );
}

#[wasm_bindgen_test]
fn une_ligne_fautive_ne_perd_pas_les_autres() {
    let lot = serde_json::json!([
        { "dateDepot": "2026-11-20", "reponses": {} },
        { "dateDepot": "hier", "reponses": {} },
        { "dateDepot": "2026-11-20", "reponses": {} },
    ]);
    let bilans = en_json(&evaluer_lot(en_js(&lot), None).unwrap_or(JsValue::NULL));
    assert_eq!(bilans[0]["decisions"][0]["verdict"], "clos");
    assert!(
        bilans[1]["erreur"]
            .as_str()
            .unwrap()
            .starts_with("dateDepot")
    );
    assert_eq!(bilans[0], bilans[2]);
}

#[wasm_bindgen_test]
fn le_vocabulaire_et_le_catalogue_se_lisent() {
    assert_eq!(
        en_json(&questions().unwrap_or(JsValue::NULL))[0]["id"],
        "code-postal"
    );
    let reglements = en_json(&catalogue().unwrap_or(JsValue::NULL));
    assert!(
        reglements
            .as_array()
            .unwrap()
            .iter()
            .any(|r| r["id"] == "hdf-2023" && r["au"] == "2024-12-31")
    );
}

#[wasm_bindgen_test]
fn un_catalogue_faux_donne_ses_fautes() {
    let faux = serde_json::json!({ "reglements": [{ "id": 3 }] });
    let fautes = en_json(&valider_reglements(en_js(&faux), None).unwrap_or(JsValue::NULL));
    let chemins: Vec<&str> = fautes
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|f| f["chemin"].as_str())
        .collect();
    assert!(chemins.contains(&"$.reglements[0].id"), "{chemins:?}");
}

/// A widget alone in its element, taken off the page at the end of the test.
struct Monte {
    hote: HtmlElement,
    racine: ShadowRoot,
    widget: Widget,
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn monter(jour: &str) -> Monte {
    let hote: HtmlElement = document()
        .create_element("div")
        .unwrap()
        .dyn_into()
        .unwrap();
    document().body().unwrap().append_child(&hote).unwrap();
    let racine = hote
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .unwrap();
    let options = en_js(&serde_json::json!({ "dateDepot": jour, "niveauDeTitre": 2 }));
    let Ok(widget) = Widget::monter(hote.clone(), racine.clone(), options.unchecked_into()) else {
        panic!("le widget se monte")
    };
    Monte {
        hote,
        racine,
        widget,
    }
}

impl Drop for Monte {
    fn drop(&mut self) {
        self.widget.demonter();
        self.hote.remove();
    }
}

impl Monte {
    fn trouver(&self, selecteur: &str) -> Element {
        self.racine
            .query_selector(selecteur)
            .unwrap()
            .unwrap_or_else(|| panic!("{selecteur} absent : {}", self.titre()))
    }
    fn titre(&self) -> String {
        self.racine
            .query_selector(".titre")
            .unwrap()
            .and_then(|t| t.text_content())
            .unwrap_or_default()
    }
    fn cliquer(&self, selecteur: &str) {
        self.trouver(selecteur)
            .unchecked_into::<HtmlElement>()
            .click();
    }
    fn envoyer(&self) {
        let init = EventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        let envoi = Event::new_with_event_init_dict("submit", &init).unwrap();
        self.trouver("form").dispatch_event(&envoi).unwrap();
    }
    fn choisir(&self, valeur: &str) {
        self.trouver(&format!("input[value='{valeur}']"))
            .unchecked_into::<HtmlInputElement>()
            .set_checked(true);
        self.envoyer();
    }
    fn ecrire(&self, valeur: &str) {
        self.trouver("input.texte")
            .unchecked_into::<HtmlInputElement>()
            .set_value(valeur);
        self.envoyer();
    }
    fn focus(&self) -> String {
        self.racine
            .active_element()
            .map(|e| e.class_name())
            .unwrap_or_default()
    }
}

#[wasm_bindgen_test]
fn un_chemin_entier_mene_a_la_reponse_et_le_focus_suit() {
    let monte = monter("2024-03-15");
    assert_eq!(monte.focus(), "", "le focus n'est pas pris au chargement");
    monte.cliquer("[data-action=commencer]");
    let etapes: [(&str, &dyn Fn()); 5] = [
        ("code postal", &|| monte.ecrire("59000")),
        ("âge", &|| monte.choisir("60+")),
        ("déjà donné", &|| monte.choisir("0")),
        ("professionnel", &|| monte.choisir("false")),
        ("logement", &|| monte.choisir("a-son-nom")),
    ];
    for (question, repondre) in etapes {
        assert!(
            monte.titre().contains(question),
            "{question} attendu, {} affiché",
            monte.titre()
        );
        assert_eq!(monte.focus(), "titre", "{question}");
        repondre();
    }
    assert!(monte.titre().contains("justes"));
    monte.cliquer("[data-action=voir-resultat]");
    assert_eq!(monte.titre(), "Vous pouvez demander le pass numérique.");
    assert_eq!(monte.focus(), "titre");
    let bilan = en_json(&monte.widget.bilan().unwrap_or(JsValue::NULL));
    assert_eq!(bilan["decisions"][0]["carnet"], 5);
    let demande = en_json(&monte.widget.demande().unwrap_or(JsValue::NULL));
    assert_eq!(demande["reponses"]["tranche-age"], "60+");
}

#[wasm_bindgen_test]
fn une_erreur_prend_le_focus_et_garde_ce_qui_est_ecrit() {
    let monte = monter("2024-03-15");
    monte.cliquer("[data-action=commencer]");
    monte.ecrire("590");
    assert_eq!(monte.focus(), "resume-erreurs");
    let champ = monte
        .trouver("input.texte")
        .unchecked_into::<HtmlInputElement>();
    assert_eq!(champ.value(), "590");
    assert_eq!(champ.get_attribute("aria-invalid").as_deref(), Some("true"));
    monte.cliquer("[data-action=aller-au-champ]");
    assert!(monte.focus().contains("texte"));
}

#[wasm_bindgen_test]
fn revenir_garde_les_reponses() {
    let monte = monter("2024-03-15");
    monte.cliquer("[data-action=commencer]");
    monte.ecrire("59000");
    monte.cliquer("[data-action=retour]");
    assert_eq!(
        monte
            .trouver("input.texte")
            .unchecked_into::<HtmlInputElement>()
            .value(),
        "59000"
    );
}

#[wasm_bindgen_test]
fn deux_widgets_sur_une_page_s_ignorent() {
    let (premier, second) = (monter("2024-03-15"), monter("2026-11-20"));
    assert_eq!(
        second.titre(),
        "On ne peut plus demander le pass numérique."
    );
    premier.cliquer("[data-action=commencer]");
    premier.ecrire("59000");
    assert!(premier.titre().contains("âge"));
    assert_eq!(
        second.titre(),
        "On ne peut plus demander le pass numérique."
    );
}

#[wasm_bindgen_test]
fn un_jour_de_depot_illisible_est_refuse_avec_son_nom() {
    let hote: HtmlElement = document()
        .create_element("div")
        .unwrap()
        .dyn_into()
        .unwrap();
    let racine = hote
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .unwrap();
    let options = en_js(&serde_json::json!({ "dateDepot": "15/03/2024", "niveauDeTitre": 2 }));
    let Err(erreur) = Widget::monter(hote, racine, options.unchecked_into()) else {
        panic!("refus attendu")
    };
    let message = message(erreur);
    assert!(
        message.starts_with("date-depot : « 15/03/2024 »"),
        "{message}"
    );
}
