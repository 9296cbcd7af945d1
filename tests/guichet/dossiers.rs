//! Every dossier typed into the page: the decision beside the form is that of the same demande.

use super::agent::Agent;
use crate::decision::evaluer;
use crate::demande;
use crate::tests::commun::fichiers::fichiers;
use crate::valeur::Valeur;

#[test]
fn la_decision_est_celle_de_la_meme_demande() {
    let mut vus = 0;
    for fichier in fichiers() {
        for dossier in fichier.dossiers() {
            let mut saisie = dossier["demande"].clone();
            // The counter asks for the day of birth, never for a bracket; and it does not date decisions.
            let reponses = saisie["reponses"].as_object_mut().unwrap();
            if reponses.contains_key("tranche-age") {
                continue;
            }
            // The page says that the demande is made with the agent, unless told otherwise.
            if reponses.get("accompagne").is_none_or(|a| a.is_null()) {
                continue;
            }
            let champs = saisie.as_object_mut().unwrap();
            for absent in ["pieces", "dateDecision", "dateNotification"] {
                champs.remove(absent);
            }
            let mut agent = Agent::le(saisie["dateDepot"].as_str().unwrap());
            agent.saisit_le_dossier(&saisie);
            let attendue: Valeur = serde_json::from_value(saisie.clone()).unwrap();
            let attendue = demande::lire(&agent.catalogue, &attendue).unwrap();
            let attendues = evaluer(&agent.catalogue, &attendue).decisions;
            for attendue in attendues {
                let decisions = agent.decisions();
                let lue = decisions
                    .iter()
                    .find(|d| d.dispositif == attendue.dispositif)
                    .unwrap();
                assert_eq!(
                    (
                        lue.verdict,
                        lue.carnet,
                        &lue.titre,
                        &lue.refus,
                        &lue.reglement
                    ),
                    (
                        attendue.verdict,
                        attendue.carnet,
                        &attendue.titre,
                        &attendue.refus,
                        &attendue.reglement
                    ),
                    "{} {saisie}",
                    dossier["id"]
                );
            }
            // What is shown can be drawn, whatever was typed.
            agent.html();
            vus += 1;
        }
    }
    println!("{vus} dossiers saisis au guichet");
    assert!(vus >= 150, "{vus} dossiers");
}
