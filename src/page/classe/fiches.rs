//! What is printed: a sheet a pupil, then a summary of them all.

use super::avis::Sort;
use super::demande::demande;
use super::dire;
use super::eleve::Eleve;
use super::filtres::etiquette;
use super::mots::{compte, ecrit, mot, mot_avec};
use super::vues::{Vue, p};
use crate::decision;
use crate::en_liste::EnListe;
use crate::page::{Element, el, jour_dit, resultat};

impl Vue<'_> {
    /// The sheets of the pupils shown: in the page only while they are printed.
    pub fn fiches(&self) -> Option<Element> {
        if !self.a.imprime {
            return None;
        }
        let eleves = self.a.rangs().iter().map(|r| &self.a.eleves[*r]).en_liste();
        let total = eleves.len();
        let fiches = eleves.iter().enumerate();
        let fiches = fiches.map(|(rang, eleve)| self.fiche(eleve, rang + 1, total));
        Some(
            el("div")
                .classe("fiches")
                .avec_tous(fiches)
                .avec(self.bilan(&eleves)),
        )
    }

    fn fiche(&self, eleve: &Eleve, rang: usize, total: usize) -> Element {
        let demande = demande(eleve, &self.a.communes, self.a.depot());
        let mut bilan = decision::evaluer(self.c.catalogue, &demande);
        let premiere = self.la_plus_utile(eleve);
        // The class speaks of the ways of its table only: a sheet about another aid would contradict it.
        bilan
            .decisions
            .retain(|d| premiere.is_none_or(|voie| d.dispositif == voie));
        let mut fiche = el("div")
            .classe("fiche fiche-eleve")
            .avec(self.tete_de_fiche(eleve, rang, total));
        // The sheet of a citizen, with this name above it.
        if let Some(sienne) = resultat::fiche_de(self.c, demande, &bilan) {
            let mut enfants = sienne.enfants.clone();
            let pied = enfants.pop();
            fiche = fiche.avec_tous(enfants);
            fiche = fiche.avec_tous(self.autres_voies(eleve, premiere));
            fiche = fiche.avec(self.au_lycee()).avec_tous(pied);
        }
        fiche
    }

    /// The way whose fate is the most useful to this pupil; the first of the table where several are.
    fn la_plus_utile(&self, eleve: &Eleve) -> Option<&str> {
        let voies = eleve.avis.iter().flat_map(|avis| &avis.voies);
        let voies = voies.zip(&self.a.voies);
        let (_, aide) = voies.min_by_key(|(voie, _)| voie.sort)?;
        Some(aide)
    }

    fn tete_de_fiche(&self, eleve: &Eleve, rang: usize, total: usize) -> Element {
        let (numero, sur) = (ecrit(rang), ecrit(total));
        let numero = mot_avec("fiche-sur", &[("rang", &numero), ("total", &sur)]);
        let classe = Some(&eleve.classe).filter(|classe| !classe.is_empty());
        let classe = classe.map(|classe| mot_avec("fiche-classe", &[("classe", classe)]));
        let naissance = eleve.naissance.map(|jour| {
            let dite = self.c.textes.jour(jour);
            let age = dire::age(jour, self.a.depot());
            mot_avec("fiche-naissance", &[("jour", &dite), ("age", &age)])
        });
        let droite = [Some(numero), classe, naissance];
        let droite = droite.into_iter().flatten().map(|dit| el("p").texte(dit));
        el("div")
            .classe("tete-eleve")
            .avec(self.c.titre(1).texte(eleve.nom_complet()))
            .avec(el("div").avec_tous(droite))
    }

    /// What the other ways say, when they say more than no.
    fn autres_voies(&self, eleve: &Eleve, premiere: Option<&str>) -> Vec<Element> {
        let voies = eleve.avis.iter().flat_map(|avis| &avis.voies).enumerate();
        let autres = voies.filter(|(rang, voie)| {
            self.a.voies.get(*rang).map(String::as_str) != premiere && voie.sort != Sort::Non
        });
        autres
            .map(|(rang, voie)| {
                let nom = format!("{}\u{a0}: ", self.voie(rang));
                let dit = mot(&format!("sort-{}", voie.sort.nom())).to_lowercase();
                let jour = voie.a_partir_du.map(|jour| self.c.textes.jour(jour));
                let jour = jour.map(|jour| mot_avec("des-le", &[("jour", &jour)]));
                let papiers = voie
                    .pieces
                    .iter()
                    .map(|piece| dire::papier(piece))
                    .en_liste();
                let papiers = match papiers.is_empty() {
                    true => String::new(),
                    false => mot_avec("fiche-papiers", &[("papiers", &papiers.join(", "))]),
                };
                el("div").classe("autre-voie").avec(
                    el("p")
                        .avec(el("strong").texte(mot("fiche-autre-voie")))
                        .texte(format!(
                            " {nom}{dit}{}. {papiers}",
                            jour.unwrap_or_default()
                        )),
                )
            })
            .en_liste()
    }

    /// Blanks for the hand of whoever helps.
    fn au_lycee(&self) -> Element {
        let ligne = || el("span").classe("a-remplir");
        el("p")
            .classe("au-lycee")
            .avec(el("strong").texte(mot("fiche-au-lycee")))
            .texte(format!(" {} ", mot("fiche-demander-a")))
            .avec(ligne())
            .texte(format!(" {} ", mot("fiche-le")))
            .avec(ligne())
    }

    /// The last page: totals, then a line a pupil.
    fn bilan(&self, eleves: &[&Eleve]) -> Element {
        let voies = self.a.voies.len();
        let totaux = (0..voies).map(|rang| {
            let comptes = Sort::TOUS.iter().filter_map(|sort| {
                let le_sien = |e: &&&Eleve| {
                    let avis = e.avis.as_ref().and_then(|avis| avis.voies.get(rang));
                    avis.is_some_and(|voie| voie.sort == *sort)
                };
                let nombre = eleves.iter().filter(le_sien).count();
                let dit = mot(&format!("sort-{}", sort.nom())).to_lowercase();
                (nombre > 0).then(|| format!("{} {dit}", ecrit(nombre)))
            });
            let comptes = comptes.en_liste();
            let nom = format!("{}\u{a0}: ", self.voie(rang));
            el("li")
                .avec(el("strong").texte(nom))
                .texte(format!("{}.", comptes.join(", ")))
        });
        let mut entetes = vec![
            mot("entete-nom"),
            mot("champ-classe"),
            mot("entete-naissance"),
        ];
        entetes.extend((0..voies).map(|rang| self.voie(rang)));
        entetes.push(mot("entete-manque"));
        let entetes = entetes
            .into_iter()
            .map(|e| el("th").attr("scope", "col").texte(e));
        let lignes = eleves.iter().map(|eleve| {
            let voies_dites = (0..voies).map(|rang| {
                let voie = eleve.avis.as_ref().and_then(|avis| avis.voies.get(rang));
                el("td").avec_tous(voie.map(|voie| etiquette(voie.sort)))
            });
            let naissance = eleve.naissance.map(jour_dit::ecrire).unwrap_or_default();
            let mut manque: Vec<String> = Vec::new();
            for dit in eleve
                .avis
                .iter()
                .flat_map(|a| &a.voies)
                .flat_map(|v| dire::manque(eleve, v))
            {
                if !manque.contains(&dit) {
                    manque.push(dit);
                }
            }
            el("tr")
                .avec(el("th").attr("scope", "row").texte(eleve.nom_complet()))
                .avec(el("td").texte(eleve.classe.clone()))
                .avec(el("td").texte(naissance))
                .avec_tous(voies_dites)
                .avec(el("td").texte(manque.join(", ")))
        });
        let jour = self.c.textes.jour_nomme(self.a.depot());
        el("div")
            .classe("bilan-de-classe")
            .avec(self.c.titre(1).texte(compte("bilan-titre", eleves.len())))
            .avec(el("p").texte(mot_avec("demande-du", &[("jour", &jour)])))
            .avec(el("ul").avec_tous(totaux))
            .avec(
                el("table")
                    .avec(el("thead").avec(el("tr").avec_tous(entetes)))
                    .avec(el("tbody").avec_tous(lignes)),
            )
            .avec(p("avis", mot("avis")))
    }
}
