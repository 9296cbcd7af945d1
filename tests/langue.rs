//! Plain French: short sentences, easy words, and the score of each screen.
#![cfg(not(target_arch = "wasm32"))]

use pass_numerique::textes::Textes;
use std::path::Path;

/// A sentence ends at a stop, a colon or a semicolon; an abbreviation does not end one.
fn phrases(texte: &str) -> Vec<String> {
    texte
        .split(['.', '!', '?', ':', ';', '…', '\n'])
        .map(|p| p.trim().to_string())
        .filter(|p| mots(p) > 0)
        .collect()
}

fn mots(texte: &str) -> usize {
    texte
        .split(|c: char| c.is_whitespace() || "’'«»(),".contains(c))
        .filter(|m| m.chars().any(char::is_alphanumeric))
        .count()
}

/// Vowel groups, the mute e of the end not counted: close enough to how a word is said.
fn syllabes(mot: &str) -> usize {
    let mot: Vec<char> = mot
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    let voyelle = |c: char| "aeiouyàâäéèêëîïôöùûüœ".contains(c);
    let mut groupes = 0;
    let mut dans_un_groupe = false;
    for c in &mot {
        if voyelle(*c) && !dans_un_groupe {
            groupes += 1;
        }
        dans_un_groupe = voyelle(*c);
    }
    let fin: String = mot.iter().rev().take(2).rev().collect();
    let muette = mot.last() == Some(&'e') || fin == "es";
    let seule = mot.len() > 2 && groupes > 1;
    (groupes - usize::from(muette && seule)).max(1)
}

/// Kandel-Moles: the higher, the easier; 80 is easy for everybody.
fn kandel_moles(texte: &str) -> f64 {
    let phrases = phrases(texte);
    let mots: Vec<&str> = texte
        .split(|c: char| c.is_whitespace() || "’'«»(),.!?:;…".contains(c))
        .filter(|m| m.chars().any(char::is_alphabetic))
        .collect();
    let syllabes: usize = mots.iter().map(|m| syllabes(m)).sum();
    let nombre = mots.len() as f64;
    207.0 - 1.015 * nombre / phrases.len() as f64 - 73.6 * syllabes as f64 / nombre
}

#[test]
fn les_phrases_sont_courtes() {
    let textes = Textes::francais();
    let longues: Vec<String> = textes
        .tous()
        .flat_map(|(cle, texte)| {
            let bref = cle.starts_with("question.") || cle.starts_with("erreur.");
            let limite = if bref { 12 } else { 15 };
            let longues = phrases(texte).into_iter().filter(move |p| mots(p) > limite);
            longues.map(move |p| format!("{cle} : {} mots au lieu de {limite} : {p}", mots(&p)))
        })
        .collect();
    assert!(longues.is_empty(), "{}", longues.join("\n"));
}

#[test]
fn les_mots_difficiles_ont_leur_remplacant() {
    const REMPLACANTS: [(&str, &str); 10] = [
        ("dispositif", "aide"),
        ("afférent", "lié"),
        ("dématérialis", "en ligne"),
        ("sous réserve", "si"),
        ("conformément", "selon"),
        ("le cas échéant", "si besoin"),
        ("instruction", "examen"),
        (" il convient", "il faut"),
        ("(e)", "le mot sans parenthèse"),
        ("·e", "le mot sans point"),
    ];
    let textes = Textes::francais();
    let fautes: Vec<String> = textes
        .tous()
        .flat_map(|(cle, texte)| {
            let texte = format!(" {}", texte.to_lowercase());
            let trouves = REMPLACANTS
                .iter()
                .filter(move |(mot, _)| texte.contains(mot));
            trouves.map(move |(mot, autre)| format!("{cle} : « {mot} » ; dire « {autre} »"))
        })
        .collect();
    assert!(fautes.is_empty(), "{}", fautes.join("\n"));
}

/// What a screen says, a line for each element that holds a text.
fn dit(html: &str) -> String {
    let mut texte = String::new();
    let mut balise = false;
    for c in html.chars() {
        match c {
            '<' => balise = true,
            '>' => {
                balise = false;
                texte.push(' ');
            }
            _ if !balise => texte.push(c),
            _ => {}
        }
    }
    let lignes: Vec<&str> = texte
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    lignes
        .join("\n")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replace("&quot;", "\"")
}

#[test]
fn chaque_ecran_est_facile_a_lire() {
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut notes: Vec<(f64, String)> = std::fs::read_dir(dossier)
        .unwrap()
        .filter_map(|entree| {
            let chemin = entree.unwrap().path();
            let texte = dit(&std::fs::read_to_string(&chemin).unwrap());
            let nom = chemin.file_stem()?.to_string_lossy().into_owned();
            (mots(&texte) >= 50).then(|| (kandel_moles(&texte), nom))
        })
        .collect();
    notes.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (note, nom) in &notes {
        println!("{note:.0} {nom}");
    }
    let dures = notes.iter().filter(|(note, _)| *note < 80.0).count();
    assert_eq!(dures, 0, "{dures} écrans sur {} sous 80", notes.len());
}
