//! Lists that no school makes: the same few signs, megabytes of them.

/// What it is, how it begins, and what is then said again and again.
pub const DEMESUREES: [(&str, &str, &str); 13] = [
    ("lignes vides", ENTETE, "\n"),
    ("cellules vides", ENTETE, ";"),
    ("lignes de separateurs", ENTETE, ";;;;;;\n"),
    ("guillemets", ENTETE, "\"a\n"),
    ("guillemets doubles", ENTETE, "\"\"\"\n;"),
    ("sans noms", ENTETE, ";;01/01/2006\n"),
    ("un seul mot", "", "a"),
    ("balises ouvertes", "", "<a>"),
    ("balises jamais finies", "", "<a b=\""),
    ("eleves ouverts", "", "<ELEVE><PRENOM>"),
    ("structures", "<ELEVES>", "<STRUCTURES_ELEVE><STRUCTURE>"),
    ("entites", "<ELEVE><PRENOM>", "&amp;&#x41;&"),
    ("commentaires", "<ELEVE>", "<!--<![CDATA["),
];

const ENTETE: &str = "Nom;Prénom;Naissance\n";

/// One of them, of so many bytes at least.
pub fn demesuree((_, debut, motif): (&str, &str, &str), octets: usize) -> Vec<u8> {
    let fois = octets.saturating_sub(debut.len()).div_ceil(motif.len());
    format!("{debut}{}", motif.repeat(fois)).into_bytes()
}
