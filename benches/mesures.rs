//! How long a check takes, on the corrected dossiers: `make bench`. No test depends on these timings.

#[path = "../tests/commun/demesurees.rs"]
mod demesurees;
#[path = "../tests/commun/fichiers.rs"]
mod fichiers;

use demesurees::{DEMESUREES, demesuree};
use fichiers::{GARDES, fichiers};
use pass_numerique::Catalogue;
use pass_numerique::interne::classe::{self, Atelier, Geste};
use pass_numerique::interne::{
    Demande, Etendue, Langues, Options, Reglages, Source, Valeur, decisions, evaluer,
    evaluer_selon, fichiers as reglements, lire_un_jour, lire_une_demande, lire_une_liste,
    parcourir, verdicts,
};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Each measure is the best of so many rounds: what is left is the program, not its neighbours.
const TOURS: usize = 20;
const DUREE_D_UN_TOUR: Duration = Duration::from_millis(50);

fn main() {
    let catalogue = Catalogue::integre();
    println!("{:<42} {:>10}", "", "µs each");

    let sources = lire_les_sources();
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

    // The same act again for years in which nobody of the dossiers asks for anything.
    for actes in [5, 10, 20, 50] {
        let sources: Vec<Source> = lire_les_sources()
            .into_iter()
            .chain([de_plus(actes - 5)])
            .collect();
        let catalogue = Catalogue::charger(&sources).unwrap();
        let demandes = lire(&catalogue, &tous);
        mesurer(&format!("evaluer: all, {actes} acts"), nombre, || {
            for demande in &demandes {
                black_box(evaluer(&catalogue, black_box(demande)));
            }
        });
        mesurer(&format!("evaluer: compact, {actes} acts"), nombre, || {
            for demande in &demandes {
                black_box(evaluer_selon(&catalogue, black_box(demande), compact));
            }
        });
    }

    for eleves in [24, 1000] {
        mesurer_une_classe(&catalogue, eleves);
    }

    // The same for each kB, whatever the size.
    let options = Options::du(lire_un_jour("2023-10-02").unwrap());
    for liste in DEMESUREES {
        for ko in [50, 500] {
            let octets = demesuree(liste, ko * 1_000);
            mesurer(
                &format!("a kB of a list of {ko} kB: {}", liste.0),
                ko,
                || {
                    black_box(lire_une_liste(black_box(&octets), &options));
                },
            );
        }
    }
}

fn lire_les_sources() -> Vec<Source> {
    let lues = reglements().iter().map(|(fichier, texte)| Source {
        fichier: (*fichier).into(),
        contenu: serde_json::from_str(texte).unwrap(),
    });
    lues.collect()
}

/// A file of so many acts like that of 2023, one a year from 2025.
fn de_plus(nombre: usize) -> Source {
    let modele = reglements()
        .iter()
        .find(|(fichier, _)| *fichier == "hdf-2023.json");
    let mut contenu: serde_json::Value = serde_json::from_str(modele.unwrap().1).unwrap();
    let acte = contenu["reglements"][0].take();
    let actes = (2025..2025 + nombre).map(|annee| {
        let mut autre = acte.clone();
        autre["id"] = format!("hdf-{annee}-de-plus").into();
        autre["periode"]["du"] = format!("{annee}-01-01").into();
        autre["periode"]["au"] = format!("{annee}-12-31").into();
        autre
    });
    contenu["reglements"] = actes.collect();
    Source {
        fichier: "de-plus.json".into(),
        contenu: serde_json::from_value(contenu).unwrap(),
    }
}

/// What the module does of a table; how long the browser then takes is in the decision on the class.
fn mesurer_une_classe(catalogue: &Catalogue, eleves: u32) {
    let langues = Langues::integrees();
    let lignes = (0..eleves).map(|n| {
        // In no order, so that there is something to sort.
        let nom = n * 7919 % eleves;
        format!(
            "NOM{nom:04};Ada;14/03/200{};24725411330;TMELEC;59300\n",
            4 + n % 3
        )
    });
    let entete = "Nom;Prénom;Né(e) le;Code MEF;Classe;CP\n";
    let liste = entete.to_string() + &lignes.collect::<String>();
    let depot = lire_un_jour("2023-11-13").unwrap();
    let mut atelier = Atelier::nouveau(catalogue, Reglages::du(depot));
    let octets = liste.into_bytes();
    atelier.agir(catalogue, Geste::Recevoir { octets, nom: None });
    mesurer(&format!("class of {eleves}: all judged"), 1, || {
        atelier.agir(
            catalogue,
            Geste::Dire {
                question: "accompagne".into(),
                valeur: "true".into(),
            },
        );
        atelier.tout_juger(catalogue);
    });
    atelier.agir(catalogue, Geste::Voir);
    mesurer(&format!("class of {eleves}: table shown"), 1, || {
        black_box(classe::vue(catalogue, &langues, &atelier));
    });
    mesurer(
        &format!("class of {eleves}: a letter of the search"),
        1,
        || {
            atelier.agir(catalogue, Geste::Chercher("nom00".into()));
            black_box(classe::vue(catalogue, &langues, &atelier));
        },
    );
    atelier.agir(catalogue, Geste::Chercher(String::new()));
    mesurer(
        &format!("class of {eleves}: one correction repainted"),
        1,
        || {
            let id = atelier.eleves[0].id;
            atelier.agir(catalogue, Geste::Ouvrir(id));
            let champs = [
                ("nom", "NOM0000"),
                ("naissance", "28/02/2005"),
                ("code-postal", "62000"),
            ];
            let champs = champs.map(|(nom, valeur)| (nom.to_string(), valeur.to_string()));
            atelier.agir(catalogue, Geste::Enregistrer(champs.to_vec()));
            black_box(classe::vue(catalogue, &langues, &atelier));
        },
    );
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
    println!("{quoi:<42} {:>10.2}", meilleur / nombre as f64 * 1e6);
}
