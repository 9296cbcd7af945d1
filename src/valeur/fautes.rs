//! All that is wrong with an input, as one error.

use std::error::Error;
use std::fmt;

/// One fault of a document: where (`$.titres[2].article`) and what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Faute {
    /// File the fault is in; empty when the document has no name.
    pub fichier: String,
    /// JSON path from the root `$`.
    pub chemin: String,
    /// What is wrong and what was expected, in French.
    pub message: String,
}

impl fmt::Display for Faute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} : {}", self.fichier, self.chemin, self.message)
    }
}

impl Error for Faute {}

/// Every fault of an input, one at least; written one a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fautes<F = Faute>(Vec<F>);

impl<F> Fautes<F> {
    /// These faults, which are known to be some.
    pub(crate) fn de(fautes: Vec<F>) -> Self {
        Fautes(fautes)
    }

    /// `Ok` when there is none.
    pub(crate) fn aucune(fautes: Vec<F>) -> Result<(), Self> {
        match fautes.is_empty() {
            true => Ok(()),
            false => Err(Fautes(fautes)),
        }
    }

    /// Each fault, in the order in which they are told.
    pub fn iter(&self) -> std::slice::Iter<'_, F> {
        self.0.iter()
    }
}

impl<F> From<F> for Fautes<F> {
    fn from(faute: F) -> Self {
        Fautes(vec![faute])
    }
}

impl<F> IntoIterator for Fautes<F> {
    type Item = F;
    type IntoIter = std::vec::IntoIter<F>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<F: fmt::Display> fmt::Display for Fautes<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (rang, faute) in self.0.iter().enumerate() {
            f.write_str(if rang == 0 { "" } else { "\n" })?;
            faute.fmt(f)?;
        }
        Ok(())
    }
}

impl<F: fmt::Debug + fmt::Display> Error for Fautes<F> {}
