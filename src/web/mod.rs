//! The one door to the browser: every `JsValue` and `web_sys` of the crate is in this folder.

#[cfg(feature = "fonctions")]
mod api;
mod cadre;
#[cfg(feature = "classe")]
mod classe;
mod dom;
mod ecriture;
mod evenements;
#[cfg(feature = "classe")]
mod fichiers;
mod json;
mod lecture;
#[cfg(all(feature = "fonctions", feature = "liste"))]
mod liste;
mod options;
#[cfg(feature = "fonctions")]
mod passage;
mod presse_papiers;
mod telechargement;
mod widget;

#[cfg(feature = "fonctions")]
pub use api::*;
#[cfg(feature = "classe")]
pub use classe::WidgetClasse;
#[cfg(all(feature = "fonctions", feature = "liste"))]
pub use liste::*;
pub use widget::Widget;

/// Half the code of the allocator that Rust gives to WebAssembly.
type Memoire = rlsf::SmallGlobalTlsf;

#[cfg(not(feature = "liste"))]
#[global_allocator]
static MEMOIRE: Memoire = Memoire::new();

/// What is freed is filled with zeros: a list of pupils leaves no name behind, however its texts grew or moved.
#[cfg(feature = "liste")]
#[global_allocator]
static MEMOIRE: zalloc::ZeroizingAlloc<Memoire> = zalloc::ZeroizingAlloc(Memoire::new());

#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");
