//! After « tout effacer »: what was freed still holds names, until something else is written there.

use core::arch::wasm32::memory_size;

/// From large holes to small ones: the sizes of what a list leaves behind.
const TAILLES: [usize; 9] = [1 << 20, 1 << 16, 1 << 14, 1 << 12, 1 << 10, 256, 96, 40, 12];

/// Fills what is free in the memory of the module with zeros, then gives it back.
pub fn effacer_la_memoire_libre() {
    let mut blocs: Vec<Vec<u8>> = Vec::with_capacity(1 << 16);
    for taille in TAILLES {
        let pages = memory_size(0);
        // Once the memory had to grow, no hole of that size is left.
        loop {
            let bloc = vec![0; taille];
            let plein = memory_size(0) > pages;
            blocs.push(bloc);
            if plein {
                break;
            }
        }
    }
}
