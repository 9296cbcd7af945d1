//! How far the judging is, and how many pupils can ask.

use super::atelier::AVEC_BARRE;
use super::avis::Sort;
use super::mots::{ecrit, mot, mot_avec};
use super::vues::{Vue, bouton, invisible};
use crate::page::{Element, el};

impl Vue<'_> {
    /// How far the judging is; a bar only where it takes time.
    pub fn avancement(&self) -> Element {
        let a = self.a;
        let (juges, total) = (a.juges(), a.eleves.len());
        let boite = el("div").classe("avancement");
        if juges < total && total > AVEC_BARRE {
            return boite.avec(self.barre_d_avancement(juges, total));
        }
        let peuvent = |rang: usize| {
            let avis = a.eleves.iter().filter_map(|e| e.avis.as_ref());
            let voies = avis.filter_map(|avis| avis.voies.get(rang));
            voies.filter(|voie| voie.sort == Sort::PeutDemander).count()
        };
        let lignes = (0..a.voies.len()).map(|rang| {
            let nombre = ecrit(peuvent(rang));
            let total = ecrit(total);
            let blancs = [("nombre", &*nombre), ("total", &*total)];
            el("li")
                .avec(el("strong").texte(mot_avec("peuvent", &blancs)))
                .texte(format!(" {}", self.voie(rang)))
        });
        boite.avec(el("ul").avec_tous(lignes))
    }

    pub fn barre_d_avancement(&self, juges: usize, total: usize) -> Element {
        let (fait, tout) = (ecrit(juges), ecrit(total));
        let blancs = [("nombre", &*fait), ("total", &*tout)];
        let dit = mot_avec("calcules-sur", &blancs);
        let bouton = match self.a.arrete {
            true => bouton("reprendre", "", mot("reprendre"), "bouton secondaire")
                .attr("id", "reprendre"),
            false => {
                bouton("arreter", "", mot("arreter"), "bouton secondaire").attr("id", "arreter")
            }
        };
        let suite = mot(if self.a.arrete {
            "calcul-arrete"
        } else {
            "deja-travailler"
        });
        el("div")
            .classe("calcul")
            .attr("data-cle", "calcul")
            .avec(
                el("p")
                    .avec(el("strong").texte(dit.clone()))
                    .texte(" ")
                    .texte(suite),
            )
            .avec(
                el("progress")
                    .attr("max", total.to_string())
                    .attr("value", juges.to_string())
                    .attr("aria-label", mot("avancement"))
                    .avec(invisible(dit)),
            )
            .avec(bouton)
    }
}
