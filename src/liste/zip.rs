//! From the bytes of an archive to its files, one at a time, each inflated into a place of its declared size.

use super::remarques::{OCTETS_DEPLIES, Refus};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What the format says of one file.
struct Entree<'a> {
    nom: &'a [u8],
    chiffree: bool,
    methode: u16,
    taille: usize,
    depliee: usize,
    /// Where its own header begins.
    debut: usize,
}

/// An archive whose table of contents was read.
pub(super) struct Archive<'a> {
    octets: &'a [u8],
    entrees: Vec<Entree<'a>>,
}

/// Deflate makes nothing more than 1,032 times smaller: a file that says more lies.
const RAPPORT: usize = 1040;

/// A workbook has some tens of files.
const FICHIERS: usize = 4096;

impl<'a> Archive<'a> {
    /// Reads the table of contents, at the end of the archive.
    ///
    /// # Errors
    /// The archive is cut or damaged.
    pub fn ouvrir(octets: &'a [u8]) -> Result<Self, Refus> {
        const FIN: &[u8] = b"PK\x05\x06";
        // The end may be followed by a comment of 65,535 bytes.
        let depart = octets.len().saturating_sub(22 + 65_535);
        let queue = &octets[depart..];
        let fin = queue.windows(4).rposition(|quatre| quatre == FIN);
        let fin = depart + fin.ok_or(Refus::ArchiveAbimee)?;
        let nombre = usize::from(u16_a(octets, fin + 10)?);
        let mut position = u32_a(octets, fin + 16)?;
        let mut entrees = Vec::new();
        for _ in 0..nombre.min(FICHIERS) {
            let nom_long = usize::from(u16_a(octets, position + 28)?);
            let suites = usize::from(u16_a(octets, position + 30)?)
                + usize::from(u16_a(octets, position + 32)?);
            entrees.push(Entree {
                nom: tranche(octets, position + 46, nom_long)?,
                chiffree: u16_a(octets, position + 8)? & 1 == 1,
                methode: u16_a(octets, position + 10)?,
                taille: u32_a(octets, position + 20)?,
                depliee: u32_a(octets, position + 24)?,
                debut: u32_a(octets, position + 42)?,
            });
            position += 46 + nom_long + suites;
        }
        Ok(Archive { octets, entrees })
    }

    /// True when a file has this name.
    pub fn contient(&self, nom: &str) -> bool {
        self.entrees
            .iter()
            .any(|entree| entree.nom == nom.as_bytes())
    }

    /// True when the name of a file begins so.
    pub fn contient_sous(&self, debut: &str) -> bool {
        self.entrees
            .iter()
            .any(|entree| entree.nom.starts_with(debut.as_bytes()))
    }

    /// True when a password protects one of the files.
    pub fn est_chiffree(&self) -> bool {
        self.entrees.iter().any(|entree| entree.chiffree)
    }

    /// The first file whose name ends so, in either case; those that a Mac adds are not looked at.
    pub fn qui_finit_par(&self, fins: &[&str]) -> Option<Result<Vec<u8>, Refus>> {
        let trouve = fins.iter().find_map(|fin| {
            self.entrees.iter().find(|entree| {
                let nom = entree.nom.to_ascii_lowercase();
                nom.ends_with(fin.as_bytes()) && !nom.starts_with(b"__macosx/")
            })
        });
        trouve.map(|entree| self.deplier(entree))
    }

    /// A file, inflated; nothing when the archive has none of this name.
    pub fn fichier(&self, nom: &str) -> Option<Result<Vec<u8>, Refus>> {
        let trouve = self
            .entrees
            .iter()
            .find(|entree| entree.nom == nom.as_bytes());
        trouve.map(|entree| self.deplier(entree))
    }

    fn deplier(&self, entree: &Entree) -> Result<Vec<u8>, Refus> {
        if entree.chiffree {
            return Err(Refus::Chiffre);
        }
        if entree.depliee > OCTETS_DEPLIES {
            return Err(Refus::TropGros);
        }
        // The names of the local header may be longer than those of the table.
        let noms = usize::from(u16_a(self.octets, entree.debut + 26)?);
        let suites = usize::from(u16_a(self.octets, entree.debut + 28)?);
        let serre = tranche(
            self.octets,
            entree.debut + 30 + noms + suites,
            entree.taille,
        )?;
        match entree.methode {
            0 => Ok(serre.to_vec()),
            8 if entree.depliee / RAPPORT > serre.len() => Err(Refus::ArchiveAbimee),
            8 => {
                let mut deplie = vec![0; entree.depliee];
                let mut etat = Box::<DecompressorOxide>::default();
                let (statut, _, ecrits) = decompress(
                    &mut etat,
                    serre,
                    &mut deplie,
                    0,
                    TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
                );
                match statut == TINFLStatus::Done && ecrits == entree.depliee {
                    true => Ok(deplie),
                    false => Err(Refus::ArchiveAbimee),
                }
            }
            _ => Err(Refus::Archive),
        }
    }
}

fn tranche(octets: &[u8], debut: usize, longueur: usize) -> Result<&[u8], Refus> {
    let fin = debut.checked_add(longueur).ok_or(Refus::ArchiveAbimee)?;
    octets.get(debut..fin).ok_or(Refus::ArchiveAbimee)
}

fn u16_a(octets: &[u8], position: usize) -> Result<u16, Refus> {
    let deux = tranche(octets, position, 2)?;
    Ok(u16::from_le_bytes([deux[0], deux[1]]))
}

/// Sizes and places of four bytes; an archive that needs more is larger than what is read.
fn u32_a(octets: &[u8], position: usize) -> Result<usize, Refus> {
    let quatre = tranche(octets, position, 4)?;
    let nombre = u32::from_le_bytes([quatre[0], quatre[1], quatre[2], quatre[3]]);
    usize::try_from(nombre).map_err(|_| Refus::TropGros)
}
