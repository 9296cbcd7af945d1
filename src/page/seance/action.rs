//! What a person asks of a screen.

use crate::page::formulaire::Champs;
use crate::page::guichet::Geste;
use crate::textes::Langue;

/// What can be copied from the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copie {
    Recapitulatif,
    Lien,
    /// The question to ask about a caution.
    Question(String),
}

impl Copie {
    const QUESTION: &str = "question:";

    /// Its name, as the button says it.
    pub fn nom(&self) -> String {
        match self {
            Copie::Recapitulatif => "recapitulatif".into(),
            Copie::Lien => "lien".into(),
            Copie::Question(reserve) => format!("{}{reserve}", Self::QUESTION),
        }
    }

    /// The one of that name.
    pub fn lire(nom: &str) -> Option<Self> {
        match nom.strip_prefix(Self::QUESTION) {
            Some(reserve) => Some(Copie::Question(reserve.into())),
            None => [Copie::Recapitulatif, Copie::Lien]
                .into_iter()
                .find(|c| c.nom() == nom),
        }
    }
}

/// What the person asks for, by a button or a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Commencer,
    /// The form of the question on screen, as its fields were when sent.
    Repondre(Champs),
    Retour,
    Modifier(String),
    /// The birth date is right, and the bracket of ages told before was not.
    GarderLaDate,
    VoirLeResultat,
    /// « Je l'ai », or no longer.
    Tenir {
        piece: String,
        tenue: bool,
    },
    /// The date read on a paper.
    Dater {
        piece: String,
        champs: Champs,
    },
    /// The paper is one of those whose validity the law extends.
    Prolonger(String),
    /// « Et si je dépose le… »
    Deposer(Champs),
    /// The same on a day that the page suggests, `AAAA-MM-JJ`.
    DeposerLe(String),
    /// The texts in another language.
    Lire(Langue),
    /// The model of a paper.
    VoirLeModele(String),
    /// A copy was made, or the text the browser would not copy.
    Copier(Copie, Option<String>),
    Recommencer,
    /// What an agent does at the counter.
    Guichet(Geste),
    /// Back or forward to a screen already seen, by its number.
    AllerAuPas(usize),
}

impl Action {
    /// It changes the screen in place: what is typed, ticked or unfolded on it stays.
    pub fn sur_place(&self) -> bool {
        matches!(
            self,
            Action::Tenir { .. }
                | Action::Dater { .. }
                | Action::Prolonger(_)
                | Action::Deposer(_)
                | Action::Lire(_)
                | Action::Copier(..)
                | Action::Guichet(_)
        )
    }
}
