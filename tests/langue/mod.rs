//! Plain words in each language: short sentences, easy words, and the score of each screen.
mod anglais;
mod ecrans;
mod facile;
mod francais;
mod guichet;
mod jeux;
mod mesure;
