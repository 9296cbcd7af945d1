//! A whole class: its screens, what is decided of each pupil, what goes out and comes back.
//!
//! `METTRE_A_JOUR=1 cargo test classe` rewrites the golden pages; the change is then read in the diff.
#![cfg(feature = "classe")]

mod doutes;
mod essai;
mod lecture;
mod mots;
mod pages;
mod sorties;
mod tableau;
