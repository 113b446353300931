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
    /// Each prefecture settles whether it has a number: a town may lack the line, and another kind stands in for it.
    MayLack,
}

use Trait::{Abuse, AnswersItself, MayLack, Sensitive, Watched};

/// An answer by the name of its question and of its option.
pub type Answer = (&'static str, &'static str);

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
        &[AnswersItself, Sensitive, MayLack],
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
    /// The answers of which each sets it off by itself.
    pub answers: &'static [Answer],
    /// What its reason says, whatever else: somebody is told why.
    pub says: &'static str,
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
        answers: &[("今あぶない", "はい")],
        says: "あぶない",
        first: "emergency_110",
        stops: true,
        is_private: false,
    },
    DangerRule {
        rule: "life",
        of: "命があぶない病気・けが・火事",
        answers: &[
            ("命のきけん", "息が苦しい"),
            ("命のきけん", "胸が痛い"),
            ("命のきけん", "返事がない"),
            ("命のきけん", "顔や手足"),
            ("命のきけん", "けいれんや血"),
            ("赤ちゃんのしるし", "ぐったり"),
            ("食べもの", "立てない"),
        ],
        says: "",
        first: "emergency_119",
        stops: true,
        is_private: false,
    },
    DangerRule {
        rule: "suicide",
        of: "死にたい気持ち",
        answers: &[("死にたい気持ち", "はい"), ("自分の死にたい気持ち", "はい")],
        says: "死にたい",
        first: "suicide_line",
        stops: true,
        is_private: false,
    },
    DangerRule {
        rule: "dv_feared",
        of: "パートナーの暴力",
        answers: &[("こわい相手", "はい"), ("にげてきた", "はい")],
        says: "",
        first: "dv",
        stops: true,
        is_private: true,
    },
    DangerRule {
        rule: "stalked",
        of: "つきまとい",
        answers: &[],
        says: "",
        first: "police_9110",
        stops: false,
        is_private: true,
    },
];

/// What danger asks of a kind.
pub fn danger_of(kind: &str) -> Option<&'static DangerKind> {
    DANGER_KINDS.iter().find(|danger| danger.kind == kind)
}

/// The kinds of danger that the law knows for people of an age alone (高齢者虐待防止法2条、児童福祉法4条), with the answers of
/// which each is enough. All other kinds of danger are for everybody.
pub const FOR_SOME: [(&str, &[Answer]); 2] = [
    (
        "elder_abuse",
        &[("年れい", "65歳以上"), ("相手の年れい", "65歳以上")],
    ),
    (
        "jido_soudan",
        &[("年れい", "14歳まで"), ("年れい", "15〜17歳")],
    ),
];

/// A question on danger, and the kinds by which a trouble is known to need it: each that leads to one of them first.
pub const DANGER_QUESTIONS: [(&str, &[&str]); 2] = [
    (
        "今あぶない",
        &["dv", "elder_abuse", "shogai_abuse", "police_9110"],
    ),
    ("命のきけん", &["medical_7119"]),
];

/// What somebody says and searches who needs such a kind: without it nobody finds the trouble.
pub const SAID: [(&str, &str); 1] = [("suicide_line", "死にたい")];
