//! What a règlement names: its refusals, its cautions.

use super::{Reglement, Sinon};

impl Reglement {
    /// A condition for everybody says where one must live.
    pub(crate) fn demande_un_domicile(&self) -> bool {
        self.conditions.iter().any(|c| c.si.lit_le_domicile())
    }

    fn issues(&self) -> impl Iterator<Item = &Sinon> {
        let des_titres = self.titres.iter().flat_map(|t| &t.conditions);
        des_titres.chain(&self.conditions).map(|c| &c.sinon)
    }

    pub(crate) fn refus(&self) -> impl Iterator<Item = &str> {
        let des_conditions = self.issues().filter_map(|sinon| match sinon {
            Sinon::Refus(id) => Some(id.as_str()),
            Sinon::Reserve(_) => None,
        });
        des_conditions.chain(self.echeances.iter().filter_map(|e| e.refus.as_deref()))
    }

    pub(crate) fn toutes_les_reserves(&self) -> impl Iterator<Item = &str> {
        let lectures = &self.lectures;
        let des_jours = [
            &lectures.jour,
            &lectures.anniversaire,
            &lectures.dernier_jour,
            &self.periode.reserve,
            &self.periode.reserve_de_fin,
        ];
        let des_conditions = self.issues().filter_map(|sinon| match sinon {
            Sinon::Reserve(id) => Some(id.as_str()),
            Sinon::Refus(_) => None,
        });
        des_jours
            .into_iter()
            .filter_map(|r| r.as_ref().map(|nom| nom.as_str()))
            .chain(des_conditions)
            .chain(self.attenuations.iter().map(|a| a.reserve.as_str()))
            .chain(self.reserves.iter().map(|r| r.id.as_str()))
    }
}
