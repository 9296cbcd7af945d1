//! What the engine answers: the Bilan of the public contract, ready to be written as JSON.

use serde::Serialize;

/// The answer to one demande: a decision for each dispositif, the most useful first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bilan<'a> {
    pub decisions: Vec<Decision<'a>>,
}

/// The answer for one dispositif.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Decision<'a> {
    pub dispositif: &'a str,
    /// Version applied on the day of deposit (the next one before it opens, the last one once closed).
    pub reglement: &'a str,
    pub verdict: Verdict,
    /// Pass granted: 5, 10…; 0 for a refusal; `null` when it is not settled.
    pub carnet: Option<u32>,
    /// The rules of number that may still apply, when more than one does: not part of the contract.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub carnets: Vec<CarnetPossible<'a>>,
    /// Ground retained: the first one met, in the order of the act.
    pub titre: Option<&'a str>,
    /// Other grounds met.
    pub autres_titres: Vec<&'a str>,
    /// Every certain reason to refuse.
    pub refus: Vec<&'a str>,
    /// Refusals that hang on an answer not given: not certain, and not lifted either. Not part of the contract.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub suspendus: Vec<&'a str>,
    /// Readings and cautions that apply.
    pub reserves: Vec<&'a str>,
    /// Those of `reserves` that keep the verdict from being firm.
    pub bloquantes: Vec<&'a str>,
    /// Questions whose answer could still change this decision, in the order they are asked.
    pub manque: Vec<&'a str>,
    /// Questions that would only add or remove a caution: worth asking, not part of the contract.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub precisions: Vec<&'a str>,
    /// Papers to bring, in the order of the act.
    pub pieces: Vec<PieceAApporter<'a>>,
    pub echeances: Vec<EcheanceDatee<'a>>,
    /// First later day (`AAAA-MM-JJ`) on which the same answers give `eligible`.
    pub a_partir_du: Option<String>,
    /// Smallest single changes of answer that lift every refusal and leave no blocking caution.
    pub si_alors: Vec<Changement<'a>>,
    pub motifs: Vec<Motif<'a>>,
}

/// The five answers, from the most useful to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Verdict {
    Eligible,
    APreciser,
    PasOuvert,
    NonEligible,
    Clos,
}

/// A number of pass that some rule grants, and the id of the rule's words.
#[derive(Clone, Debug, PartialEq)]
pub struct CarnetPossible<'a> {
    pub nombre: Option<u32>,
    pub id: Option<&'a str>,
}

/// A paper to bring, and what is known of the one the person holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PieceAApporter<'a> {
    pub id: &'a str,
    /// State of the paper held; `null` when nothing was said of it.
    pub etat: Option<EtatDePiece>,
    /// First day of deposit on which the paper held is accepted.
    pub valable_du: Option<String>,
    /// Last day of deposit on which it is.
    pub valable_jusquau: Option<String>,
    /// A paper must be dated after this day to be fresh on the day of deposit.
    pub datee_apres: Option<String>,
    /// Another paper of the list that does as well: one of the two is enough.
    pub ou: Option<&'a str>,
    pub acte: &'a str,
    pub article: &'a str,
    /// Advised, not required.
    pub conseillee: bool,
}

/// State of a paper on the day of deposit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum EtatDePiece {
    Valable,
    /// Defensible, better replaced.
    Limite,
    Perimee,
    HorsListe,
    NonConforme,
    /// Dated after the deposit.
    Incoherente,
}

/// A deadline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EcheanceDatee<'a> {
    pub id: &'a str,
    /// `AAAA-MM-JJ`, last day included.
    pub date: String,
    pub acte: &'a str,
    pub article: &'a str,
}

/// One answer that would change the verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Changement<'a> {
    pub question: &'a str,
    pub reponse: crate::reglement::Scalaire,
    /// Questions that could still change the decision then; none when it gives `eligible` at once.
    pub reste_a_demander: Vec<&'a str>,
}

/// A ground, a refusal, a caution or a number, and whether it holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Motif<'a> {
    pub id: &'a str,
    pub etat: Etat,
    pub acte: &'a str,
    pub article: &'a str,
}

/// Three truth values: unknown is never taken for no (`Non < Inconnu < Oui`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Etat {
    Non,
    Inconnu,
    Oui,
}
