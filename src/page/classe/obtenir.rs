//! The first screen: a file to choose or to drop, cells to paste, or a pupil to type.

use super::mots::{compte, mot};
use super::vues::{Vue, bouton, p};
use crate::en_liste::EnListe;
use crate::page::{Element, el};

impl Vue<'_> {
    pub fn obtenir(&self) -> Vec<Element> {
        let deja = self.a.deja();
        let deja = (deja > 0).then(|| p("deja", compte("deja-la", deja)).attr("data-cle", "deja"));
        let portes = el("div")
            .classe("portes")
            .attr("data-cle", "portes")
            .avec(self.fichier())
            .avec(self.coller())
            .avec(self.taper());
        let parties = [deja, self.refus(), Some(portes), Some(self.exports())];
        parties.into_iter().flatten().en_liste()
    }

    fn refus(&self) -> Option<Element> {
        let faute = self.a.faute.clone()?;
        Some(
            el("div")
                .classe("resume-erreurs")
                .attr("data-cle", "refus")
                .attr("tabindex", "-1")
                .avec(self.c.titre(1).texte(mot("illisible")))
                .avec(el("p").texte(faute)),
        )
    }

    fn porte(&self, titre: &str) -> Element {
        let titre = self.c.titre(1).classe("sous-titre").texte(mot(titre));
        el("section").classe("panneau").avec(titre)
    }

    fn fichier(&self) -> Element {
        let choisir = el("label")
            .classe("bouton choisir")
            .avec(el("span").texte(mot(match self.a.attend {
                true => "lecture-en-cours",
                false => "choisir-un-fichier",
            })))
            .avec(
                el("input")
                    .attr("type", "file")
                    .attr("name", "fichier")
                    .attr("aria-describedby", "aide-fichier")
                    .attr("accept", ".csv,.txt,.tsv,.xml,.zip,.xlsx,.ods,.xls"),
            );
        self.porte("titre-fichier")
            .avec(
                el("div")
                    .classe("depose")
                    .avec(choisir)
                    .avec(p("ou-deposer", mot("ou-deposer"))),
            )
            .avec(p("aide", mot("aide-fichier")).attr("id", "aide-fichier"))
    }

    fn coller(&self) -> Element {
        let zone = el("textarea")
            .classe("texte")
            .attr("name", "cellules")
            .attr("id", "cellules")
            .attr("rows", "4")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", "aide-coller");
        self.porte("titre-coller").avec(
            el("form")
                .drapeau("novalidate", true)
                .attr("data-forme", "coller")
                .avec(el("label").attr("for", "cellules").texte(mot("cellules")))
                .avec(zone)
                .avec(p("aide", mot("aide-coller")).attr("id", "aide-coller"))
                .avec(
                    el("div").classe("actions").avec(
                        el("button")
                            .attr("type", "submit")
                            .classe("bouton secondaire")
                            .texte(mot("lire-les-cellules")),
                    ),
                ),
        )
    }

    fn taper(&self) -> Element {
        self.porte("titre-taper")
            .avec(p("aide", mot("aide-taper")))
            .avec(el("div").classe("actions").avec(bouton(
                "taper",
                "",
                mot("taper"),
                "bouton secondaire",
            )))
    }

    /// Where the list is found in each software.
    fn exports(&self) -> Element {
        let lignes = [
            "export-pronote",
            "export-siecle",
            "export-ecole-directe",
            "export-tableur",
        ];
        let lignes = lignes.map(|id| el("li").texte(mot(id)));
        el("details")
            .classe("volet")
            .attr("data-cle", "exports")
            .avec(el("summary").texte(mot("titre-exports")))
            .avec(el("ul").avec_tous(lignes))
            .avec(el("p").texte(mot("colonnes-utiles")))
    }
}
