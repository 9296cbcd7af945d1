//! The counter: days as people say them, pages, and decisions of what is typed.
//!
//! `METTRE_A_JOUR=1 cargo test guichet` rewrites the pages; the change is then read in the diff.
mod agent;
mod dossiers;
mod jours;
mod pages;
mod suites;
