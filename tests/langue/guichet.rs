//! The texts of the counter: said to an agent, about the person in front of them.

use super::jeux::Jeu;
use super::{ecrans, jeux, mesure};

/// What the page and the sheet it prints are made of: the sheet speaks to the person.
fn modeles() -> Vec<ecrans::Modele> {
    let fr = jeux::francais();
    let mut modeles = ecrans::modeles(jeux::guichet());
    modeles.extend(ecrans::modeles(fr));
    modeles
}

#[test]
fn tout_ce_que_dit_le_guichet_est_un_texte_connu() {
    let modeles = modeles();
    let ecrans = ecrans::lus_dans("tests/guichet/pages", &modeles);
    assert!(ecrans.len() >= 11, "{} écrans", ecrans.len());
    ecrans::sans_inconnu(&ecrans, &modeles);
}

#[test]
fn le_guichet_ne_redit_pas_un_texte_qui_existe() {
    let fr = jeux::francais();
    let redits: Vec<String> = jeux::guichet()
        .into_iter()
        .filter(|(cle, texte)| fr.get(cle) == Some(texte))
        .map(|(cle, _)| cle)
        .collect();
    assert!(redits.is_empty(), "{redits:?}");
}

/// Outside the screens' own words, an agent's text stands for one that a catalogue calls for, with its blanks.
#[test]
fn un_texte_de_l_agent_remplace_un_texte_du_catalogue() {
    let (fr, guichet) = (jeux::francais(), jeux::guichet());
    let ecran = |cle: &str| cle.starts_with("interface.") || cle.starts_with("erreur.");
    for (cle, texte) in guichet.iter().filter(|(cle, _)| !ecran(cle)) {
        let dite = fr
            .get(cle)
            .unwrap_or_else(|| panic!("{cle} n'est pas dans fr.json"));
        assert!(
            jeux::blancs(texte).is_subset(&jeux::blancs(dite)),
            "{cle} : {texte}"
        );
    }
}

/// What an agent reads on the page: no « vous », neither theirs nor the person's, and no « il » nor « elle » for
/// somebody whom nobody has described.
#[test]
fn l_agent_n_est_pas_pris_pour_la_personne() {
    let fautes: Vec<String> = jeux::guichet()
        .iter()
        .filter(|(_, texte)| {
            let mots = texte.to_lowercase();
            let mut mots = mots.split(|c: char| !c.is_alphabetic());
            mots.any(|mot| ["vous", "votre", "vos", "elle"].contains(&mot))
        })
        .map(|(cle, texte)| format!("{cle} : {texte}"))
        .collect();
    assert!(fautes.is_empty(), "{fautes:#?}");
}

/// A page of labels is no prose: its sentences are measured together, without the names of its choices.
#[test]
fn les_phrases_du_guichet_sont_faciles_a_lire() {
    let guichet: Jeu = jeux::guichet();
    let phrases: Vec<String> = guichet
        .values()
        .filter(|texte| texte.ends_with(['.', '?']))
        .map(|texte| jeux::rempli(texte))
        .collect();
    let note = mesure::kandel_moles(&phrases.join("\n"));
    println!("{note:.0} pour {} textes", phrases.len());
    assert!(note >= 80.0, "{note:.0}");
}
