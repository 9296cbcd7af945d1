//! From days to remember to an iCalendar file (RFC 5545).

use crate::date::{self, Jour};

/// A day to remember, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rappel {
    /// Unique in its file; the same for the same day to remember, so that a second import updates.
    pub cle: String,
    pub jour: Jour,
    /// What is to be done on that day at the latest.
    pub titre: String,
    pub detail: String,
}

/// Bytes in a line, its end not counted (RFC 5545, 3.1).
const LARGEUR: usize = 75;

/// Writes the file. `ecrit_le` stands for the moment of writing: nothing here reads the clock.
///
/// Each day carries an alarm at 9:00 on the day before.
pub fn ecrire(rappels: &[Rappel], ecrit_le: Jour) -> String {
    let mut lignes: Vec<String> = vec![
        "BEGIN:VCALENDAR".into(),
        "VERSION:2.0".into(),
        "PRODID:-//pass-numerique//auto-diagnostic//FR".into(),
    ];
    for rappel in rappels {
        let titre = echapper(&rappel.titre);
        lignes.extend([
            "BEGIN:VEVENT".into(),
            format!("UID:{}@pass-numerique", rappel.cle),
            format!("DTSTAMP:{}T000000Z", compact(ecrit_le)),
            format!("DTSTART;VALUE=DATE:{}", compact(rappel.jour)),
            format!("DTEND;VALUE=DATE:{}", compact(date::lendemain(rappel.jour))),
            format!("SUMMARY:{titre}"),
            format!("DESCRIPTION:{}", echapper(&rappel.detail)),
            // The day stays free for other meetings.
            "TRANSP:TRANSPARENT".into(),
            "BEGIN:VALARM".into(),
            "ACTION:DISPLAY".into(),
            "TRIGGER:-PT15H".into(),
            format!("DESCRIPTION:{titre}"),
            "END:VALARM".into(),
            "END:VEVENT".into(),
        ]);
    }
    lignes.push("END:VCALENDAR".into());
    lignes.iter().map(|ligne| plier(ligne)).collect()
}

fn compact(jour: Jour) -> String {
    date::ecrire(jour).replace('-', "")
}

fn echapper(texte: &str) -> String {
    texte
        .replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A long line goes on in the next one, after a space; a letter is never cut.
fn plier(ligne: &str) -> String {
    let mut pliee = String::new();
    let mut largeur = 0;
    for lettre in ligne.chars() {
        if largeur + lettre.len_utf8() > LARGEUR {
            pliee.push_str("\r\n ");
            largeur = 1;
        }
        pliee.push(lettre);
        largeur += lettre.len_utf8();
    }
    pliee + "\r\n"
}
