//! The papers: tick, type the date, and the state appears.

use super::Guichet;
use super::seance::champ_de_la_piece;
use crate::bilan::{EtatDePiece, PieceAApporter};
use crate::en_liste::EnListe;
use crate::page::pieces::{self, Carte};
use crate::page::{Element, bouton_lien, el, modele};

impl Guichet<'_> {
    pub(super) fn papiers(&self) -> Element {
        let decision = self.page.decision;
        let dits = el("div").classe("papiers");
        if decision.pieces.is_empty() {
            return dits;
        }
        let lignes = decision.pieces.iter().map(|piece| self.papier(piece));
        dits.attr("data-annonce-papier", self.annonce_du_papier())
            .avec(self.tete())
            .avec(el("ul").classe("pieces").avec_tous(lignes))
            .avec_tous(self.source_des_papiers())
    }

    /// How many papers, and how far they are; until the right is settled, only some are sure.
    fn tete(&self) -> Element {
        let (c, decision) = (self.c, self.page.decision);
        let certain = self.page.peut_deposer() || decision.manque.is_empty();
        let (titre, note) = match certain {
            true => (
                pieces::titre(c, decision).unwrap_or_default(),
                self.avancement(),
            ),
            false => {
                let dit = match decision.pieces.len() {
                    1 => c.mot("papiers-certains-1").into(),
                    n => {
                        let blancs = [("nombre", &*n.to_string())];
                        c.textes.remplir("interface", "papiers-certains", &blancs)
                    }
                };
                (dit, c.mot("papiers-autres").into())
            }
        };
        el("div")
            .classe("groupe-tete")
            .avec(c.titre(1).classe("sous-titre").texte(titre))
            .avec(el("p").classe("note").texte(note))
    }

    /// « 1 prêt, 1 à trouver, 1 à remplacer si possible »; nothing until one is there.
    fn avancement(&self) -> String {
        let c = self.c;
        let Some(compte) = pieces::compter(c, self.page.decision) else {
            return String::new();
        };
        if compte.a_trouver + compte.a_remplacer == 0 {
            return c.mot("papiers-prets").into();
        }
        let dire = |id, nombre: usize| {
            let blancs = [("nombre", &*nombre.to_string())];
            (nombre > 0).then(|| c.textes.remplir("interface", id, &blancs))
        };
        let prets = match compte.prets {
            1 => Some(c.mot("papiers-comptes-pret-1").into()),
            n => dire("papiers-comptes-prets", n),
        };
        let dits = [
            prets,
            dire("papiers-restants", compte.a_trouver),
            dire("papiers-a-remplacer", compte.a_remplacer),
        ];
        dits.into_iter().flatten().en_liste().join(", ")
    }

    fn carte<'b>(&'b self, piece: &'b PieceAApporter) -> Carte<'b> {
        Carte {
            c: self.c,
            piece,
            reglement: self.page.reglement,
        }
    }

    fn papier(&self, piece: &PieceAApporter) -> Element {
        let c = self.c;
        let carte = self.carte(piece);
        let modele = modele::existe(c, piece.id)
            .then(|| bouton_lien("imprimer-modele", piece.id).texte(c.mot("modele")));
        el("li")
            .classe("piece")
            .attr("part", "piece")
            .attr("data-cle", piece.id)
            .avec(carte.case())
            .avec(self.date(&carte))
            .avec(
                el("div")
                    .classe("piece-etat")
                    .avec(carte.etiquette())
                    .avec_tous(self.date_comprise(piece))
                    .avec(carte.prolonger())
                    .avec_tous(modele),
            )
    }

    /// Why a paper is too old, when its year was typed with two digits: the state does not say its date.
    fn date_comprise(&self, piece: &PieceAApporter) -> Option<Element> {
        let c = self.c;
        let lu = c.seance.papier_dit(c.catalogue, piece.id).ok()?;
        let a_dire = lu.annee_comprise && piece.etat == Some(EtatDePiece::Perimee);
        let dite = c.mot_du_jour("date-comprise", &c.textes.jour(lu.jour));
        a_dire.then(|| el("p").classe("note").texte(dite))
    }

    /// The field of its date, where the act looks at one.
    fn date(&self, carte: &Carte) -> Element {
        let c = self.c;
        let Some(intitule) = carte.date_demandee() else {
            return el("div").classe("saisie");
        };
        let piece = carte.piece.id;
        let champ = champ_de_la_piece(piece);
        let erreur = self.erreur_de(&champ, c.seance.papier_dit(c.catalogue, piece).err());
        let echo = format!("etat-{piece}");
        let texte = self.texte(&champ, &echo, erreur.is_some());
        let id = champ.replace(':', "-");
        let attendue = carte.piece.etat.is_none() && !c.seance.tient(piece);
        el("div")
            .classe("saisie")
            .attr("data-question", &*champ)
            .drapeau("data-attendu", attendue)
            .avec(el("label").attr("for", id).texte(c.mot(intitule)).avec(
                el("span").classe("invisible").texte(format!(
                    "{}{}",
                    c.deux_points(),
                    c.textes.lire("piece", piece)
                )),
            ))
            .avec(texte)
            .avec(el("p").classe("echo").avec_tous(erreur))
    }

    /// The state of the paper dated last, to be said aloud.
    fn annonce_du_papier(&self) -> String {
        let dernier = self.c.seance.guichet.papier.as_deref();
        let pieces = &self.page.decision.pieces;
        let piece = pieces.iter().find(|p| Some(p.id) == dernier);
        piece.map_or(String::new(), |piece| {
            let nom = self.c.textes.lire("piece", piece.id);
            let (_, etat) = self.carte(piece).etat();
            format!("{nom}{}{etat}.", self.c.deux_points())
        })
    }
}
