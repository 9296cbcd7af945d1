//! What to do next: the steps, the places of help, the buttons.

use super::Page;
use crate::adresse::Adresse;
use crate::bilan::EcheanceDatee;
use crate::date;
use crate::decision;
use crate::demande::CodePostal;
use crate::en_liste::EnListe;
use crate::page::annonces::Annonces;
use crate::page::seance::DEPOT;
use crate::page::{Element, Noeud, bouton_lien, el, jour};
use crate::reglement::{Demarche, Depart, Duree, Reference};

impl Page<'_> {
    /// The way that grants more pass, for whoever is free to take it: said before the portal.
    pub(super) fn mieux(&self) -> Option<Noeud> {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let mieux = decision::mieux(catalogue, self.decision, demande)?;
        let (nombre, actuel) = (mieux.carnet.nombre?, self.decision.carnet?);
        let valeur = self.reglement.valeur_unitaire;
        let montant = |n: u32| (u64::from(n) * u64::from(valeur.unwrap_or(0))).to_string();
        let cle = if valeur.is_some() {
            "mieux-euros"
        } else {
            "mieux"
        };
        let blancs = [
            ("nombre", nombre.to_string()),
            ("actuel", actuel.to_string()),
            ("montant", montant(nombre)),
            ("montant-actuel", montant(actuel)),
            ("raison", self.raison(&mieux.carnet)?),
        ];
        let blancs = blancs.iter().map(|(n, v)| (*n, v.as_str())).en_liste();
        let ou = self.c.textes.facultatif("ou-trouver", mieux.question);
        let liens = self
            .c
            .catalogue
            .orientations
            .iter()
            .filter(|o| o.accompagne);
        let liens = liens.map(|o| {
            let texte = self
                .c
                .textes
                .lire("orientation", &format!("{}-lien", o.id))
                .to_string();
            el("p").classe("carte-lien").avec(lien(&o.url, &texte))
        });
        let bloc = el("section")
            .classe("mieux")
            .avec(
                self.c
                    .titre(1)
                    .classe("sous-titre")
                    .texte(self.mot_avec(cle, &blancs)),
            )
            .avec_tous(ou.map(|ou| el("p").texte(ou)))
            .avec_tous(liens);
        Some(bloc.into())
    }

    /// What to do next, step by step, as the act says it.
    pub(super) fn ensuite(&self) -> Option<Noeud> {
        let etapes = self
            .demarches()
            .map(|demarche| self.enonce("demarche", &demarche.id, &demarche.article))
            .en_liste();
        (!etapes.is_empty()).then(|| {
            self.bloc("titre-ensuite")
                .avec(el("ol").classe("etapes").avec_tous(etapes))
                .into()
        })
    }

    /// The steps that this person takes.
    pub(in crate::page) fn demarches(&self) -> impl Iterator<Item = &Demarche> {
        let (catalogue, demande) = (self.c.catalogue, &self.parcours.demande);
        let titre = self.decision.titre;
        decision::demarches(catalogue, self.reglement, demande, titre).into_iter()
    }

    fn enonce(&self, genre: &str, id: &str, lue: &Reference) -> Element {
        let source = self.c.source_de(self.reglement, lue);
        el("li")
            .texte(self.dire(genre, id))
            .avec(el("span").classe("source").texte(source))
    }

    /// One thing that the act says to do, or that follows, with its dates and delays.
    pub(in crate::page) fn dire(&self, genre: &str, id: &str) -> String {
        let dates = self.decision.echeances.iter();
        let dates = dates.map(|e| (e.id.to_string(), self.c.jour(&self.dernier_jour(e), true)));
        let durees = self.reglement.echeances.iter().map(|e| {
            let (cle, nombre) = match e.duree {
                Duree::Mois(n) => ("duree-mois", u64::from(n)),
                Duree::Jours(n) => ("duree-jours", n),
            };
            let dite = self.mot_avec(cle, &[("nombre", &nombre.to_string())]);
            (format!("delai-{}", e.id), dite)
        });
        // A date wins over the delay that gives it.
        let blancs = dates.chain(durees).en_liste();
        let dire = |genre: &str| self.c.dit(genre, self.decision.dispositif, id, &blancs);
        let coupee = |e: &EcheanceDatee| self.dernier_jour(e) != e.date;
        let a_la_fin = self.decision.echeances.iter().any(coupee);
        let dit = a_la_fin.then(|| dire(&format!("{genre}-a-la-fin")));
        dit.flatten().or_else(|| dire(genre)).unwrap_or_default()
    }

    /// A deadline as it is told: the delay to confirm may outlast the aid, and nothing says that one may confirm then.
    pub(in crate::page) fn dernier_jour(&self, dite: &EcheanceDatee) -> String {
        let mut echeances = self.reglement.echeances.iter();
        let de_la_demande = echeances.any(|e| e.id == dite.id && e.depuis == Depart::Creation);
        let fin = self.c.catalogue.fin(&self.reglement.dispositif);
        let fin = fin.map(date::ecrire);
        let fin = fin.filter(|fin| de_la_demande && *fin < dite.date);
        fin.unwrap_or_else(|| dite.date.clone())
    }

    /// What happens once the demande is made: nothing to do now, so folded.
    pub(super) fn apres(&self) -> Noeud {
        let suites = self.reglement.suites.iter();
        let suites = suites.map(|suite| self.enonce("suite", &suite.id, &suite.article));
        // The acts are silent on how long a pass lasts: it is written on it.
        let date_des_pass = el("li").texte(self.c.mot("etape-date-pass"));
        el("details")
            .classe("volet")
            .avec(el("summary").texte(self.c.mot("titre-apres")))
            .avec(
                el("ul")
                    .classe("motifs")
                    .avec_tous(suites)
                    .avec(date_des_pass),
            )
            .into()
    }

    /// Places of free help, nearest first when the postal code is known.
    pub(super) fn orientations(&self, titre: &str) -> Noeud {
        let code = self.code_postal();
        let cartes = self.c.catalogue.orientations.iter().map(|orientation| {
            let texte = |suffixe: &str| {
                let cle = format!("{}{suffixe}", orientation.id);
                self.c.textes.lire("orientation", &cle).to_string()
            };
            let url = orientation.pres_de(code);
            let nom = code.and_then(|code| self.c.departement(code));
            let dit = match nom {
                Some(nom) if url != orientation.url => {
                    let cle = format!("{}-lien", orientation.id);
                    let textes = self.c.textes;
                    textes.remplir("orientation", &cle, &[("departement", nom)])
                }
                _ if orientation.par_departement.is_empty() => texte("-lien"),
                _ => texte("-region"),
            };
            el("li")
                .classe("carte")
                .avec(self.c.titre(2).texte(texte("")))
                .avec(el("p").texte(texte("-detail")))
                .avec(el("p").classe("carte-lien").avec(lien(url, &dit)))
        });
        self.bloc(titre)
            .avec(el("ul").classe("orientations").avec_tous(cartes))
            .into()
    }

    pub(super) fn code_postal(&self) -> Option<&str> {
        match self.parcours.demande.reponses.code_postal() {
            Some(CodePostal::France(code)) => Some(code),
            _ => None,
        }
    }

    /// The portal: the one the host names, else the one last announced, else the one of the act.
    pub(super) fn portail<'b>(&'b self, annonces: &Annonces<'b>) -> Option<&'b str> {
        let publie = annonces.portail.or(self.reglement.portail.as_ref());
        let hote = self.c.seance.reglages.portail.as_ref().map(Adresse::as_str);
        hote.or(publie.map(String::as_str))
    }

    /// The ways on: the portal, somebody to call.
    pub(super) fn actions(&self, annonces: &Annonces) -> Option<Noeud> {
        let mut actions = el("div").classe("actions");
        let utile = self.peut_deposer() && annonces.arret.is_none();
        let reglages = &self.c.seance.reglages;
        if let (true, Some(url)) = (utile, self.portail(annonces)) {
            actions = actions.avec(
                lien(url, self.c.mot("portail"))
                    .classe("bouton")
                    .attr("part", "bouton"),
            );
        }
        if let Some(numero) = annonces.telephone {
            let chiffres: String = numero
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect();
            let dit = self.mot_avec("telephone", &[("numero", numero)]);
            actions =
                actions.avec(lien(&format!("tel:{chiffres}"), &dit).classe("bouton secondaire"));
        }
        if let Some((url, nom)) = self.qui_l_accorde() {
            actions = actions.avec(lien(url, nom).classe("bouton secondaire"));
        }
        if let Some(contact) = &reglages.contact {
            actions = actions
                .avec(lien(contact.as_str(), self.c.mot("contact")).classe("bouton secondaire"));
        }
        (!actions.enfants.is_empty()).then(|| actions.into())
    }

    /// Where a doubt can be settled: the page of whoever grants the aid, and its name.
    pub(super) fn qui_l_accorde(&self) -> Option<(&str, &str)> {
        let aide = &self.decision.dispositif;
        let doutes = !self.decision.reserves.is_empty() || !self.issues.doutes.is_empty();
        let mut dispositifs = self.c.catalogue.dispositifs.iter();
        let page = dispositifs.find(|d| d.id == *aide)?.page.as_deref()?;
        doutes.then(|| (page, self.c.textes.lire("page-de-l-aide", aide)))
    }

    /// At the end and in a quiet voice: it loses everything.
    pub(super) fn recommencer(&self) -> Option<Noeud> {
        let bouton = || bouton_lien("recommencer", "").texte(self.c.mot("recommencer"));
        (!self.parcours.posees.is_empty()).then(|| el("p").classe("ecran").avec(bouton()).into())
    }

    /// The same answers on another day of deposit.
    pub(super) fn autre_jour(&self) -> Noeud {
        el("details")
            .classe("volet ecran")
            .avec(el("summary").texte(self.c.mot("titre-autre-jour")))
            .avec(jour::vue(
                self.c,
                DEPOT,
                self.c.mot("autre-jour"),
                self.c.mot("voir-ce-jour"),
            ))
            .into()
    }
}

/// A link that leaves the page, in the same window: going back keeps nobody stuck.
pub(super) fn lien(url: &str, texte: &str) -> Element {
    el("a")
        .attr("href", url)
        .attr("rel", "noreferrer")
        .texte(texte)
}
