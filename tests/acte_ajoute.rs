//! « No Rust is needed »: in a copy of the repository, the act of an aid that nobody knew is added as
//! the README says, by files only (`tests/acte-ajoute/`), and what holds the other acts holds it too.
//!
//! `make test` runs it; `cargo test` alone does not, because the copy is another crate to build.

#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const REGLEMENT: &str = "somme-2025";

/// The tests of what is written for each act: its dossiers, its law in French, its rules taken out one
/// by one, its words, its pages, its shape, the published types.
const EPREUVES: [&str; 8] = [
    "dossiers",
    "droit",
    "gardes",
    "langue",
    "pages",
    "schema",
    "textes",
    "types_publies",
];

/// Files by path.
type Fichiers = BTreeMap<String, Vec<u8>>;

#[test]
#[ignore = "builds a copy of the repository; make test runs it"]
fn l_acte_d_une_aide_nouvelle_s_ajoute_sans_rust() {
    let mut fichiers = depot();
    ajouter_l_acte(&mut fichiers);
    ecrire(&fichiers);

    let mut epreuves = cargo("test");
    epreuves.env("METTRE_A_JOUR", "1");
    epreuves.args(["--lib", "--", "--nocapture"]).args(EPREUVES);
    let sortie = reussir(&mut epreuves, "");
    let dossiers = texte(&fichiers, &format!("tests/dossiers/{REGLEMENT}.jsonl"));
    let rejoues = format!("{REGLEMENT} : dispositif {},", dossiers.lines().count());
    assert!(sortie.contains(&rejoues), "{rejoues}\n{sortie}");
    let droit = fs::read_to_string(copie().join("docs/droit.md")).unwrap();
    assert!(droit.contains(&format!("`{REGLEMENT}`")), "docs/droit.md");

    let premier: Value = serde_json::from_str(dossiers.lines().next().unwrap()).unwrap();
    let bilan = reussir(
        cargo("run").args(["--quiet", "--profile", "test", "--example", "evaluer"]),
        &premier["demande"].to_string(),
    );
    let bilan: Value = serde_json::from_str(&bilan).unwrap();
    let decisions = bilan["decisions"].as_array().unwrap();
    let attendu = &premier["attendu"];
    let sienne = decisions
        .iter()
        .find(|d| d["dispositif"] == attendu["dispositif"]);
    assert_eq!(sienne.unwrap()["verdict"], attendu["verdict"]);
}

/// The files of this repository, those not committed yet included.
fn depot() -> Fichiers {
    let racine = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others"]);
    let noms = reussir(git.arg("--exclude-standard").current_dir(racine), "");
    let noms = noms.split_terminator('\0').map(String::from);
    // A file deleted and not committed has no content.
    noms.filter_map(|nom| fs::read(racine.join(&nom)).ok().map(|lu| (nom, lu)))
        .collect()
}

/// What the README asks for: the act, its words, its dossiers, and the reading of its caution.
fn ajouter_l_acte(fichiers: &mut Fichiers) {
    let ici = |nom: &str| format!("tests/acte-ajoute/{nom}");
    for (de, vers) in [
        ("reglements", format!("src/reglements/{REGLEMENT}.json")),
        ("dossiers", format!("tests/dossiers/{REGLEMENT}.jsonl")),
    ] {
        let (_, nom) = vers.rsplit_once('/').unwrap();
        let contenu = fichiers[&ici(&format!("{de}/{nom}"))].clone();
        assert!(fichiers.insert(vers, contenu).is_none(), "{de} exists");
    }
    for langue in ["fr.json", "en.json"] {
        let siens: Map<String, Value> =
            serde_json::from_str(texte(fichiers, &ici(&format!("textes/{langue}")))).unwrap();
        changer(fichiers, &format!("src/textes/{langue}"), |textes| {
            siens.iter().fold(textes, |textes, (genre, mots)| {
                let tete = format!("\n  \"{genre}\": {{\n");
                assert!(textes.contains(&tete), "{langue} : {genre}");
                let mots = mots.as_object().unwrap().iter();
                let lignes: String = mots
                    .map(|(id, mot)| format!("    {id:?}: {mot},\n"))
                    .collect();
                textes.replacen(&tete, &format!("{tete}{lignes}"), 1)
            })
        });
    }
    let lecture = texte(fichiers, &ici("lectures.md")).to_string();
    changer(fichiers, "docs/lectures.md", |lectures| {
        let numerotees = lectures.lines().filter(|ligne| {
            let debut = ligne.strip_prefix("| ").unwrap_or_default();
            debut.starts_with(|c: char| c.is_ascii_digit())
        });
        let numero = numerotees.count() + 1;
        lectures.clone() + &lecture.replace("n°", &numero.to_string())
    });
}

/// Makes the copy hold these files and no other; one that is the same is left alone, because cargo
/// builds again what follows from a newer file.
fn ecrire(fichiers: &Fichiers) {
    let copie = copie();
    for (nom, contenu) in fichiers {
        let chemin = copie.join(nom);
        if fs::read(&chemin).is_ok_and(|tenu| tenu == *contenu) {
            continue;
        }
        fs::create_dir_all(chemin.parent().unwrap()).unwrap();
        fs::write(chemin, contenu).unwrap();
    }
    let mut dossiers = vec![copie.clone()];
    while let Some(dossier) = dossiers.pop() {
        for entree in fs::read_dir(dossier).unwrap() {
            let chemin = entree.unwrap().path();
            let nom = chemin.strip_prefix(&copie).unwrap().to_str().unwrap();
            if chemin.is_dir() {
                dossiers.push(chemin);
            } else if !fichiers.contains_key(nom) {
                fs::remove_file(chemin).unwrap();
            }
        }
    }
}

fn copie() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("acte-ajoute")
}

/// Cargo in the copy, with nothing to download. What it builds is kept for the next time, apart from
/// what is built here: two crates of one name would take each other's place.
fn cargo(commande: &str) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args([commande, "--locked", "--offline"])
        .current_dir(copie())
        .env("CARGO_TARGET_DIR", copie().with_extension("target"))
        .env("CARGO_PROFILE_TEST_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_TEST_DEBUG", "false");
    cargo
}

/// What the command says when it succeeds.
fn reussir(commande: &mut Command, entree: &str) -> String {
    commande.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut lance = commande.stderr(Stdio::piped()).spawn().unwrap();
    lance
        .stdin
        .take()
        .unwrap()
        .write_all(entree.as_bytes())
        .unwrap();
    let Output {
        status,
        stdout,
        stderr,
    } = lance.wait_with_output().unwrap();
    let (dit, crie) = (
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr),
    );
    assert!(status.success(), "{commande:?}\n{crie}\n{dit}");
    dit.into_owned()
}

fn texte<'a>(fichiers: &'a Fichiers, nom: &str) -> &'a str {
    let contenu = fichiers.get(nom).unwrap_or_else(|| panic!("{nom}"));
    std::str::from_utf8(contenu).unwrap()
}

fn changer(fichiers: &mut Fichiers, nom: &str, change: impl FnOnce(String) -> String) {
    let change = change(texte(fichiers, nom).to_string());
    fichiers.insert(nom.into(), change.into_bytes());
}
