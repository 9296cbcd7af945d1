//! From bytes to text.
//!
//! The three tables of one byte a letter weigh less than the way to the browser's `TextDecoder`, and natively
//! they need no crate; a test holds them against `encoding_rs`.

use crate::en_liste::EnListe;
use std::ops::Deref;

/// How the letters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encodage {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Macintosh,
    Iso885915,
}

impl Encodage {
    /// Those of the files that schools' software writes.
    pub const TOUS: [Encodage; 6] = [
        Encodage::Utf8,
        Encodage::Windows1252,
        Encodage::Macintosh,
        Encodage::Iso885915,
        Encodage::Utf16Le,
        Encodage::Utf16Be,
    ];

    /// The one that [`Encodage::nom`] calls so.
    pub fn de_nom(nom: &str) -> Option<Encodage> {
        let mut tous = Encodage::TOUS.into_iter();
        tous.find(|encodage| encodage.nom() == nom)
    }

    /// As the web platform calls it.
    pub fn nom(self) -> &'static str {
        match self {
            Encodage::Utf8 => "utf-8",
            Encodage::Utf16Le => "utf-16le",
            Encodage::Utf16Be => "utf-16be",
            Encodage::Windows1252 => "windows-1252",
            Encodage::Macintosh => "macintosh",
            Encodage::Iso885915 => "iso-8859-15",
        }
    }
}

/// A whole file as text: it holds the columns that are dropped.
pub(super) enum Texte<'a> {
    Emprunte(&'a str),
    Decode(String),
}

impl Deref for Texte<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Texte::Emprunte(texte) => texte,
            Texte::Decode(texte) => texte,
        }
    }
}

/// Bytes at the start that are enough to tell UTF-16.
const ECHANTILLON: usize = 4096;

/// The encoding of a file: its BOM; else many NULs at odd or even places; else strict UTF-8; else what an
/// XML declares; else windows-1252.
pub(super) fn reconnaitre(octets: &[u8]) -> Encodage {
    match octets {
        [0xEF, 0xBB, 0xBF, ..] => return Encodage::Utf8,
        [0xFF, 0xFE, ..] => return Encodage::Utf16Le,
        [0xFE, 0xFF, ..] => return Encodage::Utf16Be,
        _ => {}
    }
    // UTF-16 read as strict UTF-8 does not fail: it must be looked for first.
    let debut = &octets[..octets.len().min(ECHANTILLON)];
    let nuls = |reste: usize| {
        let places = debut.iter().skip(reste).step_by(2);
        places.filter(|octet| **octet == 0).count()
    };
    let (pairs, impairs) = (nuls(0), nuls(1));
    let beaucoup = debut.len() / 6;
    if impairs > beaucoup && impairs > 8 * pairs {
        return Encodage::Utf16Le;
    }
    if pairs > beaucoup && pairs > 8 * impairs {
        return Encodage::Utf16Be;
    }
    if std::str::from_utf8(octets).is_ok() {
        return Encodage::Utf8;
    }
    declare(debut).unwrap_or(Encodage::Windows1252)
}

/// What `<?xml … encoding="…"?>` says, of the encodings that schools' software writes.
fn declare(debut: &[u8]) -> Option<Encodage> {
    let fin = debut.windows(2).position(|deux| deux == b"?>")?;
    let debut = debut[..fin].strip_prefix(b"<?xml")?;
    let texte = String::from_utf8_lossy(debut).to_ascii_lowercase();
    let (_, apres) = texte.split_once("encoding=")?;
    let guillemet = apres.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    match apres[1..].split(guillemet).next()? {
        "iso-8859-15" | "latin-9" => Some(Encodage::Iso885915),
        "macintosh" => Some(Encodage::Macintosh),
        "utf-8" => Some(Encodage::Utf8),
        _ => None,
    }
}

/// The text of these bytes, without its BOM. What is not in the encoding becomes U+FFFD.
pub(super) fn decoder(octets: &[u8], encodage: Encodage) -> Texte<'_> {
    match encodage {
        Encodage::Utf8 => {
            let octets = octets.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(octets);
            match std::str::from_utf8(octets) {
                Ok(texte) => Texte::Emprunte(texte),
                Err(_) => recueillir(octets.utf8_chunks().flat_map(|morceau| {
                    let perdue =
                        (!morceau.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER);
                    morceau.valid().chars().chain(perdue)
                })),
            }
        }
        Encodage::Utf16Le => utf16(octets, b"\xFF\xFE", u16::from_le_bytes),
        Encodage::Utf16Be => utf16(octets, b"\xFE\xFF", u16::from_be_bytes),
        Encodage::Windows1252 => lettres(octets, |octet| match octet {
            0x80..=0x9F => WINDOWS_1252[usize::from(octet - 0x80)],
            _ => char::from(octet),
        }),
        Encodage::Iso885915 => lettres(octets, iso_8859_15),
        Encodage::Macintosh => {
            let hautes = MACINTOSH.chars().en_liste();
            lettres(octets, |octet| match octet {
                0..=0x7F => char::from(octet),
                _ => hautes[usize::from(octet - 0x80)],
            })
        }
    }
}

fn utf16<'a>(octets: &'a [u8], bom: &[u8], unite: fn([u8; 2]) -> u16) -> Texte<'a> {
    let octets = octets.strip_prefix(bom).unwrap_or(octets);
    let unites = octets.chunks_exact(2).map(|deux| unite([deux[0], deux[1]]));
    let lettres =
        char::decode_utf16(unites).map(|lettre| lettre.unwrap_or(char::REPLACEMENT_CHARACTER));
    recueillir(lettres)
}

fn lettres<'a>(octets: &'a [u8], lettre: impl Fn(u8) -> char) -> Texte<'a> {
    recueillir(octets.iter().map(|octet| lettre(*octet)))
}

/// Gathered in one place of the right size: growing would leave copies behind.
fn recueillir<'a>(lettres: impl Iterator<Item = char> + Clone) -> Texte<'a> {
    let taille = lettres.clone().map(char::len_utf8).sum();
    let mut texte = String::with_capacity(taille);
    lettres.for_each(|lettre| texte.push(lettre));
    Texte::Decode(texte)
}

/// The byte of a letter in windows-1252.
pub(super) fn en_1252(lettre: char) -> Option<u8> {
    match u8::try_from(lettre) {
        Ok(octet) if !(0x80..0xA0).contains(&octet) => Some(octet),
        _ => {
            let rang = WINDOWS_1252.iter().position(|autre| *autre == lettre)?;
            u8::try_from(rang).ok().map(|rang| 0x80 + rang)
        }
    }
}

/// 0x80 to 0x9F; the five bytes that have no letter stay control characters, as on the web platform.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// 0x80 to 0xFF.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

fn iso_8859_15(octet: u8) -> char {
    match octet {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        _ => char::from(octet),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The well-kept library of the web's encodings, too heavy for the page, says what each byte is.
    #[test]
    fn chaque_octet_donne_la_lettre_d_encoding_rs() {
        let octets: Vec<u8> = (0..=255).collect();
        for (encodage, reference) in [
            (Encodage::Windows1252, encoding_rs::WINDOWS_1252),
            (Encodage::Macintosh, encoding_rs::MACINTOSH),
            (Encodage::Iso885915, encoding_rs::ISO_8859_15),
        ] {
            let attendu = reference.decode_without_bom_handling(&octets).0;
            assert_eq!(&*decoder(&octets, encodage), attendu, "{}", encodage.nom());
        }
        for octet in octets {
            let lettre = decoder(&[octet], Encodage::Windows1252).chars().next();
            assert_eq!(en_1252(lettre.unwrap()), Some(octet));
        }
        assert_eq!(en_1252('Ω'), None);
    }

    #[test]
    fn l_encodage_se_reconnait_dans_l_ordre() {
        let utf16 =
            |texte: &str| -> Vec<u8> { texte.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let be =
            |texte: &str| -> Vec<u8> { texte.encode_utf16().flat_map(u16::to_be_bytes).collect() };
        for (octets, attendu) in [
            (b"\xEF\xBB\xBFNom".to_vec(), Encodage::Utf8),
            (b"\xFF\xFEN\0".to_vec(), Encodage::Utf16Le),
            (b"\xFE\xFF\0N".to_vec(), Encodage::Utf16Be),
            (utf16("Nom;Prénom\r\nMARTIN;Léa"), Encodage::Utf16Le),
            (be("Nom;Prénom\r\nMARTIN;Léa"), Encodage::Utf16Be),
            ("Prénom".as_bytes().to_vec(), Encodage::Utf8),
            (b"Pr\xE9nom".to_vec(), Encodage::Windows1252),
            (
                b"<?xml version='1.0' encoding='ISO-8859-15'?><a>\xBD</a>".to_vec(),
                Encodage::Iso885915,
            ),
            (
                b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>".to_vec(),
                Encodage::Windows1252,
            ),
            (b"A\0B;une cellule avec un NUL".to_vec(), Encodage::Utf8),
            (Vec::new(), Encodage::Utf8),
        ] {
            assert_eq!(reconnaitre(&octets), attendu, "{octets:?}");
        }
    }

    #[test]
    fn une_moitie_de_lettre_ne_fait_pas_tout_perdre() {
        assert_eq!(
            &*decoder(b"\xFF\xFEA\0\x00\xD8B\0C", Encodage::Utf16Le),
            "A\u{FFFD}B"
        );
    }
}
