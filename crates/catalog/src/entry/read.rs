//! Reads a row, cell by cell. A cell that cannot be read is a fault and counts as its column's most usual word, so that
//! nothing else is said to be missing for it.

use super::contact::{Numbers, read_channels, read_number, read_via};
use super::hours::{NamedHours, read_hours};
use super::place::{check_english, read_coordinates};
use super::row::EntryRow;
use super::source::KnownSources;
use super::text::EntryText;
use super::words::check_words;
use crate::condition::{Vocabulary, condition_or_always};
use crate::dates::{day, source_date, validity};
use crate::fault::Faults;
use crate::kinds::Kinds;
use crate::sheets::{Place, Row, list};
use navigator::{Confidence, Entry, Expr, Form, Inferred, Level, Part};

/// What a row may name, and what it may not.
pub struct Known<'k> {
    /// Kinds of windows.
    pub kinds: &'k Kinds,
    /// Words of conditions.
    pub vocabulary: &'k Vocabulary,
    /// Numbers that must not be used, and the short ones that there are.
    pub numbers: &'k Numbers,
    /// Hours that have a name.
    pub hours: &'k NamedHours,
    /// Publications that have an id.
    pub sources: &'k KnownSources,
}

/// What an entry is.
pub const FORMS: [(&str, Form); 4] = [
    ("窓口", Form::Window),
    ("サービス", Form::Service),
    ("施設", Form::Facility),
    ("電話", Form::Hotline),
];
/// How sure its number is.
pub const CONFIDENCES: [(&str, Confidence); 3] = [
    ("高", Confidence::High),
    ("中", Confidence::Medium),
    ("低", Confidence::Low),
];
/// Whether residents see the row.
pub const STATES: [(&str, bool); 3] = [("公開", true), ("下書き", false), ("非公開", false)];
/// Whether its number may be shown.
pub const SHOWN: [(&str, bool); 3] = [("出す", true), ("", true), ("出さない", false)];
/// Who may ask.
pub const ASKERS: [(&str, ()); 4] = [("本人", ()), ("家族", ()), ("支える人", ()), ("匿名", ())];
const LONGEST_PLAIN_NAME: usize = 20;

/// Reads one row of `entries.csv` or `lines.csv`.
pub fn read_entry(row: &Row<EntryText>, known: &Known, faults: &mut Faults) -> EntryRow {
    let (cells, place) = (row.cells, row.place);
    check_texts(cells, place, faults);
    check_english(cells, place, faults);
    check_words(cells, place, faults);
    let mut kinds = known.kinds.of(&list(&cells.kinds), &mut |missed, told| {
        place.miss(faults, "種類", missed, told);
    });
    // What the row mainly is would be guessed from the rest.
    if place.is_told(faults, "種類") {
        kinds.clear();
    }
    let published = place.choice(faults, "状態", &cells.state, &STATES);
    let phone_shown = place.choice(faults, "電話を出す", &cells.phone_shown, &SHOWN);
    let phone = (!cells.phone.is_empty())
        .then(|| read_number(place, ("電話", &cells.phone), known.numbers, faults));
    let mut read = EntryRow {
        row: place.row,
        id: cells.id.clone(),
        operator: cells.operator.clone(),
        published: published.unwrap_or(true),
        kinds,
        measures: list(&cells.measures),
        phone: phone.flatten(),
        phone_shown: phone_shown.unwrap_or(true),
        coordinates: read_coordinates(cells, place, faults),
        english: cells.english.clone(),
        sources: known.sources.named(place, &cells.source, faults),
        entry: entry(row, known, faults),
    };
    read.entry.hours = read_hours(row, known.hours, &read, faults);
    read
}

fn check_texts(cells: &EntryText, place: Place, faults: &mut Faults) {
    let filled = [
        ("名前", cells.name.as_str()),
        ("よみ", &cells.reading),
        ("すること", &cells.what),
        ("出典", &cells.source),
        ("種類", &cells.kinds),
    ];
    place.filled(faults, &filled, "資料のとおりに書きます");
    if cells.plain.chars().count() > LONGEST_PLAIN_NAME {
        let what = format!("{LONGEST_PLAIN_NAME}字をこえています");
        place.fault(faults, "やさしい名前", what, "短くします");
    }
    place.choices(faults, "相談できる人", &cells.askers, &ASKERS);
}

fn condition(place: Place, text: &str, known: &Known, faults: &mut Faults) -> Expr {
    condition_or_always(text, known.vocabulary, faults, |faults, fault| {
        let what = format!("{}文字目: {}", fault.position, fault.what);
        match fault.missed {
            Some(missed) => place.miss(faults, "条件", *missed, (what, &fault.mend)),
            None => place.fault(faults, "条件", what, fault.mend),
        }
    })
}

/// What a reader is told of the columns that were filled in; the others only decide whom the row is shown to.
fn inferred(cell: &str) -> Inferred {
    let part = |column: &String| {
        Some(match column.as_str() {
            "すること" => Part::What,
            "名前" | "やさしい名前" => Part::Name,
            "使える人" => Part::Who,
            "相談できる人" => Part::Askers,
            "電話" | "電話の種類" | "番号の補足" | "ほかの番号" => Part::Phone,
            "受付時間" | "休み" | "時間の補足" => Part::Hours,
            "住所" | "行き方" | "来所" | "区域" => Part::Place,
            "予約" => Part::Reservation,
            "費用" => Part::Cost,
            "持ち物" => Part::Bring,
            "施策" => Part::Measures,
            _ => return None,
        })
    };
    list(cell).iter().filter_map(part).collect()
}

/// Everything that is compiled as it stands here.
fn entry(row: &Row<EntryText>, known: &Known, faults: &mut Faults) -> Entry {
    let (cells, place) = (row.cells, row.place);
    let confidence = place.choice(faults, "確かさ", &cells.confidence, &CONFIDENCES);
    let (valid_from, valid_until) =
        validity(place, (&cells.valid_from, &cells.valid_until), faults);
    Entry {
        id: cells.id.clone(),
        form: place
            .choice(faults, "形", &cells.form, &FORMS)
            .unwrap_or(Form::Window),
        level: Level::Town,
        name: cells.name.clone(),
        plain: cells.plain.clone(),
        reading: cells.reading.clone(),
        plain_reading: cells.plain_reading.clone(),
        what: cells.what.clone(),
        who: cells.who.clone(),
        fits: condition(place, &cells.when, known, faults),
        askers: list(&cells.askers),
        area: cells.area.clone(),
        channels: read_channels(row, known.numbers, faults),
        via: read_via(row, faults),
        number_note: cells.number_note.clone(),
        reservation: cells.reservation.clone(),
        cost: cells.cost.clone(),
        languages: list(&cells.languages),
        bring: cells.bring.clone(),
        say: cells.say.clone(),
        url: cells.url.clone(),
        source_date: source_date(place, "出典日", &cells.source_date, faults),
        checked: day(place, "確認日", &cells.checked, faults),
        inferred: inferred(&cells.inferred),
        confidence: confidence.unwrap_or(Confidence::High),
        valid_from,
        valid_until,
        ..Entry::default()
    }
}
