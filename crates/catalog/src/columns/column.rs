//! One column: how it is described. Holds no rule.

/// A column of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// What staff write there.
    pub note: &'static str,
    /// What stands in its cells.
    pub sort: Sort,
    /// No row does without it.
    pub needed: bool,
    /// A sheet may do without the column.
    pub may_lack: bool,
    /// How many values a form offers room for; more than one are joined with 「;」.
    pub most: usize,
}

/// What stands in the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Words, as they are.
    Text,
    /// Half-width signs: an id, an address.
    Code,
    /// A telephone number.
    Phone,
    /// A day: 2026-07-27.
    Day,
    /// A day, a month or a year: 2026-07-27, 2026-07, 2026.
    Date,
    /// Degrees with a fraction.
    Degrees,
    /// One of these words.
    Words(&'static [&'static str]),
    /// Ids of other rows.
    Ids(Names),
}

/// Whose ids a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Kinds of windows.
    Kinds,
    /// Publications, the town's own and everybody's.
    Sources,
    /// Rows of the plan.
    Plan,
    /// The town's windows.
    Entries,
    /// Headings of the same sheet.
    Headings,
}

impl Column {
    /// Words, as they are.
    pub(super) const fn text(heading: &'static str, note: &'static str) -> Self {
        Self {
            heading,
            note,
            sort: Sort::Text,
            needed: false,
            may_lack: false,
            most: 1,
        }
    }

    pub(super) const fn of(self, sort: Sort) -> Self {
        Self { sort, ..self }
    }

    pub(super) const fn code(self) -> Self {
        self.of(Sort::Code)
    }

    pub(super) const fn day(self) -> Self {
        self.of(Sort::Day)
    }

    pub(super) const fn words(self, words: &'static [&'static str]) -> Self {
        self.of(Sort::Words(words))
    }

    pub(super) const fn ids(self, names: Names) -> Self {
        self.of(Sort::Ids(names))
    }

    pub(super) const fn needed(self) -> Self {
        Self {
            needed: true,
            ..self
        }
    }

    pub(super) const fn may_lack(self) -> Self {
        Self {
            may_lack: true,
            ..self
        }
    }

    pub(super) const fn up_to(self, most: usize) -> Self {
        Self { most, ..self }
    }
}

/// The words of a list in which each has its meaning beside it.
pub(super) const fn words_of<C: Copy, const N: usize>(
    list: &[(&'static str, C); N],
) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = list[at].0;
        at += 1;
    }
    words
}
