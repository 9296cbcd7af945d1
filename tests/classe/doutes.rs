//! What a list leaves in doubt: it is said, it refuses nobody, and every part of the page says the same of it.

use super::essai::{Essai, champs, listes};
use crate::liste::Champ;
use crate::page::classe::{self, Filtre, Geste, Sort};
use std::collections::BTreeSet;

/// A code that lost a zero nobody knows where: `06000`, or `60000` as the others of the list.
const ZERO: &str = "Nom;Prénom;Né(e) le;Code MEF;CP\n\
    CREIL;Nina;14/03/2005;24725411330;60100\n\
    COUSIN;Sarah;14/03/2005;24725411330;6000\n";

/// The form of COUSIN saved with this postal code.
fn enregistrer(essai: &mut Essai, code: &str) {
    let id = essai.eleve("COUSIN").id;
    essai.faire(Geste::Ouvrir(id));
    essai.faire(Geste::Enregistrer(champs(&[
        ("nom", "COUSIN"),
        ("prenom", "Sarah"),
        ("naissance", "14/03/2005"),
        ("niveau", "terminale-bac-pro"),
        ("code-postal", code),
    ])));
}

#[test]
fn un_code_postal_en_doute_ne_refuse_personne_tant_que_rien_n_est_dit() {
    type Regler = fn(&mut Essai);
    let cas: [(&str, Regler, &str, Sort); 4] = [
        ("nothing said", |_| {}, "06000", Sort::ACorriger),
        (
            "accepted",
            |essai| {
                let (id, champ) = (essai.eleve("COUSIN").id, Champ::CodePostal);
                essai.faire(Geste::Accepter { id, champ });
            },
            "60000",
            Sort::PeutDemander,
        ),
        (
            "corrected",
            |essai| enregistrer(essai, "60200"),
            "60200",
            Sort::PeutDemander,
        ),
        (
            "confirmed",
            |essai| enregistrer(essai, "06000"),
            "06000",
            Sort::Non,
        ),
    ];
    for (quoi, regler, code, sort) in cas {
        let mut essai = Essai::avec(ZERO.as_bytes());
        essai.repondre();
        essai.faire(Geste::Voir);
        regler(&mut essai);
        let eleve = essai.eleve("COUSIN");
        assert_eq!(eleve.code_postal.as_deref(), Some(code), "{quoi}");
        assert_eq!(essai.sorts("COUSIN")[0], sort, "{quoi}");
        let en_doute = essai.html().contains("Code postal&nbsp;: zéro perdu");
        assert_eq!(en_doute, sort == Sort::ACorriger, "{quoi}");
        // What goes out alone and comes back is in doubt as it was.
        essai.faire(Geste::Chercher("COUSIN".into()));
        let mut relu = Essai::avec(essai.csv().as_bytes());
        relu.repondre();
        assert_eq!(relu.sorts("COUSIN"), essai.sorts("COUSIN"), "{quoi}");
    }
}

/// The aid that heads each printed sheet, in the order of the table.
fn en_tete_des_fiches(essai: &Essai) -> Vec<String> {
    let html = essai.html();
    let fiches = html.split("class=\"fiche-tete\"").skip(1);
    fiches
        .map(|fiche| {
            let (_, fort) = fiche.split_once("<strong>").unwrap();
            fort.split_once('<').unwrap().0.to_string()
        })
        .collect()
}

/// The ways that the table shows, as its sheets name them.
fn aide(voie: &str) -> &'static str {
    match voie {
        "pass-numerique-hdf" => "Pass numérique de la Région Hauts-de-France",
        "pass-numerique-lycee" => "Pass numérique au lycée",
        autre => panic!("{autre}"),
    }
}

#[test]
fn la_fiche_d_un_eleve_parle_de_la_plus_utile_des_voies_du_tableau() {
    let liste = "Nom;Prénom;Né(e) le;Code MEF;CP\n\
        PEUT;Ada;14/03/2005;24725411330;59300\n\
        REFUS;Ada;14/03/2005;24725411310;62000\n\
        TARD;Ada;22/01/2006;24725411330;62000\n\
        FAUTE;Ada;31/02/2005;24725411330;62000\n\
        AILLEURS;Ada;14/03/2005;24725411330;75001\n\
        MUET;Ada;14/03/2005;;75001\n";
    for essai_des_lycees in ["false", "true", "?"] {
        let mut essai = Essai::avec(liste.as_bytes());
        essai.repondre();
        let (question, valeur) = ("lycee-experimentation".into(), essai_des_lycees.into());
        essai.faire(Geste::Dire { question, valeur });
        essai.faire(Geste::Voir);
        essai.faire(Geste::Imprimer);
        let rangs = essai.atelier.rangs();
        let eleves = rangs.iter().map(|rang| &essai.atelier.eleves[*rang]);
        let attendues = eleves.map(|eleve| {
            let sorts = essai.sorts(&eleve.nom).into_iter();
            // The first of the most useful: `min_by_key` keeps the first.
            let utile = sorts
                .zip(&essai.atelier.voies)
                .min_by_key(|(sort, _)| *sort);
            aide(utile.unwrap().1)
        });
        let attendues: Vec<&str> = attendues.collect();
        assert_eq!(attendues.len(), 6);
        assert_eq!(en_tete_des_fiches(&essai), attendues, "{essai_des_lycees}");
        assert!(!essai.html().contains("Département du Pas-de-Calais"));
    }
}

/// Every list under one another, as one class.
fn toutes() -> Essai {
    let mut essai = Essai::nouveau();
    for (_, octets) in listes() {
        essai.faire(Geste::AjouterUneListe);
        essai.lire(&octets);
    }
    essai
}

#[test]
fn deux_boutons_qui_acceptent_autre_chose_n_ont_pas_le_meme_nom() {
    let essai = toutes();
    let lots = classe::lots(&essai.atelier.eleves);
    let mots: BTreeSet<&str> = lots.iter().map(|lot| lot.mot()).collect();
    let dits: Vec<_> = lots
        .iter()
        .map(|l| (l.champ, l.code, l.rangs.len(), l.mot()))
        .collect();
    assert_eq!(mots.len(), lots.len(), "{dits:?}");
    assert!(lots.len() >= 8, "{dits:?}");
    // One code of each kind: they are told apart on screen too.
    let liste = format!("{ZERO}LEMAIRE;Emma;14/03/2005;24725411330;2100\n");
    let mut essai = Essai::avec(liste.as_bytes());
    essai.faire(Geste::Voir);
    for dit in ["au début de 1 code postal", "à la fin de 1 code postal"] {
        assert_eq!(essai.html().matches(dit).count(), 1, "{dit}");
    }
}

/// « 5 dates à corriger, 3 codes postaux à confirmer »: the numbers, kind by kind.
fn comptes(titre: &str) -> usize {
    let nombres = titre.split(", ").map(|dit| {
        let nombre = dit.split(' ').next().unwrap();
        nombre
            .parse::<usize>()
            .unwrap_or_else(|_| panic!("{titre}"))
    });
    nombres.sum()
}

#[test]
fn chaque_faute_comptee_est_dite_a_sa_ligne() {
    let mut comparees = 0;
    for (nom, octets) in listes() {
        let essai = Essai::avec(&octets);
        let fautifs = essai.atelier.eleves.iter().filter(|e| e.faute().is_some());
        let fautifs = fautifs.count();
        let html = essai.html();
        let carte = html.split_once("data-cle=\"fautes\"");
        let Some((_, carte)) = carte.filter(|_| (1..=12).contains(&fautifs)) else {
            continue;
        };
        let (carte, _) = carte.split_once("</ul>").unwrap();
        let (_, titre) = carte.split_once("<h3").unwrap();
        let (_, titre) = titre.split_once('>').unwrap();
        let (titre, _) = titre.split_once('<').unwrap();
        assert_eq!(carte.matches("<li>").count(), fautifs, "{nom}");
        let dites = carte.matches("<strong>").count() - fautifs;
        assert_eq!(dites, comptes(titre), "{nom} : {titre}\n{carte}");
        assert_eq!(
            essai
                .atelier
                .eleves
                .iter()
                .filter(|eleve| Filtre::ACorriger.garde(eleve))
                .count(),
            fautifs,
            "{nom}"
        );
        comparees += 1;
    }
    assert!(comparees >= 8, "{comparees}");
}

/// What is said to be missing, way by way, as an export writes it.
fn manque(essai: &Essai, nom: &str) -> Vec<String> {
    let eleve = essai.eleve(nom);
    let voies = eleve.avis.iter().flat_map(|avis| &avis.voies);
    voies
        .map(|voie| classe::manque(eleve, voie).join(", "))
        .collect()
}

#[test]
fn ce_qui_manque_se_dit_par_sa_cause() {
    let liste = "Nom;Prénom;Né(e) le;Code MEF;Classe;CP\n\
        MUET;Ada;14/03/2005;;T MELEC;59300\n\
        SEUL;Ada;14/03/2005;24725411330;T MELEC;59300\n\
        SECOND;Ada;14/03/2005;24725411310;2MELEC;59300\n";
    let classe_seule = "Formation : suggérée seulement par le nom de la classe";
    let de_tous = "Repéré pour l'essai : non, c'est la réponse pour toute la classe";
    let sienne = "Repéré pour l'essai : non, c'est la réponse pour cet élève";
    let pas_prevu = "Formation ou situation non prévue";
    // Who, the answers of all, those of this one, and what is said.
    type Reponses<'a> = &'a [(&'static str, &'static str)];
    let cas: [(&str, Reponses, Reponses, [&str; 2]); 7] = [
        ("MUET", &[], &[], [classe_seule, classe_seule]),
        (
            "SEUL",
            &[("lycee-experimentation", "false")],
            &[],
            ["", de_tous],
        ),
        (
            "MUET",
            &[("lycee-experimentation", "false")],
            &[],
            [classe_seule, de_tous],
        ),
        (
            "SECOND",
            &[("lycee-experimentation", "false")],
            &[],
            [pas_prevu, de_tous],
        ),
        (
            "SEUL",
            &[],
            &[("lycee-experimentation", "false")],
            ["", sienne],
        ),
        (
            "SEUL",
            &[("pass-recus", "?")],
            &[],
            ["Pass reçus", "Pass reçus"],
        ),
        (
            "SEUL",
            &[("pass-recus", "?")],
            &[("pass-recus", "5")],
            ["Pass tous utilisés", ""],
        ),
    ];
    for (nom, de_tous, siennes, attendu) in cas {
        let mut essai = Essai::avec(liste.as_bytes());
        essai.repondre();
        for eleve in &mut essai.atelier.eleves {
            for (question, valeur) in siennes {
                eleve.propres.donner(question, classe::reponse(valeur));
            }
        }
        // An answer of all judges everybody again.
        for (question, valeur) in [("accompagne", "true")].iter().chain(de_tous) {
            let (question, valeur) = (question.to_string(), valeur.to_string());
            essai.faire(Geste::Dire { question, valeur });
        }
        let dit = manque(&essai, nom);
        let dit: Vec<String> = dit.iter().map(|d| d.replace('’', "'")).collect();
        let dit: Vec<String> = dit.iter().map(|d| d.replace('\u{a0}', " ")).collect();
        assert_eq!(dit, attendu, "{nom} {de_tous:?} {siennes:?}");
    }
    // In the form, what was read is the class.
    let mut essai = Essai::avec(liste.as_bytes());
    essai.faire(Geste::Voir);
    essai.faire(Geste::Ouvrir(essai.eleve("MUET").id));
    let html = essai.html();
    assert!(html.contains("</span> Classe T MELEC</span>"), "{html}");
}
