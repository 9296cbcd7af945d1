//! What is said of the whole file: why it cannot be read, and what to do; what was read, and is to be checked.

use super::resultat::{Liste, Remarque};

/// Pupils in one list: a head of school has a thousand.
pub(super) const ELEVES: usize = 5000;

/// Bytes of a file, at most.
pub const OCTETS: usize = 20 * 1024 * 1024;

/// Bytes of one file of an archive, once inflated.
pub(super) const OCTETS_DEPLIES: usize = 64 * 1024 * 1024;

/// Lines that are told one by one among those that are no pupil.
pub(super) const IGNOREES: usize = 1000;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refus {
    Vide,
    TropGros,
    TropDEleves,
    SansEleve,
    AncienClasseur,
    ClasseurBinaire,
    ClasseurXml,
    Chiffre,
    Pdf,
    Image,
    Document,
    PageWeb,
    Archive,
    ArchiveAbimee,
    ArchiveSansListe,
    XmlSansEleve,
    PasDuTexte,
    AucuneColonne,
}

impl Refus {
    fn code(self) -> &'static str {
        use Refus::*;
        match self {
            Vide => "fichier-vide",
            TropGros => "fichier-trop-gros",
            TropDEleves => "trop-d-eleves",
            SansEleve => "sans-eleve",
            AncienClasseur => "ancien-classeur",
            ClasseurBinaire => "classeur-binaire",
            ClasseurXml => "classeur-xml",
            Chiffre => "protege-par-mot-de-passe",
            Pdf => "pdf",
            Image => "image",
            Document => "document",
            PageWeb => "page-web",
            Archive => "archive-inconnue",
            ArchiveAbimee => "archive-abimee",
            ArchiveSansListe => "archive-sans-liste",
            XmlSansEleve => "xml-sans-eleve",
            PasDuTexte => "pas-du-texte",
            AucuneColonne => "aucune-colonne",
        }
    }

    fn message(self) -> &'static str {
        use Refus::*;
        match self {
            Vide => "Ce fichier est vide. Refaites l’export depuis le logiciel de l’établissement.",
            TropGros => {
                "Ce fichier est trop gros pour une liste d’élèves. Refaites l’export avec moins de colonnes, ou une classe à la fois."
            }
            TropDEleves => {
                "Cette liste a plus de 5 000 élèves. Partagez-la, une classe ou un niveau à la fois."
            }
            SansEleve => "Cette liste a des colonnes connues, mais aucun élève.",
            AncienClasseur => {
                "C’est un ancien classeur (.xls), que ce test ne lit pas. Ouvrez-le, puis enregistrez-le en .xlsx ou en CSV."
            }
            ClasseurBinaire => {
                "C’est un classeur binaire (.xlsb), que ce test ne lit pas. Ouvrez-le, puis enregistrez-le en .xlsx ou en CSV."
            }
            ClasseurXml => {
                "C’est un classeur au format XML de 2003, que ce test ne lit pas. Ouvrez-le, puis enregistrez-le en .xlsx ou en CSV."
            }
            Chiffre => {
                "Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe."
            }
            Pdf => {
                "C’est un PDF : on n’y lit pas de liste. Demandez un export CSV ou un classeur, ou copiez les cellules du tableau."
            }
            Image => {
                "C’est une image : on n’y lit pas de liste. Demandez un export CSV ou un classeur."
            }
            Document => {
                "C’est un document, pas un tableau. Copiez les lignes de son tableau et collez-les, ou demandez un export CSV."
            }
            PageWeb => {
                "C’est une page web, même si son nom dit autre chose. Ouvrez-la dans un tableur, puis enregistrez-la en .xlsx ou en CSV."
            }
            Archive => {
                "C’est une archive que ce test n’ouvre pas. Sortez-en la liste, puis choisissez-la."
            }
            ArchiveAbimee => "Ce fichier est abîmé ou incomplet. Refaites l’export ou la copie.",
            ArchiveSansListe => {
                "Cette archive ne contient ni fichier XML, ni CSV, ni classeur que ce test lise."
            }
            XmlSansEleve => {
                "Ce fichier XML ne contient aucun élève. Choisissez l’export des élèves, avec adresses si possible."
            }
            PasDuTexte => "Ce fichier n’est ni du texte ni un classeur : on ne peut rien y lire.",
            AucuneColonne => {
                "Aucune colonne n’est reconnue. Il faut une ligne d’en-tête avec au moins le nom ou la date de naissance, par exemple : Nom ; Prénom ; Date de naissance ; Classe ; Code postal."
            }
        }
    }
}

impl From<Refus> for Liste {
    fn from(refus: Refus) -> Liste {
        let faute = Remarque {
            code: refus.code().into(),
            message: refus.message().into(),
        };
        Liste {
            fautes: vec![faute],
            ..Liste::default()
        }
    }
}

fn remarque(code: &str, message: String) -> Remarque {
    Remarque {
        code: code.into(),
        message,
    }
}

pub(super) fn role_en_double(entete: &str) -> Remarque {
    let message = format!(
        "Deux colonnes disent la même chose : la première est lue, « {entete} » ne l’est pas."
    );
    remarque("colonne-en-double", message)
}

pub(super) fn roles_a_confirmer(avec_en_tete: bool) -> Remarque {
    let message = match avec_en_tete {
        false => {
            "Cette liste n’a pas de ligne d’en-tête : le rôle de chaque colonne est proposé d’après ce qu’elle contient, à confirmer."
        }
        true => {
            "Les titres de cette ligne ne sont pas connus : le rôle de chaque colonne est proposé d’après ce qu’elle contient, à confirmer."
        }
    };
    remarque("roles-a-confirmer", message.into())
}

pub(super) fn classe_du_preambule(classe: &str) -> Remarque {
    let message = format!(
        "La classe « {classe} » est lue au-dessus du tableau : elle vaut pour tous les élèves."
    );
    remarque("classe-du-preambule", message)
}

pub(super) fn plusieurs_classes() -> Remarque {
    let message =
        "Cette liste a plusieurs classes : chaque élève a celle qui est écrite au-dessus de lui.";
    remarque("plusieurs-classes", message.into())
}

pub(super) fn fichier_incomplet() -> Remarque {
    let message = "Ce fichier s’arrête avant sa fin : il manque peut-être des élèves. Refaites l’export ou la copie.";
    remarque("fichier-incomplet", message.into())
}

pub(super) fn plusieurs_feuilles(feuille: &str) -> Remarque {
    let message = format!("Ce classeur a plusieurs feuilles : seule « {feuille} » est lue.");
    remarque("plusieurs-feuilles", message)
}

pub(super) fn voeux() -> Remarque {
    let message = "Cette liste dit des vœux, pas la formation suivie : le niveau est à confirmer.";
    remarque("voeux", message.into())
}

pub(super) fn accents_abimes(nombre: usize) -> Remarque {
    let message = match nombre {
        1 => "Une ligne a des accents abîmés : refaites l’export, ou corrigez-la.".into(),
        _ => {
            format!("{nombre} lignes ont des accents abîmés : refaites l’export, ou corrigez-les.")
        }
    };
    remarque("accents-abimes", message)
}

pub(super) fn ignorees_non_dites(nombre: u64) -> Remarque {
    let message = format!("{nombre} autres lignes ne sont pas des élèves.");
    remarque("autres-lignes-ignorees", message)
}
