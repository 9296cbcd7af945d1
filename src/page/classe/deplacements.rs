//! What is shown of the table: sorted, filtered, searched, page by page. No pupil changes.

use super::atelier::{Atelier, Etape, PAR_PAGE, Suite};
use super::mots::{compte, ecrit, mot_avec};
use super::tri::{self, Colonne, Filtre};
use crate::en_liste::EnListe;

impl Atelier {
    /// The pupils shown by the filter and the search, by rank; one just mended stays until another filter.
    pub fn rangs(&self) -> Vec<usize> {
        tri::rangs(&self.eleves, &self.gardes(), self.tri)
    }

    /// How many pupils are shown.
    pub fn nombre(&self) -> usize {
        self.gardes().len()
    }

    fn gardes(&self) -> Vec<usize> {
        tri::gardes(&self.eleves, self.filtre, &self.recherche, self.retenu)
    }

    /// How many pages the pupils shown make.
    pub fn pages(&self) -> usize {
        self.nombre().div_ceil(PAR_PAGE).max(1)
    }

    /// The pupils of the page shown, by rank, among those shown.
    pub fn de_la_page<'a>(&self, rangs: &'a [usize]) -> &'a [usize] {
        if self.tout {
            return rangs;
        }
        let debut = ((self.page - 1) * PAR_PAGE).min(rangs.len());
        &rangs[debut..(debut + PAR_PAGE).min(rangs.len())]
    }

    /// The pupils of the page shown, by their id; none on the other screens.
    pub fn ids_de_la_page(&self) -> Vec<u32> {
        if self.etape != Etape::Travailler {
            return Vec::new();
        }
        let rangs = self.rangs();
        let page = self.de_la_page(&rangs).iter();
        page.map(|rang| self.eleves[*rang].id).en_liste()
    }

    /// Whoever looks at a page wants its answers first.
    pub(super) fn juger_d_abord_la_page(&mut self) {
        let attendent = self.eleves.iter().any(|eleve| eleve.avis.is_none());
        self.d_abord = match attendent && self.etape == Etape::Travailler {
            true => self.de_la_page(&self.rangs()).to_vec(),
            false => Vec::new(),
        };
    }

    pub(super) fn trier(&mut self, colonne: Colonne) -> Suite {
        let descendant = self.tri == (colonne, false);
        self.tri = (colonne, descendant);
        self.page = 1;
        self.dire_ce_qui_est_montre();
        Suite::Rester
    }

    pub(super) fn filtrer(&mut self, filtre: Filtre) -> Suite {
        self.filtre = match self.filtre == filtre {
            true => Filtre::Tous,
            false => filtre,
        };
        self.depuis_le_debut()
    }

    pub(super) fn chercher(&mut self, texte: String) -> Suite {
        self.recherche = texte;
        self.depuis_le_debut()
    }

    fn depuis_le_debut(&mut self) -> Suite {
        self.page = 1;
        self.ouvert = None;
        self.retenu = None;
        self.dire_ce_qui_est_montre();
        Suite::Rester
    }

    /// From under the table, what comes next is read from its top.
    pub(super) fn tourner(&mut self, page: usize, d_en_bas: bool) -> Suite {
        self.page = page.clamp(1, self.pages());
        self.ouvert = None;
        self.dire_ce_qui_est_montre();
        // A button that goes out would take the focus with it.
        let au_bout = self.page == 1 || self.page == self.pages();
        match d_en_bas || au_bout {
            true => Suite::Viser(vec!["#montres".into()]),
            false => Suite::Rester,
        }
    }

    pub(super) fn tout_afficher(&mut self, tout: bool) -> Suite {
        self.tout = tout;
        self.dire_ce_qui_est_montre();
        Suite::Viser(vec!["#montres".into()])
    }

    /// The page of this pupil is the one shown, wherever a correction put their row.
    pub(super) fn suivre(&mut self, id: u32) {
        let rangs = self.rangs();
        let place = rangs.iter().position(|rang| self.eleves[*rang].id == id);
        if let Some(place) = place {
            self.page = place / PAR_PAGE + 1;
        }
    }

    pub(super) fn dire_ce_qui_est_montre(&mut self) {
        let pages = self.pages();
        self.statut = compte("montres", self.nombre());
        if pages > 1 && !self.tout {
            let (page, pages) = (ecrit(self.page), ecrit(pages));
            let page = mot_avec("page-sur", &[("page", &page), ("pages", &pages)]);
            self.statut = format!("{}. {page}.", self.statut);
        }
    }
}
