//! From a text to an address that a page may link to, or to what is wrong with it.

use crate::valeur::Valeur;

/// An address that runs no script, is read by every browser alike, and says where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adresse(String);

impl Adresse {
    /// What a catalogue or a campaign file may name.
    ///
    /// # Errors
    /// The text, and what was expected.
    pub fn publique(texte: &str) -> Result<Self, String> {
        Self::lire(texte, &[https], "une adresse https://…")
    }

    /// The portal that a host page names: one on the same machine too, while it is being built.
    ///
    /// # Errors
    /// The text, and what was expected.
    pub fn portail(texte: &str) -> Result<Self, String> {
        let attendu = "une adresse https://… (http:// sur localhost seulement)";
        Self::lire(texte, &[https, locale], attendu)
    }

    /// Somebody who can help, as a host page names them: a page, a phone or a mail.
    ///
    /// # Errors
    /// The text, and what was expected.
    pub fn contact(texte: &str) -> Result<Self, String> {
        let attendu =
            "une adresse https://… (http:// sur localhost seulement), tel:… ou mailto:…@…";
        Self::lire(texte, &[https, locale, telephone, courriel], attendu)
    }

    fn lire(texte: &str, sortes: &[fn(&str) -> bool], attendu: &str) -> Result<Self, String> {
        if sortes.iter().any(|sorte| sorte(texte)) {
            return Ok(Adresse(texte.into()));
        }
        let cite = Valeur::Texte(texte.into());
        Err(format!("{cite} n'est pas accepté ; attendu : {attendu}"))
    }

    /// The address, for a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What follows the scheme, whatever its case.
fn apres<'a>(texte: &'a str, schema: &str) -> Option<&'a str> {
    let (debut, suite) = texte.split_at_checked(schema.len())?;
    debut.eq_ignore_ascii_case(schema).then_some(suite)
}

/// The host and port of what follows `//`. Browsers drop tabs and read a backslash as a slash; a name
/// before an @ is taken for the host: none of these is an address that says where it leads.
fn hote(suite: &str) -> Option<&str> {
    let trompeur = |c: char| c.is_control() || c.is_whitespace() || c == '\\';
    let hote = suite.split(['/', '?', '#']).next()?;
    (!suite.contains(trompeur) && hote.bytes().all(|o| o != b'@')).then_some(hote)
}

fn https(texte: &str) -> bool {
    let hote = apres(texte, "https://").and_then(hote);
    hote.is_some_and(|hote| hote.starts_with(|c: char| c.is_alphanumeric() || c == '['))
}

fn locale(texte: &str) -> bool {
    let Some(hote) = apres(texte, "http://").and_then(hote) else {
        return false;
    };
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|nom| {
        apres(hote, nom).is_some_and(|port| match port.strip_prefix(':') {
            Some(port) => port.bytes().all(|o| o.is_ascii_digit()),
            None => port.is_empty(),
        })
    })
}

fn telephone(texte: &str) -> bool {
    let permis = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '(' | ')' | ';' | '=' | ' ')
    };
    apres(texte, "tel:").is_some_and(|numero| {
        numero.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('))
            && numero.chars().all(permis)
            && numero.contains(|c: char| c.is_ascii_digit())
    })
}

fn courriel(texte: &str) -> bool {
    let Some(suite) = apres(texte, "mailto:") else {
        return false;
    };
    let boite = suite.split('?').next().unwrap_or_default();
    let separee = boite.split_once('@');
    separee.is_some_and(|(nom, domaine)| !nom.is_empty() && !domaine.is_empty())
        && !boite.contains(char::is_whitespace)
        && !suite.contains(char::is_control)
}
