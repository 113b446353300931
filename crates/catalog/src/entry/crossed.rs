//! Headings that changed places: every number would stand in the wrong column. One fault, and then the rows are read as
//! they were meant.

use super::text::EntryText;
use crate::fault::Faults;
use crate::sheets::Sheet;

/// Notes that the headings of telephone and fax have changed places, and puts the cells back.
pub fn uncross(sheet: &mut Sheet<EntryText>, name: &str, faults: &mut Faults) {
    let said = sheet.rows().filter(|row| !row.cells.via.is_empty()).count();
    let is_crossed = |cells: &EntryText| {
        !cells.via.is_empty() && cells.phone.is_empty() && !cells.fax.is_empty()
    };
    let crossed = sheet.rows().filter(|row| is_crossed(row.cells)).count();
    if crossed > 1 && crossed * 2 > said {
        let what = "「電話」と「FAX」の見出しが入れかわっています";
        faults.add(
            name,
            1,
            "電話",
            what,
            "2つの見出しを入れかえて、もとにもどします",
        );
        sheet.change(|cells| std::mem::swap(&mut cells.phone, &mut cells.fax));
    }
}
