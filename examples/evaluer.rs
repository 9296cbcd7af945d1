//! JSON Lines of demandes on standard input, one Bilan or `{"erreur": …}` a line on standard output.
//!
//! ```sh
//! echo '{"dateDepot":"2023-05-10","reponses":{}}' | cargo run --quiet --example evaluer
//! ```

use pass_numerique::{Catalogue, evaluer_json};
use std::io::{self, BufRead, BufWriter, Write};

fn main() -> io::Result<()> {
    let catalogue = Catalogue::integre();
    let mut sortie = BufWriter::new(io::stdout().lock());
    for ligne in io::stdin().lock().lines() {
        let ligne = ligne?;
        // An empty line is no demande: skipping it keeps a trailing newline harmless.
        if ligne.trim().is_empty() {
            continue;
        }
        let reponse = match evaluer_json(&catalogue, &ligne) {
            Ok(bilan) => serde_json::to_string(&bilan)?,
            Err(erreur) => serde_json::json!({ "erreur": erreur.to_string() }).to_string(),
        };
        writeln!(sortie, "{reponse}")?;
        sortie.flush()?;
    }
    Ok(())
}
