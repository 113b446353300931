//! `catalog hours`: who is open at a moment, and which texts on hours nobody but a person can read.

use catalog::moment::{day_text, moment_text};
use catalog::read_loose;
use navigator::{Catalog, Doubt, Moment, OpenStatus};
use serde_json::{Value, json};

const WEEKDAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

/// The report: `now`, each entry with its hours and status, and the texts that were not understood.
#[must_use]
pub fn report(catalog: &Catalog, now: Moment) -> Value {
    let (first, last) = catalog.holidays.reach();
    json!({
        "town": catalog.town.name,
        "now": moment_text(now),
        "holidays": {"from": day_text(first), "until": day_text(last)},
        "entries": catalog.entries.iter().map(|entry| {
            let status = entry.hours.status(now, &catalog.holidays);
            json!({
                "entry": entry.id,
                "name": entry.name,
                "hours": entry.hours.text,
                "note": entry.hours.note,
                "open": status_value(status),
                "words": status_words(status, now),
            })
        }).collect::<Vec<_>>(),
        "not_understood": not_understood(catalog),
    })
}

/// A status as JSON: `state` is `open`, `closed`, `unknown` or `out_of_date`; `closes` and `opens` are
/// moments in Japan, `2026-11-24T08:45`.
#[must_use]
pub fn status_value(status: OpenStatus) -> Value {
    let text = |moment: Option<Moment>| moment.map(moment_text);
    match status {
        OpenStatus::Open { closes } => json!({"state": "open", "closes": text(closes)}),
        OpenStatus::Closed { opens } => json!({"state": "closed", "opens": text(opens)}),
        OpenStatus::Unknown { doubt, opens } => {
            json!({"state": "unknown", "doubt": doubt_id(doubt), "opens": text(opens)})
        }
        OpenStatus::OutOfDate => json!({"state": "out_of_date"}),
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

fn doubt_id(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NoHours => "no_hours",
        Doubt::Holiday => "holiday",
        Doubt::YearEnd => "year_end",
        Doubt::NoHolidayTable => "no_holiday_table",
        Doubt::OutOfDate => "out_of_date",
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

/// What a note has to hold to be about time.
const ABOUT_TIME: [&str; 5] = ["曜", "平日", "毎日", "土日", "休"];

/// Each text once, with the entries that it stands at.
fn not_understood(catalog: &Catalog) -> Vec<Value> {
    let mut texts: Vec<(&str, Vec<&str>)> = Vec::new();
    for entry in &catalog.entries {
        let note = entry.hours.note.as_str();
        let about_time = note.contains(|c: char| c.is_ascii_digit())
            || ABOUT_TIME.iter().any(|word| note.contains(word));
        if !about_time {
            continue;
        }
        match texts.iter_mut().find(|(text, _)| *text == note) {
            Some((_, entries)) => entries.push(&entry.id),
            None => texts.push((note, vec![&entry.id])),
        }
    }
    let one = |(text, entries): (&str, Vec<&str>)| match read_loose(text, "") {
        Ok(loose) => json!({
            "text": text, "entries": entries,
            "write": {"受付時間": loose.open, "休み": loose.off}, "mend": loose.mend(),
        }),
        Err(fault) => json!({
            "text": text, "entries": entries, "part": fault.part, "what": fault.what,
        }),
    };
    texts.into_iter().map(one).collect()
}

/// The report as lines for a terminal.
#[must_use]
pub fn report_words(report: &Value) -> String {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or("").to_owned();
    let list = |key: &str| report[key].as_array().cloned().unwrap_or_default();
    let mut lines = vec![format!("{} {}", text(report, "town"), text(report, "now"))];
    for entry in list("entries") {
        let mark = match entry["open"]["state"].as_str() {
            Some("open") => "○",
            Some("closed") => "×",
            _ => "？",
        };
        lines.push(format!(
            "{mark} {} {}: {}",
            text(&entry, "entry"),
            text(&entry, "name"),
            text(&entry, "words")
        ));
        for key in ["hours", "note"] {
            let line = text(&entry, key);
            if !line.is_empty() {
                lines.push(format!("    {line}"));
            }
        }
    }
    let unread = list("not_understood");
    lines.push(format!("\n時間として読めない補足: {}", unread.len()));
    for one in unread {
        let mend = match one["mend"].as_str() {
            Some(mend) => format!("→ {mend}"),
            None => format!("「{}」 {}", text(&one, "part"), text(&one, "what")),
        };
        lines.push(format!("  「{}」: {mend}", text(&one, "text")));
        let entries = one["entries"].as_array().into_iter().flatten();
        let entries: Vec<&str> = entries.filter_map(Value::as_str).collect();
        lines.push(format!("    {}", entries.join("、")));
    }
    lines.push(String::new());
    lines.join("\n")
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
