//! From a criterion and a demande to one of three truth values, with the causes of a doubt.
//!
//! « tous » is the minimum, « un » the maximum. Where the text admits several readings, the criterion
//! is looked at in each; when they disagree the value is `Inconnu` and the caution says why.

use crate::bilan::Etat;
use crate::codes_postaux;
use crate::date::{self, Anniversaire, Jour};
use crate::demande::{CodePostal, Demande, Reponse, Tranche};
use crate::reglement::{Catalogue, Critere, LecturesOuvertes, Scalaire, connus};

/// A truth value, and what it hangs on when it is `Inconnu`.
#[derive(Clone, Debug, PartialEq)]
pub struct Constat {
    pub etat: Etat,
    pub causes: Causes,
}

/// What a doubt hangs on: answers not given, readings that disagree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Causes {
    pub questions: Vec<String>,
    pub reserves: Vec<String>,
}

impl Causes {
    pub fn question(id: &str) -> Self {
        Causes {
            questions: vec![id.into()],
            reserves: vec![],
        }
    }
    pub fn reserve(id: &str) -> Self {
        Causes {
            questions: vec![],
            reserves: vec![id.into()],
        }
    }
    /// Adds what the other hangs on, without repeating.
    pub fn joindre(&mut self, autres: &Causes) {
        ajouter(&mut self.questions, &autres.questions);
        ajouter(&mut self.reserves, &autres.reserves);
    }
}

fn ajouter(liste: &mut Vec<String>, autres: &[String]) {
    for autre in autres {
        if !liste.contains(autre) {
            liste.push(autre.clone());
        }
    }
}

impl Constat {
    pub fn ferme(vrai: bool) -> Self {
        let etat = if vrai { Etat::Oui } else { Etat::Non };
        Constat {
            etat,
            causes: Causes::default(),
        }
    }
    pub fn inconnu(causes: Causes) -> Self {
        Constat {
            etat: Etat::Inconnu,
            causes,
        }
    }
    /// The minimum: true when all are, doubtful because of all that is doubtful.
    pub fn tous(constats: impl IntoIterator<Item = Constat>) -> Self {
        Self::extreme(constats, Constat::ferme(true), |nouveau, ancien| {
            nouveau < ancien
        })
    }
    /// The maximum: true when one is.
    pub fn un(constats: impl IntoIterator<Item = Constat>) -> Self {
        Self::extreme(constats, Constat::ferme(false), |nouveau, ancien| {
            nouveau > ancien
        })
    }
    fn extreme(
        constats: impl IntoIterator<Item = Constat>,
        depart: Constat,
        l_emporte: fn(Etat, Etat) -> bool,
    ) -> Self {
        constats.into_iter().fold(depart, |mut acquis, constat| {
            if l_emporte(constat.etat, acquis.etat) {
                constat
            } else {
                if constat.etat == acquis.etat {
                    acquis.causes.joindre(&constat.causes);
                }
                acquis
            }
        })
    }
    fn contraire(self) -> Self {
        let etat = match self.etat {
            Etat::Non => Etat::Oui,
            Etat::Inconnu => Etat::Inconnu,
            Etat::Oui => Etat::Non,
        };
        Constat { etat, ..self }
    }
}

/// What a criterion is looked at against.
#[derive(Clone, Copy)]
pub struct Regard<'a> {
    pub catalogue: &'a Catalogue,
    pub demande: &'a Demande,
    pub lectures: &'a LecturesOuvertes,
    /// Ground retained, once known.
    pub titre: Option<&'a str>,
}

impl Regard<'_> {
    pub fn constater(&self, critere: &Critere) -> Constat {
        let reponses = &self.demande.reponses;
        match critere {
            Critere::Age(tranche) => self.age(tranche.min, tranche.max),
            Critere::Situation(id) => match reponses.situations() {
                Some(situations) => Constat::ferme(situations.contains(id)),
                None => Constat::inconnu(Causes::question(connus::SITUATIONS)),
            },
            Critere::Reponse(attendue) => match self.scalaire(&attendue.question) {
                Some(valeur) => Constat::ferme(*valeur == attendue.vaut),
                None => Constat::inconnu(Causes::question(&attendue.question)),
            },
            Critere::Territoire(prefixes) => self.territoire(prefixes),
            Critere::Depot(periode) => Constat::ferme(
                periode.du.is_none_or(|du| du <= self.demande.depot)
                    && periode.au.is_none_or(|au| self.demande.depot <= au),
            ),
            Critere::Titre(id) => Constat::ferme(self.titre == Some(id)),
            Critere::Tous(liste) => Constat::tous(liste.iter().map(|c| self.constater(c))),
            Critere::Un(liste) => Constat::un(liste.iter().map(|c| self.constater(c))),
            Critere::Sauf(c) => self.constater(c).contraire(),
        }
    }

    /// The answer, or what silence is presumed to say; « je ne sais pas » stays unknown.
    fn scalaire(&self, question: &str) -> Option<&Scalaire> {
        match self.demande.reponses.donnee(question) {
            Some(Reponse::Valeur(valeur)) => Some(valeur),
            Some(_) => None,
            None => self.catalogue.question(question)?.presume.as_ref(),
        }
    }

    fn territoire(&self, prefixes: &[String]) -> Constat {
        let reponses = &self.demande.reponses;
        let Some(code) = reponses.code_postal() else {
            return Constat::inconnu(Causes::question(connus::CODE_POSTAL));
        };
        let CodePostal::France(code) = code else {
            return Constat::ferme(false);
        };
        if prefixes.iter().any(|p| code.starts_with(p.as_str())) {
            return Constat::ferme(true);
        }
        // A mistyped code must not refuse anybody: outside the territory, a code that does not
        // exist says nothing until the person confirms it.
        let confirme =
            reponses.scalaire(connus::CODE_POSTAL_CONFIRME) == Some(&Scalaire::Booleen(true));
        if confirme || codes_postaux::existe(code) {
            return Constat::ferme(false);
        }
        let mut causes = Causes::question(connus::CODE_POSTAL);
        causes.joindre(&Causes::question(connus::CODE_POSTAL_CONFIRME));
        Constat::inconnu(causes)
    }

    fn age(&self, min: Option<u32>, max: Option<u32>) -> Constat {
        let demande = self.demande;
        let mut jours = vec![demande.depot];
        if self.lectures.jour.is_some() && demande.creation != demande.depot {
            jours.push(demande.creation);
        }
        match (demande.reponses.naissance(), demande.reponses.tranche()) {
            (Some(naissance), _) => self.age_date(naissance, min, max, &jours),
            (None, Some(tranche)) => {
                let mut constats = jours
                    .iter()
                    .map(|j| age_par_tranche(tranche, demande.jour_de_l_age, *j, min, max));
                let premier = constats.next().unwrap_or(Constat::ferme(false));
                match constats.all(|c| c == premier) {
                    true => premier,
                    false => Constat::inconnu(Causes::question(connus::DATE_NAISSANCE)),
                }
            }
            (None, None) => Constat::inconnu(Causes::question(connus::DATE_NAISSANCE)),
        }
    }

    /// Every admissible reading: the day that counts, and the birthday of those born on 29 February.
    fn age_date(
        &self,
        naissance: Jour,
        min: Option<u32>,
        max: Option<u32>,
        jours: &[Jour],
    ) -> Constat {
        let dans = |jour: Jour, lecture: Anniversaire| {
            min.is_none_or(|min| date::anniversaire(naissance, min, lecture) <= jour)
                && max.is_none_or(|max| jour < date::anniversaire(naissance, max + 1, lecture))
        };
        let anniversaires: &[Anniversaire] = match self.lectures.anniversaire {
            Some(_) => &[Anniversaire::Vingthuitfevrier, Anniversaire::Premiermars],
            None => &[Anniversaire::Premiermars],
        };
        let mut causes = Causes::default();
        for lecture in anniversaires {
            if !unanimes(jours.iter().map(|j| dans(*j, *lecture))) {
                causes.reserves.extend(self.lectures.jour.clone());
                break;
            }
        }
        for jour in jours {
            if !unanimes(anniversaires.iter().map(|l| dans(*jour, *l))) {
                causes.reserves.extend(self.lectures.anniversaire.clone());
                break;
            }
        }
        if causes.reserves.is_empty() {
            Constat::ferme(dans(jours[0], anniversaires[0]))
        } else {
            Constat::inconnu(causes)
        }
    }
}

/// The readings agree.
fn unanimes(mut lectures: impl Iterator<Item = bool>) -> bool {
    let premiere = lectures.next();
    lectures.all(|l| Some(l) == premiere)
}

/// What a bracket said for the day `dite_le` tells of an age condition on another day.
fn age_par_tranche(
    tranche: Tranche,
    dite_le: Jour,
    jour: Jour,
    min: Option<u32>,
    max: Option<u32>,
) -> Constat {
    let (plus_jeune, plus_age) = ages_possibles(tranche, dite_le, jour);
    let sur = min.is_none_or(|min| plus_jeune >= min)
        && max.is_none_or(|max| plus_age.is_some_and(|p| p <= max));
    let exclu = min.is_some_and(|min| plus_age.is_some_and(|p| p < min))
        || max.is_some_and(|max| plus_jeune > max);
    match (sur, exclu) {
        (true, _) => Constat::ferme(true),
        (_, true) => Constat::ferme(false),
        _ => Constat::inconnu(Causes::question(connus::DATE_NAISSANCE)),
    }
}

/// The ages that somebody of this bracket may have on another day.
fn ages_possibles(tranche: Tranche, dite_le: Jour, jour: Jour) -> (u32, Option<u32>) {
    let (debut, fin) = (jour.min(dite_le), jour.max(dite_le));
    let entieres = fin.years_since(debut).unwrap_or(0);
    let entamees = entieres + u32::from(date::ajouter_mois(debut, entieres * 12) != fin);
    if jour < dite_le {
        (
            tranche.min.saturating_sub(entamees),
            tranche.max.map(|m| m.saturating_sub(entieres)),
        )
    } else {
        (tranche.min + entieres, tranche.max.map(|m| m + entamees))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn etat(e: Etat) -> Constat {
        Constat {
            etat: e,
            causes: Causes::default(),
        }
    }

    #[test]
    fn tous_est_le_minimum_et_un_le_maximum() {
        use Etat::*;
        for (a, b, tous, un) in [
            (Oui, Oui, Oui, Oui),
            (Oui, Inconnu, Inconnu, Oui),
            (Oui, Non, Non, Oui),
            (Inconnu, Inconnu, Inconnu, Inconnu),
            (Inconnu, Non, Non, Inconnu),
            (Non, Non, Non, Non),
        ] {
            assert_eq!(
                Constat::tous([etat(a), etat(b)]).etat,
                tous,
                "tous {a:?} {b:?}"
            );
            assert_eq!(Constat::un([etat(a), etat(b)]).etat, un, "un {a:?} {b:?}");
        }
    }

    #[test]
    fn seules_les_reponses_qui_comptent_encore_manquent() {
        let inconnu = Constat::inconnu(Causes::question("accompagne"));
        let decide = Constat::tous([inconnu.clone(), etat(Etat::Non)]);
        assert_eq!(decide.causes, Causes::default());
        let ouvert = Constat::tous([inconnu, etat(Etat::Oui)]);
        assert_eq!(ouvert.causes.questions, ["accompagne"]);
    }
}
