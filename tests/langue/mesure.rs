//! From a text to its sentences, its words, and how easy it is to read.

/// A sentence ends at a stop, a colon or a semicolon.
pub fn phrases(texte: &str) -> Vec<String> {
    texte
        .split(['.', '!', '?', ':', ';', '…', '\n'])
        .map(|p| p.trim().to_string())
        .filter(|p| mots(p) > 0)
        .collect()
}

/// The sentences of this text that are too long, with their number of words.
pub fn longues(texte: &str, limite: usize) -> Vec<String> {
    phrases(texte)
        .into_iter()
        .filter(|p| mots(p) > limite)
        .map(|p| format!("{} mots au lieu de {limite} : {p}", mots(&p)))
        .collect()
}

pub fn mots(texte: &str) -> usize {
    texte
        .split(|c: char| c.is_whitespace() || "’'«»(),“”".contains(c))
        .filter(|m| m.chars().any(char::is_alphanumeric))
        .count()
}

/// Kandel-Moles, for French: the higher, the easier; 80 is easy for everybody.
pub fn kandel_moles(texte: &str) -> f64 {
    let (par_phrase, par_mot) = longueurs(texte, "’'", syllabes_francaises);
    207.0 - 1.015 * par_phrase - 73.6 * par_mot
}

/// Flesch reading ease, for English: 60 to 70 is plain, 80 is easy.
pub fn flesch(texte: &str) -> f64 {
    let (par_phrase, par_mot) = longueurs(texte, "", syllabes_anglaises);
    206.835 - 1.015 * par_phrase - 84.6 * par_mot
}

/// Words a sentence, syllables a word. French elisions cut a word in two, English ones do not.
fn longueurs(texte: &str, elisions: &str, syllabes: fn(&str) -> usize) -> (f64, f64) {
    let coupe = |c: char| c.is_whitespace() || "«»(),.!?:;…“”".contains(c) || elisions.contains(c);
    let mots: Vec<&str> = texte
        .split(coupe)
        .filter(|m| m.chars().any(char::is_alphabetic))
        .collect();
    let total: usize = mots.iter().map(|m| syllabes(m)).sum();
    let nombre = mots.len() as f64;
    (nombre / phrases(texte).len() as f64, total as f64 / nombre)
}

/// Vowel groups, the mute e of the end not counted: close enough to how a word is said.
fn syllabes_francaises(mot: &str) -> usize {
    let mot = lettres(mot);
    let groupes = groupes(&mot, "aeiouyàâäéèêëîïôöùûüœ");
    let muette = mot.ends_with('e') || mot.ends_with("es");
    let seule = mot.chars().count() > 2 && groupes > 1;
    (groupes - usize::from(muette && seule)).max(1)
}

/// Vowel groups, without the mute endings of English: `-e` but not `-le`, `-ed` but not `-ted`.
fn syllabes_anglaises(mot: &str) -> usize {
    let mot = lettres(mot);
    let groupes = groupes(&mot, "aeiouyéèêàâôîûç");
    let fin = |fins: &[&str]| fins.iter().any(|f| mot.ends_with(f));
    let muette = (fin(&["e"]) && !fin(&["le", "ee"]))
        || (fin(&["ed"]) && !fin(&["ted", "ded"]))
        || (fin(&["es"]) && !fin(&["ses", "ces", "ges", "xes", "shes", "ches"]));
    groupes.saturating_sub(usize::from(muette)).max(1)
}

fn lettres(mot: &str) -> String {
    let minuscules = mot.to_lowercase();
    minuscules.chars().filter(|c| c.is_alphabetic()).collect()
}

fn groupes(mot: &str, voyelles: &str) -> usize {
    let mut dans_un_groupe = false;
    mot.chars()
        .filter(|c| {
            let avant = dans_un_groupe;
            dans_un_groupe = voyelles.contains(*c);
            dans_un_groupe && !avant
        })
        .count()
}

#[test]
fn les_syllabes_se_comptent_comme_on_les_dit() {
    for (mot, attendu) in [("demande", 2), ("papiers", 2), ("les", 1), ("région", 2)] {
        assert_eq!(syllabes_francaises(mot), attendu, "{mot}");
    }
    for (mot, attendu) in [
        ("make", 1),
        ("table", 2),
        ("signed", 1),
        ("started", 2),
        ("passes", 2),
        ("request", 2),
        ("agree", 2),
    ] {
        assert_eq!(syllabes_anglaises(mot), attendu, "{mot}");
    }
}

#[test]
fn une_phrase_longue_et_savante_vaut_moins_qu_une_courte() {
    let paires = [
        (
            kandel_moles as fn(&str) -> f64,
            "Vous avez droit au pass. Prenez un papier.",
            "L'établissement territorialement compétent délivre l'attestation réglementaire.",
        ),
        (
            flesch,
            "You can get the pass. Take a paper.",
            "The territorially competent institution delivers regulatory certification.",
        ),
    ];
    for (note, facile, dure) in paires {
        assert!(
            note(facile) > 80.0 && note(dure) < 30.0,
            "{} {}",
            note(facile),
            note(dure)
        );
    }
}
