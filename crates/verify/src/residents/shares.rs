//! What the residents see, counted over all of them and by who asks, and who is served worst. Only residents whose file names
//! what must be visible, or whether it is urgent, count for that.

use super::met::Visit;
use serde::Serialize;

/// So many of those who are served worst are named.
const NAMED: usize = 10;

/// Counts over the residents of one asker, or over all.
#[derive(Clone, Debug, Serialize)]
pub struct Shares {
    /// `self`, `family`, `supporter`; `all` for everybody.
    pub asker: String,
    /// How many residents.
    pub residents: usize,
    /// Needs that the lines for danger or the first cards meet.
    pub first: Share,
    /// Needs that are met without a tap.
    pub visible: Share,
    /// Needs that are met somewhere on the page.
    pub on_page: Share,
    /// Residents all of whose needs are met without a tap.
    pub whole: Share,
    /// Residents in danger or in haste who meet a sign of it.
    pub noticed: Share,
    /// Residents who are neither, and are alarmed.
    pub alarmed: Share,
    /// Half are asked no more than this.
    pub questions_median: usize,
    /// 95 of 100 are asked no more than this.
    pub questions_p95: usize,
    /// Nobody is asked more than this.
    pub questions_most: usize,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

/// One of those who are served worst.
#[derive(Clone, Debug, Serialize)]
pub struct Worst {
    /// The resident's name.
    pub name: String,
    /// Who asks.
    pub asker: String,
    /// What nothing meets without a tap.
    pub missing: Vec<String>,
    /// How many needs the file names.
    pub needs: usize,
}

impl Share {
    fn of(of: usize, count: usize) -> Self {
        Self { count, of }
    }

    fn words(self) -> String {
        let hundredths = (self.count * 100 + self.of / 2)
            .checked_div(self.of)
            .map_or("―".to_owned(), |share| format!("{share}%"));
        format!("{}/{}（{hundredths}）", self.count, self.of)
    }
}

impl Shares {
    /// For everybody, then for each asker.
    pub fn of_all(visits: &[Visit]) -> Vec<Self> {
        let by_asker = |asker: &str| {
            let of = |visit: &&Visit| asker == "all" || visit.asker == asker;
            Self::of(asker, &visits.iter().filter(of).collect::<Vec<_>>())
        };
        ["all", "self", "family", "supporter"].map(by_asker).into()
    }

    fn of(asker: &str, visits: &[&Visit]) -> Self {
        let sum = |count: &dyn Fn(&Visit) -> usize| visits.iter().map(|one| count(one)).sum();
        let needs: usize = sum(&|one| one.seen.needs);
        let told: Vec<_> = visits.iter().filter(|one| one.seen.needs > 0).collect();
        let whole = told.iter().filter(|one| one.seen.missing.is_empty());
        let alarmed = |right: bool| {
            let meant: Vec<_> = visits.iter().filter(|v| v.alarm == Some(right)).collect();
            Share::of(meant.len(), meant.iter().filter(|v| v.seen.alarmed).count())
        };
        let asked = || visits.iter().copied();
        Self {
            asker: asker.to_owned(),
            residents: visits.len(),
            first: Share::of(needs, sum(&|one| one.seen.first)),
            visible: Share::of(needs, needs - sum(&|one| one.seen.missing.len())),
            on_page: Share::of(needs, sum(&|one| one.seen.on_page)),
            whole: Share::of(told.len(), whole.count()),
            noticed: alarmed(true),
            alarmed: alarmed(false),
            questions_median: percentile(asked(), 50),
            questions_p95: percentile(asked(), 95),
            questions_most: percentile(asked(), 100),
        }
    }

    /// As lines for people.
    pub fn words(&self) -> String {
        let asker = match self.asker.as_str() {
            "self" => "本人",
            "family" => "家族",
            "supporter" => "支える人",
            _ => "全員",
        };
        format!(
            "{asker}（{}人） 要る窓口: 先頭の3枚に {}、開かずに見える {}、どこかにある {}\n    \
             全部が開かずに見える人 {}、急ぐと分かった人 {}、急がないのに急がせた人 {}\n    \
             質問の数: まん中 {}、95%の人は {} まで、いちばん多い人 {}\n",
            self.residents,
            self.first.words(),
            self.visible.words(),
            self.on_page.words(),
            self.whole.words(),
            self.noticed.words(),
            self.alarmed.words(),
            self.questions_median,
            self.questions_p95,
            self.questions_most,
        )
    }
}

impl Worst {
    /// As a line for people.
    pub fn words(&self) -> String {
        let missing = self.missing.join("、");
        format!(
            "見えない窓口の多い人: {}（{}のうち {missing}）\n",
            self.name, self.needs
        )
    }
}

/// Those with the most needs that nothing meets without a tap; by their order where it is the same.
pub fn worst(visits: &[Visit]) -> Vec<Worst> {
    let missed = |visit: &&Visit| !visit.seen.missing.is_empty();
    let mut missed: Vec<&Visit> = visits.iter().filter(missed).collect();
    missed.sort_by_key(|visit| std::cmp::Reverse(visit.seen.missing.len()));
    let named = missed.into_iter().take(NAMED);
    let named = named.map(|visit| Worst {
        name: visit.name.clone(),
        asker: visit.asker.clone(),
        missing: visit.seen.missing.clone(),
        needs: visit.seen.needs,
    });
    named.collect()
}

/// The number of questions under which this many hundredths of the visits lie (nearest rank); 0 of none.
pub fn percentile<'v>(visits: impl Iterator<Item = &'v Visit>, hundredths: usize) -> usize {
    let mut counts: Vec<usize> = visits.map(|visit| visit.asked.len()).collect();
    counts.sort_unstable();
    let rank = (counts.len() * hundredths).div_ceil(100).max(1);
    counts.get(rank - 1).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::met::Seen;
    use super::*;

    fn visit(asker: &str, alarm: Option<bool>, needs: usize, missing: &[&str]) -> Visit {
        Visit {
            file: String::new(),
            row: 0,
            name: format!("{asker}{}", missing.len()),
            town: String::new(),
            asker: asker.to_owned(),
            alarm,
            seen: Seen {
                needs,
                first: 0,
                missing: missing.iter().map(|&id| id.to_owned()).collect(),
                on_page: needs,
                alarmed: alarm == Some(true),
            },
            passed: true,
            failures: Vec::new(),
            asked: Vec::new(),
        }
    }

    #[test]
    fn who_names_no_need_is_neither_served_nor_missed() {
        let visits = [
            visit("self", None, 0, &[]),
            visit("self", None, 2, &["food"]),
            visit("family", None, 1, &[]),
        ];
        let shares = Shares::of_all(&visits);
        assert_eq!(shares[0].whole, Share { count: 1, of: 2 });
        assert_eq!(shares[0].visible, Share { count: 2, of: 3 });
        assert_eq!(shares[2].whole, Share { count: 1, of: 1 });
    }

    #[test]
    fn only_who_is_said_to_be_calm_can_be_alarmed_falsely() {
        let visits = [Some(true), Some(false), None].map(|alarm| visit("self", alarm, 0, &[]));
        let shares = Shares::of_all(&visits);
        assert_eq!(shares[0].noticed, Share { count: 1, of: 1 });
        assert_eq!(shares[0].alarmed, Share { count: 0, of: 1 });
    }

    #[test]
    fn the_worst_come_first_and_who_misses_nothing_is_not_among_them() {
        let visits = [
            visit("self", None, 3, &["food"]),
            visit("self", None, 1, &[]),
            visit("family", None, 3, &["food", "seiho"]),
        ];
        let names = worst(&visits).into_iter().map(|one| one.name);
        assert_eq!(names.collect::<Vec<_>>(), ["family2", "self1"]);
    }
}
