//! The words of these screens, in French only: people at work in a French lycée read them.

include!(concat!(env!("OUT_DIR"), "/classe.rs"));

/// The words of this id, when there are some.
pub fn facultatif(id: &str) -> Option<String> {
    let rang = MOTS.binary_search_by(|(autre, _)| (*autre).cmp(id)).ok()?;
    Some(MOTS[rang].1.into())
}

/// The words of this id.
pub fn mot(id: &str) -> String {
    facultatif(id).unwrap_or_else(|| id.into())
}

/// The same with its `{blanks}` filled.
pub fn mot_avec(id: &str, blancs: &[(&str, &str)]) -> String {
    let mut rempli = mot(id);
    for (nom, valeur) in blancs {
        rempli = rempli.replace(&format!("{{{nom}}}"), valeur);
    }
    rempli
}

/// Words that count: those of `id-1` up to one, as French wants.
pub fn compte(id: &str, nombre: usize) -> String {
    let au_singulier = format!("{id}-1");
    let id = match nombre {
        0 | 1 if facultatif(&au_singulier).is_some() => &au_singulier,
        _ => id,
    };
    mot_avec(id, &[("nombre", &ecrit(nombre))])
}

/// A number with its thousands apart.
pub fn ecrit(nombre: usize) -> String {
    let chiffres = nombre.to_string();
    let avant = chiffres.len() % 3;
    let mut ecrit = String::new();
    for (rang, chiffre) in chiffres.chars().enumerate() {
        if rang > 0 && rang % 3 == avant {
            ecrit.push('\u{a0}');
        }
        ecrit.push(chiffre);
    }
    ecrit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn les_milliers_sont_a_part() {
        let cas = [(0, "0"), (24, "24"), (1000, "1 000"), (12345, "12 345")];
        for (nombre, attendu) in cas {
            assert_eq!(ecrit(nombre).replace('\u{a0}', " "), attendu);
        }
    }
}
