//! What danger asks of the knowledge, whatever else its sheets say: which kinds of lines answer it, and which rules must lead
//! to them. Constants like the short numbers: law and guidelines fix them, and a slip in a sheet would leave somebody in
//! danger without a line, or give them away.
//!
//! Only what no sheet can say of itself stands here; what follows from it for troubles and other rules is worked out
//! (`check/danger.rs`).

/// What is true of a kind that answers a danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// Never handed on by a switchboard; of the others the town itself takes the report, and a switchboard may come last.
    AnswersItself,
    /// Whoever harms may look over the shoulder: the page is closed at once and nothing of it stays.
    Watched,
    /// Hard to say before others: a trouble that leads here stays out of links.
    Sensitive,
    /// Somebody is harmed by somebody: a switchboard stands behind the lines that answer themselves.
    Abuse,
}

use Trait::{Abuse, AnswersItself, Sensitive, Watched};

/// A kind of window that answers a danger.
pub struct DangerKind {
    /// Its id in `kinds.csv`.
    pub kind: &'static str,
    /// Which danger, for staff.
    pub of: &'static str,
    traits: &'static [Trait],
}

impl DangerKind {
    /// True if this is true of it.
    pub fn is(&self, one: Trait) -> bool {
        self.traits.contains(&one)
    }
}

const fn kind(kind: &'static str, of: &'static str, traits: &'static [Trait]) -> DangerKind {
    DangerKind { kind, of, traits }
}

/// 警察法2条、消防組織法1条、聴覚障害者等による電話の利用の円滑化に関する法律、自殺対策基本法、精神保健福祉法19条の11、
/// 児童虐待防止法6条、DV防止法、高齢者虐待防止法7条、障害者虐待防止法7条; for 性犯罪・性暴力 the country's ワンストップ支援センター.
pub const DANGER_KINDS: [DangerKind; 10] = [
    kind("emergency_110", "事件や暴力", &[AnswersItself]),
    kind(
        "emergency_119",
        "命があぶない病気・けが・火事",
        &[AnswersItself],
    ),
    kind("emergency_silent", "声を出せない人の通報", &[AnswersItself]),
    kind(
        "suicide_line",
        "死にたい気持ち",
        &[AnswersItself, Sensitive],
    ),
    kind(
        "seishin_kyukyu",
        "こころの急な病気",
        &[AnswersItself, Sensitive],
    ),
    kind(
        "jido_soudan",
        "子どもの虐待",
        &[AnswersItself, Sensitive, Abuse],
    ),
    kind(
        "dv",
        "パートナーの暴力",
        &[AnswersItself, Sensitive, Abuse, Watched],
    ),
    kind(
        "sex_violence",
        "性の暴力",
        &[AnswersItself, Sensitive, Abuse, Watched],
    ),
    kind("elder_abuse", "高齢者の虐待", &[Sensitive, Abuse]),
    kind("shogai_abuse", "障害者の虐待", &[Sensitive, Abuse]),
];

/// A rule that the knowledge may not lack where it knows the kind that answers.
pub struct DangerRule {
    /// Its id in `rules.toml`.
    pub rule: &'static str,
    /// Which danger, for staff.
    pub of: &'static str,
    /// The kind that stands first in it.
    pub first: &'static str,
    /// No further question may come between.
    pub stops: bool,
    /// No switchboard may hear of it.
    pub is_private: bool,
}

/// Dangers that show by an answer, to which nothing but the rule leads, and that of a stalker, whose first line is no line for
/// danger alone. Those that show by a trouble follow from the trouble.
pub const DANGER_RULES: [DangerRule; 5] = [
    DangerRule {
        rule: "now",
        of: "事件や暴力",
        first: "emergency_110",
        stops: true,
        is_private: false,
    },
    DangerRule {
        rule: "life",
        of: "命があぶない病気・けが・火事",
        first: "emergency_119",
        stops: true,
        is_private: false,
    },
    DangerRule {
        rule: "suicide",
        of: "死にたい気持ち",
        first: "suicide_line",
        stops: true,
        is_private: false,
    },
    DangerRule {
        rule: "dv_feared",
        of: "パートナーの暴力",
        first: "dv",
        stops: true,
        is_private: true,
    },
    DangerRule {
        rule: "stalked",
        of: "つきまとい",
        first: "police_9110",
        stops: false,
        is_private: true,
    },
];

/// What danger asks of a kind.
pub fn danger_of(kind: &str) -> Option<&'static DangerKind> {
    DANGER_KINDS.iter().find(|danger| danger.kind == kind)
}
