//! The papers to prepare: what must be on each, how fresh, and what the one held is worth.

use super::{Contexte, Element, Noeud, bouton, el, jour, modele};
use crate::bilan::{Decision, EtatDePiece, PieceAApporter};
use crate::date::{self, Jour};
use crate::demande::PieceTenue;
use crate::en_liste::EnListe;
use crate::reglement::{Fraicheur, PieceDemandee, Prolongation, Reglement};
use chrono::Datelike;

/// The list, or nothing when no paper is known.
pub fn vue(c: &Contexte, decision: &Decision, reglement: &Reglement) -> Option<Noeud> {
    let pieces = &decision.pieces;
    let (premiere, titre) = (pieces.first()?, titre(c, decision)?);
    let lue = (premiere.acte, premiere.article);
    let meme_article = pieces.iter().all(|p| (p.acte, p.article) == lue);
    let source = |p: &PieceAApporter| {
        el("p")
            .classe("source")
            .texte(c.source(reglement, p.acte, p.article))
    };
    let cartes = pieces.iter().map(|piece| {
        let carte = Carte {
            c,
            piece,
            reglement,
        };
        carte.vue((!meme_article).then(|| source(piece)))
    });
    let bloc = el("section")
        .classe("bloc")
        .avec(c.titre(1).classe("sous-titre").texte(titre))
        .avec(peut_etre("compte", compte(c, decision)))
        .avec(peut_etre("fenetre", phrase_de_la_fenetre(c, decision)))
        .avec(el("ul").classe("pieces").avec_tous(cartes))
        .avec_tous(meme_article.then(|| source(premiere)));
    Some(bloc.into())
}

/// How many there are; nothing when no paper is known.
pub fn titre(c: &Contexte, decision: &Decision) -> Option<String> {
    let pieces = &decision.pieces;
    // One of two papers that do as well is enough.
    let nombre = pieces.len() - pieces.iter().filter(|p| p.ou.is_some()).count() / 2;
    match nombre {
        0 => None,
        1 => Some(c.mot("titre-pieces-1").to_string()),
        n => {
            let blancs = [("nombre", &*n.to_string())];
            Some(c.textes.remplir("interface", "titre-pieces", &blancs))
        }
    }
}

/// A sentence that comes and goes as papers are ticked: it keeps its place when there is nothing to say,
/// so that the box just ticked keeps the focus.
fn peut_etre(classe: &str, phrase: Option<String>) -> Element {
    el("p")
        .classe(classe)
        .drapeau("hidden", phrase.is_none())
        .texte(phrase.unwrap_or_default())
}

/// How many papers are there, to be found, better replaced.
pub struct Compte {
    pub prets: usize,
    pub a_trouver: usize,
    pub a_remplacer: usize,
}

/// How far the papers are, once one is held: a paper too old is not there yet, one at the limit is better
/// replaced.
pub fn compter(c: &Contexte, decision: &Decision) -> Option<Compte> {
    let tenue = |p: &&PieceAApporter| c.seance.tient(p.id);
    let pieces = &decision.pieces;
    pieces.iter().find(tenue)?;
    let prete = |piece: &PieceAApporter| {
        matches!(piece.etat, None | Some(EtatDePiece::Valable)) && tenue(&piece)
    };
    let limite = |piece: &PieceAApporter| piece.etat == Some(EtatDePiece::Limite) && tenue(&piece);
    let autre_prete = |piece: &PieceAApporter| {
        let autre = pieces.iter().find(|p| Some(&p.id) == piece.ou.as_ref());
        autre.is_some_and(prete)
    };
    let restantes = pieces
        .iter()
        .filter(|p| !prete(p) && !autre_prete(p))
        .en_liste();
    let a_remplacer = restantes.iter().filter(|p| limite(p)).count();
    Some(Compte {
        prets: pieces.iter().filter(|p| prete(p)).count(),
        a_trouver: restantes.len() - a_remplacer,
        a_remplacer,
    })
}

fn compte(c: &Contexte, decision: &Decision) -> Option<String> {
    let compte = compter(c, decision)?;
    let dire = |id: &str, nombre: usize| {
        c.textes
            .remplir("interface", id, &[("nombre", &nombre.to_string())])
    };
    let (a_trouver, a_remplacer) = (compte.a_trouver, compte.a_remplacer);
    let phrases = [
        (a_trouver > 0).then(|| dire("papiers-restants", a_trouver)),
        (a_remplacer > 0).then(|| dire("papiers-a-remplacer", a_remplacer)),
    ];
    let phrases = phrases.into_iter().flatten().en_liste();
    Some(match phrases.is_empty() {
        true => c.mot("papiers-prets").into(),
        false => phrases.join(" "),
    })
}

/// The last day of deposit with the papers held and dated, and the paper that ends there; nothing when the act ends
/// before.
pub fn fenetre<'a>(
    decision: &'a Decision,
    reglement: &Reglement,
) -> Option<(&'a str, &'a PieceAApporter<'a>)> {
    let bonnes = decision
        .pieces
        .iter()
        .filter(|p| p.etat == Some(EtatDePiece::Valable));
    let bornees = bonnes.filter_map(|p| Some((p.valable_jusquau.as_deref()?, p)));
    let (jour, piece) = bornees.min_by_key(|(jour, _)| *jour)?;
    let fin = reglement.periode.au.map(date::ecrire);
    fin.is_none_or(|fin| *jour < *fin).then_some((jour, piece))
}

/// The same in words.
pub fn phrase_de_la_fenetre(c: &Contexte, decision: &Decision) -> Option<String> {
    let (jour, piece) = fenetre(decision, c.catalogue.reglement(decision.reglement)?)?;
    let blancs = [
        ("jour", &*c.jour(jour, false)),
        ("papier", c.textes.lire("piece", piece.id)),
    ];
    Some(c.textes.remplir("interface", "fenetre", &blancs))
}

/// A paper, as it is asked for and as the person holds it.
pub struct Carte<'a> {
    pub c: &'a Contexte<'a>,
    pub piece: &'a PieceAApporter<'a>,
    pub reglement: &'a Reglement,
}

impl Carte<'_> {
    fn vue(&self, source: Option<Element>) -> Element {
        let c = self.c;
        let corps = el("div")
            .classe("piece-corps")
            .avec(el("p").texte(c.textes.lire("piece-detail", self.piece.id)))
            .avec_tous(
                self.fraicheur()
                    .map(|phrase| el("p").classe("fraicheur").texte(phrase)),
            )
            .avec_tous(self.au_choix())
            .avec(self.etiquette())
            .avec(self.prolonger())
            .avec_tous(self.sinon())
            .avec_tous(self.modele())
            .avec_tous(self.dater())
            .avec_tous(source);
        el("li")
            .classe("piece")
            .attr("part", "piece")
            .avec(self.case())
            .avec(corps)
    }

    /// Its name, and the box to tick once it is there.
    pub fn case(&self) -> Element {
        let c = self.c;
        let case = el("input")
            .attr("type", "checkbox")
            .attr("name", "piece")
            .attr("value", self.piece.id)
            .drapeau("checked", c.seance.tient(self.piece.id));
        el("label").classe("piece-tete").avec(case).avec(
            el("span")
                .classe("piece-nom")
                .texte(c.textes.lire("piece", self.piece.id))
                .avec(
                    el("span")
                        .classe("invisible")
                        .texte(format!(" {}", c.mot("piece-je-l-ai"))),
                ),
        )
    }

    /// For the sheet, in two or three lines: its name and its date, what must be on it, what it is worth.
    pub fn en_bref(&self) -> Element {
        let textes = self.c.textes;
        let fort = |texte: String| el("strong").texte(texte);
        let nom = fort(textes.lire("piece", self.piece.id).into());
        let fraicheur = self.fraicheur().map(fort);
        let lue = [self.date_lue(), Some(self.etat().1)];
        let lue = lue.into_iter().flatten().filter(|dite| !dite.is_empty());
        let lue = lue.en_liste();
        el("div")
            .avec(el("p").avec(nom).texte(". ").avec_tous(fraicheur))
            .avec(el("p").texte(textes.lire("piece-detail", self.piece.id)))
            .avec_tous(self.au_choix())
            .avec_tous((!lue.is_empty()).then(|| el("p").classe("date-lue").texte(lue.join(" "))))
    }

    /// The day that was read on the paper held.
    fn date_lue(&self) -> Option<String> {
        let (c, tenue) = (self.c, self.tenue()?);
        let dire = |id, jour| c.mot_du_jour(id, &c.textes.jour(jour));
        let date = tenue.date.flatten();
        date.map(|jour| dire("fiche-date-lue", jour))
            .or_else(|| tenue.fin_validite.map(|fin| dire("fiche-fin-lue", fin)))
    }

    fn demandee(&self) -> Option<&PieceDemandee> {
        self.reglement.pieces.iter().find(|p| p.id == self.piece.id)
    }

    /// The day after which it must be dated.
    fn apres(&self) -> Option<String> {
        Some(self.c.jour(self.piece.datee_apres.as_ref()?, false))
    }

    /// How fresh it must be, as a date for this deposit.
    fn fraicheur(&self) -> Option<String> {
        let c = self.c;
        let apres = || self.apres();
        match self.demandee()?.fraicheur.as_ref()? {
            Fraicheur::MoinsDe { .. } => Some(c.mot_du_jour("piece-datee", &apres()?)),
            Fraicheur::Conseil { .. } => Some(c.mot_du_jour("piece-conseil", &apres()?)),
            Fraicheur::EnCoursDeValidite { .. } => {
                let depot = c.textes.jour(c.seance.depot);
                Some(c.mot_du_jour("piece-validite", &depot))
            }
            Fraicheur::AnneeDeFormation { .. } => Some(c.mot("piece-annee").into()),
        }
    }

    /// What the paper held is worth; the words carry it, the colour repeats it. It is empty while nothing
    /// is known of it: the title has said that it is to be found.
    pub fn etiquette(&self) -> Element {
        let (ton, phrase) = self.etat();
        el("p")
            .classe(&format!("etiquette {ton}"))
            .attr("id", format!("etat-{}", self.piece.id))
            .attr("tabindex", "-1")
            .drapeau("hidden", phrase.is_empty())
            .texte(phrase)
    }

    pub fn etat(&self) -> (&'static str, String) {
        let c = self.c;
        let tenue = c.seance.tient(self.piece.id);
        let du_jour = |id, jour: Option<String>| c.mot_du_jour(id, &jour.unwrap_or_default());
        match (self.piece.etat, &self.piece.valable_jusquau) {
            _ if self.en_erreur() => ("attention", c.mot("etat-date-a-verifier").into()),
            (Some(EtatDePiece::Valable), Some(jour)) => {
                // Nobody can ask any more once the aid is over, whatever the paper is worth.
                let fin = c.catalogue.fin(&self.reglement.dispositif);
                let fin = fin.map(date::ecrire);
                let demande = fin.as_ref().map_or(jour, |fin| fin.min(jour));
                let blancs = [
                    ("jour", &*c.jour(jour, false)),
                    ("demande", &*c.jour(demande, false)),
                ];
                let textes = c.textes;
                (
                    "oui",
                    textes.remplir("interface", "etat-bon-jusquau", &blancs),
                )
            }
            (None, _) if !tenue => {
                let dit = c.textes.facultatif("interface", "etat-a-preparer");
                ("vide", dit.unwrap_or_default().into())
            }
            (None | Some(EtatDePiece::Valable), _) => ("oui", c.mot("etat-prete").into()),
            (Some(EtatDePiece::Limite), _) if self.fin_prolongee().is_some() => {
                ("attention", du_jour("etat-prolongee", self.fin_prolongee()))
            }
            (Some(EtatDePiece::Limite), _) => ("attention", du_jour("etat-limite", self.apres())),
            (Some(EtatDePiece::Perimee), _) if self.fin().is_some() => (
                "attention",
                du_jour("etat-depassee", self.fin().map(|fin| c.textes.jour(fin))),
            ),
            (Some(EtatDePiece::Perimee), _) => ("attention", du_jour("etat-perimee", self.apres())),
            (Some(EtatDePiece::Incoherente), _) => ("attention", c.mot("etat-incoherente").into()),
            (Some(EtatDePiece::HorsListe | EtatDePiece::NonConforme), _) => {
                ("attention", c.mot("etat-autre").into())
            }
        }
    }

    /// The end of validity printed on the paper held.
    fn fin(&self) -> Option<Jour> {
        self.tenue()?.fin_validite
    }

    fn tenue(&self) -> Option<&PieceTenue> {
        self.c.seance.pieces.iter().find(|p| p.id == self.piece.id)
    }

    /// The extension by law that this paper may have, when it would still be of use.
    fn prolongation(&self) -> Option<(&Prolongation, Jour)> {
        let Fraicheur::EnCoursDeValidite { prolongations } = self.demandee()?.fraicheur.as_ref()?
        else {
            return None;
        };
        let fin = self.fin()?;
        prolongations.iter().find_map(|p| {
            let prolongee = date::ajouter_mois(fin, p.annees.saturating_mul(12));
            (self.c.seance.depot <= prolongee).then_some((p, prolongee))
        })
    }

    fn fin_prolongee(&self) -> Option<String> {
        self.tenue()?.delivrance?;
        let (_, fin) = self.prolongation()?;
        Some(self.c.textes.jour(fin))
    }

    /// A paper whose printed end has passed may be of those that the law extends: it is asked.
    pub fn prolonger(&self) -> Element {
        let c = self.c;
        let perimee = self.piece.etat == Some(EtatDePiece::Perimee);
        let question = self.prolongation().filter(|_| perimee).map(|(p, _)| {
            let au = p.delivree_au.map(|au| au.year().to_string());
            let blancs = [
                ("du", &*p.delivree_du.year().to_string()),
                ("au", &au.unwrap_or_default()),
            ];
            c.textes.remplir("interface", "prolongation", &blancs)
        });
        let bloc = el("div")
            .classe("prolongation ecran")
            .drapeau("hidden", question.is_none());
        match question {
            Some(question) => bloc.avec(el("p").texte(question)).avec(
                bouton("prolonger", c.mot("prolongation-oui"), true)
                    .attr("data-cible", self.piece.id),
            ),
            None => bloc,
        }
    }

    /// The date just typed for it cannot be read.
    fn en_erreur(&self) -> bool {
        let refus = self.c.seance.refus_sur_place.as_ref();
        refus.is_some_and(|(forme, ..)| *forme == self.piece.id)
    }

    /// What to do without it.
    fn sinon(&self) -> Option<Element> {
        let texte = self.c.textes.facultatif("piece-sinon", self.piece.id)?;
        Some(el("p").texte(texte))
    }

    /// The other paper that does as well.
    fn au_choix(&self) -> Option<Element> {
        let autre = self.c.textes.lire("piece", self.piece.ou.as_ref()?);
        let blancs = [("papier", autre)];
        let texte = self.c.textes.remplir("interface", "piece-ou", &blancs);
        Some(el("p").texte(texte))
    }

    /// A paper that is only a signed sentence can be printed from here.
    fn modele(&self) -> Option<Element> {
        modele::existe(self.c, self.piece.id).then(|| {
            bouton("modele", self.c.mot("modele"), true).attr("data-cible", &*self.piece.id)
        })
    }

    /// What is asked of its date: nothing where it decides nothing.
    pub fn date_demandee(&self) -> Option<&'static str> {
        match self.demandee()?.fraicheur.as_ref()? {
            Fraicheur::MoinsDe { .. } | Fraicheur::Conseil { .. } => Some("date-du-papier"),
            Fraicheur::EnCoursDeValidite { .. } => Some("fin-du-papier"),
            Fraicheur::AnneeDeFormation { .. } => None,
        }
    }

    fn dater(&self) -> Option<Element> {
        let intitule = self.date_demandee()?;
        let c = self.c;
        let nom = c.textes.lire("piece", self.piece.id);
        let volet = el("details")
            .classe("piece-date ecran")
            .avec(
                el("summary").texte(c.mot("verifier-la-date")).avec(
                    el("span")
                        .classe("invisible")
                        .texte(format!("{}{nom}", c.deux_points())),
                ),
            )
            .avec(jour::vue(
                c,
                self.piece.id,
                c.mot(intitule),
                c.mot("verifier"),
            ));
        Some(volet)
    }
}
