//! From a criterion, a freshness or an id to a sentence.

use crate::Catalogue;
use crate::reglement::{Critere, Fraicheur, Reference, Scalaire};
use crate::textes::Textes;

pub struct Phrases<'a> {
    pub catalogue: &'a Catalogue,
    pub textes: &'a Textes,
    /// The aid whose rules are told: it may have words of its own.
    pub aide: String,
}

/// « article 2 », or the place as it is cited when it is not a number; with its act when it is another one.
pub fn article(lu: &Reference) -> String {
    let article = match lu.article.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("article {}", lu.article),
        false => lu.article.clone(),
    };
    match &lu.acte {
        Some(acte) => format!("acte n° {acte}, {article}"),
        None => article,
    }
}

impl<'a> Phrases<'a> {
    pub fn mots(&self, genre: &str, id: &str) -> &'a str {
        self.textes
            .facultatif(genre, &format!("{}/{id}", self.aide))
            .or_else(|| self.textes.facultatif(genre, id))
            .expect("a text for each id")
    }

    pub fn refus(&self, id: &str) -> String {
        format!("`{id}` (« {} »)", self.mots("refus", id))
    }

    pub fn reserve(&self, id: &str) -> String {
        let (reserve, conseil) = (self.mots("reserve", id), self.mots("conseil", id));
        format!("`{id}` (« {reserve} {conseil} »)")
    }

    pub fn reponse(&self, question: &str, reponse: &Scalaire) -> String {
        match reponse {
            Scalaire::Booleen(true) => "oui".into(),
            Scalaire::Booleen(false) => "non".into(),
            autre => self.mots("option", &format!("{question}/{autre}")).into(),
        }
    }

    pub fn dire(&self, critere: &Critere) -> String {
        match critere {
            Critere::Age(tranche) => match (tranche.min, tranche.max) {
                (Some(min), Some(max)) => {
                    format!(
                        "avoir de {min} à {max} ans (jusqu'à la veille des {} ans)",
                        max + 1
                    )
                }
                (Some(min), None) => format!("avoir {min} ans ou plus"),
                (None, Some(max)) => {
                    format!(
                        "avoir {max} ans au plus (jusqu'à la veille des {} ans)",
                        max + 1
                    )
                }
                (None, None) => "tout âge".into(),
            },
            Critere::Situation(_) => format!("cocher {}", self.reponse_dite(critere)),
            Critere::Reponse(_) => format!("répondre {}", self.reponse_dite(critere)),
            Critere::Territoire(prefixes) => {
                let lieux: Vec<String> = prefixes.iter().map(|p| self.lieu(p)).collect();
                format!(
                    "habiter là où le code postal commence par {}",
                    lieux.join(", ")
                )
            }
            Critere::Depot(periode) => {
                match (periode.debut, periode.fin.map(crate::date::veille)) {
                    (Some(du), None) => format!("déposer à partir du {}", self.textes.jour(du)),
                    (None, Some(au)) => format!("déposer au plus tard le {}", self.textes.jour(au)),
                    (Some(du), Some(au)) => format!(
                        "déposer du {} au {} inclus",
                        self.textes.jour(du),
                        self.textes.jour(au)
                    ),
                    (None, None) => "à tout dépôt".into(),
                }
            }
            Critere::Titre(id) => format!("titre retenu : `{id}`"),
            Critere::Tous(liste) => self.liste(liste, " et ", "dans tous les cas"),
            Critere::Un(liste) => self.liste(liste, " ou ", "jamais"),
            Critere::Sauf(c) => match c.as_ref() {
                Critere::Situation(_) => format!("ne pas cocher {}", self.reponse_dite(c)),
                Critere::Reponse(_) => format!("ne pas répondre {}", self.reponse_dite(c)),
                autre => format!("pas ceci : {}", self.entre_parentheses(autre)),
            },
        }
    }

    fn reponse_dite(&self, critere: &Critere) -> String {
        match critere {
            Critere::Situation(id) => {
                format!("« {} »", self.mots("option", &format!("situations/{id}")))
            }
            Critere::Reponse(attendue) => format!(
                "« {} » à « {} »",
                self.reponse(&attendue.question, &attendue.vaut),
                self.mots("question", &attendue.question)
            ),
            _ => String::new(),
        }
    }

    fn liste(&self, liste: &[Critere], lien: &str, vide: &str) -> String {
        match liste {
            [] => vide.into(),
            [seul] => self.dire(seul),
            _ => {
                let dits: Vec<String> = liste.iter().map(|c| self.entre_parentheses(c)).collect();
                dits.join(lien)
            }
        }
    }

    fn entre_parentheses(&self, critere: &Critere) -> String {
        match critere {
            Critere::Tous(liste) | Critere::Un(liste) if liste.len() > 1 => {
                format!("({})", self.dire(critere))
            }
            _ => self.dire(critere),
        }
    }

    fn lieu(&self, prefixe: &str) -> String {
        match self.catalogue.departement(prefixe) {
            Some(nom) => format!("{prefixe} ({nom})"),
            None => prefixe.into(),
        }
    }
}

pub fn fraicheur(textes: &Textes, fraicheur: &Fraicheur) -> String {
    match fraicheur {
        Fraicheur::MoinsDe { mois } => {
            format!("Daté de moins de {mois} mois au dépôt ; jour pour jour, c'est déjà la limite.")
        }
        Fraicheur::Conseil { mois } => format!(
            "L'acte ne fixe pas d'ancienneté ; au-delà de {mois} mois, un plus récent est conseillé."
        ),
        Fraicheur::EnCoursDeValidite { prolongations } => {
            let mut dit = "En cours de validité le jour du dépôt.".to_string();
            for p in prolongations {
                let au = p
                    .delivree_au
                    .map_or("aujourd'hui".into(), |jour| textes.jour(jour));
                dit += &format!(
                    " « {} » délivrée du {} au {au} à une personne de {} ans ou plus : {} ans de plus que la date imprimée, en limite.",
                    p.nature,
                    textes.jour(p.delivree_du),
                    p.age_minimum,
                    p.annees
                );
            }
            dit
        }
        Fraicheur::AnneeDeFormation { debut, limite } => {
            let mois: Vec<String> = limite.iter().map(u32::to_string).collect();
            format!(
                "De l'année de formation en cours, qui commence au mois n° {debut}, ou de l'année civile si le papier n'en dit qu'une ; mois où l'année qui finit et celle qui vient sont toutes deux en limite : {}.",
                mois.join(", ")
            )
        }
    }
}
