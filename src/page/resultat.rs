//! The result: the answer first, then why, what to bring, what to do, and where else to go.

mod agir;
mod comprendre;
mod emporter;

use super::annonces::{self, Annonces};
use super::mots::{Blancs, nombres};
use super::{Contexte, Element, Noeud, el, pieces};
use crate::agenda::Rappel;
use crate::bilan::{Bilan, CarnetPossible, Decision, Etat, Motif, Verdict};
use crate::decision;
use crate::demande::CodePostal;
use crate::parcours::{self, Parcours};
use crate::reglement::Reglement;

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
            noeuds.extend(page.ensuite());
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
        let suspendue = annonces.arret.is_some()
            && matches!(
                self.decision.verdict,
                Verdict::Eligible | Verdict::APreciser
            );
        let (ton, phrase) = match self.decision.verdict {
            _ if suspendue => ("reponse calme", self.c.mot("reponse-suspendue").into()),
            Verdict::Eligible => ("reponse oui", self.phrase(self.decision)),
            Verdict::APreciser => ("reponse attention", self.phrase(self.decision)),
            _ => ("reponse calme", self.phrase(self.decision)),
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
            .avec(self.c.titre_d_ecran(phrase))
            .avec_tous(match &annonces.arret {
                Some(phrases) => phrases.iter().map(|p| el("p").texte(p)).collect(),
                None => self
                    .chiffres()
                    .into_iter()
                    .chain(self.periode())
                    .collect::<Vec<_>>(),
            })
    }

    /// A decision in one sentence. Some refusals have their own: « not yet », « too late », « already
    /// given » are no « not for you ».
    fn phrase(&self, decision: &Decision) -> String {
        let generale = match decision.verdict {
            Verdict::Eligible => "reponse-eligible",
            Verdict::APreciser => "reponse-a-preciser",
            Verdict::NonEligible => "reponse-non-eligible",
            Verdict::PasOuvert => "reponse-pas-ouvert",
            Verdict::Clos => "reponse-clos",
        };
        let dits = decision.refus.iter().map(|refus| {
            let aide = &decision.dispositif;
            self.c.dit("titre-refus", aide, refus, &Blancs::new())
        });
        let propres: Option<Vec<String>> = dits.collect();
        let propre = propres.and_then(|phrases| phrases.into_iter().next());
        propre.unwrap_or_else(|| self.c.mot(generale).into())
    }

    /// How many pass, and what they are worth.
    fn chiffres(&self) -> Option<Element> {
        if self.decision.verdict != Verdict::Eligible {
            return None;
        }
        let Some(nombre) = self.decision.carnet else {
            return Some(self.carnets_possibles());
        };
        let raison = match self.decision.carnets.as_slice() {
            [seul] => self.raison(seul),
            _ => None,
        };
        let chiffre = |grand: String, petit: String| {
            el("div")
                .classe("chiffre")
                .avec(el("dt").texte(grand))
                .avec(el("dd").texte(petit))
        };
        let mut chiffres = el("dl").classe("chiffres").avec(chiffre(
            self.mot_avec("chiffre-pass", &[("nombre", &nombre.to_string())]),
            raison.unwrap_or_default(),
        ));
        if let Some(valeur) = self.reglement.valeur_unitaire {
            let montant = u64::from(nombre) * u64::from(valeur);
            chiffres = chiffres.avec(chiffre(
                self.mot_avec("chiffre-euros", &[("montant", &montant.to_string())]),
                self.mot_avec("chiffre-unite", &[("valeur", &valeur.to_string())]),
            ));
        }
        Some(chiffres)
    }

    /// Whom this number of pass is for.
    fn raison(&self, carnet: &CarnetPossible) -> Option<String> {
        let id = carnet.id.as_ref()?;
        let aide = &self.decision.dispositif;
        self.c.dit("carnet", aide, id, &Blancs::new())
    }

    /// Each number that the act may grant, when the answers do not settle which.
    fn carnets_possibles(&self) -> Element {
        let possibles = self.decision.carnets.iter().map(|carnet| {
            let nombre = carnet.nombre?.to_string();
            let blancs = [
                ("nombre", nombre.as_str()),
                ("raison", &self.raison(carnet)?),
            ];
            Some(el("li").texte(self.mot_avec("carnet-possible", &blancs)))
        });
        match possibles.collect::<Option<Vec<_>>>() {
            Some(lignes) if lignes.len() > 1 => el("ul").avec_tous(lignes),
            _ => el("p").texte(self.c.mot("carnet-non-fixe")),
        }
    }

    fn periode(&self) -> Option<Element> {
        let periode = &self.reglement.periode;
        let phrase = match self.decision.verdict {
            Verdict::Clos => self
                .c
                .mot_du_jour("clos-depuis", &self.c.textes.jour(periode.au?)),
            Verdict::PasOuvert => match &periode.ouverture {
                Some(id) => {
                    let aide = &self.decision.dispositif;
                    self.c.dit("ouverture", aide, id, &Blancs::new())?
                }
                None => {
                    let jour = periode.certain_du.unwrap_or(periode.du);
                    self.c.mot_du_jour("ouvre-le", &self.c.textes.jour(jour))
                }
            },
            _ => return None,
        };
        let source = self.c.source_de(self.reglement, &periode.article);
        Some(
            el("p")
                .texte(phrase)
                .avec(el("span").classe("source").texte(source)),
        )
    }

    fn motif(&self) -> Option<Noeud> {
        let titre = self.decision.titre.as_ref()?;
        let motif = self.decision.motifs.iter().find(|m| m.id == *titre)?;
        let mut texte = self.titre_dit(titre)?;
        // A home that is still in doubt is not told as a reason.
        let sur = self.decision.verdict == Verdict::Eligible;
        if let Some(domicile) = sur.then(|| self.domicile()).flatten() {
            texte.push(' ');
            texte.push_str(&domicile);
        }
        let source = el("span").classe("source").texte(self.source(motif));
        Some(el("p").classe("motif").texte(texte).avec(source).into())
    }

    /// The home, where the act asks for one.
    fn domicile(&self) -> Option<String> {
        let CodePostal::France(code) = self.parcours.demande.reponses.code_postal()? else {
            return None;
        };
        let blancs = vec![("departement".into(), self.c.departement(code)?.to_string())];
        let aide = &self.decision.dispositif;
        let demande = self.reglement.demande_un_domicile();
        demande.then(|| self.c.dit("motif", aide, "domicile", &blancs))?
    }

    fn source(&self, motif: &Motif) -> String {
        self.c.source(self.reglement, &motif.acte, &motif.article)
    }

    /// A ground in words, with the ages of its rules.
    fn titre_dit(&self, id: &str) -> Option<String> {
        let titre = self.reglement.titres.iter().find(|t| t.id == id)?;
        let conditions = titre.conditions.iter().map(|c| &c.si);
        let blancs = nombres(std::iter::once(&titre.public).chain(conditions));
        self.c.dit("motif", &self.decision.dispositif, id, &blancs)
    }

    /// A refusal in words, with the numbers of the rule behind it.
    fn refus_dit(&self, id: &str) -> Option<String> {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let regle = decision::regle_du_refus(catalogue, self.reglement, demande, id);
        let blancs = nombres(regle.map(|r| &r.si));
        self.c.dit("refus", &self.decision.dispositif, id, &blancs)
    }

    /// Other grounds met: they would do as well, with other papers.
    fn autres_titres(&self) -> Option<Noeud> {
        let lignes: Vec<Element> = self
            .decision
            .autres_titres
            .iter()
            .filter_map(|titre| Some(el("li").texte(self.titre_dit(titre)?)))
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
                let dit = self
                    .titre_dit(&motif.id)
                    .or_else(|| self.refus_dit(&motif.id))?;
                let source = el("span").classe("source").texte(self.source(motif));
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
                let nom = self.c.textes.lire("dispositif", &autre.dispositif);
                el("li").avec(el("strong").texte(nom)).texte(format!(
                    "{}{}",
                    self.c.deux_points(),
                    self.phrase(autre)
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
