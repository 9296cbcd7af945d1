//! From a MEF, else the label of a training, to the year that the règlements name.
//!
//! A MEF has ten characters: three of dispositif, three of NSF, two of order, the length of the training, its
//! year; an eleventh may follow.

use super::resultat::{CodeAlerte, Niveau};
use super::texte::{plier, sans_decimales};

/// A level; or why it is not known, and what it could be.
pub(super) type Lu = Result<Niveau, (CodeAlerte, Option<Niveau>)>;

/// Each dispositif of bac pro and of CAP, with the lengths it has in years.
const DISPOSITIFS: [(&str, Niveau, &[u8]); 10] = [
    ("245", Niveau::TerminaleBacPro, b"1"),
    ("246", Niveau::TerminaleBacPro, b"2"),
    ("247", Niveau::TerminaleBacPro, b"34"),
    ("273", Niveau::TerminaleBacPro, b"2"),
    ("276", Niveau::TerminaleBacPro, b"3"),
    ("240", Niveau::DerniereAnneeCap, b"1"),
    ("241", Niveau::DerniereAnneeCap, b"2"),
    ("242", Niveau::DerniereAnneeCap, b"3"),
    ("270", Niveau::DerniereAnneeCap, b"1"),
    ("271", Niveau::DerniereAnneeCap, b"2"),
];

/// The level that a code says.
pub(super) fn du_mef(code: &str) -> Lu {
    let code = sans_decimales(code);
    let code: String = code.chars().filter(|c| *c != ' ').collect();
    let octets = code.as_bytes();
    if let Some(niveau) = du_mefstat(octets) {
        return Ok(niveau);
    }
    let forme = matches!(octets.len(), 10 | 11)
        && octets[..7].iter().all(u8::is_ascii_digit)
        && octets[7].is_ascii_alphanumeric()
        && octets[8..10].iter().all(u8::is_ascii_digit)
        && octets[10..].iter().all(u8::is_ascii_alphanumeric);
    if !forme {
        return Err((CodeAlerte::MefIllisible, None));
    }
    let (duree, annee) = (octets[8], octets[9]);
    let dispositif = DISPOSITIFS
        .iter()
        .find(|(debut, _, _)| octets.starts_with(debut.as_bytes()));
    let (niveau, sur) = match dispositif {
        Some((_, vise, durees)) => {
            let connu = durees.contains(&duree) && (b'1'..=duree).contains(&annee);
            let niveau = if annee >= duree { *vise } else { Niveau::Autre };
            (niveau, connu)
        }
        None => (Niveau::Autre, true),
    };
    if !sur || matches!(octets.get(10), Some(b'C' | b'c')) {
        return Err((CodeAlerte::MefAConfirmer, Some(niveau)));
    }
    Ok(niveau)
}

/// A MEFSTAT11, which some columns named « MEF » hold.
fn du_mefstat(octets: &[u8]) -> Option<Niveau> {
    let forme = octets.len() == 11
        && octets.starts_with(b"23")
        && matches!(&octets[4..6], b"00" | b"10")
        && octets.iter().all(u8::is_ascii_alphanumeric);
    forme.then(|| match &octets[..4] {
        b"2361" | b"2372" | b"2383" => Niveau::TerminaleBacPro,
        b"2311" | b"2322" | b"2333" => Niveau::DerniereAnneeCap,
        _ => Niveau::Autre,
    })
}

/// The level that a label says: `TLEPRO COMMERCE`, `2CAP2  CUISINE`, `1BTS2  TOURISME`.
pub(super) fn du_libelle(libelle: &str) -> Lu {
    let plie = plier(libelle);
    let serre: String = plie.split(' ').collect();
    let niveau = ecrit_en_entier(&plie)
        .or_else(|| du_cycle(&serre))
        // « TP » is a titre professionnel.
        .or_else(|| terminale(&serre).filter(|_| !plie.starts_with("tp ")))
        .or_else(|| autre(&plie));
    niveau.ok_or((CodeAlerte::LibelleInconnu, None))
}

/// As this project writes them, and as people do.
fn ecrit_en_entier(plie: &str) -> Option<Niveau> {
    match plie {
        "terminale bac pro" | "terminale bac professionnel" | "terminale professionnelle" => {
            Some(Niveau::TerminaleBacPro)
        }
        "derniere annee cap" | "derniere annee de cap" => Some(Niveau::DerniereAnneeCap),
        "autre" => Some(Niveau::Autre),
        _ => None,
    }
}

/// `2CAP2`: the year, the diploma, its length.
fn du_cycle(serre: &str) -> Option<Niveau> {
    let (annee, reste) = serre.split_at_checked(1)?;
    let annee: u32 = annee.parse().ok()?;
    let diplome = reste.bytes().take_while(u8::is_ascii_lowercase).count();
    let duree = reste[diplome..].chars().next()?.to_digit(10)?;
    match &reste[..diplome] {
        "cap" | "capa" if annee == duree => Some(Niveau::DerniereAnneeCap),
        "cap" | "capa" if annee > duree => None,
        // « 3BACPRO3 » may well be a last year: only a code says it.
        "pro" | "bacpro" if annee >= duree => None,
        "" => None,
        diplome if diplome.len() <= 6 => Some(Niveau::Autre),
        _ => None,
    }
}

/// `TLEPRO`, `TERPRO`, `TLE PRO3`, « TERM PRO »; the other terminales are another level.
fn terminale(serre: &str) -> Option<Niveau> {
    let debuts = ["terminale", "term", "tle", "ter", "t"];
    debuts.into_iter().find_map(|debut| {
        let reste = serre.strip_prefix(debut)?;
        let reste = reste.strip_prefix("bac").unwrap_or(reste);
        let autres = [
            "gen", "techno", "stmg", "sti", "std", "sthr", "st2s", "stl", "stav",
        ];
        match reste {
            _ if reste.starts_with("pro") => Some(Niveau::TerminaleBacPro),
            _ if autres.iter().any(|autre| reste.starts_with(autre)) => Some(Niveau::Autre),
            _ => None,
        }
    })
}

/// Trainings whose label is enough to say that they are another level. « Seconde année de CAP » is not: its year is
/// that of a diploma; nor is the « ULIS » of a last year.
fn autre(plie: &str) -> Option<Niveau> {
    let mots = || plie.split(' ');
    let diplome = mots().any(|mot| matches!(mot, "cap" | "capa" | "bac" | "pro"));
    if diplome && mots().any(|mot| matches!(mot, "annee" | "an" | "ulis")) {
        return None;
    }
    const DEBUTS: [&str; 22] = [
        "2nd",
        "seconde",
        "1er",
        "premiere",
        "6eme",
        "5eme",
        "4eme",
        "3eme",
        "sixieme",
        "cinquieme",
        "quatrieme",
        "troisieme",
        "mc",
        "mention complementaire",
        "bts",
        "btsa",
        "bma",
        "dnma",
        "cpge",
        "dcg",
        "ulis",
        "fcil",
    ];
    let entier = |debut: &str| {
        let reste = plie.strip_prefix(debut);
        // « mc » is a whole word; « 2nd » also begins « 2ndpro » and « 2nde ».
        reste.is_some_and(|reste| {
            debut.starts_with(|c: char| c.is_ascii_digit())
                || !reste.starts_with(char::is_alphabetic)
        })
    };
    DEBUTS.into_iter().any(entier).then_some(Niveau::Autre)
}

/// What the name of a class suggests: never a fact.
pub(super) fn suggere_par_la_classe(classe: &str) -> Option<Niveau> {
    if let Ok(niveau) = du_libelle(classe) {
        return Some(niveau);
    }
    let serre: String = plier(classe).split(' ').collect();
    if serre.contains("cap") {
        return match serre.as_bytes() {
            [b'2' | b'3' | b't', ..] => Some(Niveau::DerniereAnneeCap),
            [b'1', ..] => Some(Niveau::Autre),
            _ => None,
        };
    }
    let generale = ["tg", "tst", "tes", "tbts", "terminaleg", "termg", "tleg"];
    let professionnelle = serre.starts_with('t')
        && serre.len() > 1
        && !generale.iter().any(|debut| serre.starts_with(debut));
    professionnelle.then_some(Niveau::TerminaleBacPro)
}

#[cfg(test)]
mod tests {
    use super::*;
    use CodeAlerte::*;
    use Niveau::*;

    #[test]
    fn le_mef_dit_le_niveau() {
        for (code, attendu) in [
            ("24731202330", Ok(TerminaleBacPro)),
            ("2473120233", Ok(TerminaleBacPro)),
            ("24731202440", Ok(TerminaleBacPro)),
            ("24531202110", Ok(TerminaleBacPro)),
            ("24631202220", Ok(TerminaleBacPro)),
            ("27331202220", Ok(TerminaleBacPro)),
            ("27631202330", Ok(TerminaleBacPro)),
            ("247 3120 A33 0", Ok(TerminaleBacPro)),
            ("24731202330.0", Ok(TerminaleBacPro)),
            ("24023428110", Ok(DerniereAnneeCap)),
            ("24122131220", Ok(DerniereAnneeCap)),
            ("24222599330", Ok(DerniereAnneeCap)),
            ("27021117110", Ok(DerniereAnneeCap)),
            ("27121117220", Ok(DerniereAnneeCap)),
            ("24122131210", Ok(Autre)),
            ("24731202310", Ok(Autre)),
            ("24731202430", Ok(Autre)),
            ("20010019110", Ok(Autre)),
            ("31131202220", Ok(Autre)),
            ("24731202220", Err((MefAConfirmer, Some(TerminaleBacPro)))),
            ("24731202340", Err((MefAConfirmer, Some(TerminaleBacPro)))),
            ("24731202300", Err((MefAConfirmer, Some(Autre)))),
            ("2473120233C", Err((MefAConfirmer, Some(TerminaleBacPro)))),
            ("2,41E+10", Err((MefIllisible, None))),
            ("247312023", Err((MefIllisible, None))),
            ("é47312023", Err((MefIllisible, None))),
            ("23720031202", Ok(TerminaleBacPro)),
            ("23220022131", Ok(DerniereAnneeCap)),
            ("23211022131", Ok(Autre)),
        ] {
            assert_eq!(du_mef(code), attendu, "{code}");
        }
    }

    #[test]
    fn le_libelle_dit_le_niveau_quand_le_code_manque() {
        for (libelle, attendu) in [
            ("TLEPRO COMMERCE", Some(TerminaleBacPro)),
            ("TERPRO MELEC", Some(TerminaleBacPro)),
            ("TLE PRO3 ACC.SOINS-S.PERS.", Some(TerminaleBacPro)),
            ("TERM PRO", Some(TerminaleBacPro)),
            ("Terminale bac pro", Some(TerminaleBacPro)),
            ("terminale-bac-pro", Some(TerminaleBacPro)),
            ("2CAP2  CUISINE", Some(DerniereAnneeCap)),
            ("1CAP1 LUTHERIE", Some(DerniereAnneeCap)),
            ("3CAP3", Some(DerniereAnneeCap)),
            ("derniere-annee-cap", Some(DerniereAnneeCap)),
            ("1CAP2  CUISINE", Some(Autre)),
            ("2NDPRO FONDERIE", Some(Autre)),
            ("1ERPRO COMMERCE", Some(Autre)),
            ("PREMIERE GENERALE", Some(Autre)),
            ("TERMINALE GENERALE", Some(Autre)),
            ("TSTMG", Some(Autre)),
            ("SECONDE GENERALE ET TECHNO.", Some(Autre)),
            ("1BTS2  TOURISME", Some(Autre)),
            ("MC     ACCUEIL-RECEPTION (MC4)", Some(Autre)),
            ("ULIS COLLEGE", Some(Autre)),
            // The last year, said otherwise, is at least doubtful.
            ("2NDE ANNEE CAP CUISINE", None),
            ("Seconde année de CAP", None),
            ("2EME ANNEE CAP", None),
            ("3ème année CAP", None),
            ("Troisième année bac pro", None),
            ("ULIS TLE BAC PRO", None),
            ("3BACPRO3 COMMERCE", None),
            ("2BACPRO3 COMMERCE", Some(Autre)),
            ("TP ROUTIER", None),
            ("T PRO COMMERCE", Some(TerminaleBacPro)),
            ("autre", Some(Autre)),
            ("inconnu", None),
            ("MCO", None),
            ("COMMERCE", None),
            ("3CAP2", None),
            ("2", None),
            ("é", None),
        ] {
            assert_eq!(du_libelle(libelle).ok(), attendu, "{libelle}");
        }
    }

    #[test]
    fn le_nom_de_la_classe_ne_fait_que_suggerer() {
        for (classe, attendu) in [
            ("TCOM1", Some(TerminaleBacPro)),
            ("T CGEA", Some(TerminaleBacPro)),
            ("TCAP", Some(DerniereAnneeCap)),
            ("2CAP CUIS", Some(DerniereAnneeCap)),
            ("1CAP CUIS", Some(Autre)),
            ("TG3", None),
            ("TSTMG", Some(Autre)),
            ("2CUIS", None),
            ("T", None),
        ] {
            assert_eq!(suggere_par_la_classe(classe), attendu, "{classe}");
        }
    }
}
