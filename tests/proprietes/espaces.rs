//! From axes (days, ages, places, situations, follow-ups…) to every demande they make.

use super::reponses::{code, jour, le, option, oui_non, reponses_possibles, situations};
use crate::Catalogue;
use crate::date::Jour;
use crate::demande::{CodePostal, Demande, Reponse, Reponses, Tranche};
use crate::reglement::Scalaire;

/// Every combination of one choice by axis.
pub struct Espace {
    pub nom: &'static str,
    axes: Vec<Vec<Choix>>,
}

/// One step along an axis: what it says of the demande.
#[derive(Clone)]
enum Choix {
    Depot(Jour),
    /// Created so many days before the deposit.
    CreeeAvant(u64),
    /// So many years old that day.
    Anniversaire(u32),
    /// So many years old the day after.
    Veille(u32),
    Reponses(Vec<(&'static str, Reponse)>),
}
use Choix::{CreeeAvant, Depot, Veille};

impl Espace {
    pub fn taille(&self) -> usize {
        self.axes.iter().map(Vec::len).product()
    }

    /// The case of this rank: the usual answers, then one choice of each axis, the day first.
    pub fn cas(&self, mut rang: usize) -> Demande {
        let mut demande = ordinaire();
        for axe in &self.axes {
            axe[rang % axe.len()].appliquer(&mut demande);
            rang /= axe.len();
        }
        demande
    }
}

impl Choix {
    fn appliquer(&self, demande: &mut Demande) {
        match self {
            Depot(jour) => {
                *demande = le(demande, *jour);
                demande.jour_de_l_age = *jour;
            }
            CreeeAvant(jours) => demande.creation = demande.depot - chrono::Days::new(*jours),
            Choix::Anniversaire(ans) => naitre(demande, *ans, 0),
            Veille(ans) => naitre(demande, *ans, 1),
            Choix::Reponses(reponses) => {
                for (question, reponse) in reponses {
                    demande.reponses.donner(question, reponse.clone());
                }
            }
        }
    }
}

fn naitre(demande: &mut Demande, ans: u32, jours_apres: u64) {
    let jour = demande.depot - chrono::Months::new(ans * 12) + chrono::Days::new(jours_apres);
    demande
        .reponses
        .donner("date-naissance", Reponse::Date(jour));
}

/// Lives in the Nord, alone in front of the form, first demande.
fn ordinaire() -> Demande {
    let jour = jour("2023-05-10");
    let mut reponses = Reponses::default();
    for (question, reponse) in [
        ("code-postal", code("59000")),
        ("situations", situations(&[])),
        ("accompagne", oui_non(false)),
        ("pass-recus", Reponse::Valeur(Scalaire::Nombre(0))),
        ("hebergement", option("a-son-nom")),
        ("lycee-experimentation", oui_non(false)),
    ] {
        reponses.donner(question, reponse);
    }
    Demande {
        depot: jour,
        creation: jour,
        jour_de_l_age: jour,
        decision: None,
        notification: None,
        reponses,
        pieces: vec![],
    }
}

// ── The spaces ──

pub fn espaces() -> Vec<Espace> {
    vec![
        Espace {
            nom: "publics : jours × âges × lieux × situations et leurs suites",
            axes: vec![jours(&JOURS), tous_les_ages(), lieux(), publics()],
        },
        Espace {
            nom: "carnets : jours × âges × situations × accompagnement × pass × hébergement × 2019",
            axes: vec![
                jours(&JOURS_D_UNE_VERSION),
                ages(&[60, 40]),
                quelques_publics(),
                trois("accompagne"),
                pass(),
                hebergements(),
                [trois("pass-experimentation-2019"), vec![rien()]].concat(),
            ],
        },
        Espace {
            nom: "chevauchements : jours × création × âges × situations et leurs suites",
            axes: vec![
                jours(&JOURS),
                [0, 1, 9, 40].map(CreeeAvant).to_vec(),
                ages(&[18, 26, 31, 60]),
                publics(),
            ],
        },
        Espace {
            nom: "silences : jours × création × âges × lieux × situations × réponses tues",
            axes: vec![
                jours(&JOURS_D_UNE_VERSION),
                [0, 9].map(CreeeAvant).to_vec(),
                [ages(&[18, 40, 60]), vec![ne_sait_pas(&["date-naissance"])]].concat(),
                lieux(),
                quelques_publics(),
                silences(),
            ],
        },
    ]
}

/// The days around each change of règlement, and around each 29 February.
#[rustfmt::skip]
const JOURS: [&str; 23] = [
    "2020-06-30", "2020-07-01", "2021-11-30", "2021-12-01", "2022-01-31", "2022-02-01",
    "2022-02-28", "2022-03-01", "2022-11-21", "2022-11-22", "2022-12-31", "2023-01-01",
    "2023-02-28", "2023-03-01", "2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29",
    "2024-11-30", "2024-12-01", "2024-12-31", "2025-01-01", "2026-11-20",
];
/// One day for each set of acts that may be in force together.
const JOURS_D_UNE_VERSION: [&str; 9] = [
    "2020-06-30",
    "2021-05-10",
    "2022-01-31",
    "2022-02-28",
    "2022-03-01",
    "2022-12-31",
    "2023-01-01",
    "2024-06-03",
    "2025-01-01",
];

fn jours(liste: &[&str]) -> Vec<Choix> {
    liste.iter().map(|j| Depot(jour(j))).collect()
}

/// The day of each birthday and its eve.
fn ages(seuils: &[u32]) -> Vec<Choix> {
    let paire = |ans: &u32| [Choix::Anniversaire(*ans), Veille(*ans)];
    seuils.iter().flat_map(paire).collect()
}

fn tous_les_ages() -> Vec<Choix> {
    let mut choix = ages(&[18, 26, 31, 60]);
    for ne in ["1964-02-29", "1992-02-29", "1996-02-29", "2004-02-29"] {
        choix.push(dire("date-naissance", Reponse::Date(jour(ne))));
    }
    for (min, max) in [(0, Some(17)), (18, Some(30)), (31, Some(59)), (60, None)] {
        choix.push(dire("tranche-age", Reponse::Tranche(Tranche { min, max })));
    }
    choix.push(ne_sait_pas(&["date-naissance"]));
    choix
}

fn lieux() -> Vec<Choix> {
    let code = |c: &str| dire("code-postal", code(c));
    let etranger = dire("code-postal", Reponse::CodePostal(CodePostal::Etranger));
    // 20999 exists nowhere.
    vec![
        code("59000"),
        code("62000"),
        code("75010"),
        code("20999"),
        etranger,
        ne_sait_pas(&["code-postal"]),
    ]
}

/// Every situation alone, with each answer to its follow-ups; none; unknown; and some pairs.
fn publics() -> Vec<Choix> {
    let mut choix = vec![ne_sait_pas(&["situations"]), situation(&[])];
    let catalogue = Catalogue::integre();
    let options = &catalogue
        .question("situations")
        .expect("the question exists")
        .options;
    for option in options {
        let id: &'static str = option.id.to_string().leak();
        let suites = croiser(suites(id));
        choix.extend(
            suites
                .into_iter()
                .map(|suite| ensemble(&[situation(&[id]), suite])),
        );
    }
    for (paire, question) in [
        (["cej", "demandeur-emploi"], "cej-operateur"),
        (["salarie", "benevole"], "association-en-region"),
        (
            ["etudiant-sanitaire-social", "benevole"],
            "association-en-region",
        ),
        (["siae", "benevole"], "siae-en-region"),
        (["terminale-bac-pro", "apprenti"], "contrat-signe-par-tous"),
        (
            ["suivi-mission-locale", "pacea"],
            "mission-locale-en-region",
        ),
        (["rsa", "handicap"], "accompagne"),
        (["lyceen", "terminale-bac-pro"], "lycee-experimentation"),
    ] {
        let suites = reponses_de(question);
        choix.extend(
            suites
                .into_iter()
                .map(|suite| ensemble(&[situation(&paire), suite])),
        );
    }
    choix
}

fn quelques_publics() -> Vec<Choix> {
    vec![
        situation(&[]),
        situation(&["demandeur-emploi"]),
        situation(&["suivi-mission-locale"]),
        ensemble(&[
            situation(&["lyceen"]),
            dire("lycee-experimentation", oui_non(true)),
        ]),
        ensemble(&[
            situation(&["benevole"]),
            dire("association-en-region", oui_non(true)),
        ]),
        ensemble(&[
            situation(&["benevole"]),
            ne_sait_pas(&["association-en-region"]),
        ]),
        ne_sait_pas(&["situations"]),
    ]
}

/// The questions that matter once this situation is ticked.
fn suites(situation: &str) -> Vec<Vec<Choix>> {
    let questions: &[&'static str] = match situation {
        "apprenti" => &["contrat-apprentissage", "contrat-signe-par-tous"],
        "cej" => &["cej-operateur", "mission-locale-en-region"],
        "pacea" => &["mission-locale-en-region"],
        "siae" => &["siae-en-region"],
        "ecole-production" => &["ecole-production-en-region"],
        "etudiant-sanitaire-social" => &["etablissement-en-region"],
        "benevole" => &["association-en-region"],
        "terminale-bac-pro" | "derniere-annee-cap" => &["lycee-en-region", "lycee-experimentation"],
        "lyceen" | "lyceen-general" => &["lycee-experimentation"],
        _ => &[],
    };
    questions
        .iter()
        .map(|question| reponses_de(question))
        .collect()
}

fn pass() -> Vec<Choix> {
    let recus = |n| dire("pass-recus", Reponse::Valeur(Scalaire::Nombre(n)));
    let utilises = trois("pass-utilises")
        .into_iter()
        .map(|u| ensemble(&[recus(5), u]));
    let inconnus = ne_sait_pas(&["pass-recus", "pass-utilises"]);
    [recus(0), recus(10), inconnus]
        .into_iter()
        .chain(utilises)
        .collect()
}

fn hebergements() -> Vec<Choix> {
    reponses_de("hebergement")
}

fn silences() -> Vec<Choix> {
    vec![
        ne_sait_pas(&["accompagne"]),
        ne_sait_pas(&["hebergement"]),
        ne_sait_pas(&["pass-recus"]),
        ne_sait_pas(&["lycee-experimentation", "pass-experimentation-2019"]),
        ne_sait_pas(&[
            "accompagne",
            "hebergement",
            "pass-recus",
            "lycee-experimentation",
        ]),
    ]
}

// ── How a choice is written ──

fn rien() -> Choix {
    Choix::Reponses(vec![])
}

fn dire(question: &'static str, reponse: Reponse) -> Choix {
    Choix::Reponses(vec![(question, reponse)])
}

fn ne_sait_pas(questions: &[&'static str]) -> Choix {
    Choix::Reponses(questions.iter().map(|q| (*q, Reponse::NeSaitPas)).collect())
}

fn situation(ids: &[&str]) -> Choix {
    dire("situations", situations(ids))
}

fn trois(question: &'static str) -> Vec<Choix> {
    [oui_non(true), oui_non(false), Reponse::NeSaitPas]
        .map(|r| dire(question, r))
        .to_vec()
}

/// Each answer to a question, « je ne sais pas » included.
fn reponses_de(question: &'static str) -> Vec<Choix> {
    let catalogue = Catalogue::integre();
    let possibles = reponses_possibles(
        catalogue.question(question).expect("a question"),
        &ordinaire(),
    );
    possibles
        .into_iter()
        .chain([Reponse::NeSaitPas])
        .map(|r| dire(question, r))
        .collect()
}

fn ensemble(choix: &[Choix]) -> Choix {
    let reponses = choix.iter().flat_map(|c| match c {
        Choix::Reponses(reponses) => reponses.clone(),
        _ => vec![],
    });
    Choix::Reponses(reponses.collect())
}

/// Every combination of one choice by list; one that says nothing when there is no list.
fn croiser(listes: Vec<Vec<Choix>>) -> Vec<Choix> {
    listes.into_iter().fold(vec![rien()], |acquis, liste| {
        let avec = |a: &Choix| {
            liste
                .iter()
                .map(|c| ensemble(&[a.clone(), c.clone()]))
                .collect::<Vec<_>>()
        };
        acquis.iter().flat_map(avec).collect()
    })
}
