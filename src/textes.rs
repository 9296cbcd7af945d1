//! The words: one set a language, keyed by kind (question, aide, erreur, motif…) and id.

mod dus;
mod langues;
mod typographie;

use crate::en_liste::EnListe;
pub use langues::{Langue, Langues};
pub use typographie::typographier;

use crate::date::Jour;
use crate::valeur::{Faute, Fautes, Valeur};
use chrono::Datelike;
use std::borrow::Cow;

/// Every text a person reads, in one language.
#[derive(Clone, Debug)]
pub struct Textes {
    langue: Langue,
    /// By `genre.id`, in order.
    par_cle: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

impl Textes {
    /// Reads a file of texts and sets their typography.
    ///
    /// # Errors
    /// Every value that is not a text, with its path.
    pub fn charger(langue: Langue, contenu: &Valeur, fichier: &str) -> Result<Self, Fautes> {
        let mut lus = Textes {
            langue,
            par_cle: Vec::new(),
        };
        let mut fautes = Vec::new();
        for (genre, textes) in contenu.champs().unwrap_or_default() {
            for (id, texte) in textes.champs().unwrap_or_default() {
                match texte {
                    Valeur::Texte(t) => {
                        lus.poser(cle(genre, id).into(), typographier(t).into());
                    }
                    autre => fautes.push(Faute {
                        fichier: fichier.into(),
                        chemin: format!("$.{genre}.{id}"),
                        message: format!("{autre} ; attendu : un texte"),
                    }),
                }
            }
        }
        Fautes::aucune(fautes)?;
        Ok(lus)
    }

    /// Embedded texts: each key and its text in turn, in order, their typography already set.
    fn embarques(langue: Langue, textes: &'static str) -> Self {
        let mut morceaux = textes.split_terminator('\0').map(Cow::Borrowed);
        let par_cle = std::iter::from_fn(|| Some((morceaux.next()?, morceaux.next()?)));
        Textes {
            langue,
            par_cle: par_cle.en_liste(),
        }
    }

    /// The language these texts are in.
    pub fn langue(&self) -> Langue {
        self.langue
    }

    /// These texts, with those of another file added or put in their place.
    pub fn completer(&mut self, autres: Textes) {
        for (cle, texte) in autres.par_cle {
            self.poser(cle, texte);
        }
    }

    fn poser(&mut self, cle: Cow<'static, str>, texte: Cow<'static, str>) {
        match self.rang(&cle) {
            Ok(rang) => self.par_cle[rang].1 = texte,
            Err(rang) => self.par_cle.insert(rang, (cle, texte)),
        }
    }

    /// Where a text stands, or where it would.
    fn rang(&self, cle: &str) -> Result<usize, usize> {
        self.par_cle
            .binary_search_by(|(autre, _)| autre.as_ref().cmp(cle))
    }

    /// The text of this kind and id, when there is one.
    pub fn facultatif(&self, genre: &str, id: &str) -> Option<&str> {
        let rang = self.rang(&cle(genre, id)).ok()?;
        Some(&self.par_cle[rang].1)
    }

    /// The text of this kind and id; the id itself when it is missing, which the tests forbid.
    pub fn lire<'a>(&'a self, genre: &str, id: &'a str) -> &'a str {
        self.facultatif(genre, id).unwrap_or(id)
    }

    /// A text of the interface with its `{blanks}` filled.
    pub fn remplir(&self, genre: &str, id: &str, blancs: &[(&str, &str)]) -> String {
        let mut morceaux = self.lire(genre, id).split('{');
        let mut rempli = morceaux.next().unwrap_or_default().to_string();
        for morceau in morceaux {
            let (nom, suite) = morceau.split_once('}').unwrap_or(("", morceau));
            match blancs.iter().find(|(blanc, _)| *blanc == nom) {
                Some((_, valeur)) => rempli.extend([valeur, suite]),
                // A blank that nobody fills stays to be seen.
                None => rempli.extend(["{", morceau]),
            }
        }
        rempli
    }

    /// The day in full: `15 mars 2024`, `1er mars 2024`. It is never cut at the end of a line.
    pub fn jour(&self, jour: Jour) -> String {
        self.dater("date", jour)
    }

    /// The same with the day's name, for a deadline: `lundi 15 avril 2024`.
    pub fn jour_nomme(&self, jour: Jour) -> String {
        self.dater("date-nommee", jour)
    }

    fn dater(&self, forme: &str, jour: Jour) -> String {
        let quantieme = match jour.day() {
            1 => self.lire("interface", "premier").to_string(),
            n => n.to_string(),
        };
        let semaine = jour.weekday().number_from_monday().to_string();
        let mois = jour.month().to_string();
        let blancs = [
            ("semaine", self.lire("jour-semaine", &semaine)),
            ("jour", &quantieme),
            ("mois", self.lire("mois", &mois)),
            ("annee", &jour.year().to_string()),
        ];
        self.remplir("interface", forme, &blancs)
    }

    /// The French texts.
    #[cfg(test)]
    pub fn francais() -> Self {
        Langues::integrees().lire(Langue::Francais).clone()
    }

    /// Every text, by `genre.id`.
    #[cfg(test)]
    pub fn tous(&self) -> impl Iterator<Item = (&str, &str)> {
        self.par_cle
            .iter()
            .map(|(cle, texte)| (cle.as_ref(), texte.as_ref()))
    }
}

fn cle(genre: &str, id: &str) -> String {
    format!("{genre}.{id}")
}
