//! From the text of an XML to its tags, cut where they begin and end: no entity is expanded, nothing is
//! fetched, and what is badly formed ends the reading without losing what was read.

use std::borrow::Cow;

/// A piece of an XML.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Morceau<'a> {
    /// `<nom attributs>`; `vide` when it is `<nom/>`.
    Ouvre {
        nom: &'a str,
        attributs: &'a str,
        vide: bool,
    },
    Ferme {
        nom: &'a str,
    },
    /// Text where `&amp;` still stands for `&`.
    Texte(&'a str),
    /// Text as it is.
    Brut(&'a str),
}

/// The pieces of an XML, in order. Names lose their prefix (`table:table` is `table`).
#[derive(Clone)]
pub(super) struct Lecteur<'a> {
    texte: &'a str,
    position: usize,
    /// Where the last piece begins.
    pub debut: usize,
}

impl<'a> Lecteur<'a> {
    pub fn nouveau(texte: &'a str) -> Self {
        Lecteur {
            texte,
            position: 0,
            debut: 0,
        }
    }

    /// From a place where a piece begins.
    pub fn depuis(texte: &'a str, position: usize) -> Self {
        Lecteur {
            texte,
            position,
            debut: position,
        }
    }

    /// Where the next piece begins.
    pub fn position(&self) -> usize {
        self.position
    }

    /// What is inside the element that was just opened, other tags included; the reading goes on after it.
    pub fn dedans(&mut self, nom: &str) -> &'a str {
        let depart = self.position;
        let mut niveau = 1usize;
        while let Some(morceau) = self.next() {
            match morceau {
                Morceau::Ouvre {
                    nom: autre,
                    vide: false,
                    ..
                } if autre == nom => niveau += 1,
                Morceau::Ferme { nom: autre } if autre == nom => {
                    niveau -= 1;
                    if niveau == 0 {
                        return &self.texte[depart..self.debut];
                    }
                }
                _ => {}
            }
        }
        &self.texte[depart..]
    }

    /// Jumps after `fin`, and gives what comes before it.
    fn jusqu_a(&mut self, depart: usize, fin: &str) -> &'a str {
        let reste = &self.texte[depart..];
        let longueur = reste.find(fin);
        self.position = longueur.map_or(self.texte.len(), |longueur| depart + longueur + fin.len());
        &reste[..longueur.unwrap_or(reste.len())]
    }

    fn balise(&mut self, dedans: &'a str) -> Morceau<'a> {
        if let Some(nom) = dedans.strip_prefix('/') {
            return Morceau::Ferme {
                nom: local(nom.trim()),
            };
        }
        let (dedans, vide) = match dedans.strip_suffix('/') {
            Some(dedans) => (dedans, true),
            None => (dedans, false),
        };
        let (nom, attributs) = dedans
            .split_once(|c: char| c.is_ascii_whitespace())
            .unwrap_or((dedans, ""));
        Morceau::Ouvre {
            nom: local(nom),
            attributs,
            vide,
        }
    }
}

impl<'a> Iterator for Lecteur<'a> {
    type Item = Morceau<'a>;

    fn next(&mut self) -> Option<Morceau<'a>> {
        loop {
            self.debut = self.position;
            let reste = self
                .texte
                .get(self.position..)
                .filter(|reste| !reste.is_empty())?;
            if !reste.starts_with('<') {
                let longueur = reste.find('<').unwrap_or(reste.len());
                self.position += longueur;
                return Some(Morceau::Texte(&reste[..longueur]));
            }
            if reste.starts_with("<!--") {
                self.jusqu_a(self.position + 4, "-->");
            } else if reste.starts_with("<![CDATA[") {
                return Some(Morceau::Brut(self.jusqu_a(self.position + 9, "]]>")));
            } else if reste.starts_with("<?") {
                self.jusqu_a(self.position + 2, "?>");
            } else if reste.starts_with("<!") {
                self.jusqu_a(self.position + 2, ">");
            } else {
                let Some(longueur) = fin_de_balise(reste) else {
                    self.position = self.texte.len();
                    return None;
                };
                self.position += longueur + 1;
                return Some(self.balise(&reste[1..longueur]));
            }
        }
    }
}

/// The place of the `>` that ends a tag: one in quotes does not.
fn fin_de_balise(reste: &str) -> Option<usize> {
    let mut guillemet = None;
    reste.bytes().position(|octet| match guillemet {
        Some(ouvert) => {
            if octet == ouvert {
                guillemet = None;
            }
            false
        }
        None => {
            if matches!(octet, b'"' | b'\'') {
                guillemet = Some(octet);
            }
            octet == b'>'
        }
    })
}

fn local(nom: &str) -> &str {
    nom.rsplit_once(':').map_or(nom, |(_, local)| local)
}

/// The value of an attribute, by its local name.
pub(super) fn attribut<'a>(attributs: &'a str, nom: &str) -> Option<Cow<'a, str>> {
    brut(attributs, nom).map(decoder)
}

/// The value of an attribute as it is written, where `&amp;` still stands for `&`.
pub(super) fn brut<'a>(attributs: &'a str, nom: &str) -> Option<&'a str> {
    let mut reste = attributs.trim_start();
    while let Some((cle, apres)) = reste.split_once('=') {
        let apres = apres.trim_start();
        let guillemet = apres.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (valeur, suite) = apres[1..].split_once(guillemet)?;
        if local(cle.trim()) == nom {
            return Some(valeur);
        }
        reste = suite.trim_start();
    }
    None
}

/// An attribute that is a number.
pub(super) fn nombre(attributs: &str, nom: &str) -> Option<u32> {
    attribut(attributs, nom)?.parse().ok()
}

/// The text of a piece of XML, a cell of a sheet for instance: without what is only pronounced, nor the
/// comments that readers left on the cell.
pub(super) fn texte(dedans: &str) -> Cow<'_, str> {
    if !dedans.contains('<') {
        return decoder(dedans);
    }
    // No text is longer than its XML: growing would leave copies behind.
    let mut texte = String::with_capacity(dedans.len());
    parcourir(dedans, &mut |morceau| match morceau {
        Morceau::Texte(brut) => decoder_dans(&mut texte, brut),
        Morceau::Brut(brut) => texte += brut,
        Morceau::Ferme { .. } => texte.push('\n'),
        Morceau::Ouvre { .. } => texte.push(' '),
    });
    texte.into()
}

/// True when nothing can be seen in a piece of XML.
pub(super) fn est_vide(dedans: &str) -> bool {
    let mut vide = true;
    parcourir(dedans, &mut |morceau| {
        if let Morceau::Texte(brut) | Morceau::Brut(brut) = morceau {
            vide &= brut.trim().is_empty();
        }
    });
    vide
}

/// The pieces that are read of a cell: its texts, and the tags that stand for a space or an end of line.
fn parcourir<'a>(dedans: &'a str, lire: &mut dyn FnMut(Morceau<'a>)) {
    let mut lecteur = Lecteur::nouveau(dedans);
    while let Some(morceau) = lecteur.next() {
        match morceau {
            Morceau::Ouvre {
                nom: nom @ ("rPh" | "annotation"),
                vide: false,
                ..
            } => {
                lecteur.dedans(nom);
            }
            Morceau::Ouvre {
                nom: "s" | "tab" | "line-break" | "br",
                ..
            }
            | Morceau::Ferme { nom: "p" }
            | Morceau::Texte(_)
            | Morceau::Brut(_) => lire(morceau),
            _ => {}
        }
    }
}

/// `&amp;` and the like; an entity that XML does not define stays as it is written.
fn decoder(brut: &str) -> Cow<'_, str> {
    if !brut.contains('&') {
        return brut.into();
    }
    let mut texte = String::with_capacity(brut.len());
    decoder_dans(&mut texte, brut);
    texte.into()
}

fn decoder_dans(texte: &mut String, brut: &str) {
    let mut reste = brut;
    while let Some((avant, apres)) = reste.split_once('&') {
        *texte += avant;
        // The longest entity is `&#x10FFFF;`.
        let fin = apres.bytes().take(10).position(|octet| octet == b';');
        match fin.and_then(|fin| Some((entite(&apres[..fin])?, &apres[fin + 1..]))) {
            Some((lettre, suite)) => {
                texte.push(lettre);
                reste = suite;
            }
            None => {
                texte.push('&');
                reste = apres;
            }
        }
    }
    *texte += reste;
}

fn entite(nom: &str) -> Option<char> {
    match nom {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let numero = nom.strip_prefix('#')?;
            let numero = match numero.strip_prefix(['x', 'X']) {
                Some(hexa) => u32::from_str_radix(hexa, 16),
                None => numero.parse(),
            };
            char::from_u32(numero.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_xml_se_coupe_en_morceaux() {
        let texte = "<?xml version='1.0'?><!DOCTYPE a><!-- <b> --><t:a x='1 > 0' n:y=\"é\"><b/>d &amp; e<![CDATA[<f>]]></t:a>";
        let morceaux: Vec<_> = Lecteur::nouveau(texte).collect();
        let Morceau::Ouvre {
            nom: "a",
            attributs,
            vide: false,
        } = morceaux[0]
        else {
            panic!("{morceaux:?}")
        };
        assert_eq!(attribut(attributs, "x").as_deref(), Some("1 > 0"));
        assert_eq!(attribut(attributs, "y").as_deref(), Some("é"));
        assert_eq!(attribut(attributs, "z"), None);
        assert_eq!(
            morceaux[1..],
            [
                Morceau::Ouvre {
                    nom: "b",
                    attributs: "",
                    vide: true
                },
                Morceau::Texte("d &amp; e"),
                Morceau::Brut("<f>"),
                Morceau::Ferme { nom: "a" },
            ]
        );
    }

    #[test]
    fn le_texte_d_une_cellule_se_lit_sans_ses_notes() {
        for (dedans, attendu) in [
            ("D'HOOP &amp; FILS", "D'HOOP & FILS"),
            (
                "<t>Jean</t><rPh><t>ジャン</t></rPh><r><t xml:space='preserve'> Paul</t></r>",
                "Jean Paul",
            ),
            (
                "<text:p>a<text:s text:c='2'/>b</text:p><office:annotation><text:p>vu</text:p></office:annotation>",
                "a b\n",
            ),
            (
                "&#233;&#xE9;&nbsp;&;&#x110000;&amp;lt;",
                "éé&nbsp;&;&#x110000;&lt;",
            ),
            ("<![CDATA[a & b]]>", "a & b"),
        ] {
            assert_eq!(texte(dedans), attendu);
        }
    }

    #[test]
    fn un_xml_mal_ferme_s_arrete_sans_rien_perdre() {
        for (texte, nombre) in [
            ("<a><b", 1),
            ("<a", 0),
            ("a<", 1),
            ("<!-- ", 0),
            ("<![CDATA[x", 1),
            ("<>", 1),
        ] {
            assert_eq!(Lecteur::nouveau(texte).count(), nombre, "{texte}");
        }
        let mut lecteur = Lecteur::nouveau("<a><a>1</a>2");
        lecteur.next();
        assert_eq!(lecteur.dedans("a"), "<a>1</a>2");
    }
}
