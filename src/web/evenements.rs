//! What the host page is told of, by events of the element. None carries an answer.

use super::json;
use crate::bilan::Verdict;
use serde::Serialize;
use std::cell::RefCell;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// An event, as its `detail` says it.
#[derive(Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Annonce {
    Etape {
        question: String,
    },
    Resultat {
        verdict: Verdict,
        reglement: String,
        carnet: Option<u32>,
    },
    Recommence {},
}

impl Annonce {
    fn nom(&self) -> &'static str {
        match self {
            Annonce::Etape { .. } => "pass-numerique-etape",
            Annonce::Resultat { .. } => "pass-numerique-resultat",
            Annonce::Recommence {} => "pass-numerique-recommence",
        }
    }
}

/// Tells them on the element. Whoever hears one may call anything of the widget at once: it is told when
/// nothing of it is borrowed.
pub struct Annonceur {
    hote: HtmlElement,
    /// Those being heard at this moment.
    en_cours: RefCell<Vec<Annonce>>,
}

impl Annonceur {
    pub fn nouveau(hote: HtmlElement) -> Self {
        Annonceur {
            hote,
            en_cours: RefCell::default(),
        }
    }

    /// Tells it, but to those who are hearing just that: a listener that starts the test anew each time it
    /// hears that the test starts anew would never end.
    pub fn dire(&self, annonce: Annonce) {
        if self.en_cours.borrow().contains(&annonce) {
            return;
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        if let Ok(detail) = json::rendre(&annonce, &[]) {
            init.set_detail(&detail);
        }
        if let Ok(evenement) = CustomEvent::new_with_event_init_dict(annonce.nom(), &init) {
            self.en_cours.borrow_mut().push(annonce);
            let _ = self.hote.dispatch_event(&evenement);
            self.en_cours.borrow_mut().pop();
        }
    }
}
