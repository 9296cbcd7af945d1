//! What a list leaves in doubt: it is said, it refuses nobody, and every part of the page says the same of it.

use super::essai::{Essai, champs};
use crate::liste::Champ;
use crate::page::classe::{Geste, Sort};

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
