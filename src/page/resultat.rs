//! The result: the answer first, then why, what to bring, what to do, and where else to go.

mod agir;
mod comprendre;
mod emporter;

use super::annonces::{self, Annonces};
use super::{Contexte, Element, Noeud, el, pieces};
use crate::agenda::Rappel;
use crate::bilan::{Bilan, Decision, Etat, Verdict};
use crate::decision;
use crate::demande::CodePostal;
use crate::parcours::{self, Parcours};
use crate::reglement::{Reglement, Scalaire};

/// The days to remember of this result.
pub fn rappels(c: &Contexte) -> Vec<Rappel> {
    let (parcours, bilan) = juger(c);
    let page = Page::premiere(c, &parcours, &bilan);
    page.map(|(page, _)| page.rappels()).unwrap_or_default()
}

fn juger<'a>(c: &Contexte<'a>) -> (Parcours<'a>, Bilan) {
    let parcours = parcours::parcourir(c.catalogue, &c.etat.demande());
    let bilan = decision::evaluer(c.catalogue, &parcours.demande);
    (parcours, bilan)
}

pub fn vue(c: &Contexte) -> Vec<Noeud> {
    let (parcours, bilan) = juger(c);
    let Some((page, autres)) = Page::premiere(c, &parcours, &bilan) else {
        return Vec::new();
    };
    let (decision, reglement) = (page.decision, page.reglement);
    let annonces = annonces::en_vigueur(c, decision);
    let retour = (!parcours.posees.is_empty()).then_some("changer-une-reponse");
    let mut noeuds = vec![c.barre(retour).into(), page.reponse(&annonces).into()];
    match decision.verdict {
        // Who cannot deposit today needs help today, not a list of papers.
        Verdict::Eligible | Verdict::APreciser if annonces.arret.is_some() => {
            noeuds.extend(page.motif());
            noeuds.push(page.orientations("titre-orientation"));
        }
        Verdict::Eligible => {
            noeuds.extend(page.motif());
            noeuds.extend(page.autres_titres());
            noeuds.extend(pieces::vue(c, decision, reglement, true));
            noeuds.extend(page.reserves());
            noeuds.push(page.ensuite());
        }
        Verdict::APreciser => {
            noeuds.extend(page.manque());
            noeuds.extend(page.reserves());
            noeuds.extend(pieces::vue(c, decision, reglement, false));
            noeuds.push(page.orientations("titre-orientation"));
        }
        Verdict::NonEligible => {
            noeuds.push(page.refus());
            noeuds.extend(page.a_partir_du());
            noeuds.extend(page.si_alors());
            noeuds.push(page.orientations("titre-ailleurs"));
        }
        Verdict::PasOuvert | Verdict::Clos => noeuds.push(page.orientations("titre-orientation")),
    }
    noeuds.extend(page.actions(&annonces));
    noeuds.push(page.emporter());
    if decision.verdict == Verdict::Eligible && annonces.arret.is_none() {
        noeuds.push(page.apres());
    }
    noeuds.push(page.pourquoi());
    noeuds.push(page.autre_jour());
    noeuds.extend(page.autres(autres));
    noeuds.push(page.avis());
    noeuds.extend(page.recommencer());
    noeuds
}

struct Page<'a> {
    c: &'a Contexte<'a>,
    parcours: &'a Parcours<'a>,
    decision: &'a Decision,
    reglement: &'a Reglement,
}

impl<'a> Page<'a> {
    /// The page of the most useful decision, and the other decisions.
    fn premiere(
        c: &'a Contexte<'a>,
        parcours: &'a Parcours<'a>,
        bilan: &'a Bilan,
    ) -> Option<(Self, &'a [Decision])> {
        let (decision, autres) = bilan.decisions.split_first()?;
        let reglement = c.catalogue.reglement(&decision.reglement)?;
        let page = Page {
            c,
            parcours,
            decision,
            reglement,
        };
        Some((page, autres))
    }

    fn mot_avec(&self, id: &str, blancs: &[(&str, &str)]) -> String {
        self.c.textes.remplir("interface", id, blancs)
    }

    fn bloc(&self, titre: &str) -> Element {
        el("section").classe("bloc").avec(
            self.c
                .titre(1)
                .classe("sous-titre")
                .texte(self.c.mot(titre)),
        )
    }

    /// The answer in one sentence, in a frame whose colour only repeats what the words say.
    fn reponse(&self, annonces: &Annonces) -> Element {
        let (ton, phrase) = match self.decision.verdict {
            Verdict::Eligible | Verdict::APreciser if annonces.arret.is_some() => {
                ("reponse calme", "reponse-suspendue")
            }
            Verdict::Eligible => ("reponse oui", "reponse-eligible"),
            Verdict::APreciser => ("reponse attention", "reponse-a-preciser"),
            Verdict::NonEligible => ("reponse calme", "reponse-non-eligible"),
            Verdict::PasOuvert => ("reponse calme", "reponse-pas-ouvert"),
            Verdict::Clos => ("reponse calme", "reponse-clos"),
        };
        // Before any question there are no answers to speak after.
        let avant = (!self.parcours.posees.is_empty()).then(|| {
            el("p")
                .classe("reponse-avant")
                .texte(self.c.mot("avant-reponse"))
        });
        el("section")
            .classe(ton)
            .attr("part", "reponse")
            .avec_tous(avant)
            .avec(self.c.titre_d_ecran(self.c.mot(phrase)))
            .avec_tous(match &annonces.arret {
                Some(phrases) => phrases.iter().map(|p| el("p").texte(p)).collect(),
                None => self
                    .chiffres()
                    .into_iter()
                    .chain(self.periode())
                    .collect::<Vec<_>>(),
            })
    }

    /// How many pass, and what they are worth.
    fn chiffres(&self) -> Option<Element> {
        if self.decision.verdict != Verdict::Eligible {
            return None;
        }
        let Some(nombre) = self.decision.carnet else {
            let a_savoir = self.decision.manque.iter().any(|q| q == "accompagne");
            let phrase = if a_savoir {
                "carnet-a-savoir"
            } else {
                "carnet-non-fixe"
            };
            return Some(el("p").texte(self.c.mot(phrase)));
        };
        let recus = self.parcours.demande.reponses.scalaire("pass-recus");
        let raison = match recus {
            Some(Scalaire::Nombre(n)) if *n > 0 => "carnet-second",
            _ if self.parcours.demande.reponses.scalaire("accompagne")
                == Some(&Scalaire::Booleen(true)) =>
            {
                "carnet-accompagne"
            }
            _ => "carnet-seul",
        };
        let chiffre = |grand: String, petit: String| {
            el("div")
                .classe("chiffre")
                .avec(el("dt").texte(grand))
                .avec(el("dd").texte(petit))
        };
        let mut chiffres = el("dl").classe("chiffres").avec(chiffre(
            self.mot_avec("chiffre-pass", &[("nombre", &nombre.to_string())]),
            self.c.mot(raison).into(),
        ));
        if let Some(valeur) = self.reglement.valeur_unitaire {
            chiffres = chiffres.avec(chiffre(
                self.mot_avec(
                    "chiffre-euros",
                    &[("montant", &(nombre * valeur).to_string())],
                ),
                self.mot_avec("chiffre-unite", &[("valeur", &valeur.to_string())]),
            ));
        }
        Some(chiffres)
    }

    fn periode(&self) -> Option<Element> {
        let periode = &self.reglement.periode;
        let (phrase, jour) = match self.decision.verdict {
            Verdict::Clos => ("clos-depuis", periode.au?),
            Verdict::PasOuvert => ("ouvre-le", periode.certain_du.unwrap_or(periode.du)),
            _ => return None,
        };
        let source = self.c.source(self.reglement, &periode.article);
        Some(
            el("p")
                .texte(self.c.mot_du_jour(phrase, &self.c.textes.jour(jour)))
                .avec(el("span").classe("source").texte(source)),
        )
    }

    fn motif(&self) -> Option<Noeud> {
        let titre = self.decision.titre.as_ref()?;
        let article = &self
            .decision
            .motifs
            .iter()
            .find(|m| m.id == *titre)?
            .article;
        // A home that is still in doubt is not told as a reason.
        let sur = self.decision.verdict == Verdict::Eligible;
        let domicile = match self.parcours.demande.reponses.code_postal() {
            Some(CodePostal::France(code)) if sur => self.c.departement(code).map(|nom| {
                self.c
                    .textes
                    .remplir("motif", "domicile", &[("departement", nom)])
            }),
            _ => None,
        };
        let mut texte = self.c.textes.lire("motif", titre).to_string();
        if let Some(domicile) = domicile {
            texte.push(' ');
            texte.push_str(&domicile);
        }
        let motif = el("p").classe("motif").texte(texte).avec(
            el("span")
                .classe("source")
                .texte(self.c.source(self.reglement, article)),
        );
        Some(motif.into())
    }

    /// Other grounds met: they would do as well, with other papers.
    fn autres_titres(&self) -> Option<Noeud> {
        let lignes: Vec<Element> = self
            .decision
            .autres_titres
            .iter()
            .map(|titre| el("li").texte(self.c.textes.lire("motif", titre)))
            .collect();
        if lignes.is_empty() {
            return None;
        }
        Some(
            self.bloc("titre-autres")
                .avec(el("ul").avec_tous(lignes))
                .into(),
        )
    }

    /// Every statement that is sure, with its act and article: a doubt is no reason of the answer.
    fn pourquoi(&self) -> Noeud {
        let lignes: Vec<Element> = self
            .decision
            .motifs
            .iter()
            .filter(|m| m.etat == Etat::Oui)
            .filter_map(|motif| {
                let dit = ["motif", "refus"]
                    .iter()
                    .find_map(|g| self.c.textes.facultatif(g, &motif.id))?;
                let source = el("span")
                    .classe("source")
                    .texte(self.c.source(self.reglement, &motif.article));
                Some(el("li").texte(dit).avec(source))
            })
            .collect();
        let liste = (!lignes.is_empty()).then(|| el("ul").classe("motifs").avec_tous(lignes));
        let acte = &self.reglement.acte;
        let delibere = self.mot_avec(
            "delibere",
            &[
                ("numero", &acte.numero),
                ("jour", &self.c.textes.jour(acte.date)),
            ],
        );
        el("details")
            .classe("volet")
            .avec(el("summary").texte(self.c.mot("titre-motif")))
            .avec_tous(liste)
            .avec(el("p").texte(delibere))
            .into()
    }

    /// The other aids, a line each.
    fn autres(&self, autres: &[Decision]) -> Option<Noeud> {
        let lignes: Vec<Element> = autres
            .iter()
            .map(|autre| {
                let phrase = match autre.verdict {
                    Verdict::Eligible => "reponse-eligible",
                    Verdict::APreciser => "reponse-a-preciser",
                    Verdict::NonEligible => "reponse-non-eligible",
                    Verdict::PasOuvert => "reponse-pas-ouvert",
                    Verdict::Clos => "reponse-clos",
                };
                let nom = self.c.textes.lire("dispositif", &autre.dispositif);
                el("li").avec(el("strong").texte(nom)).texte(format!(
                    "{}{}",
                    self.c.deux_points(),
                    self.c.mot(phrase)
                ))
            })
            .collect();
        if lignes.is_empty() {
            return None;
        }
        let volet = el("details")
            .classe("volet")
            .avec(el("summary").texte(self.c.mot("titre-autres-dispositifs")))
            .avec(el("ul").avec_tous(lignes));
        Some(volet.into())
    }

    fn avis(&self) -> Noeud {
        let depot = self.c.textes.jour(self.c.etat.depot);
        el("p")
            .classe("avis")
            .texte(format!(
                "{} {}",
                self.c.mot_du_jour("avis-date", &depot),
                self.c.mot("avis")
            ))
            .into()
    }
}
