//! From a golden page to the texts it shows, so that the same screen is measured in each language.

use super::jeux::{self, Jeu};
use super::mesure::mots;
use std::path::Path;

/// Fewer words than this on a screen give no steady score.
const MOTS_MESURABLES: usize = 50;
/// Golden pages long enough to be measured: fewer means that screens are lost.
const ECRANS_ATTENDUS: usize = 60;

/// Blanks that hold another text, with one that they hold.
const EMBOITES: [(&str, &str); 3] = [
    ("{reglement}", "reglement.hdf-2023"),
    ("{reponse}", "interface.oui"),
    ("{suite}", "interface.suite-eligible"),
];

/// A golden page: its name, what it says, and the ids of the texts it shows.
pub struct Ecran {
    pub nom: String,
    pub dit: String,
    /// The same without where each rule was read.
    hors_sources: String,
    pub papier: bool,
    cles: Vec<String>,
}

impl Ecran {
    /// The same screen, in the words of another set.
    pub fn avec(&self, jeu: &Jeu) -> String {
        let lignes: Vec<String> = self
            .cles
            .iter()
            .map(|cle| {
                let texte = EMBOITES
                    .iter()
                    .fold(jeu[cle].clone(), |texte, (blanc, cle)| {
                        texte.replace(blanc, &jeu[*cle])
                    });
                jeux::rempli(&texte)
            })
            .collect();
        lignes.join("\n")
    }
}

/// Every golden page with enough words, in the order of their names; the sheets are lists of facts, not prose.
pub fn mesurables() -> Vec<Ecran> {
    let mut ecrans = lus();
    ecrans.retain(|ecran| !ecran.papier && mots(&ecran.dit) >= MOTS_MESURABLES);
    assert!(ecrans.len() >= ECRANS_ATTENDUS, "{} écrans", ecrans.len());
    ecrans
}

/// Every golden page, and apart from it the sheet that it prints.
fn lus() -> Vec<Ecran> {
    lus_dans("tests/pages", &modeles(jeux::francais()))
}

/// Those of a folder, recognised with these texts.
pub fn lus_dans(dossier: &str, modeles: &[Modele]) -> Vec<Ecran> {
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join(dossier);
    let mut chemins: Vec<_> = std::fs::read_dir(dossier)
        .unwrap()
        .map(|entree| entree.unwrap().path())
        .collect();
    chemins.sort();
    chemins
        .iter()
        .flat_map(|chemin| {
            let html = std::fs::read_to_string(chemin).unwrap();
            let nom = chemin.file_stem().unwrap().to_string_lossy().into_owned();
            let (fiche, reste) = a_part(&html);
            let fiche = fiche.map(|html| ecran(&nom, true, &html, modeles));
            [ecran(&nom, false, &reste, modeles)]
                .into_iter()
                .chain(fiche)
        })
        .collect()
}

/// The sheet is read on paper, without the screen that it stands in.
fn a_part(html: &str) -> (Option<String>, String) {
    const DEBUT: &str = "\n  <div class=\"fiche\">";
    const FIN: &str = "\n  </div>";
    let Some((avant, suite)) = html.split_once(DEBUT) else {
        return (None, html.into());
    };
    let (fiche, apres) = suite.split_once(FIN).unwrap();
    (Some(format!("{DEBUT}{fiche}")), format!("{avant}{apres}"))
}

fn ecran(nom: &str, papier: bool, html: &str, modeles: &[Modele]) -> Ecran {
    let passages = passages(html);
    let cles = passages
        .iter()
        .flat_map(|passage| reconnaitre(passage, modeles).unwrap_or_default())
        .collect();
    let dit = passages.join("\n");
    // A date and its field are those of one paper, as a source is that of one rule.
    let hors_sources = ["class=\"source\">", "class=\"fraicheur\">", "<legend>"]
        .iter()
        .fold(html.to_string(), |html, une| {
            html.replace(une, &une.replace('>', " lang=\"\">"))
        });
    let hors_sources = self::passages(&hors_sources).join("\n");
    let nom = nom.to_string();
    Ecran {
        nom,
        papier,
        dit,
        hors_sources,
        cles,
    }
}

/// What stands between two tags, a line each.
fn passages(html: &str) -> Vec<String> {
    let clair = |texte: &str| {
        texte
            .replace("&nbsp;", " ")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace('\u{a0}', " ")
            .replace('’', "'")
    };
    html.split('<')
        .filter_map(|suite| suite.split_once('>'))
        // The names of the languages are each in their own; those of an act and addresses are in none.
        .filter(|(balise, _)| !balise.contains(" lang="))
        .filter(|(balise, _)| !balise.starts_with("time "))
        .filter(|(balise, _)| !balise.contains("class=\"acte\""))
        .filter(|(balise, _)| !balise.contains("class=\"adresse\""))
        .map(|(_, texte)| clair(texte))
        .map(|texte| {
            texte
                .trim_start_matches([' ', '\n', ':', '←'])
                .trim_end()
                .to_string()
        })
        .filter(|texte| !texte.is_empty())
        .collect()
}

/// A French text, as the parts that stand around its blanks.
pub struct Modele {
    cle: String,
    parties: Vec<String>,
}

/// Every text with words of its own, the most telling first.
pub fn modeles(jeu: Jeu) -> Vec<Modele> {
    let mut modeles: Vec<Modele> = jeu
        .into_iter()
        .map(|(cle, texte)| Modele {
            cle,
            parties: texte
                .split('{')
                .map(|p| p.split('}').next_back().unwrap_or_default().into())
                .collect(),
        })
        .filter(|m| !m.parties.concat().trim().is_empty())
        .collect();
    modeles.sort_by_key(|m| std::cmp::Reverse(m.parties.concat().len()));
    modeles
}

impl Modele {
    /// Whether the passage is this text with its blanks filled; a blank never holds two sentences.
    fn couvre(&self, passage: &str) -> bool {
        let [debut, suite @ ..] = self.parties.as_slice() else {
            return false;
        };
        let Some(mut reste) = passage.strip_prefix(debut.as_str()) else {
            return false;
        };
        let Some((fin, milieux)) = suite.split_last() else {
            return reste.is_empty();
        };
        let rempli = |blanc: &str| !blanc.contains(". ");
        for milieu in milieux {
            match reste.split_once(milieu.as_str()) {
                Some((blanc, apres)) if rempli(blanc) => reste = apres,
                _ => return false,
            }
        }
        reste.strip_suffix(fin.as_str()).is_some_and(rempli)
    }
}

/// The texts a passage is made of: one, or several that follow each other.
fn reconnaitre(passage: &str, modeles: &[Modele]) -> Option<Vec<String>> {
    if let Some(modele) = modeles.iter().find(|m| m.couvre(passage)) {
        return Some(vec![modele.cle.clone()]);
    }
    // The colon of a name and what it names.
    if let Some(nom) = passage.strip_suffix(" :") {
        return reconnaitre(nom, modeles);
    }
    passage.match_indices(". ").find_map(|(place, _)| {
        let (debut, suite) = passage.split_at(place + 1);
        let premier = modeles.iter().find(|m| m.couvre(debut))?;
        let mut cles = vec![premier.cle.clone()];
        cles.extend(reconnaitre(suite.trim_start(), modeles)?);
        Some(cles)
    })
}

#[test]
fn tout_ce_qu_un_ecran_dit_est_un_texte_connu() {
    sans_inconnu(&lus(), &modeles(jeux::francais()));
}

/// What these pages say is in these texts.
#[track_caller]
pub fn sans_inconnu(ecrans: &[Ecran], modeles: &[Modele]) {
    let inconnus: Vec<String> = ecrans
        .iter()
        .flat_map(|ecran| ecran.dit.lines().map(str::to_string).collect::<Vec<_>>())
        .filter(|passage| passage.chars().any(char::is_alphabetic))
        .filter(|passage| reconnaitre(passage, modeles).is_none())
        .collect();
    assert!(inconnus.is_empty(), "sans texte : {inconnus:#?}");
}

/// The sentences that a stop ends: a label may be that of several fields.
fn entieres(texte: &str) -> Vec<String> {
    let sans_suite = |passage: &str| passage.ends_with(['.', '!', '?']);
    let passages = texte.lines().filter(|passage| sans_suite(passage));
    let phrases = passages.flat_map(|passage| passage.split_inclusive(['.', '!', '?', ':']));
    phrases
        .map(|p| p.trim().to_string())
        .filter(|p| mots(p) > 1)
        .collect()
}

/// A sentence said again makes people wonder what else it means. Where a rule was read may be said at each rule.
#[test]
fn aucun_resultat_ne_dit_deux_fois_la_meme_phrase() {
    let redites: Vec<String> = lus()
        .iter()
        .filter(|ecran| ecran.nom.starts_with("resultat-") && !ecran.papier)
        .flat_map(|ecran| {
            let phrases = entieres(&ecran.hors_sources);
            let premieres = |n: usize| phrases[..n].contains(&phrases[n]);
            let redites = (0..phrases.len()).filter(|n| premieres(*n));
            redites
                .map(|n| format!("{} : {}", ecran.nom, phrases[n]))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(redites.is_empty(), "{redites:#?}");
}
