//! A tree as HTML, for the golden pages and the printed fallback: the browser builds it node by node.

use super::{Element, Noeud};

/// Elements that have no content and no end tag.
const VIDES: [&str; 3] = ["input", "br", "hr"];

impl Noeud {
    /// The same tree as HTML, indented by two spaces, for golden pages and the printed fallback.
    pub fn html(&self) -> String {
        let mut sortie = String::new();
        self.ecrire(&mut sortie, 0);
        sortie
    }

    fn ecrire(&self, sortie: &mut String, marge: usize) {
        match self {
            Noeud::Texte(texte) => echapper(sortie, texte),
            Noeud::Element(element) => element.ecrire(sortie, marge),
        }
    }

    fn est_texte(&self) -> bool {
        matches!(self, Noeud::Texte(_))
    }
}

impl Element {
    fn ecrire(&self, sortie: &mut String, marge: usize) {
        sortie.push('<');
        sortie.push_str(self.nom);
        for (nom, valeur) in &self.attributs {
            sortie.push(' ');
            sortie.push_str(nom);
            if !valeur.is_empty() {
                sortie.push_str("=\"");
                echapper(sortie, valeur);
                sortie.push('"');
            }
        }
        sortie.push('>');
        if VIDES.contains(&self.nom) {
            return;
        }
        // White space next to a text would show: such elements stay on one line.
        let en_ligne = self.enfants.iter().any(Noeud::est_texte) || self.enfants.is_empty();
        for enfant in &self.enfants {
            if !en_ligne {
                sortie.push('\n');
                sortie.push_str(&"  ".repeat(marge + 1));
            }
            enfant.ecrire(sortie, marge + 1);
        }
        if !en_ligne {
            sortie.push('\n');
            sortie.push_str(&"  ".repeat(marge));
        }
        sortie.push_str("</");
        sortie.push_str(self.nom);
        sortie.push('>');
    }
}

fn echapper(sortie: &mut String, texte: &str) {
    for signe in texte.chars() {
        match signe {
            '&' => sortie.push_str("&amp;"),
            '<' => sortie.push_str("&lt;"),
            '>' => sortie.push_str("&gt;"),
            '"' => sortie.push_str("&quot;"),
            '\u{a0}' => sortie.push_str("&nbsp;"),
            autre => sortie.push(autre),
        }
    }
}
