//! The three groups of questions, in the order papers come out: who and where, situation, demande.

use super::Guichet;
use super::choix::Choix;
use crate::en_liste::EnListe;
use crate::page::formulaire::AUCUNE;
use crate::page::{Element, el};
use crate::parcours;
use crate::reglement::{Critere, OptionDeQuestion, Question};

const COLONNES: usize = 3;

/// Options of one group of situations, under its name.
type Groupe<'a> = (&'a str, Vec<&'a OptionDeQuestion>);

impl<'a> Guichet<'a> {
    pub(super) fn questions(&self) -> Element {
        el("div")
            .classe("guichet-questions")
            .avec(self.qui_et_ou())
            .avec_tous(self.plan.situations().map(|q| self.situation(q)))
            .avec(self.demande())
    }

    fn groupe(&self, titre: &str, note: Element) -> Element {
        let c = self.c;
        let id = format!("titre-{titre}");
        el("section")
            .classe("groupe-de-guichet")
            .attr("aria-labelledby", &*id)
            .avec(
                el("div")
                    .classe("groupe-tete")
                    .avec(
                        c.titre(1)
                            .classe("sous-titre")
                            .attr("id", &*id)
                            .texte(c.mot(titre)),
                    )
                    .avec(note),
            )
    }

    fn qui_et_ou(&self) -> Element {
        let note = el("p").classe("note").texte(self.c.mot("groupe-qui-note"));
        let champs = self.plan.qui_et_ou().into_iter().enumerate();
        let champs = champs.map(|(rang, question)| match question.genre {
            crate::reglement::Genre::OuiNon => self.suite(question),
            _ => self
                .champ(question, rang == 0)
                .attr("data-cle", &*question.id),
        });
        self.groupe("groupe-qui", note)
            .avec(el("div").classe("champs").avec_tous(champs))
    }

    /// How many questions are left in a group, or that none of them matters.
    fn note(&self, questions: &[&Question], sinon: Option<&str>) -> Element {
        let c = self.c;
        let (classe, texte) = match (self.plan.nombre(questions), sinon) {
            (0, None) => ("note", String::new()),
            (0, Some(sinon)) => ("note facultatif", c.mot(sinon).into()),
            (1, _) => ("note reste", c.mot("a-poser-1").into()),
            (n, _) => {
                let blancs = [("nombre", &*n.to_string())];
                (
                    "note reste",
                    c.textes.remplir("interface", "a-poser", &blancs),
                )
            }
        };
        el("p").classe(classe).texte(texte)
    }

    /// What to say of situations that nobody needs to ask about: the age is enough, or the answer is sure.
    fn situation_inutile(&self, question: &Question) -> Option<&'static str> {
        let (page, c) = (self.page, self.c);
        let titre = page.decision.titre;
        let titre = page.reglement.titres.iter().find(|t| Some(&*t.id) == titre);
        let par_l_age = titre.is_some_and(|titre| {
            let mut situation = false;
            titre.public.parcourir(&mut |critere| {
                situation |= matches!(critere, Critere::Situation(_));
            });
            !situation
        });
        let sure = page.peut_deposer() || !page.decision.refus.is_empty();
        let dite = c.seance.reponses.donnee(&question.id).is_some();
        match par_l_age {
            true => Some("age-suffit"),
            false => (sure && !dite).then_some("facultatif"),
        }
    }

    fn situation(&self, question: &'a Question) -> Element {
        let c = self.c;
        let utiles = parcours::situations_utiles(c.catalogue, &self.parcours.demande);
        let (visibles, autres): (Vec<_>, Vec<_>) = question
            .options
            .iter()
            .partition(|o| o.groupe.is_some() && utiles.contains(&o.id.to_string().as_str()));
        let mut colonnes: Vec<Vec<Groupe>> = repartir(&visibles);
        let derniere = colonnes.pop().unwrap_or_default();
        let mut rendues = colonnes
            .iter()
            .map(|groupes| self.colonne(question, groupes))
            .en_liste();
        let aucune = matches!(
            c.seance.reponses.donnee(&question.id),
            Some(crate::demande::Reponse::Plusieurs(dites)) if dites.is_empty()
        );
        let aucune = self.option(&Choix {
            question,
            valeur: AUCUNE.into(),
            nom: c.mot("aucune").into(),
            touche: Some(0),
            coche: aucune,
            premier: false,
        });
        rendues.push(
            self.colonne(question, &derniere)
                .avec(self.autres(question, &autres))
                .avec(el("div").classe("choix").avec(aucune)),
        );
        let note = self.note(&[question], self.situation_inutile(question));
        self.groupe("groupe-situation", note).avec(
            el("div")
                .classe("colonnes")
                .attr("role", "group")
                .attr("aria-labelledby", "titre-groupe-situation")
                .attr("data-question", &*question.id)
                .drapeau("data-attendu", self.plan.attend(question))
                .avec_tous(rendues),
        )
    }

    fn colonne(&self, question: &'a Question, groupes: &[Groupe]) -> Element {
        let c = self.c;
        let mut rang = 0;
        let groupes = groupes.iter().map(|(nom, options)| {
            let id = format!("groupe-{nom}");
            let options = options.iter().map(|option| {
                rang += 1;
                self.situation_cochable(question, option, (rang <= 9).then_some(rang))
            });
            el("div")
                .classe("groupe")
                .attr("role", "group")
                .attr("aria-labelledby", &*id)
                .avec(
                    el("p")
                        .classe("groupe-titre")
                        .attr("id", &*id)
                        .texte(c.textes.lire("groupe", nom)),
                )
                .avec(el("div").classe("choix").avec_tous(options))
        });
        el("div")
            .classe("colonne")
            .drapeau("data-chiffres", true)
            .avec_tous(groupes.en_liste())
    }

    /// A situation, and under it what it makes necessary to ask.
    fn situation_cochable(
        &self,
        question: &'a Question,
        option: &OptionDeQuestion,
        touche: Option<usize>,
    ) -> Element {
        let valeur = option.id.to_string();
        let dites = self.c.seance.reponses.situations().unwrap_or_default();
        let suites = self.plan.suites(&question.id, &valeur);
        let suites = suites.into_iter().map(|suite| self.suite(suite));
        let boite = self.option(&Choix {
            question,
            nom: self.c.option(question, &option.id),
            coche: dites.contains(&valeur),
            premier: question.options.first().is_some_and(|o| o.id == option.id),
            valeur,
            touche,
        });
        el("div")
            .classe("cochable")
            .avec(boite)
            .avec(el("div").classe("suites").avec_tous(suites))
    }

    /// Those that no act in force reads, folded.
    fn autres(&self, question: &'a Question, autres: &[&OptionDeQuestion]) -> Element {
        let c = self.c;
        let blancs = [("nombre", &*autres.len().to_string())];
        let titre = c.textes.remplir("interface", "autres-situations", &blancs);
        let options = autres
            .iter()
            .map(|option| self.situation_cochable(question, option, None));
        el("details")
            .classe("autres-situations")
            .drapeau("hidden", autres.is_empty())
            .avec(el("summary").texte(titre))
            .avec(el("div").classe("choix").avec_tous(options))
    }

    fn demande(&self) -> Element {
        let lignes = self.plan.lignes();
        let note = self.note(&lignes, None);
        let rendues = lignes.into_iter().map(|q| self.ligne(q));
        self.groupe("groupe-demande", note)
            .avec(el("div").classe("lignes").avec_tous(rendues))
            .avec(self.creation())
    }
}

/// The groups in the order of the options, each in the column that holds the least.
fn repartir<'a>(options: &[&'a OptionDeQuestion]) -> Vec<Vec<Groupe<'a>>> {
    let mut groupes: Vec<Groupe> = Vec::new();
    for option in options {
        let nom = option.groupe.as_deref().unwrap_or_default();
        match groupes.iter_mut().find(|(connu, _)| *connu == nom) {
            Some((_, siennes)) => siennes.push(option),
            None => groupes.push((nom, vec![option])),
        }
    }
    let mut colonnes: Vec<Vec<Groupe>> = vec![Vec::new(); COLONNES.min(groupes.len())];
    for groupe in groupes {
        let taille = |colonne: &Vec<Groupe>| colonne.iter().map(|(_, o)| o.len()).sum::<usize>();
        if let Some(colonne) = colonnes.iter_mut().min_by_key(|c| taille(c)) {
            colonne.push(groupe);
        }
    }
    colonnes
}
