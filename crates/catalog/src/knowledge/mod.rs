//! What is true in every town: kinds, needs, questions, rules, and the lines of country and prefectures. Each sheet is
//! read with what the sheets before it say.

mod fields;
mod lines;
mod needs;
mod questions;
mod rules;
mod words;

pub use fields::{FIELDS, FieldRow};
pub use lines::{LINES, Reach};
pub use needs::NeedRow;
pub use questions::QUESTIONS;
pub use rules::RULES;
pub use words::{UnusedWord, WORDS};

use needs::Needs;
use rules::Rules;

use crate::condition::Vocabulary;
use crate::entry::{EntryRow, Known, KnownSources, NamedHours, Numbers, StaleNumbers};
use crate::fault::Faults;
use crate::kinds::Kinds;
use crate::sheets::{Place, Seen};
use crate::short::ShortNumbers;
use crate::sources::Sources;
use navigator::{Expr, KindId};
use std::collections::HashSet;

/// Everything under `catalog/knowledge`, read and checked in itself.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Window kinds, without conditions and entries.
    pub kinds: Kinds,
    /// Fields of trouble in the order in which they are shown.
    pub fields: Seen<Vec<FieldRow>>,
    /// Troubles.
    pub needs: Seen<Vec<NeedRow>>,
    /// Questions.
    pub questions: Vec<navigator::Question>,
    /// The row of `questions.toml` with each question's condition.
    pub question_rows: Vec<usize>,
    /// Rules.
    pub rules: Seen<Vec<navigator::Rule>>,
    /// The row of `rules.toml` in which each begins.
    pub rule_rows: Vec<usize>,
    /// When a kind can help, by kind.
    pub fits: Vec<Expr>,
    /// Kinds that can hear somebody where a kind is missing, by kind.
    pub instead: Vec<Vec<KindId>>,
    /// Kinds offered to everybody at the end.
    pub fallback: Vec<KindId>,
    /// The joined-up window's kind.
    pub joined_up: Option<KindId>,
    /// Ids of lines that stand on every page.
    pub always: Vec<String>,
    /// The row of `rules.toml` in which they stand.
    pub always_row: usize,
    /// Lines of prefectures and the country, with where they serve.
    pub lines: Seen<Vec<(Reach, EntryRow)>>,
    /// The kinds that a need or a rule speaks for, or that are offered to everybody.
    pub spoken: Seen<HashSet<KindId>>,
    /// Numbers that must not be used, and the short ones that there are.
    pub numbers: Numbers,
    /// Publications that facts come from.
    pub sources: KnownSources,
    /// Words that no resident is given to read.
    pub unused_words: Vec<UnusedWord>,
    /// What conditions may name.
    pub vocabulary: Vocabulary,
}

impl Knowledge {
    /// The kind of this id.
    pub fn kind_of(&self, id: &str) -> Option<KindId> {
        let place = self.kinds.iter().position(|kind| kind.id == id)?;
        u16::try_from(place).ok().map(KindId)
    }

    /// Reads all of it, noting every fault.
    pub fn read(sources: &Sources, faults: &mut Faults) -> Self {
        let kinds = Kinds::read(sources, faults);
        let fields = fields::read(sources, faults);
        let needs = needs::read(sources, &kinds, &fields, faults);
        let asked = questions::read_texts(sources, faults);
        let vocabulary = Vocabulary {
            needs: needs
                .rows
                .map(|needs| needs.iter().map(NeedRow::word).collect()),
            questions: asked.map(|asked| questions::words(asked)),
        };
        let questions = questions::read(&asked, &vocabulary, faults);
        let rules = rules::read(sources, &kinds, &vocabulary, faults);
        let known_sources = KnownSources::none().and_of("knowledge", sources, faults);
        let read = Self {
            fields,
            spoken: spoken(&kinds, &needs, &rules),
            needs: needs.rows,
            questions,
            question_rows: asked.iter().map(|one| one.condition_row).collect(),
            numbers: read_numbers(sources, (&kinds, &known_sources), faults),
            sources: known_sources,
            unused_words: words::read(sources, faults),
            vocabulary,
            kinds,
            ..Self::of_rules(&rules)
        };
        // Last, with all that they name.
        let lines = lines::read(
            sources,
            &read.known(&NamedHours::none(), &read.sources),
            faults,
        );
        Self { lines, ..read }
    }

    /// What the rules alone say.
    fn of_rules(rules: &Seen<Rules>) -> Self {
        Self {
            rule_rows: rules.rows.clone(),
            fits: rules.fits.clone(),
            instead: rules.instead.clone(),
            fallback: rules.fallback.clone(),
            joined_up: rules.joined_up,
            always: rules.always.clone(),
            always_row: rules.always_row,
            rules: rules.map(|rules| rules.rules.clone()),
            ..Self::default()
        }
    }

    /// True if every condition of the rules could be read, with all that it names.
    #[must_use]
    pub fn are_conditions_whole(&self, faults: &Faults) -> bool {
        let words = &self.vocabulary;
        let named = words.needs.whole().is_some() && words.questions.whole().is_some();
        let are_read = self.kinds.are_whole() && self.rules.whole().is_some();
        named && are_read && !faults.are_of(RULES)
    }

    /// What an entry may name.
    pub fn known<'k>(&'k self, hours: &'k NamedHours, sources: &'k KnownSources) -> Known<'k> {
        Known {
            kinds: &self.kinds,
            vocabulary: &self.vocabulary,
            numbers: &self.numbers,
            hours,
            sources,
        }
    }
}

/// What is known of numbers before any row is read.
fn read_numbers(
    sources: &Sources,
    (kinds, known): (&Kinds, &KnownSources),
    faults: &mut Faults,
) -> Numbers {
    let publications = |place: Place, cell: &str, faults: &mut Faults| {
        let named = known.named(place, cell, faults);
        named.into_iter().map(|source| source.id).collect()
    };
    Numbers {
        stale: StaleNumbers::read(sources, faults),
        short: ShortNumbers::read(sources, (kinds, &publications), faults),
    }
}

/// Who does not know all kinds, needs and rules does not know that a kind is never spoken for.
fn spoken(kinds: &Kinds, needs: &Needs, rules: &Seen<Rules>) -> Seen<HashSet<KindId>> {
    let of_rules = rules.rules.iter();
    let of_rules = of_rules.flat_map(|rule| rule.first.iter().chain(&rule.also));
    let spoken = needs.kinds.iter().chain(of_rules).chain(&rules.fallback);
    let spoken = spoken.copied().collect();
    let all = (needs.kinds.whole(), rules.whole());
    match all {
        (Some(_), Some(_)) if kinds.are_whole() => Seen::all(spoken),
        _ => Seen::part(spoken),
    }
}
