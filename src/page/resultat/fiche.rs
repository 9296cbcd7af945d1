//! The sheet, printed or copied as text: the answer, what it was given for, the papers, the dates, where to ask.
//!
//! It is read by somebody who has not seen the screen: the answers are on it, and addresses are written out.

use super::Page;
use crate::bilan::{Motif, Verdict};
use crate::demande::Reponse;
use crate::en_liste::EnListe;
use crate::ordre::inserer;
use crate::page::annonces::Annonces;
use crate::page::papier::sur_papier;
use crate::page::pieces::{self, Carte};
use crate::page::{Element, Noeud, el, verification};
use crate::reglement::Question;

impl Page<'_> {
    pub(in crate::page) fn fiche(&self, annonces: &Annonces) -> Element {
        let peut_deposer = self.peut_deposer() && annonces.arret.is_none();
        let suite = match self.decision.verdict {
            _ if peut_deposer => vec![
                self.mieux(),
                self.details(),
                self.papiers(),
                self.dates(),
                self.etapes(),
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
            .avec_tous(self.raisons())
            .avec_tous(self.reponses())
            .avec_tous(suite)
            .avec_tous(self.lieux(annonces, peut_deposer))
            .avec(self.pied_de_fiche())
    }

    /// Which aid, by which act, on which day.
    fn en_tete(&self) -> Element {
        let (c, reglement) = (self.c, self.reglement);
        let aide = c.textes.lire("dispositif", self.decision.dispositif);
        let acte = c.textes.lire("reglement", &reglement.id);
        let jour = c.mot_du_jour("depot", &c.textes.jour(c.seance.depot));
        el("div")
            .classe("fiche-tete")
            .avec(el("p").avec(el("strong").texte(aide)))
            .avec(el("p").avec(el("strong").texte(jour)))
            .avec(
                el("p")
                    .classe("acte")
                    .texte(acte)
                    .texte(". ")
                    .texte(self.delibere()),
            )
    }

    /// The answer, in the words of the screen.
    fn cadre(&self, annonces: &Annonces) -> Element {
        let (_, phrase) = self.ton_et_phrase(annonces);
        let periode = self.periode_dite().map(|dite| {
            let lue = &self.reglement.periode.article;
            let article = self.article(self.reglement.acte_de(lue), &lue.article);
            el("p").texte(dite).texte(" ").avec(source(article))
        });
        let suite: Vec<Element> = match &annonces.arret {
            Some(phrases) => phrases.iter().map(|p| el("p").texte(p)).en_liste(),
            None => self.chiffres().into_iter().chain(periode).en_liste(),
        };
        let avant = self.avant().map(|avant| el("p").texte(avant));
        let dit = el("div")
            .classe("fiche-dit")
            .avec_tous(avant)
            .avec(self.c.titre(0).classe("fiche-titre").texte(phrase));
        el("div").classe("fiche-cadre").avec(dit).avec_tous(suite)
    }

    /// Every reason that is sure, the one retained first, each with its article.
    fn raisons(&self) -> Option<Element> {
        let retenues = self.decision.titre.iter().chain(&self.decision.refus);
        let rang = |motif: &Motif| {
            let rang = retenues.clone().position(|r| *r == motif.id);
            rang.unwrap_or(usize::MAX)
        };
        // Why nobody can ask is in the answer itself.
        let personne = matches!(self.decision.verdict, Verdict::PasOuvert | Verdict::Clos);
        let mut certitudes = Vec::new();
        for certitude in self.certitudes().into_iter().filter(|_| !personne) {
            inserer(&mut certitudes, certitude, |un, autre| {
                rang(un.0) <= rang(autre.0)
            });
        }
        let domicile = self.peut_deposer().then(|| self.domicile()).flatten();
        let lignes = certitudes.into_iter().enumerate().map(|(n, (motif, dit))| {
            let dit = match &domicile {
                Some(domicile) if n == 0 => format!("{dit} {domicile}"),
                _ => dit,
            };
            let article = self.article(motif.acte, motif.article);
            el("li").texte(dit).avec(source(article))
        });
        let lignes = lignes.en_liste();
        (!lignes.is_empty()).then(|| el("ul").classe("fiche-raisons").avec_tous(lignes))
    }

    /// What was answered, each in two or three words.
    fn reponses(&self) -> Option<Element> {
        let donnees = verification::donnees(self.parcours);
        let lignes = donnees.map(|(q, r)| self.reponse_donnee(q, r)).en_liste();
        (!lignes.is_empty()).then(|| {
            self.bloc_de_fiche(self.c.mot("fiche-reponses"), None)
                .avec(el("dl").classe("fiche-reponses").avec_tous(lignes))
        })
    }

    fn reponse_donnee(&self, question: &Question, reponse: &Reponse) -> Element {
        let c = self.c;
        let dites: Vec<String> = match reponse {
            Reponse::Plusieurs(ids) if !ids.is_empty() => {
                let une = |id: &String| Reponse::Plusieurs(vec![id.clone()]);
                ids.iter()
                    .map(|id| c.reponse(question, &une(id)))
                    .en_liste()
            }
            _ => vec![verification::dite(c, question, reponse)],
        };
        let nom = el("dt")
            .texte(c.textes.lire("recapitulatif", &question.id))
            .avec(el("span").texte(c.deux_points()));
        let dites = dites.into_iter().map(|dite| el("dd").texte(dite));
        el("div").avec(nom).avec_tous(dites)
    }

    /// The papers, with a box to tick; what must be on each, and what was read on those held.
    fn papiers(&self) -> Option<Noeud> {
        let (c, reglement) = (self.c, self.reglement);
        let lignes = self.decision.pieces.iter().map(|piece| {
            let carte = Carte {
                c,
                piece,
                reglement,
            };
            let tenue = c.seance.tient(piece.id);
            let case = if tenue { "case cochee" } else { "case" };
            let ligne = el("li")
                .avec(el("span").classe(case).attr("aria-hidden", "true"))
                .avec(carte.en_bref());
            (ligne, self.article(piece.acte, piece.article))
        });
        let titre = pieces::titre(c, self.decision)?;
        Some(self.liste_de_fiche(&titre, "ul", "fiche-papiers", lignes.en_liste()))
    }

    /// The last days: of this demande, of all, of the papers held.
    fn dates(&self) -> Option<Noeud> {
        let (c, reglement) = (self.c, self.reglement);
        let ligne = |nom: &str, iso: String, dit: String| {
            let jour = el("time").attr("datetime", iso).texte(dit);
            let jour = el("strong").avec(jour);
            el("li").texte(nom).texte(c.deux_points()).avec(jour)
        };
        let echeances = self.decision.echeances.iter().map(|e| {
            let nom = c.textes.lire("echeance", e.id);
            let article = self.article(e.acte, e.article);
            let iso = self.dernier_jour(e);
            let dit = c.jour(&iso, true);
            (ligne(nom, iso, dit), article)
        });
        let periode = &reglement.periode;
        let fin = periode.au.map(|au| {
            let lue = &periode.article;
            let article = self.article(reglement.acte_de(lue), &lue.article);
            let fin = c.mot("fiche-fin");
            (ligne(fin, au.to_string(), c.textes.jour_nomme(au)), article)
        });
        let fenetre = pieces::phrase_de_la_fenetre(c, self.decision);
        let fenetre = fenetre.map(|phrase| (el("li").texte(phrase), String::new()));
        let lignes = echeances.chain(fin).chain(fenetre).en_liste();
        (!lignes.is_empty())
            .then(|| self.liste_de_fiche(c.mot("fiche-dates"), "ul", "fiche-dates", lignes))
    }

    fn etapes(&self) -> Option<Noeud> {
        let etapes = self.demarches().map(|demarche| {
            let lue = &demarche.article;
            let article = self.article(self.reglement.acte_de(lue), &lue.article);
            let dite = self.dire("demarche", &demarche.id);
            (el("li").texte(dite), article)
        });
        let etapes = etapes.en_liste();
        (!etapes.is_empty())
            .then(|| self.liste_de_fiche(self.c.mot("titre-ensuite"), "ol", "fiche-etapes", etapes))
    }

    /// Where to ask: each address whole, as it is typed.
    fn lieux(&self, annonces: &Annonces, peut_deposer: bool) -> Option<Element> {
        let (c, reglages) = (self.c, &self.c.seance.reglages);
        let titre = match self.decision.verdict {
            _ if peut_deposer => "fiche-lieux",
            Verdict::NonEligible => "titre-ailleurs",
            _ => "titre-orientation",
        };
        let lieu = |nom: &str, adresse: &str| {
            el("li")
                .avec(el("strong").texte(nom))
                .texte(c.deux_points())
                .avec(ecrire_l_adresse(adresse))
        };
        let portail = self.portail(annonces).filter(|_| peut_deposer);
        let contact = reglages.contact.as_ref();
        let siens = [
            portail.map(|url| lieu(c.mot("fiche-portail"), url)),
            annonces
                .telephone
                .map(|n| lieu(c.mot("fiche-telephone"), n)),
            self.qui_l_accorde().map(|(url, nom)| lieu(nom, url)),
            contact.map(|url| lieu(c.mot("contact"), url.as_str())),
        ];
        let code = self.code_postal();
        let aides = c.catalogue.orientations.iter().map(|orientation| {
            let nom = c.textes.lire("orientation", &orientation.id);
            lieu(nom, orientation.pres_de(code))
        });
        let lieux = siens.into_iter().flatten().chain(aides).en_liste();
        (!lieux.is_empty()).then(|| {
            self.bloc_de_fiche(c.mot(titre), None)
                .avec(el("ul").classe("fiche-lieux").avec_tous(lieux))
        })
    }

    /// What the sheet is not, and room for the hand of whoever helped.
    fn pied_de_fiche(&self) -> Element {
        let cachet = el("p").texte(self.c.mot("fiche-cachet"));
        let [jour, avis] = self.avis_dits();
        let avis = el("p").avec(el("strong").texte(avis));
        let avis = el("div").classe("avis").avec(avis);
        el("div")
            .classe("fiche-pied")
            .avec(avis.avec(el("p").texte(jour)))
            .avec(el("div").classe("cachet").avec(cachet))
    }

    /// The article alone where the act is the one named at the top.
    pub(in crate::page) fn article(&self, acte: &str, article: &str) -> String {
        if acte != self.reglement.acte.numero {
            return self.c.source(self.reglement, acte, article);
        }
        let chiffre = article.starts_with(|c: char| c.is_ascii_digit());
        let cle = if chiffre {
            "fiche-article"
        } else {
            "fiche-source"
        };
        self.mot_avec(cle, &[("article", article)])
    }

    fn bloc_de_fiche(&self, titre: &str, commune: Option<String>) -> Element {
        let entete = el("div")
            .classe("fiche-entete")
            .avec(self.c.titre(1).texte(titre))
            .avec_tous(commune.map(source));
        el("div").classe("fiche-bloc").avec(entete)
    }

    /// A list; the source that is the same for all its lines is said once.
    fn liste_de_fiche(
        &self,
        titre: &str,
        nom: &'static str,
        classe: &str,
        lignes: Vec<(Element, String)>,
    ) -> Noeud {
        let premiere = lignes.first().map(|(_, source)| source.clone());
        let commune = premiere.filter(|une| lignes.iter().all(|(_, s)| s == une));
        let items = lignes.into_iter().map(|(ligne, article)| {
            let sienne = commune.is_none() && !article.is_empty();
            ligne.avec_tous(sienne.then(|| source(article)))
        });
        let liste = el(nom).classe(classe).avec_tous(items);
        self.bloc_de_fiche(titre, commune).avec(liste).into()
    }
}

fn source(article: String) -> Element {
    el("span").classe("source").texte(article)
}

/// An address as it is typed; in a mail, the whole of it is there to be clicked.
fn ecrire_l_adresse(adresse: &str) -> Element {
    let schemas = ["https://", "http://", "mailto:", "tel:"];
    let sans = schemas.iter().find_map(|s| adresse.strip_prefix(s));
    let courte = sans.unwrap_or(adresse).trim_end_matches('/');
    let ecrite = match adresse.starts_with("http") {
        true => el("a").attr("href", adresse).attr("rel", "noreferrer"),
        false => el("span"),
    };
    ecrite.classe("adresse").texte(courte)
}
