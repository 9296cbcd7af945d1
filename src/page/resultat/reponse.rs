//! The answer: a sentence in its frame, how many pass, and the period that decides when nobody can ask.

use super::Page;
use crate::bilan::{CarnetPossible, Decision, Verdict};
use crate::en_liste::EnListe;
use crate::page::annonces::Annonces;
use crate::page::mots::{Blancs, nombres};
use crate::page::{Element, el};

impl Page<'_> {
    /// The answer in one sentence, in a frame whose colour only repeats what the words say.
    pub(super) fn reponse(&self, annonces: &Annonces) -> Element {
        let (ton, phrase) = self.ton_et_phrase(annonces);
        let avant = self.avant();
        let avant = avant.map(|avant| el("p").classe("reponse-avant").texte(avant));
        el("section")
            .classe(ton)
            .attr("part", "reponse")
            .avec_tous(avant)
            .avec(self.c.titre_d_ecran(phrase))
            .avec_tous(match &annonces.arret {
                Some(phrases) => phrases.iter().map(|p| el("p").texte(p)).en_liste(),
                None => self.chiffres().into_iter().chain(self.periode()).en_liste(),
            })
    }

    pub(in crate::page) fn ton_et_phrase(&self, annonces: &Annonces) -> (&'static str, String) {
        let suspendue = annonces.arret.is_some() && self.peut_deposer();
        match self.decision.verdict {
            _ if suspendue => ("reponse calme", self.c.mot("reponse-suspendue").into()),
            _ if self.peut_deposer() => ("reponse oui", self.c.mot("reponse-eligible").into()),
            Verdict::APreciser => ("reponse attention", self.phrase(self.decision)),
            _ => ("reponse calme", self.titre()),
        }
    }

    /// Before any question there are no answers to speak after.
    pub(super) fn avant(&self) -> Option<&str> {
        (!self.parcours.posees.is_empty()).then(|| self.c.mot("avant-reponse"))
    }

    /// The answer of this page in one sentence: « not yet » says from when.
    pub(super) fn titre(&self) -> String {
        match &self.attente {
            Some((jour, _)) => self
                .c
                .mot_du_jour("reponse-pas-encore", &self.c.textes.jour(*jour)),
            None => self.phrase(self.decision),
        }
    }

    /// A decision in one sentence. Some refusals have their own: « not yet », « too late », « already
    /// given » are no « not for you ».
    fn phrase(&self, decision: &Decision) -> String {
        let generale = match decision.verdict {
            Verdict::Eligible => "reponse-eligible",
            Verdict::APreciser => "reponse-a-preciser",
            Verdict::NonEligible => "reponse-non-eligible",
            Verdict::PasOuvert => "reponse-pas-ouvert",
            Verdict::Clos => "reponse-clos",
        };
        let dits = decision.refus.iter().map(|refus| {
            let aide = &decision.dispositif;
            self.c.dit("titre-refus", aide, refus, &Blancs::new())
        });
        let propres: Option<Vec<String>> = dits.collect();
        let propre = propres.and_then(|phrases| phrases.into_iter().next());
        propre.unwrap_or_else(|| self.c.mot(generale).into())
    }

    /// How many pass, and what they are worth: one number, or each that may be granted.
    pub(in crate::page) fn chiffres(&self) -> Vec<Element> {
        if !self.peut_deposer() {
            return Vec::new();
        }
        let possibles = &self.issues.carnets;
        let nombres: Vec<u32> = match self.decision.carnet {
            Some(nombre) => vec![nombre],
            None => possibles.clone(),
        };
        if nombres.is_empty() {
            return vec![el("p").texte(self.c.mot("carnet-non-fixe"))];
        }
        let chiffre = |grand: String, petits: Vec<String>| {
            el("div")
                .classe("chiffre")
                .avec(el("dt").texte(grand))
                .avec_tous(petits.into_iter().map(|petit| el("dd").texte(petit)))
        };
        let raisons = match (nombres.len(), self.decision.carnets.as_slice()) {
            (1, [seul]) => self.raison(seul).into_iter().en_liste(),
            (1, _) => vec![String::new()],
            _ => self.carnets_possibles(),
        };
        let pass = self.mot_avec("chiffre-pass", &[("nombre", &self.ou(&nombres, 1))]);
        let mut chiffres = el("dl").classe("chiffres").avec(chiffre(pass, raisons));
        if let Some(valeur) = self.reglement.valeur_unitaire {
            let montants = self.ou(&nombres, valeur);
            let unite = self.mot_avec("chiffre-unite", &[("valeur", &valeur.to_string())]);
            chiffres = chiffres.avec(chiffre(
                self.mot_avec("chiffre-euros", &[("montant", &montants)]),
                vec![unite],
            ));
        }
        vec![chiffres]
    }

    /// « 5 ou 10 », each times `facteur`.
    fn ou(&self, nombres: &[u32], facteur: u32) -> String {
        let ecrits = nombres
            .iter()
            .map(|n| (u64::from(*n) * u64::from(facteur)).to_string())
            .en_liste();
        ecrits.join(&format!(" {} ", self.c.mot("ou")))
    }

    /// Whom this number of pass is for. A second booklet says what both make together.
    pub(super) fn raison(&self, carnet: &CarnetPossible) -> Option<String> {
        let id = carnet.id?;
        let regle = self
            .reglement
            .carnet
            .iter()
            .find(|r| r.id.as_deref() == Some(id))?;
        let mut blancs = nombres([&regle.si]);
        let deja = blancs.iter().find(|(nom, _)| nom == "nombre");
        let deja = deja.and_then(|(_, n)| n.parse::<u32>().ok()).unwrap_or(0);
        let total = carnet.nombre.unwrap_or(0).saturating_add(deja);
        blancs.push(("total".into(), total.to_string()));
        self.c.dit("carnet", self.decision.dispositif, id, &blancs)
    }

    /// Each number that the act may grant, and to whom, when the answers do not settle which.
    fn carnets_possibles(&self) -> Vec<String> {
        let possibles = self.decision.carnets.iter().filter_map(|carnet| {
            let nombre = carnet.nombre?.to_string();
            let blancs = [
                ("nombre", nombre.as_str()),
                ("raison", &self.raison(carnet)?),
            ];
            Some(self.mot_avec("carnet-possible", &blancs))
        });
        possibles.en_liste()
    }

    pub(in crate::page) fn periode(&self) -> Option<Element> {
        let lue = &self.reglement.periode.article;
        let source = self.c.source_de(self.reglement, lue);
        // Once it is over, where help is comes before where it was read.
        let source = (self.decision.verdict != Verdict::Clos)
            .then(|| el("span").classe("source").texte(source));
        Some(el("p").texte(self.periode_dite()?).avec_tous(source))
    }

    pub(super) fn periode_dite(&self) -> Option<String> {
        let (c, periode) = (self.c, &self.reglement.periode);
        match self.decision.verdict {
            Verdict::Clos => Some(c.mot_du_jour("clos-depuis", &c.textes.jour(periode.au?))),
            Verdict::PasOuvert => match &periode.ouverture {
                Some(id) => {
                    let aide = &self.decision.dispositif;
                    c.dit("ouverture", aide, id, &Blancs::new())
                }
                None => {
                    let jour = periode.certain_du.unwrap_or(periode.du);
                    Some(c.mot_du_jour("ouvre-le", &c.textes.jour(jour)))
                }
            },
            _ => None,
        }
    }
}
