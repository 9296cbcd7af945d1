//! From a walk through the spaces to what it found: how many checks, and the shortest breaches.

use super::espaces::espaces;
use crate::Catalogue;
use crate::bilan::Decision;
use crate::demande::Demande;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// What a walk found.
#[derive(Default)]
pub struct Releve {
    cas: usize,
    /// By rule: how many times it was checked, how many breaches, and some of them.
    regles: BTreeMap<&'static str, (usize, usize, Vec<String>)>,
}

/// Notes whether a decision keeps a rule.
pub type Constater<'a> = dyn FnMut(&'static str, &Decision, Result<(), String>) + 'a;

pub fn exiger(juste: bool, ecart: &str) -> Result<(), String> {
    if juste { Ok(()) } else { Err(ecart.into()) }
}

/// Hands one case in `pas` of every space to the rules, on every core.
pub fn parcourir(
    pas: usize,
    regles: impl Fn(&Catalogue, &Demande, &mut Constater) + Sync,
) -> Releve {
    let catalogue = Catalogue::integre();
    let ensemble = Mutex::new(Releve::default());
    let fils = std::thread::available_parallelism().map_or(1, usize::from);
    let espaces = espaces();
    std::thread::scope(|portee| {
        for fil in 0..fils {
            let (espaces, catalogue, regles, ensemble) = (&espaces, &catalogue, &regles, &ensemble);
            portee.spawn(move || {
                let mut releve = Releve::default();
                for espace in espaces {
                    for rang in (fil * pas..espace.taille()).step_by(fils * pas) {
                        let demande = espace.cas(rang);
                        releve.cas += 1;
                        regles(catalogue, &demande, &mut |regle, decision, dit| {
                            releve.noter(regle, &demande, decision, dit);
                        });
                    }
                }
                ensemble.lock().expect("no thread panicked").joindre(releve);
            });
        }
    });
    ensemble.into_inner().expect("no thread panicked")
}

impl Releve {
    fn noter(
        &mut self,
        regle: &'static str,
        demande: &Demande,
        d: &Decision,
        dit: Result<(), String>,
    ) {
        let (controles, nombre, exemples) = self.regles.entry(regle).or_default();
        *controles += 1;
        if let Err(ecart) = dit {
            *nombre += 1;
            if exemples.len() < 1000 {
                exemples.push(format!(
                    "{ecart}\n    {}\n    {}",
                    ecrire(demande),
                    resumer(d)
                ));
            }
        }
    }

    fn joindre(&mut self, autre: Releve) {
        self.cas += autre.cas;
        for (regle, (controles, nombre, exemples)) in autre.regles {
            let acquis = self.regles.entry(regle).or_default();
            acquis.0 += controles;
            acquis.1 += nombre;
            acquis.2.extend(exemples);
        }
    }
}

/// Fails with the shortest breaches of this rule.
#[track_caller]
pub fn conclure(releve: &Releve, regle: &str) {
    let (controles, nombre, exemples) = &releve.regles[regle];
    println!("{} cas, {controles} contrôles", releve.cas);
    let mut exemples: Vec<&str> = exemples.iter().map(String::as_str).collect();
    exemples.sort_by_key(|exemple| exemple.len());
    exemples.truncate(5);
    assert!(
        *nombre == 0,
        "{nombre} écarts, dont :\n{}",
        exemples.join("\n")
    );
}

fn ecrire(demande: &Demande) -> String {
    let reponses: Vec<String> = demande
        .reponses
        .iter()
        .map(|(q, r)| format!("{q}={r:?}"))
        .collect();
    format!(
        "dépôt {}, création {}, {}",
        demande.depot,
        demande.creation,
        reponses.join(", ")
    )
}

fn resumer(d: &Decision) -> String {
    format!(
        "{} {:?} carnet {:?} titre {:?} refus {:?} reserves {:?} bloquantes {:?} manque {:?}",
        d.reglement, d.verdict, d.carnet, d.titre, d.refus, d.reserves, d.bloquantes, d.manque
    )
}
