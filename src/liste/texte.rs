//! Texts as files hold them, into texts that can be compared, shown and searched.

use super::encodage::en_1252;

/// Takes away what cannot be seen: edges, spaces that are not plain, ends of lines, control characters, and
/// marks that turn the direction of writing round. Letters keep their case.
///
/// The quotes of `="02100"` go, and the apostrophe that our own export puts before `=`, `+`, `-`, `@`, tab, NUL or end of line goes away;
/// the one of `'t Hart` stays.
pub(super) fn nettoyer(brut: &str) -> String {
    let mut propre = String::with_capacity(brut.len());
    let mut espace = false;
    for c in sans_garde(brut).chars() {
        if c.is_whitespace() && c != '\u{85}' {
            espace = !propre.is_empty();
        } else if !invisible(c) {
            if espace {
                propre.push(' ');
                espace = false;
            }
            propre.push(c);
        }
    }
    propre
}

fn sans_garde(brut: &str) -> &str {
    let gardes = ['=', '+', '-', '@', '\t', '\0', '\r', '\n'];
    let sans_apostrophe = brut
        .strip_prefix('\'')
        .filter(|reste| reste.starts_with(gardes));
    // Some exports write a code so, to keep its zeros in a spreadsheet.
    let cite = || {
        brut.strip_prefix("=\"")?
            .strip_suffix('"')
            .filter(|dedans| !dedans.contains('"'))
    };
    sans_apostrophe.or_else(cite).unwrap_or(brut)
}

/// Control characters, marks of direction and of width.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// `80000.0`, as some spreadsheets write a number.
pub(super) fn sans_decimales(texte: &str) -> &str {
    let sans = texte
        .strip_suffix(".0")
        .or_else(|| texte.strip_suffix(",0"));
    sans.unwrap_or(texte)
}

/// `#N/A`, `#REF!`, `#NOM?`: what a spreadsheet shows where it could compute nothing.
pub(super) fn est_une_erreur(propre: &str) -> bool {
    propre.starts_with('#') && (propre.ends_with(['!', '?']) || propre == "#N/A")
}

/// A spreadsheet would take it for a formula.
pub(super) fn est_formule(propre: &str) -> bool {
    propre.starts_with(['=', '+', '-', '@'])
}

/// True when an encoding was mistaken for another before the file came here: `Ã©`, a replacement
/// character, a control character where windows-1252 has no letter.
pub(super) fn accents_abimes(brut: &str) -> bool {
    let mut precedent = ' ';
    brut.chars().any(|c| {
        let tete = matches!(precedent, 'Ã' | 'Â' | 'Å' | 'â');
        precedent = c;
        c == '\u{FFFD}'
            || matches!(c, '\u{80}'..='\u{9F}')
            || tete && matches!(en_1252(c), Some(0x80..=0xBF))
    })
}

/// What the text was before UTF-8 was read as windows-1252; nothing when it was not that.
pub(super) fn accents_repares(brut: &str) -> Option<String> {
    let octets: Option<Vec<u8>> = brut.chars().map(en_1252).collect();
    let octets = octets?;
    let repare = nettoyer(std::str::from_utf8(&octets).ok()?);
    (!accents_abimes(&repare)).then_some(repare)
}

/// Notes of a header that say nothing of its role, once folded.
const NOTES: [&str; 6] = [
    "(s)",
    "(e)",
    "(es)",
    "(jj/mm/aaaa)",
    "(dd/mm/yyyy)",
    "(aaaa-mm-jj)",
];

/// A header or a label in the form in which it is compared: no accent, lower case, one space between words,
/// none of `*`, `(s)`, `(e)`, `(jj/mm/aaaa)`. Wiped after use: it may be a cell of any column.
pub(super) fn plier(brut: &str) -> String {
    // Room for the longest folding, so that no copy is left behind by growing.
    let mut lettres = String::with_capacity(3 * brut.len());
    for c in brut.chars().flat_map(char::to_lowercase) {
        match c {
            '’' | '‘' | '`' | '´' => lettres.push('\''),
            'œ' => lettres.push_str("oe"),
            'æ' => lettres.push_str("ae"),
            '\u{300}'..='\u{36F}' | '*' | '.' => {}
            c if invisible(c) && !c.is_whitespace() => {}
            c => lettres.push(sans_accent(c)),
        }
    }
    let mut plie = String::with_capacity(lettres.len());
    let (mut reste, mut espace) = (lettres.as_str(), false);
    while let Some(c) = reste.chars().next() {
        if c == '('
            && let Some(note) = NOTES.iter().find(|note| reste.starts_with(**note))
        {
            reste = &reste[note.len()..];
            continue;
        }
        reste = &reste[c.len_utf8()..];
        if c.is_whitespace() || matches!(c, '_' | '-' | '/' | ',' | ':') {
            espace = !plie.is_empty();
        } else {
            if std::mem::take(&mut espace) {
                plie.push(' ');
            }
            plie.push(c);
        }
    }
    plie
}

/// The letter under the accent, for those that French and its neighbours use.
fn sans_accent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' | 'ś' | 'ş' | 'ș' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ce_qui_ne_se_voit_pas_s_en_va() {
        for (brut, attendu) in [
            ("  Jean\r\nPaul ", "Jean Paul"),
            ("\u{A0}ESPACE\u{202F}INSÉCABLE\u{A0}", "ESPACE INSÉCABLE"),
            ("ZÉRO\0NUL", "ZÉRONUL"),
            ("\u{202E}INVERSE", "INVERSE"),
            ("\u{FEFF}Bom", "Bom"),
            ("\tTABUL", "TABUL"),
            ("'=1+1", "=1+1"),
            ("'\tTABUL", "TABUL"),
            ("'t Hart", "'t Hart"),
            ("'", "'"),
            ("=\"02100\"", "02100"),
            ("=\"", "=\""),
            ("=\"a\"&\"b\"", "=\"a\"&\"b\""),
            ("\u{85}", ""),
        ] {
            assert_eq!(nettoyer(brut), attendu, "{brut:?}");
        }
    }

    #[test]
    fn un_en_tete_se_plie_et_se_compare_en_entier() {
        for (brut, attendu) in [
            ("Né(e) le", "ne le"),
            ("Date de naissance (jj/mm/aaaa)*", "date de naissance"),
            (" Code Postal  Repr. Lég. ", "code postal repr leg"),
            ("NOM_DE_FAMILLE", "nom de famille"),
            ("Nom de l’élève", "nom de l'eleve"),
            ("Pre\u{301}nom(s)", "prenom"),
            ("C.P.", "cp"),
            ("Nom / Prénom", "nom prenom"),
            ("", ""),
        ] {
            assert_eq!(plier(brut), attendu, "{brut:?}");
        }
    }

    #[test]
    fn les_accents_abimes_se_voient_et_se_proposent() {
        for (brut, repare) in [
            ("LÃ©a", Some("Léa")),
            ("ZoÃ«", Some("Zoë")),
            ("NoÃ«l Å“uvre", Some("Noël œuvre")),
            ("L\u{FFFD}a", None),
            ("Dâ€™Artagnan", Some("D’Artagnan")),
        ] {
            assert!(accents_abimes(brut), "{brut}");
            assert_eq!(accents_repares(brut).as_deref(), repare, "{brut}");
        }
        for juste in ["Léa", "MAGALHÃES", "Ångström", "Pâquerette", "ÂGE"] {
            assert!(!accents_abimes(juste), "{juste}");
        }
    }
}
