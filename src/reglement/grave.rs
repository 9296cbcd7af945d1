//! A resolved catalogue as bytes, and back: written when the crate is built, read when the module starts.
//!
//! Nothing is said of what the bytes are: the same types write and read them, in one build.

use super::*;
use crate::en_liste::EnListe;
use crate::ensemble::Ensemble;
use chrono::Datelike;
use std::ops::Range;
use std::sync::Arc;

/// What can be written as bytes and read back.
pub(crate) trait Grave: Sized {
    /// Adds its bytes.
    #[allow(dead_code, reason = "only the build writes")]
    fn graver(&self, octets: &mut Vec<u8>);
    /// Takes its bytes.
    fn relire(octets: &mut &[u8]) -> Self;
}

impl Grave for u64 {
    fn graver(&self, octets: &mut Vec<u8>) {
        let mut reste = *self;
        while reste > 127 {
            octets.push(reste as u8 | 128);
            reste >>= 7;
        }
        octets.push(reste as u8);
    }
    fn relire(octets: &mut &[u8]) -> Self {
        let (mut lu, mut poids) = (0, 0);
        while let Some((octet, suite)) = octets.split_first() {
            *octets = suite;
            lu |= u64::from(octet & 127) << poids;
            poids += 7;
            if *octet < 128 {
                break;
            }
        }
        lu
    }
}

/// Types written as another one.
macro_rules! graver_comme {
    ($($type:ty as $autre:ty: $vers:expr, $de:expr;)*) => {$(
        impl Grave for $type {
            fn graver(&self, octets: &mut Vec<u8>) {
                let vers: fn(&$type) -> $autre = $vers;
                vers(self).graver(octets);
            }
            fn relire(octets: &mut &[u8]) -> Self {
                let de: fn($autre) -> $type = $de;
                de(<$autre>::relire(octets))
            }
        }
    )*};
}

graver_comme! {
    u8 as u64: |n| u64::from(*n), |n| n as u8;
    u32 as u64: |n| u64::from(*n), |n| n as u32;
    usize as u64: |n| *n as u64, |n| n as usize;
    i64 as u64: |n| *n as u64, |n| n as i64;
    bool as u64: |b| u64::from(*b), |n| n != 0;
    Range<usize> as Vec<usize>: |r| vec![r.start, r.end], |r| r[0]..r[1];
    Jour as u64: |j| u64::from(j.num_days_from_ce().unsigned_abs()),
        |n| Jour::from_num_days_from_ce_opt(n as i32).unwrap_or_default();
    Ensemble as Vec<u8>: |e| e.iter().collect(), |rangs| rangs.into_iter().collect();
}

impl Grave for String {
    fn graver(&self, octets: &mut Vec<u8>) {
        self.len().graver(octets);
        octets.extend(self.as_bytes());
    }
    fn relire(octets: &mut &[u8]) -> Self {
        let longueur = usize::relire(octets).min(octets.len());
        let (texte, suite) = octets.split_at(longueur);
        *octets = suite;
        String::from_utf8(texte.into()).unwrap_or_default()
    }
}

impl Grave for Arc<str> {
    fn graver(&self, octets: &mut Vec<u8>) {
        self.to_string().graver(octets);
    }
    fn relire(octets: &mut &[u8]) -> Self {
        String::relire(octets).into()
    }
}

impl<T: Grave> Grave for Vec<T> {
    fn graver(&self, octets: &mut Vec<u8>) {
        self.len().graver(octets);
        self.iter().for_each(|element| element.graver(octets));
    }
    fn relire(octets: &mut &[u8]) -> Self {
        let nombre = usize::relire(octets);
        (0..nombre).map(|_| T::relire(octets)).en_liste()
    }
}

impl<T: Grave> Grave for Option<T> {
    fn graver(&self, octets: &mut Vec<u8>) {
        self.is_some().graver(octets);
        self.iter().for_each(|valeur| valeur.graver(octets));
    }
    fn relire(octets: &mut &[u8]) -> Self {
        bool::relire(octets).then(|| T::relire(octets))
    }
}

impl<T: Grave> Grave for Box<T> {
    fn graver(&self, octets: &mut Vec<u8>) {
        T::graver(self, octets);
    }
    fn relire(octets: &mut &[u8]) -> Self {
        Box::new(T::relire(octets))
    }
}

impl<A: Grave, B: Grave> Grave for (A, B) {
    fn graver(&self, octets: &mut Vec<u8>) {
        self.0.graver(octets);
        self.1.graver(octets);
    }
    fn relire(octets: &mut &[u8]) -> Self {
        (A::relire(octets), B::relire(octets))
    }
}

macro_rules! graver_les_champs {
    ($($type:ident { $($champ:ident),* $(,)? })*) => {$(
        impl Grave for $type {
            fn graver(&self, octets: &mut Vec<u8>) {
                $(self.$champ.graver(octets);)*
            }
            fn relire(octets: &mut &[u8]) -> Self {
                $(let $champ = Grave::relire(octets);)*
                $type { $($champ),* }
            }
        }
    )*};
}

macro_rules! graver_les_choix {
    ($($type:ident { $($rang:literal $choix:ident { $($champ:tt: $nom:ident),* },)* })*) => {$(
        impl Grave for $type {
            fn graver(&self, octets: &mut Vec<u8>) {
                match self {$(
                    $type::$choix { $($champ: $nom),* } => {
                        octets.push($rang);
                        $($nom.graver(octets);)*
                    }
                )*}
            }
            fn relire(octets: &mut &[u8]) -> Self {
                match u8::relire(octets) {
                    $($rang => {
                        $(let $nom = Grave::relire(octets);)*
                        $type::$choix { $($champ: $nom),* }
                    })*
                    _ => unreachable!(),
                }
            }
        }
    )*};
}

graver_les_champs! {
    Catalogue { questions, pieces, dispositifs, reglements, departements, orientations, histoire, connues }
    Connues { code_postal, code_postal_confirme, tranche_age, date_naissance, situations }
    Question {
        id, genre, options, apres, suite_de, date_le_refus, immuable, libre, doute, presume, territoire, presumee,
        d_abord_hors_de,
    }
    OptionDeQuestion { id, groupe }
    Piece { id, natures, signataires }
    Dispositif { id, page, versions, reserves, seuils, bascules, dernier_jour }
    Orientation { id, url, accompagne, par_departement, verifie_le }
    Histoire { id, actes }
    Reglement {
        id, dispositif, acte, periode, valeur_unitaire, portail, lectures, titres, conditions, attenuations,
        carnet, pieces, echeances, demarches, suites, reserves, voix, leviers, fixes, lues, situations_lues,
    }
    Acte { numero, date }
    Vigueur { du, au, certain_du, certain_au, article, reserve, reserve_de_fin, ouverture }
    LecturesOuvertes { jour, anniversaire, dernier_jour }
    Titre { id, article, public, conditions }
    Condition { si, sinon, article }
    Attenuation { si, refus, reserve, article, vises }
    RegleDeCarnet { id, si, nombre, article }
    PieceDemandee { id, article, si, conseillee, fraicheur, natures, signataires, liste_supposee, ou, datee }
    Prolongation { nature, delivree_du, delivree_au, annees, age_minimum }
    Echeance { id, depuis, duree, article, refus }
    Demarche { id, si, article }
    Suite { id, article }
    Reserve { id, si, bloquante, article }
    Reference { acte, article }
    Nom { id, rang }
    Ages { min, max }
    ReponseAttendue { question, vaut, code }
    Periode { debut, fin }
}

graver_les_choix! {
    Critere {
        0 Age { 0: a }, 1 Situation { 0: a }, 2 Reponse { 0: a }, 3 Territoire { 0: a }, 4 Depot { 0: a },
        5 Titre { 0: a }, 6 Tous { 0: a }, 7 Un { 0: a }, 8 Sauf { 0: a },
    }
    Sinon { 0 Refus { 0: a }, 1 Reserve { 0: a }, }
    Fraicheur {
        0 MoinsDe { mois: a }, 1 Conseil { mois: a }, 2 EnCoursDeValidite { prolongations: a },
        3 AnneeDeFormation { debut: a, limite: b },
    }
    Depart { 0 Creation {}, 1 Decision {}, 2 Notification {}, }
    Duree { 0 Mois { 0: a }, 1 Jours { 0: a }, }
    Scalaire { 0 Booleen { 0: a }, 1 Nombre { 0: a }, 2 Texte { 0: a }, }
    Genre { 0 OuiNon {}, 1 Choix {}, 2 Plusieurs {}, 3 Date {}, 4 TrancheAge {}, 5 CodePostal {}, }
}
