//! The result: the answer first, then why, what to bring, what to do, and where else to go.

use super::annonces::{self, Annonces};
use super::etat::DEPOT;
use super::{Contexte, Element, Noeud, bouton, el, jour, pieces};
use crate::bilan::{Decision, Etat, Verdict};
use crate::decision;
use crate::demande::{CodePostal, Reponse};
use crate::parcours::{self, Parcours};
use crate::reglement::{Genre, Question, Reglement, Scalaire};

pub fn vue(c: &Contexte) -> Vec<Noeud> {
    let parcours = parcours::parcourir(c.catalogue, &c.etat.demande());
    let bilan = decision::evaluer(c.catalogue, &parcours.demande);
    let Some((decision, autres)) = bilan.decisions.split_first() else {
        return Vec::new();
    };
    let Some(reglement) = c.catalogue.reglement(&decision.reglement) else {
        return Vec::new();
    };
    let page = Page {
        c,
        parcours: &parcours,
        decision,
        reglement,
    };
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
        }
        Verdict::NonEligible => {
            noeuds.push(page.refus());
            noeuds.extend(page.a_partir_du());
            noeuds.extend(page.si_alors());
            noeuds.push(page.orientations("titre-ailleurs"));
        }
        Verdict::PasOuvert | Verdict::Clos => noeuds.push(page.orientations("titre-orientation")),
    }
    noeuds.push(page.actions(&annonces));
    noeuds.push(page.pourquoi());
    noeuds.push(page.autre_jour());
    noeuds.extend(page.autres(autres));
    noeuds.push(page.avis());
    noeuds
}

struct Page<'a> {
    c: &'a Contexte<'a>,
    parcours: &'a Parcours<'a>,
    decision: &'a Decision,
    reglement: &'a Reglement,
}

impl Page<'_> {
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
        Some(
            el("p").texte(
                self.c
                    .mot_du_jour(phrase, &crate::date::en_toutes_lettres(jour)),
            ),
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
        let domicile = match self.parcours.demande.reponses.code_postal() {
            Some(CodePostal::France(code)) => self.c.departement(code).map(|nom| {
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

    /// Why not: every certain reason, each with its article.
    fn refus(&self) -> Noeud {
        let lignes = self.decision.refus.iter().map(|refus| {
            let article = self
                .decision
                .motifs
                .iter()
                .find(|m| m.id == *refus)
                .map(|m| m.article.as_str());
            let source = article.map(|a| {
                el("span")
                    .classe("source")
                    .texte(self.c.source(self.reglement, a))
            });
            el("li")
                .texte(self.c.textes.lire("refus", refus))
                .avec_tous(source)
        });
        self.bloc("titre-refus")
            .avec(el("ul").classe("motifs").avec_tous(lignes))
            .into()
    }

    fn a_partir_du(&self) -> Option<Noeud> {
        let jour = self.c.jour(self.decision.a_partir_du.as_ref()?, false);
        Some(
            self.bloc("titre-quand")
                .avec(el("p").texte(self.c.mot_du_jour("a-partir-du", &jour)))
                .into(),
        )
    }

    /// What would change the answer: facts to know, said as the text says them.
    fn si_alors(&self) -> Option<Noeud> {
        let lignes: Vec<Element> = self
            .decision
            .si_alors
            .iter()
            .filter_map(|si| {
                let question = self.c.catalogue.question(&si.question)?;
                let dite = self.c.option(question, &si.reponse);
                let phrase = match self.visible(question, &si.reponse) {
                    true => self.mot_avec("si-alors-situation", &[("situation", &dite)]),
                    false if question.options.is_empty() => {
                        let question = self.c.textes.lire("question", &question.id);
                        self.mot_avec(
                            "si-alors-reponse",
                            &[("question", question), ("reponse", &dite)],
                        )
                    }
                    false => return None,
                };
                Some(el("li").texte(phrase))
            })
            .collect();
        if lignes.is_empty() {
            return None;
        }
        Some(
            self.bloc("titre-si-alors")
                .avec(el("ul").avec_tous(lignes))
                .into(),
        )
    }

    fn visible(&self, question: &Question, reponse: &Scalaire) -> bool {
        question.option(reponse).is_some_and(|o| o.groupe.is_some())
    }

    /// The questions without an answer that keep the verdict open, and what each answer would give.
    fn manque(&self) -> Option<Noeud> {
        if self.decision.manque.is_empty() {
            return None;
        }
        let lignes = self.decision.manque.iter().map(|id| {
            let suites = self
                .c
                .catalogue
                .question(id)
                .map(|q| self.suites(q))
                .unwrap_or_default();
            let suites = (!suites.is_empty()).then(|| el("ul").avec_tous(suites));
            el("li")
                .texte(self.c.textes.lire("question", id))
                .avec_tous(suites)
        });
        Some(
            self.bloc("titre-manque")
                .avec(el("ul").avec_tous(lignes))
                .into(),
        )
    }

    /// « Oui » : …, « Non » : …
    fn suites(&self, question: &Question) -> Vec<Element> {
        let reponses: Vec<Scalaire> = match question.genre {
            Genre::OuiNon => vec![Scalaire::Booleen(true), Scalaire::Booleen(false)],
            Genre::Choix => question.options.iter().map(|o| o.id.clone()).collect(),
            _ => Vec::new(),
        };
        reponses
            .into_iter()
            .filter_map(|reponse| {
                let mut autre = self.parcours.demande.clone();
                autre
                    .reponses
                    .donner(&question.id, Reponse::Valeur(reponse.clone()));
                let decisions = decision::decisions(self.c.catalogue, &autre);
                let suite = decisions
                    .iter()
                    .find(|d| d.dispositif == self.decision.dispositif)?;
                let suite = match suite.verdict {
                    Verdict::Eligible => "suite-eligible",
                    Verdict::APreciser => "suite-a-preciser",
                    _ => "suite-non-eligible",
                };
                let dite = self.c.option(question, &reponse);
                let blancs = [("reponse", dite.as_str()), ("suite", self.c.mot(suite))];
                Some(el("li").texte(self.mot_avec("si-reponse", &blancs)))
            })
            .collect()
    }

    /// What the text leaves open: what it says, and what to do about it.
    fn reserves(&self) -> Option<Noeud> {
        if self.decision.reserves.is_empty() {
            return None;
        }
        let lignes = self.decision.reserves.iter().map(|id| {
            el("li")
                .classe("reserve")
                .avec(el("p").avec(el("strong").texte(self.c.textes.lire("reserve", id))))
                .avec(el("p").texte(self.c.textes.lire("conseil", id)))
        });
        Some(
            self.bloc("titre-reserves")
                .avec(el("ul").classe("reserves").avec_tous(lignes))
                .into(),
        )
    }

    /// What to do next, with its dates.
    fn ensuite(&self) -> Noeud {
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
        for suite in [
            "etape-mail",
            "etape-courrier",
            "etape-date-pass",
            "etape-stock",
            "etape-recours",
        ] {
            etapes.push(etape(self.c.mot(suite).into()));
        }
        self.bloc("titre-ensuite")
            .avec(el("ol").classe("etapes").avec_tous(etapes))
            .into()
    }

    /// Places of free help, nearest first when the postal code is known.
    fn orientations(&self, titre: &str) -> Noeud {
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

    fn actions(&self, annonces: &Annonces) -> Noeud {
        let mut actions = el("div").classe("actions");
        let utile = matches!(
            self.decision.verdict,
            Verdict::Eligible | Verdict::APreciser
        ) && annonces.arret.is_none();
        let options = &self.c.etat.options;
        let portail = options
            .portail
            .as_ref()
            .or(annonces.portail)
            .or(self.reglement.portail.as_ref());
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
        if let Some(url) = &options.contact {
            actions = actions.avec(lien(url, self.c.mot("contact")).classe("bouton secondaire"));
        }
        actions = actions.avec(bouton("imprimer", self.c.mot("imprimer"), true));
        if !self.parcours.posees.is_empty() {
            actions = actions.avec(bouton("recommencer", self.c.mot("recommencer"), true));
        }
        actions.into()
    }

    /// The same answers on another day of deposit.
    fn autre_jour(&self) -> Noeud {
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

    /// Every statement, with its act and article.
    fn pourquoi(&self) -> Noeud {
        let lignes = self
            .decision
            .motifs
            .iter()
            .filter(|m| m.etat != Etat::Non)
            .filter_map(|motif| {
                let dit = ["motif", "refus"]
                    .iter()
                    .find_map(|g| self.c.textes.facultatif(g, &motif.id))?;
                let source = el("span")
                    .classe("source")
                    .texte(self.c.source(self.reglement, &motif.article));
                Some(el("li").texte(dit).avec(source))
            });
        let acte = &self.reglement.acte;
        let delibere = self.mot_avec(
            "delibere",
            &[
                ("numero", &acte.numero),
                ("jour", &crate::date::en_toutes_lettres(acte.date)),
            ],
        );
        el("details")
            .classe("volet")
            .avec(el("summary").texte(self.c.mot("titre-motif")))
            .avec(el("ul").classe("motifs").avec_tous(lignes))
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
                el("li")
                    .avec(el("strong").texte(nom))
                    .texte(format!("\u{a0}: {}", self.c.mot(phrase)))
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
        let depot = crate::date::en_toutes_lettres(self.c.etat.depot);
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

/// A link that leaves the page, in the same window: going back keeps nobody stuck.
fn lien(url: &str, texte: &str) -> Element {
    el("a")
        .attr("href", url)
        .attr("rel", "noreferrer")
        .texte(texte)
}
