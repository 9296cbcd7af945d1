//! The sheet, printed or copied as text: the answer, what it was given for, the papers, the dates, where to ask.
//!
//! It is read by somebody who has not seen the screen: the answers are on it, and addresses are written out.

use super::Page;
use crate::bilan::Verdict;
use crate::demande::Reponse;
use crate::page::annonces::Annonces;
use crate::page::papier::sur_papier;
use crate::page::pieces::{self, Carte};
use crate::page::{Element, Noeud, el};
use crate::reglement::Question;

impl Page<'_> {
    pub(super) fn fiche(&self, annonces: &Annonces) -> Element {
        let peut_deposer = self.peut_deposer() && annonces.arret.is_none();
        let suite = match self.decision.verdict {
            _ if peut_deposer => vec![
                self.details(),
                self.papiers(),
                self.dates(),
                self.etapes(),
                self.mieux(),
                self.reserves(&self.issues.doutes),
            ],
            _ if self.peut_deposer() => Vec::new(),
            Verdict::Eligible | Verdict::APreciser => {
                // Only a reading keeps from saying yes: the papers would be these.
                let certains = self.decision.manque.is_empty();
                let papiers = certains.then(|| self.papiers()).flatten();
                vec![self.manque(), papiers, self.reserves(&[])]
            }
            Verdict::NonEligible => vec![self.ce_jour_la(), self.si_alors()],
            Verdict::PasOuvert | Verdict::Clos => Vec::new(),
        };
        let suite = suite.iter().flatten().filter_map(sur_papier);
        el("div")
            .classe("fiche")
            .avec(self.en_tete())
            .avec(self.cadre(annonces))
            .avec(self.raisons())
            .avec_tous(self.reponses())
            .avec_tous(suite)
            .avec_tous(self.lieux(annonces, peut_deposer))
            .avec(self.pied_de_fiche())
    }

    /// Which aid, on which day.
    fn en_tete(&self) -> Element {
        let c = self.c;
        let aide = c.textes.lire("dispositif", &self.decision.dispositif);
        let jour = c.mot_du_jour("depot", &c.textes.jour(c.etat.depot));
        el("div")
            .classe("fiche-tete")
            .avec(el("p").avec(el("strong").texte(aide)))
            .avec(el("p").texte(jour))
    }

    /// The answer, in the words of the screen.
    fn cadre(&self, annonces: &Annonces) -> Element {
        let (_, phrase) = self.ton_et_phrase(annonces);
        let avant = self.avant().map(|avant| el("p").texte(avant));
        let dit = el("div")
            .classe("fiche-dit")
            .avec_tous(avant)
            .avec(self.c.titre(0).classe("fiche-titre").texte(phrase));
        el("div")
            .classe("fiche-cadre")
            .avec(dit)
            .avec_tous(self.suite_de_la_reponse(annonces))
    }

    /// Every reason that is sure, the one retained first, each with its article; then the act.
    fn raisons(&self) -> Element {
        let retenues = self.decision.titre.iter().chain(&self.decision.refus);
        let rang = |id: &str| retenues.clone().position(|r| r == id).unwrap_or(usize::MAX);
        let mut certitudes = self.certitudes();
        certitudes.sort_by_key(|(id, ..)| rang(id));
        let domicile = self.peut_deposer().then(|| self.domicile()).flatten();
        let lignes = certitudes
            .into_iter()
            .enumerate()
            .map(|(n, (_, dit, source))| {
                let dit = match &domicile {
                    Some(domicile) if n == 0 => format!("{dit} {domicile}"),
                    _ => dit,
                };
                el("li")
                    .texte(dit)
                    .avec(el("span").classe("source").texte(source))
            });
        let lignes: Vec<Element> = lignes.collect();
        el("div")
            .classe("fiche-raisons")
            .avec_tous((!lignes.is_empty()).then(|| el("ul").avec_tous(lignes)))
            .avec(el("p").classe("source").texte(self.delibere()))
    }

    /// What was answered, each in two or three words.
    fn reponses(&self) -> Option<Element> {
        let reponses = &self.parcours.demande.reponses;
        let posees = self.parcours.posees.iter();
        let lignes: Vec<Element> = posees
            .filter_map(|question| {
                Some(self.reponse_donnee(question, reponses.donnee(&question.id)?))
            })
            .collect();
        (!lignes.is_empty()).then(|| {
            let titre = self.c.mot("fiche-reponses");
            self.bloc_de_fiche(titre, None)
                .avec(el("dl").classe("fiche-reponses").avec_tous(lignes))
        })
    }

    fn reponse_donnee(&self, question: &Question, reponse: &Reponse) -> Element {
        let c = self.c;
        let dites: Vec<String> = match reponse {
            Reponse::Plusieurs(ids) if !ids.is_empty() => {
                let une = |id: &String| Reponse::Plusieurs(vec![id.clone()]);
                ids.iter().map(|id| c.reponse(question, &une(id))).collect()
            }
            _ => vec![c.reponse(question, reponse)],
        };
        let dites = dites.into_iter().enumerate().map(|(rang, dite)| {
            let avant = if rang == 0 { c.deux_points() } else { "" };
            el("dd").texte(format!("{avant}{dite}"))
        });
        el("div")
            .avec(el("dt").texte(c.textes.lire("recapitulatif", &question.id)))
            .avec_tous(dites)
    }

    /// The papers, with a box to tick; what must be on each, and what was read on those held.
    fn papiers(&self) -> Option<Noeud> {
        let (c, decision) = (self.c, self.decision);
        let pieces = &decision.pieces;
        let sources = pieces
            .iter()
            .map(|p| c.source(self.reglement, &p.acte, &p.article));
        let lignes = pieces.iter().map(|piece| {
            let carte = Carte {
                c,
                piece,
                reglement: self.reglement,
            };
            let tenue = c.etat.tenues.contains(&piece.id);
            let case = if tenue { "case cochee" } else { "case" };
            el("li")
                .avec(el("span").classe(case).attr("aria-hidden", "true"))
                .avec(carte.en_bref())
        });
        let titre = pieces::titre(c, decision)?;
        Some(self.liste_sourcee(&titre, "ul", "fiche-papiers", lignes.zip(sources)))
    }

    /// The last days: of the demandes, of this one, of the papers held.
    fn dates(&self) -> Option<Noeud> {
        let (c, reglement) = (self.c, self.reglement);
        let ligne = |nom: &str, jour: String, source: String| {
            let dite = el("strong").texte(jour);
            (
                el("li")
                    .texte(format!("{nom}{}", c.deux_points()))
                    .avec(dite),
                source,
            )
        };
        let periode = &reglement.periode;
        let fin = periode.au.map(|au| {
            let source = c.source_de(reglement, &periode.article);
            ligne(c.mot("fiche-fin"), c.textes.jour_nomme(au), source)
        });
        let echeances = self.decision.echeances.iter().map(|e| {
            let source = c.source(reglement, &e.acte, &e.article);
            ligne(
                c.textes.lire("echeance", &e.id),
                c.jour(&e.date, true),
                source,
            )
        });
        let fenetre = pieces::phrase_de_la_fenetre(c, self.decision);
        let fenetre = fenetre.map(|phrase| (el("li").texte(phrase), String::new()));
        let lignes: Vec<_> = echeances.chain(fin).chain(fenetre).collect();
        (!lignes.is_empty())
            .then(|| self.liste_sourcee(c.mot("fiche-dates"), "ul", "fiche-dates", lignes))
    }

    fn etapes(&self) -> Option<Noeud> {
        let etapes: Vec<_> = self
            .demarches()
            .map(|d| self.dire("demarche", &d.id, &d.article))
            .map(|(dit, source)| (el("li").texte(dit), source))
            .collect();
        (!etapes.is_empty())
            .then(|| self.liste_sourcee(self.c.mot("titre-ensuite"), "ol", "fiche-etapes", etapes))
    }

    /// Where to ask: each address whole, as it is typed.
    fn lieux(&self, annonces: &Annonces, peut_deposer: bool) -> Option<Element> {
        let (c, options) = (self.c, &self.c.etat.options);
        let titre = match self.decision.verdict {
            _ if peut_deposer => "fiche-lieux",
            Verdict::NonEligible => "titre-ailleurs",
            _ => "titre-orientation",
        };
        let portail = self.portail(annonces).filter(|_| peut_deposer);
        let lieu = |nom: &str, adresse: &str| lieu(nom, c.deux_points(), adresse);
        let siens = [
            portail.map(|url| lieu(c.mot("fiche-portail"), url)),
            annonces
                .telephone
                .map(|n| lieu(c.mot("fiche-telephone"), n)),
            options
                .contact
                .as_ref()
                .map(|url| lieu(c.mot("contact"), url.as_str())),
        ];
        let code = self.code_postal();
        let aides = c.catalogue.orientations.iter().map(|orientation| {
            let mut departements = orientation.par_departement.iter();
            let sien = departements
                .find(|(prefixe, _)| code.is_some_and(|c| c.starts_with(prefixe.as_str())));
            let url = sien.map_or(&orientation.url, |(_, url)| url);
            lieu(c.textes.lire("orientation", &orientation.id), url)
        });
        let lieux: Vec<Element> = siens.into_iter().flatten().chain(aides).collect();
        (!lieux.is_empty()).then(|| {
            self.bloc_de_fiche(c.mot(titre), None)
                .avec(el("ul").classe("fiche-lieux").avec_tous(lieux))
        })
    }

    /// What the sheet is not, and room for the hand of whoever helped.
    fn pied_de_fiche(&self) -> Element {
        let cachet = el("p").texte(self.c.mot("fiche-cachet"));
        el("div")
            .classe("fiche-pied")
            .avec(self.avis())
            .avec(el("div").classe("cachet").avec(cachet))
    }

    fn bloc_de_fiche(&self, titre: &str, source: Option<String>) -> Element {
        let titre = self.c.titre(1).texte(titre);
        let source = source.map(|s| el("p").classe("source").texte(s));
        el("div").classe("fiche-bloc").avec(
            el("div")
                .classe("fiche-entete")
                .avec(titre)
                .avec_tous(source),
        )
    }

    /// A list whose source is said once when it is the same for all.
    fn liste_sourcee(
        &self,
        titre: &str,
        nom: &'static str,
        classe: &str,
        lignes: impl IntoIterator<Item = (Element, String)>,
    ) -> Noeud {
        let lignes: Vec<(Element, String)> = lignes.into_iter().collect();
        let commune = lignes.first().map(|(_, source)| source.clone());
        let commune = commune.filter(|une| lignes.iter().all(|(_, s)| s == une));
        let items = lignes.into_iter().map(|(ligne, source)| {
            let propre = commune.is_none() && !source.is_empty();
            ligne.avec_tous(propre.then(|| el("span").classe("source").texte(source)))
        });
        let liste = el(nom).classe(classe).avec_tous(items);
        self.bloc_de_fiche(titre, commune).avec(liste).into()
    }
}

/// A place and its address.
fn lieu(nom: &str, deux_points: &str, adresse: &str) -> Element {
    let courte = ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .find_map(|schema| adresse.strip_prefix(schema))
        .unwrap_or(adresse)
        .trim_end_matches('/');
    // In a mail, the whole address is one to click.
    let ecrite = match adresse.starts_with("http") {
        true => el("a").attr("href", adresse).attr("rel", "noreferrer"),
        false => el("span"),
    };
    el("li")
        .avec(el("strong").texte(nom))
        .texte(deux_points)
        .avec(ecrite.classe("adresse").texte(courte))
}
