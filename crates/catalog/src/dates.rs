//! Days as they stand in the sheets: `2026-07-27`, and what Excel makes of it.

use crate::fault::Faults;
use crate::sheets::Place;
use navigator::Day;

/// `2026-07-27`; Excel's `2026/7/27` is read too.
#[must_use]
pub fn read_day(text: &str) -> Option<Day> {
    let parts: Option<Vec<u16>> = text.split(['-', '/']).map(digits).collect();
    let &[year, month, date] = parts?.as_slice() else {
        return None;
    };
    let (month, date) = (u8::try_from(month).ok()?, u8::try_from(date).ok()?);
    is_year(year).then(|| Day::from_civil(i32::from(year), month, date))?
}

/// Sources, and what they say, are of these years; others are slips of the finger.
fn is_year(year: u16) -> bool {
    (1950..=2089).contains(&year)
}

/// Digits and nothing else: `parse` alone takes a sign too.
fn digits(text: &str) -> Option<u16> {
    let exact = text.bytes().all(|byte| byte.is_ascii_digit());
    exact.then(|| text.parse().ok()).flatten()
}

/// The day in a cell; something else in it is a fault.
pub fn day(place: Place, column: &str, text: &str, faults: &mut Faults) -> Option<Day> {
    if text.is_empty() {
        return None;
    }
    let day = read_day(text);
    if day.is_none() {
        let (what, mend) = no_date(text, "「2026-07-27」のように書きます");
        place.fault(faults, column, what, mend);
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
pub fn source_date(place: Place, column: &str, text: &str, faults: &mut Faults) -> String {
    read_source_date(text).unwrap_or_else(|| {
        let forms = "「2026-07-27」「2026-07」「2026」のどれかの形で書きます";
        let (what, mend) = no_date(text, forms);
        place.fault(faults, column, what, mend);
        String::new()
    })
}

/// The first day that a source's date can mean.
pub fn first_day(text: &str) -> Option<Day> {
    let parts = text.split(['-', '/']).count();
    let rest = ["", "-1-1", "-1", ""].get(parts)?;
    read_day(
        &text
            .replace('/', "-")
            .chars()
            .chain(rest.chars())
            .collect::<String>(),
    )
}

/// What is wrong with a text that is no date, and what to write: what Excel made of one is known again.
fn no_date(text: &str, forms: &str) -> (String, String) {
    let meant = day_of_number(text).or_else(|| month_of_words(text));
    match meant {
        Some(meant) => (
            format!("Excel が日付を「{text}」に変えています"),
            format!("列の表示形式を「文字列」にしてから、「{meant}」のように書きなおします"),
        ),
        None => (format!("「{text}」は日付ではありません"), forms.to_owned()),
    }
}

/// `46230`: the days since the turn of 1900, as Excel counts them.
fn day_of_number(text: &str) -> Option<String> {
    let days = digits(text).filter(|_| text.len() == 5)?;
    let (year, month, date) = Day::from_civil(1899, 12, 30)?.plus(days.into()).civil();
    Some(format!("{year}-{month:02}-{date:02}"))
}

/// `Jul-26`, for July of 2026.
fn month_of_words(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (word, year) = text.split_once('-')?;
    let month = MONTHS.iter().position(|month| *month == word)? + 1;
    let year = digits(year).filter(|_| year.len() == 2)?;
    Some(format!("20{year:02}-{month:02}"))
}

fn read_source_date(text: &str) -> Option<String> {
    if let Some(day) = read_day(text) {
        let (year, month, date) = day.civil();
        return Some(format!("{year}-{month:02}-{date:02}"));
    }
    let (year, month) = text.split_once(['-', '/']).unwrap_or((text, "1"));
    let is_known = digits(year).is_some_and(is_year) && year.len() == 4;
    let is_month = digits(month).is_some_and(|month| (1..=12).contains(&month));
    (text.is_empty() || (is_known && is_month)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_digits_and_exists() {
        let day = Day::from_civil(2026, 7, 27);
        assert_eq!(read_day("2026-07-27"), day);
        assert_eq!(read_day("2026/7/27"), day);
        for text in [
            "+2026-07-27",
            "2026-+7-27",
            "2026-02-30",
            "0026-07-27",
            "2026-07",
            "2026-07-27-",
            "２０２６-07-27",
            "",
        ] {
            assert_eq!(read_day(text), None, "{text}");
        }
        for text in [
            "0026-07", "+026", "26", "2026-+7", "2026-13", "2026-07-", "Jul-26",
        ] {
            assert_eq!(read_source_date(text), None, "{text}");
        }
        for text in ["", "2026", "2026-07", "2026/7"] {
            assert_eq!(read_source_date(text).as_deref(), Some(text));
        }
    }
}
