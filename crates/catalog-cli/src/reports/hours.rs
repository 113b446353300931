//! `catalog hours`: who is open at a moment, and which texts on hours nobody but a person can read.

use super::status::{Status, status_words};
use catalog::moment::{day_text, moment_text};
use catalog::read_loose;
use navigator::{Catalog, Entry, Moment};
use serde::Serialize;

/// The report for one town.
#[derive(Debug, Serialize)]
pub struct HoursReport<'a> {
    town: &'a str,
    now: String,
    holidays: Reach,
    /// Each entry, in the order of the sheets.
    pub entries: Vec<EntryHours<'a>>,
    /// Texts that nobody but a person can read.
    pub not_understood: Vec<Unread<'a>>,
}

/// The days for which holidays are known.
#[derive(Debug, Serialize)]
struct Reach {
    from: String,
    until: String,
}

/// One entry's hours.
#[derive(Debug, Serialize)]
pub struct EntryHours<'a> {
    entry: &'a str,
    name: &'a str,
    hours: &'a str,
    note: &'a str,
    open: Status,
    words: String,
    /// The switchboard's, where that is called in the place of the entry's own phone.
    switchboard: Option<Switchboard<'a>>,
}

/// When the switchboard is answered: its own hours, and no entry's.
#[derive(Debug, Serialize)]
struct Switchboard<'a> {
    hours: &'a str,
    open: Status,
    words: String,
}

/// A text on hours, with the entries that it stands at.
#[derive(Debug, Serialize)]
pub struct Unread<'a> {
    /// The text.
    pub text: &'a str,
    entries: Vec<&'a str>,
    #[serde(flatten)]
    mend: Mend,
}

/// What to write instead, or why nobody can tell.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Mend {
    Write { write: Columns, mend: String },
    Doubt { part: String, what: String },
}

/// What the columns of the sheet would hold.
#[derive(Debug, Serialize)]
struct Columns {
    #[serde(rename = "受付時間")]
    open: String,
    #[serde(rename = "休み")]
    off: String,
}

impl<'a> HoursReport<'a> {
    /// Of all entries of a town at this moment.
    #[must_use]
    pub fn of(catalog: &'a Catalog, now: Moment) -> Self {
        let (first, last) = catalog.holidays.reach();
        let of_entry = |entry: &'a Entry| {
            let status = entry.hours.status(now, &catalog.holidays);
            EntryHours {
                entry: &entry.id,
                name: &entry.name,
                hours: &entry.hours.text,
                note: &entry.hours.note,
                open: status.into(),
                words: status_words(status, now),
                switchboard: catalog.switchboard_of(entry).map(|hall| {
                    let status = hall.hours.status(now, &catalog.holidays);
                    Switchboard {
                        hours: &hall.hours.text,
                        open: status.into(),
                        words: status_words(status, now),
                    }
                }),
            }
        };
        Self {
            town: &catalog.town.name,
            now: moment_text(now),
            holidays: Reach {
                from: day_text(first),
                until: day_text(last),
            },
            entries: catalog.entries.iter().map(of_entry).collect(),
            not_understood: not_understood(catalog),
        }
    }

    /// As lines for a terminal.
    #[must_use]
    pub fn words(&self) -> String {
        let mut lines = vec![format!("{} {}", self.town, self.now)];
        for entry in &self.entries {
            lines.push(format!(
                "{} {} {}: {}",
                mark(&entry.open),
                entry.entry,
                entry.name,
                entry.words
            ));
            let texts = [entry.hours, entry.note].into_iter();
            let texts = texts.filter(|text| !text.is_empty());
            lines.extend(texts.map(|text| format!("    {text}")));
            lines.extend(entry.switchboard.as_ref().map(|hall| {
                let mark = mark(&hall.open);
                format!(
                    "    {mark} 代表電話の時間: {}（{}）",
                    hall.hours, hall.words
                )
            }));
        }
        let count = self.not_understood.len();
        lines.push(format!("\n時間として読めない補足: {count}"));
        for one in &self.not_understood {
            let mend = match &one.mend {
                Mend::Write { mend, .. } => format!("→ {mend}"),
                Mend::Doubt { part, what } => format!("「{part}」 {what}"),
            };
            lines.push(format!("  「{}」: {mend}", one.text));
            lines.push(format!("    {}", one.entries.join("、")));
        }
        lines.push(String::new());
        lines.join("\n")
    }
}

fn mark(open: &Status) -> &'static str {
    match open {
        Status::Open { .. } => "○",
        Status::Closed { .. } => "×",
        Status::Unknown { .. } | Status::OutOfDate => "？",
    }
}

/// What a note has to hold to be about time.
const ABOUT_TIME: [&str; 5] = ["曜", "平日", "毎日", "土日", "休"];

/// Each text once, with the entries that it stands at.
fn not_understood(catalog: &Catalog) -> Vec<Unread<'_>> {
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
    let one = |(text, entries)| Unread {
        text,
        entries,
        mend: mend_of(text),
    };
    texts.into_iter().map(one).collect()
}

fn mend_of(text: &str) -> Mend {
    match read_loose(text, "") {
        Ok(loose) => Mend::Write {
            mend: loose.mend(),
            write: Columns {
                open: loose.open,
                off: loose.off,
            },
        },
        Err(fault) => Mend::Doubt {
            part: fault.part,
            what: fault.what,
        },
    }
}
