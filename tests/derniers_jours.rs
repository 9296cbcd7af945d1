//! What is said of days near the end of the aid, and of what was typed wrong beside them.

use crate::page::{Action, Seance, agenda, recapitulatif, vue};
use crate::textes::Langues;
use crate::valeur::Valeur;
use crate::{Catalogue, date, demande, page::Reglages};
use serde_json::json;

/// The result of somebody of 60 and over who may ask, on this day.
fn resultat(catalogue: &Catalogue, depot: &str) -> Seance {
    let dite = json!({ "dateDepot": depot, "reponses": {
        "date-naissance": "1950-03-02", "code-postal": "02000", "situations": [], "accompagne": false,
        "pass-recus": 0, "hebergement": "a-son-nom", "lycee-experimentation": false,
    } });
    let valeur: Valeur = serde_json::from_value(dite).unwrap();
    let lue = demande::lire(catalogue, &valeur).unwrap();
    let mut seance = Seance::nouveau(catalogue, Reglages::du(date::lire(depot).unwrap()));
    seance.reponses = lue.reponses;
    seance.suivre(catalogue, Action::VoirLeResultat);
    seance
}

/// The day read on a paper, « 31/2/2027 », is checked.
fn dater(seance: &mut Seance, catalogue: &Catalogue, piece: &str, lu: &str) {
    let nombres = lu.split('/').map(String::from);
    let champs = ["jour", "mois", "annee"].map(String::from);
    let (piece, champs) = (piece.into(), champs.into_iter().zip(nombres).collect());
    seance.suivre(catalogue, Action::Dater { piece, champs });
}

#[test]
fn nul_jour_pour_confirmer_n_est_dit_apres_la_fin_de_l_aide() {
    let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
    for (depot, dernier, suite) in [
        (
            "2024-11-15",
            "15 décembre 2024",
            "Après, il faut une nouvelle demande",
        ),
        (
            "2024-12-15",
            "31 décembre 2024",
            "dernier jour prévu pour cette aide",
        ),
        (
            "2024-12-31",
            "31 décembre 2024",
            "dernier jour prévu pour cette aide",
        ),
    ] {
        let seance = resultat(&catalogue, depot);
        let ecran = vue(&catalogue, &langues, &seance).html();
        let ecran = ecran.replace("&nbsp;", " ");
        let texte = recapitulatif(&catalogue, &langues, &seance);
        let rappels = agenda(&catalogue, &langues, &seance);
        assert!(
            ecran.contains(dernier) && ecran.contains(suite),
            "{depot}: {ecran}"
        );
        // A day of a calendar ends on the next.
        assert!(!rappels.contains("DTSTART;VALUE=DATE:2025"), "{rappels}");
        for dit in [&ecran, &texte] {
            assert!(!dit.contains("2025"), "{depot}: {dit}");
        }
    }
}

#[test]
fn un_papier_n_est_bon_pour_une_demande_que_jusqu_a_la_fin_de_l_aide() {
    let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
    // The act of February 2022 ends, and another follows: the aid goes on.
    for (depot, fin, attendu) in [
        ("2024-03-15", "1/6/2024", "jusqu’au 1er juin 2024"),
        ("2024-03-15", "1/3/2060", "jusqu’au 31 décembre 2024"),
        ("2022-06-15", "1/6/2023", "jusqu’au 1er juin 2023"),
        ("2022-06-15", "1/3/2060", "jusqu’au 31 décembre 2024"),
    ] {
        let mut seance = resultat(&catalogue, depot);
        dater(&mut seance, &catalogue, "piece-identite", fin);
        let ecran = vue(&catalogue, &langues, &seance).html();
        assert!(ecran.contains(attendu), "{attendu} : {ecran}");
    }
}

#[test]
fn ce_qui_est_mal_tape_pour_un_papier_reste_quand_on_en_regarde_un_autre() {
    let (catalogue, langues) = (Catalogue::integre(), Langues::integrees());
    let mut seance = resultat(&catalogue, "2024-03-15");
    dater(&mut seance, &catalogue, "piece-identite", "31/2/2027");
    dater(&mut seance, &catalogue, "justificatif-domicile", "1/3/2024");
    let ecran = vue(&catalogue, &langues, &seance).html();
    assert!(
        ecran.contains("n’existe pas") && ecran.contains("2027"),
        "{ecran}"
    );
    dater(&mut seance, &catalogue, "piece-identite", "28/2/2027");
    let ecran = vue(&catalogue, &langues, &seance).html();
    assert!(!ecran.contains("n’existe pas"), "{ecran}");
}
