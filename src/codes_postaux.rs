//! Which postal codes exist in France (source and format: `scripts/codes-postaux.mjs`).

const TABLE: &str = include_str!("reglements/codes-postaux.txt");

/// True when a commune of France uses this code. A CEDEX is not in the table.
///
/// ```
/// use pass_numerique::codes_postaux::existe;
/// assert!(existe("59000"));
/// assert!(!existe("59999"));
/// ```
pub fn existe(code: &str) -> bool {
    let (Some(Ok(ligne)), Some(Ok(reste))) = (
        code.get(..2).map(str::parse::<usize>),
        code.get(2..5).map(str::parse::<i32>),
    ) else {
        return false;
    };
    let mut position = -10;
    for pas in TABLE.lines().nth(ligne).unwrap_or_default().bytes() {
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
