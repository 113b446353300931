//! The two cells of a row that say hours and days off, with all that is wrong in them.

use super::agreement::check_agreement;
use super::fault::HoursFault;
use super::loose::read_loose;
use super::strict::{CLOSURES_MEND, HOURS_MEND, read_closures, read_spans};
use crate::fault::Faults;
use crate::sheets::Place;
use navigator::Hours;

const OPEN: &str = "受付時間";
const OFF: &str = "休み";

/// Reads the cells 受付時間 and 休み. Where another way of writing is understood, the mend is the exact text.
pub fn hours_of_cells(place: Place, open: &str, off: &str, faults: &mut Faults) -> Hours {
    let mut tell = |column: &str, fault: HoursFault, otherwise: &str| {
        let what = format!("「{}」を読めません。{}", fault.part, fault.what);
        let loose = read_loose(open, off);
        let mend = loose.map_or_else(|_| otherwise.to_owned(), |loose| loose.mend());
        place.fault(faults, column, what, mend);
    };
    let spans = read_spans(open).unwrap_or_else(|fault| {
        tell(OPEN, fault, HOURS_MEND);
        Vec::new()
    });
    let closures = read_closures(off).unwrap_or_else(|fault| {
        tell(OFF, fault, CLOSURES_MEND);
        Vec::new()
    });
    if let Err(fault) = check_agreement(&spans, &closures) {
        let what = format!("「{}」が食いちがいます。{}", fault.part, fault.what);
        place.fault(faults, OFF, what, "どちらかから消します");
    }
    Hours {
        text: as_told(open, off),
        spans,
        closures,
        ..Hours::default()
    }
}

/// As residents read it.
fn as_told(open: &str, off: &str) -> String {
    match (open, off) {
        ("", _) => String::new(),
        (open, "") => open.to_owned(),
        (open, off) => format!("{open}（休み: {off}）"),
    }
}
