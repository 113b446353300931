//! Cuts a table into rows and cells, as Excel counts them.
//!
//! The reader of the crate `csv` would take a quote that is not closed to swallow all rows after it, and counts neither
//! empty lines nor line breaks within cells as Excel does; so the cutting is done here, and the crate makes rows of it.

use super::limits::{CELL, LINES};
use csv::StringRecord;

/// One row as it stands in the file.
pub struct RawRow {
    /// As Excel counts it: an empty line is a row, a line break between quotes is none.
    pub number: usize,
    /// Its cells, trimmed.
    pub cells: StringRecord,
    /// What is wrong with its quotes or its length, in words.
    pub broken: Option<Broken>,
}

/// Why a row is not taken as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// No quote closes the cell.
    Open,
    /// Something stands between a closing quote and the next comma.
    AfterQuote,
    /// A cell holds more than Excel can.
    TooLong,
}

/// The rows that have anything in them. A row whose quotes are wrong ends with its line, so that it does not swallow
/// the others.
pub fn rows(text: &str) -> impl Iterator<Item = RawRow> + '_ {
    let mut rest = text;
    let raw = std::iter::from_fn(move || {
        (!rest.is_empty()).then(|| {
            let (cells, broken, after) = row(rest);
            let mut ends = ["\r\n", "\r", "\n"].into_iter();
            rest = ends
                .find_map(|end| after.strip_prefix(end))
                .unwrap_or(after);
            let is_long = |cell: &str| cell.len() > CELL && cell.chars().count() > CELL;
            let too_long = || cells.iter().any(is_long).then_some(Broken::TooLong);
            let broken = broken.or_else(too_long);
            (cells, broken)
        })
    });
    let numbered = raw.enumerate().map(|(place, (cells, broken))| RawRow {
        number: place + 1,
        cells,
        broken,
    });
    numbered.filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
}

/// True for a text of more lines than any table has, which is not cut at all.
pub fn is_endless(text: &str) -> bool {
    let ends = text.bytes().filter(|byte| matches!(byte, b'\r' | b'\n'));
    ends.count() > LINES
}

/// The cells below some headings, each with its row and its heading; none below headings that a table lacks.
pub fn cells_under(text: &str, headings: &[&str]) -> Vec<(usize, String, String)> {
    if is_endless(text) {
        return Vec::new();
    }
    let mut rows = rows(text);
    let head = rows.next().map_or_else(StringRecord::new, |row| row.cells);
    let mut found = Vec::new();
    for row in rows {
        for (heading, cell) in head.iter().zip(&row.cells) {
            if headings.contains(&heading) && !cell.is_empty() {
                found.push((row.number, heading.to_owned(), cell.to_owned()));
            }
        }
    }
    found
}

/// The cells of the row at the start of a text, what is wrong with its quotes, and what comes after it.
fn row(text: &str) -> (StringRecord, Option<Broken>, &str) {
    let mut cells = StringRecord::new();
    let mut rest = text;
    loop {
        let (written, after) = match cell(rest) {
            Ok(read) => read,
            Err(what) => {
                let (line, after) = rest.split_at(end_of(rest, &['\r', '\n']));
                let first = line.trim_matches('"').split(',').next();
                cells.push_field(first.unwrap_or_default().trim());
                return (cells, Some(what), after);
            }
        };
        cells.push_field(unquoted(written).trim());
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None => return (cells, None, after),
        }
    }
}

/// The cell at the start of a text as it is written, and what comes after it.
fn cell(text: &str) -> Result<(&str, &str), Broken> {
    const ENDS: [char; 3] = [',', '\r', '\n'];
    let Some(mut rest) = text.strip_prefix('"') else {
        return Ok(text.split_at(end_of(text, &ENDS)));
    };
    loop {
        let close = rest.find('"').ok_or(Broken::Open)?;
        rest = &rest[close + 1..];
        match rest.strip_prefix('"') {
            // Two quotes stand for one.
            Some(after) => rest = after,
            None => break,
        }
    }
    let after = rest.trim_start_matches(' ');
    if end_of(after, &ENDS) > 0 {
        return Err(Broken::AfterQuote);
    }
    Ok((&text[..text.len() - rest.len()], after))
}

fn end_of(text: &str, ends: &[char]) -> usize {
    text.find(ends).unwrap_or(text.len())
}

fn unquoted(cell: &str) -> String {
    let inside = cell
        .strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'));
    inside.map_or_else(|| cell.to_owned(), |inside| inside.replace("\"\"", "\""))
}
