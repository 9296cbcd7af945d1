//! « Vérifier ce qui a été lu »: the file, its faults, the role of each column.

use super::atelier::AVEC_BARRE;
use super::avis::Sort;
use super::dire;
use super::doubles::{self, Double};
use super::eleve::Eleve;
use super::mots::{compte, ecrit, mot, mot_avec};
use super::relire::nom_du_separateur;
use super::source::Source;
use super::vues::{Vue, bouton, invisible, p};
use crate::liste::{Champ, Niveau, Raison, Role};
use crate::page::{Element, el};

/// Faults told one by one.
const FAUTES: usize = 12;

/// Roles that are shown even when no column has them.
const TOUJOURS: [Role; 6] = [
    Role::Nom,
    Role::Prenom,
    Role::DateNaissance,
    Role::Mef,
    Role::Classe,
    Role::CodePostal,
];

/// Every role and its name in the page.
const ROLES: [(Role, &str); 12] = [
    (Role::Nom, "nom"),
    (Role::Prenom, "prenom"),
    (Role::NomComplet, "nomComplet"),
    (Role::DateNaissance, "dateNaissance"),
    (Role::Mef, "mef"),
    (Role::Formation, "formation"),
    (Role::Classe, "classe"),
    (Role::CodePostal, "codePostal"),
    (Role::Pays, "pays"),
    (Role::Statut, "statut"),
    (Role::DateSortie, "dateSortie"),
    (Role::CodePostalResponsable, "codePostalResponsable"),
];

impl Vue<'_> {
    pub fn verifier(&self) -> Vec<Element> {
        let gauche = el("div").classe("gauche").avec_tous(self.lecture());
        let droite = el("div")
            .classe("droite")
            .avec(self.communes())
            .avec(self.avancement())
            .avec(
                bouton("voir", "", compte("voir", self.a.eleves.len()), "bouton")
                    .drapeau("disabled", self.a.eleves.is_empty()),
            );
        let deux = el("div").classe("deux").attr("data-cle", "verifier");
        vec![deux.avec(gauche).avec(droite)]
    }

    fn lecture(&self) -> Vec<Element> {
        let source = self.a.source.as_ref();
        let relisible = source.filter(|source| source.relisible());
        let lots = self.lots().map(|lots| {
            let carte = el("section").classe("panneau").attr("data-cle", "lots");
            carte.avec(lots)
        });
        let cartes = [
            source.map(|source| self.fichier_lu(source)),
            self.remarques(),
            Some(self.fautes()),
            self.doubles(),
            lots,
            relisible.map(|source| self.colonnes(source)),
        ];
        cartes.into_iter().flatten().collect()
    }

    /// A card, told from the others by its name: what has the focus in one stays when another comes or goes.
    fn carte(&self, cle: &str, titre: String) -> Element {
        let titre = self.c.titre(1).classe("sous-titre").texte(titre);
        let carte = el("section").classe("panneau").attr("data-cle", cle);
        carte.avec(titre.attr("data-cle", "titre"))
    }

    fn fichier_lu(&self, source: &Source) -> Element {
        let lue = &source.lue;
        let mut lignes: Vec<Element> = Vec::new();
        let mut dire = |quoi: &str, fort: String, suite: String| {
            lignes.push(
                el("div")
                    .avec(el("dt").texte(mot(quoi)))
                    .avec(el("dd").avec(el("strong").texte(fort)).texte(suite)),
            );
        };
        let octets = mot_avec("ko", &[("nombre", &ecrit(source.taille.div_ceil(1024)))]);
        match &source.nom {
            Some(nom) => dire("lu-fichier", nom.clone(), format!(" ({octets})")),
            None => dire(
                "lu-fichier",
                mot("cellules-collees"),
                format!(" ({octets})"),
            ),
        }
        if let Some(encodage) = lue.encodage.as_ref() {
            let temoin = self
                .accent()
                .map(|nom| mot_avec("cite", &[("texte", &nom)]));
            let temoin = temoin.map_or(String::new(), |cite| format!(" {cite}"));
            dire("lu-accents", encodage.clone(), temoin);
        }
        if let Some(separateur) = lue.separateur.as_deref() {
            let nom = separateur.chars().next().map(nom_du_separateur);
            dire(
                "lu-separateur",
                nom.map_or(String::new(), mot),
                String::new(),
            );
        }
        if let Some(feuille) = lue.feuille.as_ref() {
            dire("lu-feuille", feuille.clone(), String::new());
        }
        let entete = match lue.ligne_entete {
            Some(ligne) => mot_avec("ligne", &[("ligne", &ligne.to_string())]),
            None => mot("sans-entete"),
        };
        dire("lu-entete", entete, String::new());
        let de = self.a.lus().filter_map(|e| e.ligne);
        let (du, au) = (de.clone().min(), de.max());
        if let (Some(du), Some(au)) = (du, au) {
            let blancs = [("du", &*du.to_string()), ("au", &*au.to_string())];
            dire(
                "lu-eleves",
                mot_avec("lignes-du-au", &blancs),
                String::new(),
            );
        }
        let ignorees = lue
            .ignorees
            .iter()
            .filter(|i| i.raison != Raison::LigneVide);
        let ignorees: Vec<String> = ignorees
            .filter(|i| i.raison != Raison::Preambule)
            .map(|i| {
                let raison = match i.raison {
                    Raison::Total => "ignoree-total",
                    Raison::NiNomNiPrenom => "ignoree-sans-nom",
                    _ => "ignoree-entete",
                };
                mot_avec(raison, &[("ligne", &i.ligne.to_string())])
            })
            .collect();
        if !ignorees.is_empty() {
            let reste = ignorees.len().saturating_sub(6);
            let mut dites = ignorees[..ignorees.len().min(6)].join(", ");
            if reste > 0 {
                dites.push_str(&mot_avec("et-autres", &[("nombre", &ecrit(reste))]));
            }
            dire("lu-ignorees", dites, String::new());
        }
        let deja = self.a.deja();
        let deja = (deja > 0).then(|| {
            let (deja, total) = (ecrit(deja), ecrit(self.a.eleves.len()));
            let blancs = [("deja", &*deja), ("total", &*total)];
            p("deja", mot_avec("deja-dans-la-liste", &blancs)).attr("data-cle", "deja")
        });
        let relire = source.relisible().then(|| self.relire_autrement(source));
        let liste = el("dl").classe("fichier-lu").attr("data-cle", "lu");
        self.carte("fichier", compte("eleves-lus", self.a.lus().count()))
            .avec_tous(deja)
            .avec(liste.avec_tous(lignes))
            .avec_tous(relire.flatten())
    }

    /// A name with an accent that came out right says more than the name of an encoding.
    fn accent(&self) -> Option<String> {
        let accentue = |texte: &str| texte.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
        let noms = self.a.lus().flat_map(|e| [&e.nom, &e.prenom]);
        noms.filter(|nom| accentue(nom))
            .min_by_key(|nom| nom.len())
            .cloned()
    }

    fn remarques(&self) -> Option<Element> {
        let lue = self.a.source.as_ref().map(|source| &source.lue);
        let remarques = lue
            .into_iter()
            .flat_map(|lue| lue.fautes.iter().chain(&lue.avertissements));
        let remarques = remarques.map(|remarque| remarque.message.clone());
        let perdu = self.a.ce_qui_est_perdu().into_iter();
        let lignes: Vec<Element> = perdu
            .chain(remarques)
            .map(|dit| el("li").texte(dit))
            .collect();
        (!lignes.is_empty()).then(|| {
            let liste = el("ul").attr("data-cle", "liste").avec_tous(lignes);
            self.carte("remarques", mot("a-savoir"))
                .attr("data-ton", "attention")
                .avec(liste)
        })
    }

    /// Pupils of the same name, with the lines that say them: nobody is taken out without being asked.
    fn doubles(&self) -> Option<Element> {
        let eleves = &self.a.eleves;
        let lus: Vec<&Eleve> = self
            .a
            .lus()
            .filter(|eleve| eleve.double.is_some())
            .collect();
        let memes = lus
            .iter()
            .filter(|e| e.double == Some(Double::MemeEleve))
            .count();
        let comptes = [
            (memes > 0).then(|| compte("doubles-memes", memes)),
            (lus.len() > memes).then(|| compte("doubles-noms", lus.len() - memes)),
        ];
        let comptes: Vec<String> = comptes.into_iter().flatten().collect();
        let lignes = lus.iter().take(FAUTES).map(|eleve| {
            let autres = doubles::autres(eleves, eleve).map(|autre| self.ou(autre));
            let autres = autres.collect::<Vec<_>>().join(", ");
            let quoi = match eleve.double {
                Some(Double::MemeEleve) => "double-meme",
                _ => "double-nom",
            };
            el("li")
                .avec(el("strong").texte(self.ou(eleve)))
                .avec(el("span").texte(eleve.nom_complet()))
                .avec(el("span").texte(mot_avec(quoi, &[("lignes", &autres)])))
        });
        let reste = lus.len().saturating_sub(FAUTES);
        let reste = (reste > 0)
            .then(|| p("aide", compte("autres-fautes", reste)).attr("data-cle", "reste"));
        (!lus.is_empty()).then(|| {
            self.carte("doubles", comptes.join(", "))
                .attr("data-ton", "attention")
                .avec(p("aide", mot("doubles-detail")).attr("data-cle", "aide"))
                .avec(
                    el("ul")
                        .classe("fautes")
                        .attr("data-cle", "liste")
                        .avec_tous(lignes),
                )
                .avec_tous(reste)
        })
    }

    /// Where a pupil is said: the line, and the list when it is not the one that is being checked.
    fn ou(&self, eleve: &Eleve) -> String {
        let Some(ligne) = eleve.ligne.map(|ligne| ligne.to_string()) else {
            return mot("a-la-main");
        };
        let liste = eleve.liste.to_string();
        let relisible = self.a.source.as_ref().is_some_and(Source::relisible);
        let celle_ci = relisible && eleve.liste == self.a.listes;
        match self.a.listes > 1 && !celle_ci {
            true => mot_avec("ligne-de-la-liste", &[("ligne", &ligne), ("liste", &liste)]),
            false => mot_avec("ligne", &[("ligne", &ligne)]),
        }
    }

    /// Every fault at once, by the lines of the file: none keeps from going on.
    fn fautes(&self) -> Element {
        let mut fautifs: Vec<&Eleve> = self.a.lus().filter(|e| e.faute().is_some()).collect();
        fautifs.sort_by_key(|eleve| (eleve.liste, eleve.ligne));
        if fautifs.is_empty() {
            let phrase = p("aide", mot("aucune-faute-detail")).attr("data-cle", "aide");
            return self
                .carte("fautes", mot("aucune-faute"))
                .attr("data-ton", "oui")
                .avec(phrase);
        }
        let compter = |champ: Champ, id: &str| {
            let avec = |eleve: &&&Eleve| {
                let alerte = eleve.alerte(champ);
                alerte.is_some_and(|alerte| eleve.est_une_faute(alerte))
            };
            let nombre = fautifs.iter().filter(avec).count();
            (nombre > 0).then(|| compte(id, nombre))
        };
        let comptes = [
            compter(Champ::DateNaissance, "fautes-dates"),
            compter(Champ::CodePostal, "fautes-codes"),
            compter(Champ::Niveau, "fautes-niveaux"),
            compter(Champ::Nom, "fautes-noms"),
        ];
        let comptes: Vec<String> = comptes.into_iter().flatten().collect();
        let lignes = fautifs.iter().take(FAUTES).filter_map(|eleve| {
            let alerte = eleve.faute()?;
            let lu = alerte.lu.clone().unwrap_or_default();
            Some(
                el("li")
                    .avec(el("strong").texte(self.ou(eleve)))
                    .avec(el("span").texte(eleve.nom_complet()))
                    .avec(
                        el("span")
                            .avec(el("strong").texte(mot_avec("cite", &[("texte", &lu)])))
                            .texte(format!("\u{a0}: {}", dire::faute(alerte))),
                    ),
            )
        });
        let reste = fautifs.len().saturating_sub(FAUTES);
        let reste = (reste > 0)
            .then(|| p("aide", compte("autres-fautes", reste)).attr("data-cle", "reste"));
        self.carte("fautes", comptes.join(", "))
            .attr("data-ton", "attention")
            .avec(p("aide", mot("fautes-detail")).attr("data-cle", "aide"))
            .avec(
                el("ul")
                    .classe("fautes")
                    .attr("data-cle", "liste")
                    .avec_tous(lignes),
            )
            .avec_tous(reste)
    }

    fn colonnes(&self, source: &Source) -> Element {
        let liee = |role: &Role| source.colonne(*role).is_some();
        let complet = liee(&Role::NomComplet);
        let montrees = ROLES.iter().filter(|(role, _)| match role {
            Role::NomComplet => complet || !liee(&Role::Nom),
            Role::Nom | Role::Prenom => liee(role) || !complet,
            Role::Formation => liee(role) || !liee(&Role::Mef),
            Role::Mef => liee(role) || !liee(&Role::Formation),
            role => TOUJOURS.contains(role) || liee(role),
        });
        let lignes = montrees.map(|(role, nom)| (*nom, self.ligne_de_role(source, *role, nom)));
        let lignes: Vec<(&str, [Element; 3])> = lignes.collect();
        let laissees = source.lue.colonnes.iter().filter(|c| c.role.is_none());
        let laissees: Vec<String> = laissees
            .map(|c| c.entete.clone())
            .filter(|entete| !entete.is_empty())
            .collect();
        let laissees = (!laissees.is_empty()).then(|| {
            el("p")
                .attr("data-cle", "laissees")
                .avec(el("strong").texte(mot("laissees")))
                .texte(format!(" {}. ", laissees.join(", ")))
                .texte(mot("laissees-detail"))
        });
        self.carte("colonnes", mot("titre-colonnes"))
            .avec(p("aide", mot("aide-colonnes")).attr("data-cle", "aide"))
            .avec(match self.a.etroit {
                true => liste_des_roles(lignes),
                false => table_des_roles(lignes),
            })
            .avec_tous(laissees)
    }

    fn ligne_de_role(&self, source: &Source, role: Role, nom: &str) -> [Element; 3] {
        let choisie = source.colonne(role);
        let colonnes = source.lue.colonnes.iter().enumerate();
        let options = colonnes.map(|(rang, colonne)| {
            let texte = match colonne.entete.is_empty() {
                true => mot_avec("colonne-numero", &[("rang", &(rang + 1).to_string())]),
                false => colonne.entete.clone(),
            };
            el("option")
                .attr("value", rang.to_string())
                .drapeau("selected", choisie == Some(rang))
                .texte(texte)
        });
        let aucune = el("option")
            .attr("value", "")
            .drapeau("selected", choisie.is_none())
            .texte(mot("aucune-colonne"));
        let id = format!("role-{nom}");
        let choix = el("select")
            .attr("name", &*id)
            .attr("id", &*id)
            .avec(aucune)
            .avec_tous(options);
        let exemples = choisie.and_then(|rang| source.lue.colonnes.get(rang));
        let exemples = exemples.map(|colonne| {
            let mut dits: Vec<&str> = Vec::new();
            for exemple in &colonne.exemples {
                if !dits.contains(&exemple.as_str()) {
                    dits.push(exemple);
                }
            }
            dits.join(" · ")
        });
        let compris = self.compris(role).filter(|_| choisie.is_some());
        let etiquette = el("label")
            .attr("for", &*id)
            .texte(mot(&format!("role-{nom}")));
        let lu = el("div")
            .avec(el("span").texte(exemples.unwrap_or_default()))
            .avec_tous(compris.map(|dit| p("aide", dit)));
        [etiquette, choix, lu]
    }

    /// What was understood of a column.
    fn compris(&self, role: Role) -> Option<String> {
        let eleves: Vec<&Eleve> = self.a.lus().collect();
        let niveau = |niveau: Niveau| eleves.iter().filter(|e| e.niveau == niveau).count();
        let sur = |nombre: usize| {
            let (nombre, total) = (ecrit(nombre), ecrit(eleves.len()));
            mot_avec("lus-sur", &[("nombre", &nombre), ("total", &total)])
        };
        match role {
            Role::Mef | Role::Formation => {
                let dits = [
                    (Niveau::TerminaleBacPro, "terminale-bac-pro"),
                    (Niveau::DerniereAnneeCap, "derniere-annee-cap"),
                    (Niveau::Autre, "autre"),
                    (Niveau::Inconnu, "inconnu"),
                ];
                let dits = dits.map(|(lequel, nom)| (niveau(lequel), nom));
                let dits = dits.into_iter().filter(|(nombre, _)| *nombre > 0);
                let dits = dits.map(|(nombre, nom)| compte(&format!("compris-{nom}"), nombre));
                Some(dits.collect::<Vec<_>>().join(", "))
            }
            Role::DateNaissance => {
                Some(sur(eleves.iter().filter(|e| e.naissance.is_some()).count()))
            }
            Role::CodePostal => Some(sur(eleves
                .iter()
                .filter(|e| e.code_postal.is_some())
                .count())),
            _ => None,
        }
    }

    /// How far the judging is; a bar only where it takes time.
    pub fn avancement(&self) -> Element {
        let a = self.a;
        let (juges, total) = (a.juges(), a.eleves.len());
        let boite = el("div").classe("avancement");
        if juges < total && total > AVEC_BARRE {
            return boite.avec(self.barre_d_avancement(juges, total));
        }
        let peuvent = |rang: usize| {
            let avis = a.eleves.iter().filter_map(|e| e.avis.as_ref());
            let voies = avis.filter_map(|avis| avis.voies.get(rang));
            voies.filter(|voie| voie.sort == Sort::PeutDemander).count()
        };
        let lignes = (0..a.voies.len()).map(|rang| {
            let nombre = ecrit(peuvent(rang));
            let total = ecrit(total);
            let blancs = [("nombre", &*nombre), ("total", &*total)];
            el("li")
                .avec(el("strong").texte(mot_avec("peuvent", &blancs)))
                .texte(format!(" {}", self.voie(rang)))
        });
        boite.avec(el("ul").avec_tous(lignes))
    }

    pub fn barre_d_avancement(&self, juges: usize, total: usize) -> Element {
        let (fait, tout) = (ecrit(juges), ecrit(total));
        let blancs = [("nombre", &*fait), ("total", &*tout)];
        let dit = mot_avec("calcules-sur", &blancs);
        let bouton = match self.a.arrete {
            true => bouton("reprendre", "", mot("reprendre"), "bouton secondaire")
                .attr("id", "reprendre"),
            false => {
                bouton("arreter", "", mot("arreter"), "bouton secondaire").attr("id", "arreter")
            }
        };
        let suite = mot(if self.a.arrete {
            "calcul-arrete"
        } else {
            "deja-travailler"
        });
        el("div")
            .classe("calcul")
            .attr("data-cle", "calcul")
            .avec(
                el("p")
                    .avec(el("strong").texte(dit.clone()))
                    .texte(" ")
                    .texte(suite),
            )
            .avec(
                el("progress")
                    .attr("max", total.to_string())
                    .attr("value", juges.to_string())
                    .attr("aria-label", mot("avancement"))
                    .avec(invisible(dit)),
            )
            .avec(bouton)
    }
}

fn table_des_roles(lignes: Vec<(&str, [Element; 3])>) -> Element {
    let entetes = ["ce-qu-il-faut", "colonne-de-la-liste", "exemples-lus"];
    let entetes = entetes.map(|id| el("th").attr("scope", "col").texte(mot(id)));
    let lignes = lignes.into_iter().map(|(nom, [etiquette, choix, lu])| {
        el("tr")
            .attr("data-cle", nom)
            .avec(el("th").attr("scope", "row").avec(etiquette))
            .avec(el("td").avec(choix))
            .avec(el("td").avec(lu))
    });
    el("table")
        .classe("roles")
        .attr("data-cle", "roles")
        .avec(el("caption").avec(invisible(mot("titre-colonnes"))))
        .avec(el("thead").avec(el("tr").avec_tous(entetes)))
        .avec(el("tbody").avec_tous(lignes))
}

fn liste_des_roles(lignes: Vec<(&str, [Element; 3])>) -> Element {
    let lignes = lignes.into_iter();
    let lignes = lignes.map(|(nom, ligne)| el("li").attr("data-cle", nom).avec_tous(ligne));
    let liste = el("ul").classe("roles").attr("data-cle", "roles");
    liste.avec_tous(lignes)
}
