//! An agent at the counter: types, ticks, and reads the page.

use crate::bilan::Decision;
use crate::decision::evaluer;
use crate::page::{self, Action, Geste, Mode, Reglages, Seance};
use crate::textes::Langues;
use crate::{Catalogue, date};
use serde_json::Value;

pub struct Agent {
    pub catalogue: Catalogue,
    langues: Langues,
    pub seance: Seance,
}

impl Agent {
    pub fn le(jour: &str) -> Self {
        let catalogue = Catalogue::integre();
        let reglages = Reglages {
            mode: Mode::Guichet,
            ..Reglages::du(date::lire(jour).unwrap())
        };
        Agent {
            seance: Seance::nouveau(&catalogue, reglages),
            langues: Langues::integrees(),
            catalogue,
        }
    }

    pub fn agit(&mut self, action: Action) -> &mut Self {
        self.seance.suivre(&self.catalogue, action);
        self
    }

    pub fn fait(&mut self, geste: Geste) -> &mut Self {
        self.agit(Action::Guichet(geste))
    }

    pub fn saisit(&mut self, champ: &str, texte: &str) -> &mut Self {
        let (champ, texte) = (champ.into(), texte.into());
        self.fait(Geste::Saisir { champ, texte })
    }

    pub fn choisit(&mut self, question: &str, valeur: &str) -> &mut Self {
        self.coche(question, valeur, true)
    }

    pub fn coche(&mut self, question: &str, valeur: &str, coche: bool) -> &mut Self {
        let (question, valeur) = (question.into(), valeur.into());
        self.fait(Geste::Choisir {
            question,
            valeur,
            coche,
        })
    }

    /// Types the answers of a dossier; what it does not say is left as the page has it.
    pub fn saisit_le_dossier(&mut self, demande: &Value) -> &mut Self {
        if let Some(creation) = demande["dateCreation"].as_str() {
            self.saisit("creation", creation);
        }
        for (question, reponse) in demande["reponses"].as_object().unwrap() {
            match (question.as_str(), reponse) {
                (_, Value::Null) => &mut *self,
                ("date-naissance" | "code-postal", texte) => {
                    self.saisit(question, texte.as_str().unwrap())
                }
                (_, Value::Array(situations)) if situations.is_empty() => {
                    self.choisit(question, "aucune")
                }
                (_, Value::Array(situations)) => {
                    for situation in situations {
                        self.choisit(question, situation.as_str().unwrap());
                    }
                    &mut *self
                }
                (_, Value::String(valeur)) => self.choisit(question, valeur),
                (_, valeur) => self.choisit(question, &valeur.to_string()),
            };
        }
        self
    }

    /// The page, with plain spaces.
    pub fn html(&self) -> String {
        page::vue(&self.catalogue, &self.langues, &self.seance).html()
    }

    pub fn lit(&self) -> String {
        let html = self.html();
        html.replace("&nbsp;", " ").replace('\u{a0}', " ")
    }

    #[track_caller]
    pub fn voit(&mut self, texte: &str) -> &mut Self {
        let page = self.lit();
        assert!(page.contains(texte), "« {texte} » n'est pas dans :\n{page}");
        self
    }

    #[track_caller]
    pub fn ne_voit_pas(&mut self, texte: &str) -> &mut Self {
        let page = self.lit();
        assert!(!page.contains(texte), "« {texte} » est dans :\n{page}");
        self
    }

    pub fn decisions(&self) -> Vec<Decision<'_>> {
        let parcours = page::chemin(&self.catalogue, &self.seance);
        evaluer(&self.catalogue, &parcours.demande).decisions
    }
}
