//! The top of the page: its name and keys, the day of deposit and its règlement, the warning before all is wiped.

use super::Guichet;
use super::seance::CREATION;
use crate::date::{self, Jour};
use crate::page::seance::DEPOT;
use crate::page::{Element, el};

/// Seconds left at which the warning is said aloud.
const ALERTES: [u32; 2] = [60, 20];

impl Guichet<'_> {
    pub(super) fn entete(&self) -> Element {
        el("div")
            .classe("guichet-tete")
            .avec(self.nom())
            .avec(self.depot())
    }

    /// The name and the keys; the warning takes their place without moving anything.
    fn nom(&self) -> Element {
        let c = self.c;
        let touche = |id: &str| el("kbd").texte(c.mot(id));
        let geste = |touches: Vec<Element>, quoi: &str| {
            let dit = format!(" {}", c.mot(quoi));
            el("span").avec_tous(touches).texte(dit)
        };
        let chiffres = ["1", "2", "3"].map(|n| el("kbd").texte(n));
        let fleches = ["←", "→"].map(|n| el("kbd").texte(n));
        let gestes = [
            geste(vec![touche("touche-entree")], "touches-suivante"),
            geste(
                vec![touche("touche-maj"), touche("touche-entree")],
                "touches-precedente",
            ),
            geste(chiffres.into(), "touches-choisir"),
            geste(fleches.into(), "touches-colonne"),
        ];
        let touches = el("p").classe("touches").avec_tous(gestes);
        el("div")
            .classe("guichet-nom")
            .avec(c.titre_d_ecran(c.mot("guichet-titre")))
            .avec(touches)
            .avec(self.alerte())
    }

    /// The seconds are shown to whoever looks, and said twice to whoever listens.
    fn alerte(&self) -> Element {
        let c = self.c;
        let restant = c.seance.guichet.restant;
        let secondes = restant.unwrap_or_default();
        let dite = restant.and_then(|s| ALERTES.into_iter().rev().find(|alerte| s <= *alerte));
        let dite = dite.map(|s| {
            let blancs = [("nombre", &*s.to_string())];
            c.textes.remplir("interface", "effacement-alerte", &blancs)
        });
        let decompte = c.textes.remplir(
            "interface",
            "secondes",
            &[("nombre", &secondes.to_string())],
        );
        let bandeau = el("div")
            .classe("bandeau")
            .drapeau("hidden", restant.is_none())
            .avec(
                el("p")
                    .classe("decompte")
                    .attr("aria-hidden", "true")
                    .texte(c.mot("effacement-dans"))
                    .texte(" ")
                    .avec(el("span").texte(decompte)),
            )
            .avec(el("p").texte(c.mot("effacement-pourquoi")))
            .avec(
                el("button")
                    .attr("type", "button")
                    .classe("bouton")
                    .attr("data-action", "continuer")
                    .texte(c.mot("effacement-continuer")),
            );
        el("div")
            .classe("alerte")
            .avec(
                el("p")
                    .classe("invisible")
                    .attr("role", "alert")
                    .texte(dite.unwrap_or_default()),
            )
            .avec(bandeau)
    }

    fn depot(&self) -> Element {
        let (c, reglement) = (self.c, self.page.reglement);
        let blancs = [
            ("reglement", c.textes.lire("reglement", &reglement.id)),
            ("numero", &*reglement.acte.numero),
        ];
        let acte = c.textes.remplir("interface", "acte-applique", &blancs);
        let erreur = self.erreur_de(DEPOT, c.seance.depot_dit().err());
        let dit = el("p")
            .classe("echo")
            .attr("id", "echo-depot")
            .avec_tous(erreur)
            .avec(self.jour_nomme(c.seance.depot))
            .avec(el("span").texte(acte));
        let en_faute = self.erreur_de(DEPOT, c.seance.depot_dit().err()).is_some();
        el("div")
            .classe("guichet-depot champ")
            .attr("data-question", DEPOT)
            .avec(el("label").attr("for", DEPOT).texte(c.mot("demande-du")))
            .avec(
                el("div")
                    .classe("saisie")
                    .avec(self.texte(DEPOT, "echo-depot", en_faute))
                    .avec(dit),
            )
    }

    /// The day in full, as a check of what was typed.
    fn jour_nomme(&self, jour: Jour) -> Element {
        el("time")
            .attr("datetime", date::ecrire(jour))
            .texte(self.c.textes.jour_nomme(jour))
    }

    /// The day of creation matters to few: it is folded.
    pub(super) fn creation(&self) -> Element {
        let c = self.c;
        let erreur = self.erreur_de(CREATION, c.seance.creation_dite().err());
        let en_faute = erreur.is_some();
        let dit = c.seance.creation.map(|jour| self.jour_nomme(jour));
        let echo = el("p")
            .classe("echo")
            .attr("id", "echo-creation")
            .avec_tous(erreur.or(dit));
        el("details")
            .classe("creation")
            .avec(el("summary").texte(c.mot("creation")))
            .avec(
                el("div")
                    .classe("champ")
                    .avec(el("label").attr("for", CREATION).texte(c.mot("creee-le")))
                    .avec(
                        el("div")
                            .classe("saisie")
                            .avec(self.texte(CREATION, "echo-creation", en_faute))
                            .avec(echo),
                    ),
            )
    }
}
