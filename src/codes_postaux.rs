//! Which postal codes exist in France (source and format: `scripts/codes-postaux.mjs`).

const TABLE: &str = include_str!("reglements/codes-postaux.txt");

/// Where the line of each département begins.
const DEBUTS: [u16; 99] = {
    let mut debuts = [TABLE.len() as u16; 99];
    let (mut octet, mut ligne) = (0, 1);
    debuts[0] = 0;
    while octet < TABLE.len() && ligne < debuts.len() {
        if TABLE.as_bytes()[octet] == b'\n' {
            debuts[ligne] = octet as u16 + 1;
            ligne += 1;
        }
        octet += 1;
    }
    debuts
};

/// True when a commune of France uses this code. A CEDEX is not in the table.
pub fn existe(code: &str) -> bool {
    let (Some(Ok(ligne)), Some(Ok(reste))) = (
        code.get(..2).map(str::parse::<usize>),
        code.get(2..5).map(str::parse::<i32>),
    ) else {
        return false;
    };
    let mut position = -10;
    let debut = DEBUTS
        .get(ligne)
        .map_or(TABLE.len(), |debut| usize::from(*debut));
    for pas in TABLE.bytes().skip(debut).take_while(|pas| *pas != b'\n') {
        if pas == b'.' {
            position += 20;
            continue;
        }
        position += i32::from(pas - b'a') + 1;
        if position >= reste {
            break;
        }
    }
    position == reste
}
