//! From the first bytes of a file to what it is, whatever its name says.

use super::remarques::Refus;
use crate::en_liste::EnListe;

/// What can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    Texte,
    Zip,
}

/// Says what a file is.
///
/// # Errors
/// It is nothing that holds a list, or nothing that is read here.
pub(super) fn reconnaitre(octets: &[u8]) -> Result<Nature, Refus> {
    match octets {
        [] => Err(Refus::Vide),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Ok(Nature::Zip),
        [b'%', b'P', b'D', b'F', ..] => Err(Refus::Pdf),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(dans_un_fichier_compose(octets)),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            Err(Refus::Image)
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => Err(Refus::Document),
        [0x1F, 0x8B, ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [b'R', b'a', b'r', b'!', ..] => {
            Err(Refus::Archive)
        }
        // Workbooks of before 1997, when a file was one stream of records.
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, _, 0x00, ..] => Err(Refus::AncienClasseur),
        _ => Ok(Nature::Texte),
    }
}

/// Old documents, and new ones under a password, are the same kind of file: the names of its streams tell.
fn dans_un_fichier_compose(octets: &[u8]) -> Refus {
    let contient = |nom: &str| {
        let nom = nom.encode_utf16().flat_map(u16::to_le_bytes).en_liste();
        octets.windows(nom.len()).any(|tranche| tranche == nom)
    };
    if contient("EncryptedPackage") {
        Refus::Chiffre
    } else if contient("WordDocument") || contient("PowerPoint Document") {
        Refus::Document
    } else {
        Refus::AncienClasseur
    }
}

/// True when a text is not one: too many characters that nobody types.
pub(super) fn est_du_bruit(texte: &str) -> bool {
    const ECHANTILLON: usize = 65_536;
    let (mut lus, mut etranges) = (0usize, 0usize);
    for c in texte.chars().take(ECHANTILLON) {
        lus += 1;
        let banal = matches!(c, '\t' | '\n' | '\r');
        etranges += usize::from(c.is_control() && !banal || c == char::REPLACEMENT_CHARACTER);
    }
    etranges > 8 && etranges * 50 > lus
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_fichier_se_reconnait_a_ses_premiers_octets() {
        let compose = |nom: &str| {
            let mut octets = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            octets.extend(nom.encode_utf16().flat_map(u16::to_le_bytes));
            octets
        };
        for (octets, attendu) in [
            (b"".to_vec(), Err(Refus::Vide)),
            (b"Nom;Pr\xE9nom".to_vec(), Ok(Nature::Texte)),
            (b"PK\x03\x04".to_vec(), Ok(Nature::Zip)),
            (b"%PDF-1.4".to_vec(), Err(Refus::Pdf)),
            (b"\x89PNG\r\n".to_vec(), Err(Refus::Image)),
            (b"{\\rtf1".to_vec(), Err(Refus::Document)),
            (b"\x1F\x8B\x08".to_vec(), Err(Refus::Archive)),
            (compose("Workbook"), Err(Refus::AncienClasseur)),
            (compose("EncryptedPackage"), Err(Refus::Chiffre)),
            (compose("WordDocument"), Err(Refus::Document)),
        ] {
            assert_eq!(reconnaitre(&octets), attendu, "{octets:?}");
        }
    }

    #[test]
    fn du_bruit_n_est_pas_du_texte() {
        assert!(est_du_bruit(&"\u{1}\u{2}abc".repeat(10)));
        assert!(!est_du_bruit("un\0deux"));
        assert!(!est_du_bruit(&"Nom;Prénom\r\n".repeat(100)));
    }
}
