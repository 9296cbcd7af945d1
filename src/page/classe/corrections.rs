//! What is proposed in the place of what was read, kind by kind, to be taken for all at once.

use super::eleve::{Eleve, propose};
use crate::liste::{Champ, CodeAlerte};

/// A kind of proposal, and the pupils that it is made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Lot {
    pub champ: Champ,
    pub code: CodeAlerte,
    /// Ranks of the pupils.
    pub rangs: Vec<usize>,
}

/// Every kind, in the order in which the list says it first.
pub fn lots(eleves: &[Eleve]) -> Vec<Lot> {
    let mut lots: Vec<Lot> = Vec::new();
    for (rang, eleve) in eleves.iter().enumerate() {
        for alerte in eleve.alertes.iter().filter(|alerte| propose(alerte)) {
            let (champ, code) = (alerte.champ, genre(alerte.code));
            match lots.iter_mut().find(|l| (l.champ, l.code) == (champ, code)) {
                Some(lot) => lot.rangs.push(rang),
                None => lots.push(Lot {
                    champ,
                    code,
                    rangs: vec![rang],
                }),
            }
        }
    }
    lots
}

/// A level that is not said is proposed from the class, whether there is a column for it or not.
fn genre(code: CodeAlerte) -> CodeAlerte {
    match code {
        CodeAlerte::ColonneAbsente => CodeAlerte::Absent,
        code => code,
    }
}
