//! The decision beside the questions: its verdict, why, the dates, and what to do with it.

use super::Guichet;
use super::sources::selon;
use crate::bilan::{Decision, Verdict};
use crate::en_liste::EnListe;
use crate::page::{Element, Noeud, annonces, bouton, el};
use crate::reglement::Critere;

impl Guichet<'_> {
    /// Everything about the decision, in the order it is read.
    pub(super) fn volet(&self, autres: &[Decision]) -> Element {
        let pourquoi = el("div").classe("pourquoi").avec_tous(self.pourquoi());
        let dates = self.dates().into_iter().map(Noeud::from);
        el("div")
            .classe("guichet-reponse")
            .avec(self.verdict())
            .avec(pourquoi)
            .avec(self.a_demander())
            .avec(self.papiers())
            .avec(
                el("div")
                    .classe("dates")
                    .avec_tous(dates.chain(self.page.autres(autres.iter()))),
            )
            .avec(self.actions())
    }

    /// Tone and sentence of the answer. Before anything is typed, there is nothing to be cautious about.
    fn ton_et_phrase(&self) -> (&'static str, String) {
        let attente = !self.c.seance.entame() && self.page.decision.verdict == Verdict::APreciser;
        if attente {
            return ("reponse calme", self.c.mot("reponse-attente").into());
        }
        let annonces = annonces::en_vigueur(self.c, self.page.decision);
        self.page.ton_et_phrase(&annonces)
    }

    fn verdict(&self) -> Element {
        let c = self.c;
        let (ton, phrase) = self.ton_et_phrase();
        let reglement = c.textes.lire("reglement", &self.page.reglement.id);
        let blancs = [
            ("jour", &*c.textes.jour(c.seance.depot)),
            ("reglement", &reglement.to_lowercase()),
        ];
        let rappel = c.textes.remplir("interface", "rappel", &blancs);
        let chiffres = self.page.chiffres().into_iter().chain(self.compte());
        el("section")
            .classe(ton)
            .attr("part", "reponse")
            .attr("aria-labelledby", "verdict")
            .avec(
                el("div")
                    .classe("reponse-dite")
                    .avec(
                        el("p")
                            .classe("reponse-avant")
                            .texte(c.mot("avant-reponse")),
                    )
                    .avec(
                        c.titre(1)
                            .classe("reponse-titre")
                            .attr("id", "verdict")
                            .texte(phrase),
                    )
                    .avec(el("p").classe("rappel").texte(rappel)),
            )
            .avec(el("div").classe("talon").avec_tous(chiffres))
    }

    /// Where no number is granted yet, how many questions are left.
    fn compte(&self) -> Option<Element> {
        let reste = self.reste();
        if self.page.peut_deposer() || reste == 0 {
            return None;
        }
        let quoi = if reste == 1 {
            "question-a-poser"
        } else {
            "questions-a-poser"
        };
        let chiffre = el("div")
            .classe("chiffre")
            .avec(el("dt").texte(reste.to_string()))
            .avec(el("dd").texte(self.c.mot(quoi)));
        Some(el("dl").classe("chiffres").avec(chiffre))
    }

    /// The sentence said aloud when the verdict, the number of pass or the number of questions changes.
    pub(super) fn annonce(&self) -> String {
        let (c, page) = (self.c, self.page);
        let dire = |id, blancs: &[(&str, &str)]| c.textes.remplir("interface", id, blancs);
        let carnet = page.decision.carnet.filter(|_| page.peut_deposer());
        let chiffres = carnet.map(|n| {
            let nombre = n.to_string();
            match page.reglement.valeur_unitaire {
                Some(valeur) => {
                    let montant = (u64::from(n) * u64::from(valeur)).to_string();
                    dire(
                        "annonce-chiffres",
                        &[("nombre", &nombre), ("montant", &montant)],
                    )
                }
                None => dire("annonce-pass", &[("nombre", &nombre)]),
            }
        });
        let reste = match self.reste() {
            0 => c.mot("annonce-rien").to_string(),
            1 => c.mot("annonce-1").to_string(),
            n => dire("annonce", &[("nombre", &n.to_string())]),
        };
        let (_, phrase) = self.ton_et_phrase();
        let phrases = [Some(phrase), chiffres, Some(reste)];
        phrases.into_iter().flatten().en_liste().join(" ")
    }

    /// Why: the ground and the others met, or the refusals and what would lift them, and the cautions.
    fn pourquoi(&self) -> Vec<Noeud> {
        let page = self.page;
        let mut noeuds: Vec<Noeud> = Vec::new();
        match page.decision.verdict {
            _ if page.peut_deposer() => {
                noeuds.extend(page.motif());
                noeuds.extend(self.source_du_nombre().map(Noeud::from));
                noeuds.extend(self.autres_titres());
            }
            Verdict::NonEligible => {
                noeuds.push(page.refus());
                noeuds.extend(page.ce_jour_la());
                noeuds.extend(page.si_alors());
            }
            Verdict::PasOuvert => noeuds.extend(page.periode().map(Noeud::from)),
            Verdict::Clos => {
                noeuds.extend(page.periode().map(Noeud::from));
                noeuds.push(self.source_de_la_periode().into());
            }
            Verdict::Eligible | Verdict::APreciser => {}
        }
        noeuds.extend(self.reserves());
        noeuds
    }

    fn autres_titres(&self) -> Option<Noeud> {
        let c = self.c;
        let titres = self.page.decision.autres_titres.iter();
        let dits: Vec<Element> = titres
            .filter_map(|id| self.page.titre_dit(id))
            .map(|titre| {
                let blancs = [("titre", &*titre)];
                el("p").texte(c.textes.remplir("interface", "remplit-aussi", &blancs))
            })
            .en_liste();
        (!dits.is_empty()).then(|| el("div").classe("note").avec_tous(dits).into())
    }

    /// Cautions in two lines each: what the text leaves open, what to do.
    fn reserves(&self) -> Option<Noeud> {
        let page = self.page;
        let doutes = page.issues.doutes.iter().filter(|_| page.peut_deposer());
        let mut ids = page.decision.reserves.iter().chain(doutes).en_liste();
        ids.dedup();
        let lignes = ids.iter().map(|id| {
            let reserve = el("strong").texte(page.reserve_dite("reserve", id));
            let article = self.article_de(page.decision, id);
            el("li")
                .classe("reserve")
                .avec(selon(el("p").avec(reserve), article))
                .avec(el("p").texte(page.reserve_dite("conseil", id)))
        });
        (!ids.is_empty()).then(|| {
            el("ul")
                .classe("reserves")
                .avec_tous(lignes.en_liste())
                .into()
        })
    }

    /// The deadlines, and what being helped asks of the portal.
    fn dates(&self) -> Vec<Element> {
        let (c, page) = (self.c, self.page);
        if !page.peut_deposer() {
            return Vec::new();
        }
        let creee = c.textes.jour(c.seance.creation.unwrap_or(c.seance.depot));
        let echeances = page.decision.echeances.iter().map(|e| {
            let nom = c.textes.lire("echeance", e.id);
            let blancs = [
                ("echeance", nom),
                ("jour", &*c.jour(&page.dernier_jour(e), true)),
            ];
            let dite = c.textes.remplir("interface", "echeance-dite", &blancs);
            let si = c.mot_du_jour("echeance-si-creee", &creee);
            let ligne = el("p")
                .avec(el("strong").texte(dite))
                .texte(format!(" {si}"));
            selon(ligne, Some(self.entre_parentheses(e.acte, e.article)))
        });
        let libre = |critere: &Critere| {
            let mut lu = false;
            critere.parcourir(&mut |critere| {
                if let Critere::Reponse(attendue) = critere {
                    let question = c.catalogue.question(&attendue.question);
                    lu |= question.is_some_and(|q| q.libre);
                }
            });
            lu
        };
        let demarches = page.demarches().filter(|d| libre(&d.si));
        let demarches = demarches.map(|d| {
            let acte = page.reglement.acte_de(&d.article);
            let article = self.entre_parentheses(acte, &d.article.article);
            let dite = el("p").texte(page.dire("demarche", &d.id));
            selon(dite, Some(article))
        });
        echeances.chain(demarches).en_liste()
    }

    fn actions(&self) -> Element {
        let c = self.c;
        let suivante = bouton("recommencer", c.mot("personne-suivante"), true);
        let vide = !c.seance.entame();
        let suivante = match vide {
            true => suivante
                .attr("aria-disabled", "true")
                .attr("aria-describedby", "rien-de-saisi"),
            false => suivante,
        };
        el("div")
            .classe("actions")
            .attr("data-efface", c.mot("tout-est-efface"))
            .avec(bouton("imprimer", c.mot("imprimer"), false).drapeau("data-attendu", true))
            .avec(suivante)
            .avec(
                el("p")
                    .classe("note")
                    .attr("id", "rien-de-saisi")
                    .drapeau("hidden", !vide)
                    .texte(c.mot("rien-de-saisi")),
            )
    }
}
