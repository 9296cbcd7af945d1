//! The form of one pupil, under their row.

use super::atelier::Ouvert;
use super::demande::{APPRENTI, PROPRES, valeur};
use super::dire;
use super::eleve::{Eleve, propose, suggere_par_la_classe};
use super::formulaire::erreur_de_date;
use super::geste::nom_du_champ;
use super::mots::{facultatif, mot, mot_avec};
use super::vues::{Vue, bouton, invisible, p};
use crate::en_liste::EnListe;
use crate::liste::{Champ, CodeAlerte, Niveau};
use crate::page::{Element, el, jour_dit};

impl Vue<'_> {
    pub fn formulaire(&self, eleve: &Eleve, ouvert: &Ouvert) -> Element {
        let form = Formulaire {
            vue: self,
            eleve,
            ouvert,
        };
        form.vue()
    }
}

struct Formulaire<'a> {
    vue: &'a Vue<'a>,
    eleve: &'a Eleve,
    ouvert: &'a Ouvert,
}

impl Formulaire<'_> {
    fn vue(&self) -> Element {
        let eleve = self.eleve;
        let questions = PROPRES
            .iter()
            .filter(|(id, _)| *id != "pass-utilises" || self.a_cinq_pass());
        let questions = questions.chain(APPRENTI.iter().filter(|_| eleve.apprenti));
        let questions = questions.filter(|(id, _)| self.vue.c.catalogue.question(id).is_some());
        let nouveau = self.ouvert.nouveau.is_some();
        let suite = (!nouveau).then(|| {
            el("div")
                .classe("cote")
                .avec(bouton(
                    "copier",
                    &eleve.id.to_string(),
                    mot("copier-le-message"),
                    "lien",
                ))
                .avec(bouton(
                    "retirer",
                    &eleve.id.to_string(),
                    mot("retirer"),
                    "lien",
                ))
        });
        el("form")
            .classe("formulaire")
            .drapeau("novalidate", true)
            .attr("data-forme", "eleve")
            .avec_tous(self.propositions())
            .avec(
                el("div")
                    .classe("champs")
                    .avec(self.texte("nom", &eleve.nom))
                    .avec(self.texte("prenom", &eleve.prenom))
                    .avec(self.texte("naissance", &self.naissance()))
                    .avec(self.niveau())
                    .avec(self.texte("classe", &eleve.classe))
                    .avec(self.texte("code-postal", &self.code_postal()))
                    .avec(self.apprenti()),
            )
            .avec(
                el("fieldset")
                    .avec(el("legend").classe("legende").texte(mot("pour-cet-eleve")))
                    .avec(
                        el("div")
                            .classe("champs")
                            .avec_tous(questions.map(|(id, r)| self.question(id, r))),
                    ),
            )
            .avec_tous(self.papiers())
            .avec_tous(self.copie())
            .avec(
                el("div")
                    .classe("actions")
                    .avec(
                        el("button")
                            .attr("type", "submit")
                            .classe("bouton")
                            .texte(mot("enregistrer")),
                    )
                    .avec(bouton("fermer", "", mot("annuler"), "bouton secondaire"))
                    .avec_tous(suite),
            )
    }

    /// What was typed and refused, else what is known.
    fn tape(&self, nom: &str, sinon: &str) -> String {
        let champs = self.ouvert.refus.iter().flat_map(|(champs, _)| champs);
        let trouve = champs.into_iter().find(|(autre, _)| autre == nom);
        trouve.map_or(sinon.into(), |(_, valeur)| valeur.clone())
    }

    /// What was read and could not be used is there to be mended.
    fn naissance(&self) -> String {
        match self.eleve.naissance {
            Some(jour) => jour_dit::ecrire(jour),
            None => self.lu(Champ::DateNaissance),
        }
    }

    fn code_postal(&self) -> String {
        let alerte = self.eleve.alerte(Champ::CodePostal);
        let autre = alerte.is_some_and(|a| a.code == CodeAlerte::SeuleLAdresseDuResponsable);
        match &self.eleve.code_postal {
            Some(code) => code.clone(),
            None if autre => String::new(),
            None => self.lu(Champ::CodePostal),
        }
    }

    fn lu(&self, champ: Champ) -> String {
        let alerte = self.eleve.alerte(champ);
        alerte
            .and_then(|alerte| alerte.lu.clone())
            .unwrap_or_default()
    }

    /// Why a field is at fault: what was typed, else what was read.
    fn erreur(&self, nom: &str) -> Option<String> {
        if let Some((_, refus)) = &self.ouvert.refus {
            let trouve = refus.iter().find(|(champ, _)| *champ == nom);
            return trouve.map(|(_, phrase)| phrase.clone());
        }
        let faute = |champ: Champ| {
            self.eleve
                .alerte(champ)
                .filter(|a| self.eleve.est_une_faute(a))
        };
        match nom {
            "naissance" => faute(Champ::DateNaissance).map(|alerte| match alerte.code {
                CodeAlerte::Impossible | CodeAlerte::AnneeSeule | CodeAlerte::Illisible => {
                    erreur_de_date(&self.lu(Champ::DateNaissance))
                }
                _ => mot_avec("a-verifier", &[("faute", &dire::faute(alerte))]),
            }),
            "code-postal" => faute(Champ::CodePostal)
                .filter(|alerte| alerte.code != CodeAlerte::SeuleLAdresseDuResponsable)
                .map(|alerte| mot_avec("a-verifier", &[("faute", &dire::faute(alerte))])),
            _ => None,
        }
    }

    fn champ(&self, nom: &str, intitule: String, entree: Element) -> Element {
        let id = format!("champ-{nom}");
        let erreur = self.erreur(nom);
        let id_erreur = format!("erreur-{nom}");
        let entree = entree.attr("id", &*id);
        let entree = match erreur.is_some() {
            true => entree
                .attr("aria-invalid", "true")
                .attr("aria-describedby", &*id_erreur),
            false => entree,
        };
        let erreur = erreur.map(|phrase| {
            el("p")
                .classe("erreur")
                .attr("id", &*id_erreur)
                .avec(el("span").classe("prefixe").texte(mot("erreur")))
                .texte(format!(" {phrase}"))
        });
        el("div")
            .classe("champ")
            .avec(el("label").attr("for", &*id).texte(intitule))
            .avec(entree)
            .avec_tous(erreur)
    }

    fn texte(&self, nom: &'static str, valeur: &str) -> Element {
        let chiffres = matches!(nom, "naissance" | "code-postal");
        let entree = el("input")
            .attr("type", "text")
            .classe("texte")
            .attr("name", nom)
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("inputmode", if chiffres { "numeric" } else { "text" })
            .attr("value", self.tape(nom, valeur));
        self.champ(nom, mot(&format!("champ-{nom}")), entree)
    }

    fn niveau(&self) -> Element {
        use Niveau::*;
        let sien = self.tape("niveau", self.eleve.niveau.id());
        let options = [TerminaleBacPro, DerniereAnneeCap, Autre, Inconnu].map(|niveau| {
            el("option")
                .attr("value", niveau.id())
                .drapeau("selected", niveau.id() == sien)
                .texte(mot(&format!("niveau-{}", niveau.id())))
        });
        let choix = el("select").attr("name", "niveau").avec_tous(options);
        self.champ("niveau", mot("champ-niveau"), choix)
    }

    fn apprenti(&self) -> Element {
        let sien = self.tape("apprenti", if self.eleve.apprenti { "oui" } else { "non" });
        let options = ["non", "oui"].map(|id| {
            el("option")
                .attr("value", id)
                .drapeau("selected", id == sien)
                .texte(mot(id))
        });
        let choix = el("select").attr("name", "apprenti").avec_tous(options);
        self.champ("apprenti", mot("champ-apprenti"), choix)
    }

    fn a_cinq_pass(&self) -> bool {
        let sienne = self.eleve.propres.donnee("pass-recus");
        sienne.map(valeur).as_deref() == Some("5")
    }

    /// One answer of this pupil, or that of all.
    fn question(&self, id: &'static str, reponses: &[&'static str]) -> Element {
        let nom = format!("propre-{id}");
        let sienne = self
            .eleve
            .propres
            .donnee(id)
            .map(valeur)
            .unwrap_or_default();
        let sienne = self.tape(&nom, &sienne);
        let commune = self.vue.a.communes.donnee(id).map(valeur);
        let dit = |reponse: &str| match reponse {
            "true" => mot("oui"),
            "false" => mot("non"),
            "?" => mot("ne-sait-pas"),
            autre => mot(&format!("{id}-{autre}")),
        };
        let pour_tous = match commune {
            Some(reponse) => mot_avec("comme-tous", &[("reponse", &dit(&reponse))]),
            None => mot("pas-encore-dit"),
        };
        let option = |valeur: &str, texte: String| {
            el("option")
                .attr("value", valeur)
                .drapeau("selected", valeur == sienne)
                .texte(texte)
        };
        let options = reponses.iter().map(|reponse| option(reponse, dit(reponse)));
        let choix = el("select")
            .attr("name", &*nom)
            .avec(option("", pour_tous))
            .avec_tous(options);
        self.champ(&nom, mot(&format!("manque-{id}")), choix)
    }

    /// What was read and what is proposed, side by side.
    fn propositions(&self) -> Option<Element> {
        let eleve = self.eleve;
        let lignes = eleve
            .alertes
            .iter()
            .filter(|alerte| propose(alerte))
            .map(|alerte| {
                let classe = || match suggere_par_la_classe(alerte) {
                    true => mot_avec("fiche-classe", &[("classe", &eleve.classe)]),
                    false => mot("rien-de-lu"),
                };
                let lu = alerte.lu.clone().unwrap_or_else(classe);
                let confirme = alerte.code == CodeAlerte::CodePostalInconnu;
                let propose = match confirme {
                    true => lu.clone(),
                    false => self.vue.propose(alerte),
                };
                let champ = dire::champ(alerte.champ);
                let cible = format!("{} {}", eleve.id, nom_du_champ(alerte.champ));
                let accepter = bouton(
                    "accepter",
                    &cible,
                    mot("accepter"),
                    "bouton secondaire petit",
                );
                el("li")
                    .classe("proposition")
                    .avec(el("strong").texte(champ.clone()))
                    .avec(
                        el("span")
                            .avec(el("span").classe("aide").texte(mot("lu")))
                            .texte(format!(" {lu}")),
                    )
                    .avec(
                        el("span")
                            .classe("fleche-droite")
                            .attr("aria-hidden", "true")
                            .texte("→"),
                    )
                    .avec(
                        el("span")
                            .avec(el("span").classe("aide").texte(mot("propose")))
                            .texte(format!(" {propose}")),
                    )
                    .avec(el("span").classe("aide").texte(dire::faute(alerte)))
                    .avec(accepter.avec(invisible(format!(" {champ}"))))
            });
        let lignes = lignes.en_liste();
        (!lignes.is_empty()).then(|| el("ul").classe("propositions").avec_tous(lignes))
    }

    /// The papers of each way that is open.
    fn papiers(&self) -> Option<Element> {
        let voies = self
            .eleve
            .avis
            .iter()
            .flat_map(|avis| &avis.voies)
            .enumerate();
        let lignes = voies
            .filter(|(_, voie)| !voie.pieces.is_empty())
            .map(|(rang, voie)| {
                let papiers = voie
                    .pieces
                    .iter()
                    .map(|piece| dire::papier(piece))
                    .en_liste();
                let nom = format!("{}\u{a0}: ", self.vue.voie(rang));
                p("aide", format!("{nom}{}.", papiers.join(", ")))
            });
        let lignes = lignes.en_liste();
        (!lignes.is_empty()).then(|| {
            el("div")
                .classe("papiers")
                .avec(el("p").classe("legende").texte(mot("titre-apporter")))
                .avec_tous(lignes)
        })
    }

    /// The message just copied, or the text to copy by hand.
    fn copie(&self) -> Option<Element> {
        let (id, refuse) = self.vue.a.copie.as_ref()?;
        if *id != self.eleve.id {
            return None;
        }
        let dit = p(
            "aide",
            mot(if refuse.is_some() {
                "message-a-copier"
            } else {
                "message-copie"
            }),
        );
        let zone = refuse.as_ref().map(|texte| {
            el("textarea")
                .classe("texte")
                .attr("id", "texte-a-copier")
                .attr("aria-label", mot("texte-a-copier"))
                .attr("rows", "8")
                .drapeau("readonly", true)
                .texte(texte.clone())
        });
        Some(
            el("div")
                .classe("copie")
                .avec(dit)
                .avec_tous(zone)
                .avec_tous(facultatif("message-detail").map(|d| p("aide", d))),
        )
    }
}
