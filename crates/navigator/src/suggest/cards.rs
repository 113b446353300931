//! From windows to cards: their order, one card a phone, and what each of the first cards brings.

use super::candidates::{Candidate, Offered};
use super::demand::Demands;
use super::outcome::{FIRST_CARDS, Standing, first_cards};
use super::shortlist::{Shortlist, Window};
use crate::model::{Form, KindId};

/// Among so many windows the first cards are, as a rule.
const LIKELY: usize = 8 * FIRST_CARDS;

/// A card before its words: windows are positions in the shortlist.
pub struct Card {
    /// The one to show, those of other parts of town, and branches.
    pub windows: Vec<u32>,
    pub kinds: Vec<KindId>,
    pub standing: Standing,
    pub crisis: bool,
    /// Cannot wait, and is no line for danger.
    pub urgent: bool,
    pub joined_up: bool,
    /// There is a reason to tell.
    pub reasoned: bool,
    /// A switchboard that only abuse leads to: behind all others.
    pub behind: bool,
    /// The candidate that it was made of.
    pub made_of: usize,
    /// Those that it took in, and by which of their windows.
    pub took_in: Vec<(usize, u32)>,
}

impl Card {
    /// The window to show.
    pub fn window(&self) -> u32 {
        self.windows[0]
    }

    /// The same window for another kind is another card: what to say there differs.
    pub fn says_same(&self, other: &Self) -> bool {
        self.window() == other.window()
            && self.standing == other.standing
            && self.crisis == other.crisis
            && self.urgent == other.urgent
            && self.kinds == other.kinds
    }
}

/// All windows that the answers lead to.
pub struct Table<'s, 'c> {
    pub shortlist: &'s Shortlist<'c>,
    offered: Offered,
    /// Speaking is not safe, or not possible.
    silent: bool,
}

/// The freshness of a row decides before its place in the sheets, which has room below this bit.
const SHEET_BITS: u32 = 28;

/// What decides the order of a candidate, and its position.
type Key = (u64, u32, usize);

/// Cards on the table.
struct Dealt {
    cards: Vec<Card>,
    /// To each phone of the shortlist the card that shows it.
    shown_by: Vec<Option<u32>>,
    /// To each group of branches the card that tells them apart.
    told_apart_by: Vec<Option<u32>>,
}

impl<'s, 'c> Table<'s, 'c> {
    /// Lays out what these demands lead to.
    pub fn of(shortlist: &'s mut Shortlist<'c>, demands: &Demands) -> Self {
        let offered = Offered::of(shortlist, demands);
        Self {
            shortlist,
            offered,
            silent: demands.silent,
        }
    }

    /// All cards.
    pub fn cards(&self) -> Vec<Card> {
        let mut dealt = self.no_cards();
        let all = (0..self.count()).map(|place| self.key(place));
        self.deal(&mut dealt, all.collect(), true);
        spread_kinds(&mut dealt.cards);
        self.let_desks_lead(&mut dealt.cards);
        dealt.cards
    }

    /// The lines for danger and the first three others. As a rule only the likeliest windows are put in
    /// order for it, and those that they share a phone with.
    pub fn first_cards(&self) -> Vec<Card> {
        let likeliest = self.likeliest();
        let last = likeliest.last().copied();
        let mut dealt = self.no_cards();
        self.deal(&mut dealt, likeliest, true);
        let later = (0..self.count()).map(|place| self.key(place));
        let later = later.filter(|&key| Some(key) > last);
        let reached = later.filter(|&(.., place)| self.reaches(&dealt, place));
        let reached = reached.collect();
        self.deal(&mut dealt, reached, false);
        let filled = spread_kinds(&mut dealt.cards);
        self.let_desks_lead(&mut dealt.cards);
        let mut cards = dealt.cards;
        let in_danger = |(.., place): Key| self.candidate(place).crisis.is_some();
        if self.count() > LIKELY && (!filled || last.is_some_and(in_danger)) {
            cards = self.cards();
        }
        let marks = cards.iter().map(|card| (card.crisis, card.behind));
        cards.truncate(first_cards(marks));
        cards
    }

    /// True if a candidate adds to a card that lies there.
    fn reaches(&self, dealt: &Dealt, place: usize) -> bool {
        let mut phones = self
            .windows(place)
            .filter_map(|window| self.shortlist.window(window).phone);
        phones.any(|phone| dealt.shown_by[phone as usize].is_some())
            || self.told_apart_by(dealt, place).is_some()
    }

    /// The group of branches that a candidate is offered in, by the main role of all of them. Lines for danger are told
    /// one by one, since each has its own hours.
    fn branch(&self, place: usize) -> Option<u32> {
        let candidate = self.candidate(place);
        if candidate.crisis.is_some() {
            return None;
        }
        let window = self.shortlist.window(candidate.window);
        let main = *self.shortlist.catalog.entry(window.id).kinds.first()?;
        let mut kinds = self.kinds(place);
        window.branch.filter(|_| kinds.any(|kind| kind == main))
    }

    /// The card that tells it apart from other branches.
    fn told_apart_by(&self, dealt: &Dealt, place: usize) -> Option<usize> {
        let card = dealt.told_apart_by[self.branch(place)? as usize]?;
        Some(card as usize)
    }

    /// Where several windows share a switchboard, a desk that was asked for gives the card its name rather than the city
    /// hall as such. If that is asked for what the town has no desk for, only a desk of its own role does.
    fn let_desks_lead(&self, cards: &mut [Card]) {
        let hall = self.shortlist.catalog.town.switchboard;
        for card in cards {
            let made_of = self.candidate(card.made_of);
            let window = self.shortlist.window(card.window());
            let is_hall = window.id == hall && window.by_switchboard;
            let last_resort = |&(place, _): &(usize, u32)| self.candidate(place).last_resort;
            if !is_hall {
                continue;
            }
            let asked = made_of.last_resort || card.took_in.iter().any(last_resort);
            let desks = card.took_in.iter();
            let desks = desks.filter(|&&(place, window)| self.is_desk(place, window, asked));
            let surest = desks.min_by_key(|&&(place, _)| self.candidate(place).standing);
            if let Some(&(_, desk)) = surest {
                card.windows[0] = desk;
            }
        }
    }

    /// A desk with a main role that was asked for: another one than the city hall's, unless that is asked itself; or the
    /// same one at a window of its own.
    fn is_desk(&self, place: usize, window: u32, hall_is_asked: bool) -> bool {
        let catalog = self.shortlist.catalog;
        let window = self.shortlist.window(window);
        let entry = catalog.entry(window.id);
        let hall = catalog.entry(catalog.town.switchboard);
        let fits = if entry.kinds.first() == hall.kinds.first() {
            entry.form == Form::Window
        } else {
            entry.form != Form::Facility && !hall_is_asked
        };
        window.passed_on_by.is_none()
            && fits
            && self.candidate(place).reasoned
            && self
                .kinds(place)
                .any(|kind| entry.kinds.first() == Some(&kind))
    }

    /// The kinds that a candidate is offered for, in the order of the sheet.
    pub fn kinds(&self, candidate: usize) -> impl Iterator<Item = KindId> + '_ {
        self.offered.kinds(candidate)
    }

    /// Its window.
    pub fn window_of(&self, candidate: usize) -> u32 {
        self.candidate(candidate).window
    }

    fn candidate(&self, candidate: usize) -> &Candidate {
        &self.offered.candidates[candidate]
    }

    fn count(&self) -> usize {
        self.offered.candidates.len()
    }

    /// Its window, and those of other parts of town.
    fn windows(&self, candidate: usize) -> impl Iterator<Item = u32> + '_ {
        let candidate = self.candidate(candidate);
        let alternatives = candidate.alternatives.iter().copied();
        std::iter::once(candidate.window).chain(alternatives)
    }

    /// Danger first, in the order of its lines; then what cannot wait, whoever answers the phone directly before a
    /// switchboard; in both, what needs no voice leads whoever cannot speak. Then the joined-up window; then by weight; then
    /// by how long ago somebody looked it up; then by the sheets' order.
    fn key(&self, place: usize) -> Key {
        let candidate = self.candidate(place);
        let lightness = u64::from(u32::MAX - candidate.weight);
        let window = self.shortlist.window(candidate.window);
        let voice = u64::from(self.silent && self.needs_a_voice(candidate.window));
        let first = match (candidate.crisis, candidate.urgent) {
            (Some(line), _) => voice << 48 | u64::from(line) << 32 | lightness,
            (None, Some(line)) => {
                let direct = self.silent || window.answers_itself();
                let later = voice << 48 | u64::from(!direct) << 60;
                1 << 61 | later | u64::from(line) << 32 | lightness
            }
            (None, None) => {
                let behind = u64::from(candidate.behind) << 63;
                behind | 1 << 62 | u64::from(!candidate.joined_up) << 61 | lightness
            }
        };
        let order = (window.freshness as u32) << SHEET_BITS | window.id.0;
        (first, order, place)
    }

    fn needs_a_voice(&self, window: u32) -> bool {
        let entry = self.shortlist.window(window).id;
        let channels = &self.shortlist.catalog.entry(entry).channels;
        channels.needs_a_voice()
    }

    /// The first of all, as many as will hold the first cards, as a rule.
    fn likeliest(&self) -> Vec<Key> {
        let mut first: Vec<Key> = Vec::with_capacity(LIKELY + 1);
        for place in 0..self.count() {
            let key = self.key(place);
            if first.len() < LIKELY || first.last() > Some(&key) {
                first.insert(first.partition_point(|&other| other < key), key);
                first.truncate(LIKELY);
            }
        }
        first
    }

    fn no_cards(&self) -> Dealt {
        Dealt {
            cards: Vec::new(),
            shown_by: vec![None; self.shortlist.phones()],
            told_apart_by: vec![None; self.shortlist.branches()],
        }
    }

    /// One number is shown once: what it also reaches is told on the first card with it, and so is what it can pass on to.
    /// Branches are told apart on one card. What no card shows yet becomes a card of its own, or is left out.
    fn deal(&self, dealt: &mut Dealt, mut keys: Vec<Key>, own_cards: bool) {
        keys.sort_unstable();
        for (.., place) in keys {
            let (mut own, mut passed_on) = (Vec::new(), Vec::new());
            for window in self.windows(place) {
                let Window {
                    phone,
                    passed_on_by,
                    ..
                } = *self.shortlist.window(window);
                if let Some(earlier) = phone.and_then(|phone| dealt.shown_by[phone as usize]) {
                    self.take_in(&mut dealt.cards[earlier as usize], place, window);
                } else if let Some(card) = self.told_apart_by(dealt, place) {
                    dealt.cards[card].windows.push(window);
                    self.take_in(&mut dealt.cards[card], place, window);
                    self.mark_shown(dealt, window, card);
                } else if own_cards {
                    passed_on.extend(passed_on_by.map(|_| (place, window)));
                    add(&mut own, passed_on_by.unwrap_or(window));
                }
            }
            if !own.is_empty() {
                self.lay(dealt, place, own, passed_on);
            }
        }
    }

    /// A new card of these windows.
    fn lay(&self, dealt: &mut Dealt, place: usize, own: Vec<u32>, took_in: Vec<(usize, u32)>) {
        let candidate = self.candidate(place);
        for &window in &own {
            self.mark_shown(dealt, window, dealt.cards.len());
        }
        if let Some(branch) = self.branch(place) {
            dealt.told_apart_by[branch as usize] = u32::try_from(dealt.cards.len()).ok();
        }
        dealt.cards.push(Card {
            windows: own,
            kinds: self.kinds(place).collect(),
            standing: candidate.standing,
            crisis: candidate.crisis.is_some(),
            urgent: candidate.urgent.is_some() && candidate.crisis.is_none(),
            joined_up: candidate.joined_up,
            reasoned: candidate.reasoned,
            behind: candidate.behind,
            made_of: place,
            took_in,
        });
    }

    fn mark_shown(&self, dealt: &mut Dealt, window: u32, card: usize) {
        if let Some(phone) = self.shortlist.window(window).phone {
            dealt.shown_by[phone as usize] = u32::try_from(card).ok();
        }
    }

    fn take_in(&self, card: &mut Card, place: usize, window: u32) {
        let candidate = self.candidate(place);
        card.took_in.push((place, window));
        for kind in self.kinds(place) {
            add(&mut card.kinds, kind);
        }
        card.standing = card.standing.min(candidate.standing);
        card.joined_up |= candidate.joined_up;
        card.reasoned |= candidate.reasoned;
    }
}

/// Puts an item behind the others unless it is there.
pub fn add<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}

/// Each of the first cards brings a kind of its own: a second window of the same kind waits behind
/// them, so that one trouble does not push the other one out of sight. True if all of them do.
fn spread_kinds(cards: &mut Vec<Card>) -> bool {
    let mut first = cards.iter().take_while(|card| card.crisis).count();
    let filled = first + FIRST_CARDS;
    let mut place = first;
    while first < filled && place < cards.len() {
        let card = &cards[place];
        let known = |kind| {
            let mut earlier = cards[..first].iter();
            earlier.any(|earlier| earlier.kinds.contains(kind))
        };
        // The joined-up window leads even where a line for danger is one of its windows too: not all troubles
        // are the danger.
        let asked_for = card.reasoned && !card.behind;
        let leads = card.urgent || card.joined_up;
        if leads || (asked_for && !card.kinds.iter().all(known)) {
            let card = cards.remove(place);
            cards.insert(first, card);
            first += 1;
        }
        place += 1;
    }
    first == filled
}
