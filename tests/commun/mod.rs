//! From a corrected dossier and the Bilan obtained to what was compared and what differs.
//!
//! Pure functions over JSON: the native tests and the tests in a browser replay the same dossiers.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// The corrected dossiers, by règlement: one JSON object a line (`id`, `cas`, `demande`, `attendu`).
pub const DOSSIERS: &[(&str, &str)] = &[
    ("hdf-2020", include_str!("../dossiers/hdf-2020.jsonl")),
    ("hdf-2022", include_str!("../dossiers/hdf-2022.jsonl")),
    ("hdf-2023", include_str!("../dossiers/hdf-2023.jsonl")),
    ("hdf-lycee", include_str!("../dossiers/hdf-lycee.jsonl")),
    ("pdc-2021", include_str!("../dossiers/pdc-2021.jsonl")),
];

/// Dossiers of every règlement, for the rules and the lines of the engine that no other dossier needs.
const GARDES: (&str, &str) = ("gardes", include_str!("../dossiers/gardes.jsonl"));

/// What is compared, in the order in which it is told, and how often in each file: a dossier or an
/// expectation lost is noticed.
#[rustfmt::skip]
pub const GENRES: [(&str, [usize; 6]); 21] = [
    //               2020 2022 2023 lycée pdc gardes
    ("dispositif",   [  4,   9,  92,   5,   4, 205]),
    ("reglement",    [  4,   9,  92,   5,   4, 205]),
    ("verdict",      [  4,   9,  92,   5,   4, 205]),
    ("carnet",       [  4,   9,  92,   5,   4, 205]),
    ("refus",        [  4,   9,  92,   5,   4, 205]),
    ("titre",        [  0,   3,  54,   2,   0, 117]),
    ("autresTitres", [  0,   0,   0,   0,   0,   3]),
    ("pieces",       [  0,   3,  54,   2,   0, 118]),
    ("conseillees",  [  0,   0,   0,   0,   0,   1]),
    ("etats",        [  0,   0,  12,   0,   0,  82]),
    ("fenetres",     [  0,   0,   0,   0,   0,  32]),
    ("echeances",    [  0,   0,   7,   0,   0,   2]),
    ("manque",       [  0,   0,   4,   0,   0,  10]),
    ("reserves",     [  2,   3,  18,   3,   3,  53]),
    ("sans",         [  0,   0,   0,   0,   0,  16]),
    ("bloquantes",   [  0,   0,   0,   0,   0,  11]),
    ("motifs",       [  0,   0,   0,   0,   0,  13]),
    ("aPartirDu",    [  0,   0,   0,   0,   0,  10]),
    ("siAlors",      [  0,   0,   0,   0,   0,   5]),
    ("autres",       [  0,   0,   3,   0,   0,   1]),
    ("ordre",        [  0,   0,   0,   0,   0,   2]),
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
///
/// A dossier may say more than the contract promises: what it gives beside is compared too.
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
    let eligible = attendu["verdict"] == "eligible";
    if eligible {
        c.egal("titre", &attendu["titre"], &decision["titre"]);
    }
    if eligible || attendu.get("pieces").is_some() {
        let (voulues, obtenues) = (textes(&attendu["pieces"]), ids(&decision["pieces"]));
        c.egal("pieces", &voulues, &obtenues);
    }
    for champ in ["autresTitres", "bloquantes", "aPartirDu", "siAlors"] {
        if let Some(voulu) = attendu.get(champ) {
            c.egal(champ, voulu, &decision[champ]);
        }
    }
    if let Some(voulues) = attendu.get("conseillees") {
        let conseillees = elements(&decision["pieces"]).filter(|p| p["conseillee"] == true);
        c.egal(
            "conseillees",
            &textes(voulues),
            &conseillees.filter_map(id).collect(),
        );
    }
    if let Some(ordre) = attendu.get("ordre") {
        let obtenu: Vec<&Value> = elements(&bilan["decisions"])
            .map(|d| &d["dispositif"])
            .collect();
        c.egal("ordre", &elements(ordre).collect(), &obtenu);
    }
    for (genre, liste, champ) in [
        ("etats", "pieces", "etat"),
        ("echeances", "echeances", "date"),
        ("motifs", "motifs", "etat"),
    ] {
        for (id, voulu) in champs(&attendu[genre]) {
            c.element(genre, &decision[liste], id, champ, voulu);
        }
    }
    for (piece, fenetre) in champs(&attendu["fenetres"]) {
        for (champ, voulu) in champs(fenetre) {
            c.element("fenetres", &decision["pieces"], piece, champ, voulu);
        }
    }
    for champ in ["manque", "reserves"] {
        let obtenus = textes(&decision[champ]);
        for voulu in textes(&attendu[champ]) {
            c.noter(champ, obtenus.contains(voulu), || {
                format!("{champ} : {voulu} attendu, obtenu {obtenus:?}")
            });
        }
    }
    for sans in textes(&attendu["sans"]) {
        let dit = ["manque", "reserves"].map(|champ| textes(&decision[champ]).contains(sans));
        c.noter("sans", !dit.contains(&true), || {
            format!("{sans} n'était pas attendu")
        });
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

/// Names and lines of every file of dossiers.
pub fn fichiers() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    DOSSIERS.iter().chain([&GARDES])
}

/// Replays every dossier of a file, and says what was compared.
///
/// # Panics
/// With all the differences together, each under the sentence of its dossier; or when fewer
/// comparisons are made than known.
pub fn rejouer(fichier: &str, evaluer: impl Fn(&Value) -> Result<Value, String>) -> String {
    let (rang, (_, lignes)) = fichiers()
        .enumerate()
        .find(|(_, (nom, _))| *nom == fichier)
        .expect("a file of dossiers of this name");
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
        "{fichier} : {} dossiers en écart ({compte})\n{}",
        ecarts.len(),
        ecarts.join("\n")
    );
    for (genre, connus) in GENRES {
        let fait = faites.get(genre).copied().unwrap_or_default();
        let connu = connus[rang];
        assert!(
            fait >= connu,
            "{fichier} : {genre} comparé {fait} fois au lieu de {connu} ; un dossier a disparu"
        );
    }
    format!("{fichier} : {compte}")
}

impl Comparaison {
    fn noter(&mut self, genre: &'static str, juste: bool, ecart: impl FnOnce() -> String) {
        *self.faites.entry(genre).or_default() += 1;
        if !juste {
            self.ecarts.push(ecart());
        }
    }

    fn egal<V: Debug + PartialEq>(&mut self, genre: &'static str, attendu: &V, obtenu: &V) {
        self.noter(genre, attendu == obtenu, || {
            format!("{genre} : attendu {attendu:?}, obtenu {obtenu:?}")
        });
    }

    /// One field of the element of a list that has this id; `null` when there is no such element.
    fn element(
        &mut self,
        genre: &'static str,
        liste: &Value,
        id: &str,
        champ: &str,
        voulu: &Value,
    ) {
        let trouve = elements(liste).find(|e| e["id"] == id);
        let obtenu = trouve.map_or(&Value::Null, |e| &e[champ]);
        self.noter(genre, voulu == obtenu, || {
            format!("{genre} : {champ} de {id} : attendu {voulu}, obtenu {obtenu}")
        });
    }
}

fn decision<'a>(bilan: &'a Value, dispositif: &Value) -> Option<&'a Value> {
    elements(&bilan["decisions"]).find(|d| d["dispositif"] == *dispositif)
}

fn champs(objet: &Value) -> impl Iterator<Item = (&String, &Value)> {
    objet.as_object().into_iter().flatten()
}

fn elements(liste: &Value) -> impl Iterator<Item = &Value> {
    liste.as_array().into_iter().flatten()
}

fn id(element: &Value) -> Option<&str> {
    element["id"].as_str()
}

fn textes(liste: &Value) -> BTreeSet<&str> {
    elements(liste).filter_map(Value::as_str).collect()
}

fn ids(liste: &Value) -> BTreeSet<&str> {
    elements(liste).filter_map(id).collect()
}

fn dire(faites: &BTreeMap<&str, usize>) -> String {
    let comptes: Vec<String> = GENRES
        .iter()
        .filter_map(|(genre, _)| Some(format!("{genre} {}", faites.get(genre)?)))
        .collect();
    comptes.join(", ")
}
