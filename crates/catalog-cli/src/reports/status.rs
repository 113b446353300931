//! Whether somebody answers at a moment: as a value of a report, and in words for staff.

use catalog::moment::moment_text;
use navigator::{Doubt, Moment, OpenStatus};
use serde::Serialize;

const WEEKDAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

/// A status; `closes` and `opens` are moments in Japan, `2026-11-24T08:45`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Status {
    /// Somebody answers.
    Open {
        /// Until when.
        closes: Option<String>,
    },
    /// Nobody answers.
    Closed {
        /// From when on somebody does.
        opens: Option<String>,
    },
    /// Nobody can say.
    Unknown {
        /// Why not.
        doubt: DoubtId,
        /// From when on somebody surely answers.
        opens: Option<String>,
    },
    /// The hours are too old to be believed.
    OutOfDate,
}

/// Why nobody can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the same as `navigator::Doubt`, for JSON")]
pub enum DoubtId {
    NoHours,
    Holiday,
    YearEnd,
    NoHolidayTable,
    OutOfDate,
}

impl From<Doubt> for DoubtId {
    fn from(doubt: Doubt) -> Self {
        match doubt {
            Doubt::NoHours => Self::NoHours,
            Doubt::Holiday => Self::Holiday,
            Doubt::YearEnd => Self::YearEnd,
            Doubt::NoHolidayTable => Self::NoHolidayTable,
            Doubt::OutOfDate => Self::OutOfDate,
        }
    }
}

impl From<OpenStatus> for Status {
    fn from(status: OpenStatus) -> Self {
        let text = |moment: Option<Moment>| moment.map(moment_text);
        match status {
            OpenStatus::Open { closes } => Self::Open {
                closes: text(closes),
            },
            OpenStatus::Closed { opens } => Self::Closed { opens: text(opens) },
            OpenStatus::Unknown { doubt, opens } => Self::Unknown {
                doubt: doubt.into(),
                opens: text(opens),
            },
            OpenStatus::OutOfDate => Self::OutOfDate,
        }
    }
}

/// A status in words, for staff.
#[must_use]
pub fn status_words(status: OpenStatus, now: Moment) -> String {
    let next = |opens: Option<Moment>| match opens {
        Some(opens) => format!("次に確かに開くのは {}", moment_words(opens, now)),
        None => "次に開く日は分かりません".to_owned(),
    };
    match status {
        OpenStatus::Open {
            closes: Some(closes),
        } => format!("受付中（{} まで）", moment_words(closes, now)),
        OpenStatus::Open { closes: None } => "受付中".to_owned(),
        OpenStatus::Closed { opens } => format!("受付時間外（{}）", next(opens)),
        OpenStatus::Unknown { doubt, opens } => {
            format!("不明: {}（{}）", doubt_words(doubt), next(opens))
        }
        OpenStatus::OutOfDate => "時間の有効期間の外。時間は電話で確かめてください".to_owned(),
    }
}

fn doubt_words(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NoHours => "受付時間が表にありません",
        Doubt::Holiday => "祝日のことが表にありません",
        Doubt::YearEnd => "年末年始のことが表にありません",
        Doubt::NoHolidayTable => "祝日の表がこの年にありません",
        Doubt::OutOfDate => "時間の有効期間の外です",
    }
}

/// `16:00` today, `11月24日(火) 8:45` on another day; a night's end at 0:00 belongs to the day before.
fn moment_words(moment: Moment, now: Moment) -> String {
    let (hour, minute) = (moment.minute / 60, moment.minute % 60);
    if moment.day == now.day {
        return format!("{hour}:{minute:02}");
    }
    if moment.minute == 0 && moment.day == now.day.plus(1) {
        return "24:00".to_owned();
    }
    let (_, month, date) = moment.day.civil();
    let weekday = WEEKDAYS[usize::from(moment.day.weekday().0)];
    format!("{month}月{date}日({weekday}) {hour}:{minute:02}")
}
