//! The sets of texts a person can choose from, from the embedded files or from a host's.

use super::Textes;
use super::dus::partage;
use crate::en_liste::EnListe;
use crate::reglement::Catalogue;
use crate::valeur::{Faute, Fautes, Valeur};
use std::cell::OnceCell;

const FR: &str = include_str!(concat!(env!("OUT_DIR"), "/fr.txt"));
const FACILE: &str = include_str!(concat!(env!("OUT_DIR"), "/facile.txt"));
const EN: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));
const GUICHET: &str = include_str!(concat!(env!("OUT_DIR"), "/guichet.txt"));

/// The language of a set of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Langue {
    #[default]
    Francais,
    /// Easy-to-read French (« facile à lire et à comprendre »).
    Facile,
    Anglais,
}

impl Langue {
    /// Every language, in the order they are offered.
    pub const TOUTES: [Langue; 3] = [Langue::Francais, Langue::Facile, Langue::Anglais];

    /// Its tag (BCP 47), for the `lang` of a page: `simple` is a registered variant.
    pub fn code(self) -> &'static str {
        match self {
            Langue::Francais => "fr",
            Langue::Facile => "fr-simple",
            Langue::Anglais => "en",
        }
    }

    /// The language that a tag asks for, whatever its region; `None` when there are no such texts.
    pub fn lire(code: &str) -> Option<Self> {
        let principale = code.split('-').next()?;
        Self::TOUTES
            .into_iter()
            .find(|langue| langue.code().eq_ignore_ascii_case(code))
            .or_else(|| {
                Self::TOUTES
                    .into_iter()
                    .find(|langue| langue.code().eq_ignore_ascii_case(principale))
            })
    }
}

/// The texts in each language offered; French always is.
#[derive(Clone, Debug)]
pub struct Langues {
    francais: Textes,
    /// The other languages, once they are there.
    autres: [OnceCell<Textes>; 2],
    /// What an agent reads in another way than the person: a noun, the third person, no « vous ».
    propres_a_l_agent: Textes,
    agent: Textes,
}

impl Langues {
    /// The embedded texts, as they were when the crate was built.
    pub fn integrees() -> Self {
        let propres = match cfg!(feature = "guichet") {
            true => Textes::embarques(Langue::Francais, GUICHET),
            false => Textes::embarques(Langue::Francais, ""),
        };
        let mut langues = Langues {
            agent: propres.clone(),
            propres_a_l_agent: propres,
            autres: Default::default(),
            francais: Textes::embarques(Langue::Francais, FR),
        };
        langues.accorder_l_agent();
        if cfg!(feature = "langues") {
            langues.offrir(Langue::Facile, || FACILE);
            langues.offrir(Langue::Anglais, || EN);
        }
        langues
    }

    /// Offers a language, whose texts may come after the others; the first ones stay. What a set leaves out is
    /// said in French: the easy texts are written only where the French ones are not easy enough.
    pub fn offrir(&self, langue: Langue, textes: impl FnOnce() -> &'static str) {
        let place = match langue {
            Langue::Francais => return,
            Langue::Facile => &self.autres[0],
            Langue::Anglais => &self.autres[1],
        };
        place.get_or_init(|| {
            let mut tous = Textes {
                langue,
                ..self.francais.clone()
            };
            tous.completer(Textes::embarques(langue, textes()));
            tous
        });
    }

    /// What an agent reads: the French texts, with theirs in the place of some.
    fn accorder_l_agent(&mut self) {
        if cfg!(feature = "guichet") {
            self.agent = self.francais.clone();
            self.agent.completer(self.propres_a_l_agent.clone());
        }
    }

    /// These texts for the catalogue of a host, with its own words: `textes` in French, and
    /// `traductions` by language tag. Another language is offered when the host says all in it.
    ///
    /// # Errors
    /// Every value that is not a text, and every id of the catalogue that has no French words.
    pub fn pour(
        mut self,
        catalogue: &Catalogue,
        contenu: &Valeur,
        fichier: &str,
    ) -> Result<Self, Fautes> {
        let siens = contenu.champ("textes").unwrap_or(&Valeur::Nul);
        let siens = Textes::charger(Langue::Francais, siens, fichier)?;
        let traductions = contenu.champ("traductions").unwrap_or(&Valeur::Nul);
        for place in &mut self.autres {
            let Some(mut textes) = place.take() else {
                continue;
            };
            let traduits = traductions
                .champ(textes.langue.code())
                .unwrap_or(&Valeur::Nul);
            let traduits = Textes::charger(textes.langue, traduits, fichier)?;
            let tous = siens
                .par_cle
                .iter()
                .all(|(cle, _)| traduits.rang(cle).is_ok());
            textes.par_cle.retain(|(cle, _)| partage(cle));
            textes.completer(traduits);
            if tous && textes.manquants(catalogue).is_empty() {
                let _ = place.set(textes);
            }
        }
        self.francais.par_cle.retain(|(cle, _)| partage(cle));
        self.francais.completer(siens);
        self.propres_a_l_agent
            .par_cle
            .retain(|(cle, _)| partage(cle));
        self.accorder_l_agent();
        let manquants = self.francais.manquants(catalogue);
        let fautes = manquants.into_iter().map(|du| Faute {
            fichier: fichier.into(),
            chemin: format!("$.textes.{}", du.genre),
            message: format!("« {} » n'a pas de texte", du.id),
        });
        Fautes::aucune(fautes.en_liste())?;
        Ok(self)
    }

    /// The texts in this language; in French when it is not offered.
    pub fn lire(&self, langue: Langue) -> &Textes {
        self.offertes()
            .find(|textes| textes.langue == langue)
            .unwrap_or(&self.francais)
    }

    /// The French texts as an agent reads them, about the person in front of them.
    pub fn de_l_agent(&self) -> &Textes {
        &self.agent
    }

    /// The languages offered, French first.
    pub fn offertes(&self) -> impl Iterator<Item = &Textes> {
        let autres = self.autres.iter().filter_map(OnceCell::get);
        std::iter::once(&self.francais).chain(autres)
    }
}
