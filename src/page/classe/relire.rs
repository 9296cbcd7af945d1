//! « Relire autrement »: another encoding, separator or header than those recognised. The result follows at once.

use super::mots::{mot, mot_avec};
use super::source::Source;
use super::vues::{Vue, p};
use crate::en_liste::EnListe;
use crate::liste::{Encodage, Entete, SEPARATEURS};
use crate::page::{Element, el};

/// A value, its words, whether it is chosen.
type Choix = (String, String, bool);

impl Vue<'_> {
    pub fn relire_autrement(&self, source: &Source) -> Option<Element> {
        let champs = [encodages(source), separateurs(source), entetes(source)];
        let champs = champs.into_iter().flatten().en_liste();
        let choix = el("div").classe("champs").avec_tous(champs);
        (!choix.enfants.is_empty()).then(|| {
            el("details")
                .classe("volet relire")
                .attr("data-cle", "relire")
                .avec(el("summary").texte(mot("relire-autrement")))
                .avec(p("aide", mot("aide-relire")))
                .avec(choix)
        })
    }
}

/// Of a text only: a workbook says its own.
fn encodages(source: &Source) -> Option<Element> {
    let reconnu = source.reconnue.encodage?;
    let choisi = source.lecture.encodage;
    let autres = Encodage::TOUS.into_iter().map(|encodage| {
        let nom = encodage.nom();
        let mots = mot(&format!("encodage-{nom}"));
        (nom.to_string(), mots, choisi == Some(encodage))
    });
    let reconnu = mot(&format!("encodage-{}", reconnu.nom()));
    Some(champ("encodage", &reconnu, choisi.is_none(), autres))
}

fn separateurs(source: &Source) -> Option<Element> {
    let reconnu = source.reconnue.separateur?;
    let choisi = source.lecture.separateur;
    let autres = SEPARATEURS.into_iter().map(|separateur| {
        let mots = mot(nom_du_separateur(separateur));
        (separateur.to_string(), mots, choisi == Some(separateur))
    });
    let reconnu = mot(nom_du_separateur(reconnu));
    Some(champ("separateur", &reconnu, choisi.is_none(), autres))
}

pub fn nom_du_separateur(separateur: char) -> &'static str {
    match separateur {
        ';' => "point-virgule",
        ',' => "virgule",
        _ => "tabulation",
    }
}

/// An XML has no line of titles.
fn entetes(source: &Source) -> Option<Element> {
    let tableau = source.reconnue.separateur.is_some() || source.lue.feuille.is_some();
    let choisi = source.lecture.entete;
    let aucun = (
        "aucun".into(),
        mot("sans-entete"),
        choisi == Some(Entete::Aucun),
    );
    let lignes = source.lignes.iter().map(|ligne| {
        let choisie = choisi == Some(Entete::Ligne(*ligne));
        (ligne.to_string(), la_ligne(*ligne), choisie)
    });
    let reconnu = source.reconnue.ligne_entete;
    let reconnu = reconnu.map_or_else(|| mot("sans-entete"), la_ligne);
    let autres = [aucun].into_iter().chain(lignes);
    tableau.then(|| champ("entete", &reconnu, choisi.is_none(), autres))
}

fn la_ligne(ligne: u32) -> String {
    mot_avec("ligne", &[("ligne", &ligne.to_string())])
}

/// First what is recognised, then what may be chosen instead.
fn champ(nom: &str, reconnu: &str, tel_quel: bool, autres: impl Iterator<Item = Choix>) -> Element {
    let id = format!("lecture-{nom}");
    let option = |(valeur, mots, choisie): Choix| {
        el("option")
            .attr("value", valeur)
            .drapeau("selected", choisie)
            .texte(mots)
    };
    let reconnu = mot_avec("reconnu", &[("quoi", reconnu)]);
    el("div")
        .classe("champ")
        .avec(el("label").attr("for", &*id).texte(mot(&id)))
        .avec(
            el("select")
                .attr("name", &*id)
                .attr("id", &*id)
                .avec(option((String::new(), reconnu, tel_quel)))
                .avec_tous(autres.map(option)),
        )
}
