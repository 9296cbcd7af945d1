//! Where what the page says was read.

use super::Guichet;
use crate::bilan::Decision;
use crate::page::{Element, el};
use crate::reglement::{Reference, Reglement, Sinon};

impl Guichet<'_> {
    /// The article of a reason of this decision, or of a caution that an answer still missing would bring:
    /// « (article 3) », with its act when it is not the one at the top.
    pub(super) fn article_de(&self, decision: &Decision, id: &str) -> Option<String> {
        let reglement = self.c.catalogue.reglement(decision.reglement)?;
        let motif = decision.motifs.iter().find(|m| m.id == id);
        if let Some(motif) = motif {
            return Some(self.entre_parentheses(motif.acte, motif.article));
        }
        let lue = ou_lire_la_reserve(reglement, id)?;
        Some(self.entre_parentheses(reglement.acte_de(lue), &lue.article))
    }

    pub(super) fn entre_parentheses(&self, acte: &str, article: &str) -> String {
        let lu = self.page.article(acte, article);
        match lu.starts_with('(') {
            true => lu,
            false => format!("({})", lu.to_lowercase().trim_end_matches('.')),
        }
    }

    /// Where the papers were read: once where it is the same.
    pub(super) fn source_des_papiers(&self) -> Option<Element> {
        let (c, page) = (self.c, self.page);
        let mut lus: Vec<String> = Vec::new();
        for piece in &page.decision.pieces {
            let lu = c.source(page.reglement, piece.acte, piece.article);
            if !lus.contains(&lu) {
                lus.push(lu);
            }
        }
        (!lus.is_empty()).then(|| ligne(&lus.join(" ")))
    }

    /// Where the number of pass was read, once one rule gives it.
    pub(super) fn source_du_nombre(&self) -> Option<Element> {
        let (c, page) = (self.c, self.page);
        let [seul] = page.decision.carnets.as_slice() else {
            return None;
        };
        let regle = page
            .reglement
            .carnet
            .iter()
            .find(|r| r.id.as_deref() == seul.id)?;
        let lue = c.source_de(page.reglement, &regle.article).to_lowercase();
        let blancs = [("source", &*lue)];
        let dite = c.textes.remplir("interface", "source-du-nombre", &blancs);
        Some(ligne(&dite))
    }

    /// Where the period was read, even once it is over: an agent is asked for it.
    pub(super) fn source_de_la_periode(&self) -> Element {
        let reglement = self.page.reglement;
        ligne(&self.c.source_de(reglement, &reglement.periode.article))
    }
}

/// The rule that voices a caution. An act that says nothing of days has no article to say so.
fn ou_lire_la_reserve<'a>(reglement: &'a Reglement, id: &str) -> Option<&'a Reference> {
    let reserves = reglement.reserves.iter();
    let reserves = reserves.map(|r| (&*r.id, &r.article));
    let des_titres = reglement.titres.iter().flat_map(|t| &t.conditions);
    let conditions = des_titres.chain(&reglement.conditions);
    let doutes = conditions.filter_map(|c| match &c.sinon {
        Sinon::Reserve(reserve) => Some((&**reserve, &c.article)),
        Sinon::Refus(_) => None,
    });
    let attenuations = reglement.attenuations.iter();
    let attenuations = attenuations.map(|a| (&*a.reserve, &a.article));
    let periode = &reglement.periode;
    let dates = [&periode.reserve, &periode.reserve_de_fin];
    let dates = dates.into_iter().flatten();
    let dates = dates.map(|reserve| (&**reserve, &periode.article));
    let mut lues = reserves.chain(doutes).chain(attenuations).chain(dates);
    lues.find(|(reserve, _)| *reserve == id).map(|(_, lue)| lue)
}

/// A quiet line under what was read.
fn ligne(texte: &str) -> Element {
    el("p").classe("source").texte(texte)
}

/// A sentence, then where it was read.
pub(super) fn selon(phrase: Element, article: Option<String>) -> Element {
    match article {
        Some(article) => phrase
            .texte(" ")
            .avec(el("span").classe("note").texte(article)),
        None => phrase,
    }
}
