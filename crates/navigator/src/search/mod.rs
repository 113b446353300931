//! One search in a person's own words over troubles, windows and measures: a word, a whole sentence, kana, a slip of the
//! finger. On the device; nothing is kept of what was typed.
//!
//! It never alarms by chance: what is about danger is found by its own words, and not because an ending is alike.

mod fold;
mod index;

use crate::logic::Truth;
use crate::model::{
    Answer, Answers, Catalog, Day, Entry, EntryId, NeedId, NeedSet, PlanItemId, PlanLevel, RuleSort,
};
use crate::order::by_key;
use index::{Hit, Index, Words};

/// A page that a text leads to, beside the troubles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A window or service.
    Entry(EntryId),
    /// A measure of the plan.
    Measure(PlanItemId),
}

/// What a text speaks of, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Troubles.
    pub needs: Vec<NeedId>,
    /// Windows and measures.
    pub places: Vec<Place>,
    /// They are meant rather than the troubles.
    pub places_first: bool,
    /// A trouble in which somebody may be in danger, named by its own words.
    pub danger: Option<NeedId>,
}

/// How many rows are found at most, of both sorts.
const ROWS: usize = 8;
/// How many rows each sort has for itself.
const NEEDS: usize = 5;
/// What is so much less alike than the best is noise.
const NOISE: u32 = 9;
/// A window is aside of what is meant if it is so much less alike than the best trouble.
const ASIDE: u32 = 7;

/// The search over one catalog. It is built once, and then asked at every letter.
pub struct Search {
    needs: Index,
    dangers: NeedSet,
    places: Index,
    shown: Vec<(Place, bool)>,
}

impl Search {
    /// The search over all troubles, over the windows that are shown on this day, and over the measures.
    #[must_use]
    pub fn of(catalog: &Catalog, today: Day) -> Self {
        let dangers = dangers(catalog);
        let shown = shown(catalog, today);
        Self {
            needs: Index::of(&needs_words(catalog, &dangers)),
            places: Index::of(&places_words(catalog, &shown)),
            dangers,
            shown,
        }
    }

    /// What a text speaks of.
    #[must_use]
    pub fn found(&self, text: &str) -> Found {
        let needs = self.needs_like(text);
        let mut places = self.places_like(text);
        let danger = needs
            .iter()
            .filter(|hit| hit.own)
            .map(need_of)
            .find(|&id| self.dangers.has(id));
        let score = |hits: &[Hit]| hits.first().map_or(0, |hit| hit.score);
        let (best_need, best_place) = (score(&needs), score(&places));
        // Beside a line for danger nothing stands that is only a little alike.
        places.retain(|hit| hit.score >= best_need / ASIDE && (hit.sure || danger.is_none()));
        let places_first = best_place > best_need;
        let of_needs = if places_first { ROWS - NEEDS } else { NEEDS };
        let of_needs = needs
            .len()
            .min(of_needs.max(ROWS.saturating_sub(places.len())));
        Found {
            danger,
            places: places
                .iter()
                .take(ROWS - of_needs)
                .filter_map(|hit| self.place_of(hit))
                .collect(),
            needs: needs.iter().take(of_needs).map(need_of).collect(),
            places_first,
        }
    }

    /// Troubles that a text speaks of, best first.
    #[must_use]
    pub fn needs(&self, text: &str, limit: usize) -> Vec<NeedId> {
        let hits = self.needs_like(text);
        hits.iter().take(limit).map(need_of).collect()
    }

    /// Windows and services by their names, by what they are for and by what they say of themselves, best first.
    #[must_use]
    pub fn windows(&self, text: &str, limit: usize) -> Vec<EntryId> {
        let hits = self.places_like(text);
        let windows = hits.iter().filter_map(|hit| match self.place_of(hit)? {
            Place::Entry(id) => Some(id),
            Place::Measure(_) => None,
        });
        windows.take(limit).collect()
    }

    fn needs_like(&self, text: &str) -> Vec<Hit> {
        best(self.needs.hits(text), |hit| self.dangers.has(need_of(hit)))
    }

    fn places_like(&self, text: &str) -> Vec<Hit> {
        let is_danger = |hit: &Hit| self.shown.get(hit.thing as usize).is_some_and(|one| one.1);
        best(self.places.hits(text), is_danger)
    }

    fn place_of(&self, hit: &Hit) -> Option<Place> {
        self.shown.get(hit.thing as usize).map(|one| one.0)
    }
}

/// The best first, without noise, and without what would alarm by chance.
fn best(mut hits: Vec<Hit>, is_danger: impl Fn(&Hit) -> bool) -> Vec<Hit> {
    hits.retain(|hit| hit.sure || !is_danger(hit));
    let highest = hits.iter().map(|hit| hit.score).max().unwrap_or(0);
    hits.retain(|hit| hit.sure || hit.score >= highest / NOISE);
    by_key(hits, |hit| u64::from(u32::MAX - hit.score), |_| 0)
}

fn need_of(hit: &Hit) -> NeedId {
    NeedId(u16::try_from(hit.thing).unwrap_or(u16::MAX))
}

/// The troubles that are danger, whatever else is said.
fn dangers(catalog: &Catalog) -> NeedSet {
    let is_danger = |&id: &NeedId| {
        let mut needs = NeedSet::default();
        needs.insert(id);
        let mut answers = Answers::default();
        answers.needs = Answer::Chosen(needs);
        catalog.rules.iter().any(|rule| {
            matches!(rule.sort, RuleSort::Crisis { .. })
                && rule.when.read(catalog, &answers) == Truth::Yes
        })
    };
    catalog.need_ids().filter(is_danger).collect()
}

fn needs_words<'a>(catalog: &'a Catalog, dangers: &NeedSet) -> Vec<Words<'a>> {
    let mut words = Vec::new();
    for id in catalog.need_ids() {
        let need = catalog.need(id);
        let is_danger = dangers.has(id);
        let mut put = |text: &'a str| {
            let own = is_danger && !is_said_of_others(catalog, dangers, text);
            let thing = u32::from(id.0);
            words.push(Words {
                thing,
                text,
                weight: 4,
                own,
            });
        };
        for said in need.text.written() {
            said.split(ends_a_saying as fn(char) -> bool)
                .for_each(&mut put);
        }
        put(&need.plain);
        for word in &need.search {
            put(word);
        }
    }
    words
}

/// Other troubles, in which nobody is in danger, have the word too.
fn is_said_of_others(catalog: &Catalog, dangers: &NeedSet, word: &str) -> bool {
    catalog.need_ids().any(|id| {
        let mut words = catalog.need(id).search.iter();
        !dangers.has(id) && words.any(|other| other == word)
    })
}

/// What stands between two sayings; half a sentence is none.
fn ends_a_saying(c: char) -> bool {
    matches!(c, '・' | '。')
}

/// What stands between the parts of a name.
fn is_between(c: char) -> bool {
    matches!(c, '・' | '。' | '、' | '（' | '）')
}

/// The windows that are shown on this day, then the measures; and which of them are lines for danger.
fn shown(catalog: &Catalog, today: Day) -> Vec<(Place, bool)> {
    let entries = catalog
        .entry_ids()
        .filter(|&id| catalog.entry(id).is_valid_on(today));
    let entries = entries.map(|id| {
        let main = catalog.entry(id).kinds.first();
        (
            Place::Entry(id),
            main.is_some_and(|&kind| catalog.kind(kind).direct),
        )
    });
    let measures = (0..).map(PlanItemId).zip(&catalog.plan);
    let measures = measures.filter(|(_, item)| item.level == PlanLevel::Measure);
    entries
        .chain(measures.map(|(id, _)| (Place::Measure(id), false)))
        .collect()
}

fn places_words<'a>(catalog: &'a Catalog, shown: &[(Place, bool)]) -> Vec<Words<'a>> {
    let mut words = Vec::new();
    for (thing, &(place, _)) in (0..).zip(shown) {
        let mut put = |text: &'a str, weight| {
            words.push(Words {
                thing,
                text,
                weight,
                own: false,
            });
        };
        match place {
            Place::Entry(id) => entry_words(catalog, catalog.entry(id), &mut put),
            Place::Measure(id) => put(&catalog.plan[id.index()].name, 3),
        }
    }
    words
}

fn entry_words<'a>(catalog: &'a Catalog, entry: &'a Entry, put: &mut dyn FnMut(&'a str, u32)) {
    for name in [&*entry.plain, &*entry.name] {
        put(name, 4);
        for part in name.split(is_between as fn(char) -> bool) {
            if part.len() < name.len() {
                put(part, 3);
            }
        }
    }
    put(&entry.reading, 4);
    if let Some(name) = entry.plain.strip_prefix(&*catalog.town.name) {
        put(name, 4);
    }
    for &kind in entry.kinds.iter().take(2) {
        put(&catalog.kind(kind).plain, 2);
    }
    put(&entry.what, 1);
}

/// Whom to call where nothing is found: who hears anything, or else the city hall's switchboard.
#[must_use]
pub fn who_hears_anything(catalog: &Catalog, today: Day) -> EntryId {
    let joined_up = catalog.kinds.get(catalog.joined_up.index());
    let mut windows = joined_up.into_iter().flat_map(|kind| kind.entries.iter());
    let answers = |&&id: &&EntryId| {
        let entry = catalog.entry(id);
        entry.is_valid_on(today) && !entry.channels.phone.is_empty()
    };
    windows
        .find(answers)
        .copied()
        .unwrap_or(catalog.town.switchboard)
}

/// Troubles that the text speaks of, best first, at most `limit`: for whoever asks once.
#[must_use]
pub fn search_needs(catalog: &Catalog, text: &str, limit: usize) -> Vec<NeedId> {
    let dangers = dangers(catalog);
    let needs = Index::of(&needs_words(catalog, &dangers));
    let hits = best(needs.hits(text), |hit| dangers.has(need_of(hit)));
    hits.iter().take(limit).map(need_of).collect()
}
