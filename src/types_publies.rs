//! The published TypeScript types, written from the Rust types and the questions: one source for both.
//!
//! `METTRE_A_JOUR=1 cargo test types_publies` rewrites the file after a change.

use crate::bilan::{
    Bilan, Changement, Decision, EcheanceDatee, Etat, EtatDePiece, Motif, PieceAApporter, Verdict,
};
use crate::reglement::{Catalogue, Genre, Question, Scalaire};
use crate::valeur::Faute;
use crate::vocabulaire::{OptionPubliee, QuestionPubliee, ReglementPublie};
use ts_rs::{Config, TS};

const FICHIER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/types.d.ts");

fn declaration<T: TS>() -> String {
    let config = Config::default();
    let docs = T::docs().unwrap_or_default();
    format!("{docs}export {}\n\n", T::decl(&config))
}

fn litteral(scalaire: &Scalaire) -> String {
    match scalaire {
        Scalaire::Texte(t) => format!("{t:?}"),
        autre => autre.to_string(),
    }
}

fn type_de(question: &Question) -> String {
    let options: Vec<String> = question.options.iter().map(|o| litteral(&o.id)).collect();
    match question.genre {
        Genre::OuiNon => "boolean".into(),
        Genre::Choix => options.join(" | "),
        Genre::Plusieurs => format!("({})[]", options.join(" | ")),
        Genre::Date | Genre::TrancheAge | Genre::CodePostal => "string".into(),
    }
}

fn types() -> String {
    let catalogue = Catalogue::integre();
    let reponses: String = catalogue
        .questions
        .iter()
        .map(|q| format!("  {:?}?: {} | null;\n", q.id, type_de(q)))
        .collect();
    let pieces: Vec<String> = catalogue
        .pieces
        .iter()
        .map(|p| format!("{:?}", p.id))
        .collect();
    let mut sortie = format!(
        "// Written by `METTRE_A_JOUR=1 cargo test types_publies`; do not edit.\n\n\
         /** Answers by question id. Absent: not asked yet. `null`: « je ne sais pas ». Both are unknown. */\n\
         export interface Reponses {{\n{reponses}}}\n\n\
         /** A paper the person holds. Days are `AAAA-MM-JJ`; `date: null` says that it bears none. */\n\
         export interface PieceTenue {{\n  id: {};\n  nature?: string | null;\n  date?: string | null;\n  \
         finValidite?: string | null;\n  delivrance?: string | null;\n  /** `AAAA-AAAA` */\n  annee?: string | null;\n  \
         signataire?: string | null;\n}}\n\n\
         /** What is judged. Days are `AAAA-MM-JJ`, in Paris; nothing reads the clock. */\n\
         export interface Demande {{\n  dateDepot: string;\n  dateCreation?: string | null;\n  \
         dateDecision?: string | null;\n  dateNotification?: string | null;\n  \
         /** Day on which `tranche-age` was said, when it is not `dateDepot`. */\n  dateTrancheAge?: string | null;\n  reponses: Reponses;\n  \
         pieces?: PieceTenue[] | null;\n}}\n\n",
        pieces.join(" | ")
    );
    sortie += "/** One row of a batch that could not be read. */\nexport interface Erreur { erreur: string }\n\n";
    for declaration in [
        declaration::<Bilan>(),
        declaration::<Decision>(),
        declaration::<Verdict>(),
        declaration::<PieceAApporter>(),
        declaration::<EtatDePiece>(),
        declaration::<EcheanceDatee>(),
        declaration::<Changement>(),
        declaration::<Scalaire>(),
        declaration::<Motif>(),
        declaration::<Etat>(),
        declaration::<QuestionPubliee>(),
        declaration::<OptionPubliee>(),
        declaration::<Genre>(),
        declaration::<ReglementPublie>(),
        declaration::<Faute>(),
    ] {
        sortie += &declaration;
    }
    // A JSON number reaches JavaScript as a number, whatever its width in Rust.
    sortie.replace("bigint", "number").trim_end().to_string() + "\n"
}

#[test]
fn les_types_publies_sont_a_jour() {
    comparer(FICHIER, &types());
}

/// The types of the lists go with the function that reads them: a module without it does not name them.
#[cfg(feature = "liste")]
#[test]
fn les_types_publies_des_listes_sont_a_jour() {
    use crate::liste::{
        Alerte, Champ, CodeAlerte, Colonne, LigneIgnoree, LigneLue, Liste, Niveau, Raison,
        Remarque, Role,
    };
    let entete = "// Written by `METTRE_A_JOUR=1 cargo test types_publies`; do not edit.\n\n\
        /** What a reading is told: the day of deposit (`AAAA-MM-JJ`), and the role of each column when somebody chose\n\
        them. */\n\
        export interface OptionsDeListe { dateDepot: string; roles?: (Role | null)[] | null }\n\n";
    let declarations = [
        declaration::<Liste>(),
        declaration::<Colonne>(),
        declaration::<Role>(),
        declaration::<LigneLue>(),
        declaration::<Niveau>(),
        declaration::<Alerte>(),
        declaration::<Champ>(),
        declaration::<CodeAlerte>(),
        declaration::<LigneIgnoree>(),
        declaration::<Raison>(),
        declaration::<Remarque>(),
    ];
    let types = declarations
        .iter()
        .fold(entete.to_string(), |types, declaration| types + declaration);
    let fichier = concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/types_liste.d.ts");
    comparer(fichier, &(types.trim_end().to_string() + "\n"));
}

fn comparer(fichier: &str, attendus: &str) {
    if std::env::var_os("METTRE_A_JOUR").is_some() {
        std::fs::write(fichier, attendus).unwrap();
    }
    let ecrits = std::fs::read_to_string(fichier).unwrap_or_default();
    assert!(
        ecrits == attendus,
        "lancez : METTRE_A_JOUR=1 cargo test types_publies"
    );
    assert!(!ecrits.contains("any"), "no type may be `any`");
}
