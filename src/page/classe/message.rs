//! What a pupil may be sent: their own answer, and nobody else's.

use super::atelier::Atelier;
use super::avis::Sort;
use super::dire;
use super::eleve::Eleve;
use super::mots::{mot, mot_avec};
use crate::page::Contexte;
use crate::reglement::Catalogue;

/// The text for this pupil, for a mail or a messaging service.
pub fn message(c: &Contexte, catalogue: &Catalogue, atelier: &Atelier, eleve: &Eleve) -> String {
    let qui = match eleve.prenom.is_empty() {
        true => eleve.nom_complet(),
        false => eleve.prenom.clone(),
    };
    let mut lignes = vec![mot_avec("message-debut", &[("nom", &qui)])];
    let voies = eleve.avis.iter().flat_map(|avis| &avis.voies);
    for (voie, aide) in voies.zip(&atelier.voies) {
        let aide = c.textes.lire("dispositif", aide).to_string();
        let reglement = c.textes.lire("reglement", &voie.reglement);
        lignes.push(String::new());
        lignes.push(format!("{aide} ({reglement})"));
        match voie.sort {
            Sort::PeutDemander => {
                let unite = catalogue
                    .reglement(&voie.reglement)
                    .and_then(|r| r.valeur_unitaire);
                lignes.push(match (voie.carnet, unite) {
                    (Some(nombre), Some(unite)) => {
                        let euros = u64::from(nombre) * u64::from(unite);
                        let (nombre, euros) = (nombre.to_string(), euros.to_string());
                        mot_avec(
                            "message-oui-combien",
                            &[("nombre", &nombre), ("euros", &euros)],
                        )
                    }
                    _ => mot("message-oui"),
                });
                if !voie.pieces.is_empty() {
                    lignes.push(mot("message-papiers"));
                    let papiers = voie.pieces.iter().map(|piece| dire::papier(piece));
                    lignes.extend(papiers.map(|papier| format!("- {papier}")));
                }
            }
            Sort::PlusTard => {
                let jour = voie.a_partir_du.map(|jour| c.textes.jour(jour));
                let jour = jour.unwrap_or_default();
                lignes.push(mot_avec("message-plus-tard", &[("jour", &jour)]));
            }
            Sort::ACompleter | Sort::ACorriger => {
                let manque = dire::manque(eleve, voie).join(", ");
                lignes.push(mot_avec("message-manque", &[("manque", &manque)]));
            }
            Sort::Non => lignes.push(mot("message-non")),
        }
    }
    lignes.push(String::new());
    let jour = c.textes.jour_nomme(atelier.depot());
    lignes.push(mot_avec("message-fin", &[("jour", &jour)]));
    lignes.join("\n")
}
