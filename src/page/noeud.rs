//! A page as a value: a small tree, printed as HTML natively and built node by node in the browser.

#[cfg(not(target_arch = "wasm32"))]
mod html;

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
        for enfant in enfants {
            self.0.enfants.push(enfant.into());
        }
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
