//! Writes one table of a town as a sheet: headings with notes, cells as text, drop-downs, and colours.

use super::book::Book;
use super::layout::{Field, SHEETS, column, fields, is_several, letters, part_of};
use super::look;
use super::shared::{Item, Lists};
use crate::table::Table;
use catalog::Fault;
use catalog::columns::{self, Column, Sort};
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, Format, Formula, Note,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// The last row that drop-downs and colours reach.
const LAST: u32 = 20_000;
/// How many rows that staff add are offered in the drop-downs of other sheets.
const ADDED: usize = 200;

/// A table on its way into a sheet.
pub struct Page<'p> {
    /// The sheet's name.
    pub name: &'p str,
    /// The table's file.
    pub file: &'p str,
    /// The town.
    pub book: &'p Book,
    /// What is wrong in the table.
    pub faults: Vec<&'p Fault>,
}

impl Page<'_> {
    /// Writes the sheet.
    ///
    /// # Errors
    /// As the writer's.
    pub fn write(&self, sheet: &mut Worksheet, lists: &mut Lists) -> Result<(), XlsxError> {
        let Some(table) = self.book.tables.get(self.file) else {
            return Ok(());
        };
        sheet.set_name(self.name)?;
        let fields = fields(self.file, table);
        for (at, field) in (0..).zip(&fields) {
            self.column(sheet, (at, field), (table, fields.len()), lists)?;
        }
        self.cells(sheet, table, &fields)?;
        let last = u32::try_from(table.rows.len().max(1)).unwrap_or(LAST);
        let right = u16::try_from(fields.len().saturating_sub(1)).unwrap_or(0);
        sheet.autofilter(0, 0, last, right)?;
        sheet.set_freeze_panes(1, if self.file == "entries.csv" { 2 } else { 1 })?;
        Ok(())
    }

    /// What holds for a whole column: its heading, its form, its drop-down.
    fn column(
        &self,
        sheet: &mut Worksheet,
        (at, field): (u16, &Field),
        (table, count): (&Table, usize),
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        let own = table.headings.get(field.column).map_or("", String::as_str);
        let described = column(self.file, own);
        let is_first = field.part == 0;
        let needed = is_first && described.is_some_and(|column| column.needed);
        sheet.set_column_width(at, width(described))?;
        sheet.set_column_format(at, &look::cell())?;
        sheet.write_string_with_format(0, at, &field.heading, &look::heading(needed))?;
        let Some(described) = described else {
            return Ok(());
        };
        if is_first {
            sheet.insert_note(0, at, &note(described))?;
        }
        self.offer(sheet, at, described, lists)?;
        if needed {
            mark_missing(sheet, at, count)?;
        }
        Ok(())
    }

    /// A drop-down where there are words to choose from.
    fn offer(
        &self,
        sheet: &mut Worksheet,
        at: u16,
        column: &Column,
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        let Some((range, is_closed)) = self.range(column, lists) else {
            return Ok(());
        };
        let style = match is_closed {
            true => DataValidationErrorStyle::Stop,
            false => DataValidationErrorStyle::Warning,
        };
        let rule = DataValidation::new()
            .allow_list_formula(Formula::new(format!("={range}")))
            .set_error_style(style)
            .set_error_title("えらぶ言葉")?
            .set_error_message("▼をおして、一覧から選びます。")?;
        sheet.add_data_validation(1, at, LAST, at, &rule)?;
        if is_closed {
            let cell = format!("{}2", letters(usize::from(at)));
            mark(
                sheet,
                at,
                &format!("=AND({cell}<>\"\",ISNA(MATCH({cell},{range},0)))"),
                look::wrong(),
            )?;
        }
        Ok(())
    }

    /// Where the words of a column stand, and whether there are no others.
    fn range(&self, column: &Column, lists: &mut Lists) -> Option<(String, bool)> {
        match column.sort {
            Sort::Words(words) => {
                let items = || {
                    let words = words.iter().filter(|word| !word.is_empty());
                    words.map(|word| Item::Word((*word).to_owned())).collect()
                };
                let heading = format!("{}（{}）", column.heading, self.name);
                Some((lists.range(&heading, items), true))
            }
            Sort::Ids(names) => {
                let items = || items(self.book, names);
                let is_closed = matches!(names, columns::Names::Kinds | columns::Names::Headings);
                Some((lists.range(list_name(names), items), is_closed))
            }
            _ => None,
        }
    }

    fn cells(
        &self,
        sheet: &mut Worksheet,
        table: &Table,
        fields: &[Field],
    ) -> Result<(), XlsxError> {
        let faults = self.faults_by_cell();
        for (at, row) in table.rows.iter().enumerate() {
            let line = u32::try_from(at + 1).unwrap_or(LAST);
            let number = table.numbers.get(at).copied().unwrap_or(0);
            for (place, field) in (0..).zip(fields) {
                let text = self.shown(table, field, row);
                let heading = table.headings[field.column].as_str();
                let told = faults
                    .get(&(number, heading))
                    .filter(|_| field.part == 0 && number > 0);
                if let Some(told) = told {
                    sheet.insert_note(
                        line,
                        place,
                        &Note::new(told.as_str()).add_author_prefix(false),
                    )?;
                    write(sheet, (line, place), &text, &look::faulty())?;
                } else if !text.is_empty() {
                    write(sheet, (line, place), &text, &look::cell())?;
                }
            }
        }
        Ok(())
    }

    /// What is wrong, by row and heading; what is wrong with a row as a whole stands at its first column.
    fn faults_by_cell(&self) -> BTreeMap<(usize, &str), String> {
        let mut by_cell: BTreeMap<(usize, &str), String> = BTreeMap::new();
        let first = column_names(self.file).next().unwrap_or("id");
        for fault in &self.faults {
            let heading = if fault.column.is_empty() {
                first
            } else {
                &fault.column
            };
            let told = by_cell.entry((fault.row, heading)).or_default();
            told.push_str(&format!("{}。→ {}。\n", fault.what, fault.mend));
        }
        by_cell
    }

    fn shown(&self, table: &Table, field: &Field, row: &[String]) -> String {
        let heading = table.headings[field.column].as_str();
        let text = part_of(field, row, is_several(self.file, heading));
        match column(self.file, heading).map(|column| column.sort) {
            Some(Sort::Ids(names)) => self.book.names.among(names).shown(text),
            _ => text.to_owned(),
        }
    }
}

fn column_names(file: &str) -> impl Iterator<Item = &'static str> {
    let columns = super::layout::described(file).map_or(&[][..], |described| described.columns);
    columns.iter().map(|column| column.heading)
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

fn note(column: &Column) -> Note {
    let needed = if column.needed {
        "【かならず書きます】\n"
    } else {
        ""
    };
    Note::new(format!("{needed}{}", column.note))
        .add_author_prefix(false)
        .set_width(300)
        .set_height(120)
}

fn width(column: Option<&Column>) -> f64 {
    match column.map(|column| (column.sort, column.heading)) {
        Some((_, "すること" | "説明" | "本文" | "メモ" | "使える人" | "題名")) => {
            44.0
        }
        Some((Sort::Ids(_), _)) => 34.0,
        Some((Sort::Day | Sort::Date | Sort::Degrees, _)) => 13.0,
        Some((Sort::Words(_), _)) => 12.0,
        _ => 22.0,
    }
}

/// Marks the cells that have to be filled, in rows that have anything.
fn mark_missing(sheet: &mut Worksheet, at: u16, count: usize) -> Result<(), XlsxError> {
    let (own, last) = (letters(usize::from(at)), letters(count.saturating_sub(1)));
    let rule = format!("=AND(COUNTA($A2:${last}2)>0,{own}2=\"\")");
    mark(sheet, at, &rule, look::missing())
}

fn mark(sheet: &mut Worksheet, at: u16, rule: &str, look: Format) -> Result<(), XlsxError> {
    let rule = ConditionalFormatFormula::new()
        .set_rule(rule)
        .set_format(look);
    sheet.add_conditional_format(1, at, LAST, at, &rule)?;
    Ok(())
}

fn list_name(names: columns::Names) -> &'static str {
    match names {
        columns::Names::Kinds => "窓口の種類",
        columns::Names::Sources => "出典",
        columns::Names::Plan => "計画",
        columns::Names::Entries => "窓口",
        columns::Names::Headings => "窓口の見出し",
    }
}

/// What is offered: what the sheets of this workbook hold, rows that staff add included, then everybody's.
fn items(book: &Book, names: columns::Names) -> Vec<Item> {
    let (file, name) = match names {
        columns::Names::Sources => ("sources.csv", "題名"),
        columns::Names::Plan => ("plan.csv", "名前"),
        columns::Names::Entries => ("entries.csv", "名前"),
        columns::Names::Kinds | columns::Names::Headings => ("", ""),
    };
    let own = live(book, file, name);
    let known = book.names.among(names).all_shown();
    let rest = known.into_iter().skip(own.len().saturating_sub(ADDED));
    let rest = rest.map(Item::Word).collect::<Vec<_>>();
    own.into_iter().chain(rest).collect()
}

/// Formulas that show the rows of a sheet as they are now.
fn live(book: &Book, file: &str, name: &str) -> Vec<Item> {
    let Some(table) = book.tables.get(file) else {
        return Vec::new();
    };
    let sheet = SHEETS
        .iter()
        .find(|(_, own)| *own == file)
        .map_or("", |(sheet, _)| sheet);
    let fields = fields(file, table);
    let letter = |heading: &str| {
        let at = fields.iter().position(|field| field.heading == heading);
        letters(at.unwrap_or(0))
    };
    let (id, name_at) = (letter("id"), letter(name));
    let pairs = table.pairs("id", name);
    let cell = |line: usize| {
        let id = format!("'{sheet}'!${id}${line}");
        let formula = format!("=IF({id}=\"\",\"\",'{sheet}'!${name_at}${line}&\"（\"&{id}&\"）\")");
        let now = pairs.get(line - 2).filter(|(id, _)| !id.is_empty());
        Item::Formula(
            formula,
            now.map_or_else(String::new, |(id, name)| format!("{name}（{id}）")),
        )
    };
    (2..pairs.len() + 2 + ADDED).map(cell).collect()
}
