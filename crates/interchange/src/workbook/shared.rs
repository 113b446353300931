//! The sheet えらぶ言葉: a column for each list that a drop-down offers. Only to be read; what staff add to a sheet of the
//! town is offered at once, because its rows are looked at by formulas.

use super::layout::{WORDS, letters};
use super::look;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

/// The lists, in the order in which they were asked for.
#[derive(Default)]
pub struct Lists {
    all: Vec<List>,
}

struct List {
    heading: String,
    items: Vec<Item>,
}

/// A word that is offered.
pub enum Item {
    /// As it stands.
    Word(String),
    /// What a formula gives, and gave when the workbook was made.
    Formula(String, String),
}

impl Lists {
    /// Where a list stands, for a drop-down. The same heading is the same list.
    pub fn range(&mut self, heading: &str, items: impl FnOnce() -> Vec<Item>) -> String {
        let found = self.all.iter().position(|list| list.heading == heading);
        let at = found.unwrap_or_else(|| {
            self.all.push(List {
                heading: heading.to_owned(),
                items: items(),
            });
            self.all.len() - 1
        });
        let (column, last) = (letters(at), self.all[at].items.len() + 1);
        format!("'{WORDS}'!${column}$2:${column}${}", last.max(2))
    }

    /// Writes the sheet.
    ///
    /// # Errors
    /// As the writer's.
    pub fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(WORDS)?;
        for (column, list) in (0..).zip(&self.all) {
            sheet.set_column_width(column, 28)?;
            sheet.write_string_with_format(0, column, &list.heading, &look::heading(false))?;
            for (row, item) in (1..).zip(&list.items) {
                match item {
                    Item::Word(word) => sheet.write_string(row, column, word)?,
                    Item::Formula(formula, gave) => {
                        let formula = Formula::new(formula).set_result(gave.as_str());
                        sheet.write_formula(row, column, formula)?
                    }
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.protect();
        Ok(())
    }
}
