//! What is to be mended or looked at in a list, line by line: faults, and pupils of one name.

use super::super::dire;
use super::super::doubles;
use super::super::eleve::{Double, Eleve};
use super::super::mots::{compte, mot, mot_avec};
use super::super::source::Source;
use super::super::vues::{Vue, p};
use crate::en_liste::EnListe;
use crate::liste::Champ;
use crate::page::{Element, el};

/// Lines told one by one.
const DITES: usize = 12;

impl Vue<'_> {
    /// Pupils of the same name, with the lines that say them: nobody is taken out without being asked.
    pub(super) fn doubles(&self) -> Option<Element> {
        let eleves = &self.a.eleves;
        let lus = self
            .a
            .lus()
            .filter(|eleve| eleve.double.is_some())
            .en_liste();
        let memes = lus
            .iter()
            .filter(|e| e.double == Some(Double::MemeEleve))
            .count();
        let comptes = [
            (memes > 0).then(|| compte("doubles-memes", memes)),
            (lus.len() > memes).then(|| compte("doubles-noms", lus.len() - memes)),
        ];
        let comptes = comptes.into_iter().flatten().en_liste();
        let lignes = lus.iter().take(DITES).map(|eleve| {
            let autres = doubles::autres(eleves, eleve).map(|autre| self.ou(autre));
            let autres = autres.en_liste().join(", ");
            let quoi = match eleve.double {
                Some(Double::MemeEleve) => "double-meme",
                _ => "double-nom",
            };
            el("li")
                .avec(el("strong").texte(self.ou(eleve)))
                .avec(el("span").texte(eleve.nom_complet()))
                .avec(el("span").texte(mot_avec(quoi, &[("lignes", &autres)])))
        });
        (!lus.is_empty()).then(|| {
            self.a_voir(
                ("doubles", mot("doubles-detail")),
                comptes.join(", "),
                lignes.en_liste(),
                lus.len(),
            )
        })
    }

    /// Where a pupil is said: the line, and the list when it is not the one that is being checked.
    fn ou(&self, eleve: &Eleve) -> String {
        let Some(ligne) = eleve.ligne.map(|ligne| ligne.to_string()) else {
            return mot("a-la-main");
        };
        let liste = eleve.liste.to_string();
        let relisible = self.a.source.as_ref().is_some_and(Source::relisible);
        let celle_ci = relisible && eleve.liste == self.a.listes;
        match self.a.listes > 1 && !celle_ci {
            true => mot_avec("ligne-de-la-liste", &[("ligne", &ligne), ("liste", &liste)]),
            false => mot_avec("ligne", &[("ligne", &ligne)]),
        }
    }

    /// Every fault at once, by the lines of the file: none keeps from going on.
    pub(super) fn fautes(&self) -> Element {
        let mut fautifs = self.a.lus().filter(|e| e.faute().is_some()).en_liste();
        fautifs.sort_by_key(|eleve| (eleve.liste, eleve.ligne));
        if fautifs.is_empty() {
            let phrase = p("aide", mot("aucune-faute-detail")).attr("data-cle", "aide");
            return self
                .carte("fautes", mot("aucune-faute"))
                .attr("data-ton", "oui")
                .avec(phrase);
        }
        let fautes = fautifs.iter().flat_map(|eleve| eleve.fautes()).en_liste();
        let compter = |champs: &[Champ], id: &str| {
            let nombre = fautes.iter().filter(|f| champs.contains(&f.champ)).count();
            (nombre > 0).then(|| compte(id, nombre))
        };
        let comptes = [
            compter(&[Champ::DateNaissance], "fautes-dates"),
            compter(&[Champ::CodePostal], "fautes-codes"),
            compter(&[Champ::Niveau], "fautes-niveaux"),
            compter(&[Champ::Nom, Champ::Prenom], "fautes-noms"),
        ];
        let comptes = comptes.into_iter().flatten().en_liste();
        // A pupil may have several: each is counted, each is told.
        let lignes = fautifs.iter().take(DITES).map(|eleve| {
            el("li")
                .avec(el("strong").texte(self.ou(eleve)))
                .avec(el("span").texte(eleve.nom_complet()))
                .avec(fautes_dites(eleve))
        });
        self.a_voir(
            ("fautes", mot("fautes-detail")),
            comptes.join(", "),
            lignes.en_liste(),
            fautifs.len(),
        )
    }

    /// What is told line by line, and how many lines are not.
    fn a_voir(
        &self,
        (cle, aide): (&str, String),
        titre: String,
        lignes: Vec<Element>,
        combien: usize,
    ) -> Element {
        let reste = combien.saturating_sub(DITES);
        let reste = (reste > 0)
            .then(|| p("aide", compte("autres-fautes", reste)).attr("data-cle", "reste"));
        let liste = el("ul").classe("fautes").attr("data-cle", "liste");
        self.carte(cle, titre)
            .attr("data-ton", "attention")
            .avec(p("aide", aide).attr("data-cle", "aide"))
            .avec(liste.avec_tous(lignes))
            .avec_tous(reste)
    }
}

/// What was read, and what is wrong with it: one cell, however many there are.
fn fautes_dites(eleve: &Eleve) -> Element {
    let mut dites = el("span");
    for (rang, alerte) in eleve.fautes().enumerate() {
        let lu = alerte.lu.clone().unwrap_or_default();
        let avant = if rang > 0 { ", " } else { "" };
        dites = dites
            .texte(avant)
            .avec(el("strong").texte(mot_avec("cite", &[("texte", &lu)])))
            .texte(format!("\u{a0}: {}", dire::faute(alerte)));
    }
    dites
}
