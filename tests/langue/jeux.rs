//! The sets of texts, read from their files, and what they must share.

use crate::Catalogue;
use crate::reglement::Sinon;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Texts by `genre.id`.
pub type Jeu = BTreeMap<String, String>;

fn contenu(langue: &str) -> String {
    let chemin = format!("src/textes/{langue}.json");
    let chemin = Path::new(env!("CARGO_MANIFEST_DIR")).join(chemin);
    std::fs::read_to_string(&chemin).unwrap_or_else(|e| panic!("{} : {e}", chemin.display()))
}

fn lire(langue: &str) -> Jeu {
    let genres: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(&contenu(langue)).unwrap_or_else(|e| panic!("{langue}.json : {e}"));
    let textes = genres.into_iter().flat_map(|(genre, textes)| {
        let cle = move |id| format!("{genre}.{id}");
        textes.into_iter().map(move |(id, t)| (cle(id), t))
    });
    textes.collect()
}

pub fn francais() -> Jeu {
    lire("fr")
}

pub fn anglais() -> Jeu {
    lire("en")
}

/// What an agent at the counter reads in another way.
pub fn guichet() -> Jeu {
    lire("guichet")
}

/// What the easy set changes.
pub fn facile() -> Jeu {
    lire("facile")
}

/// What is read with the easy set on: its texts over the French ones.
pub fn facile_complet() -> Jeu {
    let mut jeu = francais();
    jeu.extend(facile());
    jeu
}

/// A text with its blanks filled by words as long as those of the page.
pub fn rempli(texte: &str) -> String {
    let jour = "15 mars 2024";
    texte
        .replace("{jour}", jour)
        .replace("{depot}", jour)
        .replace(['{', '}'], "")
}

/// A text without the names of its blanks.
pub fn sans_blancs(texte: &str) -> String {
    let mut morceaux = texte.split('{');
    let debut = morceaux.next().unwrap_or_default().to_string();
    morceaux.fold(debut, |dit, morceau| {
        dit + morceau.split_once('}').map_or("", |(_, suite)| suite)
    })
}

pub fn blancs(texte: &str) -> BTreeSet<&str> {
    let ouverts = texte.split('{').skip(1);
    ouverts.filter_map(|b| b.split('}').next()).collect()
}

/// Kinds and ids, in the order of the file.
fn ordre(langue: &str) -> Vec<String> {
    let mut genre = String::new();
    let mut cles = Vec::new();
    for ligne in contenu(langue).lines() {
        let Some(cle) = ligne
            .trim()
            .strip_prefix('"')
            .and_then(|l| l.split('"').next())
        else {
            continue;
        };
        if ligne.ends_with('{') {
            genre = cle.to_string();
        } else {
            cles.push(format!("{genre}.{cle}"));
        }
    }
    cles
}

#[test]
fn l_anglais_a_les_textes_du_francais_dans_le_meme_ordre() {
    assert_eq!(ordre("en"), ordre("fr"));
    println!("{} textes", anglais().len());
}

#[test]
fn le_facile_ne_tient_que_ce_qu_il_change_dans_l_ordre_du_francais() {
    let (fr, facile) = (francais(), facile());
    let inutiles: Vec<&String> = facile
        .iter()
        .filter(|(cle, texte)| fr.get(*cle).is_none_or(|t| t == *texte))
        .map(|(cle, _)| cle)
        .collect();
    assert!(inutiles.is_empty(), "inconnus ou inchangés : {inutiles:?}");
    let attendu: Vec<String> = ordre("fr")
        .into_iter()
        .filter(|cle| facile.contains_key(cle))
        .collect();
    assert_eq!(ordre("facile"), attendu);
    println!("{} textes changés sur {}", facile.len(), fr.len());
}

#[test]
fn un_texte_traduit_garde_les_blancs_du_francais() {
    let fr = francais();
    for (langue, jeu) in [("en", anglais()), ("facile", facile())] {
        for (cle, texte) in &jeu {
            assert_eq!(blancs(texte), blancs(&fr[cle]), "{langue} {cle} : {texte}");
        }
    }
}

#[test]
fn une_reponse_citee_dans_un_conseil_est_celle_de_l_ecran() {
    let mut citees = 0;
    for jeu in [francais(), facile_complet(), anglais()] {
        let conseils = jeu.iter().filter(|(cle, _)| cle.starts_with("conseil."));
        for (cle, texte) in conseils {
            let cite = texte.split(['«', '“']).nth(1);
            let Some(cite) = cite.and_then(|c| c.split(['»', '”']).next()) else {
                continue;
            };
            let option =
                |(cle, t): (&String, &String)| cle.starts_with("option.") && t == cite.trim();
            assert!(jeu.iter().any(option), "{cle} : « {cite} »");
            citees += 1;
        }
    }
    assert!(citees >= 3, "{citees} réponses citées");
}

/// The cautions that keep from saying yes or no: their list says so once for all of them.
fn bloquantes() -> BTreeSet<String> {
    let catalogue = Catalogue::integre();
    let mut bloquantes = BTreeSet::new();
    for reglement in &catalogue.reglements {
        let des_titres = reglement.titres.iter().flat_map(|t| &t.conditions);
        for condition in des_titres.chain(&reglement.conditions) {
            if let Sinon::Reserve(id) = &condition.sinon {
                bloquantes.insert(format!("reserve.{id}"));
            }
        }
        for attenuation in &reglement.attenuations {
            bloquantes.insert(format!("reserve.{}", attenuation.reserve));
        }
        let siennes = reglement.reserves.iter().filter(|r| r.bloquante);
        bloquantes.extend(siennes.map(|r| format!("reserve.{}", r.id)));
    }
    bloquantes
}

/// What the text leaves open is not enough: a person must know how we took it.
#[test]
fn chaque_reserve_dit_ce_que_le_texte_laisse_ouvert_et_comment_nous_le_lisons() {
    let bloquantes = bloquantes();
    for (jeu, nous) in [
        (francais(), &["nous"][..]),
        (facile_complet(), &["nous"]),
        (anglais(), &["we", "our"]),
    ] {
        let reserves = jeu.iter().filter(|(cle, _)| cle.starts_with("reserve."));
        let reserves = reserves.filter(|(cle, _)| !bloquantes.contains(*cle));
        for (cle, texte) in reserves {
            let dernieres: Vec<String> =
                super::mesure::phrases(texte).into_iter().skip(1).collect();
            let lue = dernieres.iter().any(|phrase| {
                let mots = phrase.to_lowercase();
                mots.split(|c: char| !c.is_alphabetic())
                    .any(|m| nous.contains(&m))
            });
            assert!(lue, "{cle} ne dit pas la lecture retenue : {texte}");
        }
    }
}
