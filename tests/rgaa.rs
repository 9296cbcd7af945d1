//! docs/rgaa.md: each criterion of RGAA 4.1.2 once, in order, with what holds it; each test that it names exists.

use std::collections::BTreeMap;
use std::fs::{read_dir, read_to_string};
use std::path::{Path, PathBuf};

/// How many criteria each theme has.
const THEMES: [usize; 13] = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

/// What has no place in any screen, and makes the criteria about it not applicable: as the golden pages have it.
const ABSENTS: [&str; 21] = [
    "<img",
    "<svg",
    "<canvas",
    "<object",
    "<embed",
    "<area",
    "<iframe",
    "<audio",
    "<video",
    "<q>",
    "<marquee",
    "<blink",
    "<abbr",
    "<h1",
    "<main",
    "<nav",
    " title=",
    " dir=",
    " accesskey",
    " autofocus",
    " target=",
];

fn racine() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document() -> String {
    read_to_string(racine().join("docs/rgaa.md")).expect("docs/rgaa.md")
}

struct Critere {
    numero: (usize, usize),
    etat: String,
    preuve: String,
}

/// The lines of the tables: `| 1.1 | what it asks | state | what holds it |`.
fn criteres() -> Vec<Critere> {
    let document = document();
    let lignes = document
        .lines()
        .filter(|ligne| ligne.starts_with("| ") && ligne.as_bytes()[2].is_ascii_digit());
    lignes
        .map(|ligne| {
            let cases: Vec<&str> = ligne
                .trim_matches('|')
                .split(" | ")
                .map(str::trim)
                .collect();
            let [numero, demande, etat, preuve] = cases[..] else {
                panic!("four cells: {ligne}");
            };
            let (theme, rang) = numero.split_once('.').expect(ligne);
            assert!(!demande.is_empty() && !preuve.is_empty(), "{ligne}");
            Critere {
                numero: (theme.parse().expect(ligne), rang.parse().expect(ligne)),
                etat: etat.to_string(),
                preuve: preuve.to_string(),
            }
        })
        .collect()
}

/// The proofs of a cell: `file` « name », then maybe a day.
fn cites(texte: &str) -> Vec<(&str, &str)> {
    let mut trouves = vec![];
    let mut reste = texte;
    while let Some((_, apres)) = reste.split_once('`') {
        let (fichier, apres) = apres.split_once('`').expect("a file between two accents");
        if let Some(nom) = apres.strip_prefix(" « ") {
            let (nom, suite) = nom.split_once(" »").expect("the name of a test");
            trouves.push((fichier, nom));
            reste = suite;
        } else {
            reste = apres;
        }
    }
    trouves
}

/// Every text under a folder.
fn lire(dossier: &Path, textes: &mut BTreeMap<PathBuf, String>) {
    for entree in read_dir(dossier).expect("a folder") {
        let chemin = entree.unwrap().path();
        if chemin.is_dir() {
            lire(&chemin, textes);
        } else if chemin.extension().is_some_and(|fin| fin == "html") {
            textes.insert(chemin.clone(), read_to_string(&chemin).unwrap());
        }
    }
}

#[test]
fn les_106_criteres_y_sont_une_fois_dans_l_ordre() {
    let attendus: Vec<(usize, usize)> = (1..)
        .zip(THEMES)
        .flat_map(|(theme, nombre)| (1..=nombre).map(move |rang| (theme, rang)))
        .collect();
    assert_eq!(attendus.len(), 106);
    let ecrits: Vec<(usize, usize)> = criteres().into_iter().map(|c| c.numero).collect();
    assert_eq!(ecrits, attendus);
}

#[test]
fn chaque_test_nomme_existe() {
    let mut nombre = 0;
    for Critere { numero, preuve, .. } in criteres() {
        for (fichier, nom) in cites(&preuve) {
            let texte = read_to_string(racine().join(fichier));
            let texte = texte.unwrap_or_else(|_| panic!("{numero:?}: no {fichier}"));
            let existe = texte.lines().any(|ligne| {
                let ligne = ligne.trim_start();
                let titre = ["test(\"", "test(`", "fn "]
                    .iter()
                    .find_map(|debut| ligne.strip_prefix(debut));
                titre.is_some_and(|titre| titre.contains(nom))
            });
            assert!(existe, "{numero:?}: no test « {nom} » in {fichier}");
            nombre += 1;
        }
    }
    assert!(nombre > 60, "{nombre} names only");
}

#[test]
fn ce_qui_est_tenu_nomme_un_test_et_ce_qui_est_vu_donne_son_jour() {
    for Critere {
        numero,
        etat,
        preuve,
    } in criteres()
    {
        match etat.as_str() {
            "test" => assert!(!cites(&preuve).is_empty(), "{numero:?} names no test"),
            "vu" => assert!(
                preuve.contains("2026-") || preuve.contains("2027-"),
                "{numero:?}: seen, and no day"
            ),
            "sans objet" | "page hôte" => {}
            autre => panic!("{numero:?}: « {autre} »"),
        }
    }
}

#[test]
fn le_compte_du_document_est_celui_de_ses_lignes() {
    let mut comptes: BTreeMap<String, usize> = BTreeMap::new();
    for critere in criteres() {
        *comptes.entry(critere.etat).or_default() += 1;
    }
    let document = document();
    for (etat, nombre) in comptes {
        let ligne = format!("- **{etat}** ({nombre})");
        assert!(document.contains(&ligne), "expected « {ligne} »");
    }
}

#[test]
fn les_champs_sur_la_personne_disent_ce_qu_ils_demandent() {
    for (page, finalites) in [
        ("question-code-postal", &["postal-code"][..]),
        (
            "question-date-naissance",
            &["bday-day", "bday-month", "bday-year"],
        ),
    ] {
        for suite in ["", "-erreur"] {
            let page = format!("tests/pages/{page}{suite}.html");
            let texte = read_to_string(racine().join(&page)).expect(&page);
            for finalite in finalites {
                assert!(
                    texte.contains(&format!("autocomplete=\"{finalite}\"")),
                    "{finalite}: {page}"
                );
            }
        }
    }
}

#[test]
fn ce_qui_est_dit_absent_des_ecrans_l_est() {
    let mut pages = BTreeMap::new();
    for dossier in ["tests/pages", "tests/guichet/pages", "tests/classe/pages"] {
        lire(&racine().join(dossier), &mut pages);
    }
    assert!(pages.len() > 100, "{} golden pages only", pages.len());
    for (chemin, page) in &pages {
        for absent in ABSENTS {
            assert!(!page.contains(absent), "{absent} in {}", chemin.display());
        }
        assert!(
            !page.contains("<table") || page.contains("<caption"),
            "a table without a title: {}",
            chemin.display()
        );
    }
    assert!(
        pages.values().any(|page| page.contains("<table")),
        "no table is seen at all"
    );
}
