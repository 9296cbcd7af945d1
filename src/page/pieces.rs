//! The papers to prepare: what must be on each, how fresh, and what the one held is worth.

use super::{Contexte, Element, Noeud, bouton, el, jour, modele};
use crate::bilan::{Decision, EtatDePiece, PieceAApporter};
use crate::reglement::{Fraicheur, PieceDemandee, Reglement};

/// The list, or nothing when no paper is known.
pub fn vue(c: &Contexte, decision: &Decision, reglement: &Reglement, ferme: bool) -> Option<Noeud> {
    if decision.pieces.is_empty() {
        return None;
    }
    let titre = match (ferme, decision.pieces.len()) {
        (false, _) => c.mot("titre-pieces-peut-etre").to_string(),
        (true, 1) => c.mot("titre-pieces-1").to_string(),
        (true, n) => c
            .textes
            .remplir("interface", "titre-pieces", &[("nombre", &n.to_string())]),
    };
    let cartes = decision.pieces.iter().map(|piece| {
        Carte {
            c,
            piece,
            reglement,
        }
        .vue()
    });
    let bloc = el("section")
        .classe("bloc")
        .avec(c.titre(1).classe("sous-titre").texte(titre))
        .avec(el("p").classe("compte").texte(compte(c, decision)))
        .avec(el("ul").classe("pieces").avec_tous(cartes));
    Some(bloc.into())
}

/// How many are left to find: a paper too old is not there yet.
fn compte(c: &Contexte, decision: &Decision) -> String {
    let restants = decision.pieces.iter().filter(|p| !prete(c, p)).count();
    match restants {
        0 => c.mot("papiers-prets").into(),
        n => c.textes.remplir(
            "interface",
            "papiers-restants",
            &[("nombre", &n.to_string())],
        ),
    }
}

fn prete(c: &Contexte, piece: &PieceAApporter) -> bool {
    // A paper at the limit is better replaced: nobody is told that it is ready.
    let bonne = matches!(piece.etat, None | Some(EtatDePiece::Valable));
    c.etat.tenues.contains(&piece.id) && bonne
}

struct Carte<'a> {
    c: &'a Contexte<'a>,
    piece: &'a PieceAApporter,
    reglement: &'a Reglement,
}

impl Carte<'_> {
    fn vue(&self) -> Element {
        let c = self.c;
        let corps = el("div")
            .classe("piece-corps")
            .avec(el("p").texte(c.textes.lire("piece-detail", &self.piece.id)))
            .avec_tous(
                self.fraicheur()
                    .map(|phrase| el("p").classe("fraicheur").texte(phrase)),
            )
            .avec_tous(self.au_choix())
            .avec(self.etiquette())
            .avec_tous(self.sinon())
            .avec_tous(self.modele())
            .avec_tous(self.dater())
            .avec(el("p").classe("source").texte(c.source(
                self.reglement,
                &self.piece.acte,
                &self.piece.article,
            )));
        let case = el("input")
            .attr("type", "checkbox")
            .attr("name", "piece")
            .attr("value", &*self.piece.id)
            .drapeau("checked", c.etat.tenues.contains(&self.piece.id));
        let tete = el("label").classe("piece-tete").avec(case).avec(
            el("span")
                .classe("piece-nom")
                .texte(c.textes.lire("piece", &self.piece.id))
                .avec(
                    el("span")
                        .classe("invisible")
                        .texte(format!(" {}", c.mot("piece-je-l-ai"))),
                ),
        );
        el("li")
            .classe("piece")
            .attr("part", "piece")
            .avec(tete)
            .avec(corps)
    }

    fn demandee(&self) -> Option<&PieceDemandee> {
        self.reglement.pieces.iter().find(|p| p.id == self.piece.id)
    }

    /// How fresh it must be, as a date for this deposit.
    fn fraicheur(&self) -> Option<String> {
        let c = self.c;
        let apres = || Some(c.jour(self.piece.datee_apres.as_ref()?, false));
        match self.demandee()?.fraicheur.as_ref()? {
            Fraicheur::MoinsDe { .. } => Some(c.mot_du_jour("piece-datee", &apres()?)),
            Fraicheur::Conseil { .. } => Some(c.mot_du_jour("piece-conseil", &apres()?)),
            Fraicheur::EnCoursDeValidite { .. } => {
                let depot = c.textes.jour(c.etat.depot);
                Some(c.mot_du_jour("piece-validite", &depot))
            }
            Fraicheur::AnneeDeFormation { .. } => Some(c.mot("piece-annee").into()),
        }
    }

    /// What the paper held is worth; the words carry it, the colour repeats it.
    fn etiquette(&self) -> Element {
        let c = self.c;
        let tenue = c.etat.tenues.contains(&self.piece.id);
        let (ton, phrase) = match (self.piece.etat, &self.piece.valable_jusquau) {
            _ if self.en_erreur() => ("attention", c.mot("etat-date-a-verifier").into()),
            _ if !tenue => ("calme", c.mot("etat-a-preparer").into()),
            (Some(EtatDePiece::Valable), Some(jour)) => (
                "oui",
                c.mot_du_jour("etat-bon-jusquau", &c.jour(jour, false)),
            ),
            (None | Some(EtatDePiece::Valable), _) => ("oui", c.mot("etat-prete").into()),
            (Some(EtatDePiece::Limite), _) => ("attention", c.mot("etat-limite").into()),
            (Some(EtatDePiece::Perimee), _) => ("attention", c.mot("etat-perimee").into()),
            (Some(EtatDePiece::Incoherente), _) => ("attention", c.mot("etat-incoherente").into()),
            (Some(EtatDePiece::HorsListe | EtatDePiece::NonConforme), _) => {
                ("attention", c.mot("etat-autre").into())
            }
        };
        el("p")
            .classe(&format!("etiquette {ton}"))
            .attr("id", format!("etat-{}", self.piece.id))
            .attr("tabindex", "-1")
            .texte(phrase)
    }

    /// The date just typed for it cannot be read.
    fn en_erreur(&self) -> bool {
        let refus = self.c.etat.refus_sur_place.as_ref();
        refus.is_some_and(|(forme, ..)| *forme == self.piece.id)
    }

    /// What to do without it.
    fn sinon(&self) -> Option<Element> {
        let texte = self.c.textes.facultatif("piece-sinon", &self.piece.id)?;
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
        modele::existe(self.c, &self.piece.id).then(|| {
            bouton("modele", self.c.mot("modele"), true).attr("data-cible", &*self.piece.id)
        })
    }

    /// A date is asked only where it decides something.
    fn dater(&self) -> Option<Element> {
        let intitule = match self.demandee()?.fraicheur.as_ref()? {
            Fraicheur::MoinsDe { .. } | Fraicheur::Conseil { .. } => "date-du-papier",
            Fraicheur::EnCoursDeValidite { .. } => "fin-du-papier",
            Fraicheur::AnneeDeFormation { .. } => return None,
        };
        let c = self.c;
        let nom = c.textes.lire("piece", &self.piece.id);
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
                &self.piece.id,
                c.mot(intitule),
                c.mot("verifier"),
            ));
        Some(volet)
    }
}
