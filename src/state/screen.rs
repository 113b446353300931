//! What a resident can stand before. A screen is plain data: a step in the history is one of these and the visit it is of.

use navigator::{Ask, EntryId, NeedId, PlanItemId};

/// One screen of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Whom it is about; it stands in index.html.
    Asker,
    /// A question.
    Question(Question),
    /// The suggestions.
    Results,
    /// One entry's own page.
    Entry(EntryId),
    /// Everything there is, without any question.
    List(List),
    /// One trouble's own page.
    Need(NeedId),
    /// One measure's own page.
    Measure(PlanItemId),
    /// To take along: a sheet for the desk, a link, keeping it on this device.
    Take,
}

/// By what a list of everything is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The troubles, by field.
    Needs,
    /// The windows, by how their names are read.
    Windows,
    /// The town's plan.
    Plan,
}

/// A question on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// It was opened to change one answer: the answer leads straight back to the suggestions.
    pub to_change: bool,
}

impl Question {
    /// A question whose turn has come.
    pub fn new(ask: Ask) -> Self {
        Self {
            ask,
            to_change: false,
        }
    }

    /// A question that was answered before.
    pub fn to_change(ask: Ask) -> Self {
        Self {
            ask,
            to_change: true,
        }
    }
}

/// Why a visit cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This site does not serve the town.
    UnknownTown,
    /// A file did not arrive.
    NotLoaded,
    /// A file is of another version of the program, or damaged.
    Refused,
    /// The link, or what was kept on the device, says nothing that can be read.
    Link,
}
