//! Hours as people write them elsewhere (午前9時から午後5時、土日祝を除く), turned into what the sheets'
//! strict grammar says.
//!
//! Every part has to be understood, or the whole is refused with the part that is not: half of a text
//! on hours is a wrong text. What comes out is text of the strict grammar, so that staff can paste it
//! and that there is one meaning only.
//!
//! This is no grammar of winnow: its words are a table of which the longest counts, and what one of them means hangs on
//! what was said before it (which times a lunch break is taken out of, whether days off mean one clause or all of them),
//! so that a grammar would carry the same state in another place.

mod cursor;
mod days;
mod reading;
mod times;
mod words;
mod write;

use super::agreement::check_agreement;
use super::fault::HoursFault;
use super::strict::{read_closures, read_spans};
use reading::Reading;
use words::plain_text;
use write::write;

/// Hours in the strict grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// For the column 受付時間.
    pub open: String,
    /// For the column 休み.
    pub off: String,
}

impl Loose {
    /// The exact words for the two cells.
    #[must_use]
    pub fn mend(&self) -> String {
        if self.off.is_empty() {
            format!("受付時間に「{}」と書き、休みは空にします", self.open)
        } else {
            format!(
                "受付時間に「{}」、休みに「{}」と書きます",
                self.open, self.off
            )
        }
    }
}

/// Reads hours and days off as people write them.
///
/// Where no weekdays are written, the days off have to name both Saturday and Sunday: the other days
/// are open. 休日 is understood beside 祝日 only, a time without 午前 or 午後 from 6:00 on.
///
/// # Errors
/// The part that is not understood.
pub fn read_loose(open: &str, off: &str) -> Result<Loose, HoursFault> {
    let mut reading = Reading::default();
    reading.read_open(&plain_text(open))?;
    reading.read_off(&plain_text(off))?;
    reading.fill_days()?;
    reading.check_workdays()?;
    let (open, off) = write(&reading);
    let loose = Loose { open, off };
    // The strict grammar has the last word.
    let spans = read_spans(&loose.open)?;
    let closures = read_closures(&loose.off)?;
    check_agreement(&spans, &closures)?;
    Ok(loose)
}
