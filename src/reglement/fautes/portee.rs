//! Which criteria some demande meets: all the answers that make a difference to them are tried.

use super::criteres::Contexte;
use crate::date::Jour;
use crate::en_liste::EnListe;
use crate::ordre::ranger;
use crate::reglement::{Critere, Genre, Scalaire};

/// Beyond so many demandes a criterion is taken to be met by one: no act comes near.
const ESSAIS: usize = 1 << 16;

/// One thing that criteria read, and the values that make a difference to them.
enum Axe<'a> {
    Age(Vec<u32>),
    Situation(&'a str),
    Reponse(&'a str, Vec<Scalaire>),
    /// A prefix stands for the codes that begin with it and with no longer one; the empty one for all others.
    Code(Vec<&'a str>),
    Depot(Vec<Jour>),
    Titre(Vec<Option<&'a str>>),
}

/// Whether a criterion holds for one of the demandes tried.
pub type Tenue<'a> = &'a dyn Fn(&Critere) -> bool;

impl<'a> Contexte<'a> {
    /// No demande makes `cas` true, whatever it answers to what `lus` read.
    pub fn jamais(&self, lus: &[&'a Critere], cas: &dyn Fn(Tenue) -> bool) -> bool {
        let axes = self.axes(lus);
        let nombre = axes.iter().try_fold(1_usize, |produit, axe| {
            let suite = produit.checked_mul(axe.taille())?;
            (suite <= ESSAIS).then_some(suite)
        });
        let Some(nombre) = nombre else {
            return false;
        };
        !(0..nombre).any(|rang| cas(&|critere| vrai(critere, &axes, rang)))
    }

    /// The two read something in common: otherwise one says nothing of the other.
    pub fn lies(&self, un: &[&'a Critere], autre: &'a Critere) -> bool {
        let axes = self.axes(un);
        let mut lies = false;
        autre.parcourir(&mut |c| lies |= axes.iter().any(|axe| axe.lu_par(c)));
        lies
    }

    fn axes(&self, lus: &[&'a Critere]) -> Vec<Axe<'a>> {
        let mut axes = Vec::new();
        for critere in lus {
            critere.parcourir(&mut |c| self.ajouter(&mut axes, c));
        }
        axes
    }

    fn ajouter(&self, axes: &mut Vec<Axe<'a>>, critere: &'a Critere) {
        let periode = &self.reglement.periode;
        let vide = match critere {
            Critere::Age(_) => Axe::Age(vec![0]),
            Critere::Situation(id) => Axe::Situation(id),
            Critere::Reponse(attendue) => {
                Axe::Reponse(&attendue.question, self.reponses(&attendue.question))
            }
            Critere::Territoire(_) => Axe::Code(vec![""]),
            Critere::Depot(_) => Axe::Depot(vec![periode.du]),
            Critere::Titre(_) => {
                let ids = self.reglement.titres.iter().map(|t| Some(t.id.as_str()));
                Axe::Titre(ids.chain([None]).en_liste())
            }
            Critere::Tous(_) | Critere::Un(_) | Critere::Sauf(_) => return,
        };
        if !axes.iter().any(|a| a.lu_par(critere)) {
            axes.push(vide);
        }
        let Some(axe) = axes.iter_mut().find(|a| a.lu_par(critere)) else {
            return;
        };
        match (axe, critere) {
            (Axe::Age(ages), Critere::Age(t)) => {
                let bornes = [t.min, t.max.map(|max| max.saturating_add(1))];
                for age in bornes.into_iter().flatten() {
                    ranger(ages, age);
                }
            }
            (Axe::Code(codes), Critere::Territoire(prefixes)) => {
                for prefixe in prefixes {
                    ranger(codes, prefixe);
                }
            }
            (Axe::Depot(jours), Critere::Depot(p)) => {
                for jour in p.bascules() {
                    if periode.possible().contient(jour) {
                        ranger(jours, jour);
                    }
                }
            }
            _ => {}
        }
    }

    fn reponses(&self, question: &str) -> Vec<Scalaire> {
        match self.catalogue.question(question) {
            Some(q) if q.genre == Genre::OuiNon => [true, false].map(Scalaire::Booleen).to_vec(),
            Some(q) => q.options.iter().map(|o| o.id.clone()).en_liste(),
            None => vec![],
        }
    }
}

impl Axe<'_> {
    fn taille(&self) -> usize {
        match self {
            Axe::Age(v) => v.len(),
            Axe::Situation(_) => 2,
            Axe::Reponse(_, v) => v.len(),
            Axe::Code(v) => v.len(),
            Axe::Depot(v) => v.len(),
            Axe::Titre(v) => v.len(),
        }
    }

    fn lu_par(&self, critere: &Critere) -> bool {
        match (self, critere) {
            (Axe::Situation(id), Critere::Situation(lue)) => *id == lue.as_str(),
            (Axe::Reponse(id, _), Critere::Reponse(lue)) => *id == lue.question.as_str(),
            (Axe::Age(_), Critere::Age(_))
            | (Axe::Code(_), Critere::Territoire(_))
            | (Axe::Depot(_), Critere::Depot(_))
            | (Axe::Titre(_), Critere::Titre(_)) => true,
            _ => false,
        }
    }

    /// The criterion holds for the value of this rank.
    fn donne(&self, rang: usize, critere: &Critere) -> bool {
        match (self, critere) {
            (Axe::Age(ages), Critere::Age(t)) => {
                t.min.is_none_or(|min| min <= ages[rang])
                    && t.max.is_none_or(|max| ages[rang] <= max)
            }
            (Axe::Situation(_), _) => rang == 1,
            (Axe::Reponse(_, valeurs), Critere::Reponse(a)) => valeurs[rang] == a.vaut,
            (Axe::Code(codes), Critere::Territoire(prefixes)) => {
                prefixes.iter().any(|p| codes[rang].starts_with(p.as_str()))
            }
            (Axe::Depot(jours), Critere::Depot(p)) => p.contient(jours[rang]),
            (Axe::Titre(titres), Critere::Titre(id)) => titres[rang] == Some(id),
            _ => false,
        }
    }
}

fn vrai(critere: &Critere, axes: &[Axe], mut rang: usize) -> bool {
    match critere {
        Critere::Tous(liste) => liste.iter().all(|c| vrai(c, axes, rang)),
        Critere::Un(liste) => liste.iter().any(|c| vrai(c, axes, rang)),
        Critere::Sauf(c) => !vrai(c, axes, rang),
        _ => axes.iter().any(|axe| {
            let le_sien = rang % axe.taille();
            rang /= axe.taille();
            axe.lu_par(critere) && axe.donne(le_sien, critere)
        }),
    }
}
