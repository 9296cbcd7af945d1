//! Somebody at work on a class, without a browser.

use crate::page::Reglages;
use crate::page::classe::{self, Atelier, Eleve, Geste, Sort, Suite};
use crate::textes::Langues;
use crate::{Catalogue, date};
use std::fs;
use std::path::Path;

const DEPOT: &str = "2023-11-13";

/// Every list of the tests, read or not, in the order of their names.
pub fn listes() -> Vec<(String, Vec<u8>)> {
    let mut listes: Vec<(String, Vec<u8>)> = ["listes/partagees", "listes/notres"]
        .iter()
        .flat_map(|nom| {
            fs::read_dir(
                Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("tests")
                    .join(nom),
            )
            .unwrap()
        })
        .map(|entree| entree.unwrap().path())
        .filter(|chemin| chemin.extension().is_some_and(|e| e != "json"))
        .map(|chemin| {
            let nom = chemin.file_name().unwrap().to_string_lossy().into_owned();
            (nom, fs::read(chemin).unwrap())
        })
        .collect();
    listes.sort();
    listes
}

pub struct Essai {
    pub catalogue: Catalogue,
    pub langues: Langues,
    pub atelier: Atelier,
}

impl Essai {
    pub fn nouveau() -> Self {
        let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
        let reglages = Reglages::du(date::lire(DEPOT).unwrap());
        let atelier = Atelier::nouveau(&catalogue, reglages);
        Essai {
            catalogue,
            langues,
            atelier,
        }
    }

    pub fn avec(octets: &[u8]) -> Self {
        let mut essai = Essai::nouveau();
        essai.lire(octets);
        essai
    }

    pub fn faire(&mut self, geste: Geste) -> Suite {
        let suite = self.atelier.agir(&self.catalogue, geste);
        self.atelier.tout_juger(&self.catalogue);
        suite
    }

    pub fn lire(&mut self, octets: &[u8]) -> Suite {
        let (octets, nom) = (octets.to_vec(), Some("liste.csv".into()));
        self.faire(Geste::Recevoir { octets, nom })
    }

    /// What a lycée of the trial says once for all.
    pub fn repondre(&mut self) {
        for (question, valeur) in [
            ("lycee-experimentation", "true"),
            ("lycee-en-region", "true"),
            ("accompagne", "true"),
            ("pass-recus", "0"),
            ("hebergement", "heberge"),
        ] {
            let (question, valeur) = (question.into(), valeur.into());
            self.faire(Geste::Dire { question, valeur });
        }
    }

    pub fn html(&self) -> String {
        classe::vue(&self.catalogue, &self.langues, &self.atelier).html()
    }

    pub fn csv(&self) -> String {
        classe::csv(&self.catalogue, &self.langues, &self.atelier)
    }

    pub fn eleve(&self, nom: &str) -> &Eleve {
        let trouve = self.atelier.eleves.iter().find(|e| e.nom == nom);
        trouve.unwrap_or_else(|| panic!("{nom}"))
    }

    /// The fates of a pupil, way by way.
    pub fn sorts(&self, nom: &str) -> Vec<Sort> {
        let avis = self.eleve(nom).avis.as_ref().unwrap();
        avis.voies.iter().map(|voie| voie.sort).collect()
    }
}

/// A class of four: one who can ask, one too young, one whose date is wrong, one whose code lost its zero.
pub const CLASSE: &str = "Nom;Prénom;Né(e) le;Code MEF;Classe;CP;Allergies\n\
    AMRANI;Yanis;14/03/2005;24725411330;TMELEC;59300;ARACHIDE\n\
    DA SILVA;Inès;22/01/2006;24725411330;TAGORA;59220;\n\
    DELATTRE;Maël;31/02/2006;24725411330;TMELEC;59300;\n\
    LECLERCQ;Tom;02/05/2005;24133422220;2CAPEPC;2100;\n";

pub fn champs(valeurs: &[(&str, &str)]) -> Vec<(String, String)> {
    let paires = valeurs.iter();
    paires
        .map(|(n, v)| (n.to_string(), v.to_string()))
        .collect()
}
