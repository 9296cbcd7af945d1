//! Sets of small numbers, as bits: what is missing, ticked, refused, asked for.

/// How many things of one kind may be numbered; the lint says when a catalogue has more.
pub const TAILLE: usize = 64;

/// A set of numbers below [`TAILLE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ensemble(u64);

impl Ensemble {
    /// This number alone; none when it is out of the table, as what was never numbered is.
    pub fn de(rang: u8) -> Self {
        Ensemble(1_u64.checked_shl(rang.into()).unwrap_or(0))
    }

    /// True when it holds nothing.
    pub fn est_vide(self) -> bool {
        self.0 == 0
    }

    /// True when the number is in it.
    pub fn contient(self, rang: u8) -> bool {
        self.rencontre(Self::de(rang))
    }

    /// True when the two have a number in common.
    pub fn rencontre(self, autre: Self) -> bool {
        self.0 & autre.0 != 0
    }

    /// Adds all that the other holds.
    pub fn joindre(&mut self, autre: Self) {
        self.0 |= autre.0;
    }

    /// What the two have in common.
    pub fn et(self, autre: Self) -> Self {
        Ensemble(self.0 & autre.0)
    }

    /// What the other does not hold.
    pub fn sans(self, autre: Self) -> Self {
        Ensemble(self.0 & !autre.0)
    }

    /// Each number, the smallest first.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        let mut reste = self.0;
        std::iter::from_fn(move || {
            let rang = (reste != 0).then(|| reste.trailing_zeros() as u8)?;
            reste &= reste - 1;
            Some(rang)
        })
    }
}

impl FromIterator<u8> for Ensemble {
    fn from_iter<I: IntoIterator<Item = u8>>(rangs: I) -> Self {
        rangs.into_iter().fold(Self::default(), |mut tous, rang| {
            tous.joindre(Self::de(rang));
            tous
        })
    }
}
