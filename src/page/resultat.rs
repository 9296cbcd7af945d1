//! The result: the answer first, then why, what to bring, what to do, and where else to go.

mod agir;
mod attendre;
mod clos;
mod comprendre;
mod emporter;
mod fiche;
mod manquer;
mod raisons;
mod reponse;

use super::annonces;
use super::{Contexte, Element, Noeud, el, pieces};
use crate::agenda::Rappel;
use crate::bilan::{Bilan, Decision, Verdict};
use crate::date::Jour;
use crate::decision::{self, Issues};
use crate::en_liste::EnListe;
use crate::parcours::Parcours;
use crate::reglement::Reglement;

/// The days to remember of this result.
pub fn rappels(c: &Contexte) -> Vec<Rappel> {
    let (parcours, bilan) = juger(c);
    let page = Page::premiere(c, &parcours, &bilan);
    page.map(|(page, _)| page.rappels()).unwrap_or_default()
}

/// The sheet of this result.
pub fn fiche(c: &Contexte) -> Option<Element> {
    let (parcours, bilan) = juger(c);
    let (page, _) = Page::premiere(c, &parcours, &bilan)?;
    Some(page.fiche(&annonces::en_vigueur(c, page.decision)))
}

/// The sheet of somebody whose answers come from elsewhere than the questions.
#[cfg(feature = "classe")]
pub fn fiche_de(c: &Contexte, demande: crate::demande::Demande, bilan: &Bilan) -> Option<Element> {
    let questions = c.catalogue.questions.iter();
    let posees = questions.filter(|q| demande.reponses.donnee(&q.id).is_some());
    let parcours = Parcours {
        posees: posees.en_liste(),
        prochaine: None,
        demande,
    };
    let (page, _) = Page::premiere(c, &parcours, bilan)?;
    Some(page.fiche(&annonces::en_vigueur(c, page.decision)))
}

/// The question to ask about a caution of this result.
pub fn question_a_poser(c: &Contexte, reserve: &str) -> Option<String> {
    let (parcours, bilan) = juger(c);
    let (page, _) = Page::premiere(c, &parcours, &bilan)?;
    page.question_a_poser(reserve)
}

fn juger<'a>(c: &Contexte<'a>) -> (Parcours<'a>, Bilan<'a>) {
    let parcours = super::chemin(c.catalogue, c.seance);
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
    let peut_deposer = page.peut_deposer() && annonces.arret.is_none();
    match decision.verdict {
        // Who cannot deposit today needs help today, not a list of papers.
        _ if page.peut_deposer() && !peut_deposer => {
            noeuds.extend(page.motif());
            noeuds.push(page.orientations("titre-orientation"));
        }
        _ if peut_deposer => {
            noeuds.extend(page.motif());
            noeuds.extend(page.mieux());
            noeuds.extend(page.autres_titres());
            noeuds.extend(page.details());
            noeuds.extend(pieces::vue(c, decision, reglement));
            noeuds.extend(page.reserves(&page.issues.doutes));
            noeuds.extend(page.ensuite());
        }
        Verdict::Eligible | Verdict::APreciser => {
            noeuds.extend(page.manque());
            noeuds.extend(page.reserves(&[]));
            // Only a reading keeps from saying yes: the papers would be these.
            if decision.manque.is_empty() {
                noeuds.extend(pieces::vue(c, decision, reglement));
            }
            noeuds.push(page.orientations("titre-orientation"));
        }
        Verdict::NonEligible => {
            noeuds.push(page.refus());
            noeuds.extend(page.ce_jour_la());
            noeuds.extend(page.si_alors());
            noeuds.push(page.orientations("titre-ailleurs"));
        }
        Verdict::PasOuvert => noeuds.push(page.orientations("titre-orientation")),
        Verdict::Clos => noeuds.push(page.aides_en_bref()),
    }
    noeuds.extend(page.actions(&annonces));
    noeuds.push(page.emporter());
    if peut_deposer {
        noeuds.push(page.apres());
    }
    // That it is over is said once: neither as a reason nor for each of the other aids. To who lives elsewhere
    // it would be one more aid that is not theirs.
    let clos = decision.verdict == Verdict::Clos;
    let clos_aussi = clos || page.refuse_le_domicile();
    noeuds.extend((!clos).then(|| page.pourquoi()).flatten());
    noeuds.push(page.autre_jour());
    let autres = autres
        .iter()
        .filter(|a| !clos_aussi || a.verdict != Verdict::Clos);
    noeuds.extend(page.autres(autres));
    noeuds.push(page.avis());
    noeuds.extend(page.recommencer());
    noeuds.push(page.fiche(&annonces).into());
    noeuds
}

pub struct Page<'a> {
    pub c: &'a Contexte<'a>,
    pub parcours: &'a Parcours<'a>,
    pub decision: &'a Decision<'a>,
    pub reglement: &'a Reglement,
    /// What the answers still missing may lead to.
    pub issues: Issues<'a>,
    /// The first day on which nothing refuses any more, and the decision then.
    attente: Option<(Jour, Decision<'a>)>,
}

impl<'a> Page<'a> {
    /// The page of the most useful decision, and the other decisions.
    pub(in crate::page) fn premiere(
        c: &'a Contexte<'a>,
        parcours: &'a Parcours<'a>,
        bilan: &'a Bilan<'a>,
    ) -> Option<(Self, &'a [Decision<'a>])> {
        let (decision, autres) = bilan.decisions.split_first()?;
        let reglement = c.catalogue.reglement(decision.reglement)?;
        let mut page = Page {
            c,
            parcours,
            decision,
            reglement,
            issues: decision::issues(c.catalogue, decision, &parcours.demande),
            attente: None,
        };
        page.attente = page.premier_jour();
        Some((page, autres))
    }

    /// The same page for another reader.
    pub(in crate::page) fn pour(&self, c: &'a Contexte<'a>) -> Self {
        Page {
            c,
            issues: self.issues.clone(),
            attente: self.attente.clone(),
            ..*self
        }
    }

    /// All that is missing decides the number of pass or the papers, not the right.
    fn un_detail(&self) -> bool {
        self.decision.verdict == Verdict::APreciser
            && self.decision.bloquantes.is_empty()
            && self.issues.seulement_un_detail()
    }

    /// The right is settled: a portal, papers and dates are of use.
    pub(in crate::page) fn peut_deposer(&self) -> bool {
        self.decision.verdict == Verdict::Eligible || self.un_detail()
    }

    pub(in crate::page) fn mot_avec(&self, id: &str, blancs: &[(&str, &str)]) -> String {
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

    /// The other aids, a line each.
    pub(in crate::page) fn autres<'b>(
        &self,
        autres: impl Iterator<Item = &'b Decision<'b>>,
    ) -> Option<Noeud> {
        let lignes: Vec<Element> = autres
            .map(|autre| {
                let nom = self.c.textes.lire("dispositif", autre.dispositif);
                let verdict = match autre.verdict {
                    Verdict::Eligible => "autre-eligible",
                    Verdict::APreciser => "autre-a-preciser",
                    Verdict::NonEligible => "autre-non-eligible",
                    Verdict::PasOuvert => "autre-pas-ouvert",
                    Verdict::Clos => "autre-clos",
                };
                let dit = format!("{}{}", self.c.deux_points(), self.c.mot(verdict));
                el("li").avec(el("strong").texte(nom)).texte(dit)
            })
            .en_liste();
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
        let [jour, avis] = self.avis_dits();
        let lue = &self.reglement.periode.article;
        let clos = self.decision.verdict == Verdict::Clos;
        let periode = clos.then(|| self.c.source_de(self.reglement, lue));
        let sources = periode.into_iter().chain([self.delibere()]).en_liste();
        el("p")
            .classe("avis")
            .texte(format!("{jour} {avis}"))
            .avec(el("span").classe("source").texte(sources.join(" ")))
            .into()
    }

    /// For which day this is, and that it decides nothing. Where nobody can ask, nobody will read a demande.
    fn avis_dits(&self) -> [String; 2] {
        let depot = self.c.textes.jour(self.c.seance.depot);
        let (jour, avis) = match self.decision.verdict {
            Verdict::PasOuvert | Verdict::Clos => ("avis-date-sans-demande", "avis-sans-demande"),
            _ => ("avis-date", "avis"),
        };
        [self.c.mot_du_jour(jour, &depot), self.c.mot(avis).into()]
    }
}
