//! The law as it is tested, from inside the crate: nothing has to be public for its tests.

mod adresses;
mod allers_retours;
mod autres_aides;
mod campagne;
mod catalogues;
mod classe;
mod commun;
mod criteres;
mod dates;
mod demesures;
mod dossiers;
mod droit;
mod exemples;
mod formulaire;
mod gardes;
mod guichet;
mod langue;
mod lecture;
mod listes;
mod pages;
mod parcours;
mod proprietes;
mod rgaa;
mod saisies;
mod schema;
mod textes;
