//! What of an outcome stands on the page without a tap: the one source for the screen and for whoever judges or weighs it.
//!
//! All lines for danger; the cards to call first; then one row for each other window that fits, those first that bring a
//! role which nothing in sight plays yet. What only stands behind all others is never a row.

use super::cards::add;
use super::outcome::{Outcome, Suggestion, first_cards};
use crate::model::{Answers, Catalog, EntryId, KindId};

/// So many cards stand whole, besides the lines for danger and where not more than one cannot wait: «まず①、だめなら②».
pub const WHOLE_CARDS: usize = 2;
/// So many rows stand below them; the others fold.
pub const VISIBLE_ROWS: usize = 7;

/// How a row is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By a way of its own: it leads its suggestion.
    Own,
    /// By the phone of the suggestion that took it in.
    SamePhone,
    /// No way to it is known; the suggestion's phone can tell it or pass on.
    PassedOn,
    /// By asking the city hall's switchboard for this kind of desk.
    Asking(KindId),
}

/// A window in one line.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The window.
    pub entry: EntryId,
    /// The suggestion that it belongs to.
    pub of: &'a Suggestion,
    /// How it is reached.
    pub by: By,
}

/// The page of an outcome.
#[derive(Clone, Debug)]
pub struct Visible<'a> {
    /// All lines for danger, each with its windows of other parts of town.
    pub danger: Vec<&'a Suggestion>,
    /// Those to call first. Where the part of town decides and is not known, with all of its windows.
    pub cards: Vec<&'a Suggestion>,
    /// One line each.
    pub rows: Vec<Row<'a>>,
    /// What is only seen after a tap.
    pub folded: Vec<Row<'a>>,
    /// To each card whether its windows of other parts of town stand open.
    by_area: Vec<bool>,
}

impl Outcome {
    /// What stands on the page without a tap, and what folds.
    #[must_use]
    pub fn visible<'a>(&'a self, catalog: &Catalog, answers: &Answers) -> Visible<'a> {
        let marks = self.suggestions.iter().map(|s| (s.crisis, s.behind));
        let (danger, others): (Vec<_>, Vec<_>) = self.suggestions.iter().partition(|s| s.crisis);
        let first = first_cards(marks) - danger.len();
        // Beside what cannot wait, the first of the others stands whole too.
        let urgent = others.iter().take_while(|card| card.urgent).count();
        let (cards, rest) = others.split_at(first.min(WHOLE_CARDS.max(urgent + 1)));
        let mut offered: Vec<(usize, Row)> = Vec::new();
        for line in &danger {
            offer_roles(&mut offered, line, 1);
        }
        for (place, card) in cards.iter().enumerate() {
            offer_roles(&mut offered, card, place + 1);
        }
        for (place, one) in rest.iter().enumerate() {
            offer_all(&mut offered, catalog, one, cards.len() + place);
        }
        offered.sort_by_key(|&(place, _)| place);
        let by_area = cards.iter().map(|card| card.is_by_area(catalog, answers));
        let mut visible = Visible {
            by_area: by_area.collect(),
            cards: cards.to_vec(),
            danger,
            rows: Vec::new(),
            folded: Vec::new(),
        };
        // The cards that asking is about are in sight, whatever they bring.
        let must_show = &rest[..first - cards.len()];
        let marked = mark(catalog, &visible, &offered, must_show);
        for (shown, (_, row)) in marked.into_iter().zip(offered) {
            let rows = if shown {
                &mut visible.rows
            } else {
                &mut visible.folded
            };
            rows.push(row);
        }
        visible
    }
}

/// Which of the rows on offer are in sight: those that must be, then those that bring a role, then those
/// that have a way of their own, then the first of the others.
fn mark(
    catalog: &Catalog,
    visible: &Visible,
    offered: &[(usize, Row)],
    must_show: &[&Suggestion],
) -> Vec<bool> {
    let mut known = visible.kinds(catalog);
    let mut marked = vec![false; offered.len()];
    let mut left = VISIBLE_ROWS;
    for round in 0..4 {
        for (place, (_, row)) in offered.iter().enumerate() {
            if marked[place] || left == 0 || row.of.behind {
                continue;
            }
            let brings = row.kinds(catalog).iter().any(|kind| !known.contains(kind));
            let leads = row.by != By::SamePhone && row.by != By::PassedOn;
            let wanted = match round {
                0 => leads && must_show.contains(&row.of),
                1 => brings,
                2 => leads,
                _ => true,
            };
            if wanted {
                marked[place] = true;
                left -= 1;
                for kind in row.kinds(catalog) {
                    add(&mut known, kind);
                }
            }
        }
    }
    marked
}

/// A suggestion that is no card: itself, what its switchboard is asked for, and what else its phone reaches.
fn offer_all<'a>(
    offered: &mut Vec<(usize, Row<'a>)>,
    catalog: &Catalog,
    of: &'a Suggestion,
    place: usize,
) {
    let hall = catalog.town.switchboard;
    if of.asks.is_empty() || of.entry != hall {
        offer(offered, of, place, of.entry, By::Own);
    }
    for (number, asks) in of.asks.iter().enumerate() {
        offer(offered, of, place + number, hall, By::Asking(asks.kind));
    }
    offer_roles(offered, of, place + 1);
}

/// What else a suggestion's phone reaches: the further back it stands there, the later it comes.
fn offer_roles<'a>(offered: &mut Vec<(usize, Row<'a>)>, of: &'a Suggestion, place: usize) {
    let same = of.same_phone.iter().map(|&id| (id, By::SamePhone));
    let passed_on = of.passed_on.iter().map(|&id| (id, By::PassedOn));
    for (number, (entry, by)) in same.chain(passed_on).enumerate() {
        offer(offered, of, place + number, entry, by);
    }
}

/// One row, unless it is there.
fn offer<'a>(
    offered: &mut Vec<(usize, Row<'a>)>,
    of: &'a Suggestion,
    place: usize,
    entry: EntryId,
    by: By,
) {
    let row = Row { entry, of, by };
    if !offered.iter().any(|(_, other)| other.is_same(&row)) {
        offered.push((place, row));
    }
}

impl Row<'_> {
    fn is_same(&self, other: &Self) -> bool {
        let asks = |row: &Self| match row.by {
            By::Asking(kind) => Some(kind),
            _ => None,
        };
        self.entry == other.entry && asks(self) == asks(other)
    }

    /// The roles for which it is offered.
    #[must_use]
    pub fn kinds(&self, catalog: &Catalog) -> Vec<KindId> {
        match self.by {
            By::Own => of_lead(catalog, self.of),
            By::Asking(kind) => vec![kind],
            By::SamePhone | By::PassedOn => {
                let played = |kind: &KindId| catalog.entry(self.entry).kinds.contains(kind);
                self.of.kinds.iter().copied().filter(played).collect()
            }
        }
    }
}

/// The roles of a suggestion's own window: what it plays, and what it stands in for. What only another window of the same
/// phone plays is that one's.
fn of_lead(catalog: &Catalog, of: &Suggestion) -> Vec<KindId> {
    let plays = |entry: EntryId, kind: KindId| catalog.entry(entry).kinds.contains(&kind);
    let is_own = |&kind: &KindId| {
        let mut others = of.same_phone.iter().chain(&of.passed_on);
        plays(of.entry, kind) || !others.any(|&other| plays(other, kind))
    };
    of.kinds.iter().copied().filter(is_own).collect()
}

impl Visible<'_> {
    /// Every window that is in sight, in the order of the page.
    #[must_use]
    pub fn entries(&self) -> Vec<EntryId> {
        let mut entries = Vec::new();
        for line in &self.danger {
            entries.extend(line.windows());
        }
        for (card, &open) in self.cards.iter().zip(&self.by_area) {
            entries.push(card.entry);
            entries.extend(card.alternatives.iter().filter(|_| open));
        }
        entries.extend(self.rows.iter().map(|row| row.entry));
        entries
    }

    /// The roles that are in sight.
    #[must_use]
    pub fn kinds(&self, catalog: &Catalog) -> Vec<KindId> {
        let mut kinds = Vec::new();
        let whole = self.danger.iter().chain(&self.cards);
        let whole = whole.flat_map(|of| of_lead(catalog, of));
        for kind in whole.chain(self.rows.iter().flat_map(|row| row.kinds(catalog))) {
            add(&mut kinds, kind);
        }
        kinds
    }
}
