//! One question, its form, and its error.

use super::formulaire::{self, AUCUNE, Champs, ETRANGER, NE_SAIT_PAS, PLUTOT, REPONSE};
use super::{Contexte, Element, Noeud, accueil, bouton_lien, el};
use crate::demande::{CodePostal, Tranche};
use crate::parcours;
use crate::reglement::{Genre, Question, Scalaire};

/// Id, inside the shadow root, of the field the error summary leads to.
const CHAMP: &str = "champ";
const ID_AIDE: &str = "aide";
const ID_ERREUR: &str = "erreur";

pub fn vue(c: &Contexte, question: &Question) -> Vec<Noeud> {
    let ecran = Ecran {
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
                el("div").classe("actions").avec(
                    el("button")
                        .attr("type", "submit")
                        .classe("bouton")
                        .attr("part", "bouton")
                        .texte(c.mot("continuer")),
                ),
            )
            .into(),
    );
    noeuds.push(accueil::pied(c));
    noeuds
}

/// What the form shows: what was just refused, else the answer already given.
fn champs(c: &Contexte, question: &Question) -> Champs {
    match &c.etat.refus {
        Some((champs, _)) => champs.clone(),
        None => c
            .etat
            .reponses
            .donnee(&question.id)
            .map(formulaire::ecrire)
            .unwrap_or_default(),
    }
}

fn erreur(c: &Contexte) -> Option<String> {
    let (_, refus) = c.etat.refus.as_ref()?;
    Some(
        c.textes
            .remplir("erreur", refus.0, &[("contraire", c.mot("aucune"))]),
    )
}

struct Ecran<'a> {
    c: &'a Contexte<'a>,
    question: &'a Question,
    champs: Champs,
    erreur: Option<String>,
}

impl Ecran<'_> {
    fn coche(&self, nom: &str, valeur: &str) -> bool {
        self.champs.iter().any(|(n, v)| n == nom && v == valeur)
    }

    fn valeur(&self, nom: &str) -> &str {
        self.champs
            .iter()
            .find(|(n, _)| n == nom)
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
            .texte(" ")
            .avec(
                el("span")
                    .classe("obligatoire")
                    .texte(self.c.mot("obligatoire")),
            )
    }

    /// Ids of the help and of the error, for `aria-describedby`.
    fn descriptions(&self) -> String {
        let aide = self.aide().is_some().then_some(ID_AIDE);
        let erreur = self.erreur.is_some().then_some(ID_ERREUR);
        aide.into_iter().chain(erreur).collect::<Vec<_>>().join(" ")
    }

    fn aide(&self) -> Option<String> {
        self.c.textes.facultatif("aide", &self.question.id)?;
        let depot = self.c.textes.jour(self.c.etat.depot);
        let code = match self.c.etat.reponses.code_postal() {
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
        aide.into_iter().chain(erreur).map(Noeud::from).collect()
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

    /// A group of radios is a radiogroup, that can be required and invalid; a group of boxes or of
    /// fields is what a fieldset already is.
    fn groupe(&self, radios: bool) -> Element {
        let groupe = el("fieldset");
        let groupe = if radios {
            self.decrit(
                groupe
                    .attr("role", "radiogroup")
                    .attr("aria-required", "true"),
            )
        } else {
            match self.descriptions() {
                vide if vide.is_empty() => groupe,
                descriptions => groupe.attr("aria-describedby", descriptions),
            }
        };
        groupe
            .avec(el("legend").avec(self.intitule()))
            .avec_tous(self.consignes())
    }

    fn choix_unique(&self) -> Element {
        let mut options: Vec<(String, String)> = match self.question.genre {
            Genre::TrancheAge => self
                .tranches()
                .into_iter()
                .map(|t| (t.to_string(), self.c.tranche(t)))
                .collect(),
            Genre::OuiNon => [true, false]
                .map(|b| {
                    (
                        b.to_string(),
                        self.c.option(self.question, &Scalaire::Booleen(b)),
                    )
                })
                .into(),
            _ => self
                .question
                .options
                .iter()
                .map(|o| (o.id.to_string(), self.c.option(self.question, &o.id)))
                .collect(),
        };
        if self.question.doute {
            options.push((NE_SAIT_PAS.into(), self.c.mot("ne-sait-pas").into()));
        }
        let options = options.iter().enumerate().map(|(rang, (valeur, nom))| {
            let aide = format!("{}/{valeur}", self.question.id);
            let aide = self.c.textes.facultatif("option-aide", &aide);
            self.option("radio", REPONSE, valeur, nom, aide, rang == 0)
        });
        self.groupe(true)
            .avec(el("div").classe("choix").avec_tous(options))
    }

    /// The brackets that matter on the day of deposit.
    fn tranches(&self) -> Vec<Tranche> {
        Tranche::entre(&self.c.catalogue.seuils_d_age(&[self.c.etat.depot]))
    }

    fn choix_multiple(&self) -> Element {
        let utiles = parcours::situations_utiles(self.c.catalogue, &self.c.etat.demande());
        let visibles: Vec<_> = self
            .question
            .options
            .iter()
            .filter(|o| o.groupe.is_some() && utiles.contains(&o.id.to_string().as_str()))
            .collect();
        let mut groupe = self.groupe(false);
        for nom in groupes(&visibles) {
            let id = format!("groupe-{nom}");
            let options = visibles
                .iter()
                .filter(|o| o.groupe.as_deref() == Some(nom))
                .map(|option| {
                    let valeur = option.id.to_string();
                    let aide = format!("{}/{valeur}", self.question.id);
                    let premiere = visibles.first().is_some_and(|p| p.id == option.id);
                    self.option(
                        "checkbox",
                        REPONSE,
                        &valeur,
                        &self.c.option(self.question, &option.id),
                        self.c.textes.facultatif("option-aide", &aide),
                        premiere,
                    )
                });
            groupe = groupe.avec(
                el("div")
                    .classe("groupe")
                    .attr("role", "group")
                    .attr("aria-labelledby", &*id)
                    .avec(
                        self.c
                            .titre(1)
                            .classe("groupe-titre")
                            .attr("id", &*id)
                            .texte(self.c.textes.lire("groupe", nom)),
                    )
                    .avec(el("div").classe("choix").avec_tous(options)),
            );
        }
        let mut plutot = vec![(
            AUCUNE,
            self.c.mot("aucune"),
            Some(self.c.mot("aucune-aide")),
        )];
        if self.question.doute {
            plutot.push((NE_SAIT_PAS, self.c.mot("ne-sait-pas"), None));
        }
        groupe.avec_tous(self.plutot(&plutot))
    }

    /// Boxes that answer instead of the field above them.
    fn plutot(&self, boites: &[(&str, &str, Option<&str>)]) -> Vec<Noeud> {
        let boites = boites
            .iter()
            .map(|(valeur, nom, aide)| self.option("checkbox", PLUTOT, valeur, nom, *aide, false));
        vec![
            el("p").classe("ou").texte(self.c.mot("ou")).into(),
            el("div").classe("choix").avec_tous(boites).into(),
        ]
    }

    fn option(
        &self,
        sorte: &str,
        nom: &str,
        valeur: &str,
        libelle: &str,
        aide: Option<&str>,
        cible: bool,
    ) -> Element {
        let champ = el("input")
            .attr("type", sorte)
            .attr("name", nom)
            .attr("value", valeur)
            .drapeau("checked", self.coche(nom, valeur));
        let champ = if cible {
            champ.attr("id", CHAMP)
        } else {
            champ
        };
        // A radiogroup may be invalid, a group of boxes may not: each of its boxes is. Only the one the
        // summary leads to is described by the error, else it would be heard again at every box.
        let invalide = sorte == "checkbox" && self.question.genre == Genre::Plusieurs;
        let champ = match self.erreur {
            Some(_) if invalide && cible => champ
                .attr("aria-invalid", "true")
                .attr("aria-describedby", ID_ERREUR),
            Some(_) if invalide => champ.attr("aria-invalid", "true"),
            _ => champ,
        };
        let aide = aide.map(|aide| el("span").classe("option-aide").texte(aide));
        el("label")
            .classe("option")
            .attr("part", "option")
            .avec(champ)
            .avec(
                el("span")
                    .classe("option-texte")
                    .avec(el("span").classe("option-nom").texte(libelle))
                    .avec_tous(aide),
            )
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
                .texte(self.c.textes.lire("question", &self.question.id))
                .texte(" ")
                .avec(
                    el("span")
                        .classe("obligatoire")
                        .texte(self.c.mot("obligatoire")),
                ),
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
        let parties = [("jour", "2"), ("mois", "2"), ("annee", "4")].map(|(nom, longueur)| {
            let champ = el("input")
                .attr("type", "text")
                .classe("texte court")
                .attr("name", nom)
                .attr("inputmode", "numeric")
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

/// Groups in the order of the options.
fn groupes<'a>(options: &[&'a crate::reglement::OptionDeQuestion]) -> Vec<&'a str> {
    let mut noms: Vec<&str> = Vec::new();
    for nom in options.iter().filter_map(|o| o.groupe.as_deref()) {
        if !noms.contains(&nom) {
            noms.push(nom);
        }
    }
    noms
}
