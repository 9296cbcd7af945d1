//! Any bytes as a list of pupils: lines or a reason, never a panic, and never two faults for one cell.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pass_numerique::interne::{
    Champ, Liste, Niveau, Options, existe, lire_un_jour, lire_une_liste,
};

fuzz_target!(|octets: &[u8]| {
    let depot = lire_un_jour("2023-10-02").unwrap();
    let liste = lire_une_liste(octets, &Options::du(depot));
    tenir(&liste);
    assert_eq!(liste.fautes.is_empty(), !liste.lignes.is_empty(), "read or refused: {:?}", liste.fautes);
    assert!(liste.fautes.iter().all(|faute| faute.message.ends_with('.')), "{:?}", liste.fautes);
    // Two readings of the same bytes are the same reading.
    assert_eq!(lire_une_liste(octets, &Options::du(depot)), liste);
    serde_json::to_string(&liste).unwrap();
});

/// Each `null` has its reason, and one only; what is read is in the form that the contract says.
fn tenir(liste: &Liste) {
    for ligne in &liste.lignes {
        for (rang, alerte) in ligne.alertes.iter().enumerate() {
            let autres = &ligne.alertes[..rang];
            assert!(autres.iter().all(|autre| autre.champ != alerte.champ), "{ligne:?}");
        }
        let nuls = [
            ligne.nom.is_none(),
            ligne.prenom.is_none(),
            ligne.date_naissance.is_none(),
            ligne.classe.is_none(),
            ligne.code_postal.is_none(),
            ligne.niveau == Niveau::Inconnu,
        ];
        let nuls = nuls.iter().filter(|nul| **nul).count();
        assert!(ligne.alertes.len() >= nuls, "{ligne:?}");
        assert!(ligne.nom.is_some() || ligne.prenom.is_some() || nuls >= 2, "{ligne:?}");
        if let Some(jour) = &ligne.date_naissance {
            assert!(lire_un_jour(jour).is_some_and(|jour| jour <= lire_un_jour("2023-10-02").unwrap()), "{jour}");
        }
        if let Some(code) = &ligne.code_postal {
            let chiffres = code.len() == 5 && code.bytes().all(|octet| octet.is_ascii_digit());
            assert!(chiffres || code == "etranger", "{code}");
            let dit = ligne.alertes.iter().any(|alerte| alerte.champ == Champ::CodePostal);
            assert!(code == "etranger" || existe(code) || dit, "{code}");
        }
    }
    for colonne in &liste.colonnes {
        assert!(colonne.role.is_some() || colonne.exemples.is_empty(), "{colonne:?}");
    }
}
