//! From a header to the role of its column: folded, then compared whole with a list, never by its beginning.

use super::resultat::Role;
use super::texte::{accents_abimes, accents_repares, plier};

/// A header longer than this is a sentence.
const LONGUEUR: usize = 80;

/// The role of a column, and whether another column of that role would say it better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Titre {
    pub role: Role,
    pub de_repli: bool,
}

/// Headers that say a role, folded. None says « usage », a birth place, a parent or last year: what is not
/// here has no role.
const CONNUS: &[(Role, &[&str])] = &[
    (
        Role::Nom,
        &[
            "nom",
            "nom de famille",
            "nom famille",
            "nom eleve",
            "nom de l'eleve",
            "nom de famille eleve",
            "nom de famille de l'eleve",
            "nom patronymique",
            "nom usuel de famille",
            "noms",
            "last name",
            "lastname",
            "surname",
            "family name",
        ],
    ),
    (
        Role::Prenom,
        &[
            "prenom",
            "prenoms",
            "prenom 1",
            "prenom1",
            "prenom n°1",
            "1er prenom",
            "premier prenom",
            "prenom eleve",
            "prenom de l'eleve",
            "prenom 1 eleve",
            "first name",
            "firstname",
            "given name",
            "forename",
        ],
    ),
    (
        Role::NomComplet,
        &[
            "nom prenom",
            "nom et prenom",
            "nom & prenom",
            "nom + prenom",
            "nom prenoms",
            "nom et prenoms",
            "nom prenom eleve",
            "nom et prenom eleve",
            "nom prenom de l'eleve",
            "nom et prenom de l'eleve",
            "nom complet",
            "eleve",
            "eleves",
            "apprenant",
            "apprenants",
            "prenom nom",
            "prenom et nom",
            "nom prenom des eleves",
            "full name",
            "student",
            "students",
            "name",
        ],
    ),
    (
        Role::DateNaissance,
        &[
            "date de naissance",
            "date naissance",
            "date naiss",
            "date de naiss",
            "date nais",
            "datenaissance",
            "datenaiss",
            "naissance",
            "ne le",
            "nee le",
            "ne ou nee le",
            "ne nee le",
            "ddn",
            "ddnaissance",
            "date de naissance eleve",
            "date naissance eleve",
            "date de naissance de l'eleve",
            "date de naissance jj mm aaaa",
            "birth date",
            "birthdate",
            "birthday",
            "date of birth",
            "dob",
        ],
    ),
    (
        Role::Classe,
        &[
            "classe",
            "classes",
            "division",
            "divisions",
            "div",
            "division 1",
            "code division",
            "lib division",
            "libelle division",
            "libelle de la division",
            "libelle classe",
            "lib classe",
            "code classe",
            "nom de la classe",
            "nom classe",
            "classe de l'eleve",
            "classe eleve",
            "classe actuelle",
            "lib structure",
            "libelle structure",
            "code structure",
            "structure",
            "class",
        ],
    ),
    (
        Role::CodePostal,
        &[
            "code postal",
            "codepostal",
            "code post",
            "cp",
            "cp1",
            "cp 1",
            "code postal 1",
            "code postal eleve",
            "code postal de l'eleve",
            "cp eleve",
            "code postal domicile",
            "cp domicile",
            "code postal adresse",
            "code postal adresse eleve",
            "zip code",
            "zipcode",
            "zip",
            "postal code",
            "postcode",
        ],
    ),
    (
        Role::Pays,
        &[
            "pays",
            "pays1",
            "pays 1",
            "pays eleve",
            "pays de residence",
            "pays residence",
            "pays adresse",
            "pays domicile",
            "ll pays",
            "libelle pays",
            "lib pays",
            "country",
        ],
    ),
    (
        Role::Mef,
        &[
            "code mef",
            "mef",
            "code mef national",
            "mef national",
            "code mefstat",
            "mefstat",
            "mefstat11",
            "mefstat 11",
            "mef eleve",
            "code mef eleve",
            "codemef",
            "n° mef",
            "code mef 10",
            "code mef 11",
        ],
    ),
    (
        Role::Formation,
        &[
            "formation",
            "lib mef",
            "libelle mef",
            "libelle formation",
            "lib formation",
            "libelle de la formation",
            "libelle du mef",
            "niveau",
            "niveau de formation",
            "libelle long mef",
            "mef libelle",
            "formation suivie",
            "formation de l'eleve",
            "mef (libelle)",
        ],
    ),
    (
        Role::Statut,
        &[
            "statut",
            "code statut",
            "lib statut",
            "libelle statut",
            "statut eleve",
            "statut de l'eleve",
        ],
    ),
    (
        Role::DateSortie,
        &[
            "date sortie",
            "date de sortie",
            "date sortie eleve",
            "date de sortie eleve",
            "sorti le",
            "sortie le",
        ],
    ),
];

/// Roles that are taken only where nothing says them better.
const DE_REPLI: &[(Role, &[&str])] = &[
    (
        Role::Nom,
        &[
            "nom de naissance",
            "nom naissance",
            "nomnaiss",
            "nom de jeune fille",
        ],
    ),
    (Role::Pays, &["code pays", "code pays insee"]),
];

/// Words that only the columns of a pupil's guardian have, at the beginning of a word.
const RESPONSABLES: [&str; 9] = [
    "repr", "resp", "parent", "tuteur", "tutrice", "pere", "mere", "tutelle", "legal",
];

/// What a header says of its column.
pub(super) fn titre(entete: &str) -> Option<Titre> {
    if entete.is_empty() || entete.len() > LONGUEUR {
        return None;
    }
    // Accents that were broken on the way: the header is still known, and the names will be said broken.
    let repare = accents_abimes(entete)
        .then(|| accents_repares(entete))
        .flatten();
    let plie = plier(repare.as_deref().unwrap_or(entete));
    let perdue = plie.contains(char::REPLACEMENT_CHARACTER);
    let cherche = |connus: &[(Role, &[&str])]| {
        let trouve = connus.iter().find(|(_, noms)| {
            noms.iter()
                .any(|nom| *plie == **nom || perdue && memes_lettres(&plie, nom))
        });
        trouve.map(|(role, _)| *role)
    };
    let titre = |role, de_repli| Titre { role, de_repli };
    cherche(CONNUS)
        .map(|role| titre(role, false))
        .or_else(|| cherche(DE_REPLI).map(|role| titre(role, true)))
        .or_else(|| {
            code_postal_d_un_responsable(&plie).then_some(titre(Role::CodePostalResponsable, false))
        })
}

/// A letter that an encoding lost stands for any one letter.
fn memes_lettres(plie: &str, connu: &str) -> bool {
    let pareil = |(a, b)| a == b || a == char::REPLACEMENT_CHARACTER;
    plie.chars().count() == connu.chars().count() && plie.chars().zip(connu.chars()).all(pareil)
}

fn code_postal_d_un_responsable(plie: &str) -> bool {
    let mots = || plie.split(' ');
    let postal = plie.contains("code postal") || mots().any(|mot| mot == "cp");
    postal && est_d_un_responsable(plie)
}

/// True when a folded header is about a parent or a guardian.
pub(super) fn est_d_un_responsable(plie: &str) -> bool {
    plie.split(' ').any(|mot| {
        matches!(mot, "r1" | "r2" | "r3" | "rl" | "rl1" | "rl2")
            || RESPONSABLES.iter().any(|debut| mot.starts_with(debut))
    })
}

/// True when a folded heading, above several columns, says that they are the pupil's.
pub(super) fn est_de_l_eleve(plie: &str) -> bool {
    let siens = [
        "eleve",
        "eleves",
        "apprenant",
        "apprenants",
        "l'eleve",
        "jeune",
        "enfant",
    ];
    plie.split(' ').any(|mot| siens.contains(&mot)) && !est_d_un_responsable(plie)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn les_en_tetes_des_logiciels_disent_leur_role() {
        use Role::*;
        for (entete, attendu) in [
            ("Nom de famille", Some(Nom)),
            ("NOM_DE_FAMILLE", Some(Nom)),
            ("Nom de famille*", Some(Nom)),
            ("Nom élève", Some(Nom)),
            ("Nom de l'élève", Some(Nom)),
            ("NOMNAISS", Some(Nom)),
            ("Prénom 1", Some(Prenom)),
            ("Premier prénom*", Some(Prenom)),
            ("Prénom(s)", Some(Prenom)),
            ("Élèves", Some(NomComplet)),
            ("NOM Prénom", Some(NomComplet)),
            ("Né(e) le", Some(DateNaissance)),
            ("DATE NAISS", Some(DateNaissance)),
            ("Date Naissance", Some(DateNaissance)),
            ("Date de naissance (jj/mm/aaaa)*", Some(DateNaissance)),
            ("ddn", Some(DateNaissance)),
            ("Division*", Some(Classe)),
            ("CLASSES", Some(Classe)),
            ("Lib. Structure", Some(Classe)),
            ("Cp1", Some(CodePostal)),
            ("Zip Code", Some(CodePostal)),
            ("Code MEF*", Some(Mef)),
            ("Lib. MEF", Some(Formation)),
            ("FORMATION", Some(Formation)),
            ("Code statut", Some(Statut)),
            ("Date Sortie", Some(DateSortie)),
            ("PrÃ©nom", Some(Prenom)),
            ("Pr\u{FFFD}nom", Some(Prenom)),
            ("Code Postal Repr. Lég. ", Some(CodePostalResponsable)),
            ("Code postal repr. légal", Some(CodePostalResponsable)),
            ("R1_CP", Some(CodePostalResponsable)),
            ("Code postal du père", Some(CodePostalResponsable)),
            // Never a pupil's name, birth, home or training.
            ("Nom de famille repr. légal", None),
            ("Prénom repr. légal", None),
            ("R1_NOM", None),
            ("R1_DATE NAISSANCE", None),
            ("Prénom d'usage", None),
            ("Nom d'usage", None),
            ("Nom du tuteur", None),
            ("Commune Naiss.", None),
            ("LIEU NAISS", None),
            ("Code postal naissance", None),
            ("Code postal étab.", None),
            ("AP_FORMATION", None),
            ("AP_CLASSE", None),
            ("PRENOM2", None),
            ("MDP", None),
            ("Allergies", None),
            ("", None),
        ] {
            assert_eq!(titre(entete).map(|t| t.role), attendu, "{entete}");
        }
    }
}
