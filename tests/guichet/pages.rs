//! Golden pages of the counter.

use super::agent::Agent;
use crate::page::Geste;
use crate::tests::commun::images;
use std::collections::BTreeMap;

const DEPOT: &str = "2024-03-15";

#[test]
fn chaque_etat_du_guichet_est_celui_qui_a_ete_relu() {
    let mut pages = BTreeMap::new();
    let mut noter = |nom: &str, agent: &Agent| {
        pages.insert(nom.to_string(), agent.html() + "\n");
    };

    let vide = Agent::le(DEPOT);
    noter("vide", &vide);

    let mut clos = Agent::le("2026-11-20");
    clos.saisit("date-naissance", "2/7/58")
        .saisit("code-postal", "59300");
    noter("clos", &clos);

    let mut incomplet = Agent::le(DEPOT);
    incomplet
        .saisit("date-naissance", "14/5/03")
        .saisit("code-postal", "80000")
        .choisit("situations", "cej");
    noter("incomplet", &incomplet);
    incomplet.fait(Geste::Prevenir(Some(60)));
    noter("incomplet-alerte", &incomplet);

    let mut complet = Agent::le(DEPOT);
    complet
        .saisit("date-naissance", "2/7/1958")
        .saisit("code-postal", "59300")
        .choisit("situations", "benevole")
        .choisit("pass-recus", "0")
        .choisit("hebergement", "heberge")
        .saisit("piece:piece-identite", "2/9/2029")
        .saisit("piece:justificatif-domicile-hebergeur", "20/1/2023");
    noter("complet", &complet);

    let mut second = Agent::le(DEPOT);
    second
        .saisit("date-naissance", "3/9/79")
        .saisit("code-postal", "62000")
        .choisit("situations", "demandeur-emploi")
        .choisit("pass-recus", "5")
        .choisit("pass-utilises", "true")
        .choisit("hebergement", "election-domicile");
    noter("second-carnet", &second);

    let mut pas_encore = Agent::le(DEPOT);
    pas_encore
        .saisit("date-naissance", "1 juin 2006")
        .saisit("code-postal", "59000")
        .choisit("situations", "apprenti")
        .choisit("contrat-apprentissage", "en-cours")
        .choisit("contrat-signe-par-tous", "true")
        .choisit("pass-recus", "0");
    noter("pas-encore", &pas_encore);

    let mut ailleurs = Agent::le(DEPOT);
    ailleurs
        .saisit("date-naissance", "020770")
        .saisit("code-postal", "51100")
        .choisit("situations", "benevole");
    noter("ailleurs", &ailleurs);

    let mut charniere = Agent::le("2022-02-10");
    charniere
        .saisit("date-naissance", "2/7/1980")
        .saisit("code-postal", "59999")
        .choisit("code-postal-confirme", "true")
        .choisit("situations", "demandeur-emploi");
    noter("fevrier-2022", &charniere);

    let mut lycee = Agent::le("2023-05-10");
    lycee
        .saisit("date-naissance", "2/7/2006")
        .saisit("code-postal", "02120")
        .choisit("situations", "lyceen")
        .choisit("situations", "premiere-bac-pro")
        .choisit("lycee-experimentation", "true");
    noter("lycee", &lycee);

    let mut fautes = Agent::le(DEPOT);
    for (champ, texte) in [
        ("depot", "demain"),
        ("creation", "16/3/2024"),
        ("date-naissance", "31/2/58"),
        ("code-postal", "5900"),
    ] {
        fautes
            .saisit(champ, texte)
            .fait(Geste::Quitter(champ.into()));
    }
    noter("fautes", &fautes);

    images::comparer("tests/guichet/pages", &pages);
}
