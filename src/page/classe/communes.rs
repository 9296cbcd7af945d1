//! « Pour tous les élèves »: what is said once.

use super::demande::{COMMUNES, valeur};
use super::mots::{compte, facultatif, mot};
use super::vues::{Vue, p};
use crate::en_liste::EnListe;
use crate::page::{Element, el, jour_dit};

impl Vue<'_> {
    pub fn communes(&self) -> Element {
        let questions = COMMUNES.iter();
        let questions = questions.filter(|(id, _)| self.c.catalogue.question(id).is_some());
        let questions = questions.map(|(id, reponses)| self.commune(id, reponses));
        el("section")
            .classe("panneau communes")
            .avec(
                self.c
                    .titre(1)
                    .classe("sous-titre")
                    .texte(mot("titre-communes")),
            )
            .avec(p("aide", mot("aide-communes")))
            .avec(self.jour_de_depot())
            .avec_tous(questions)
    }

    fn jour_de_depot(&self) -> Element {
        let a = self.a;
        let refus = a.depot_refuse.as_ref();
        let erreur = refus.map(|_| p("erreur", mot("erreur-depot")).attr("id", "erreur-depot"));
        let tape = refus
            .cloned()
            .unwrap_or_else(|| jour_dit::ecrire(a.depot()));
        let champ = el("input")
            .attr("type", "text")
            .classe("texte")
            .attr("name", "depot")
            .attr("id", "depot")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .attr("value", tape)
            .attr(
                "aria-describedby",
                if refus.is_some() {
                    "erreur-depot jour-dit"
                } else {
                    "jour-dit"
                },
            )
            .attr(
                "aria-invalid",
                if refus.is_some() { "true" } else { "false" },
            );
        let dit = self.c.textes.jour_nomme(a.depot());
        let reglements = (0..a.voies.len()).map(|rang| self.voie(rang)).en_liste();
        let ouvertes = a.eleves.iter().filter_map(|e| e.avis.as_ref()).next();
        let clos = ouvertes.is_some_and(|avis| {
            use crate::bilan::Verdict::{Clos, PasOuvert};
            avis.voies
                .iter()
                .all(|voie| matches!(voie.verdict, Clos | PasOuvert))
        });
        let reglements = match clos {
            true => mot("rien-d-ouvert"),
            false => format!("{}.", reglements.join(", ")),
        };
        el("div")
            .classe("commune")
            .avec(
                el("label")
                    .classe("legende")
                    .attr("for", "depot")
                    .texte(mot("jour-de-depot")),
            )
            .avec_tous(erreur)
            .avec(
                el("div")
                    .classe("depot-champ")
                    .avec(champ)
                    .avec(el("strong").attr("id", "jour-dit").texte(dit)),
            )
            .avec(p("aide", reglements))
    }

    fn commune(&self, question: &str, reponses: &[&'static str]) -> Element {
        let donnee = self.a.communes.donnee(question).map(valeur);
        let options = reponses.iter().map(|reponse| {
            let mots = match *reponse {
                "true" => facultatif(&format!("{question}-oui")).unwrap_or_else(|| mot("oui")),
                "false" => facultatif(&format!("{question}-non")).unwrap_or_else(|| mot("non")),
                "?" => facultatif(&format!("{question}-?")).unwrap_or_else(|| mot("pour-chacun")),
                autre => mot(&format!("{question}-{autre}")),
            };
            let choisie = donnee.as_deref() == Some(*reponse);
            el("label")
                .classe("pastille")
                .avec(
                    el("input")
                        .attr("type", "radio")
                        .attr("name", format!("commune-{question}"))
                        .attr("value", *reponse)
                        .drapeau("checked", choisie),
                )
                .avec(el("span").texte(mots))
        });
        let detail = match question {
            "lycee-experimentation" => Some(compte("vingt-a-trente", self.a.eleves.len())),
            _ => facultatif(&format!("{question}-detail")),
        };
        el("fieldset")
            .classe("commune")
            .avec(
                el("legend")
                    .classe("legende")
                    .texte(mot(&format!("commune-{question}"))),
            )
            .avec(el("div").classe("pastilles").avec_tous(options))
            .avec_tous(detail.map(|detail| p("aide", detail)))
    }
}
