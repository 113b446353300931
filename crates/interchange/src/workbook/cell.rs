//! A cell of the workbook as the text that the catalog keeps. What a spreadsheet program made of a text is taken back where
//! only one text can have been meant, and refused where it could have been another.

use super::grid::Value;
use catalog::columns::Sort;
use navigator::Day;
use unicode_normalization::UnicodeNormalization;

/// What is wrong with a cell, and what to do.
pub type Wrong = (String, String);

const AS_TEXT: &str = "セルの表示形式を「文字列」にしてから、もとの言葉を書きなおします";

/// The text of a cell of a column of this sort.
///
/// # Errors
/// What a spreadsheet program made of it, where nobody can say of what.
pub fn text(value: &Value, sort: Sort) -> Result<String, Wrong> {
    match value {
        Value::Text(text) => Ok(of_text(text, sort)),
        Value::Number(number) => of_number(*number, sort),
        Value::Day(year, month, day) => of_day((*year, *month, *day), sort),
        Value::Time => Err(changed("時刻", AS_TEXT)),
        Value::Logical(is) => {
            let word = if *is { "TRUE" } else { "FALSE" };
            Err(changed(&format!("「{word}」"), AS_TEXT))
        }
        Value::Failed(shown) => Err((
            format!("計算のまちがい（{shown}）が入っています"),
            AS_TEXT.to_owned(),
        )),
        Value::Formula => Err((
            "計算の式だけがあり、値がありません".to_owned(),
            AS_TEXT.to_owned(),
        )),
    }
}

fn changed(into: &str, mend: &str) -> Wrong {
    (
        format!("表計算のプログラムが{into}に変えています"),
        mend.to_owned(),
    )
}

/// Full-width signs are taken for what they are in columns that hold no words.
fn of_text(text: &str, sort: Sort) -> String {
    match sort {
        Sort::Phone => narrow_number(text),
        Sort::Day | Sort::Date => dated(&hyphens(&narrow(text))).unwrap_or_else(|| text.to_owned()),
        Sort::Code | Sort::Degrees => Some(narrow(text))
            .filter(|narrow| narrow.is_ascii())
            .unwrap_or_else(|| text.to_owned()),
        Sort::Text | Sort::Words(_) | Sort::Ids(_) => text.to_owned(),
    }
}

fn narrow(text: &str) -> String {
    let wide = |sign: char| matches!(sign, '！'..='～' | '　');
    let one = |sign: char| match wide(sign) {
        true => sign.nfkc().collect::<String>(),
        false => sign.to_string(),
    };
    text.chars().map(one).collect::<String>().trim().to_owned()
}

/// What stands for a hyphen between figures.
fn hyphens(text: &str) -> String {
    text.replace(['‐', '‑', '–', '—', '―', '−', 'ー', 'ｰ'], "-")
}

/// The figures of a number in half width; the words behind it, 「（IP電話から）」, stay as they are.
fn narrow_number(text: &str) -> String {
    let (number, note) = text
        .find(['（', '('])
        .map_or((text, ""), |at| text.split_at(at));
    let narrowed = hyphens(&narrow(number));
    let is_of_number = |sign: char| sign.is_ascii_digit() || "#-+;".contains(sign);
    if !narrowed.chars().all(is_of_number) {
        return text.to_owned();
    }
    match note
        .strip_prefix('(')
        .and_then(|note| note.strip_suffix(')'))
    {
        Some(note) => format!("{narrowed}（{note}）"),
        None => format!("{narrowed}{note}"),
    }
}

/// `2026/7/27` and `2026年7月27日` as `2026-07-27`; nothing of what is no date.
fn dated(text: &str) -> Option<String> {
    let plain = text.strip_suffix(['日', '月', '年']).unwrap_or(text);
    let parts: Option<Vec<u16>> = plain
        .split(['-', '/', '.', '年', '月'])
        .map(figures)
        .collect();
    match parts.as_deref() {
        Some(&[year, month, day]) if year > 999 => Some(format!("{year}-{month:02}-{day:02}")),
        Some(&[year, month]) if year > 999 => Some(format!("{year}-{month:02}")),
        Some(&[year]) if year > 999 => Some(year.to_string()),
        _ => None,
    }
}

fn figures(text: &str) -> Option<u16> {
    let is_plain = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain)
}

fn of_number(number: f64, sort: Sort) -> Result<String, Wrong> {
    let is_whole = number.fract() == 0.0 && number.abs() < 1e15;
    let whole = number as i64;
    match sort {
        Sort::Phone => of_phone(is_whole, whole),
        Sort::Day | Sort::Date if is_whole && SERIALS.contains(&whole) => {
            of_day(civil(whole), sort)
        }
        Sort::Date if is_whole && (1950..=2089).contains(&whole) => Ok(whole.to_string()),
        Sort::Day | Sort::Date => Err(changed(&format!("「{number}」"), DAY)),
        _ if is_whole => Ok(whole.to_string()),
        _ => Ok(number.to_string()),
    }
}

const DAY: &str = "セルの表示形式を「文字列」にしてから、「2026-07-27」のように書きなおします";
/// The days from 1950 to 2089, as Excel counts them.
const SERIALS: std::ops::RangeInclusive<i64> = 18_264..=69_398;

fn civil(serial: i64) -> (u16, u8, u8) {
    let turn = Day::from_civil(1899, 12, 30).unwrap_or_default();
    let (year, month, day) = turn.plus(i32::try_from(serial).unwrap_or(0)).civil();
    (u16::try_from(year).unwrap_or(0), month, day)
}

/// 110, 119, 188: a longer number has lost its first 0 and its hyphens.
fn of_phone(is_whole: bool, number: i64) -> Result<String, Wrong> {
    if is_whole && (100..=999).contains(&number) {
        return Ok(number.to_string());
    }
    let mend = "セルの表示形式を「文字列」にしてから、番号を「048-423-5082」のように、0 から書きなおします";
    Err((
        "電話番号が数になり、先頭の 0 か「-」が消えています".to_owned(),
        mend.to_owned(),
    ))
}

/// A month alone becomes its first day, so that this day could be either.
fn of_day((year, month, day): (u16, u8, u8), sort: Sort) -> Result<String, Wrong> {
    match sort {
        Sort::Date if day == 1 => {
            let what =
                format!("{year}年{month}月1日のことか、{year}年{month}月のことか、分かりません");
            let mend = format!(
                "セルの表示形式を「文字列」にしてから、「{year}-{month:02}-01」か「{year}-{month:02}」と書きます"
            );
            Err((what, mend))
        }
        Sort::Day | Sort::Date => Ok(format!("{year}-{month:02}-{day:02}")),
        _ => Err(changed(&format!("日付（{year}/{month}/{day}）"), AS_TEXT)),
    }
}
