//! What the host page asks of the widget.

use crate::adresse::Adresse;
use crate::campagne::Campagne;
use crate::date::{self, Jour};
use crate::en_liste::EnListe;
use crate::textes::Langue;

/// Who sits in front of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The person the pass is for.
    #[default]
    Particulier,
    /// An agent, with that person in front of them.
    Guichet,
    /// A lycée referent, for many pupils.
    Classe,
}

impl Mode {
    const TOUS: [Mode; 3] = [Mode::Particulier, Mode::Guichet, Mode::Classe];

    /// Its name, as the attribute says it.
    pub fn nom(self) -> &'static str {
        match self {
            Mode::Particulier => "particulier",
            Mode::Guichet => "guichet",
            Mode::Classe => "classe",
        }
    }

    /// The counter, in a build that has it.
    pub fn est_au_guichet(self) -> bool {
        cfg!(feature = "guichet") && self == Mode::Guichet
    }

    /// The mode of that name.
    ///
    /// # Errors
    /// A name that no mode has.
    pub fn lire(nom: &str) -> Result<Self, ModeInconnu> {
        Self::TOUS
            .into_iter()
            .find(|m| m.nom() == nom)
            .ok_or_else(|| ModeInconnu(nom.into()))
    }
}

/// The name asked for, which no mode has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModeInconnu(pub String);

impl std::error::Error for ModeInconnu {}

impl std::fmt::Display for ModeInconnu {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let attendus = "particulier, guichet ou classe";
        write!(
            f,
            "mode : « {} » n'existe pas ; attendu : {attendus}",
            self.0
        )
    }
}

/// What the host page asks of the widget.
#[derive(Clone, Debug)]
pub struct Reglages {
    /// Day of deposit.
    pub depot: Jour,
    pub mode: Mode,
    /// Language of the first screen.
    pub langue: Langue,
    /// Level of the screen's heading, 2 to 5.
    pub niveau_de_titre: u8,
    /// The portal, instead of the one in the règlement.
    pub portail: Option<Adresse>,
    /// Somebody who can help.
    pub contact: Option<Adresse>,
    /// What was announced since the acts.
    pub campagne: Option<Campagne>,
    /// URL of the host page, to make a link to this test; without what [`lien`](Self::lien) adds.
    pub adresse: Option<String>,
}

/// Parameters of a URL that opens the test on a day, in a mode, in a language. They carry no answer.
pub const PARAMETRES: [&str; 3] = ["pn-date-depot", "pn-mode", "pn-lang"];

impl Reglages {
    /// A test for this day, and nothing else asked.
    #[cfg(any(test, feature = "interne"))]
    pub fn du(depot: Jour) -> Self {
        Reglages {
            depot,
            mode: Mode::default(),
            langue: Langue::default(),
            niveau_de_titre: 2,
            portail: None,
            contact: None,
            campagne: None,
            adresse: None,
        }
    }

    /// The URL that opens this test for `depot` in `langue`; `None` when the page's is not known.
    pub fn lien(&self, depot: Jour, langue: Langue) -> Option<String> {
        let adresse = self.adresse.as_ref()?;
        let valeurs = [&*date::ecrire(depot), self.mode.nom(), langue.code()];
        let parametres = PARAMETRES
            .iter()
            .zip(valeurs)
            .map(|(nom, valeur)| format!("{nom}={valeur}"))
            .en_liste();
        let signe = if adresse.bytes().any(|o| o == b'?') {
            '&'
        } else {
            '?'
        };
        Some(format!("{adresse}{signe}{}", parametres.join("&")))
    }
}
