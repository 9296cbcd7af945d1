//! What the person leaves with: the sheet, the plain text, the days in their calendar, the link.

use super::Page;
use crate::agenda::Rappel;
use crate::date;
use crate::en_liste::EnListe;
use crate::page::seance::Copie;
use crate::page::{Element, Noeud, bouton, el, pieces};

impl Page<'_> {
    pub(super) fn emporter(&self) -> Noeud {
        let mot = |id| self.c.mot(id);
        let seance = self.c.seance;
        let mut boutons = vec![
            bouton("imprimer", mot("imprimer"), true),
            self.bouton_de_copie(Copie::Recapitulatif, "copier-recapitulatif"),
        ];
        if !self.rappels().is_empty() {
            boutons.push(bouton("agenda", mot("agenda"), true));
        }
        let lien = seance.lien().map(|_| {
            let jour = self.c.textes.jour(seance.depot);
            el("p")
                .classe("lien-du-test")
                .texte(self.c.mot_du_jour("lien-aide", &jour))
        });
        if lien.is_some() {
            boutons.push(self.bouton_de_copie(Copie::Lien, "copier-lien"));
        }
        el("section")
            .classe("bloc ecran")
            .avec(
                self.c
                    .titre(1)
                    .classe("sous-titre")
                    .texte(mot("titre-emporter")),
            )
            .avec_tous(
                seance
                    .entame()
                    .then(|| el("p").texte(mot("papiers-non-gardes"))),
            )
            .avec(el("div").classe("actions").avec_tous(boutons))
            .avec_tous(lien)
            .avec_tous(self.copie())
            .into()
    }

    fn bouton_de_copie(&self, copie: Copie, texte: &str) -> Element {
        bouton("copier", self.c.mot(texte), true).attr("data-cible", copie.nom())
    }

    /// How the copy went; where the browser refused it, the text, to be copied by hand.
    fn copie(&self) -> Vec<Element> {
        let Some((copie, texte)) = &self.c.seance.copie else {
            return Vec::new();
        };
        let dit = |id| {
            el("p")
                .classe("copie")
                .attr("id", "copie")
                .attr("tabindex", "-1")
                .texte(self.c.mot(id))
        };
        match (texte, copie) {
            (None, Copie::Recapitulatif) => vec![dit("recapitulatif-copie")],
            (None, Copie::Lien) => vec![dit("lien-copie")],
            (None, Copie::Question(_)) => vec![dit("question-copiee")],
            (Some(texte), _) => vec![
                dit("copie-impossible"),
                el("textarea")
                    .classe("texte")
                    .attr("aria-label", self.c.mot("texte-a-copier"))
                    .attr("rows", "8")
                    .drapeau("readonly", true)
                    .texte(texte),
            ],
        }
    }

    /// The days to remember: each deadline, and the last day of each paper that was dated.
    pub(in crate::page) fn rappels(&self) -> Vec<Rappel> {
        let attente = self.attente.as_ref().map(|(jour, _)| Rappel {
            cle: format!("{}-a-partir-du", self.reglement.id),
            jour: *jour,
            titre: self.c.mot("agenda-a-partir-du").into(),
            detail: self.c.mot("avis").into(),
        });
        if !self.peut_deposer() {
            return attente.into_iter().en_liste();
        }
        let textes = self.c.textes;
        let rappel = |id: &str, iso: &str, titre: &str, detail: &str| {
            Some(Rappel {
                cle: format!("{}-{id}", self.reglement.id),
                jour: date::lire(iso)?,
                titre: titre.into(),
                detail: format!("{detail} {}", self.c.mot("avis")),
            })
        };
        let echeances = self.decision.echeances.iter().filter_map(|echeance| {
            let id = &echeance.id;
            let jour = self.dernier_jour(echeance);
            // After the last day of the aid there is no other demande to make.
            let detail = textes.facultatif("echeance-detail", id);
            let detail = detail.filter(|_| jour == echeance.date).unwrap_or_default();
            rappel(id, &jour, textes.lire("echeance", id), detail)
        });
        let fenetre =
            pieces::fenetre(self.decision, self.reglement).and_then(|(dernier, piece)| {
                let papier = textes.lire("piece", piece.id);
                let detail = self.mot_avec("agenda-fenetre-detail", &[("papier", papier)]);
                rappel("papiers", dernier, self.c.mot("agenda-fenetre"), &detail)
            });
        echeances.chain(fenetre).en_liste()
    }
}
