//! A `collect` that a page can afford.

/// Gathers what an iterator gives.
///
/// `collect` is written for speed, once for each kind of iterator and of element. Here lists are short: with it, a tenth of
/// the code that a citizen loads did nothing else.
pub trait EnListe: Iterator + Sized {
    /// The elements, in their order.
    fn en_liste(self) -> Vec<Self::Item> {
        let mut liste = Vec::new();
        for element in self {
            liste.push(element);
        }
        liste
    }
}

impl<I: Iterator> EnListe for I {}
