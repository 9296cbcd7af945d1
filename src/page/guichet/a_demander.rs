//! What is still to be asked, and what each answer would leave possible.

use super::Guichet;
use crate::bilan::Decision;
use crate::decision;
use crate::demande::{Demande, Reponse};
use crate::en_liste::EnListe;
use crate::page::{Element, bouton_lien, el};
use crate::reglement::{Question, Scalaire};

/// Questions whose answers are looked at: beyond, nothing that is said would be of use yet.
const DETAILLEES: usize = 4;
/// From so many answers alike, they are « any other answer ».
const AUTRES: usize = 3;

/// The best that an answer leaves possible: never more than the other answers can give.
#[derive(PartialEq, Eq)]
enum Reste {
    /// So many pass at best.
    Pass(u32),
    /// The right, without a number.
    Droit,
    /// A doubt or a refusal, and where the first of them was read.
    Doute(Option<String>),
    Refus(Option<String>),
}

impl<'a> Guichet<'a> {
    pub(super) fn a_demander(&self) -> Element {
        let c = self.c;
        let attendues = self.plan.attendues().en_liste();
        let bloc = el("div").classe("a-demander-bloc");
        if attendues.is_empty() {
            let titre = format!("{}{}", c.mot("titre-a-demander"), c.deux_points());
            return bloc.avec(
                el("p")
                    .classe("rien")
                    .avec(el("strong").texte(titre))
                    .texte(c.mot("rien-a-demander")),
            );
        }
        let suites = attendues
            .iter()
            .enumerate()
            .map(|(rang, question)| match rang < DETAILLEES {
                true => self.suites(question),
                false => Vec::new(),
            });
        let suites = suites.en_liste();
        let note = suites.iter().any(|s| !s.is_empty());
        let note = note.then(|| el("p").classe("note").texte(c.mot("a-demander-note")));
        let lignes = attendues.iter().zip(suites).map(|(question, suites)| {
            let aller = bouton_lien("aller-au-champ", &question.id)
                .texte(c.textes.lire("question", &question.id));
            let suites = (!suites.is_empty()).then(|| el("dl").avec_tous(suites));
            el("li").avec(aller).avec_tous(suites)
        });
        bloc.avec(
            el("section")
                .classe("carte")
                .avec(
                    c.titre(1)
                        .classe("sous-titre")
                        .texte(c.mot("titre-a-demander")),
                )
                .avec_tous(note)
                .avec(el("ul").avec_tous(lignes.en_liste())),
        )
    }

    /// Each answer and what it leaves, those alike on one line.
    fn suites(&self, question: &Question) -> Vec<Element> {
        let mut suites: Vec<(Reste, Vec<String>)> = Vec::new();
        for reponse in decision::reponses_possibles(question) {
            // A fact that is still open keeps everything open.
            let Some(reste) = self.reste_apres(question, &reponse) else {
                return Vec::new();
            };
            let dite = self.c.option(question, &reponse);
            match suites.iter_mut().find(|(connu, _)| *connu == reste) {
                Some((_, dites)) => dites.push(dite),
                None => suites.push((reste, vec![dite])),
            }
        }
        if suites.len() > 1 {
            suites.sort_by_key(|(_, dites)| dites.len() >= AUTRES);
        }
        let seule = suites.len() == 1;
        let lignes = suites.into_iter().map(|(reste, dites)| {
            let dites = match dites.len() >= AUTRES {
                true if seule => vec![self.c.mot("toute-reponse").into()],
                true => vec![self.c.mot("autre-reponse").into()],
                false => dites,
            };
            el("div")
                .avec(el("dt").texte(dites.join(", ")))
                .avec(self.dire_le_reste(&reste))
        });
        lignes.en_liste()
    }

    /// The best decision that this answer leaves possible, every other answer missing tried.
    fn reste_apres(&self, question: &Question, reponse: &Scalaire) -> Option<Reste> {
        let mut alors: Demande = self.parcours.demande.clone();
        alors
            .reponses
            .donner(&question.id, Reponse::Valeur(reponse.clone()));
        let decisions = decision::decisions(self.c.catalogue, &alors);
        let sienne = |d: &&Decision| d.dispositif == self.page.decision.dispositif;
        let decision = decisions.iter().find(sienne)?;
        let issues = decision::issues(self.c.catalogue, decision, &alors);
        if issues.ouvertes {
            return None;
        }
        Some(match issues.carnets.iter().max() {
            Some(nombre) if issues.oui => Reste::Pass(*nombre),
            _ if issues.oui => Reste::Droit,
            _ if !issues.doutes.is_empty() => {
                // What this answer alone leaves in doubt, else what each way on would.
                let doutes = match decision.bloquantes.is_empty() {
                    true => &issues.doutes,
                    false => &decision.bloquantes,
                };
                Reste::Doute(self.article_du_premier(decision, doutes))
            }
            _ => Reste::Refus(self.article_du_premier(decision, &decision.refus)),
        })
    }

    fn article_du_premier(&self, decision: &Decision, ids: &[&str]) -> Option<String> {
        ids.iter().find_map(|id| self.article_de(decision, id))
    }

    /// The mark is a drawing; the words say as much.
    fn dire_le_reste(&self, reste: &Reste) -> Element {
        let c = self.c;
        let selon = |id, article: &Option<String>| match article {
            Some(article) => format!("{} {article}", c.mot(id)),
            None => c.mot(id).to_string(),
        };
        let (classe, marque, texte) = match reste {
            Reste::Pass(nombre) => {
                let blancs = [("nombre", &*nombre.to_string())];
                let dit = c.textes.remplir("interface", "donne-pass", &blancs);
                ("oui", "✓", dit)
            }
            Reste::Droit => ("oui", "✓", c.mot("donne-droit").into()),
            Reste::Doute(lu) => ("attention", "…", selon("donne-doute", lu)),
            Reste::Refus(lu) => ("calme", "–", selon("donne-refus", lu)),
        };
        // A number alone does not say that it is not sure.
        let possible = matches!(reste, Reste::Pass(_))
            .then(|| el("span").classe("invisible").texte(c.mot("possible")));
        el("dd")
            .avec(
                el("span")
                    .classe(&format!("marque {classe}"))
                    .attr("aria-hidden", "true")
                    .texte(marque),
            )
            .avec_tous(possible)
            .texte(" ")
            .avec(el("span").texte(texte))
    }
}
