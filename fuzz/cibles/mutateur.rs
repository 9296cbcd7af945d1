//! From one JSON document to a close one: bytes alone would hardly ever stay JSON.

use libfuzzer_sys::fuzzer_mutate;
use serde_json::Value;

/// Takes a value out, doubles it, or puts in its place another one of the same document or of
/// `mots`; one time in eight, lets libFuzzer change the bytes.
pub fn muter(
    octets: &mut [u8],
    taille: usize,
    taille_max: usize,
    graine: u32,
    mots: &[&str],
) -> usize {
    let mut hasard = Hasard(u64::from(graine) | 1 << 40);
    let document = serde_json::from_slice::<Value>(&octets[..taille]);
    let Ok(mut document) = document else {
        return fuzzer_mutate(octets, taille, taille_max);
    };
    if hasard.parmi(8) == 0 {
        return fuzzer_mutate(octets, taille, taille_max);
    }
    for _ in 0..=hasard.parmi(3) {
        let mut valeurs = Vec::new();
        recenser(&document, "", &mut valeurs);
        let (cible, _) = &valeurs[hasard.parmi(valeurs.len())];
        let nouvelle = match hasard.parmi(4) {
            0 => valeurs[hasard.parmi(valeurs.len())].1.clone(),
            1 => hasard.scalaire(),
            _ => Value::from(mots[hasard.parmi(mots.len())]),
        };
        let cible = cible.clone();
        changer(&mut document, &cible, nouvelle, &mut hasard, mots);
    }
    let texte = document.to_string();
    if texte.len() > taille_max {
        return fuzzer_mutate(octets, taille, taille_max);
    }
    octets[..texte.len()].copy_from_slice(texte.as_bytes());
    texte.len()
}

/// Every value of the document, each with its JSON pointer.
fn recenser(valeur: &Value, pointeur: &str, valeurs: &mut Vec<(String, Value)>) {
    valeurs.push((pointeur.into(), valeur.clone()));
    match valeur {
        Value::Array(elements) => {
            for (rang, element) in elements.iter().enumerate() {
                recenser(element, &format!("{pointeur}/{rang}"), valeurs);
            }
        }
        Value::Object(champs) => {
            for (nom, champ) in champs {
                let nom = nom.replace('~', "~0").replace('/', "~1");
                recenser(champ, &format!("{pointeur}/{nom}"), valeurs);
            }
        }
        _ => {}
    }
}

fn changer(document: &mut Value, cible: &str, nouvelle: Value, hasard: &mut Hasard, mots: &[&str]) {
    let Some((parent, cle)) = cible.rsplit_once('/') else {
        return;
    };
    let action = hasard.parmi(4);
    match document.pointer_mut(parent) {
        Some(Value::Array(elements)) => {
            let rang: usize = cle.parse().unwrap();
            match action {
                0 => drop(elements.remove(rang)),
                1 => elements.insert(rang, nouvelle),
                _ => elements[rang] = nouvelle,
            }
        }
        Some(Value::Object(champs)) => match action {
            0 => drop(champs.remove(&cle.replace("~1", "/").replace("~0", "~"))),
            1 => drop(champs.insert(mots[hasard.parmi(mots.len())].into(), nouvelle)),
            _ => *document.pointer_mut(cible).unwrap() = nouvelle,
        },
        _ => {}
    }
}

struct Hasard(u64);

impl Hasard {
    fn parmi(&mut self, nombre: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % nombre
    }

    fn scalaire(&mut self) -> Value {
        match self.parmi(7) {
            0 => Value::Null,
            1 => Value::from(self.parmi(2) == 0),
            2 => Value::from([0, 1, 5, 10, 30, 31, 255, -1][self.parmi(8)]),
            3 => Value::from([0.5, 1e300, 4.1e9, -0.0][self.parmi(4)]),
            4 => Value::from(self.jour()),
            5 => Value::from(format!("{:05}", self.parmi(100_000))),
            _ => Value::from(
                [
                    "",
                    "é",
                    " 59000",
                    "18-30",
                    "2023-2024",
                    "2023-02-29",
                    "0000-01-01",
                    "9999-12-31",
                ][self.parmi(8)],
            ),
        }
    }

    /// Mostly around the days on which an act starts, ends, or a brackets turns.
    fn jour(&mut self) -> String {
        let annee = [
            1900, 1940, 1963, 1992, 1993, 2000, 2004, 2006, 2020, 2021, 2022, 2023, 2024, 2025,
        ][self.parmi(14)];
        let (mois, jour) = [
            (1, 1),
            (1, 31),
            (2, 28),
            (2, 29),
            (3, 1),
            (7, 1),
            (8, 31),
            (11, 22),
            (12, 31),
        ][self.parmi(9)];
        format!("{annee}-{mois:02}-{jour:02}")
    }
}
