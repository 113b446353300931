//! Days as they stand in the sheets: `2026-07-27`, and what Excel makes of it.

use crate::fault::Faults;
use crate::sheets::Place;
use navigator::Day;

/// `2026-07-27`; Excel's `2026/7/27` is read too.
#[must_use]
pub fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split(['-', '/']);
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let date: u8 = parts.next()?.parse().ok()?;
    if parts.next().is_some() || !(1900..=2200).contains(&year) {
        return None;
    }
    Day::from_civil(year, month, date)
}

/// The day in a cell; something else in it is a fault.
pub fn day(place: Place, column: &str, text: &str, faults: &mut Faults) -> Option<Day> {
    if text.is_empty() {
        return None;
    }
    let day = read_day(text);
    if day.is_none() {
        let what = format!("「{text}」は日付ではありません");
        place.fault(faults, column, what, "「2026-07-27」のように書きます");
    }
    day
}

/// The first and the last day on which a row is right, from 有効開始 and 有効終了.
pub fn validity(
    place: Place,
    (from, until): (&str, &str),
    faults: &mut Faults,
) -> (Option<Day>, Option<Day>) {
    let from = day(place, "有効開始", from, faults);
    let until = day(place, "有効終了", until, faults);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        let what = "終わりが始まりより前です";
        place.fault(faults, "有効終了", what, "日付を入れかえるか、直します");
    }
    (from, until)
}

/// `2026-07-27`, `2026-07`, `2026`: sources often say no more. What Excel makes of it (`2026/7/27`) is read too; what it
/// makes of a month alone (`Jul-26`) is not.
pub fn source_date(place: Place, text: &str, faults: &mut Faults) -> String {
    read_source_date(text).unwrap_or_else(|| {
        let what = format!("「{text}」は日付ではありません");
        let mend = "「2026-07-27」「2026-07」「2026」のどれかの形で書きます";
        place.fault(faults, "出典日", what, mend);
        String::new()
    })
}

fn read_source_date(text: &str) -> Option<String> {
    if let Some(day) = read_day(text) {
        let (year, month, date) = day.civil();
        return Some(format!("{year}-{month:02}-{date:02}"));
    }
    let (year, month) = text.split_once(['-', '/']).unwrap_or((text, "1"));
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = matches!(month.parse(), Ok(1..=12u8));
    (text.is_empty() || (is_year && is_month)).then(|| text.to_owned())
}
