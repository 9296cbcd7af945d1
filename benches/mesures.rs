//! How long a check takes, on the corrected dossiers: `make bench`. No test depends on these timings.

#[path = "../tests/commun/fichiers.rs"]
mod fichiers;

use fichiers::{GARDES, fichiers};
use pass_numerique::Catalogue;
use pass_numerique::interne::{
    Demande, Etendue, Source, Valeur, decisions, evaluer, evaluer_selon, fichiers as reglements,
    lire_une_demande, parcourir, verdicts,
};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Each measure is the best of so many rounds: what is left is the program, not its neighbours.
const TOURS: usize = 20;
const DUREE_D_UN_TOUR: Duration = Duration::from_millis(50);

fn main() {
    let catalogue = Catalogue::integre();
    println!("{:<36} {:>10}", "", "µs each");

    let sources: Vec<Source> = reglements()
        .iter()
        .map(|(fichier, texte)| Source {
            fichier: (*fichier).into(),
            contenu: serde_json::from_str(texte).unwrap(),
        })
        .collect();
    mesurer("catalogue: read and lint", 1, || {
        black_box(Catalogue::charger(black_box(&sources)).unwrap());
    });

    mesurer("catalogue: built-in, from its bytes", 1, || {
        black_box(Catalogue::integre());
    });

    let mut tous = Vec::new();
    for fichier in fichiers().iter().filter(|f| f.nom != GARDES) {
        let demandes = fichier.dossiers().map(|d| d["demande"].clone());
        let valeurs: Vec<Valeur> = demandes
            .map(|demande| serde_json::from_value(demande).unwrap())
            .collect();
        let demandes = lire(&catalogue, &valeurs);
        mesurer(&format!("evaluer: {}", fichier.nom), demandes.len(), || {
            for demande in &demandes {
                black_box(evaluer(&catalogue, black_box(demande)));
            }
        });
        tous.extend(valeurs);
    }

    let demandes = lire(&catalogue, &tous);
    let nombre = demandes.len();
    mesurer("demande: read and check", nombre, || {
        black_box(lire(&catalogue, black_box(&tous)));
    });
    mesurer("verdicts: judged, nothing written", nombre, || {
        for demande in &demandes {
            black_box(verdicts(&catalogue, black_box(demande)).next());
        }
    });
    let compact = Etendue {
        perspectives: false,
        motifs: false,
    };
    mesurer("evaluer: compact answer", nombre, || {
        for demande in &demandes {
            black_box(evaluer_selon(&catalogue, black_box(demande), compact));
        }
    });
    mesurer("decisions, without perspectives", nombre, || {
        for demande in &demandes {
            black_box(decisions(&catalogue, black_box(demande)));
        }
    });
    mesurer("evaluer: all", nombre, || {
        for demande in &demandes {
            black_box(evaluer(&catalogue, black_box(demande)));
        }
    });
    mesurer("parcours: all the questions", nombre, || {
        for demande in &demandes {
            black_box(parcourir(&catalogue, black_box(demande)));
        }
    });
}

fn lire(catalogue: &Catalogue, valeurs: &[Valeur]) -> Vec<Demande> {
    let lues = valeurs
        .iter()
        .map(|v| lire_une_demande(catalogue, v).unwrap());
    lues.collect()
}

/// Prints the time of one of the `nombre` things that a run does.
fn mesurer(quoi: &str, nombre: usize, mut faire: impl FnMut()) {
    let meilleur = (0..TOURS)
        .map(|_| {
            let debut = Instant::now();
            let mut fois = 0_u32;
            while debut.elapsed() < DUREE_D_UN_TOUR {
                faire();
                fois += 1;
            }
            debut.elapsed().as_secs_f64() / f64::from(fois)
        })
        .fold(f64::INFINITY, f64::min);
    println!("{quoi:<36} {:>10.2}", meilleur / nombre as f64 * 1e6);
}
