//! From what is typed to what is printed.

/// Typographic apostrophes, and no-break spaces where French wants one.
pub fn typographier(texte: &str) -> String {
    let mut avant = None;
    let mut lettres = texte.chars().peekable();
    let mut sortie = String::new();
    while let Some(lettre) = lettres.next() {
        let apres = lettres.peek();
        sortie.push(match lettre {
            '\'' => '’',
            ' ' if avant == Some('«') => '\u{a0}',
            ' ' if matches!(apres, Some(':' | ';' | '?' | '!' | '»' | '€')) => '\u{a0}',
            _ => lettre,
        });
        avant = Some(lettre);
    }
    sortie
}
