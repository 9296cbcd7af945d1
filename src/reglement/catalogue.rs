//! The catalogue: files in, one checked whole out, or every fault.

use super::fautes::{Lieu, Origines, verifier};
use super::{Acte, Connues, Critere, Piece, Question, Reglement, jour};
use crate::date::Jour;
use crate::en_liste::EnListe;
use crate::ordre::{inserer, ranger};
use crate::valeur::{self, Faute, Fautes, Valeur};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::ops::Range;

/// A file of the catalogue, already parsed as JSON.
pub struct Source {
    /// Name told in a fault: `hdf-2023.json`.
    pub fichier: String,
    pub contenu: Valeur,
}

/// One aid, whatever its successive règlements.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Dispositif {
    /// Stable id, given back in a decision.
    pub id: String,
    /// Where whoever grants it can be asked, when the answer leaves a doubt.
    #[serde(default)]
    pub page: Option<String>,
    /// Where its règlements stand in the catalogue, oldest first.
    #[serde(skip)]
    pub(crate) versions: Range<usize>,
    /// Every caution of its règlements, by number.
    #[serde(skip)]
    pub(crate) reserves: Vec<String>,
    /// Ages at which a rule of it starts or ends.
    #[serde(skip)]
    pub(crate) seuils: Vec<u32>,
    /// Days on which an act or a rule of it starts or ends.
    #[serde(skip)]
    pub(crate) bascules: Vec<Jour>,
    /// Last day of its acts, when all have one: nothing turns after it.
    #[serde(skip)]
    pub(crate) dernier_jour: Option<Jour>,
}

/// A public place of free help, whatever the aid.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Orientation {
    /// Stable id; its words are in the texts.
    pub id: String,
    /// Address of the whole territory.
    pub url: String,
    /// Its people make a demande with the person: they are named where help grants more pass.
    #[serde(default)]
    pub accompagne: bool,
    /// Nearer addresses, by the first digits of the postal code.
    #[serde(default, deserialize_with = "paires")]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, String>"))]
    pub par_departement: Vec<(String, String)>,
    /// Day on which the address was last seen to answer, or the source dated.
    #[serde(deserialize_with = "jour")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::jour"))]
    pub verifie_le: Jour,
}

/// An object of texts, in the order of its keys: it is gone through, and a map would weigh more.
fn paires<'de, D: Deserializer<'de>>(source: D) -> Result<Vec<(String, String)>, D::Error> {
    let table = BTreeMap::<String, String>::deserialize(source)?;
    Ok(table.into_iter().en_liste())
}

impl Orientation {
    /// The address nearest to this postal code.
    pub fn pres_de(&self, code: Option<&str>) -> &str {
        let ici = |prefixe: &str| code.is_some_and(|c| c.starts_with(prefixe));
        let mut cartes = self.par_departement.iter();
        let sienne = cartes.find(|(prefixe, _)| ici(prefixe));
        sienne.map_or(&self.url, |(_, url)| url)
    }
}

/// An aid of the past whose rules nobody has produced: told, never judged.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Histoire {
    /// Stable id; its words are in the texts.
    pub id: String,
    /// The acts that are known to have granted it.
    pub actes: Vec<Acte>,
}

/// Everything the engine knows: questions, papers, dispositifs and their règlements.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pub questions: Vec<Question>,
    pub pieces: Vec<Piece>,
    pub dispositifs: Vec<Dispositif>,
    /// By dispositif, then by first day.
    pub reglements: Vec<Reglement>,
    /// Name of each département, by the first digits of its postal codes.
    pub departements: Vec<(String, String)>,
    /// Where else to find help.
    pub orientations: Vec<Orientation>,
    /// Aids of the past that no rule judges.
    pub histoire: Vec<Histoire>,
    /// Where the questions stand that the engine itself reads.
    pub(crate) connues: Connues,
}

/// One file may hold any part; the parts of all files are put end to end.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Fichier {
    /// Address of the format's JSON Schema, for editors; never read.
    #[serde(default, rename = "$schema")]
    _schema: Option<String>,
    /// The questions that règlements share, in the order they are asked.
    #[serde(default)]
    questions: Vec<Question>,
    /// The papers that règlements may ask for.
    #[serde(default)]
    pieces: Vec<Piece>,
    /// The aids, in the order they are answered.
    #[serde(default)]
    dispositifs: Vec<Dispositif>,
    /// The acts: one for each version of an aid.
    #[serde(default)]
    reglements: Vec<Reglement>,
    /// Name of each département, by the first digits of its postal codes.
    #[serde(default)]
    departements: BTreeMap<String, String>,
    /// Where else to find help.
    #[serde(default)]
    orientations: Vec<Orientation>,
    /// Aids of the past whose rules nobody has produced.
    #[serde(default)]
    histoire: Vec<Histoire>,
    /// Words of this catalogue's own ids, by kind; read by [`Textes`](crate::textes::Textes).
    #[serde(default, rename = "textes")]
    _textes: BTreeMap<String, BTreeMap<String, String>>,
    /// The same words in other languages, by language tag (`en`, `fr-simple`), then by kind.
    #[serde(default, rename = "traductions")]
    _traductions: BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>,
}

impl Catalogue {
    /// Name of the département whose postal codes begin so.
    pub fn departement(&self, prefixe: &str) -> Option<&str> {
        let mut noms = self.departements.iter();
        let sien = noms.find(|(debut, _)| debut == prefixe);
        sien.map(|(_, nom)| nom.as_str())
    }

    /// Reads, resolves and verifies a catalogue, in one file or several.
    ///
    /// # Errors
    /// Every fault of every file, with its JSON path; a catalogue with one fault does not load.
    pub fn charger(sources: &[Source]) -> Result<Self, Fautes> {
        let mut catalogue = Catalogue::default();
        let mut origines = Origines::default();
        let mut fautes = Vec::new();
        for source in sources {
            match valeur::lire::<Fichier>(&source.contenu, &source.fichier) {
                Ok(lu) => {
                    let lieux = |liste, nombre| Lieu::de_la_liste(&source.fichier, liste, nombre);
                    origines
                        .questions
                        .extend(lieux("questions", lu.questions.len()));
                    origines.pieces.extend(lieux("pieces", lu.pieces.len()));
                    origines
                        .dispositifs
                        .extend(lieux("dispositifs", lu.dispositifs.len()));
                    origines
                        .reglements
                        .extend(lieux("reglements", lu.reglements.len()));
                    origines
                        .orientations
                        .extend(lieux("orientations", lu.orientations.len()));
                    origines
                        .histoire
                        .extend(lieux("histoire", lu.histoire.len()));
                    catalogue.questions.extend(lu.questions);
                    catalogue.pieces.extend(lu.pieces);
                    catalogue.dispositifs.extend(lu.dispositifs);
                    catalogue.reglements.extend(lu.reglements);
                    catalogue.departements.extend(lu.departements);
                    catalogue.orientations.extend(lu.orientations);
                    catalogue.histoire.extend(lu.histoire);
                }
                Err(siennes) => fautes.extend(siennes),
            }
        }
        // Cross-references mean nothing while a file is unreadable.
        if fautes.is_empty() {
            fautes.extend(verifier(&catalogue, &origines));
            if catalogue.dispositifs.is_empty() {
                fautes.push(sans_dispositif(sources));
            }
        }
        Fautes::aucune(fautes)?;
        let rang = |r: &Reglement| {
            let dispositifs = &catalogue.dispositifs;
            let rang = dispositifs.iter().position(|d| d.id == r.dispositif);
            (rang, r.periode.du)
        };
        let mut reglements = Vec::new();
        for reglement in std::mem::take(&mut catalogue.reglements) {
            inserer(&mut reglements, reglement, |un, autre| {
                rang(un) <= rang(autre)
            });
        }
        catalogue.reglements = reglements;
        catalogue.resoudre();
        Ok(catalogue)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }

    /// The paper with this id.
    pub fn piece(&self, id: &str) -> Option<&Piece> {
        self.pieces.iter().find(|p| p.id == id)
    }

    /// The aid with this id.
    pub fn dispositif(&self, id: &str) -> Option<&Dispositif> {
        self.dispositifs.iter().find(|d| d.id == id)
    }

    /// The règlement with this id.
    pub fn reglement(&self, id: &str) -> Option<&Reglement> {
        self.reglements.iter().find(|r| r.id == id)
    }

    /// The successive règlements of a dispositif, oldest first.
    pub fn versions<'a>(&'a self, dispositif: &'a str) -> impl Iterator<Item = &'a Reglement> {
        self.reglements
            .iter()
            .filter(move |r| r.dispositif == dispositif)
    }

    /// The last day of an aid, when the last of its acts has one: another act may follow the one that applies.
    pub fn fin(&self, dispositif: &str) -> Option<Jour> {
        let mut fin = None;
        for version in self.versions(dispositif) {
            fin = fin.max(Some(version.periode.au?));
        }
        fin
    }

    /// Ages at which something changes, in the règlements that may be in force on one of `jours`
    /// (in all of them when `jours` is empty): a bracket starts at each.
    pub fn seuils_d_age(&self, jours: &[Jour]) -> Vec<u32> {
        let mut seuils = Vec::new();
        let en_vigueur = self.reglements.iter().filter(|r| {
            jours.is_empty() || jours.iter().any(|j| r.periode.possible().contient(*j))
        });
        for reglement in en_vigueur {
            reglement.criteres(&mut |critere| {
                if let Critere::Age(tranche) = critere {
                    let bornes = [tranche.min, tranche.max.map(|max| max + 1)];
                    for seuil in bornes.into_iter().flatten().filter(|age| *age > 0) {
                        ranger(&mut seuils, seuil);
                    }
                }
            });
        }
        seuils
    }
}

/// A catalogue that decides nothing is told of its first file.
fn sans_dispositif(sources: &[Source]) -> Faute {
    Faute {
        fichier: sources.first().map_or(String::new(), |s| s.fichier.clone()),
        chemin: "$".into(),
        message: "aucun dispositif dans ce catalogue".into(),
    }
}

impl Reglement {
    /// Visits every criterion the règlement writes, wherever it stands.
    pub fn criteres<'a>(&'a self, visite: &mut dyn FnMut(&'a Critere)) {
        for titre in &self.titres {
            titre.public.parcourir(visite);
            titre.conditions.iter().for_each(|c| c.si.parcourir(visite));
        }
        self.conditions.iter().for_each(|c| c.si.parcourir(visite));
        self.attenuations
            .iter()
            .for_each(|a| a.si.parcourir(visite));
        self.carnet.iter().for_each(|r| r.si.parcourir(visite));
        self.pieces.iter().for_each(|p| p.si.parcourir(visite));
        self.reserves.iter().for_each(|r| r.si.parcourir(visite));
        self.demarches.iter().for_each(|d| d.si.parcourir(visite));
    }
}
