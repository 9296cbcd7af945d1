//! From what is kept of the rows to pupils: each value read, or `null` with its reason.

use super::colonnes::Colonnes;
use super::dates::{self, Forme};
use super::lignes::Brut;
use super::postal::Pays;
use super::resultat::{Alerte, Champ, CodeAlerte, LigneLue, Niveau, Role};
use super::texte::{est_formule, est_une_erreur, plier};
use super::{niveau, noms, postal};
use crate::date::{self, Jour};
use crate::reglement::connus::ETRANGER;

/// What only the whole list says.
pub(super) struct Contexte<'a> {
    pub colonnes: &'a Colonnes,
    pub depot: Jour,
    /// The class of everybody, read above the table.
    pub classe: Option<String>,
    /// The trainings are those that pupils wish for.
    pub voeux: bool,
    mois_devant: bool,
    departements: postal::Departements,
}

impl<'a> Contexte<'a> {
    pub fn nouveau(colonnes: &'a Colonnes, depot: Jour, bruts: &[Brut]) -> Self {
        let de = |role: Role| bruts.iter().filter_map(move |brut| brut.dit(role));
        // « Day or month » is decided by the column: one value is enough.
        let mois_devant =
            de(Role::DateNaissance).any(|texte| dates::forme(texte).prouve_le_mois_devant());
        let codes = de(Role::CodePostal).chain(de(Role::CodePostalResponsable));
        let mut departements = postal::Departements::default();
        for texte in codes {
            if let Ok((code, None)) = postal::lire(texte) {
                departements.ajouter(&code);
            }
        }
        Contexte {
            colonnes,
            depot,
            classe: None,
            voeux: false,
            mois_devant,
            departements,
        }
    }

    /// A pupil.
    pub fn eleve(&self, brut: &Brut) -> LigneLue {
        let mut eleve = LigneLue {
            ligne: brut.ligne,
            nom: None,
            prenom: None,
            date_naissance: None,
            classe: None,
            code_postal: None,
            niveau: Niveau::Inconnu,
            alertes: Vec::new(),
        };
        self.nommer(brut, &mut eleve);
        self.dater(brut, &mut eleve);
        self.classer(brut, &mut eleve);
        self.situer(brut, &mut eleve);
        self.mesurer(brut, &mut eleve);
        self.marquer(brut, &mut eleve);
        eleve
    }

    /// Why a column says nothing.
    fn silence(&self, role: Role) -> CodeAlerte {
        match self.colonnes.a(role) {
            true => CodeAlerte::Absent,
            false => CodeAlerte::ColonneAbsente,
        }
    }

    fn nommer(&self, brut: &Brut, eleve: &mut LigneLue) {
        let complet = brut.dit(Role::NomComplet);
        let coupe = complet.map(noms::couper).unwrap_or_default();
        let lisible = |role| brut.dit(role).filter(|texte| !est_une_erreur(texte));
        eleve.nom = lisible(Role::Nom).map(String::from).or(coupe.nom);
        eleve.prenom = lisible(Role::Prenom).map(String::from).or(coupe.prenom);
        for (role, champ) in [
            (Role::Nom, Champ::Nom),
            (Role::Prenom, Champ::Prenom),
            (Role::NomComplet, Champ::Nom),
        ] {
            let lu = brut.dit(role).map(String::from);
            if lu.as_deref().is_some_and(est_une_erreur) {
                eleve.alerter(champ, CodeAlerte::Illisible, lu.clone(), None);
            }
            if lu.as_deref().is_some_and(est_formule) {
                eleve.alerter(champ, CodeAlerte::CelluleFormule, lu.clone(), None);
            }
            if let Some(repare) = &brut.repares[role as usize] {
                eleve.alerter(champ, CodeAlerte::AccentsAbimes, lu, repare.clone());
            }
        }
        for (role, champ) in [(Role::Nom, Champ::Nom), (Role::Prenom, Champ::Prenom)] {
            let nul = match champ {
                Champ::Nom => eleve.nom.is_none(),
                _ => eleve.prenom.is_none(),
            };
            match complet {
                Some(complet) if nul => {
                    eleve.alerter(
                        champ,
                        CodeAlerte::NomEtPrenomAVerifier,
                        Some(complet.into()),
                        None,
                    );
                }
                None if nul => eleve.alerter(champ, self.silence(role), None, None),
                _ => {}
            }
        }
        let tout_dit = eleve.nom.is_some() && eleve.prenom.is_some();
        if let Some(complet) = complet.filter(|_| tout_dit && !coupe.sure) {
            eleve.alerter(
                Champ::Nom,
                CodeAlerte::NomEtPrenomAVerifier,
                Some(complet.into()),
                None,
            );
        }
    }

    fn dater(&self, brut: &Brut, eleve: &mut LigneLue) {
        let Some(texte) = brut.dit(Role::DateNaissance) else {
            return eleve.alerter(
                Champ::DateNaissance,
                self.silence(Role::DateNaissance),
                None,
                None,
            );
        };
        let lu = Some(texte.to_string());
        match dates::forme(texte).lire(self.mois_devant, self.depot) {
            Ok((jour, marque)) => {
                let jour = date::ecrire(jour);
                if let Some(code) = marque {
                    eleve.alerter(Champ::DateNaissance, code, lu, Some(jour.clone()));
                }
                eleve.date_naissance = Some(jour);
            }
            Err((code, propose)) => {
                eleve.alerter(Champ::DateNaissance, code, lu, propose.map(date::ecrire));
            }
        }
    }

    fn classer(&self, brut: &Brut, eleve: &mut LigneLue) {
        match brut.dit(Role::Classe) {
            // The software puts there the pupils who have no class.
            Some(classe) if matches!(plier(classe).as_str(), "inactif" | "inactifs") => {
                eleve.alerter(
                    Champ::Classe,
                    CodeAlerte::DivisionInactive,
                    Some(classe.into()),
                    None,
                );
            }
            Some(classe) if est_une_erreur(classe) => {
                let lu = Some(classe.into());
                eleve.alerter(Champ::Classe, CodeAlerte::Illisible, lu, None);
            }
            Some(classe) => {
                eleve.classe = Some(classe.into());
                if est_formule(classe) {
                    eleve.alerter(
                        Champ::Classe,
                        CodeAlerte::CelluleFormule,
                        Some(classe.into()),
                        None,
                    );
                }
            }
            None => {
                let en_tete = self
                    .classe
                    .clone()
                    .filter(|_| !self.colonnes.a(Role::Classe));
                match en_tete {
                    Some(classe) => eleve.classe = Some(classe),
                    None => eleve.alerter(Champ::Classe, self.silence(Role::Classe), None, None),
                }
            }
        }
    }

    fn situer(&self, brut: &Brut, eleve: &mut LigneLue) {
        let champ = Champ::CodePostal;
        let pays = brut.dit(Role::Pays).map(|dit| (dit, postal::pays(dit)));
        if let Some((pays, lu @ (Pays::Etranger | Pays::Inconnu))) = pays {
            let code = brut.dit(Role::CodePostal).map(postal::lire);
            let (code, propose) = match (lu, code) {
                (Pays::Inconnu, Some(Ok((code, None)))) => (CodeAlerte::PaysAConfirmer, Some(code)),
                _ => (CodeAlerte::PaysEtranger, None),
            };
            if propose.is_none() {
                eleve.code_postal = Some(ETRANGER.into());
            }
            return eleve.alerter(champ, code, Some(pays.into()), propose);
        }
        let Some(texte) = brut.dit(Role::CodePostal) else {
            let Some(responsable) = brut.dit(Role::CodePostalResponsable) else {
                return eleve.alerter(champ, self.silence(Role::CodePostal), None, None);
            };
            let propose = match postal::lire(responsable) {
                Ok((code, _)) => Some(code),
                Err((_, propose)) => propose,
            };
            let code = CodeAlerte::SeuleLAdresseDuResponsable;
            return eleve.alerter(champ, code, Some(responsable.into()), propose);
        };
        let lu = Some(texte.to_string());
        match postal::lire(texte) {
            Ok((code, Some(CodeAlerte::ZeroPerdu))) => {
                let (marque, propose) = match self.autre_zero(&code) {
                    Some(autre) => (CodeAlerte::ZeroPerduAVerifier, autre),
                    None => (CodeAlerte::ZeroPerdu, code.clone()),
                };
                eleve.alerter(champ, marque, lu, Some(propose));
                eleve.code_postal = Some(code);
            }
            Ok((code, marque)) => {
                if let Some(marque) = marque {
                    eleve.alerter(champ, marque, lu, None);
                }
                eleve.code_postal = Some(code);
            }
            Err((code, propose)) => eleve.alerter(champ, code, lu, propose),
        }
    }

    /// `6000` may be `06000`, or `60000` where a zero was forgotten: the latter is likelier when the list has other
    /// codes of that département, and none of the former's.
    fn autre_zero(&self, code: &str) -> Option<String> {
        let autre = format!("{}0", code.strip_prefix('0')?);
        let connu = |code: &str| self.departements.contient(code);
        (connu(&autre) && !connu(code) && crate::codes_postaux::existe(&autre)).then_some(autre)
    }

    /// From the MEF, else the label; the name of a class only suggests.
    fn mesurer(&self, brut: &Brut, eleve: &mut LigneLue) {
        let (mef, libelle) = (brut.dit(Role::Mef), brut.dit(Role::Formation));
        let du_mef = mef.map(|mef| {
            // A column named « MEF » may hold its label.
            let lu =
                niveau::du_mef(mef).or_else(|refus| niveau::du_libelle(mef).map_err(|_| refus));
            (mef, lu)
        });
        let du_libelle = libelle.map(|libelle| (libelle, niveau::du_libelle(libelle)));
        let lu = match (du_mef, du_libelle) {
            (Some((_, Err((CodeAlerte::MefIllisible, _)))), Some((texte, Ok(niveau)))) => {
                Some((texte, Ok(niveau)))
            }
            (Some((texte, Err((code, propose)))), libelle) => {
                let du_libelle = libelle.and_then(|(_, lu)| lu.ok());
                Some((texte, Err((code, du_libelle.or(propose)))))
            }
            (Some(lu), _) => Some(lu),
            (None, libelle) => libelle,
        };
        let suggere = eleve
            .classe
            .as_deref()
            .and_then(niveau::suggere_par_la_classe);
        let propose =
            |niveau: Option<Niveau>| niveau.or(suggere).map(|niveau| niveau.id().to_string());
        let (code, texte, propose) = match lu {
            Some((texte, lu)) if self.voeux => {
                (CodeAlerte::MefDUnVoeu, Some(texte), propose(lu.ok()))
            }
            Some((_, Ok(niveau))) => {
                eleve.niveau = niveau;
                return;
            }
            Some((texte, Err((code, vise)))) => (code, Some(texte), propose(vise)),
            None => {
                let silence = match self.colonnes.a(Role::Mef) || self.colonnes.a(Role::Formation) {
                    true => CodeAlerte::Absent,
                    false => CodeAlerte::ColonneAbsente,
                };
                (silence, None, propose(None))
            }
        };
        eleve.alerter(Champ::Niveau, code, texte.map(String::from), propose);
    }

    /// What does not change what was read, and is to be known: apprentices, those who left, odd lines.
    fn marquer(&self, brut: &Brut, eleve: &mut LigneLue) {
        if let Some(statut) = brut.dit(Role::Statut) {
            let plie = plier(statut);
            if plie == "ap" || plie.starts_with("apprenti") || plie.contains("apprentissage") {
                eleve.alerter(
                    Champ::Statut,
                    CodeAlerte::StatutApprenti,
                    Some(statut.into()),
                    None,
                );
            }
        }
        if let Some(sortie) = brut.dit(Role::DateSortie).filter(|dite| !dit_rien(dite)) {
            let lue = dates::forme(sortie);
            let jour = lue.lire(false, self.depot);
            // Some exports give everybody the last day of the school year.
            if !matches!(jour, Err((CodeAlerte::DansLeFutur, _))) || matches!(lue, Forme::Refus(_))
            {
                let jour = jour.ok().map(|(jour, _)| date::ecrire(jour));
                eleve.alerter(
                    Champ::DateSortie,
                    CodeAlerte::Sorti,
                    Some(sortie.into()),
                    jour,
                );
            }
        }
        let longueur = match (brut.trop_courte, brut.trop_longue) {
            (true, _) => CodeAlerte::LigneTropCourte,
            (false, true) => CodeAlerte::LigneTropLongue,
            (false, false) => return,
        };
        eleve.alerter(Champ::Ligne, longueur, None, None);
    }
}

/// « - », « néant », « 00/00/0000 »: where there is no day to say.
fn dit_rien(texte: &str) -> bool {
    let plie = plier(texte);
    let zeros = plie.bytes().all(|octet| matches!(octet, b'0' | b' '));
    zeros || matches!(plie.as_str(), "neant" | "non" | "aucun" | "aucune" | "nc")
}

impl LigneLue {
    /// One alert at most for each thing said: the first is the one to act on.
    fn alerter(
        &mut self,
        champ: Champ,
        code: CodeAlerte,
        lu: Option<String>,
        proposition: Option<String>,
    ) {
        if self.alertes.iter().all(|alerte| alerte.champ != champ) {
            self.alertes.push(Alerte {
                champ,
                code,
                lu,
                proposition,
            });
        }
    }
}
