//! From the catalogue to the pages of `docs/droit.md`, act by act.

use super::phrases::{self, Phrases, article};
use crate::Catalogue;
use crate::reglement::{
    Condition, Critere, Depart, Duree, Echeance, PieceDemandee, Reference, Reglement, Sinon, Titre,
};
use crate::textes::Textes;

const INTRODUCTION: &str = "\
# Le droit tel qu'il est codé

Écrit depuis `src/reglements/` et `src/textes/fr.json` par `METTRE_A_JOUR=1 cargo test droit`.
Ne pas modifier : corriger la règle ou le texte, puis relancer.

Comment lire :

- un **titre** est une raison d'avoir droit ; le premier rempli, dans l'ordre de l'acte, est retenu ;
- un **refus** est certain ; tous ceux qui s'appliquent sont dits ensemble ;
- une **réserve** dit une lecture ou une prudence ; quand elle *empêche de conclure*, la réponse est « à vérifier » ;
- une réponse absente ou « je ne sais pas » ne vaut jamais « non » ;
- entre « guillemets », les mots que lit la personne, où {accolades} attendent un nombre ou un jour de la règle ;
- en `chasse fixe`, les noms du code.
";

struct Plume<'a> {
    catalogue: &'a Catalogue,
    phrases: Phrases<'a>,
    sortie: String,
}

pub fn droit() -> String {
    let (catalogue, textes) = (Catalogue::integre(), Textes::francais());
    let mut plume = Plume {
        catalogue: &catalogue,
        phrases: Phrases {
            catalogue: &catalogue,
            textes: &textes,
            aide: String::new(),
        },
        sortie: INTRODUCTION.into(),
    };
    for dispositif in &catalogue.dispositifs {
        plume.phrases.aide = dispositif.id.clone();
        let nom = plume.phrases.mots("dispositif", &dispositif.id).to_string();
        plume.ligne(&format!("\n# {nom} (`{}`)", dispositif.id));
        for reglement in plume.catalogue.versions(&dispositif.id) {
            plume.reglement(reglement);
        }
    }
    plume.histoire();
    plume.presumes();
    // The page's no-break spaces and typographic apostrophes would only make the file hard to search.
    plume.sortie.replace('\u{a0}', " ").replace('’', "'")
}

impl Plume<'_> {
    fn ligne(&mut self, texte: &str) {
        self.sortie += texte;
        self.sortie.push('\n');
    }

    fn titre(&mut self, texte: &str) {
        self.ligne(&format!("\n### {texte}\n"));
    }

    fn reglement(&mut self, r: &Reglement) {
        let nom = self.phrases.mots("reglement", &r.id);
        let acte = format!(
            "\n## {nom} (`{}`)\n\nActe n° {} du {}.\n",
            r.id,
            r.acte.numero,
            self.phrases.textes.jour(r.acte.date)
        );
        self.ligne(&acte);
        self.periode(r);
        self.titre("Qui y a droit");
        for (rang, titre) in r.titres.iter().enumerate() {
            self.un_titre(rang + 1, titre);
        }
        self.conditions(r);
        self.carnet(r);
        self.pieces(r);
        self.echeances(r);
        let demarches = r.demarches.iter().map(|d| {
            let pour_qui = match &d.si {
                Critere::Tous(liste) if liste.is_empty() => String::new(),
                si => format!(" Pour qui : {}.", self.phrases.dire(si)),
            };
            (d.id.as_str(), &d.article, pour_qui)
        });
        let demarches = demarches.collect();
        self.enonces("Faire la demande", "demarche", demarches);
        let suites = r.suites.iter();
        let suites = suites.map(|s| (s.id.as_str(), &s.article, String::new()));
        self.enonces("Après la demande", "suite", suites.collect());
        self.reserves(r);
    }

    fn periode(&mut self, r: &Reglement) {
        let p = &r.periode;
        let fin = p.au.map_or("sans fin connue".to_string(), |au| {
            format!("jusqu'au {} inclus", self.phrases.textes.jour(au))
        });
        let mut lignes = vec![format!(
            "- Dépôts : du {} {fin} ({}).",
            self.phrases.textes.jour(p.du),
            article(&p.article)
        )];
        if let Some(du) = p.certain_du {
            lignes.push(format!(
                "- Incertain avant le {} : l'acte n'est alors qu'une version possible.",
                self.phrases.textes.jour(du)
            ));
        }
        if let Some(au) = p.certain_au {
            lignes.push(format!(
                "- Incertain après le {} : l'acte n'est alors qu'une version possible.",
                self.phrases.textes.jour(au)
            ));
        }
        if let Some(reserve) = &p.reserve {
            lignes.push(format!(
                "- Dans le doute sur la version (partie incertaine, ou demande créée sous un autre acte ou avant l'ouverture) : {}.",
                self.phrases.reserve(reserve)
            ));
        }
        if let Some(reserve) = &p.reserve_de_fin {
            lignes.push(format!(
                "- Créée avant la fin et déposée après : on ne conclut pas, réserve {}.",
                self.phrases.reserve(reserve)
            ));
        }
        if let Some(ouverture) = &p.ouverture {
            lignes.push(format!(
                "- Avant le premier jour, on dit : « {} »",
                self.phrases.mots("ouverture", ouverture)
            ));
        }
        if let Some(valeur) = r.valeur_unitaire {
            lignes.push(format!("- Un pass vaut {valeur} €."));
        }
        if let Some(portail) = &r.portail {
            lignes.push(format!("- Portail : <{portail}>."));
        }
        for ligne in lignes {
            self.ligne(&ligne);
        }
    }

    fn un_titre(&mut self, rang: usize, titre: &Titre) {
        let p = &self.phrases;
        let ligne = format!(
            "{rang}. **{}** (`{}`, {})\n   - Qui : {}.",
            p.mots("motif", &titre.id),
            titre.id,
            article(&titre.article),
            p.dire(&titre.public)
        );
        let conditions: Vec<String> = titre
            .conditions
            .iter()
            .map(|c| format!("   - {}", self.condition(c)))
            .collect();
        self.ligne(&ligne);
        for condition in conditions {
            self.ligne(&condition);
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let suite = match &condition.sinon {
            Sinon::Refus(id) => format!("refus {}", self.phrases.refus(id)),
            Sinon::Reserve(id) => {
                format!("on ne conclut pas, réserve {}", self.phrases.reserve(id))
            }
        };
        format!(
            "Il faut : {} ({}). Sinon, {suite}.",
            self.phrases.dire(&condition.si),
            article(&condition.article)
        )
    }

    fn conditions(&mut self, r: &Reglement) {
        let mut lignes: Vec<String> = r
            .conditions
            .iter()
            .map(|c| format!("- {}", self.condition(c)))
            .collect();
        lignes.push(format!(
            "- Sans aucun titre rempli : refus {}, ou les refus des titres dont la personne a le public.",
            self.phrases.refus("aucun-titre")
        ));
        self.titre("Ce qui vaut pour tous");
        for ligne in lignes {
            self.ligne(&ligne);
        }
        let lignes: Vec<String> = r
            .attenuations
            .iter()
            .map(|a| {
                let refus: Vec<String> = a.refus.iter().map(|id| format!("`{id}`")).collect();
                format!(
                    "- Quand : {} ({}). Les refus {} ne sont plus certains : on ne conclut pas, réserve {}.",
                    self.phrases.dire(&a.si),
                    article(&a.article),
                    refus.join(", "),
                    self.phrases.reserve(&a.reserve)
                )
            })
            .collect();
        if !lignes.is_empty() {
            self.titre("Quand un refus devient un doute");
            for ligne in lignes {
                self.ligne(&ligne);
            }
        }
    }

    fn carnet(&mut self, r: &Reglement) {
        self.titre("Combien de pass (première règle qui convient)");
        for (rang, regle) in r.carnet.iter().enumerate() {
            let nombre = regle
                .nombre
                .map_or("nombre non fixé par l'acte".into(), |n| {
                    format!("{n} pass")
                });
            let raison = regle.id.as_ref().map_or(String::new(), |id| {
                format!(" « {} »", self.phrases.mots("carnet", id))
            });
            let ligne = format!(
                "{}. {} : {nombre}{raison} ({}).",
                rang + 1,
                majuscule(&self.phrases.dire(&regle.si)),
                article(&regle.article)
            );
            self.ligne(&ligne);
        }
    }

    fn pieces(&mut self, r: &Reglement) {
        self.titre("Papiers");
        if r.pieces.is_empty() {
            self.ligne("Aucun papier connu.");
        }
        for piece in &r.pieces {
            let lignes = self.piece(piece);
            for ligne in lignes {
                self.ligne(&ligne);
            }
        }
    }

    fn piece(&self, piece: &PieceDemandee) -> Vec<String> {
        let p = &self.phrases;
        let conseillee = if piece.conseillee { ", conseillé" } else { "" };
        let mut lignes = vec![format!(
            "- **{}** (`{}`, {}{conseillee}). Pour qui : {}.",
            p.mots("piece", &piece.id),
            piece.id,
            article(&piece.article),
            p.dire(&piece.si)
        )];
        let (hors, autre_main) = match piece.liste_supposee {
            true => (
                "en limite, la liste de l'acte n'étant pas connue",
                "est en limite",
            ),
            false => ("hors liste", "n'est pas conforme"),
        };
        if let Some(autre) = &piece.ou {
            lignes.push(format!("  - Au choix avec `{autre}`."));
        }
        if !piece.natures.is_empty() {
            lignes.push(format!(
                "  - De cette liste, sinon {hors} : {}.",
                piece.natures.join(", ")
            ));
        }
        if !piece.signataires.is_empty() {
            lignes.push(format!(
                "  - Signé par : {} ; une autre signature {autre_main}.",
                piece.signataires.join(" ou ")
            ));
        }
        if piece.datee {
            lignes.push("  - Il doit porter une date.".into());
        }
        if let Some(fraicheur) = &piece.fraicheur {
            lignes.push(format!(
                "  - {}",
                phrases::fraicheur(self.phrases.textes, fraicheur)
            ));
        }
        lignes
    }

    /// What an act says in words only: its id, its article, and whom it is for.
    fn enonces(&mut self, titre: &str, genre: &str, enonces: Vec<(&str, &Reference, String)>) {
        if !enonces.is_empty() {
            self.titre(titre);
        }
        for (id, lu, pour_qui) in enonces {
            let dit = self.phrases.mots(genre, id);
            self.ligne(&format!("- `{id}` : {dit}{pour_qui} ({})", article(lu)));
        }
    }

    fn echeances(&mut self, r: &Reglement) {
        let lignes: Vec<String> = r.echeances.iter().map(|e| self.echeance(e)).collect();
        if !lignes.is_empty() {
            self.titre("Délais");
        }
        for ligne in lignes {
            self.ligne(&ligne);
        }
    }

    fn echeance(&self, e: &Echeance) -> String {
        let depuis = match e.depuis {
            Depart::Creation => "la création de la demande",
            Depart::Decision => "la décision",
            Depart::Notification => "la notification",
        };
        let duree = match e.duree {
            Duree::Mois(n) => {
                format!("{n} mois, au même quantième (ramené au dernier jour du mois)")
            }
            Duree::Jours(n) => format!("{n} jours"),
        };
        let refus = e.refus.as_ref().map_or(String::new(), |id| {
            format!(" Un dépôt plus tardif : refus {}.", self.phrases.refus(id))
        });
        format!(
            "- `{}` : {duree} après {depuis} ({}).{refus}",
            e.id,
            article(&e.article)
        )
    }

    fn reserves(&mut self, r: &Reglement) {
        let p = &self.phrases;
        let mut lignes = Vec::new();
        let lectures = [
            (
                &r.lectures.jour,
                "L'acte ne dit pas si l'âge se regarde à la création ou au dépôt : il doit convenir aux deux, sinon on ne conclut pas",
            ),
            (
                &r.lectures.anniversaire,
                "Né un 29 février, année sans 29 : l'anniversaire est le 28 février ou le 1er mars ; quand la réponse en dépend, on ne conclut pas",
            ),
            (
                &r.lectures.dernier_jour,
                "« Jusqu'à N ans » se lit jusqu'à la veille de l'anniversaire suivant ; on le dit toute cette année-là",
            ),
        ];
        for (reserve, lecture) in lectures {
            if let Some(reserve) = reserve {
                lignes.push(format!("- {lecture} : {}.", p.reserve(reserve)));
            }
        }
        if r.lectures.jour.is_none() {
            lignes.push("- L'âge et les conditions se regardent le jour du dépôt seul.".into());
        }
        for reserve in &r.reserves {
            let effet = if reserve.bloquante {
                "empêche de conclure"
            } else {
                "dite avec la réponse"
            };
            lignes.push(format!(
                "- Quand : {} ({}, {effet}) : {}.",
                p.dire(&reserve.si),
                article(&reserve.article),
                p.reserve(&reserve.id)
            ));
        }
        self.titre("Lectures et prudences");
        for ligne in lignes {
            self.ligne(&ligne);
        }
    }

    /// What silence means, where it is not a doubt.
    fn histoire(&mut self) {
        self.ligne("\n# Histoire, sans calcul");
        for ancienne in &self.catalogue.histoire {
            let actes: Vec<String> = ancienne
                .actes
                .iter()
                .map(|a| format!("n° {} du {}", a.numero, self.phrases.textes.jour(a.date)))
                .collect();
            let dit = self.phrases.mots("histoire", &ancienne.id);
            self.ligne(&format!(
                "\n- `{}` : {dit} Actes {}.",
                ancienne.id,
                actes.join(" et ")
            ));
        }
    }

    fn presumes(&mut self) {
        let mut lignes = Vec::new();
        for question in &self.catalogue.questions {
            if let Some(presume) = &question.presume {
                lignes.push(format!(
                    "- « {} » (`{}`) : sans réponse, « {} ». Posée seulement à ces codes postaux : {}.",
                    self.phrases.mots("question", &question.id),
                    question.id,
                    self.phrases.reponse(&question.id, presume),
                    question.territoire.join(", ")
                ));
            }
        }
        self.ligne("\n# Questions dont le silence vaut une réponse\n");
        for ligne in lignes {
            self.ligne(&ligne);
        }
    }
}

fn majuscule(texte: &str) -> String {
    let mut lettres = texte.chars();
    let premiere = lettres.next().map(|c| c.to_uppercase().to_string());
    premiere.unwrap_or_default() + lettres.as_str()
}
