//! How ids, answers and days are said on screen.

use super::Contexte;
use crate::date;
use crate::demande::{CodePostal, Reponse, Tranche};
use crate::reglement::{Question, Reglement, Scalaire};
use crate::textes::Langue;

impl Contexte<'_> {
    /// A text of the interface.
    pub fn mot<'a>(&'a self, id: &'a str) -> &'a str {
        self.textes.lire("interface", id)
    }

    /// Between a thing and what is said of it.
    pub fn deux_points(&self) -> &'static str {
        match self.textes.langue() {
            Langue::Francais | Langue::Facile => "\u{a0}: ",
            Langue::Anglais => ": ",
        }
    }

    /// A text of the interface with a day in it.
    pub fn mot_du_jour(&self, id: &str, jour: &str) -> String {
        self.textes.remplir("interface", id, &[("jour", jour)])
    }

    /// A day of the Bilan (`AAAA-MM-JJ`) in full; with its name where a deadline is at stake.
    pub fn jour(&self, iso: &str, avec_le_nom: bool) -> String {
        match date::lire(iso) {
            Some(jour) if avec_le_nom => self.textes.jour_nomme(jour),
            Some(jour) => self.textes.jour(jour),
            None => iso.into(),
        }
    }

    /// One option of a question.
    pub fn option(&self, question: &Question, id: &Scalaire) -> String {
        match id {
            Scalaire::Booleen(true) => self.mot("oui").into(),
            Scalaire::Booleen(false) => self.mot("non").into(),
            _ => {
                let cle = format!("{}/{id}", question.id);
                self.textes.lire("option", &cle).to_string()
            }
        }
    }

    /// A bracket of ages.
    pub fn tranche(&self, tranche: Tranche) -> String {
        let (debut, fin) = (tranche.min.to_string(), tranche.max.map(|m| m.to_string()));
        match (tranche.min, fin) {
            (0, Some(_)) => {
                let fin = tranche.max.map_or(String::new(), |m| (m + 1).to_string());
                self.textes
                    .remplir("interface", "age-moins", &[("fin", &fin)])
            }
            (_, Some(fin)) => self.textes.remplir(
                "interface",
                "age-entre",
                &[("debut", &debut), ("fin", &fin)],
            ),
            (_, None) => self
                .textes
                .remplir("interface", "age-plus", &[("debut", &debut)]),
        }
    }

    /// Name of the département of a postal code, when it is known.
    pub fn departement(&self, code: &str) -> Option<&str> {
        let noms = &self.catalogue.departements;
        // Corsica and overseas have longer prefixes than two digits.
        [3, 2]
            .iter()
            .find_map(|n| noms.get(code.get(..*n)?))
            .map(String::as_str)
    }

    /// An answer, as the person would say it.
    pub fn reponse(&self, question: &Question, reponse: &Reponse) -> String {
        match reponse {
            Reponse::NeSaitPas => self.mot("ne-sait-pas").into(),
            Reponse::Valeur(scalaire) => self.option(question, scalaire),
            Reponse::Plusieurs(liste) if liste.is_empty() => self.mot("situation-aucune").into(),
            Reponse::Plusieurs(liste) => {
                let dites: Vec<String> = liste
                    .iter()
                    .map(|id| self.option(question, &Scalaire::Texte(id.clone())))
                    .collect();
                dites.join(". ")
            }
            Reponse::Date(jour) => self.textes.jour(*jour),
            Reponse::Tranche(tranche) => self.tranche(*tranche),
            Reponse::CodePostal(CodePostal::Etranger) => self.mot("etranger").into(),
            Reponse::CodePostal(CodePostal::France(code)) => match self.departement(code) {
                Some(nom) => {
                    self.textes
                        .remplir("interface", "departement", &[("code", code), ("nom", nom)])
                }
                None => code.clone(),
            },
        }
    }

    /// Where a statement comes from: the règlement by its usual name, and the article.
    pub fn source(&self, reglement: &Reglement, article: &str) -> String {
        let chiffre = article.starts_with(|c: char| c.is_ascii_digit());
        let cle = if chiffre { "source" } else { "source-libre" };
        let nom = self.textes.lire("reglement", &reglement.id);
        self.textes.remplir(
            "interface",
            cle,
            &[("reglement", nom), ("article", article)],
        )
    }
}
