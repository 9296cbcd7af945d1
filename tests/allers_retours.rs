//! What a person may do between two questions: come back, change an answer, contradict themselves.

use crate::page::{self, Action, Champs, Ecran, Reglages, Seance};
use crate::textes::Langues;
use crate::{Catalogue, date};

struct Personne {
    catalogue: Catalogue,
    langues: Langues,
    seance: Seance,
}

impl Personne {
    fn le(jour: &str) -> Self {
        let catalogue = Catalogue::integre();
        let reglages = Reglages::du(date::lire(jour).unwrap());
        let mut seance = Seance::nouveau(&catalogue, reglages);
        seance.suivre(&catalogue, Action::Commencer);
        let langues = Langues::integrees();
        Personne {
            catalogue,
            langues,
            seance,
        }
    }

    fn agit(&mut self, action: Action) -> &mut Self {
        self.seance.suivre(&self.catalogue, action);
        self
    }

    /// Answers the question on screen, which must be this one.
    #[track_caller]
    fn repond(&mut self, question: &str, reponse: &str) -> &mut Self {
        self.est_sur(question);
        let champ = if ["aucune", "ne-sait-pas"].contains(&reponse) && question == "situations" {
            "plutot"
        } else {
            "reponse"
        };
        self.envoie(&[(champ, reponse)])
    }

    fn date(&mut self, jour: &str, mois: &str, annee: &str) -> &mut Self {
        self.envoie(&[("jour", jour), ("mois", mois), ("annee", annee)])
    }

    fn envoie(&mut self, champs: &[(&str, &str)]) -> &mut Self {
        let champs: Champs = champs
            .iter()
            .map(|(nom, valeur)| (nom.to_string(), valeur.to_string()))
            .collect();
        self.agit(Action::Repondre(champs))
    }

    #[track_caller]
    fn est_sur(&mut self, question: &str) -> &mut Self {
        assert_eq!(self.seance.ecran, Ecran::Question(question.into()));
        self
    }

    fn ecran(&self) -> String {
        page::vue(&self.catalogue, &self.langues, &self.seance).html()
    }

    #[track_caller]
    fn lit(&mut self, texte: &str) -> &mut Self {
        let ecran = self.ecran().replace("&nbsp;", " ").replace('\u{a0}', " ");
        assert!(
            ecran.contains(texte),
            "« {texte} » n'est pas dans :\n{ecran}"
        );
        self
    }
}

/// A pensioner of Lille, alone, at the check of their answers.
fn a_la_verification() -> Personne {
    let mut personne = Personne::le("2024-03-15");
    personne
        .repond("code-postal", "59000")
        .repond("tranche-age", "60+")
        .repond("pass-recus", "0")
        .repond("accompagne", "false")
        .repond("hebergement", "a-son-nom");
    assert_eq!(personne.seance.ecran, Ecran::Verification);
    personne
}

#[test]
fn aucun_resultat_n_est_offert_tant_qu_un_changement_laisse_une_question() {
    let mut personne = a_la_verification();
    personne
        .lit("Voir le résultat")
        .agit(Action::Modifier("pass-recus".into()))
        .repond("pass-recus", "5")
        .est_sur("pass-utilises")
        // Back from the question that the change made necessary: to what was changed, then to the list.
        .agit(Action::Retour)
        .est_sur("pass-recus")
        .agit(Action::Retour)
        .lit("Vos réponses sont-elles justes");
    assert!(!personne.ecran().contains("Voir le résultat"));
    personne
        .agit(Action::VoirLeResultat)
        .repond("pass-utilises", "true");
    assert_eq!(personne.seance.ecran, Ecran::Resultat);
}

#[test]
fn un_retour_sans_rien_changer_rend_la_liste() {
    let mut personne = a_la_verification();
    personne
        .agit(Action::Modifier("hebergement".into()))
        .agit(Action::Retour)
        .lit("Voir le résultat");
}

/// « Under 18 », then a birth date: which of the two is right is asked, not judged.
fn devant_la_date() -> Personne {
    let mut personne = Personne::le("2024-03-15");
    personne
        .repond("code-postal", "59000")
        .repond("tranche-age", "0-17")
        .repond("situations", "apprenti");
    while personne.seance.ecran != Ecran::Question("date-naissance".into()) {
        let reponse = match &personne.seance.ecran {
            Ecran::Question(id) if id == "contrat-apprentissage" => "en-cours",
            Ecran::Question(id) if id == "contrat-signe-par-tous" => "true",
            Ecran::Question(id) if id == "pass-recus" => "0",
            Ecran::Question(id) if id == "lycee-experimentation" => "false",
            autre => panic!("{autre:?}"),
        };
        personne.envoie(&[("reponse", reponse)]);
    }
    personne
}

#[test]
fn une_date_qui_contredit_l_age_dit_est_demandee_jamais_jugee() {
    let mut personne = devant_la_date();
    personne
        .date("15", "05", "1990")
        .est_sur("date-naissance")
        .lit("Cette date donne 33 ans. Vous avez dit « Moins de 18 ans ». Laquelle est juste ?")
        .lit("La date est juste : j’ai 33 ans")
        .lit("value=\"1990\"");
    // The date is the right one: the age told becomes that of the date.
    personne.agit(Action::GarderLaDate);
    assert_eq!(
        personne
            .seance
            .reponses
            .age_contredit(personne.seance.depot),
        None
    );
    assert_eq!(
        personne.seance.reponses.tranche().unwrap().to_string(),
        "31-59"
    );
}

#[test]
fn une_date_corrigee_apres_la_contradiction_convient() {
    let mut personne = devant_la_date();
    personne.date("15", "05", "1990").date("15", "05", "2007");
    assert_eq!(
        personne.seance.reponses.tranche().unwrap().to_string(),
        "0-17"
    );
    assert_eq!(personne.seance.refus, None);
}

#[test]
fn un_age_change_apres_coup_fait_redemander_la_date_qu_il_contredit() {
    let mut personne = devant_la_date();
    personne
        .date("15", "05", "2007")
        .agit(Action::Modifier("tranche-age".into()))
        .repond("tranche-age", "31-59");
    assert_eq!(personne.seance.reponses.naissance(), None);
}

#[test]
fn le_retour_du_navigateur_et_l_avance_suivent_les_ecrans_vus() {
    let mut personne = Personne::le("2024-03-15");
    personne
        .repond("code-postal", "59000")
        .repond("tranche-age", "60+")
        .est_sur("pass-recus");
    assert_eq!(personne.seance.pas(), 3);
    personne
        .agit(Action::AllerAuPas(1))
        .est_sur("code-postal")
        .lit("value=\"59000\"")
        .agit(Action::AllerAuPas(3))
        .est_sur("pass-recus")
        // A step that nobody took changes nothing.
        .agit(Action::AllerAuPas(9))
        .est_sur("pass-recus")
        // « Retour » on the screen is a step back, not a new one.
        .agit(Action::Retour)
        .est_sur("tranche-age");
    assert_eq!(personne.seance.pas(), 2);
    // Another way from there: what came after is forgotten.
    personne
        .repond("tranche-age", "31-59")
        .est_sur("situations");
    assert_eq!(personne.seance.pas(), 3);
    personne.agit(Action::AllerAuPas(4)).est_sur("situations");
    personne.agit(Action::Recommencer);
    assert_eq!(
        (personne.seance.pas(), &personne.seance.ecran),
        (0, &Ecran::Accueil)
    );
}

#[test]
fn le_resultat_retrouve_par_le_navigateur_ne_cache_pas_une_question() {
    let mut personne = a_la_verification();
    personne.agit(Action::VoirLeResultat);
    let au_resultat = personne.seance.pas();
    personne
        .agit(Action::AllerAuPas(au_resultat - 1))
        .agit(Action::Modifier("pass-recus".into()))
        .repond("pass-recus", "5")
        .est_sur("pass-utilises");
    assert_eq!(
        personne.seance.ecran,
        Ecran::Question("pass-utilises".into())
    );
}

#[test]
fn je_ne_sais_pas_se_retrouve_coche_jamais_ecrit_dans_le_champ() {
    let mut personne = Personne::le("2024-03-15");
    personne
        .envoie(&[("plutot", "ne-sait-pas")])
        .est_sur("tranche-age")
        .agit(Action::Retour)
        .est_sur("code-postal")
        .lit("value=\"ne-sait-pas\" checked");
    assert_eq!(personne.ecran().matches("ne-sait-pas").count(), 1);
}
