//! A page as a value: a small tree, printed as HTML natively and built node by node in the browser.

use std::ops::Deref;

/// A text or an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Noeud {
    Texte(String),
    Element(Element),
}

/// An element, kept by its address: the screens hand hundreds from one function to the next, and
/// copying them whole takes more code than all they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Element(Box<Balise>);

/// What an element is: its name, attributes in order, and children.
#[derive(Clone, Debug, PartialEq)]
pub struct Balise {
    pub nom: &'static str,
    pub attributs: Vec<(&'static str, String)>,
    pub enfants: Vec<Noeud>,
}

/// A new element.
pub fn el(nom: &'static str) -> Element {
    Element(Box::new(Balise {
        nom,
        attributs: Vec::new(),
        enfants: Vec::new(),
    }))
}

impl Deref for Element {
    type Target = Balise;

    fn deref(&self) -> &Balise {
        &self.0
    }
}

impl Element {
    /// Sets an attribute.
    pub fn attr(mut self, nom: &'static str, valeur: impl Into<String>) -> Self {
        self.0.attributs.push((nom, valeur.into()));
        self
    }
    /// Sets an attribute that has no value, or leaves it out.
    pub fn drapeau(self, nom: &'static str, present: bool) -> Self {
        if present { self.attr(nom, "") } else { self }
    }
    /// Sets the class.
    pub fn classe(self, classe: &str) -> Self {
        self.attr("class", classe)
    }
    /// Adds a text.
    pub fn texte(mut self, texte: impl Into<String>) -> Self {
        self.0.enfants.push(Noeud::Texte(texte.into()));
        self
    }
    /// Adds a child.
    pub fn avec(mut self, enfant: impl Into<Noeud>) -> Self {
        self.0.enfants.push(enfant.into());
        self
    }
    /// Adds children.
    pub fn avec_tous<N: Into<Noeud>>(mut self, enfants: impl IntoIterator<Item = N>) -> Self {
        self.0.enfants.extend(enfants.into_iter().map(Into::into));
        self
    }
    /// The value of an attribute.
    pub fn lire(&self, nom: &str) -> Option<&str> {
        self.attributs
            .iter()
            .find(|(n, _)| *n == nom)
            .map(|(_, v)| v.as_str())
    }
}

impl From<Element> for Noeud {
    fn from(element: Element) -> Self {
        Noeud::Element(element)
    }
}

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
