//! The ids that the engine itself reads or gives, in one place for the engine and for the lint. Every
//! other id is known to the files only.

use super::Genre;

pub const CODE_POSTAL: &str = "code-postal";
/// Whether a postal code that is in no list is the right one all the same.
pub const CODE_POSTAL_CONFIRME: &str = "code-postal-confirme";
pub const TRANCHE_AGE: &str = "tranche-age";
pub const DATE_NAISSANCE: &str = "date-naissance";
pub const SITUATIONS: &str = "situations";

/// The questions above, and how the engine expects each to be answered.
pub const QUESTIONS: [(&str, Genre); 5] = [
    (CODE_POSTAL, Genre::CodePostal),
    (CODE_POSTAL_CONFIRME, Genre::OuiNon),
    (TRANCHE_AGE, Genre::TrancheAge),
    (DATE_NAISSANCE, Genre::Date),
    (SITUATIONS, Genre::Plusieurs),
];

/// The answer of somebody who lives abroad, in the place of a postal code.
pub const ETRANGER: &str = "etranger";

pub const CLOS: &str = "clos";
pub const PAS_OUVERT: &str = "pas-ouvert";
pub const AUCUN_TITRE: &str = "aucun-titre";

/// The refusals above, which no règlement has to write.
pub const REFUS: [&str; 3] = [CLOS, PAS_OUVERT, AUCUN_TITRE];
