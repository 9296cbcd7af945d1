//! How ids, answers and days are said on screen.

use super::Contexte;
use crate::date;
use crate::demande::{CodePostal, Reponse, Tranche};
use crate::en_liste::EnListe;
use crate::reglement::{Critere, Question, Reference, Reglement, Scalaire};
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
        // Corsica and overseas have longer prefixes than two digits.
        [3, 2]
            .iter()
            .find_map(|n| self.catalogue.departement(code.get(..*n)?))
    }

    /// An answer, as the person would say it.
    pub fn reponse(&self, question: &Question, reponse: &Reponse) -> String {
        match reponse {
            Reponse::NeSaitPas => self.mot("ne-sait-pas").into(),
            Reponse::Valeur(scalaire) => self.option(question, scalaire),
            Reponse::Plusieurs(liste) if liste.is_empty() => self.mot("situation-aucune").into(),
            Reponse::Plusieurs(liste) => {
                let dites = liste
                    .iter()
                    .map(|id| self.option(question, &Scalaire::Texte(id.as_str().into())))
                    .en_liste();
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

    /// Where a statement comes from: the règlement by its usual name, or another act by its number, and
    /// the article.
    pub fn source(&self, reglement: &Reglement, acte: &str, article: &str) -> String {
        let nom = match acte == reglement.acte.numero {
            true => self.textes.lire("reglement", &reglement.id).to_string(),
            false => self
                .textes
                .remplir("interface", "acte", &[("numero", acte)]),
        };
        let chiffre = article.starts_with(|c: char| c.is_ascii_digit());
        let cle = if chiffre { "source" } else { "source-libre" };
        let blancs = [("reglement", nom.as_str()), ("article", article)];
        self.textes.remplir("interface", cle, &blancs)
    }

    /// The same for a rule of the règlement.
    pub fn source_de(&self, reglement: &Reglement, lue: &Reference) -> String {
        self.source(reglement, reglement.acte_de(lue), &lue.article)
    }

    /// What is said of an id of the engine or of a rule, in the words of this aid when it has its own.
    pub fn dit(&self, genre: &str, dispositif: &str, id: &str, blancs: &Blancs) -> Option<String> {
        let propre = format!("{dispositif}/{id}");
        let cle = [propre.as_str(), id]
            .into_iter()
            .find(|cle| self.textes.facultatif(genre, cle).is_some())?;
        let blancs = blancs
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .en_liste();
        Some(self.textes.remplir(genre, cle, &blancs))
    }
}

/// The blanks of a text, and what fills them.
pub type Blancs = Vec<(String, String)>;

/// The numbers that a rule writes, for the blanks of its words: `{min}` and `{max}` for ages, `{fin}` for
/// the first age too old, `{nombre}` for a number answered. The first of each kind counts.
pub fn nombres<'a>(criteres: impl IntoIterator<Item = &'a Critere>) -> Blancs {
    let mut blancs: Blancs = Vec::new();
    let mut noter = |nom: &'static str, valeur: Option<i64>| {
        if let Some(valeur) = valeur.filter(|_| !blancs.iter().any(|(n, _)| *n == nom)) {
            blancs.push((nom.into(), valeur.to_string()));
        }
    };
    for critere in criteres {
        critere.parcourir(&mut |critere| match critere {
            Critere::Age(tranche) => {
                noter("min", tranche.min.map(i64::from));
                noter("max", tranche.max.map(i64::from));
                noter("fin", tranche.max.map(|max| i64::from(max) + 1));
            }
            Critere::Reponse(attendue) => {
                if let Scalaire::Nombre(n) = attendue.vaut {
                    noter("nombre", Some(n));
                }
            }
            _ => {}
        });
    }
    blancs
}
