//! What règlements share: questions, papers, aids, addresses.

use super::{Lieu, NOMBRE_MAX, Origines, Releve};
use crate::en_liste::EnListe;
use crate::ordre::ranger;
use crate::reglement::{Catalogue, Critere, Genre, NE_SAIT_PAS, Question, Scalaire, connus};

pub fn verifier(catalogue: &Catalogue, origines: &Origines, releve: &mut Releve) {
    let Catalogue {
        questions,
        pieces,
        dispositifs,
        orientations,
        reglements,
        histoire,
        ..
    } = catalogue;
    releve.ids(questions.iter().map(|q| &q.id), |r| origines.questions[r]);
    releve.ids(pieces.iter().map(|p| &p.id), |r| origines.pieces[r]);
    releve.ids(dispositifs.iter().map(|d| &d.id), |r| {
        origines.dispositifs[r]
    });
    releve.ids(reglements.iter().map(|r| &r.id), |r| origines.reglements[r]);
    releve.ids(orientations.iter().map(|o| &o.id), |r| {
        origines.orientations[r]
    });

    releve.ids(histoire.iter().map(|h| &h.id), |r| origines.histoire[r]);
    for (ancienne, lieu) in histoire.iter().zip(&origines.histoire) {
        if ancienne.actes.is_empty() {
            releve.noter(&lieu.champ("actes"), "aucun acte ne le dit");
        }
        for (rang, acte) in ancienne.actes.iter().enumerate() {
            releve.rempli(&acte.numero, &lieu.element("actes", rang).champ("numero"));
        }
    }

    if let Some(lieu) = origines.questions.first() {
        releve.au_plus(questions.len(), NOMBRE_MAX, "questions", lieu);
    }
    let lues = lues(catalogue);
    for (question, lieu) in questions.iter().zip(&origines.questions) {
        verifier_question(catalogue, question, lieu, releve);
        if !lues.contains(&question.id.as_str()) {
            releve.noter(
                lieu,
                format!(
                    "« {} » : aucun règlement ne lit cette question",
                    question.id
                ),
            );
        }
    }
    for (piece, lieu) in pieces.iter().zip(&origines.pieces) {
        let mut demandees = reglements.iter().flat_map(|r| &r.pieces);
        if !demandees.any(|d| d.id == piece.id) {
            releve.noter(
                lieu,
                format!("« {} » : aucun règlement ne demande cette pièce", piece.id),
            );
        }
    }
    for (dispositif, lieu) in dispositifs.iter().zip(&origines.dispositifs) {
        if let Some(page) = &dispositif.page {
            releve.adresse(page, &lieu.champ("page"));
        }
        if catalogue.versions(&dispositif.id).next().is_none() {
            releve.noter(lieu, format!("« {} » n'a aucun règlement", dispositif.id));
        }
        let mut reserves: Vec<&str> = Vec::new();
        for reglement in catalogue.versions(&dispositif.id) {
            reglement
                .toutes_les_reserves()
                .for_each(|id| ranger(&mut reserves, id));
        }
        releve.au_plus(reserves.len(), NOMBRE_MAX, "réserves différentes", lieu);
    }
    for (orientation, lieu) in orientations.iter().zip(&origines.orientations) {
        releve.adresse(&orientation.url, &lieu.champ("url"));
        for (prefixe, url) in &orientation.par_departement {
            releve.adresse(url, &lieu.champ("parDepartement").champ(prefixe));
        }
    }
}

/// Questions that a rule reads, those asked before them, and those that say where they are asked.
fn lues(catalogue: &Catalogue) -> Vec<&str> {
    let mut lues = Vec::new();
    for reglement in &catalogue.reglements {
        reglement.criteres(&mut |critere| match critere {
            Critere::Age(_) => lues.extend([connus::DATE_NAISSANCE, connus::TRANCHE_AGE]),
            Critere::Situation(_) => lues.extend([connus::SITUATIONS]),
            Critere::Territoire(_) => {
                lues.extend([connus::CODE_POSTAL, connus::CODE_POSTAL_CONFIRME])
            }
            Critere::Reponse(attendue) => lues.extend([attendue.question.as_str()]),
            Critere::Depot(_)
            | Critere::Titre(_)
            | Critere::Tous(_)
            | Critere::Un(_)
            | Critere::Sauf(_) => {}
        });
    }
    for question in &catalogue.questions {
        if lues.contains(&question.id.as_str()) {
            lues.extend(question.apres.as_deref());
            lues.extend(question.suite_de.as_deref());
            if !question.territoire.is_empty() || !question.d_abord_hors_de.is_empty() {
                lues.extend([connus::CODE_POSTAL, connus::CODE_POSTAL_CONFIRME]);
            }
        }
    }
    lues
}

fn verifier_question(catalogue: &Catalogue, question: &Question, lieu: &Lieu, releve: &mut Releve) {
    let (options, genre) = (&question.options, lieu.champ("genre"));
    let a_options = matches!(question.genre, Genre::Choix | Genre::Plusieurs);
    let connue = connus::QUESTIONS.iter().find(|(id, _)| *id == question.id);
    match connue {
        Some((id, attendu)) if *attendu != question.genre => releve.noter(
            &genre,
            format!("le moteur lit « {id} » lui-même, sous un autre genre"),
        ),
        None if !matches!(question.genre, Genre::OuiNon | Genre::Choix) => releve.noter(
            &genre,
            "aucun critère ne lit ce genre sous cet id ; attendu : oui-non ou choix",
        ),
        _ if a_options && options.is_empty() => {
            releve.noter(lieu, "il manque les options de cette question");
        }
        _ if !a_options && !options.is_empty() => {
            releve.noter(&lieu.champ("options"), "ce genre n'a pas d'options");
        }
        _ => {}
    }
    releve.ids(options.iter().map(|o| &o.id), |r| {
        lieu.element("options", r)
    });
    releve.au_plus(options.len(), NOMBRE_MAX, "options", &lieu.champ("options"));
    for (rang, option) in options.iter().enumerate() {
        let lieu = lieu.element("options", rang);
        let lieu = lieu.champ("id");
        if question.genre == Genre::Plusieurs && !matches!(option.id, Scalaire::Texte(_)) {
            releve.noter(
                &lieu,
                format!("{} n'est pas accepté ici ; attendu : un texte", option.id),
            );
        }
        if option.id.to_string() == NE_SAIT_PAS {
            releve.noter(
                &lieu,
                format!("« {NE_SAIT_PAS} » est ce que le formulaire envoie pour « je ne sais pas » ; attendu : un autre id"),
            );
        }
    }
    if let Some(presume) = &question.presume {
        valeur_possible(question, presume, &lieu.champ("presume"), releve);
    }
    for (champ, liste) in [
        ("territoire", &question.territoire),
        ("dAbordHorsDe", &question.d_abord_hors_de),
    ] {
        prefixes(liste, lieu, champ, releve);
        if liste.is_empty() {
            continue;
        }
        // Where somebody lives is read in these answers.
        for lue in [connus::CODE_POSTAL, connus::CODE_POSTAL_CONFIRME] {
            let ids = catalogue.questions.iter().map(|q| &q.id);
            releve.connu(&lue.to_string(), "une question", ids, &lieu.champ(champ));
        }
    }
    if !question.territoire.is_empty() && question.presume.is_none() {
        releve.noter(
            &lieu.champ("territoire"),
            "n'a d'effet qu'avec « presume » : ailleurs, rien ne dit ce que vaut le silence",
        );
    }
    if let Some(parente) = &question.suite_de {
        let ids = catalogue.questions.iter().map(|q| &q.id);
        releve.connu(parente, "une question", ids, &lieu.champ("suiteDe"));
    }
    if let Some(refus) = &question.date_le_refus {
        let connus = catalogue
            .reglements
            .iter()
            .flat_map(|r| r.refus().map(Into::into))
            .en_liste();
        releve.connu(refus, "un refus", &connus, &lieu.champ("dateLeRefus"));
    }
    if let Some(simple) = &question.apres {
        let lieu = lieu.champ("apres");
        let ids = catalogue.questions.iter().map(|q| &q.id);
        releve.connu(simple, "une question", ids, &lieu);
        let suit = catalogue
            .question(simple)
            .is_some_and(|s| s.apres.is_some());
        if suit {
            releve.noter(
                &lieu,
                format!("« {simple} » vient elle-même après une autre"),
            );
        }
    }
}

/// The value is one that the question can hold.
pub fn valeur_possible(question: &Question, valeur: &Scalaire, lieu: &Lieu, releve: &mut Releve) {
    match question.genre {
        Genre::OuiNon if matches!(valeur, Scalaire::Booleen(_)) => {}
        Genre::OuiNon => releve.noter(
            lieu,
            format!(
                "« {valeur} » ne répond pas à « {} » ; attendu : true ou false",
                question.id
            ),
        ),
        Genre::Choix => {
            let quoi = format!("une option de « {} »", question.id);
            releve.connu(valeur, &quoi, question.options.iter().map(|o| &o.id), lieu);
        }
        _ => releve.noter(
            lieu,
            format!("« {} » n'a pas une seule réponse à comparer", question.id),
        ),
    }
}

/// Prefixes are those of postal codes: Corsica's begin with 20, never with 2A.
pub fn prefixes(prefixes: &[String], lieu: &Lieu, champ: &str, releve: &mut Releve) {
    for (rang, prefixe) in prefixes.iter().enumerate() {
        let chiffres = prefixe.bytes().all(|o| o.is_ascii_digit());
        if !chiffres || !(2..=5).contains(&prefixe.len()) {
            releve.noter(
                &lieu.element(champ, rang),
                format!("« {prefixe} » n'est le début d'aucun code postal ; attendu : de deux à cinq chiffres"),
            );
        }
    }
}
