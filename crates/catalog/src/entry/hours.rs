//! The hours of a row: written in it, or by a name that stands in `hours.csv`.

use super::row::EntryRow;
use super::source::SourceRow;
use super::text::EntryText;
use crate::fault::Faults;
use crate::hours::{hours_of_cells, known_until, read_spans};
use crate::sheets::{Row, Seen};
use navigator::Hours;
use std::collections::HashMap;

/// Hours that many rows share, by their name.
#[derive(Clone, Debug, Default)]
pub struct NamedHours {
    /// The hours.
    pub by_name: Seen<HashMap<String, Hours>>,
    /// Names by which windows mean hours of the sheet, as has been told where the name has its slip.
    pub lost: Vec<String>,
    /// Those by which no window is open, with their rows.
    pub unused: Vec<(usize, String)>,
    /// Where they come from.
    pub sources: Vec<SourceRow>,
}

impl NamedHours {
    /// Those of a sheet beside which no names can stand.
    #[must_use]
    pub fn none() -> Self {
        Self {
            by_name: Seen::all(HashMap::new()),
            ..Self::default()
        }
    }
}

/// The hours of a row with its own note. Written in the row alone they are believed for a few years
/// ([`known_until`]); those of `hours.csv` have their own dates.
pub fn read_hours(
    row: &Row<EntryText>,
    named: &NamedHours,
    read: &EntryRow,
    faults: &mut Faults,
) -> Hours {
    let cells = row.cells;
    let mut hours = match named.by_name.get(&cells.open) {
        Some(hours) => {
            if !cells.off.is_empty() {
                let what = "hours.csv の名前を使うときは、休みは書けません";
                let mend = "空にするか、受付時間を文で書きます";
                row.place.fault(faults, "休み", what, mend);
            }
            hours.clone()
        }
        None if named.lost.contains(&cells.open) => Hours::default(),
        None if named.by_name.whole().is_none() && read_spans(&cells.open).is_err() => {
            Hours::default()
        }
        None => {
            let mut own = hours_of_cells(row.place, &cells.open, &cells.off, faults);
            own.valid_until = known_until(&own, read.entry.confidence, read.source_date());
            own
        }
    };
    if !hours.note.is_empty() && !cells.hours_note.is_empty() {
        hours.note.push(' ');
    }
    hours.note.push_str(&cells.hours_note);
    hours
}
