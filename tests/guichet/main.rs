//! The counter: days as people say them, pages, and decisions of what is typed.
//!
//! `METTRE_A_JOUR=1 cargo test --test guichet` rewrites the pages; the change is then read in the diff.
#![cfg(not(target_arch = "wasm32"))]

mod agent;
mod dossiers;
#[path = "../commun/fichiers.rs"]
mod fichiers;
#[path = "../commun/images.rs"]
mod images;
mod jours;
mod pages;
mod suites;
