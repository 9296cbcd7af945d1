//! From a corrected dossier and the Bilan obtained to what was compared and what differs.
//!
//! Pure functions over JSON: the native tests and the tests in a browser replay the same dossiers.

#[cfg(not(target_arch = "wasm32"))]
pub mod demesurees;
pub mod fichiers;
#[cfg(not(target_arch = "wasm32"))]
pub mod images;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// What is compared, in the order in which it is told.
pub const GENRES: [&str; 21] = [
    "dispositif",
    "reglement",
    "verdict",
    "carnet",
    "refus",
    "titre",
    "autresTitres",
    "pieces",
    "conseillees",
    "etats",
    "fenetres",
    "echeances",
    "manque",
    "reserves",
    "sans",
    "bloquantes",
    "motifs",
    "aPartirDu",
    "siAlors",
    "autres",
    "ordre",
];

/// How often each kind of thing is compared, by file of dossiers. `tests/dossiers/comptes.json`
/// keeps those known: a dossier or an expectation lost is noticed.
pub type Comptes = BTreeMap<String, BTreeMap<String, usize>>;

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
        let ordre: Vec<&Value> = elements(ordre).collect();
        let decisions = elements(&bilan["decisions"]).map(|d| &d["dispositif"]);
        // An aid that the dossier does not name may come anywhere among the others.
        let obtenu: Vec<&Value> = decisions.filter(|d| ordre.contains(d)).collect();
        c.egal("ordre", &ordre, &obtenu);
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

/// Replays every dossier of every file, and counts what was compared.
///
/// # Panics
/// With all the differences together, each under the sentence of its dossier.
pub fn rejouer(evaluer: impl Fn(&Value) -> Result<Value, String>) -> Comptes {
    let mut comptes = Comptes::new();
    let mut ecarts = Vec::new();
    for fichier in fichiers::fichiers() {
        let faites = comptes.entry(fichier.nom.clone()).or_default();
        for dossier in fichier.dossiers() {
            let siens = match evaluer(&dossier["demande"]) {
                Ok(bilan) => {
                    let comparaison = comparer(&dossier["attendu"], &bilan);
                    for (genre, nombre) in comparaison.faites {
                        *faites.entry(genre.into()).or_default() += nombre;
                    }
                    comparaison.ecarts
                }
                Err(erreur) => vec![format!("demande refusée : {erreur}")],
            };
            if !siens.is_empty() {
                let (id, cas) = (dossier["id"].as_str(), dossier["cas"].as_str());
                let (id, cas) = (id.unwrap_or_default(), cas.unwrap_or_default());
                let ecart = siens.join("\n     ");
                ecarts.push(format!("{} : {id} — {cas}\n     {ecart}", fichier.nom));
            }
        }
    }
    let nombre = ecarts.len();
    assert!(
        ecarts.is_empty(),
        "{nombre} dossiers en écart\n{}",
        ecarts.join("\n")
    );
    comptes
}

/// The counts kept beside the dossiers.
pub fn comptes_connus() -> Comptes {
    let contenu = fichiers::contenu();
    let connus = contenu.iter().find(|(nom, _)| nom == "comptes.json");
    connus.map_or_else(Comptes::new, |(_, texte)| {
        serde_json::from_str(texte).expect("comptes.json")
    })
}

/// Where the counts differ from those known, in a sentence each.
pub fn ecarts_de_comptes(faits: &Comptes, connus: &Comptes) -> Vec<String> {
    let compte = |comptes: &Comptes, fichier: &str, genre: &str| {
        let du_fichier = comptes.get(fichier);
        du_fichier.and_then(|c| c.get(genre)).copied().unwrap_or(0)
    };
    let noms: BTreeSet<&String> = faits.keys().chain(connus.keys()).collect();
    let mut ecarts = Vec::new();
    for fichier in noms {
        for genre in GENRES {
            let (fait, connu) = (
                compte(faits, fichier, genre),
                compte(connus, fichier, genre),
            );
            if fait != connu {
                let pourquoi = match fait < connu {
                    true => "un dossier ou une attente a disparu",
                    false => "lancez : METTRE_A_JOUR=1 cargo test dossiers",
                };
                ecarts.push(format!(
                    "{fichier} : {genre} comparé {fait} fois, {connu} dans comptes.json ; {pourquoi}"
                ));
            }
        }
    }
    ecarts
}

/// The counts, a file a line.
pub fn dire(comptes: &Comptes) -> String {
    let lignes = comptes.iter().map(|(fichier, faites)| {
        let dits = GENRES
            .iter()
            .filter_map(|genre| Some(format!("{genre} {}", faites.get(*genre)?)));
        format!("{fichier} : {}", dits.collect::<Vec<_>>().join(", "))
    });
    lignes.collect::<Vec<_>>().join("\n")
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
