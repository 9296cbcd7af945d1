//! What goes out of a class, and comes back.

use super::essai::{CLASSE, Essai, champs, listes};
use crate::page::classe::{self, Colonne, Demande, Etape, Geste, Sort};

/// Line by line, what was decided: an export is in the order of the file here.
fn decisions(essai: &Essai) -> Vec<String> {
    let rangs = essai.atelier.rangs();
    let eleves = rangs.iter().map(|rang| &essai.atelier.eleves[*rang]);
    eleves
        .map(|eleve| {
            let voies = &eleve.avis.as_ref().unwrap().voies;
            let dites = voies.iter().map(|v| {
                let jour = v.a_partir_du;
                format!(
                    "{:?} {:?} {:?} {:?} {:?} {:?}",
                    v.sort, v.verdict, v.carnet, v.refus, v.manque, jour
                )
            });
            let dites: Vec<String> = dites.collect();
            format!("{} | {}", eleve.nom_complet(), dites.join(" | "))
        })
        .collect()
}

#[test]
fn ce_qui_est_exporte_et_relu_donne_les_memes_decisions() {
    let (mut lues, mut eleves) = (0, 0);
    for (nom, octets) in listes() {
        let mut essai = Essai::avec(&octets);
        if essai.atelier.etape != Etape::Verifier {
            continue;
        }
        essai.repondre();
        essai.faire(Geste::Voir);
        essai.faire(Geste::Trier(Colonne::Ligne));
        let mut relu = Essai::avec(essai.csv().as_bytes());
        relu.repondre();
        relu.faire(Geste::Voir);
        relu.faire(Geste::Trier(Colonne::Ligne));
        assert_eq!(decisions(&relu), decisions(&essai), "{nom}");
        lues += 1;
        eleves += essai.atelier.eleves.len();
    }
    println!("{lues} listes, {eleves} élèves");
    assert!(lues >= 40, "{lues}");
}

#[test]
fn un_export_garde_aussi_ce_qui_est_dit_d_un_seul_eleve() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.repondre();
    essai.faire(Geste::Voir);
    let id = essai.eleve("AMRANI").id;
    essai.faire(Geste::Ouvrir(id));
    essai.faire(Geste::Enregistrer(champs(&[
        ("nom", "AMRANI"),
        ("prenom", "Yanis"),
        ("naissance", "14/03/2005"),
        ("niveau", "terminale-bac-pro"),
        ("code-postal", "59300"),
        ("propre-pass-recus", "10"),
    ])));
    assert_eq!(essai.sorts("AMRANI"), [Sort::Non, Sort::Non]);
    let mut relu = Essai::avec(essai.csv().as_bytes());
    relu.repondre();
    assert_eq!(relu.sorts("AMRANI"), [Sort::Non, Sort::Non]);
    assert_eq!(relu.sorts("LECLERCQ"), essai.sorts("LECLERCQ"));
}

#[test]
fn un_tableur_francais_ouvre_l_export_et_n_y_execute_rien() {
    let mut essai = Essai::avec("Nom;Prénom\n=1+1;\"a\"\"b\"\n@SOMME;-2\n".as_bytes());
    essai.faire(Geste::Voir);
    let csv = essai.csv();
    assert!(
        csv.starts_with("\u{feff}\"Nom\";\"Prénom\";\"Date de naissance\""),
        "{csv}"
    );
    assert!(csv.contains("\r\n\"'=1+1\";\"a\"\"b\""), "{csv}");
    for cellule in csv
        .trim_start_matches('\u{feff}')
        .split(['\n', ';'])
        .filter(|cellule| !cellule.is_empty())
    {
        assert!(cellule.starts_with('"'), "{cellule}");
        assert!(!cellule[1..].starts_with(['=', '+', '-', '@']), "{cellule}");
    }
}

#[test]
fn un_message_ne_dit_rien_d_un_autre_eleve() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.repondre();
    let id = essai.eleve("AMRANI").id;
    let message = classe::message(&essai.catalogue, &essai.langues, &essai.atelier, id);
    assert!(
        message.contains("Yanis") && message.contains("10 pass, 100\u{a0}€"),
        "{message}"
    );
    for autre in ["DA SILVA", "Inès", "DELATTRE", "Maël", "LECLERCQ"] {
        assert!(!message.contains(autre), "{message}");
    }
}

#[test]
fn tout_effacer_ne_laisse_rien() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.repondre();
    essai.faire(Geste::Voir);
    essai.faire(Geste::Chercher("amrani".into()));
    essai.faire(Geste::Demander(Demande::Effacer));
    essai.faire(Geste::Effacer);
    assert_eq!(essai.atelier.etape, Etape::Obtenir);
    assert!(!essai.atelier.entame());
    let reste = format!("{:?}", essai.atelier);
    for nom in ["AMRANI", "amrani", "Yanis", "ARACHIDE", "liste.csv"] {
        assert!(!reste.contains(nom), "{nom}");
    }
}

/// A column without a role is never in a page, and no column is once the list is looked at.
#[test]
fn une_colonne_sans_role_ne_se_montre_nulle_part() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    assert!(!essai.html().contains("ARACHIDE"));
    essai.repondre();
    essai.faire(Geste::Voir);
    assert!(!essai.html().contains("ARACHIDE") && !essai.csv().contains("ARACHIDE"));
    assert!(!format!("{:?}", essai.atelier).contains("Allergies"));
}
