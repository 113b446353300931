//! What is true in every town: kinds, needs, questions, rules, and the lines of country and prefectures. Each sheet is
//! read with what the sheets before it say.

mod fields;
mod lines;
mod needs;
mod questions;
mod rules;

pub use lines::Reach;
pub use needs::NeedRow;

use crate::condition::Vocabulary;
use crate::entry::{EntryRow, Known, NamedHours, StaleNumbers};
use crate::fault::Faults;
use crate::kinds::{KINDS, Kinds};
use crate::sources::Sources;
use navigator::{Expr, KindId};

/// Everything under `catalog/knowledge`, read and checked in itself.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Window kinds, without conditions and entries.
    pub kinds: Kinds,
    /// Fields of trouble in the order in which they are shown: the name in the sheets, and the one that
    /// residents read.
    pub fields: Vec<(String, String)>,
    /// Troubles.
    pub needs: Vec<NeedRow>,
    /// Questions.
    pub questions: Vec<navigator::Question>,
    /// The row of `questions.toml` with each question's condition.
    pub question_rows: Vec<usize>,
    /// Rules.
    pub rules: Vec<navigator::Rule>,
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
    /// Lines of prefectures and the country, with where they serve.
    pub lines: Vec<(Reach, EntryRow)>,
    /// Numbers that must not be used.
    pub stale_numbers: StaleNumbers,
    /// What conditions may name.
    pub vocabulary: Vocabulary,
}

impl Knowledge {
    /// Reads all of it, noting every fault.
    pub fn read(sources: &Sources, faults: &mut Faults) -> Self {
        let kinds = Kinds::read(sources, faults);
        let fields = fields::read(sources, faults);
        let needs = needs::read(sources, &kinds, &fields, faults);
        let asked = questions::read_texts(sources, faults);
        let vocabulary = Vocabulary {
            needs: needs.iter().map(NeedRow::word).collect(),
            questions: questions::words(&asked),
        };
        let question_rows = asked
            .iter()
            .map(|question| question.condition_row)
            .collect();
        let questions = questions::read(asked, &vocabulary, faults);
        let rules = rules::read(sources, &kinds, &vocabulary, faults);
        // Before the lines: their numbers are compared with these.
        let stale_numbers = StaleNumbers::read(sources, faults);
        let known = Known {
            kinds: &kinds,
            vocabulary: &vocabulary,
            stale_numbers: &stale_numbers,
            hours: &NamedHours::default(),
        };
        let lines = lines::read(sources, &known, faults);
        rules.always.check(&lines, faults);
        Self {
            fields,
            needs,
            questions,
            question_rows,
            rules: rules.rules,
            fits: rules.fits,
            instead: rules.instead,
            fallback: rules.fallback,
            joined_up: rules.joined_up,
            always: rules.always.ids,
            lines,
            stale_numbers,
            vocabulary,
            kinds,
        }
    }

    /// True if a sheet that says what speaks for a kind could not be read.
    #[must_use]
    pub fn is_part_lost(&self, faults: &Faults) -> bool {
        [KINDS, needs::NEEDS, rules::RULES, lines::LINES]
            .iter()
            .any(|sheet| faults.is_lost(sheet))
    }

    /// What an entry may name.
    pub fn known<'k>(&'k self, hours: &'k NamedHours) -> Known<'k> {
        Known {
            kinds: &self.kinds,
            vocabulary: &self.vocabulary,
            stale_numbers: &self.stale_numbers,
            hours,
        }
    }
}
