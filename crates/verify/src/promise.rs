//! The promises by their names, as the report tells them. How each is judged stands elsewhere.

/// A promise, as it is told in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    /// Asking ends, and nothing is asked twice.
    AskingEnds,
    /// A question bears on what was said.
    Bearing,
    /// When asking ends, no answer that could still be given changes which windows and roles are in sight.
    SightStays,
    /// There is a card with a phone.
    Phone,
    /// There is a card with a way that needs no voice.
    WithoutPhone,
    /// Lines for danger come before everything else, and every rule on danger brings one.
    CrisisFirst,
    /// Whoever cannot speak is led by lines that need no voice.
    SilentFirst,
    /// What cannot wait comes after danger and before everything else, and every rule on it brings a window; a
    /// switchboard leads it only where nobody answers directly.
    UrgentNext,
    /// No further question where a rule says so.
    StopMeansStop,
    /// What speaks against violence never leads to the switchboard.
    NoSwitchboard,
    /// One joined-up card, and it leads.
    JoinedUpLeads,
    /// One number is one card.
    OnePhoneOnce,
    /// Taking an answer back is as if it had never been given.
    BackIsIdentity,
    /// 「わからない」 takes nothing away that an answer gives, and equals a refusal.
    UnknownExcludesNothing,
    /// No answer takes a line for danger away.
    DangerStays,
    /// Answers that every condition reads alike lead to the same cards.
    AlikeIsAlike,
    /// No switchboard is among the first cards for abuse, private or not.
    NoSwitchboardForAbuse,
    /// No card leads nowhere.
    CardHasAWay,
    /// Branches stand on one card.
    BranchesTogether,
    /// What the town lacks is asked of its switchboard, with words.
    LackIsAsked,
    /// Where a desk that was asked for shares the switchboard, it gives the card its name.
    DeskLeads,
    /// A number that means one thing leads nobody who needs something else.
    LineIsForIt,
}

impl Promise {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::AskingEnds,
        Self::Bearing,
        Self::SightStays,
        Self::Phone,
        Self::WithoutPhone,
        Self::CrisisFirst,
        Self::SilentFirst,
        Self::UrgentNext,
        Self::StopMeansStop,
        Self::NoSwitchboard,
        Self::JoinedUpLeads,
        Self::OnePhoneOnce,
        Self::BackIsIdentity,
        Self::UnknownExcludesNothing,
        Self::DangerStays,
        Self::AlikeIsAlike,
        Self::NoSwitchboardForAbuse,
        Self::CardHasAWay,
        Self::BranchesTogether,
        Self::LackIsAsked,
        Self::DeskLeads,
        Self::LineIsForIt,
    ];

    /// For staff.
    pub fn words(self) -> &'static str {
        match self {
            Self::AskingEnds => "質問は決まった数までに終わり、同じことを2回聞かない",
            Self::Bearing => "質問は、その人の言ったことに関わりがある",
            Self::SightStays => {
                "聞き終えたら、まだ聞いていない質問にどう答えても、見えている窓口は変わらない"
            }
            Self::Phone => "電話のある窓口が、いつもある",
            Self::WithoutPhone => "電話を使わない道が、いつもある",
            Self::CrisisFirst => "きけんのときの電話が先頭に出る",
            Self::SilentFirst => "声を出せないときは、声のいらない道が先に出る",
            Self::UrgentNext => "急ぐときの窓口が、きけんのときの電話の次に出る",
            Self::StopMeansStop => "止めるきまりのときは、もう聞かない",
            Self::NoSwitchboard => "暴力の相談先は代表番号にならない",
            Self::JoinedUpLeads => "まとめて聞く窓口は1枚で、先頭に出る",
            Self::OnePhoneOnce => "1つの番号は1枚だけに出る",
            Self::BackIsIdentity => "答えを取り消すと、元と同じになる",
            Self::UnknownExcludesNothing => "「わからない」「答えたくない」は、何も外さない",
            Self::DangerStays => "答えが増えても、きけんのときの電話は消えない",
            Self::AlikeIsAlike => "どの条件も区別しない答えは、同じ案内になる",
            Self::NoSwitchboardForAbuse => "虐待や暴力では、代表番号が先の窓口に出ない",
            Self::CardHasAWay => "たどりつき方の分からない窓口は、自分のカードにならない",
            Self::BranchesTogether => "同じ種類の窓口は、1枚のカードで見分けられる",
            Self::LackIsAsked => "町にない種類の窓口は、代表番号で言う言葉が出る",
            Self::DeskLeads => "同じ番号なら、市役所の総合案内より、頼まれた窓口の名前が先に出る",
            Self::LineIsForIt => "1つの役目の番号は、ほかの困りごとの先頭に出ない",
        }
    }
}
