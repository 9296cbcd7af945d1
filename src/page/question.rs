//! One question, its form, and its error.

mod choix;

use super::formulaire::{self, Champs, ETRANGER, NE_SAIT_PAS, REPONSE};
use super::{Contexte, Element, Noeud, accueil, bouton, bouton_lien, el};
use crate::bilan::Verdict;
use crate::decision;
use crate::demande::{CodePostal, Reponse};
use crate::en_liste::EnListe;
use crate::parcours;
use crate::reglement::{Genre, Question, connus};

/// Id, inside the shadow root, of the field the error summary leads to.
const CHAMP: &str = "champ";
const ID_AIDE: &str = "aide";
const ID_ERREUR: &str = "erreur";

pub fn vue(c: &Contexte, question: &Question) -> Vec<Noeud> {
    let ecran = PageDeQuestion {
        c,
        question,
        champs: champs(c, question),
        erreur: erreur(c),
    };
    let mut noeuds = vec![c.barre(Some("retour")).into()];
    noeuds.extend(ecran.resume());
    noeuds.push(
        el("form")
            .drapeau("novalidate", true)
            .classe("question")
            .attr("data-question", &*question.id)
            .attr("autocomplete", "off")
            .avec_tous(ecran.corps())
            .avec(
                el("div")
                    .classe("actions")
                    .avec(
                        el("button")
                            .attr("type", "submit")
                            .classe("bouton")
                            .attr("part", "bouton")
                            .texte(c.mot("continuer")),
                    )
                    .avec_tous(garder_la_date(c)),
            )
            .into(),
    );
    noeuds.extend(deja_sur(c));
    noeuds.push(accueil::pied(c));
    noeuds
}

/// What is already sure, or still possible, in one quiet line.
fn deja_sur(c: &Contexte) -> Option<Noeud> {
    let parcours = parcours::parcourir(c.catalogue, &c.seance.demande());
    parcours.posees.first()?;
    let decisions = decision::decisions(c.catalogue, &parcours.demande);
    let premiere = decisions.first()?;
    let sur = match premiere.verdict {
        Verdict::Eligible => Some(c.mot("deja-sur").to_string()),
        Verdict::APreciser => None,
        Verdict::PasOuvert | Verdict::NonEligible | Verdict::Clos => return None,
    };
    // A number is said once every answer still missing was tried: it is promised to nobody whom another one refuses.
    let issues = decision::issues(c.catalogue, premiere, &parcours.demande);
    let nombre = issues.carnets.iter().max().filter(|_| !issues.ouvertes);
    let possible = nombre.map(|n| {
        let blancs = [("nombre", &*n.to_string())];
        c.textes.remplir("interface", "encore-possible", &blancs)
    });
    let phrases = sur.into_iter().chain(possible).en_liste();
    (!phrases.is_empty()).then(|| el("p").classe("deja-sur").texte(phrases.join(" ")).into())
}

/// What the form shows: what was just refused, else the answer already given.
fn champs(c: &Contexte, question: &Question) -> Champs {
    match &c.seance.refus {
        Some((champs, _)) => champs.clone(),
        None => c
            .seance
            .reponses
            .donnee(&question.id)
            .map(formulaire::ecrire)
            .unwrap_or_default(),
    }
}

fn erreur(c: &Contexte) -> Option<String> {
    let (_, refus) = c.seance.refus.as_ref()?;
    let age = age_de_la_date(c).map_or(String::new(), |age| age.to_string());
    let tranche = c.seance.reponses.tranche();
    let tranche = tranche.map_or(String::new(), |t| c.tranche(t));
    let blancs = [
        ("contraire", c.mot("aucune")),
        ("age", &age),
        ("tranche", &tranche),
    ];
    Some(c.textes.remplir("erreur", refus.0, &blancs))
}

/// The age that the date just typed gives, when it is not the one told before.
fn age_de_la_date(c: &Contexte) -> Option<u32> {
    let (champs, _) = c.seance.refus.as_ref()?;
    let jour = formulaire::jour(champs).ok()?;
    let mut reponses = c.seance.reponses.clone();
    reponses.donner(connus::DATE_NAISSANCE, Reponse::Date(jour));
    reponses.age_contredit(c.seance.jour_de_l_age)
}

/// « The date is right »: an impossible pair is asked about, not judged.
fn garder_la_date(c: &Contexte) -> Option<Element> {
    let age = age_de_la_date(c)?.to_string();
    let blancs = [("age", age.as_str())];
    let texte = c.textes.remplir("interface", "garder-la-date", &blancs);
    Some(bouton("garder-la-date", &texte, true))
}

struct PageDeQuestion<'a> {
    c: &'a Contexte<'a>,
    question: &'a Question,
    champs: Champs,
    erreur: Option<String>,
}

impl PageDeQuestion<'_> {
    fn coche(&self, nom: &str, valeur: &str) -> bool {
        self.champs.iter().any(|(n, v)| n == nom && v == valeur)
    }

    fn valeur(&self, nom: &str) -> &str {
        self.champs
            .iter()
            // « I do not know » is ticked in its box, never written in the field beside it.
            .find(|(n, v)| n == nom && v != NE_SAIT_PAS)
            .map_or("", |(_, v)| v)
    }

    /// The error summary, before the form, even for one error.
    fn resume(&self) -> Option<Noeud> {
        let erreur = self.erreur.as_ref()?;
        let lien = bouton_lien("aller-au-champ", CHAMP).texte(erreur);
        let titre = self
            .c
            .titre(0)
            .attr("id", "resume")
            .texte(self.c.mot("titre-erreurs"));
        let resume = el("div")
            .classe("resume-erreurs")
            .attr("role", "group")
            .attr("aria-labelledby", "resume")
            .attr("tabindex", "-1")
            .avec(titre)
            .avec(el("ul").avec(el("li").avec(lien)));
        Some(resume.into())
    }

    fn corps(&self) -> Vec<Noeud> {
        match self.question.genre {
            Genre::OuiNon | Genre::Choix | Genre::TrancheAge => vec![self.choix_unique().into()],
            Genre::Plusieurs => vec![self.choix_multiple().into()],
            Genre::CodePostal => self.texte(),
            Genre::Date => vec![self.date().into()],
        }
    }

    fn intitule(&self) -> Element {
        self.c
            .titre_d_ecran(self.c.textes.lire("question", &self.question.id))
    }

    /// Ids of the help and of the error, for `aria-describedby`.
    fn descriptions(&self) -> String {
        let aide = self.aide().is_some().then_some(ID_AIDE);
        let erreur = self.erreur.is_some().then_some(ID_ERREUR);
        let ids = aide.into_iter().chain(erreur);
        ids.map(String::from).en_liste().join(" ")
    }

    fn aide(&self) -> Option<String> {
        self.c.textes.facultatif("aide", &self.question.id)?;
        let depot = self.c.textes.jour(self.c.seance.depot);
        let code = match self.c.seance.reponses.code_postal() {
            Some(CodePostal::France(code)) => code.as_str(),
            _ => "",
        };
        Some(self.c.textes.remplir(
            "aide",
            &self.question.id,
            &[("depot", &depot), ("code", code)],
        ))
    }

    /// Help and error, under the question and above its fields.
    fn consignes(&self) -> Vec<Noeud> {
        let aide = self
            .aide()
            .map(|aide| el("p").classe("aide").attr("id", ID_AIDE).texte(aide));
        let erreur = self.erreur.as_ref().map(|erreur| {
            el("p")
                .classe("erreur")
                .attr("id", ID_ERREUR)
                .avec(
                    el("span")
                        .classe("prefixe")
                        .texte(self.c.mot("prefixe-erreur")),
                )
                .texte(format!(" {erreur}"))
        });
        aide.into_iter().chain(erreur).map(Noeud::from).en_liste()
    }

    fn decrit(&self, element: Element) -> Element {
        let descriptions = self.descriptions();
        let element = match descriptions.is_empty() {
            true => element,
            false => element.attr("aria-describedby", descriptions),
        };
        match self.erreur {
            Some(_) => element.attr("aria-invalid", "true"),
            None => element,
        }
    }

    fn texte(&self) -> Vec<Noeud> {
        let champ = self.decrit(
            el("input")
                .attr("type", "text")
                .classe("texte")
                .attr("id", CHAMP)
                .attr("name", REPONSE)
                .attr("inputmode", "numeric")
                .attr("autocomplete", "postal-code")
                .attr("required", "")
                .attr("value", self.valeur(REPONSE)),
        );
        let intitule = self.c.titre(0).classe("titre").attr("tabindex", "-1").avec(
            el("label")
                .attr("for", CHAMP)
                .texte(self.c.textes.lire("question", &self.question.id)),
        );
        let mut noeuds = vec![
            el("div")
                .classe("champ")
                .avec(intitule)
                .avec_tous(self.consignes())
                .avec(champ)
                .into(),
        ];
        let mut plutot = vec![(ETRANGER, self.c.mot("etranger"), None)];
        if self.question.doute {
            plutot.push((NE_SAIT_PAS, self.c.mot("ne-sait-pas"), None));
        }
        noeuds.extend(self.plutot(&plutot));
        noeuds
    }

    fn date(&self) -> Element {
        // The only day that is asked is the person's birth: her browser may know it.
        let parties = [
            ("jour", "2", "bday-day"),
            ("mois", "9", "bday-month"),
            ("annee", "4", "bday-year"),
        ];
        let parties = parties.map(|(nom, longueur, connu)| {
            let champ = el("input")
                .attr("type", "text")
                .classe("texte court")
                .attr("name", nom)
                // A month may be written in letters.
                .attr("inputmode", if nom == "mois" { "text" } else { "numeric" })
                .attr("autocomplete", connu)
                .attr("maxlength", longueur)
                .attr("value", self.valeur(nom));
            let champ = if nom == "jour" {
                champ.attr("id", CHAMP)
            } else {
                champ
            };
            let champ = match self.erreur {
                Some(_) => champ
                    .attr("aria-invalid", "true")
                    .attr("aria-describedby", ID_ERREUR),
                None => champ,
            };
            el("label")
                .classe("partie")
                .avec(el("span").texte(self.c.mot(nom)))
                .avec(champ)
        });
        let boites: &[(&str, &str, Option<&str>)] = match self.question.doute {
            true => &[(NE_SAIT_PAS, self.c.mot("ne-sait-pas"), None)],
            false => &[],
        };
        self.groupe(false)
            .avec(el("div").classe("date").avec_tous(parties))
            .avec_tous(self.plutot(boites))
    }
}
