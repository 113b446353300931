//! From windows to cards: their order, one card a phone, and what each of the first cards brings.

use crate::catalog::KindId;
use crate::hall::{Candidate, Hall, Offer};
use crate::order::by_key;
use crate::suggest::Standing;
use crate::voice::Voices;

/// How many cards are open at first, besides those for danger.
pub const FIRST_CARDS: usize = 3;

/// The first three are as a rule among so many.
const LIKELY: usize = 4 * FIRST_CARDS;

/// A card before its words: windows are positions in the hall.
pub struct Card {
    pub window: u32,
    pub alternatives: Vec<u32>,
    pub also_reached: Vec<u32>,
    pub kinds: Vec<KindId>,
    pub standing: Standing,
    pub crisis: bool,
    pub joined_up: bool,
    /// There is a reason to tell.
    pub reasoned: bool,
    /// The candidate that it was made of.
    pub made_of: usize,
    /// Those that it took in.
    pub took_in: Vec<usize>,
}

impl Card {
    /// The same window in another role is another card: what to say there differs.
    pub fn says_same(&self, other: &Self) -> bool {
        self.window == other.window
            && self.standing == other.standing
            && self.crisis == other.crisis
            && self.kinds == other.kinds
    }
}

/// All windows that the answers lead to.
pub struct Table {
    candidates: Vec<Candidate>,
    offers: Vec<Offer>,
    order: Vec<usize>,
}

impl Table {
    /// Danger first, in the order of its lines; then the joined-up window; then by weight; then by the
    /// sheets' order.
    pub fn of(hall: &mut Hall, voices: &Voices) -> Self {
        let (candidates, offers) = hall.candidates(voices);
        let key = |&place: &usize| {
            let candidate: &Candidate = &candidates[place];
            let lightness = u64::from(u32::MAX - candidate.weight);
            match candidate.crisis {
                Some(line) => u64::from(line) << 32 | lightness,
                None => 1 << 62 | u64::from(!candidate.joined_up) << 61 | lightness,
            }
        };
        let order = by_key((0..candidates.len()).collect(), key, |&place| {
            hall.window(candidates[place].window).id.0
        });
        Self {
            candidates,
            offers,
            order,
        }
    }

    /// All cards.
    pub fn cards(&self, hall: &Hall) -> Vec<Card> {
        spread_roles(self.merged(hall, usize::MAX).0).0
    }

    /// The lines for danger and the first three others.
    pub fn first_cards(&self, hall: &Hall) -> Vec<Card> {
        let (likely, all) = self.merged(hall, LIKELY);
        let (mut cards, filled) = spread_roles(likely);
        if !all && !filled {
            cards = self.cards(hall);
        }
        let danger = cards.iter().filter(|card| card.crisis).count();
        cards.truncate(danger + FIRST_CARDS);
        cards
    }

    /// The roles of a candidate, in the order of the sheet.
    pub fn roles(&self, candidate: usize) -> impl Iterator<Item = KindId> + '_ {
        let offer = |place: u32| self.offers.get(place as usize);
        let first = offer(self.candidates[candidate].roles.0);
        std::iter::successors(first, move |this| offer(this.next?)).map(|this| this.kind)
    }

    /// The window of a candidate.
    pub fn window_of(&self, candidate: usize) -> u32 {
        self.candidates[candidate].window
    }

    /// One number is shown once: what it also reaches becomes a role of the first card with it. No more
    /// than `most` cards besides those for danger, and whether that was all.
    fn merged(&self, hall: &Hall, most: usize) -> (Vec<Card>, bool) {
        let mut cards: Vec<Card> = Vec::new();
        let mut shown_by: Vec<Option<usize>> = vec![None; hall.phones()];
        let (mut others, mut all) = (0, true);
        for &place in &self.order {
            let candidate = &self.candidates[place];
            let (mut own, mut alternatives) = (None, Vec::new());
            for window in std::iter::once(&candidate.window).chain(&candidate.alternatives) {
                let phone = hall.window(*window).phone;
                if let Some(earlier) = phone.and_then(|phone| shown_by[phone as usize]) {
                    self.take_in(&mut cards[earlier], place, *window);
                } else if own.is_none() {
                    own = Some(*window);
                } else {
                    alternatives.push(*window);
                }
            }
            let Some(window) = own else { continue };
            if candidate.crisis.is_none() {
                if others == most {
                    all = false;
                    continue;
                }
                others += 1;
            }
            for window in std::iter::once(&window).chain(&alternatives) {
                if let Some(phone) = hall.window(*window).phone {
                    shown_by[phone as usize] = Some(cards.len());
                }
            }
            cards.push(Card {
                window,
                alternatives,
                also_reached: Vec::new(),
                kinds: self.roles(place).collect(),
                standing: candidate.standing,
                crisis: candidate.crisis.is_some(),
                joined_up: candidate.joined_up,
                reasoned: candidate.reasoned,
                made_of: place,
                took_in: Vec::new(),
            });
        }
        (cards, all)
    }

    fn take_in(&self, card: &mut Card, place: usize, window: u32) {
        let candidate = &self.candidates[place];
        add(&mut card.also_reached, window);
        add(&mut card.took_in, place);
        for kind in self.roles(place) {
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

/// Each of the first cards brings a role of its own: a second window of the same role waits behind
/// them, so that one trouble does not push the other one out of sight. And whether all of them do.
fn spread_roles(mut cards: Vec<Card>) -> (Vec<Card>, bool) {
    let danger = cards.iter().take_while(|card| card.crisis).count();
    let others = cards.split_off(danger);
    let mut spread = cards;
    let mut open = FIRST_CARDS;
    let mut behind = Vec::new();
    for card in others {
        let known = |kind| spread.iter().any(|earlier| earlier.kinds.contains(kind));
        // The joined-up window leads even where a line for danger plays its role too: not all troubles
        // are the danger.
        let brings = || card.joined_up || (card.reasoned && !card.kinds.iter().all(known));
        if open > 0 && brings() {
            open -= 1;
            spread.push(card);
        } else {
            behind.push(card);
        }
    }
    spread.extend(behind);
    (spread, open == 0)
}
