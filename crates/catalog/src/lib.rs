//! Sheets to model: reads the sheets of `catalog/`, finds every fault in one run, and compiles what is without one.
//! Bytes in, values out: no file, no clock and no printing, so that it runs in a browser too.
//!
//! The border of the whole product: what is read here is text that people typed; what leaves is a
//! [`navigator::Catalog`] in which nothing is left to fail. Faults are values with a place and a mend.

mod address;
pub mod answers;
mod check;
pub mod columns;
mod compile;
mod condition;
mod copied;
mod danger;
mod dates;
mod entry;
mod fault;
mod grammar;
mod hours;
mod kinds;
mod knowledge;
pub mod moment;
mod official;
mod phone;
mod prefecture;
pub mod readings;
mod sheets;
mod short;
mod sources;
mod stray;
mod town;
mod wording;

pub use compile::Compiled;
pub use condition::{ConditionFault, Vocabulary, read_condition};
pub use fault::{Fault, Faults};
pub use hours::{
    HoursFault, Loose, check_agreement, holidays, holidays_of, read_closures, read_loose,
    read_spans,
};
pub use knowledge::Knowledge;
pub use phone::Phone;
pub use sheets::{Lines, Seen, plain_text, read_toml};
pub use sources::Sources;
pub use town::TownSheets;

use navigator::Day;

/// Reads, checks and compiles all towns; with any fault in any sheet there is no catalog at all.
///
/// # Errors
/// All faults of all sheets.
pub fn compile_all(sources: &Sources) -> Result<Vec<Compiled>, Faults> {
    read_and_compile(sources, None)
}

/// The same on a day: what says that it was checked later, and a town of which nothing is left, are faults too.
///
/// # Errors
/// All faults of all sheets.
pub fn compile_all_on(sources: &Sources, today: Day) -> Result<Vec<Compiled>, Faults> {
    read_and_compile(sources, Some(today))
}

fn read_and_compile(sources: &Sources, today: Option<Day>) -> Result<Vec<Compiled>, Faults> {
    let mut faults = Faults::default();
    stray::check_folders(sources, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let sources = &stray::under_their_names(sources, &mut faults);
    let sources = &copied::without_copies(sources, &mut faults);
    let knowledge = Knowledge::read(sources, &mut faults);
    let ids = sources.town_ids();
    let towns: Vec<TownSheets> = ids
        .iter()
        .map(|id| TownSheets::read(sources, &knowledge, id, &mut faults))
        .collect();
    check::check(&knowledge, &towns, &mut faults);
    if let Some(today) = today {
        check::check_on(sources, (&knowledge, &towns), today, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    compile::compile(&knowledge, &towns).map_err(|which| {
        faults.add(
            &which,
            0,
            "",
            "書き出したファイルを、同じ内容に読みもどせません",
            "どの表にも見えない文字（NUL）がないか確かめます。なければ、作った人に知らせます",
        );
        faults
    })
}
