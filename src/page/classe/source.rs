//! The list as it came: kept only while somebody checks how it was read.

use crate::date::Jour;
use crate::liste::{self, Colonne, Liste, Options, Role};

/// The bytes of a list, and how they were read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Wiped when they are no longer needed: columns without a role are in there.
    octets: Option<Vec<u8>>,
    /// Bytes of the file.
    pub taille: usize,
    /// Name of the file; none of what was pasted.
    pub nom: Option<String>,
    /// Roles that somebody chose, by column.
    roles: Option<Vec<Option<Role>>>,
    /// What was read, without the pupils.
    pub lue: Liste,
}

impl Source {
    /// Reads a list; gives its pupils apart.
    ///
    /// # Errors
    /// Why nothing can be read, in a sentence.
    pub fn lire(
        octets: Vec<u8>,
        nom: Option<String>,
        depot: Jour,
    ) -> Result<(Self, Vec<liste::LigneLue>), String> {
        let mut lue = liste::lire(&octets, &Options::du(depot));
        if let Some(faute) = lue.fautes.first() {
            return Err(faute.message.clone());
        }
        let lignes = std::mem::take(&mut lue.lignes);
        let source = Source {
            taille: octets.len(),
            octets: Some(octets),
            nom,
            roles: None,
            lue,
        };
        Ok((source, lignes))
    }

    /// Reads again, for another day or with other roles; nothing once the bytes are forgotten.
    ///
    /// A reading without a single pupil keeps the columns, so that another choice can mend it.
    pub fn relire(&mut self, depot: Jour) -> Option<Vec<liste::LigneLue>> {
        let octets = self.octets.as_ref()?;
        let options = Options {
            depot,
            roles: self.roles.clone(),
        };
        let mut lue = liste::lire(octets, &options);
        let lignes = std::mem::take(&mut lue.lignes);
        if lue.colonnes.is_empty() {
            let lie = |colonne: Colonne, role: &Option<Role>| Colonne {
                role: *role,
                exemples: Vec::new(),
                ..colonne
            };
            let roles = self.roles.clone().unwrap_or_default();
            let colonnes = std::mem::take(&mut self.lue.colonnes).into_iter();
            lue.colonnes = colonnes.zip(&roles).map(|(c, r)| lie(c, r)).collect();
        }
        self.lue = lue;
        Some(lignes)
    }

    /// Gives this role to a column, or takes it away from all.
    pub fn lier(&mut self, role: Role, colonne: Option<usize>) {
        let mut roles: Vec<Option<Role>> = self.lue.colonnes.iter().map(|c| c.role).collect();
        for autre in roles.iter_mut().filter(|autre| **autre == Some(role)) {
            *autre = None;
        }
        if let Some(place) = colonne.and_then(|rang| roles.get_mut(rang)) {
            *place = Some(role);
        }
        self.roles = Some(roles);
    }

    /// The column of a role, by its rank.
    pub fn colonne(&self, role: Role) -> Option<usize> {
        self.lue.colonnes.iter().position(|c| c.role == Some(role))
    }

    /// False once the bytes are wiped.
    pub fn relisible(&self) -> bool {
        self.octets.is_some()
    }

    /// Wipes what was not read, and the name of the file.
    pub fn oublier(&mut self) {
        self.octets = None;
        self.lue.colonnes.clear();
    }
}
