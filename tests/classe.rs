//! A whole class: its screens, what is decided of each pupil, what goes out and comes back.
//!
//! `METTRE_A_JOUR=1 cargo test classe` rewrites the golden pages; the change is then read in the diff.
#![cfg(feature = "classe")]

use crate::decision::evaluer;
use crate::page::Options;
use crate::page::classe::{
    self, Atelier, Colonne, Demande, Ecran, Eleve, Filtre, Geste, MOTS, Sort, Suite,
};
use crate::textes::Langues;
use crate::{Catalogue, date};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const DEPOT: &str = "2023-11-13";

fn dossier(nom: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(nom)
}

/// Every list of the tests, read or not, in the order of their names.
fn listes() -> Vec<(String, Vec<u8>)> {
    let mut listes: Vec<(String, Vec<u8>)> = ["listes/partagees", "listes/notres"]
        .iter()
        .flat_map(|nom| fs::read_dir(dossier(nom)).unwrap())
        .map(|entree| entree.unwrap().path())
        .filter(|chemin| chemin.extension().is_some_and(|e| e != "json"))
        .map(|chemin| {
            let nom = chemin.file_name().unwrap().to_string_lossy().into_owned();
            (nom, fs::read(chemin).unwrap())
        })
        .collect();
    listes.sort();
    listes
}

struct Essai {
    catalogue: Catalogue,
    langues: Langues,
    atelier: Atelier,
}

impl Essai {
    fn nouveau() -> Self {
        let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
        let options = Options::du(date::lire(DEPOT).unwrap());
        let atelier = Atelier::nouveau(&catalogue, options);
        Essai {
            catalogue,
            langues,
            atelier,
        }
    }

    fn avec(octets: &[u8]) -> Self {
        let mut essai = Essai::nouveau();
        essai.lire(octets);
        essai
    }

    fn faire(&mut self, geste: Geste) -> Suite {
        let suite = self.atelier.agir(&self.catalogue, geste);
        self.atelier.tout_juger(&self.catalogue);
        suite
    }

    fn lire(&mut self, octets: &[u8]) -> Suite {
        let (octets, nom) = (octets.to_vec(), Some("liste.csv".into()));
        self.faire(Geste::Recevoir { octets, nom })
    }

    /// What a lycée of the trial says once for all.
    fn repondre(&mut self) {
        for (question, valeur) in [
            ("lycee-experimentation", "true"),
            ("lycee-en-region", "true"),
            ("accompagne", "true"),
            ("pass-recus", "0"),
            ("hebergement", "heberge"),
        ] {
            let (question, valeur) = (question.into(), valeur.into());
            self.faire(Geste::Dire { question, valeur });
        }
    }

    fn html(&self) -> String {
        classe::vue(&self.catalogue, &self.langues, &self.atelier).html()
    }

    fn csv(&self) -> String {
        classe::csv(&self.catalogue, &self.langues, &self.atelier)
    }

    fn eleve(&self, nom: &str) -> &Eleve {
        let trouve = self.atelier.eleves.iter().find(|e| e.nom == nom);
        trouve.unwrap_or_else(|| panic!("{nom}"))
    }

    /// The fates of a pupil, way by way.
    fn sorts(&self, nom: &str) -> Vec<Sort> {
        let avis = self.eleve(nom).avis.as_ref().unwrap();
        avis.voies.iter().map(|voie| voie.sort).collect()
    }
}

/// A class of four: one who can ask, one too young, one whose date is wrong, one whose code lost its zero.
const CLASSE: &str = "Nom;Prénom;Né(e) le;Code MEF;Classe;CP;Allergies\n\
    AMRANI;Yanis;14/03/2005;24725411330;TMELEC;59300;ARACHIDE\n\
    DA SILVA;Inès;22/01/2006;24725411330;TAGORA;59220;\n\
    DELATTRE;Maël;31/02/2006;24725411330;TMELEC;59300;\n\
    LECLERCQ;Tom;02/05/2005;24133422220;2CAPEPC;2100;\n";

fn champs(valeurs: &[(&str, &str)]) -> Vec<(String, String)> {
    let paires = valeurs.iter();
    paires
        .map(|(n, v)| (n.to_string(), v.to_string()))
        .collect()
}

#[test]
fn chaque_ecran_est_celui_qui_a_ete_relu() {
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    let mut essai = Essai::nouveau();
    pages.insert("obtenir", essai.html());
    essai.lire(b"%PDF-1.7");
    pages.insert("obtenir-illisible", essai.html());
    essai.lire(CLASSE.as_bytes());
    pages.insert("verifier", essai.html());
    essai.repondre();
    pages.insert("verifier-repondu", essai.html());
    essai.faire(Geste::Voir);
    pages.insert("tableau", essai.html());
    let id = essai.eleve("DELATTRE").id;
    essai.faire(Geste::Ouvrir(id));
    pages.insert("corriger", essai.html());
    essai.faire(Geste::Enregistrer(champs(&[
        ("nom", "DELATTRE"),
        ("naissance", "31/02/2006"),
    ])));
    pages.insert("corriger-refuse", essai.html());
    essai.faire(Geste::Fermer);
    essai.faire(Geste::Retrecir(true));
    pages.insert("cartes", essai.html());
    essai.faire(Geste::Retrecir(false));
    essai.faire(Geste::Filtrer(Filtre::Voie(0, Sort::PeutDemander)));
    essai.faire(Geste::Imprimer);
    pages.insert("fiches", essai.html());
    essai.faire(Geste::FinirDImprimer);
    essai.faire(Geste::Demander(Demande::Effacer));
    pages.insert("effacer", essai.html());
    essai.faire(Geste::Effacer);
    pages.insert("efface", essai.html());
    let dossier = dossier("classe");
    let mut ecarts = Vec::new();
    for (nom, html) in &pages {
        let chemin = dossier.join(format!("{nom}.html"));
        if std::env::var_os("METTRE_A_JOUR").is_some() {
            fs::create_dir_all(&dossier).unwrap();
            fs::write(&chemin, format!("{html}\n")).unwrap();
        }
        if fs::read_to_string(&chemin).unwrap_or_default() != format!("{html}\n") {
            ecarts.push(*nom);
        }
    }
    assert_eq!(fs::read_dir(&dossier).unwrap().count(), pages.len());
    assert!(
        ecarts.is_empty(),
        "METTRE_A_JOUR=1 cargo test classe : {ecarts:?}"
    );
}

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
                    "{:?} {:?} {:?} {:?} {:?}",
                    v.verdict, v.carnet, v.refus, v.manque, jour
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
        if essai.atelier.ecran != Ecran::Verifier {
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
fn un_autre_jour_garde_ce_qui_a_ete_accepte_et_dit() {
    let liste = "Nom;Prénom;Né(e) le;Code postal du responsable\nUN;Ada;03/02/05;59000\n";
    let mut essai = Essai::avec(liste.as_bytes());
    let lots = ["accepter-tous"; 2].map(|nom| Geste::lire(nom, "0").unwrap());
    for lot in lots {
        essai.faire(lot);
    }
    assert_eq!(essai.eleve("UN").code_postal.as_deref(), Some("59000"));
    essai.faire(Geste::Deposer("15/3/2024".into()));
    let eleve = essai.eleve("UN");
    assert_eq!(eleve.code_postal.as_deref(), Some("59000"));
    assert_eq!(eleve.naissance, date::lire("2005-02-03"));
    essai.faire(Geste::Deposer("31/02/2024".into()));
    assert_eq!(essai.atelier.depot(), date::lire("2024-03-15").unwrap());
    assert!(essai.html().contains("erreur-depot"));
}

#[test]
fn un_autre_choix_de_colonne_se_voit_aussitot_puis_la_liste_est_oubliee() {
    use crate::liste::Role;
    let mut essai = Essai::avec("Nom;Prénom;Note\nUN;Ada;59000\n".as_bytes());
    let html = essai.html();
    assert!(html.contains("Note") && !html.contains("59000"), "{html}");
    let colonne = Some(2);
    let role = Role::CodePostal;
    essai.faire(Geste::Lier { role, colonne });
    assert_eq!(essai.eleve("UN").code_postal.as_deref(), Some("59000"));
    let colonne = None;
    essai.faire(Geste::Lier { role, colonne });
    assert_eq!(essai.eleve("UN").code_postal, None);
    essai.faire(Geste::Voir);
    assert!(!essai.atelier.source.as_ref().unwrap().relisible());
    // Nobody can be read without a name: the columns stay there to be chosen again.
    let mut essai = Essai::avec("Nom;Prénom;Note\nUN;Ada;59000\n".as_bytes());
    for role in [Role::Nom, Role::Prenom] {
        essai.faire(Geste::Lier {
            role,
            colonne: None,
        });
    }
    essai.faire(Geste::Lier {
        role: Role::Nom,
        colonne: Some(0),
    });
    assert_eq!(essai.atelier.eleves.len(), 1);
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

#[test]
fn tout_effacer_ne_laisse_rien() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.repondre();
    essai.faire(Geste::Voir);
    essai.faire(Geste::Chercher("amrani".into()));
    essai.faire(Geste::Demander(Demande::Effacer));
    essai.faire(Geste::Effacer);
    assert_eq!(essai.atelier.ecran, Ecran::Obtenir);
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

#[test]
fn chaque_mot_est_appele_et_chaque_appel_a_son_mot() {
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page/classe");
    let mut sources = String::new();
    for entree in fs::read_dir(dossier).unwrap() {
        sources += &fs::read_to_string(entree.unwrap().path()).unwrap();
    }
    // Words whose id is made of a prefix and of the id of something else.
    let composes = [
        "sort-", "niveau-", "compris-", "champ-", "colonne-", "manque-", "papier-", "refus-",
        "role-", "commune-", "entete-", "ordre-",
    ];
    let questions = [
        "lycee-experimentation-",
        "lycee-en-region-",
        "accompagne-",
        "pass-recus-",
        "hebergement-",
        "contrat-apprentissage-",
    ];
    let appele = |id: &str| {
        let entier = id.strip_suffix("-1").unwrap_or(id);
        sources.contains(&format!("\"{entier}\""))
            || composes
                .iter()
                .chain(&questions)
                .any(|debut| id.starts_with(debut))
    };
    let de_trop: Vec<&str> = MOTS
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| !appele(id))
        .collect();
    assert!(de_trop.is_empty(), "{de_trop:?}");
    // An id without words shows itself on a page.
    let mut pages = String::new();
    for entree in fs::read_dir(self::dossier("classe")).unwrap() {
        pages += &fs::read_to_string(entree.unwrap().path()).unwrap();
    }
    let nus: BTreeSet<&str> = pages
        .split(['<', '>'])
        .filter(|texte| composes.iter().any(|debut| texte.starts_with(debut)))
        .collect();
    assert!(nus.is_empty(), "{nus:?}");
}

#[test]
fn les_mots_sont_simples() {
    let interdits = [
        "dispositif",
        "afférent",
        "dématérialis",
        "sous réserve",
        "conformément",
        "le cas échéant",
        "instruction",
        "il convient",
        "(e)",
        "·e",
    ];
    for (id, mot) in MOTS {
        for interdit in interdits {
            assert!(!mot.to_lowercase().contains(interdit), "{id} : {interdit}");
        }
        for phrase in mot.split(['.', ':', '?', '!']) {
            let mots = phrase.split_whitespace().count();
            assert!(mots <= 18, "{id} : {mots} mots : {phrase}");
        }
    }
    println!("{} textes", MOTS.len());
}
