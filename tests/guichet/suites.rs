//! What the page asks, and what it no longer needs: nothing is hidden under the fingers.

use super::agent::Agent;
use crate::page::{Action, Geste};

const DEPOT: &str = "2024-03-15";

#[test]
fn une_suite_parait_sous_sa_case_et_s_en_va_avec_elle() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "14/5/03")
        .saisit("code-postal", "80000")
        .ne_voit_pas("CEJ signé avec qui")
        .choisit("situations", "cej")
        .voit("CEJ signé avec qui")
        .choisit("cej-operateur", "mission-locale")
        .voit("CEJ signé avec qui")
        .coche("situations", "cej", false)
        .ne_voit_pas("CEJ signé avec qui");
}

#[test]
fn la_suite_d_une_case_decochee_ne_compte_plus() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "14/5/03")
        .saisit("code-postal", "80000")
        .choisit("situations", "cej")
        .choisit("cej-operateur", "mission-locale")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "a-son-nom")
        .voit("Peut demander le pass numérique.")
        .coche("situations", "cej", false)
        .choisit("situations", "aucune")
        .ne_voit_pas("Peut demander");
    let dites: Vec<String> = crate::page::chemin(&agent.catalogue, &agent.seance)
        .posees
        .iter()
        .map(|q| q.id.clone())
        .collect();
    assert!(!dites.contains(&"cej-operateur".to_string()), "{dites:?}");
}

#[test]
fn aucune_de_ces_situations_et_les_autres_s_excluent() {
    let mut agent = Agent::le(DEPOT);
    agent.choisit("situations", "aucune");
    assert_eq!(agent.seance.reponses.situations(), Some(&[][..]));
    agent.choisit("situations", "rsa");
    assert_eq!(agent.seance.reponses.situations().unwrap(), ["rsa"]);
    agent.choisit("situations", "demandeur-emploi");
    // In the order of the page, not of the keys.
    let deux = ["demandeur-emploi", "rsa"];
    assert_eq!(agent.seance.reponses.situations().unwrap(), deux);
    agent
        .coche("situations", "rsa", false)
        .coche("situations", "demandeur-emploi", false);
    // Nothing ticked is not « none »: it is not answered yet.
    assert_eq!(agent.seance.reponses.situations(), None);
}

#[test]
fn l_age_qui_suffit_rend_les_situations_facultatives_sans_les_cacher() {
    let mut agent = Agent::le(DEPOT);
    agent
        .ne_voit_pas("Son âge suffit")
        .saisit("date-naissance", "2/7/58")
        .saisit("code-postal", "59300")
        .voit("Son âge suffit : facultatif ici.")
        .voit("Inscription à France Travail")
        .choisit("situations", "demandeur-emploi")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "a-son-nom")
        .voit("Remplit aussi : Inscription à France Travail");
}

#[test]
fn la_demande_est_faite_avec_nous_sauf_avis_contraire() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "2/7/58")
        .saisit("code-postal", "59300")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "a-son-nom")
        .voit("10 pass")
        .voit("donner le nom de la structure")
        .choisit("accompagne", "false")
        .voit("5 pass")
        .ne_voit_pas("donner le nom de la structure");
}

#[test]
fn ce_que_rapporte_la_demande_faite_avec_nous_vient_du_reglement() {
    let mut agent = Agent::le(DEPOT);
    agent
        .voit("Coché d’avance : 10 pass au lieu de 5 (article 4).")
        .saisit("date-naissance", "3/9/79")
        .saisit("code-postal", "62000")
        .choisit("accompagne", "false")
        .voit("Avec nous : 10 pass au lieu de 5 (article 4).")
        .choisit("accompagne", "true")
        // A second booklet is of five, helped or not.
        .choisit("situations", "demandeur-emploi")
        .choisit("pass-recus", "5")
        .choisit("pass-utilises", "true")
        .voit("Coché d’avance.")
        .ne_voit_pas("au lieu de");
    // No number to compare once nobody can ask.
    Agent::le("2026-11-20").voit("Coché d’avance.");
    Agent::le("2022-03-10").voit("10 pass au lieu de 5 (considérant).");
}

#[test]
fn ce_que_la_page_affirme_a_son_article() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "14/5/03")
        .saisit("code-postal", "80000")
        .choisit("situations", "cej")
        .voit("droit incertain (article 2)")
        .voit("droit incertain (article 3)")
        .voit("pas de pass (article 1)")
        .choisit("cej-operateur", "france-travail")
        .voit("Les deux se contredisent.</strong> <span class=\"note\">(article 2)")
        .choisit("cej-operateur", "mission-locale")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "heberge")
        .voit("Nombre de pass : règlement de 2023, article 4.")
        .voit("créée le 15 mars 2024. <span class=\"note\">(article 4)")
        .voit("qui accompagne. <span class=\"note\">(article 4)")
        .voit("<p class=\"source\">Règlement de 2023, article 3.</p>");
    Agent::le("2026-11-20").voit("Règlement de 2023, décision, alinéas 1 et 2.");
}

#[test]
fn ce_que_chaque_reponse_laisse_possible_est_dit_jamais_promis() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "14/5/03")
        .saisit("code-postal", "80000")
        .choisit("situations", "cej")
        .voit("Encore à demander")
        .voit("3 questions à poser")
        .voit("droit incertain")
        .voit("pas de pass")
        .choisit("pass-recus", "10")
        .voit("Le maximum de pass a déjà été donné.");
}

#[test]
fn un_papier_date_est_coche_et_dit_ce_qu_il_vaut() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "2/7/58")
        .saisit("code-postal", "59300")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "heberge")
        .voit("À préparer")
        .saisit("piece:piece-identite", "2/9/29")
        .voit("Prêt : valable jusqu’au 2 septembre 2029")
        .saisit("piece:justificatif-domicile-hebergeur", "20/1/23")
        .voit("mieux vaut après le 15 mars 2023")
        .voit("1 prêt, 1 à trouver, 1 à remplacer si possible")
        // A date taken back is a paper to look at again.
        .saisit("piece:piece-identite", "");
    assert!(!agent.seance.tenues.contains(&"piece-identite".to_string()));
}

#[test]
fn un_papier_depasse_dit_l_annee_comprise() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "2/7/58")
        .saisit("code-postal", "59300")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "a-son-nom")
        .saisit("piece:justificatif-domicile", "20/1/30")
        .voit("Dépassé : il le faut après le 15 mars 2023")
        .voit("Date comprise : 20 janvier 1930.")
        .saisit("piece:justificatif-domicile", "20/1/1930")
        .ne_voit_pas("Date comprise");
}

#[test]
fn personne_suivante_efface_tout_et_rend_le_jour() {
    let mut agent = Agent::le(DEPOT);
    let vide = agent.html();
    agent
        .saisit("depot", "10/5/2023")
        .saisit("date-naissance", "2/7/58")
        .saisit("code-postal", "59300")
        .choisit("situations", "rsa")
        .choisit("accompagne", "false")
        .saisit("piece:piece-identite", "2/9/29")
        .fait(Geste::Prevenir(Some(42)))
        .fait(Geste::PreparerLeModele("attestation-hebergement".into()));
    assert!(agent.seance.entame());
    agent.agit(Action::Recommencer);
    assert_eq!(agent.html(), vide);
    assert!(!agent.seance.entame());
}

#[test]
fn l_alerte_n_est_dite_que_deux_fois() {
    let mut agent = Agent::le(DEPOT);
    let mut dites = Vec::new();
    for secondes in (0..=60).rev() {
        agent.fait(Geste::Prevenir(Some(secondes)));
        let page = agent.lit();
        let alerte = page.split("role=\"alert\">").nth(1).unwrap();
        let alerte = alerte.split('<').next().unwrap().to_string();
        if dites.last() != Some(&alerte) {
            dites.push(alerte);
        }
    }
    assert_eq!(dites.len(), 2, "{dites:?}");
    assert!(dites[0].starts_with("Effacement dans 60 secondes"));
    assert!(dites[1].starts_with("Effacement dans 20 secondes"));
}

#[test]
fn le_modele_prend_la_place_de_la_fiche_le_temps_de_l_imprimer() {
    let mut agent = Agent::le(DEPOT);
    agent
        .voit("fiche-cadre")
        .fait(Geste::PreparerLeModele("attestation-hebergement".into()))
        .voit("Je certifie sur l’honneur")
        .ne_voit_pas("fiche-cadre")
        .choisit("hebergement", "heberge")
        .voit("fiche-cadre")
        .ne_voit_pas("Je certifie sur l’honneur");
}

#[test]
fn la_fiche_parle_a_la_personne_et_la_page_a_l_agent() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "2/7/58")
        .saisit("code-postal", "59300")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "a-son-nom");
    let page = agent.lit();
    let (ecran, fiche) = page.split_once("<div class=\"fiche\">").unwrap();
    assert!(fiche.contains("Vous pouvez demander le pass numérique."));
    assert!(ecran.contains("Peut demander le pass numérique."));
    let mots = ecran.to_lowercase();
    for mot in ["vous", "votre", "vos"] {
        let dedans = mots.split(|c: char| !c.is_alphabetic()).any(|lu| lu == mot);
        assert!(!dedans, "« {mot} » est dit à l'agent");
    }
}

#[test]
fn un_domicile_ailleurs_se_voit_et_ne_laisse_qu_une_question() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "2/7/70")
        .saisit("code-postal", "51100")
        .voit("Marne (51)")
        .voit("hors de la région")
        .ne_voit_pas("dans la région")
        .voit("1 question à poser")
        .choisit("pass-recus", "0")
        .voit("n’est pas prévu pour sa situation");
}

#[test]
fn le_jour_que_la_page_propose_devient_celui_de_la_demande() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("date-naissance", "1/6/2006")
        .saisit("code-postal", "59000")
        .choisit("situations", "apprenti")
        .choisit("contrat-apprentissage", "en-cours")
        .choisit("contrat-signe-par-tous", "true")
        .choisit("pass-recus", "0")
        .voit("Pas encore : à partir du 1er juin 2024.")
        .agit(Action::DeposerLe("2024-06-01".into()))
        .voit("value=\"01/06/2024\"")
        .voit("1er juin 2006, 18 ans")
        .choisit("hebergement", "a-son-nom")
        .voit("Peut demander le pass numérique.");
}

#[test]
fn un_jour_de_creation_apres_le_depot_est_une_faute_pas_le_siecle_d_avant() {
    let mut agent = Agent::le(DEPOT);
    agent
        .saisit("creation", "12/4/24")
        .fait(Geste::Quitter("creation".into()))
        .ne_voit_pas("1924")
        .voit("Cette date vient après la demande.")
        .saisit("creation", "4/3/24")
        .voit("lundi 4 mars 2024");
}
