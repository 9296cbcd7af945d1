//! The table of a class: decisions, corrections, filters, order.

use super::essai::{CLASSE, Essai, champs, listes};
use crate::decision::evaluer;
use crate::page::classe::{self, Colonne, Filtre, Geste, Sort, Suite};

#[test]
fn chaque_eleve_des_listes_a_la_decision_de_sa_demande() {
    let mut compares = 0;
    for (nom, octets) in listes() {
        let mut essai = Essai::avec(&octets);
        essai.repondre();
        let atelier = &essai.atelier;
        for eleve in &atelier.eleves {
            let demande = classe::demande(eleve, &atelier.communes, atelier.depot());
            let bilan = evaluer(&essai.catalogue, &demande);
            let avis = eleve.avis.as_ref().unwrap();
            assert_eq!(avis.voies.len(), atelier.voies.len(), "{nom}");
            for (voie, aide) in avis.voies.iter().zip(&atelier.voies) {
                let decision = bilan
                    .decisions
                    .iter()
                    .find(|d| d.dispositif == *aide)
                    .unwrap();
                assert_eq!(voie.verdict, decision.verdict, "{nom} {:?}", eleve.ligne);
                assert_eq!(voie.carnet, decision.carnet);
                assert_eq!(voie.refus, decision.refus);
                assert_eq!(voie.manque, decision.manque);
                compares += 1;
            }
        }
    }
    println!("{compares} décisions comparées");
    assert!(compares >= 300, "{compares}");
}

#[test]
fn une_correction_change_la_decision_d_un_seul() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.repondre();
    assert_eq!(
        essai.sorts("AMRANI"),
        [Sort::PeutDemander, Sort::PeutDemander]
    );
    assert_eq!(
        essai.sorts("DA SILVA"),
        [Sort::PlusTard, Sort::PeutDemander]
    );
    assert_eq!(
        essai.sorts("DELATTRE"),
        [Sort::ACorriger, Sort::PeutDemander]
    );
    essai.faire(Geste::Voir);
    let id = essai.eleve("DELATTRE").id;
    assert_eq!(
        essai.faire(Geste::Ouvrir(id)),
        Suite::Viser(vec!["#champ-naissance".into()])
    );
    let suite = essai.faire(Geste::Enregistrer(champs(&[
        ("nom", "DELATTRE"),
        ("prenom", "Maël"),
        ("naissance", "28/2/05"),
        ("niveau", "terminale-bac-pro"),
        ("classe", "TMELEC"),
        ("code-postal", "59300"),
    ])));
    assert_eq!(
        suite,
        Suite::Viser(vec![format!("#ouvrir-{id}"), "#ajouter".into()])
    );
    assert_eq!(
        essai.sorts("DELATTRE"),
        [Sort::PeutDemander, Sort::PeutDemander]
    );
    assert!(essai.atelier.statut.contains("DELATTRE Maël"));
    assert!(essai.eleve("DELATTRE").faute().is_none());
}

#[test]
fn une_proposition_s_accepte_pour_tous() {
    let liste = "Nom;Prénom;Code postal du responsable\nUN;Ada;59000\nDEUX;Léo;62000\n";
    let mut essai = Essai::avec(liste.as_bytes());
    essai.faire(Geste::Voir);
    assert_eq!(essai.eleve("UN").code_postal, None);
    essai.faire(Geste::AccepterTous(0));
    assert_eq!(essai.eleve("UN").code_postal.as_deref(), Some("59000"));
    assert_eq!(essai.eleve("DEUX").code_postal.as_deref(), Some("62000"));
    assert!(essai.atelier.statut.starts_with("2 corrections"));
}

#[test]
fn les_groupes_de_filtres_font_le_compte() {
    for (nom, octets) in listes() {
        let mut essai = Essai::avec(&octets);
        essai.repondre();
        let eleves = &essai.atelier.eleves;
        for rang in 0..essai.atelier.voies.len() {
            let garde = |sort: &Sort| {
                let filtre = Filtre::Voie(rang, *sort);
                eleves.iter().filter(|e| filtre.garde(e)).count()
            };
            let total: usize = Sort::TOUS.iter().map(garde).sum();
            assert_eq!(total, eleves.len(), "{nom}");
        }
    }
}

#[test]
fn le_tri_range_les_vides_a_la_fin_dans_les_deux_sens() {
    let liste = "Nom;Prénom;Né(e) le\nÉTÉ;Ada;\nEtan;Léo;02/03/2006\nzed;Bo;01/03/2006\n";
    let mut essai = Essai::avec(liste.as_bytes());
    essai.faire(Geste::Voir);
    let noms = |essai: &Essai| -> Vec<String> {
        let rangs = essai.atelier.rangs();
        rangs
            .iter()
            .map(|r| essai.atelier.eleves[*r].nom.clone())
            .collect()
    };
    assert_eq!(noms(&essai), ["Etan", "ÉTÉ", "zed"]);
    essai.faire(Geste::Trier(Colonne::Naissance));
    assert_eq!(noms(&essai), ["zed", "Etan", "ÉTÉ"]);
    essai.faire(Geste::Trier(Colonne::Naissance));
    assert_eq!(noms(&essai), ["Etan", "zed", "ÉTÉ"]);
    essai.faire(Geste::Chercher("ete".into()));
    assert_eq!(noms(&essai), ["ÉTÉ"]);
}

#[test]
fn mille_eleves_se_jugent_par_tranches_et_cela_s_arrete() {
    let lignes = (0..1000).map(|n| format!("NOM{n};Ada;14/03/2005;24725411330;59300\n"));
    let liste = format!(
        "Nom;Prénom;Né(e) le;Code MEF;CP\n{}",
        lignes.collect::<String>()
    );
    let mut essai = Essai::nouveau();
    let (octets, nom) = (liste.into_bytes(), None);
    essai
        .atelier
        .agir(&essai.catalogue, Geste::Recevoir { octets, nom });
    assert_eq!(essai.atelier.juges(), 0);
    assert!(essai.atelier.juger(&essai.catalogue));
    assert!((1..=50).contains(&essai.atelier.juges()));
    assert!(essai.html().contains("<progress"));
    essai.atelier.agir(&essai.catalogue, Geste::Arreter);
    assert!(!essai.atelier.juger(&essai.catalogue));
    essai.atelier.agir(&essai.catalogue, Geste::Voir);
    let rangees = essai.html().matches("<tbody").count();
    assert_eq!(rangees, classe::PAR_PAGE);
    assert!(essai.html().contains("demander-imprimer"));
}

fn mille() -> String {
    let lignes = (0..1000).map(|n| format!("NOM{n:04};Ada;14/03/2005;24725411330;59300\n"));
    format!(
        "Nom;Prénom;Né(e) le;Code MEF;CP\n{}",
        lignes.collect::<String>()
    )
}

#[test]
fn la_page_est_gardee_et_dite_et_une_correction_reste_en_vue() {
    let mut essai = Essai::avec(mille().as_bytes());
    essai.repondre();
    essai.faire(Geste::Voir);
    let tourner = |page, d_en_bas| Geste::Tourner { page, d_en_bas };
    essai.faire(tourner(3, false));
    assert_eq!(
        essai.atelier.statut,
        "1\u{a0}000 élèves affichés. Page 3 sur 20."
    );
    let montres = Suite::Viser(vec!["#montres".into()]);
    assert_eq!(essai.faire(tourner(4, true)), montres);
    assert_eq!(
        essai.faire(tourner(99, false)),
        montres,
        "a button that goes out keeps no focus"
    );
    assert_eq!(essai.atelier.page, 20);
    essai.faire(tourner(3, false));
    // Back from the answers, the page is the same.
    essai.faire(Geste::Changer);
    essai.faire(Geste::Voir);
    essai.faire(Geste::ToutAfficher(true));
    essai.faire(Geste::ToutAfficher(false));
    assert_eq!(essai.atelier.page, 3);
    // A new name has another place: the page follows.
    let id = essai.eleve("NOM0120").id;
    essai.faire(Geste::Ouvrir(id));
    essai.faire(Geste::Enregistrer(champs(&[
        ("nom", "ZOLA"),
        ("naissance", "14/03/2005"),
    ])));
    assert_eq!(essai.atelier.page, 20);
    assert!(essai.html().contains("ZOLA"));
}

#[test]
fn un_eleve_corrige_reste_affiche_jusqu_au_prochain_filtre() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.repondre();
    essai.faire(Geste::Voir);
    essai.faire(Geste::Filtrer(Filtre::ACorriger));
    let id = essai.eleve("DELATTRE").id;
    essai.faire(Geste::Ouvrir(id));
    essai.faire(Geste::Enregistrer(champs(&[
        ("nom", "DELATTRE"),
        ("naissance", "28/02/2005"),
    ])));
    let html = essai.html();
    assert!(
        html.contains("DELATTRE") && html.contains("hors de ce filtre"),
        "{html}"
    );
    essai.faire(Geste::Filtrer(Filtre::Tous));
    essai.faire(Geste::Filtrer(Filtre::ACorriger));
    assert!(!essai.html().contains("DELATTRE"));
}
