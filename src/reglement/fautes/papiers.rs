//! Papers asked for: their kinds, their signatures, their freshness.

use super::{AGE_MAX, ANNEES_MAX, Lieu, MOIS_MAX, Releve};
use crate::reglement::{Catalogue, Fraicheur, Piece, PieceDemandee, Prolongation, Reglement};

pub fn verifier(
    catalogue: &Catalogue,
    reglement: &Reglement,
    demandee: &PieceDemandee,
    lieu: &Lieu,
    releve: &mut Releve,
) {
    let ids = catalogue.pieces.iter().map(|p| &p.id);
    releve.connu(&demandee.id, "une pièce", ids, &lieu.champ("id"));
    // The kinds of a paper that does not exist cannot be judged.
    let Some(piece) = catalogue.piece(&demandee.id) else {
        return;
    };
    for (rang, nature) in demandee.natures.iter().enumerate() {
        nature_connue(piece, nature, &lieu.element("natures", rang), releve);
    }
    for (rang, signataire) in demandee.signataires.iter().enumerate() {
        let quoi = format!("un signataire de « {} »", piece.id);
        let lieu = lieu.element("signataires", rang);
        releve.connu(signataire, &quoi, &piece.signataires, &lieu);
    }
    if let Some(autre) = &demandee.ou {
        let autres = reglement.pieces.iter().map(|p| &p.id);
        releve.connu(
            autre,
            "une autre pièce de ce règlement",
            autres.filter(|id| **id != demandee.id),
            &lieu.champ("ou"),
        );
    }
    if demandee.liste_supposee && demandee.natures.is_empty() && demandee.signataires.is_empty() {
        releve.noter(
            &lieu.champ("listeSupposee"),
            "n'a d'effet qu'avec « natures » ou « signataires »",
        );
    }
    if let Some(fraicheur) = &demandee.fraicheur {
        verifier_fraicheur(piece, fraicheur, &lieu.champ("fraicheur"), releve);
    }
}

fn nature_connue(piece: &Piece, nature: &String, lieu: &Lieu, releve: &mut Releve) {
    let quoi = format!("une nature de « {} »", piece.id);
    releve.connu(nature, &quoi, &piece.natures, lieu);
}

fn verifier_fraicheur(piece: &Piece, fraicheur: &Fraicheur, lieu: &Lieu, releve: &mut Releve) {
    let duree = |mois: u32, champ: &str, releve: &mut Releve| {
        let lieu = lieu.champ(champ);
        let lieu = lieu.champ("mois");
        if mois == 0 {
            releve.noter(&lieu, "0 mois ; attendu : une durée");
        }
        releve.au_plus(mois, MOIS_MAX, "mois", &lieu);
    };
    match fraicheur {
        Fraicheur::MoinsDe { mois } => duree(*mois, "moinsDe", releve),
        Fraicheur::Conseil { mois } => duree(*mois, "conseil", releve),
        Fraicheur::EnCoursDeValidite { prolongations } => {
            for (rang, prolongation) in prolongations.iter().enumerate() {
                let lieu = lieu.champ("enCoursDeValidite");
                let lieu = lieu.element("prolongations", rang);
                verifier_prolongation(piece, prolongation, &lieu, releve);
            }
        }
        Fraicheur::AnneeDeFormation { debut, limite } => {
            let lieu = lieu.champ("anneeDeFormation");
            let mut mois = |numero: u32, lieu: &Lieu| {
                if !(1..=12).contains(&numero) {
                    releve.noter(
                        lieu,
                        format!("{numero} n'est pas un mois ; attendu : de 1 à 12"),
                    );
                }
            };
            mois(*debut, &lieu.champ("debut"));
            for (rang, numero) in limite.iter().enumerate() {
                mois(*numero, &lieu.element("limite", rang));
            }
        }
    }
}

fn verifier_prolongation(piece: &Piece, p: &Prolongation, lieu: &Lieu, releve: &mut Releve) {
    nature_connue(piece, &p.nature, &lieu.champ("nature"), releve);
    releve.a_l_endroit(p.delivrees(), &lieu.champ("delivreeAu"));
    if p.annees == 0 {
        releve.noter(&lieu.champ("annees"), "0 an ; attendu : une durée");
    }
    releve.au_plus(p.annees, ANNEES_MAX, "ans", &lieu.champ("annees"));
    releve.au_plus(p.age_minimum, AGE_MAX, "ans", &lieu.champ("ageMinimum"));
}
