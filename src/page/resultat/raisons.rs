//! What the decision rests on, in words: grounds, refusals, the home, and what is sure beside them.

use super::Page;
use crate::bilan::{Etat, Motif};
use crate::decision;
use crate::demande::CodePostal;
use crate::en_liste::EnListe;
use crate::page::mots::nombres;
use crate::page::{Element, Noeud, el};

impl Page<'_> {
    pub(in crate::page) fn motif(&self) -> Option<Noeud> {
        let titre = self.decision.titre.as_ref()?;
        let motif = self.decision.motifs.iter().find(|m| m.id == *titre)?;
        let mut texte = self.titre_dit(titre)?;
        // A home that is still in doubt is not told as a reason.
        let sur = self.peut_deposer();
        if let Some(domicile) = sur.then(|| self.domicile()).flatten() {
            texte.push(' ');
            texte.push_str(&domicile);
        }
        let source = el("span").classe("source").texte(self.source(motif));
        Some(el("p").classe("motif").texte(texte).avec(source).into())
    }

    /// The home, where the act asks for one.
    pub(super) fn domicile(&self) -> Option<String> {
        let CodePostal::France(code) = self.parcours.demande.reponses.code_postal()? else {
            return None;
        };
        let blancs = vec![("departement".into(), self.c.departement(code)?.to_string())];
        let aide = &self.decision.dispositif;
        let demande = self.reglement.demande_un_domicile();
        demande.then(|| self.c.dit("motif", aide, "domicile", &blancs))?
    }

    pub(in crate::page) fn source(&self, motif: &Motif) -> String {
        self.c.source(self.reglement, motif.acte, motif.article)
    }

    /// A ground in words, with the ages of its rules.
    pub(in crate::page) fn titre_dit(&self, id: &str) -> Option<String> {
        let titre = self.reglement.titres.iter().find(|t| t.id == id)?;
        let conditions = titre.conditions.iter().map(|c| &c.si);
        let blancs = nombres(std::iter::once(&titre.public).chain(conditions));
        self.c.dit("motif", self.decision.dispositif, id, &blancs)
    }

    /// A refusal in words, with the numbers of the rule behind it.
    pub(in crate::page) fn refus_dit(&self, id: &str) -> Option<String> {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let regle = decision::regle_du_refus(catalogue, self.reglement, demande, id);
        let blancs = nombres(regle.map(|r| &r.si));
        self.c.dit("refus", self.decision.dispositif, id, &blancs)
    }

    /// The home is what is refused.
    pub(super) fn refuse_le_domicile(&self) -> bool {
        self.decision
            .refus
            .iter()
            .any(|id| self.lit_le_domicile(id))
    }

    /// The same, or it may still be.
    pub(in crate::page) fn domicile_exclu(&self) -> bool {
        let mut suspendus = self.decision.suspendus.iter();
        self.refuse_le_domicile() || suspendus.any(|id| self.lit_le_domicile(id))
    }

    fn lit_le_domicile(&self, refus: &str) -> bool {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let regle = decision::regle_du_refus(catalogue, self.reglement, demande, refus);
        regle.is_some_and(|regle| regle.si.lit_le_domicile())
    }

    /// Other grounds met: they would do as well, with other papers.
    pub(super) fn autres_titres(&self) -> Option<Noeud> {
        let lignes = self
            .decision
            .autres_titres
            .iter()
            .filter_map(|titre| Some(el("li").texte(self.titre_dit(titre)?)))
            .en_liste();
        if lignes.is_empty() {
            return None;
        }
        Some(
            self.bloc("titre-autres")
                .avec(el("ul").avec_tous(lignes))
                .into(),
        )
    }

    /// Every statement that is sure, in words: a doubt is no reason of the answer.
    pub(super) fn certitudes(&self) -> Vec<(&Motif<'_>, String)> {
        let sures = self.decision.motifs.iter().filter(|m| m.etat == Etat::Oui);
        let dites = sures.filter_map(|motif| {
            let titre = self.titre_dit(motif.id);
            let dit = titre.or_else(|| self.refus_dit(motif.id))?;
            Some((motif, dit))
        });
        dites.en_liste()
    }

    pub(super) fn delibere(&self) -> String {
        let acte = &self.reglement.acte;
        let jour = self.c.textes.jour(acte.date);
        self.mot_avec("delibere", &[("numero", &acte.numero), ("jour", &jour)])
    }

    /// What is sure besides what the answer has said already.
    pub(super) fn pourquoi(&self) -> Option<Noeud> {
        let decision = self.decision;
        let dits = decision.titre.iter().chain(&decision.refus);
        let dits = dits.chain(&decision.autres_titres).en_liste();
        let autres = self.certitudes().into_iter();
        let autres = autres.filter(|(motif, _)| !dits.contains(&&motif.id));
        let lignes: Vec<Element> = autres
            .map(|(motif, dit)| {
                let source = el("span").classe("source").texte(self.source(motif));
                el("li").texte(dit).avec(source)
            })
            .en_liste();
        (!lignes.is_empty()).then(|| {
            el("details")
                .classe("volet")
                .avec(el("summary").texte(self.c.mot("titre-motif")))
                .avec(el("ul").classe("motifs").avec_tous(lignes))
                .into()
        })
    }
}
