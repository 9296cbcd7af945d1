//! Short lists kept in order: each holds a few elements, too few to load a general sort in the page.

/// Puts a value in its place, once.
///
/// ```
/// let mut liste = vec![18, 60];
/// for age in [31, 18] {
///     pass_numerique::ordre::ranger(&mut liste, age);
/// }
/// assert_eq!(liste, [18, 31, 60]);
/// ```
pub fn ranger<T: Ord>(liste: &mut Vec<T>, valeur: T) {
    if let Err(rang) = liste.binary_search(&valeur) {
        liste.insert(rang, valeur);
    }
}

/// Puts a value after those whose key is smaller or the same.
///
/// ```
/// let mut liste = vec![("b", 1), ("d", 2)];
/// pass_numerique::ordre::inserer(&mut liste, ("b", 3), |un, autre| un.0 <= autre.0);
/// assert_eq!(liste, [("b", 1), ("b", 3), ("d", 2)]);
/// ```
pub fn inserer<T>(liste: &mut Vec<T>, valeur: T, precede: impl Fn(&T, &T) -> bool) {
    let rang = liste.partition_point(|autre| precede(autre, &valeur));
    liste.insert(rang, valeur);
}
