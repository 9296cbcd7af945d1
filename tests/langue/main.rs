//! Plain words in each language: short sentences, easy words, and the score of each screen.
#![cfg(not(target_arch = "wasm32"))]

mod anglais;
mod ecrans;
mod facile;
mod francais;
mod guichet;
mod jeux;
mod mesure;
