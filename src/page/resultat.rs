//! The result: the answer first, then why, what to bring, what to do, and where else to go.

mod agir;
mod attendre;
mod clos;
mod comprendre;
mod emporter;
mod fiche;
mod manquer;

use super::annonces::{self, Annonces};
use super::mots::{Blancs, nombres};
use super::{Contexte, Element, Noeud, el, pieces};
use crate::agenda::Rappel;
use crate::bilan::{Bilan, CarnetPossible, Decision, Etat, Motif, Verdict};
use crate::date::Jour;
use crate::decision::{self, Issues};
use crate::demande::CodePostal;
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
        posees: posees.collect(),
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

fn juger<'a>(c: &Contexte<'a>) -> (Parcours<'a>, Bilan) {
    let parcours = super::chemin(c.catalogue, c.etat);
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
    pub decision: &'a Decision,
    pub reglement: &'a Reglement,
    /// What the answers still missing may lead to.
    pub issues: Issues,
    /// The first day on which nothing refuses any more, and the decision then.
    attente: Option<(Jour, Decision)>,
}

impl<'a> Page<'a> {
    /// The page of the most useful decision, and the other decisions.
    pub(in crate::page) fn premiere(
        c: &'a Contexte<'a>,
        parcours: &'a Parcours<'a>,
        bilan: &'a Bilan,
    ) -> Option<(Self, &'a [Decision])> {
        let (decision, autres) = bilan.decisions.split_first()?;
        let reglement = c.catalogue.reglement(&decision.reglement)?;
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

    /// The answer in one sentence, in a frame whose colour only repeats what the words say.
    fn reponse(&self, annonces: &Annonces) -> Element {
        let (ton, phrase) = self.ton_et_phrase(annonces);
        let avant = self.avant();
        let avant = avant.map(|avant| el("p").classe("reponse-avant").texte(avant));
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

    pub(in crate::page) fn ton_et_phrase(&self, annonces: &Annonces) -> (&'static str, String) {
        let suspendue = annonces.arret.is_some() && self.peut_deposer();
        match self.decision.verdict {
            _ if suspendue => ("reponse calme", self.c.mot("reponse-suspendue").into()),
            _ if self.peut_deposer() => ("reponse oui", self.c.mot("reponse-eligible").into()),
            Verdict::APreciser => ("reponse attention", self.phrase(self.decision)),
            _ => ("reponse calme", self.titre()),
        }
    }

    /// Before any question there are no answers to speak after.
    fn avant(&self) -> Option<&str> {
        (!self.parcours.posees.is_empty()).then(|| self.c.mot("avant-reponse"))
    }

    /// The answer of this page in one sentence: « not yet » says from when.
    fn titre(&self) -> String {
        match &self.attente {
            Some((jour, _)) => self
                .c
                .mot_du_jour("reponse-pas-encore", &self.c.textes.jour(*jour)),
            None => self.phrase(self.decision),
        }
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

    /// How many pass, and what they are worth: one number, or each that may be granted.
    pub(in crate::page) fn chiffres(&self) -> Vec<Element> {
        if !self.peut_deposer() {
            return Vec::new();
        }
        let possibles = &self.issues.carnets;
        let nombres: Vec<u32> = match self.decision.carnet {
            Some(nombre) => vec![nombre],
            None => possibles.clone(),
        };
        if nombres.is_empty() {
            return vec![el("p").texte(self.c.mot("carnet-non-fixe"))];
        }
        let chiffre = |grand: String, petits: Vec<String>| {
            el("div")
                .classe("chiffre")
                .avec(el("dt").texte(grand))
                .avec_tous(petits.into_iter().map(|petit| el("dd").texte(petit)))
        };
        let raisons = match (nombres.len(), self.decision.carnets.as_slice()) {
            (1, [seul]) => self.raison(seul).into_iter().collect(),
            (1, _) => vec![String::new()],
            _ => self.carnets_possibles(),
        };
        let pass = self.mot_avec("chiffre-pass", &[("nombre", &self.ou(&nombres, 1))]);
        let mut chiffres = el("dl").classe("chiffres").avec(chiffre(pass, raisons));
        if let Some(valeur) = self.reglement.valeur_unitaire {
            let montants = self.ou(&nombres, valeur);
            let unite = self.mot_avec("chiffre-unite", &[("valeur", &valeur.to_string())]);
            chiffres = chiffres.avec(chiffre(
                self.mot_avec("chiffre-euros", &[("montant", &montants)]),
                vec![unite],
            ));
        }
        vec![chiffres]
    }

    /// « 5 ou 10 », each times `facteur`.
    fn ou(&self, nombres: &[u32], facteur: u32) -> String {
        let ecrits: Vec<String> = nombres
            .iter()
            .map(|n| (u64::from(*n) * u64::from(facteur)).to_string())
            .collect();
        ecrits.join(&format!(" {} ", self.c.mot("ou")))
    }

    /// Whom this number of pass is for. A second booklet says what both make together.
    fn raison(&self, carnet: &CarnetPossible) -> Option<String> {
        let id = carnet.id.as_ref()?;
        let regle = self
            .reglement
            .carnet
            .iter()
            .find(|r| r.id.as_ref() == Some(id))?;
        let mut blancs = nombres([&regle.si]);
        let deja = blancs.iter().find(|(nom, _)| nom == "nombre");
        let deja = deja.and_then(|(_, n)| n.parse::<u32>().ok()).unwrap_or(0);
        let total = carnet.nombre.unwrap_or(0).saturating_add(deja);
        blancs.push(("total".into(), total.to_string()));
        self.c.dit("carnet", &self.decision.dispositif, id, &blancs)
    }

    /// Each number that the act may grant, and to whom, when the answers do not settle which.
    fn carnets_possibles(&self) -> Vec<String> {
        let possibles = self.decision.carnets.iter().filter_map(|carnet| {
            let nombre = carnet.nombre?.to_string();
            let blancs = [
                ("nombre", nombre.as_str()),
                ("raison", &self.raison(carnet)?),
            ];
            Some(self.mot_avec("carnet-possible", &blancs))
        });
        possibles.collect()
    }

    pub(in crate::page) fn periode(&self) -> Option<Element> {
        let lue = &self.reglement.periode.article;
        let source = self.c.source_de(self.reglement, lue);
        // Once it is over, where help is comes before where it was read.
        let source = (self.decision.verdict != Verdict::Clos)
            .then(|| el("span").classe("source").texte(source));
        Some(el("p").texte(self.periode_dite()?).avec_tous(source))
    }

    fn periode_dite(&self) -> Option<String> {
        let (c, periode) = (self.c, &self.reglement.periode);
        match self.decision.verdict {
            Verdict::Clos => Some(c.mot_du_jour("clos-depuis", &c.textes.jour(periode.au?))),
            Verdict::PasOuvert => match &periode.ouverture {
                Some(id) => {
                    let aide = &self.decision.dispositif;
                    c.dit("ouverture", aide, id, &Blancs::new())
                }
                None => {
                    let jour = periode.certain_du.unwrap_or(periode.du);
                    Some(c.mot_du_jour("ouvre-le", &c.textes.jour(jour)))
                }
            },
            _ => None,
        }
    }

    pub(in crate::page) fn motif(&self) -> Option<Noeud> {
        let titre = self.decision.titre.as_ref()?;
        let motif = self.decision.motifs.iter().find(|m| m.id == *titre)?;
        let mut texte = self.titre_dit(titre)?;
        // A home that is still in doubt is not told as a reason.
        let sur = self.peut_deposer();
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

    pub(in crate::page) fn source(&self, motif: &Motif) -> String {
        self.c.source(self.reglement, &motif.acte, &motif.article)
    }

    /// A ground in words, with the ages of its rules.
    pub(in crate::page) fn titre_dit(&self, id: &str) -> Option<String> {
        let titre = self.reglement.titres.iter().find(|t| t.id == id)?;
        let conditions = titre.conditions.iter().map(|c| &c.si);
        let blancs = nombres(std::iter::once(&titre.public).chain(conditions));
        self.c.dit("motif", &self.decision.dispositif, id, &blancs)
    }

    /// A refusal in words, with the numbers of the rule behind it.
    pub(in crate::page) fn refus_dit(&self, id: &str) -> Option<String> {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let regle = decision::regle_du_refus(catalogue, self.reglement, demande, id);
        let blancs = nombres(regle.map(|r| &r.si));
        self.c.dit("refus", &self.decision.dispositif, id, &blancs)
    }

    /// The home is what is refused.
    fn refuse_le_domicile(&self) -> bool {
        self.decision
            .refus
            .iter()
            .any(|id| self.lit_le_domicile(id))
    }

    /// The same, or it may still be.
    pub(in crate::page) fn domicile_exclu(&self) -> bool {
        let mut suspendus = self.decision.suspendus.iter();
        self.refuse_le_domicile() || suspendus.any(|id| self.lit_le_domicile(id))
    }

    fn lit_le_domicile(&self, refus: &str) -> bool {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let regle = decision::regle_du_refus(catalogue, self.reglement, demande, refus);
        regle.is_some_and(|regle| regle.si.lit_le_domicile())
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

    /// Every statement that is sure, in words: a doubt is no reason of the answer.
    fn certitudes(&self) -> Vec<(&Motif, String)> {
        let sures = self.decision.motifs.iter().filter(|m| m.etat == Etat::Oui);
        let dites = sures.filter_map(|motif| {
            let titre = self.titre_dit(&motif.id);
            let dit = titre.or_else(|| self.refus_dit(&motif.id))?;
            Some((motif, dit))
        });
        dites.collect()
    }

    fn delibere(&self) -> String {
        let acte = &self.reglement.acte;
        let jour = self.c.textes.jour(acte.date);
        self.mot_avec("delibere", &[("numero", &acte.numero), ("jour", &jour)])
    }

    /// What is sure besides what the answer has said already.
    fn pourquoi(&self) -> Option<Noeud> {
        let decision = self.decision;
        let dits = decision.titre.iter().chain(&decision.refus);
        let dits: Vec<&String> = dits.chain(&decision.autres_titres).collect();
        let autres = self.certitudes().into_iter();
        let autres = autres.filter(|(motif, _)| !dits.contains(&&motif.id));
        let lignes: Vec<Element> = autres
            .map(|(motif, dit)| {
                let source = el("span").classe("source").texte(self.source(motif));
                el("li").texte(dit).avec(source)
            })
            .collect();
        (!lignes.is_empty()).then(|| {
            el("details")
                .classe("volet")
                .avec(el("summary").texte(self.c.mot("titre-motif")))
                .avec(el("ul").classe("motifs").avec_tous(lignes))
                .into()
        })
    }

    /// The other aids, a line each.
    pub(in crate::page) fn autres<'b>(
        &self,
        autres: impl Iterator<Item = &'b Decision>,
    ) -> Option<Noeud> {
        let lignes: Vec<Element> = autres
            .map(|autre| {
                let nom = self.c.textes.lire("dispositif", &autre.dispositif);
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
        let [jour, avis] = self.avis_dits();
        let lue = &self.reglement.periode.article;
        let clos = self.decision.verdict == Verdict::Clos;
        let periode = clos.then(|| self.c.source_de(self.reglement, lue));
        let sources: Vec<String> = periode.into_iter().chain([self.delibere()]).collect();
        el("p")
            .classe("avis")
            .texte(format!("{jour} {avis}"))
            .avec(el("span").classe("source").texte(sources.join(" ")))
            .into()
    }

    /// For which day this is, and that it decides nothing. Where nobody can ask, nobody will read a demande.
    fn avis_dits(&self) -> [String; 2] {
        let depot = self.c.textes.jour(self.c.etat.depot);
        let (jour, avis) = match self.decision.verdict {
            Verdict::PasOuvert | Verdict::Clos => ("avis-date-sans-demande", "avis-sans-demande"),
            _ => ("avis-date", "avis"),
        };
        [self.c.mot_du_jour(jour, &depot), self.c.mot(avis).into()]
    }
}
