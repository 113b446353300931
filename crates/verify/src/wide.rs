//! Rows that are offered to more people than they are for, and troubles that lead far away first: nothing here is a fault,
//! and all of it is worth a look. And how many cards a resident sees.

use navigator::{
    Answer, Answers, Catalog, Day, Expr, KindId, Level, NeedId, Outcome, Via, suggest,
};
use serde::Serialize;

/// For more troubles than this a row without a condition is named, unless somebody asks for another number.
pub const MOST: usize = 20;

/// What there is to see in one town.
#[derive(Debug, Serialize)]
pub struct Wide {
    /// The town's id.
    pub town: String,
    /// For more troubles than this a row is named.
    pub most: usize,
    /// What one trouble alone leads to, on average over all of them.
    pub average: Average,
    /// Rows without a condition that are offered for more troubles, the widest first.
    pub entries: Vec<Offered>,
    /// Troubles whose first card is not the town's, though a desk of the town that answers itself was asked for.
    pub far_first: Vec<Far>,
}

/// Cards of one trouble, in hundredths.
#[derive(Debug, Serialize)]
pub struct Average {
    /// All cards.
    pub cards: usize,
    /// Those whose first window has no phone.
    pub without_phone: usize,
    /// Rows without a way that stand on another one's card.
    pub passed_on: usize,
}

/// A row and for how many troubles it is offered.
#[derive(Debug, Serialize)]
pub struct Offered {
    /// The row's id.
    pub entry: String,
    /// Its name.
    pub name: String,
    /// How many troubles name one of its kinds.
    pub needs: usize,
}

/// A trouble that leads far away first.
#[derive(Debug, Serialize)]
pub struct Far {
    /// The trouble's id.
    pub need: String,
    /// What it leads to first.
    pub first: String,
    /// The desk of the town.
    pub desk: String,
}

/// Asks for each trouble alone, on this day.
#[must_use]
pub fn wide(catalog: &Catalog, today: Day, most: usize) -> Wide {
    let outcomes: Vec<(NeedId, Outcome)> = catalog
        .need_ids()
        .map(|need| {
            let mut answers = Answers::default();
            answers.needs = Answer::Chosen(std::iter::once(need).collect());
            (need, suggest(catalog, &answers, today))
        })
        .collect();
    Wide {
        town: catalog.town.id.clone(),
        most,
        average: average(catalog, &outcomes),
        entries: entries(catalog, most),
        far_first: outcomes
            .iter()
            .filter_map(|(need, outcome)| far(catalog, *need, outcome))
            .collect(),
    }
}

fn average(catalog: &Catalog, outcomes: &[(NeedId, Outcome)]) -> Average {
    let cards = outcomes
        .iter()
        .flat_map(|(_, outcome)| &outcome.suggestions);
    let (mut all, mut without_phone, mut passed_on) = (0, 0, 0);
    for card in cards {
        all += 100;
        passed_on += 100 * card.passed_on.len();
        if catalog.entry(card.entry).channels.phone.is_empty() {
            without_phone += 100;
        }
    }
    let of = |sum: usize| sum / outcomes.len().max(1);
    Average {
        cards: of(all),
        without_phone: of(without_phone),
        passed_on: of(passed_on),
    }
}

/// Rows without a condition that are offered for more troubles than `most`, the widest first.
#[must_use]
pub fn entries(catalog: &Catalog, most: usize) -> Vec<Offered> {
    let plays = |kind: &KindId, id| catalog.kind(*kind).entries.contains(&id);
    let unbound = catalog
        .entry_ids()
        .filter(|&id| catalog.entry(id).fits == Expr::Always);
    let mut entries: Vec<Offered> = unbound
        .map(|id| {
            let needs = catalog.needs.iter();
            let needs = needs.filter(|need| {
                let mut kinds = need.first.iter().chain(&need.also);
                kinds.any(|kind| plays(kind, id))
            });
            Offered {
                entry: catalog.entry(id).id.clone(),
                name: catalog.entry(id).name.clone(),
                needs: needs.count(),
            }
        })
        .filter(|one| one.needs > most)
        .collect();
    entries.sort_by_key(|one| std::cmp::Reverse(one.needs));
    entries
}

/// Lines for danger lead wherever they are.
fn far(catalog: &Catalog, need: NeedId, outcome: &Outcome) -> Option<Far> {
    let first = outcome.suggestions.first().filter(|card| !card.crisis)?;
    let kinds = &catalog.need(need).first;
    let desk = outcome.suggestions.iter().find(|card| {
        let entry = catalog.entry(card.entry);
        entry.level == Level::Town
            && entry.via == Via::Direct
            && !entry.channels.phone.is_empty()
            && card.kinds.iter().any(|kind| kinds.contains(kind))
    })?;
    let far = catalog.entry(first.entry).level != Level::Town;
    far.then(|| Far {
        need: catalog.need(need).id.clone(),
        first: catalog.entry(first.entry).id.clone(),
        desk: catalog.entry(desk.entry).id.clone(),
    })
}

impl Offered {
    /// For staff: for how many troubles, and which row.
    #[must_use]
    pub fn words(&self) -> String {
        format!("{} 件　{}「{}」", self.needs, self.entry, self.name)
    }
}

impl Wide {
    /// For staff.
    #[must_use]
    pub fn words(&self) -> String {
        let tenths = |hundredths: usize| format!("{}.{}", hundredths / 100, hundredths % 100 / 10);
        let average = &self.average;
        let mut lines = vec![
            format!(
                "{}: 困りごと1つの案内は、平均 {} 枚（うち電話のないもの {} 枚）。ほかのカードで、つなぎ方を聞く窓口 {} か所",
                self.town,
                tenths(average.cards),
                tenths(average.without_phone),
                tenths(average.passed_on),
            ),
            format!(
                "条件がなく、{}より多い困りごとに出る窓口: {}",
                self.most,
                self.entries.len()
            ),
        ];
        let entries = self.entries.iter();
        lines.extend(entries.map(|one| format!("  {}", one.words())));
        let count = self.far_first.len();
        lines.push(format!(
            "町に直通の窓口があるのに、都県や全国の窓口が先に出る困りごと: {count}"
        ));
        let far = self.far_first.iter();
        lines.extend(far.map(|one| format!("  {}　{}（町: {}）", one.need, one.first, one.desk)));
        lines.iter().map(|line| format!("{line}\n")).collect()
    }
}
