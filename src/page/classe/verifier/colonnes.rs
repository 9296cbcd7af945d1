//! The role of each column, with what was read in it, and a select to change it.

use super::super::mots::{compte, ecrit, mot, mot_avec};
use super::super::source::Source;
use super::super::vues::{Vue, invisible, p};
use crate::en_liste::EnListe;
use crate::liste::{Niveau, Role};
use crate::page::{Element, el};

/// Roles that are shown even when no column has them.
const TOUJOURS: [Role; 6] = [
    Role::Nom,
    Role::Prenom,
    Role::DateNaissance,
    Role::Mef,
    Role::Classe,
    Role::CodePostal,
];

/// Every role and its name in the page.
const ROLES: [(Role, &str); 12] = [
    (Role::Nom, "nom"),
    (Role::Prenom, "prenom"),
    (Role::NomComplet, "nomComplet"),
    (Role::DateNaissance, "dateNaissance"),
    (Role::Mef, "mef"),
    (Role::Formation, "formation"),
    (Role::Classe, "classe"),
    (Role::CodePostal, "codePostal"),
    (Role::Pays, "pays"),
    (Role::Statut, "statut"),
    (Role::DateSortie, "dateSortie"),
    (Role::CodePostalResponsable, "codePostalResponsable"),
];

impl Vue<'_> {
    pub(super) fn colonnes(&self, source: &Source) -> Element {
        let liee = |role: &Role| source.colonne(*role).is_some();
        let complet = liee(&Role::NomComplet);
        let montrees = ROLES.iter().filter(|(role, _)| match role {
            Role::NomComplet => complet || !liee(&Role::Nom),
            Role::Nom | Role::Prenom => liee(role) || !complet,
            Role::Formation => liee(role) || !liee(&Role::Mef),
            Role::Mef => liee(role) || !liee(&Role::Formation),
            role => TOUJOURS.contains(role) || liee(role),
        });
        let lignes = montrees.map(|(role, nom)| (*nom, self.ligne_de_role(source, *role, nom)));
        let lignes: Vec<(&str, [Element; 3])> = lignes.en_liste();
        let laissees = source.lue.colonnes.iter().filter(|c| c.role.is_none());
        let laissees = laissees
            .map(|c| c.entete.clone())
            .filter(|entete| !entete.is_empty())
            .en_liste();
        let laissees = (!laissees.is_empty()).then(|| {
            el("p")
                .attr("data-cle", "laissees")
                .avec(el("strong").texte(mot("laissees")))
                .texte(format!(" {}. ", laissees.join(", ")))
                .texte(mot("laissees-detail"))
        });
        self.carte("colonnes", mot("titre-colonnes"))
            .avec(p("aide", mot("aide-colonnes")).attr("data-cle", "aide"))
            .avec(match self.a.etroit {
                true => liste_des_roles(lignes),
                false => table_des_roles(lignes),
            })
            .avec_tous(laissees)
    }

    fn ligne_de_role(&self, source: &Source, role: Role, nom: &str) -> [Element; 3] {
        let choisie = source.colonne(role);
        let colonnes = source.lue.colonnes.iter().enumerate();
        let options = colonnes.map(|(rang, colonne)| {
            let texte = match colonne.entete.is_empty() {
                true => mot_avec("colonne-numero", &[("rang", &(rang + 1).to_string())]),
                false => colonne.entete.clone(),
            };
            el("option")
                .attr("value", rang.to_string())
                .drapeau("selected", choisie == Some(rang))
                .texte(texte)
        });
        let aucune = el("option")
            .attr("value", "")
            .drapeau("selected", choisie.is_none())
            .texte(mot("aucune-colonne"));
        let id = format!("role-{nom}");
        let choix = el("select")
            .attr("name", &*id)
            .attr("id", &*id)
            .avec(aucune)
            .avec_tous(options);
        let exemples = choisie.and_then(|rang| source.lue.colonnes.get(rang));
        let exemples = exemples.map(|colonne| {
            let mut dits: Vec<&str> = Vec::new();
            for exemple in &colonne.exemples {
                if !dits.contains(&exemple.as_str()) {
                    dits.push(exemple);
                }
            }
            dits.join(" · ")
        });
        let compris = self.compris(role).filter(|_| choisie.is_some());
        let etiquette = el("label")
            .attr("for", &*id)
            .texte(mot(&format!("role-{nom}")));
        let lu = el("div")
            .avec(el("span").texte(exemples.unwrap_or_default()))
            .avec_tous(compris.map(|dit| p("aide", dit)));
        [etiquette, choix, lu]
    }

    /// What was understood of a column.
    fn compris(&self, role: Role) -> Option<String> {
        let eleves = self.a.lus().en_liste();
        let niveau = |niveau: Niveau| eleves.iter().filter(|e| e.niveau == niveau).count();
        let sur = |nombre: usize| {
            let (nombre, total) = (ecrit(nombre), ecrit(eleves.len()));
            mot_avec("lus-sur", &[("nombre", &nombre), ("total", &total)])
        };
        match role {
            Role::Mef | Role::Formation => {
                let dits = [
                    (Niveau::TerminaleBacPro, "terminale-bac-pro"),
                    (Niveau::DerniereAnneeCap, "derniere-annee-cap"),
                    (Niveau::Autre, "autre"),
                    (Niveau::Inconnu, "inconnu"),
                ];
                let dits = dits.map(|(lequel, nom)| (niveau(lequel), nom));
                let dits = dits.into_iter().filter(|(nombre, _)| *nombre > 0);
                let dits = dits.map(|(nombre, nom)| compte(&format!("compris-{nom}"), nombre));
                Some(dits.en_liste().join(", "))
            }
            Role::DateNaissance => {
                Some(sur(eleves.iter().filter(|e| e.naissance.is_some()).count()))
            }
            Role::CodePostal => Some(sur(eleves
                .iter()
                .filter(|e| e.code_postal.is_some())
                .count())),
            _ => None,
        }
    }
}

fn table_des_roles(lignes: Vec<(&str, [Element; 3])>) -> Element {
    let entetes = ["ce-qu-il-faut", "colonne-de-la-liste", "exemples-lus"];
    let entetes = entetes.map(|id| el("th").attr("scope", "col").texte(mot(id)));
    let lignes = lignes.into_iter().map(|(nom, [etiquette, choix, lu])| {
        el("tr")
            .attr("data-cle", nom)
            .avec(el("th").attr("scope", "row").avec(etiquette))
            .avec(el("td").avec(choix))
            .avec(el("td").avec(lu))
    });
    el("table")
        .classe("roles")
        .attr("data-cle", "roles")
        .avec(el("caption").avec(invisible(mot("titre-colonnes"))))
        .avec(el("thead").avec(el("tr").avec_tous(entetes)))
        .avec(el("tbody").avec_tous(lignes))
}

fn liste_des_roles(lignes: Vec<(&str, [Element; 3])>) -> Element {
    let lignes = lignes.into_iter();
    let lignes = lignes.map(|(nom, ligne)| el("li").attr("data-cle", nom).avec_tous(ligne));
    let liste = el("ul").classe("roles").attr("data-cle", "roles");
    liste.avec_tous(lignes)
}
