//! What is true in every town: troubles, questions, kinds and rules.

use super::asker::PerAsker;
use super::entry::Entry;
use super::expr::Expr;
use super::holidays::Holidays;
use super::ids::{EntryId, KindId, NeedId};
use super::source::Source;
use serde::{Deserialize, Serialize};

/// What is true in every town, worded as the country writes it.
///
/// A file of its own, which all towns share ([`crate::write_knowledge`]); with a town's own part it becomes a
/// [`crate::Catalog`]. The fields mean what they mean there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KnowledgePart {
    /// Fields of trouble in the order in which they are shown.
    pub fields: Vec<Field>,
    /// Troubles.
    pub needs: Vec<Need>,
    /// Questions, in the order that breaks ties.
    pub questions: Vec<Question>,
    /// Fields of windows in the order in which they are shown.
    pub kind_fields: Vec<String>,
    /// Window kinds, without entries.
    pub kinds: Vec<Kind>,
    /// When more than the needs speaks for a kind.
    pub rules: Vec<Rule>,
    /// Kinds offered whatever was answered.
    pub fallback: Vec<KindId>,
    /// The joined-up window's kind.
    pub joined_up: KindId,
    /// The needs that are a wish to help.
    pub giving: Vec<NeedId>,
    /// What wears out those who help.
    pub strain: Vec<NeedId>,
    /// The lines of the whole country.
    pub lines: Vec<Entry>,
    /// Where the facts of these lines come from.
    pub sources: Vec<Source>,
    /// National holidays.
    pub holidays: Holidays,
}

/// A field of trouble: what somebody looks at first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What residents read.
    #[serde(skip)]
    pub name: String,
    /// A few everyday words of what stands in it; may be empty.
    #[serde(skip)]
    pub examples: String,
    /// The name of its picture; may be empty.
    #[serde(skip)]
    pub picture: String,
    /// How it is met.
    pub sort: FieldSort,
}

/// How a field of trouble is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldSort {
    /// As any other.
    #[default]
    Plain,
    /// Danger: in sight before all others, and no step is put between it and the lines.
    Danger,
    /// For whoever cannot say what it is.
    Unsure,
}

/// A trouble in the resident's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Id in the sheet, as `m01`.
    #[serde(skip)]
    pub id: String,
    /// Position in [`Catalog::fields`] of its main field, by which it is counted and listed.
    pub field: u8,
    /// The other fields in which somebody looks for it.
    pub other_fields: Vec<u8>,
    /// How each asker says it; the first is the neutral one of lists and static pages.
    #[serde(skip)]
    pub text: PerAsker,
    /// The same in やさしい日本語.
    #[serde(skip)]
    pub plain: String,
    /// The kinds to go to first, best first.
    pub first: Vec<KindId>,
    /// The kinds that may help too.
    pub also: Vec<KindId>,
    /// Several offices at once are needed by nature.
    pub compound: bool,
    /// A matter for one desk, whatever else somebody is troubled by.
    pub errand: bool,
    /// Hard to say before others: stays out of links unless the person puts it in.
    pub sensitive: bool,
    /// Abuse of somebody: lines that answer themselves lead, and a switchboard stands behind them.
    pub direct: bool,
    /// Other words people type for it.
    pub search: Vec<String>,
}

impl Need {
    /// Where it stands: positions in [`Catalog::fields`], the main one first.
    pub fn fields(&self) -> impl Iterator<Item = usize> {
        let all = std::iter::once(&self.field).chain(&self.other_fields);
        all.map(|&field| usize::from(field))
    }
}

/// A question on a circumstance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Id in the sheet.
    #[serde(skip)]
    pub id: String,
    /// The question.
    #[serde(skip)]
    pub text: PerAsker,
    /// Why it is asked.
    #[serde(skip)]
    pub why: PerAsker,
    /// The answers to choose from.
    pub options: Vec<Choice>,
    /// Several may be chosen.
    pub multiple: bool,
    /// What asking it costs the person, 1 (light) to 4 (hard to say).
    pub cost: u8,
    /// To whom it applies.
    pub ask_when: Expr,
}

/// One answer to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Id in the sheet.
    #[serde(skip)]
    pub id: String,
    /// What the person reads.
    #[serde(skip)]
    pub text: PerAsker,
    /// 「どれもない」: choosing it takes the others back.
    pub alone: bool,
}

/// A role that windows play, the same in every town.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// Id in the sheet, as `jiritsu`.
    #[serde(skip)]
    pub id: String,
    /// Position in [`Catalog::kind_fields`].
    pub field: u8,
    /// What residents would call it.
    #[serde(skip)]
    pub plain: String,
    /// Whom it can help (age lines and the like); unknown lowers the standing, false takes it away.
    pub fits: Expr,
    /// No switchboard stands in for it where the town has no window of it: violence, children, life and death.
    pub direct: bool,
    /// What to say to a switchboard for it, without a reason; empty if the trouble may be named.
    #[serde(skip)]
    pub say: String,
    /// The entries that play this role, best first.
    pub entries: Vec<EntryId>,
}

/// What sort of rule it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RuleSort {
    /// Danger: these kinds come before everything else.
    Crisis {
        /// No further question stands between the person and the line.
        stop: bool,
        /// Violence: no switchboard, no trace in titles.
        private: bool,
    },
    /// What cannot wait: these kinds come after danger and before all others, to be called today or tomorrow.
    Urgent,
    /// Troubles that hang together: the joined-up window comes first.
    Compound,
    /// One answer that lifts some kinds.
    #[default]
    Gate,
}

/// When more than the needs speaks for some kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Id in the sheet.
    #[serde(skip)]
    pub id: String,
    /// The circumstance in the person's words, for the reasons.
    #[serde(skip)]
    pub words: String,
    /// What sort it is.
    pub sort: RuleSort,
    /// When it applies.
    pub when: Expr,
    /// Abuse of somebody: lines that answer themselves lead, and a switchboard stands behind them. So it is with every
    /// rule that is private.
    pub direct: bool,
    /// Speaking is not safe, or not possible: ways that need no voice come first.
    pub silent: bool,
    /// Whoever is feared may look at this device: no trace is left, as by every rule that is private.
    pub traceless: bool,
    /// The kinds it speaks for, best first.
    pub first: Vec<KindId>,
    /// The kinds it also speaks for.
    pub also: Vec<KindId>,
}
