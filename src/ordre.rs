//! Short lists kept in order: each holds a few elements, too few to load a general sort in the page.

/// Puts a value in its place, once.
pub fn ranger<T: Ord>(liste: &mut Vec<T>, valeur: T) {
    if let Err(rang) = liste.binary_search(&valeur) {
        liste.insert(rang, valeur);
    }
}

/// Puts a value after those whose key is smaller or the same.
pub fn inserer<T>(liste: &mut Vec<T>, valeur: T, precede: impl Fn(&T, &T) -> bool) {
    let rang = liste.partition_point(|autre| precede(autre, &valeur));
    liste.insert(rang, valeur);
}
