//! From a criterion and the facts to one of three truth values, with the causes of a doubt.
//!
//! « tous » is the minimum, « un » the maximum. Where the text admits several readings, the criterion
//! is looked at in each; when they disagree the value is `Inconnu` and the caution says why.

use crate::bilan::Etat;
use crate::date::{self, Jour};
use crate::demande::{Age, Code, Faits, Tranche};
use crate::ensemble::Ensemble;
use crate::reglement::{
    Ages, Catalogue, Critere, LecturesOuvertes, Nom, PREMIERE_REPONSE, ReponseAttendue,
    SANS_REPONSE,
};

/// A truth value, and what it hangs on when it is `Inconnu`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constat {
    pub etat: Etat,
    pub causes: Causes,
}

/// What a doubt hangs on: answers not given, readings that disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Causes {
    pub questions: Ensemble,
    pub reserves: Ensemble,
}

impl Causes {
    pub fn question(rang: u8) -> Self {
        Causes {
            questions: Ensemble::de(rang),
            ..Causes::default()
        }
    }
    pub fn reserve(rang: u8) -> Self {
        Causes {
            reserves: Ensemble::de(rang),
            ..Causes::default()
        }
    }
    /// Adds what the other hangs on.
    pub fn joindre(&mut self, autres: Causes) {
        self.questions.joindre(autres.questions);
        self.reserves.joindre(autres.reserves);
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
        Self::jusqu_a(Etat::Non, constats, Constat::ferme(true))
    }
    /// The maximum: true when one is.
    pub fn un(constats: impl IntoIterator<Item = Constat>) -> Self {
        Self::jusqu_a(Etat::Oui, constats, Constat::ferme(false))
    }
    /// Stops at the first that settles it: only a doubt has causes, and they count for nothing then.
    fn jusqu_a(etat: Etat, constats: impl IntoIterator<Item = Constat>, depart: Constat) -> Self {
        let mut acquis = depart;
        for constat in constats {
            if constat.etat == etat {
                return constat;
            }
            if constat.etat == Etat::Inconnu {
                acquis.etat = Etat::Inconnu;
                acquis.causes.joindre(constat.causes);
            }
        }
        acquis
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
    pub faits: &'a Faits<'a>,
    pub lectures: &'a LecturesOuvertes,
    /// Ground retained, once known.
    pub titre: Option<u8>,
}

impl Regard<'_> {
    pub fn constater(&self, critere: &Critere) -> Constat {
        let (faits, connues) = (self.faits, self.catalogue.connues);
        match critere {
            Critere::Age(ages) => self.age(*ages),
            Critere::Situation(id) => match faits.situations {
                Some(situations) => Constat::ferme(situations.contient(id.rang)),
                None => Constat::inconnu(Causes::question(connues.situations)),
            },
            Critere::Reponse(attendue) => self.reponse(attendue),
            Critere::Territoire(prefixes) => self.territoire(prefixes),
            Critere::Depot(periode) => Constat::ferme(periode.contient(faits.depot)),
            Critere::Titre(id) => Constat::ferme(self.titre == Some(id.rang)),
            Critere::Tous(liste) => Constat::tous(liste.iter().map(|c| self.constater(c))),
            Critere::Un(liste) => Constat::un(liste.iter().map(|c| self.constater(c))),
            Critere::Sauf(c) => self.constater(c).contraire(),
        }
    }

    /// The answer, or what silence is presumed to say; « je ne sais pas » stays unknown.
    fn reponse(&self, attendue: &ReponseAttendue) -> Constat {
        let rang = attendue.question.rang;
        let dite = match self.faits.dit(rang) {
            SANS_REPONSE => self.catalogue.questions[usize::from(rang)].presumee,
            dite => dite,
        };
        match dite < PREMIERE_REPONSE {
            true => Constat::inconnu(Causes::question(rang)),
            false => Constat::ferme(dite == attendue.code),
        }
    }

    fn territoire(&self, prefixes: &[String]) -> Constat {
        let connues = self.catalogue.connues;
        match self.faits.code {
            None => Constat::inconnu(Causes::question(connues.code_postal)),
            Some(Code::Etranger) => Constat::ferme(false),
            Some(Code::France { chiffres, existe }) => {
                let dedans = prefixes.iter().any(|p| chiffres.starts_with(p.as_str()));
                // A mistyped code must not refuse anybody: outside the territory, a code that does not
                // exist says nothing until the person confirms it.
                if dedans || existe || self.faits.code_confirme {
                    return Constat::ferme(dedans);
                }
                let mut causes = Causes::question(connues.code_postal);
                causes.joindre(Causes::question(connues.code_postal_confirme));
                Constat::inconnu(causes)
            }
        }
    }

    /// Every day that may count, those of creation and of deposit.
    fn jours(&self) -> [Jour; 2] {
        let faits = self.faits;
        match self.lectures.jour {
            Some(_) => [faits.depot, faits.creation],
            None => [faits.depot; 2],
        }
    }

    fn age(&self, ages: Ages) -> Constat {
        let manque = Causes::question(self.catalogue.connues.date_naissance);
        match self.faits.age {
            Age::Inconnu => Constat::inconnu(manque),
            Age::Naissance(_) => self.age_date(ages),
            Age::Tranche(tranche, dite_le) => {
                let [un, autre] = self
                    .jours()
                    .map(|j| age_par_tranche(tranche, dite_le, j, ages));
                match un {
                    Some(vrai) if autre == un => Constat::ferme(vrai),
                    _ => Constat::inconnu(manque),
                }
            }
        }
    }

    /// Every admissible reading: the day that counts, and the birthday of those born on 29 February.
    fn age_date(&self, ages: Ages) -> Constat {
        let lectures = self.lectures;
        let dans =
            |age| ages.min.is_none_or(|min| min <= age) && ages.max.is_none_or(|max| age <= max);
        // Where the act is clear, the deposit and 1 March alone count.
        let [au_depot, a_la_creation] = self.faits.ages.map(|[fin_de_mois, lendemain]| {
            let lues = match lectures.anniversaire {
                Some(_) => [fin_de_mois, lendemain],
                None => [lendemain; 2],
            };
            lues.map(dans)
        });
        let a_la_creation = match lectures.jour {
            Some(_) => a_la_creation,
            None => au_depot,
        };
        let mut causes = Causes::default();
        if au_depot != a_la_creation {
            causes.joindre(Causes::reserve(Nom::rang_de(&lectures.jour)));
        }
        if [au_depot, a_la_creation]
            .iter()
            .any(|[un, autre]| un != autre)
        {
            causes.joindre(Causes::reserve(Nom::rang_de(&lectures.anniversaire)));
        }
        match causes == Causes::default() {
            true => Constat::ferme(au_depot[0]),
            false => Constat::inconnu(causes),
        }
    }
}

/// What a bracket said for the day `dite_le` tells of an age condition on another day, if anything.
fn age_par_tranche(
    tranche: Tranche,
    dite_le: Jour,
    jour: Jour,
    Ages { min, max }: Ages,
) -> Option<bool> {
    let (plus_jeune, plus_age) = ages_possibles(tranche, dite_le, jour);
    let sur = min.is_none_or(|min| plus_jeune >= min)
        && max.is_none_or(|max| plus_age.is_some_and(|p| p <= max));
    let exclu = min.is_some_and(|min| plus_age.is_some_and(|p| p < min))
        || max.is_some_and(|max| plus_jeune > max);
    match (sur, exclu) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
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
        let inconnu = Constat::inconnu(Causes::question(7));
        let decide = Constat::tous([inconnu, etat(Etat::Non)]);
        assert_eq!(decide.causes, Causes::default());
        let ouvert = Constat::tous([inconnu, etat(Etat::Oui)]);
        assert_eq!(ouvert.causes, Causes::question(7));
    }
}
