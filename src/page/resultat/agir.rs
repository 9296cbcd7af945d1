//! What to do next: the steps, the places of help, the buttons.

use super::Page;
use crate::adresse::Adresse;
use crate::bilan::Verdict;
use crate::demande::CodePostal;
use crate::page::annonces::Annonces;
use crate::page::etat::DEPOT;
use crate::page::{Element, Noeud, bouton_lien, el, jour};
use crate::reglement::Scalaire;

impl Page<'_> {
    /// What to do next, with its dates.
    pub(super) fn ensuite(&self) -> Noeud {
        let etape = |texte: String| el("li").texte(texte);
        let mut etapes = Vec::new();
        if self.reglement.portail.is_some() {
            etapes.push(etape(self.c.mot("etape-creer").into()));
            let accompagne = self.parcours.demande.reponses.scalaire("accompagne");
            if accompagne == Some(&Scalaire::Booleen(true)) {
                etapes.push(etape(self.c.mot("etape-prescripteur").into()));
            }
            etapes.push(etape(self.c.mot("etape-joindre").into()));
        } else {
            etapes.push(etape(self.c.mot("etape-lycee").into()));
        }
        if let Some(confirmation) = self
            .decision
            .echeances
            .iter()
            .find(|e| e.id == "confirmation")
        {
            let jour = self.c.jour(&confirmation.date, true);
            etapes.push(etape(self.c.mot_du_jour("etape-confirmer", &jour)));
        }
        self.bloc("titre-ensuite")
            .avec(el("ol").classe("etapes").avec_tous(etapes))
            .into()
    }

    /// What happens once the demande is made: nothing to do now, so folded.
    pub(super) fn apres(&self) -> Noeud {
        let suites = self.reglement.suites.iter().map(|suite| {
            let source = self.c.source(self.reglement, &suite.article);
            el("li")
                .texte(self.c.textes.lire("suite", &suite.id))
                .avec(el("span").classe("source").texte(source))
        });
        // The acts are silent on how long a pass lasts: it is written on it.
        let date_des_pass = el("li").texte(self.c.mot("etape-date-pass"));
        el("details")
            .classe("volet")
            .avec(el("summary").texte(self.c.mot("titre-apres")))
            .avec(
                el("ul")
                    .classe("motifs")
                    .avec_tous(suites)
                    .avec(date_des_pass),
            )
            .into()
    }

    /// Places of free help, nearest first when the postal code is known.
    pub(super) fn orientations(&self, titre: &str) -> Noeud {
        let code = match self.parcours.demande.reponses.code_postal() {
            Some(CodePostal::France(code)) => Some(code.as_str()),
            _ => None,
        };
        let cartes = self.c.catalogue.orientations.iter().map(|orientation| {
            let texte = |suffixe: &str| {
                let cle = format!("{}{suffixe}", orientation.id);
                self.c.textes.lire("orientation", &cle).to_string()
            };
            let proches: Vec<(&String, &String)> = orientation
                .par_departement
                .iter()
                .filter(|(prefixe, _)| code.is_none_or(|c| c.starts_with(prefixe.as_str())))
                .collect();
            let liens: Vec<Element> = if proches.is_empty() {
                let cle = if orientation.par_departement.is_empty() {
                    "-lien"
                } else {
                    "-region"
                };
                vec![lien(&orientation.url, &texte(cle))]
            } else {
                proches
                    .iter()
                    .map(|(prefixe, url)| {
                        let nom = self
                            .c
                            .catalogue
                            .departements
                            .get(*prefixe)
                            .map_or("", String::as_str);
                        let cle = format!("{}-lien", orientation.id);
                        lien(
                            url,
                            &self
                                .c
                                .textes
                                .remplir("orientation", &cle, &[("departement", nom)]),
                        )
                    })
                    .collect()
            };
            el("li")
                .classe("carte")
                .avec(self.c.titre(2).texte(texte("")))
                .avec(el("p").texte(texte("-detail")))
                .avec_tous(
                    liens
                        .into_iter()
                        .map(|l| el("p").classe("carte-lien").avec(l)),
                )
        });
        self.bloc(titre)
            .avec(el("ul").classe("orientations").avec_tous(cartes))
            .into()
    }

    /// The ways on: the portal, somebody to call.
    pub(super) fn actions(&self, annonces: &Annonces) -> Option<Noeud> {
        let mut actions = el("div").classe("actions");
        let utile = matches!(
            self.decision.verdict,
            Verdict::Eligible | Verdict::APreciser
        ) && annonces.arret.is_none();
        let options = &self.c.etat.options;
        let publie = annonces.portail.or(self.reglement.portail.as_ref());
        let portail = options.portail.as_ref().map(Adresse::as_str);
        let portail = portail.or(publie.map(String::as_str));
        if let (true, Some(url)) = (utile, portail) {
            actions = actions.avec(
                lien(url, self.c.mot("portail"))
                    .classe("bouton")
                    .attr("part", "bouton"),
            );
        }
        if let Some(numero) = annonces.telephone {
            let chiffres: String = numero
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect();
            let dit = self.mot_avec("telephone", &[("numero", numero)]);
            actions =
                actions.avec(lien(&format!("tel:{chiffres}"), &dit).classe("bouton secondaire"));
        }
        if let Some(contact) = &options.contact {
            actions = actions
                .avec(lien(contact.as_str(), self.c.mot("contact")).classe("bouton secondaire"));
        }
        (!actions.enfants.is_empty()).then(|| actions.into())
    }

    /// At the end and in a quiet voice: it loses everything.
    pub(super) fn recommencer(&self) -> Option<Noeud> {
        let bouton = || bouton_lien("recommencer", "").texte(self.c.mot("recommencer"));
        (!self.parcours.posees.is_empty()).then(|| el("p").classe("ecran").avec(bouton()).into())
    }

    /// The same answers on another day of deposit.
    pub(super) fn autre_jour(&self) -> Noeud {
        el("details")
            .classe("volet ecran")
            .avec(el("summary").texte(self.c.mot("titre-autre-jour")))
            .avec(jour::vue(
                self.c,
                DEPOT,
                self.c.mot("autre-jour"),
                self.c.mot("voir-ce-jour"),
            ))
            .into()
    }
}

/// A link that leaves the page, in the same window: going back keeps nobody stuck.
fn lien(url: &str, texte: &str) -> Element {
    el("a")
        .attr("href", url)
        .attr("rel", "noreferrer")
        .texte(texte)
}
