//! What is true in every town: troubles, questions, kinds and rules.

use super::asker::PerAsker;
use super::expr::Expr;
use super::ids::{EntryId, KindId};

/// A trouble in the resident's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// Id in the sheet, as `m01`.
    pub id: String,
    /// Position in [`Catalog::fields`].
    pub field: u8,
    /// How residents say it.
    pub words: String,
    /// The same in やさしい日本語.
    pub plain: String,
    /// The kinds to go to first, best first.
    pub first: Vec<KindId>,
    /// The kinds that may help too.
    pub also: Vec<KindId>,
    /// Several offices at once are needed by nature.
    pub compound: bool,
    /// Hard to say before others: stays out of links unless the person puts it in.
    pub sensitive: bool,
    /// Other words people type for it.
    pub search: Vec<String>,
}

/// A question on a circumstance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Id in the sheet.
    pub id: String,
    /// The question.
    pub text: PerAsker,
    /// Why it is asked.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Id in the sheet.
    pub id: String,
    /// What the person reads.
    pub text: PerAsker,
    /// 「どれもない」: choosing it takes the others back.
    pub alone: bool,
}

/// A role that windows play, the same in every town.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// Id in the sheet, as `jiritsu`.
    pub id: String,
    /// Position in [`Catalog::kind_fields`].
    pub field: u8,
    /// What residents would call it.
    pub plain: String,
    /// Whom it can help (age lines and the like); unknown lowers the standing, false takes it away.
    pub fits: Expr,
    /// The entries that play this role, best first.
    pub entries: Vec<EntryId>,
}

/// What sort of rule it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RuleSort {
    /// Danger: these kinds come before everything else.
    Crisis {
        /// No further question stands between the person and the line.
        stop: bool,
        /// Violence: no switchboard, no trace in titles.
        private: bool,
    },
    /// Troubles that hang together: the joined-up window comes first.
    Compound,
    /// One answer that lifts some kinds.
    #[default]
    Gate,
}

/// When more than the needs speaks for some kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Id in the sheet.
    pub id: String,
    /// The circumstance in the person's words, for the reasons.
    pub words: String,
    /// What sort it is.
    pub sort: RuleSort,
    /// When it applies.
    pub when: Expr,
    /// The kinds it speaks for, best first.
    pub first: Vec<KindId>,
    /// The kinds it also speaks for.
    pub also: Vec<KindId>,
}
