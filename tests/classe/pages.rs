//! Golden pages of a class.

use super::essai::{CLASSE, Essai, champs};
use crate::page::classe::{Autrement, Demande, Filtre, Geste, Sort};
use crate::tests::commun::images;
use std::collections::BTreeMap;

#[test]
fn chaque_ecran_est_celui_qui_a_ete_relu() {
    images::comparer("tests/classe/pages", &pages());
}

/// Each screen, by its name.
pub fn pages() -> BTreeMap<String, String> {
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    let mut essai = Essai::nouveau();
    pages.insert("obtenir", essai.html());
    essai.lire(b"%PDF-1.7");
    pages.insert("obtenir-illisible", essai.html());
    essai.lire(CLASSE.as_bytes());
    pages.insert("verifier", essai.html());
    essai.faire(Geste::LireAutrement(Autrement::Separateur(Some('\t'))));
    pages.insert("verifier-sans-eleve", essai.html());
    essai.faire(Geste::LireAutrement(Autrement::Separateur(None)));
    essai.repondre();
    pages.insert("verifier-repondu", essai.html());
    essai.faire(Geste::Voir);
    pages.insert("tableau", essai.html());
    let id = essai.eleve("DELATTRE").id;
    essai.faire(Geste::Ouvrir(id));
    pages.insert("corriger", essai.html());
    essai.faire(Geste::Enregistrer(champs(&[
        ("nom", "DELATTRE"),
        ("naissance", "31/02/2006"),
    ])));
    pages.insert("corriger-refuse", essai.html());
    essai.faire(Geste::Fermer);
    essai.faire(Geste::Retrecir(true));
    pages.insert("cartes", essai.html());
    essai.faire(Geste::Retrecir(false));
    essai.faire(Geste::Filtrer(Filtre::Voie(0, Sort::PeutDemander)));
    essai.faire(Geste::Imprimer);
    pages.insert("fiches", essai.html());
    essai.faire(Geste::FinirDImprimer);
    essai.faire(Geste::Demander(Demande::Relire));
    pages.insert("lire-une-autre", essai.html());
    essai.faire(Geste::AjouterUneListe);
    pages.insert("ajouter-une-liste", essai.html());
    essai.lire(CLASSE.replace("31/02", "28/02").as_bytes());
    pages.insert("verifier-la-seconde", essai.html());
    essai.faire(Geste::NePasAjouter);
    essai.faire(Geste::Demander(Demande::Effacer));
    pages.insert("effacer", essai.html());
    essai.faire(Geste::Effacer);
    pages.insert("efface", essai.html());
    let pages = pages.into_iter();
    pages
        .map(|(nom, html)| (nom.to_string(), html + "\n"))
        .collect()
}
