//! From a corrected dossier and the Bilan obtained to what was compared and what differs.
//!
//! Pure functions over JSON: the native tests and the tests in a browser replay the same dossiers.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The corrected dossiers, by règlement: one JSON object a line (`id`, `cas`, `demande`, `attendu`).
pub const DOSSIERS: &[(&str, &str)] = &[
    ("hdf-2020", include_str!("../dossiers/hdf-2020.jsonl")),
    ("hdf-2022", include_str!("../dossiers/hdf-2022.jsonl")),
    ("hdf-2023", include_str!("../dossiers/hdf-2023.jsonl")),
    ("hdf-lycee", include_str!("../dossiers/hdf-lycee.jsonl")),
    ("pdc-2021", include_str!("../dossiers/pdc-2021.jsonl")),
];

/// What is compared, in the order in which it is told.
pub const GENRES: [&str; 12] = [
    "dispositif",
    "reglement",
    "verdict",
    "carnet",
    "refus",
    "titre",
    "pieces",
    "etats",
    "echeances",
    "manque",
    "reserves",
    "autres",
];

/// How many of each the files hold, so that a dossier or an expectation lost is noticed.
#[rustfmt::skip]
const COMPTES: [(&str, [usize; GENRES.len()]); 5] = [
    //             disp. regl. verd. carnet refus titre pieces etats éch. manque rés. autres
    ("hdf-2020",  [    4,    4,    4,    4,    4,    0,    0,    0,    0,    0,    2,    0]),
    ("hdf-2022",  [    9,    9,    9,    9,    9,    3,    3,    0,    0,    0,    3,    0]),
    ("hdf-2023",  [   90,   90,   90,   90,   90,   53,   53,   12,    7,    4,   16,    3]),
    ("hdf-lycee", [    5,    5,    5,    5,    5,    2,    2,    0,    0,    0,    3,    0]),
    ("pdc-2021",  [    4,    4,    4,    4,    4,    0,    0,    0,    0,    0,    3,    0]),
];

/// What was compared between a dossier and a Bilan.
#[derive(Default)]
pub struct Comparaison {
    /// Number of comparisons, by kind.
    pub faites: BTreeMap<&'static str, usize>,
    /// Each difference, in a sentence.
    pub ecarts: Vec<String>,
}

/// Compares the decision that a dossier expects with the Bilan given, as the public contract says.
pub fn comparer(attendu: &Value, bilan: &Value) -> Comparaison {
    let mut c = Comparaison::default();
    let Some(decision) = decision(bilan, &attendu["dispositif"]) else {
        c.noter("dispositif", false, || {
            format!("aucune décision pour {}", attendu["dispositif"])
        });
        return c;
    };
    c.noter("dispositif", true, String::new);
    for champ in ["reglement", "verdict", "carnet", "refus"] {
        c.egal(champ, &attendu[champ], &decision[champ]);
    }
    if attendu["verdict"] == "eligible" {
        c.egal("titre", &attendu["titre"], &decision["titre"]);
        let (voulues, obtenues) = (textes(&attendu["pieces"]), ids(&decision["pieces"]));
        c.noter("pieces", voulues == obtenues, || {
            format!("pieces : attendu {voulues:?}, obtenu {obtenues:?}")
        });
    }
    for (piece, etat) in champs(&attendu["etats"]) {
        let obtenu = element(&decision["pieces"], piece).map_or(&Value::Null, |p| &p["etat"]);
        c.noter("etats", etat == obtenu, || {
            format!("etat de {piece} : attendu {etat}, obtenu {obtenu}")
        });
    }
    for (echeance, date) in champs(&attendu["echeances"]) {
        let obtenue =
            element(&decision["echeances"], echeance).map_or(&Value::Null, |e| &e["date"]);
        c.noter("echeances", date == obtenue, || {
            format!("echeance {echeance} : attendu {date}, obtenu {obtenue}")
        });
    }
    for champ in ["manque", "reserves"] {
        let obtenus = textes(&decision[champ]);
        for voulu in textes(&attendu[champ]) {
            c.noter(champ, obtenus.contains(voulu), || {
                format!("{champ} : {voulu} attendu, obtenu {obtenus:?}")
            });
        }
    }
    for autre in textes(&attendu["autres"]) {
        let verdict = self::decision(bilan, &Value::from(autre))
            .and_then(|d| d["verdict"].as_str())
            .unwrap_or("absent");
        let ouvert = ["eligible", "a-preciser"].contains(&verdict);
        c.noter("autres", ouvert, || {
            format!("autres : {autre} ne doit pas être refusé, obtenu {verdict}")
        });
    }
    c
}

/// Replays every dossier of a règlement, and says what was compared.
///
/// # Panics
/// With all the differences together, each under the sentence of its dossier; or when fewer
/// comparisons are made than known.
pub fn rejouer(reglement: &str, evaluer: impl Fn(&Value) -> Result<Value, String>) -> String {
    let (_, lignes) = DOSSIERS
        .iter()
        .find(|(nom, _)| *nom == reglement)
        .expect("a file of dossiers for this règlement");
    let mut faites: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ecarts = Vec::new();
    for ligne in lignes.lines() {
        let dossier: Value = serde_json::from_str(ligne).expect("one JSON object a line");
        let siens = match evaluer(&dossier["demande"]) {
            Ok(bilan) => {
                let comparaison = comparer(&dossier["attendu"], &bilan);
                for (genre, nombre) in comparaison.faites {
                    *faites.entry(genre).or_default() += nombre;
                }
                comparaison.ecarts
            }
            Err(erreur) => vec![format!("demande refusée : {erreur}")],
        };
        if !siens.is_empty() {
            let (id, cas) = (dossier["id"].as_str(), dossier["cas"].as_str());
            let (id, cas) = (id.unwrap_or_default(), cas.unwrap_or_default());
            ecarts.push(format!("{id} — {cas}\n     {}", siens.join("\n     ")));
        }
    }
    let compte = dire(&faites);
    assert!(
        ecarts.is_empty(),
        "{reglement} : {} dossiers en écart ({compte})\n{}",
        ecarts.len(),
        ecarts.join("\n")
    );
    let connues = COMPTES.iter().find(|(nom, _)| *nom == reglement);
    let (_, connues) = connues.expect("a count for this règlement");
    for (genre, connu) in GENRES.iter().zip(connues) {
        let fait = faites.get(genre).copied().unwrap_or_default();
        assert!(
            fait >= *connu,
            "{reglement} : {genre} comparé {fait} fois au lieu de {connu} ; un dossier a disparu"
        );
    }
    format!("{reglement} : {compte}")
}

impl Comparaison {
    fn noter(&mut self, genre: &'static str, juste: bool, ecart: impl FnOnce() -> String) {
        *self.faites.entry(genre).or_default() += 1;
        if !juste {
            self.ecarts.push(ecart());
        }
    }

    fn egal(&mut self, genre: &'static str, attendu: &Value, obtenu: &Value) {
        self.noter(genre, attendu == obtenu, || {
            format!("{genre} : attendu {attendu}, obtenu {obtenu}")
        });
    }
}

fn decision<'a>(bilan: &'a Value, dispositif: &Value) -> Option<&'a Value> {
    let mut decisions = bilan["decisions"].as_array()?.iter();
    decisions.find(|d| d["dispositif"] == *dispositif)
}

fn element<'a>(liste: &'a Value, id: &str) -> Option<&'a Value> {
    liste.as_array()?.iter().find(|e| e["id"] == id)
}

fn champs(objet: &Value) -> impl Iterator<Item = (&String, &Value)> {
    objet.as_object().into_iter().flatten()
}

fn textes(liste: &Value) -> BTreeSet<&str> {
    let elements = liste.as_array().into_iter().flatten();
    elements.filter_map(Value::as_str).collect()
}

fn ids(liste: &Value) -> BTreeSet<&str> {
    let elements = liste.as_array().into_iter().flatten();
    elements.filter_map(|e| e["id"].as_str()).collect()
}

fn dire(faites: &BTreeMap<&str, usize>) -> String {
    let comptes: Vec<String> = GENRES
        .iter()
        .filter_map(|genre| Some(format!("{genre} {}", faites.get(genre)?)))
        .collect();
    comptes.join(", ")
}
