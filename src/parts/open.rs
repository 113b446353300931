//! Whether a window is open now, in words; nothing where no source is sure.

use crate::browser;
use crate::dom::{El, p};
use navigator::{Catalog, Day, Entry, Moment, OpenStatus};

/// 「いま開いています」 or when it opens; nothing if it is not known.
pub fn open_now(catalog: &Catalog, entry: &Entry) -> Option<El> {
    let now = browser::now();
    match entry.hours.status(now, &catalog.holidays) {
        OpenStatus::Open { closes: None } => Some(p("open", "いつでもつながります。")),
        OpenStatus::Open {
            closes: Some(closes),
        } => {
            let until = [when(now.day, closes), "まで開いています。".to_owned()].concat();
            Some(p("open", &["いま、", &until].concat()))
        }
        OpenStatus::Closed { opens } => {
            let next = opens.map_or_else(String::new, |opens| {
                ["次は、", &when(now.day, opens), "に開きます。"].concat()
            });
            Some(p("shut", &["いまは閉まっています。", &next].concat()))
        }
        OpenStatus::OutOfDate => Some(p(
            "shut",
            "この時間は、変わっていることがあります。電話で確かめてください。",
        )),
        OpenStatus::Unknown { .. } => None,
    }
}

/// 16:00, or 11月24日（火）8:45 when it is not today.
fn when(today: Day, moment: Moment) -> String {
    let (hour, minute) = (moment.minute / 60, moment.minute % 60);
    let zero = if minute < 10 { "0" } else { "" };
    let clock = [&hour.to_string(), ":", zero, &minute.to_string()].concat();
    if moment.day == today {
        return clock;
    }
    let (_, month, date) = moment.day.civil();
    let weekday = ["月", "火", "水", "木", "金", "土", "日"];
    let weekday = weekday
        .get(usize::from(moment.day.weekday().0))
        .unwrap_or(&"");
    [
        &month.to_string(),
        "月",
        &date.to_string(),
        "日（",
        weekday,
        "）",
        &clock,
    ]
    .concat()
}
