//! How a list was read: its encoding, its separator, its lines; and what there is to know of it.

use super::super::mots::{compte, ecrit, mot, mot_avec};
use super::super::relire::nom_du_separateur;
use super::super::source::Source;
use super::super::vues::{Vue, p};
use crate::en_liste::EnListe;
use crate::liste::Raison;
use crate::page::{Element, el};

impl Vue<'_> {
    pub(super) fn fichier_lu(&self, source: &Source) -> Element {
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
            .en_liste();
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

    pub(super) fn remarques(&self) -> Option<Element> {
        let lue = self.a.source.as_ref().map(|source| &source.lue);
        let remarques = lue
            .into_iter()
            .flat_map(|lue| lue.fautes.iter().chain(&lue.avertissements));
        let remarques = remarques.map(|remarque| remarque.message.clone());
        let perdu = self.a.ce_qui_est_perdu().into_iter();
        let lignes = perdu
            .chain(remarques)
            .map(|dit| el("li").texte(dit))
            .en_liste();
        (!lignes.is_empty()).then(|| {
            let liste = el("ul").attr("data-cle", "liste").avec_tous(lignes);
            self.carte("remarques", mot("a-savoir"))
                .attr("data-ton", "attention")
                .avec(liste)
        })
    }
}
