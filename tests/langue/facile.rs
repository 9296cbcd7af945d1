//! The easy texts, by the FALC rules: twelve words a sentence, and each hard word explained where it stands.

use super::{ecrans, jeux, mesure};

const MOTS_PAR_PHRASE: usize = 12;
/// Papers to sign and to hand in: the Région reads them, in the words it expects.
const MODELES: &str = "modele.";

/// A hard word, and what explains it in the same text.
const EXPLIQUES: [(&str, &[&str]); 31] = [
    ("adhérent", &["membre"]),
    ("antenne", &["bureau"]),
    ("attestation", &["papier", "lettre"]),
    ("bac pro", &["bac professionnel"]),
    ("bénévolat", &["association"]),
    ("bénévole", &["sans être payé"]),
    ("cap", &["diplôme pour un métier"]),
    ("ccas", &["service social de la mairie"]),
    ("cej", &["contrat d'engagement jeune"]),
    ("cfa", &["centre de formation"]),
    ("communes", &["villes"]),
    ("délibération", &["élus"]),
    ("domicile", &["papier"]),
    ("ehpad", &["maison de retraite"]),
    ("hébergement", &["logez"]),
    ("honneur", &["vrai"]),
    ("insertion", &["emploi"]),
    ("justificatif", &["papier"]),
    ("mineur", &["moins de 18 ans"]),
    ("pacea", &["parcours"]),
    ("pièce d'identité", &["papier"]),
    ("pôle emploi", &["france travail"]),
    ("portail", &["site"]),
    ("quittance", &["loyer"]),
    ("règlement", &["règles"]),
    ("rsa", &["revenu de solidarité active"]),
    ("siège", &["adresse principale"]),
    ("taxe d'habitation", &["impôt"]),
    ("titre de propriété", &["propriétaire"]),
    ("tribunal administratif", &["juges"]),
    ("tuteur", &["adulte"]),
];

/// A word that has an easier one, whatever is said around it.
const REMPLACES: [(&str, &str); 14] = [
    ("campagne", "les demandes"),
    ("conjoint", "mari, femme ou compagnon"),
    ("dépôt", "demande"),
    ("échéance", "date"),
    ("filière", "domaine"),
    ("héberge", "loge"),
    ("hébergeur", "la personne qui vous loge"),
    ("joignez", "ajoutez"),
    ("mieux vaut", "prenez plutôt"),
    ("nous lisons", "nous comprenons"),
    ("organisme", "centre"),
    ("prescripteur", "professionnel"),
    ("recours", "désaccord"),
    ("siae", "structure d'insertion"),
];

#[test]
fn les_phrases_ont_douze_mots_au_plus() {
    let mut longues = Vec::new();
    for (cle, texte) in &jeux::facile_complet() {
        let trop = mesure::longues(&jeux::rempli(texte), MOTS_PAR_PHRASE);
        longues.extend(trop.iter().map(|p| format!("{cle} : {p}")));
    }
    assert!(longues.is_empty(), "{}", longues.join("\n"));
}

/// The word alone or in the plural, not inside another: `cap` is not in `capable`.
fn porte(texte: &str, mot: &str) -> bool {
    let lettre = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    texte.match_indices(mot).any(|(place, _)| {
        let (avant, apres) = (&texte[..place], &texte[place + mot.len()..]);
        let apres = apres.strip_prefix('s').unwrap_or(apres);
        !lettre(avant.chars().next_back()) && !lettre(apres.chars().next())
    })
}

#[test]
fn un_mot_difficile_est_explique_la_ou_il_est_ou_remplace() {
    let mut fautes = Vec::new();
    let mut expliques = 0;
    for (cle, texte) in &jeux::facile_complet() {
        if cle.starts_with(MODELES) {
            continue;
        }
        let minuscules = jeux::sans_blancs(texte).to_lowercase();
        for (mot, explications) in EXPLIQUES.iter().filter(|(mot, _)| porte(&minuscules, mot)) {
            expliques += 1;
            if !explications.iter().any(|e| minuscules.contains(e)) {
                fautes.push(format!(
                    "{cle} : « {mot} » sans « {} » : {texte}",
                    explications.join(" » ni « ")
                ));
            }
        }
        for (mot, autre) in REMPLACES.iter().filter(|(mot, _)| porte(&minuscules, mot)) {
            fautes.push(format!("{cle} : « {mot} » ; dire « {autre} » : {texte}"));
        }
    }
    println!("{expliques} mots difficiles expliqués");
    assert!(fautes.is_empty(), "{}", fautes.join("\n"));
}

#[test]
fn les_nombres_sont_en_chiffres() {
    const EN_LETTRES: [&str; 9] = [
        "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    ];
    for (cle, texte) in &jeux::facile_complet() {
        let minuscules = texte.to_lowercase();
        let trouve = EN_LETTRES.iter().find(|nombre| porte(&minuscules, nombre));
        assert_eq!(trouve, None, "{cle} : {texte}");
    }
}

#[test]
fn aucun_ecran_n_est_plus_dur_qu_en_francais_courant() {
    let (fr, facile) = (jeux::francais(), jeux::facile_complet());
    let mut dures = Vec::new();
    for ecran in ecrans::mesurables() {
        let note = |jeu| mesure::kandel_moles(&ecran.avec(jeu));
        let (courant, facile) = (note(&fr), note(&facile));
        println!("{facile:.1} au lieu de {courant:.1} {}", ecran.nom);
        if facile < courant {
            dures.push(ecran.nom);
        }
    }
    assert!(dures.is_empty(), "{dures:#?}");
}
