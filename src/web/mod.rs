//! The one door to the browser: every `JsValue` and `web_sys` of the crate is in this folder.

mod api;
#[cfg(feature = "classe")]
mod classe;
mod dom;
mod ecriture;
#[cfg(feature = "classe")]
mod effacement;
mod evenements;
#[cfg(feature = "classe")]
mod fichiers;
mod json;
mod lecture;
#[cfg(feature = "liste")]
mod liste;
mod options;
mod presse_papiers;
mod telechargement;
mod widget;

pub use api::*;
#[cfg(feature = "classe")]
pub use classe::WidgetClasse;
#[cfg(feature = "liste")]
pub use liste::*;
pub use widget::Widget;
