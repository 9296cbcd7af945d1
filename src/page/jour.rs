//! A small form for one day, inside the result.

use super::{Contexte, Element, el};

/// Three fields and a button; `nom` says which form it is, `action` what the button does.
pub fn vue(c: &Contexte, nom: &str, intitule: &str, bouton: &str) -> Element {
    let refus = c
        .seance
        .refus_sur_place
        .as_ref()
        .filter(|(forme, ..)| forme == nom);
    let id_erreur = format!("erreur-{nom}");
    let valeur = |champ: &str| {
        let champs = refus
            .map(|(_, champs, _)| champs.as_slice())
            .unwrap_or_default();
        champs
            .iter()
            .find(|(n, _)| n == champ)
            .map_or(String::new(), |(_, v)| v.clone())
    };
    let erreur = refus.map(|(_, _, refus)| {
        el("p")
            .classe("erreur")
            .attr("id", &*id_erreur)
            .attr("tabindex", "-1")
            .avec(el("span").classe("prefixe").texte(c.mot("prefixe-erreur")))
            .texte(format!(" {}", c.textes.lire("erreur", refus.0)))
    });
    let parties = [("jour", "2"), ("mois", "9"), ("annee", "4")];
    let parties = parties.into_iter().map(|(champ, longueur)| {
        let entree = el("input")
            .attr("type", "text")
            .classe("texte court")
            .attr("name", champ)
            // A month may be written in letters.
            .attr(
                "inputmode",
                if champ == "mois" { "text" } else { "numeric" },
            )
            .attr("autocomplete", "off")
            .attr("maxlength", longueur)
            .attr("value", valeur(champ));
        let entree = match refus {
            Some(_) => entree
                .attr("aria-invalid", "true")
                .attr("aria-describedby", &*id_erreur),
            None => entree,
        };
        el("label")
            .classe("partie")
            .avec(el("span").texte(c.mot(champ)))
            .avec(entree)
    });
    el("form")
        .drapeau("novalidate", true)
        .attr("data-forme", nom)
        .avec(
            el("fieldset")
                .avec(el("legend").texte(intitule))
                .avec_tous(erreur)
                .avec(el("div").classe("date").avec_tous(parties)),
        )
        .avec(
            el("div").classe("actions").avec(
                el("button")
                    .attr("type", "submit")
                    .classe("bouton secondaire")
                    .texte(bouton),
            ),
        )
}
