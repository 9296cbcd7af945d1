//! The pupils: a table where there is room, a list elsewhere, the same things in both.

use super::avis::{Sort, Voie};
use super::dire;
use super::eleve::{Double, Eleve};
use super::filtres::{en_attente, etiquette};
use super::mots::{compte, mot, mot_avec};
use super::tri::{Colonne, colonnes};
use super::vues::{Vue, invisible, p};
use crate::en_liste::EnListe;
use crate::liste::{Champ, Niveau};
use crate::page::{Element, el, jour_dit};

impl Vue<'_> {
    pub fn travailler(&self) -> Vec<Element> {
        let rangs = self.a.rangs();
        let montres = rangs.len();
        let entiere = self.a.de_la_page(&rangs);
        let page = &entiere[..entiere.len().min(self.a.lignes)];
        let aucun = match self.a.eleves.is_empty() {
            true => "aucun-eleve",
            false => "aucun-trouve",
        };
        let eleves = match (page.is_empty(), self.a.etroit) {
            (true, _) => p("aide", mot(aucun)).attr("data-cle", "aucun"),
            (false, true) => self.cartes(page).attr("data-cle", "cartes"),
            (false, false) => self
                .tableau(page, entiere.len())
                .attr("data-cle", "tableau"),
        };
        let parties = [
            self.calcul(),
            Some(self.resume()),
            self.lots(),
            Some(self.filtres()),
            Some(self.outils(montres)),
            self.pages(montres, false),
            self.nouveau(),
            Some(eleves),
            self.pages(montres, true),
            self.a_apporter(),
            Some(p("avis", mot("avis")).attr("data-cle", "avis")),
        ];
        parties.into_iter().flatten().en_liste()
    }

    /// The form of a pupil who is not in the table yet.
    fn nouveau(&self) -> Option<Element> {
        let ouvert = self.a.ouvert.as_ref()?;
        let eleve = ouvert.nouveau.as_ref()?;
        Some(
            el("section")
                .classe("panneau nouveau")
                .attr("data-cle", "nouveau")
                .avec(
                    self.c
                        .titre(1)
                        .classe("sous-titre")
                        .texte(mot("titre-nouveau")),
                )
                .avec(self.formulaire(eleve, ouvert)),
        )
    }

    fn tableau(&self, page: &[usize], nombre: usize) -> Element {
        let voies = self.a.voies.len();
        let entetes = colonnes(voies).into_iter().filter(|c| *c != Colonne::Ligne);
        let mut ths = entetes.map(|colonne| self.entete(colonne)).en_liste();
        let manque = el("th").attr("scope", "col").texte(mot("entete-manque"));
        ths.insert(4 + voies, manque);
        let actions = el("th")
            .attr("scope", "col")
            .avec(invisible(mot("entete-actions")));
        let largeur = ths.len() + 1;
        // One body a pupil: a form that opens changes that one only.
        let corps = page
            .iter()
            .map(|rang| self.ligne(&self.a.eleves[*rang], largeur));
        el("table")
            .classe("eleves")
            .avec(
                el("caption")
                    .attr("data-cle", "legende")
                    .avec(invisible(compte("legende-tableau", nombre))),
            )
            .avec(
                el("thead")
                    .attr("data-cle", "entetes")
                    .avec(el("tr").avec_tous(ths).avec(actions)),
            )
            .avec_tous(corps)
    }

    fn entete(&self, colonne: Colonne) -> Element {
        let (triee, descendant) = (self.a.tri.0 == colonne, self.a.tri.1);
        let nom = match colonne {
            Colonne::Voie(rang) => self.voie(rang),
            autre => mot(&format!("entete-{}", autre.nom())),
        };
        let sens = match (triee, descendant) {
            (true, false) => "ascending",
            (true, true) => "descending",
            (false, _) => "",
        };
        let bouton = el("button")
            .attr("type", "button")
            .classe("tri")
            .attr("data-action", "trier")
            .attr("data-cible", colonne.nom())
            .texte(nom)
            .avec(
                el("span")
                    .classe("fleche")
                    .attr("data-sens", sens)
                    .attr("aria-hidden", "true"),
            );
        let th = el("th").attr("scope", "col").avec(bouton);
        match triee {
            true => th.attr("aria-sort", sens),
            false => th,
        }
    }

    fn ligne(&self, eleve: &Eleve, largeur: usize) -> Element {
        let ouvert = self
            .a
            .ouvert
            .as_ref()
            .filter(|ouvert| ouvert.id == eleve.id);
        let voies =
            (0..self.a.voies.len()).map(|rang| el("td").avec_tous(self.decision(eleve, rang)));
        let tr = el("tr")
            .avec(el("th").attr("scope", "row").avec_tous(self.nom(eleve)))
            .avec(el("td").texte(eleve.prenom.clone()))
            .avec(el("td").avec_tous(self.naissance(eleve)))
            .avec(el("td").avec_tous(self.formation(eleve)))
            .avec_tous(voies)
            .avec(el("td").avec_tous(self.manque(eleve)))
            .avec(el("td").classe("jour").texte(self.a_partir_du(eleve)))
            .avec(el("td").avec(self.corriger(eleve)));
        let form = ouvert.map(|ouvert| {
            let cellule = el("td").attr("colspan", largeur.to_string());
            el("tr")
                .classe("sous")
                .avec(cellule.avec(self.formulaire(eleve, ouvert)))
        });
        el("tbody")
            .classe(if ouvert.is_some() { "ouvert" } else { "" })
            .attr("data-cle", eleve.id.to_string())
            .avec(tr)
            .avec_tous(form)
    }

    fn nom(&self, eleve: &Eleve) -> Vec<Element> {
        let doute = eleve.alerte(Champ::Nom).filter(|a| eleve.est_une_faute(a));
        let sorti = eleve.est_sorti().then(|| el("small").texte(mot("sorti")));
        let doute = doute.map(|alerte| el("small").classe("doute").texte(dire::faute(alerte)));
        let nom = match eleve.nom.is_empty() {
            true => el("span").classe("aide").texte(mot("sans-nom")),
            false => el("span").texte(eleve.nom.clone()),
        };
        let dits = [
            Some(nom),
            doute,
            sorti,
            self.double(eleve),
            self.retenu(eleve),
        ];
        dits.into_iter().flatten().en_liste()
    }

    /// Another pupil bears the same name.
    fn double(&self, eleve: &Eleve) -> Option<Element> {
        let (dit, classe) = match eleve.double? {
            Double::MemeEleve => ("deux-fois", "doute"),
            Double::MemeNom => ("meme-nom", ""),
        };
        Some(el("small").classe(classe).texte(mot(dit)))
    }

    /// Just mended, and no longer of this filter.
    fn retenu(&self, eleve: &Eleve) -> Option<Element> {
        let retenu = self.a.retenu == Some(eleve.id) && !self.a.filtre.garde(eleve);
        retenu.then(|| el("small").texte(mot("hors-du-filtre")))
    }

    fn naissance(&self, eleve: &Eleve) -> Vec<Element> {
        let alerte = eleve.alerte(Champ::DateNaissance);
        match (eleve.naissance, alerte) {
            (Some(jour), _) => vec![
                el("span").texte(jour_dit::ecrire(jour)),
                el("small").texte(dire::age(jour, self.a.depot())),
            ],
            (None, Some(alerte)) => match alerte.lu.clone() {
                Some(lu) => vec![
                    el("span").classe("doute").avec(el("strong").texte(lu)),
                    el("small")
                        .classe("doute")
                        .texte(mot("sort-a-corriger").to_lowercase()),
                ],
                None => vec![el("span").classe("aide").texte(mot("non-dit"))],
            },
            (None, None) => vec![el("span").classe("aide").texte(mot("non-dit"))],
        }
    }

    fn formation(&self, eleve: &Eleve) -> Vec<Element> {
        let classe = if eleve.niveau == Niveau::Inconnu {
            "doute"
        } else {
            ""
        };
        let mut dits = vec![el("span").classe(classe).texte(dire::niveau(eleve))];
        let apprenti = eleve.apprenti.then(|| mot("apprenti"));
        let classe = Some(eleve.classe.clone()).filter(|classe| !classe.is_empty());
        let suite = classe.into_iter().chain(apprenti).en_liste();
        if !suite.is_empty() {
            dits.push(el("small").texte(suite.join(", ")));
        }
        dits
    }

    /// The fate, then the number of pass and the article.
    fn decision(&self, eleve: &Eleve, rang: usize) -> Vec<Element> {
        let voie = eleve.avis.as_ref().and_then(|avis| avis.voies.get(rang));
        let Some(voie) = voie else {
            return vec![en_attente()];
        };
        let pass = (voie.sort == Sort::PeutDemander).then(|| match voie.carnet {
            Some(nombre) => mot_avec("pass", &[("nombre", &nombre.to_string())]),
            None => mot("pass-non-fixe"),
        });
        let dits = pass.into_iter().chain(article(voie)).en_liste();
        let suite = (!dits.is_empty()).then(|| el("small").texte(dits.join(" · ")));
        [Some(etiquette(voie.sort)), suite]
            .into_iter()
            .flatten()
            .en_liste()
    }

    /// What is missing for each way, once when it is the same; else how many papers.
    fn manque(&self, eleve: &Eleve) -> Vec<Element> {
        let mut dits: Vec<String> = Vec::new();
        let voies = eleve.avis.iter().flat_map(|avis| &avis.voies);
        for manque in voies.clone().flat_map(|voie| dire::manque(eleve, voie)) {
            if !dits.contains(&manque) {
                dits.push(manque);
            }
        }
        let papiers = voies.filter(|voie| voie.sort == Sort::PeutDemander);
        let papiers = papiers.map(|voie| voie.pieces.len()).max().unwrap_or(0);
        let papiers = (papiers > 0).then(|| el("small").texte(compte("papiers", papiers)));
        let rien = dits.is_empty() && eleve.avis.is_some();
        let dits = match rien {
            true => vec![el("span").classe("aide").texte(mot("rien"))],
            false => dits
                .into_iter()
                .map(|dit| el("span").classe("un").texte(dit))
                .en_liste(),
        };
        dits.into_iter().chain(papiers).en_liste()
    }

    fn a_partir_du(&self, eleve: &Eleve) -> String {
        let voies = || eleve.avis.iter().flat_map(|avis| &avis.voies);
        if voies().any(|voie| voie.sort == Sort::PlusTard) {
            let jours = voies().filter(|voie| voie.sort == Sort::PlusTard);
            let jour = jours.filter_map(|voie| voie.a_partir_du).min();
            return jour.map_or(String::new(), |jour| self.c.textes.jour(jour));
        }
        match voies().any(|voie| voie.sort == Sort::PeutDemander) {
            true => mot("ce-jour"),
            false => "–".into(),
        }
    }

    fn corriger(&self, eleve: &Eleve) -> Element {
        let ouvert = self.a.ouvert.as_ref().is_some_and(|o| o.id == eleve.id);
        let (action, texte) = if ouvert {
            ("fermer", "fermer")
        } else {
            ("ouvrir", "corriger")
        };
        el("button")
            .attr("type", "button")
            .classe("bouton secondaire petit")
            .attr("id", format!("ouvrir-{}", eleve.id))
            .attr("data-action", action)
            .attr("data-cible", eleve.id.to_string())
            .attr("aria-expanded", if ouvert { "true" } else { "false" })
            .attr(
                "aria-label",
                format!("{} {}", mot(texte), eleve.nom_complet()),
            )
            .texte(mot(texte))
    }

    /// The same, a card a pupil.
    fn cartes(&self, page: &[usize]) -> Element {
        let cartes = page
            .iter()
            .map(|rang| self.carte_d_eleve(&self.a.eleves[*rang]));
        el("ul").classe("cartes").avec_tous(cartes)
    }

    fn carte_d_eleve(&self, eleve: &Eleve) -> Element {
        let ouvert = self
            .a
            .ouvert
            .as_ref()
            .filter(|ouvert| ouvert.id == eleve.id);
        let mut lignes: Vec<Element> = Vec::new();
        let mut dire = |nom: String, dd: Element| {
            lignes.push(el("div").avec(el("dt").texte(nom)).avec(dd));
        };
        dire(
            mot("entete-naissance"),
            el("dd").avec_tous(self.naissance(eleve)),
        );
        dire(
            mot("entete-formation"),
            el("dd").avec_tous(self.formation(eleve)),
        );
        for rang in 0..self.a.voies.len() {
            dire(
                self.voie(rang),
                el("dd").avec_tous(self.decision(eleve, rang)),
            );
        }
        dire(mot("entete-manque"), el("dd").avec_tous(self.manque(eleve)));
        dire(
            mot("entete-a-partir-du"),
            el("dd").texte(self.a_partir_du(eleve)),
        );
        let tete = el("div")
            .classe("carte-tete")
            .avec(self.c.titre(1).texte(eleve.nom_complet()))
            .avec(self.corriger(eleve));
        let dits = [self.double(eleve), self.retenu(eleve)];
        el("li")
            .classe("panneau")
            .attr("data-cle", eleve.id.to_string())
            .avec(tete)
            .avec_tous(dits.into_iter().flatten())
            .avec(el("dl").avec_tous(lignes))
            .avec_tous(ouvert.map(|ouvert| self.formulaire(eleve, ouvert)))
    }
}

/// « art. 2 »; an annex by its name.
pub fn article(voie: &Voie) -> Option<String> {
    let (_, article) = voie.source.as_ref()?;
    let chiffre = article.starts_with(|c: char| c.is_ascii_digit());
    Some(match chiffre {
        true => mot_avec("article", &[("article", article)]),
        false => article.clone(),
    })
}
