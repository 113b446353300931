//! Who is asking, and what is worded for each.

use serde::{Deserialize, Serialize};

/// Who is asking: the words of every question change with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Asker {
    /// 本人: for oneself.
    #[default]
    Myself,
    /// 家族: for somebody of the family.
    Family,
    /// 支える人: a neighbour, a teacher, a carer, somebody at a desk.
    Supporter,
}

impl Asker {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Myself, Self::Family, Self::Supporter];

    /// The id in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Myself => "self",
            Self::Family => "family",
            Self::Supporter => "supporter",
        }
    }
}

/// The same sentence for each asker; empty ones fall back to the first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerAsker {
    /// For oneself.
    pub myself: String,
    /// For family.
    pub family: String,
    /// For supporters.
    pub supporter: String,
}

impl PerAsker {
    /// The sentence for this asker.
    #[must_use]
    pub fn to(&self, asker: Asker) -> &str {
        let own = match asker {
            Asker::Myself => &self.myself,
            Asker::Family => &self.family,
            Asker::Supporter => &self.supporter,
        };
        if own.is_empty() { &self.myself } else { own }
    }

    /// What is written, for whichever asker: nothing that only falls back.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        let all = [&self.myself, &self.family, &self.supporter];
        all.into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }
}
