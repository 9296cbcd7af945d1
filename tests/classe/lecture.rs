//! A list received, read otherwise, joined by another.

use super::essai::{CLASSE, Essai};
use crate::date;
use crate::liste::{Champ, Encodage, Entete, Role};
use crate::page::classe::{Autrement, Demande, Double, Etape, Geste, Suite};

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

fn autrement(essai: &mut Essai, autrement: Autrement) {
    essai.faire(Geste::LireAutrement(autrement));
}

#[test]
fn un_autre_encodage_un_autre_separateur_une_autre_ligne_de_titres_se_lisent_aussitot() {
    use Autrement::{Encodage as Lettres, Entete as Titres, Separateur};
    let mac = b"Nom;Prenom;Ne le\nB\x8eRARD;Lo\x95c;01/02/2005\n";
    let deux = "Nom;Prénom;Note\tNom\tPrénom\nUN;Ada;x\tDEUX\tLéo\n".as_bytes();
    let titres = "Nom;Prénom\nA remplir;A remplir\nPatronyme;Petit nom;CP\nUN;Ada;59000\nDEUX;Léo;62000\nTROIS;Zoé;80000\n".as_bytes();
    let sans =
        "Nom;Prénom;Né(e) le\nMARTIN;Léa;12/05/2006\nROUX;Zoé;14/05/2006\nPETIT;Léo;13/05/2006\n"
            .as_bytes();
    for (octets, avant, choix, apres) in [
        (
            &mac[..],
            "BŽRARD",
            Lettres(Some(Encodage::Macintosh)),
            "BéRARD",
        ),
        (deux, "UN", Separateur(Some('\t')), "DEUX"),
        (titres, "A remplir", Titres(Some(Entete::Ligne(3))), "UN"),
        (sans, "MARTIN", Titres(Some(Entete::Aucun)), "Nom"),
    ] {
        let mut essai = Essai::avec(octets);
        let premier = |essai: &Essai| essai.atelier.eleves.first().map(|e| e.nom.clone());
        let reconnu = premier(&essai);
        assert_eq!(reconnu.as_deref(), Some(avant), "{choix:?}");
        autrement(&mut essai, choix);
        assert_eq!(premier(&essai).as_deref(), Some(apres), "{choix:?}");
        // What was recognised comes back as it was.
        autrement(
            &mut essai,
            match choix {
                Lettres(_) => Lettres(None),
                Separateur(_) => Separateur(None),
                Titres(_) => Titres(None),
            },
        );
        assert_eq!(premier(&essai), reconnu, "{choix:?}");
    }
}

#[test]
fn une_lecture_sans_eleve_laisse_de_quoi_en_choisir_une_autre() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    let noms = |essai: &Essai| essai.atelier.eleves.len();
    autrement(&mut essai, Autrement::Separateur(Some('\t')));
    assert_eq!(noms(&essai), 0);
    let html = essai.html();
    assert!(html.contains("Aucune colonne n’est reconnue"), "{html}");
    assert!(html.contains("lecture-separateur") && html.contains("disabled"));
    autrement(&mut essai, Autrement::Encodage(Some(Encodage::Utf16Le)));
    assert_eq!(noms(&essai), 0);
    autrement(&mut essai, Autrement::Encodage(None));
    autrement(&mut essai, Autrement::Separateur(None));
    assert_eq!(noms(&essai), 4);
    assert!(!essai.html().contains("ARACHIDE"));
}

#[test]
fn ce_qui_etait_accepte_reste_s_il_est_propose_encore_et_se_dit_sinon() {
    let liste = "Nom;Prénom;Né(e) le;CP\nUN;Ada;03/02/05;2100\nDEUX;Léo;12/03/05;59000\n";
    let mut essai = Essai::avec(liste.as_bytes());
    for _ in 0..2 {
        essai.faire(Geste::AccepterTous(0));
    }
    assert_eq!(essai.eleve("UN").code_postal.as_deref(), Some("02100"));
    assert!(essai.eleve("DEUX").alertes.iter().all(|a| a.lu.is_none()));
    autrement(&mut essai, Autrement::Encodage(Some(Encodage::Windows1252)));
    assert_eq!(essai.eleve("UN").code_postal.as_deref(), Some("02100"));
    assert_eq!(essai.atelier.perdu.corrections, 0);
    // The column of the codes is another: what was accepted of them holds no more.
    let (role, colonne) = (Role::CodePostal, None);
    essai.faire(Geste::Lier { role, colonne });
    assert_eq!(essai.atelier.perdu.corrections, 1);
    assert_eq!(essai.eleve("DEUX").naissance, date::lire("2005-03-12"));
    assert!(essai.html().contains("1 correction acceptée ne vaut plus"));
    assert!(essai.atelier.statut.contains("1 correction acceptée"));
    // Roles that somebody chose were those of other columns.
    autrement(&mut essai, Autrement::Entete(Some(Entete::Ligne(1))));
    assert!(essai.atelier.perdu.colonnes);
    assert!(essai.eleve("UN").alerte(Champ::CodePostal).is_some());
    assert!(essai.html().contains("vos choix valaient pour l"));
    essai.faire(Geste::Voir);
    assert!(!essai.html().contains("ne vaut plus"));
}

#[test]
fn une_ligne_qui_n_est_plus_un_eleve_perd_ce_qui_en_etait_dit_et_cela_se_dit() {
    let liste = "Nom;Prénom;CP\nUN;Ada;2100\nDEUX;Léo;59000\n";
    let mut essai = Essai::avec(liste.as_bytes());
    essai.faire(Geste::AccepterTous(0));
    autrement(&mut essai, Autrement::Entete(Some(Entete::Ligne(2))));
    assert_eq!(essai.atelier.eleves.len(), 1);
    assert_eq!(essai.atelier.perdu.corrections, 1);
}

/// A second list: one pupil of the first again, one of the same name born another day, one more.
const AUTRE: &str = "Nom;Prénom;Né(e) le\nAmrani;Yanis;14/03/2005\nDA SILVA;Inès;01/01/2005\nROUSSEL;Adam;05/06/2005\n";

fn ajouter(essai: &mut Essai, liste: &str) {
    essai.faire(Geste::Demander(Demande::Relire));
    assert!(essai.html().contains("ajouter-une-liste"));
    assert_eq!(essai.faire(Geste::AjouterUneListe), Suite::Titre);
    assert_eq!(essai.atelier.etape, Etape::Obtenir);
    essai.lire(liste.as_bytes());
}

#[test]
fn une_seconde_liste_s_ajoute_et_personne_n_est_confondu() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.faire(Geste::Voir);
    let id = essai.eleve("DELATTRE").id;
    essai.faire(Geste::Ouvrir(id));
    essai.faire(Geste::Retirer(id));
    ajouter(&mut essai, AUTRE);
    let html = essai.html();
    assert!(html.contains("3 élèves lus") && html.contains("3 élèves déjà là"));
    assert!(
        html.contains("même élève") && html.contains("liste 1, ligne 2"),
        "{html}"
    );
    assert!(html.contains("même nom, autre naissance"));
    // Another reading changes the second list only.
    let (role, colonne) = (Role::DateNaissance, None);
    essai.faire(Geste::Lier { role, colonne });
    essai.faire(Geste::Lier {
        role,
        colonne: Some(2),
    });
    essai.faire(Geste::Voir);
    assert_eq!(
        essai.atelier.eleves.len(),
        6,
        "nobody is made one with another"
    );
    let ids: std::collections::BTreeSet<u32> = essai.atelier.eleves.iter().map(|e| e.id).collect();
    assert_eq!(ids.len(), 6);
    assert_eq!(essai.eleve("AMRANI").double, Some(Double::MemeEleve));
    assert_eq!(essai.eleve("Amrani").double, Some(Double::MemeEleve));
    assert_eq!(essai.eleve("DA SILVA").double, Some(Double::MemeNom));
    assert_eq!(essai.eleve("ROUSSEL").double, None);
    assert!(essai.html().contains("deux fois dans la liste"));
    // Asked for, and only then: the second of a pupil written twice goes.
    essai.faire(Geste::RetirerLesDoubles);
    assert_eq!(essai.atelier.eleves.len(), 5);
    assert!(essai.atelier.statut.starts_with("1 élève retiré"));
    assert_eq!(essai.eleve("AMRANI").double, None);
    assert!(essai.atelier.eleves.iter().all(|e| e.nom != "Amrani"));
}

#[test]
fn une_seconde_liste_se_laisse_ou_remplace_la_premiere() {
    let mut essai = Essai::avec(CLASSE.as_bytes());
    essai.repondre();
    essai.faire(Geste::Voir);
    ajouter(&mut essai, "%PDF-1.7");
    assert_eq!(essai.atelier.etape, Etape::Obtenir);
    assert_eq!(
        essai.atelier.eleves.len(),
        4,
        "an unreadable second list costs nothing"
    );
    essai.lire(AUTRE.as_bytes());
    essai.faire(Geste::NePasAjouter);
    assert_eq!(essai.atelier.etape, Etape::Travailler);
    assert_eq!(essai.atelier.eleves.len(), 4);
    assert!(essai.atelier.eleves.iter().all(|e| e.double.is_none()));
    essai.faire(Geste::Demander(Demande::Relire));
    essai.faire(Geste::Effacer);
    assert!(essai.atelier.eleves.is_empty());
    essai.lire(AUTRE.as_bytes());
    assert_eq!(essai.atelier.eleves.len(), 3);
    assert!(
        essai.atelier.communes.iter().count() >= 5,
        "answers of all stay"
    );
}

#[test]
fn le_meme_eleve_deux_fois_dans_une_liste_se_dit() {
    let mut essai = Essai::avec(
        "Nom;Prénom;Né(e) le\nUN;Ada;01/02/2005\nun;ADA;01/02/2005\nUN;Ada;\n".as_bytes(),
    );
    let doubles: Vec<_> = essai.atelier.eleves.iter().map(|e| e.double).collect();
    let (meme, nom) = (Some(Double::MemeEleve), Some(Double::MemeNom));
    assert_eq!(doubles, [meme, meme, nom]);
    assert!(essai.html().contains("2 élèves écrits deux fois"));
    essai.faire(Geste::Voir);
    essai.faire(Geste::RetirerLesDoubles);
    assert_eq!(essai.atelier.eleves.len(), 2);
}
