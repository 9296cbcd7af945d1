//! The questions answered by choosing: one option, or all that apply.

use super::{CHAMP, ID_ERREUR, PageDeQuestion};
use crate::demande::Tranche;
use crate::en_liste::EnListe;
use crate::page::formulaire::{AUCUNE, NE_SAIT_PAS, PLUTOT, REPONSE};
use crate::page::{Element, Noeud, el};
use crate::parcours;
use crate::reglement::{Genre, Scalaire};

impl PageDeQuestion<'_> {
    /// A group of radios is a radiogroup, that can be required and invalid; a group of boxes or of
    /// fields is what a fieldset already is.
    pub(super) fn groupe(&self, radios: bool) -> Element {
        let groupe = el("fieldset");
        let groupe = if radios {
            self.decrit(
                groupe
                    .attr("role", "radiogroup")
                    .attr("aria-required", "true"),
            )
        } else {
            match self.descriptions() {
                vide if vide.is_empty() => groupe,
                descriptions => groupe.attr("aria-describedby", descriptions),
            }
        };
        groupe
            .avec(el("legend").avec(self.intitule()))
            .avec_tous(self.consignes())
    }

    pub(super) fn choix_unique(&self) -> Element {
        let mut options: Vec<(String, String)> = match self.question.genre {
            Genre::TrancheAge => self
                .tranches()
                .into_iter()
                .map(|t| (t.to_string(), self.c.tranche(t)))
                .en_liste(),
            Genre::OuiNon => [true, false]
                .map(|b| {
                    (
                        b.to_string(),
                        self.c.option(self.question, &Scalaire::Booleen(b)),
                    )
                })
                .into(),
            _ => self
                .question
                .options
                .iter()
                .map(|o| (o.id.to_string(), self.c.option(self.question, &o.id)))
                .en_liste(),
        };
        if self.question.doute {
            options.push((NE_SAIT_PAS.into(), self.c.mot("ne-sait-pas").into()));
        }
        let options = options.iter().enumerate().map(|(rang, (valeur, nom))| {
            let aide = format!("{}/{valeur}", self.question.id);
            let aide = self.c.textes.facultatif("option-aide", &aide);
            self.option("radio", REPONSE, valeur, nom, aide, rang == 0)
        });
        self.groupe(true)
            .avec(el("div").classe("choix").avec_tous(options))
    }

    /// The brackets that matter on the day of deposit.
    fn tranches(&self) -> Vec<Tranche> {
        Tranche::entre(&self.c.catalogue.seuils_d_age(&[self.c.seance.depot]))
    }

    pub(super) fn choix_multiple(&self) -> Element {
        let utiles = parcours::situations_utiles(self.c.catalogue, &self.c.seance.demande());
        let visibles = self
            .question
            .options
            .iter()
            .filter(|o| o.groupe.is_some() && utiles.contains(&o.id.to_string().as_str()))
            .en_liste();
        let mut groupe = self.groupe(false);
        for nom in groupes(&visibles) {
            let id = format!("groupe-{nom}");
            let options = visibles
                .iter()
                .filter(|o| o.groupe.as_deref() == Some(nom))
                .map(|option| {
                    let valeur = option.id.to_string();
                    let aide = format!("{}/{valeur}", self.question.id);
                    let premiere = visibles.first().is_some_and(|p| p.id == option.id);
                    self.option(
                        "checkbox",
                        REPONSE,
                        &valeur,
                        &self.c.option(self.question, &option.id),
                        self.c.textes.facultatif("option-aide", &aide),
                        premiere,
                    )
                });
            groupe = groupe.avec(
                el("div")
                    .classe("groupe")
                    .attr("role", "group")
                    .attr("aria-labelledby", &*id)
                    .avec(
                        self.c
                            .titre(1)
                            .classe("groupe-titre")
                            .attr("id", &*id)
                            .texte(self.c.textes.lire("groupe", nom)),
                    )
                    .avec(el("div").classe("choix").avec_tous(options)),
            );
        }
        let mut plutot = vec![(
            AUCUNE,
            self.c.mot("aucune"),
            Some(self.c.mot("aucune-aide")),
        )];
        if self.question.doute {
            plutot.push((NE_SAIT_PAS, self.c.mot("ne-sait-pas"), None));
        }
        groupe.avec_tous(self.plutot(&plutot))
    }

    /// Boxes that answer instead of the field above them.
    pub(super) fn plutot(&self, boites: &[(&str, &str, Option<&str>)]) -> Vec<Noeud> {
        let boites = boites
            .iter()
            .map(|(valeur, nom, aide)| self.option("checkbox", PLUTOT, valeur, nom, *aide, false));
        vec![
            el("p").classe("ou").texte(self.c.mot("ou")).into(),
            el("div").classe("choix").avec_tous(boites).into(),
        ]
    }

    fn option(
        &self,
        sorte: &str,
        nom: &str,
        valeur: &str,
        libelle: &str,
        aide: Option<&str>,
        cible: bool,
    ) -> Element {
        let champ = el("input")
            .attr("type", sorte)
            .attr("name", nom)
            .attr("value", valeur)
            .drapeau("checked", self.coche(nom, valeur));
        let champ = if cible {
            champ.attr("id", CHAMP)
        } else {
            champ
        };
        // A radiogroup may be invalid, a group of boxes may not: each of its boxes is. Only the one the
        // summary leads to is described by the error, else it would be heard again at every box.
        let invalide = sorte == "checkbox" && self.question.genre == Genre::Plusieurs;
        let champ = match self.erreur {
            Some(_) if invalide && cible => champ
                .attr("aria-invalid", "true")
                .attr("aria-describedby", ID_ERREUR),
            Some(_) if invalide => champ.attr("aria-invalid", "true"),
            _ => champ,
        };
        let aide = aide.map(|aide| el("span").classe("option-aide").texte(aide));
        el("label")
            .classe("option")
            .attr("part", "option")
            .avec(champ)
            .avec(
                el("span")
                    .classe("option-texte")
                    .avec(el("span").classe("option-nom").texte(libelle))
                    .avec_tous(aide),
            )
    }
}

/// Groups in the order of the options.
fn groupes<'a>(options: &[&'a crate::reglement::OptionDeQuestion]) -> Vec<&'a str> {
    let mut noms: Vec<&str> = Vec::new();
    for nom in options.iter().filter_map(|o| o.groupe.as_deref()) {
        if !noms.contains(&nom) {
            noms.push(nom);
        }
    }
    noms
}
