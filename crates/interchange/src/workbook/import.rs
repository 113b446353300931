//! A workbook as a town's sheets again. What cannot be understood is refused with its cell; then nothing is taken at all.

use super::cell::text;
use super::grid::{Grid, grids};
use super::layout::{
    GUIDE, KINDS, NEEDS, SETTINGS, SHEETS, WORDS, column, described, home, is_several, letters,
    parts,
};
use super::names::{Named, Names};
use super::places::{Places, Sheet, cell};
use super::settings::{Setting, Settings};
use crate::note::Note;
use crate::table::Table;
use catalog::columns::Sort;
use catalog::{Faults, Sources, plain_text};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// What a workbook gave.
#[derive(Debug)]
pub struct Imported {
    /// The town's files by their names in its folder.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Where everything stands in the workbook.
    pub places: Places,
    /// What was not read.
    pub left_out: Vec<Note>,
}

impl Imported {
    /// These sources with the town's files in the place of those that it has there.
    #[must_use]
    pub fn over(&self, sources: &Sources, town: &str) -> Sources {
        let mut over = sources.clone();
        for (name, bytes) in &self.files {
            over.insert(format!("towns/{town}/{name}"), bytes.clone());
        }
        over
    }
}

/// Reads the workbook of a town. The order of its columns and the remarks in its settings are taken from the sheets that
/// the town has now.
///
/// # Errors
/// What cannot be understood, each with its cell and its mend.
pub fn import(bytes: &[u8], sources: &Sources, town: &str) -> Result<Imported, Vec<Note>> {
    let mut reader = Reader {
        grids: grids(bytes)?,
        sources,
        town,
        faults: Faults::default(),
        places: Places::of(town),
        cells: BTreeMap::new(),
    };
    let mut tables = BTreeMap::new();
    for (name, file) in SHEETS {
        tables.extend(reader.table(name, file).map(|table| (file, table)));
    }
    let settings = reader.settings();
    if !reader.faults.is_empty() {
        return Err(reader.told());
    }
    let names = Names::of(sources, &|file| {
        tables.get(file).cloned().unwrap_or_default()
    });
    let mut files = BTreeMap::new();
    for (file, mut table) in tables {
        let base = reader.base(file);
        let may_lack = described(file).is_some_and(|described| described.may_lack);
        if may_lack && base.is_none() && table.rows.is_empty() {
            continue;
        }
        with_ids(&mut table, file, &names);
        files.insert(file.to_owned(), as_before(table, base).write());
    }
    files.extend(settings.map(|text| ("town.toml".to_owned(), text.into_bytes())));
    Ok(Imported {
        left_out: reader.left_out(),
        places: reader.places,
        files,
    })
}

struct Reader<'r> {
    grids: Vec<Grid>,
    sources: &'r Sources,
    town: &'r str,
    /// What is wrong, by the workbook's sheet, its row from 1, and the heading.
    faults: Faults,
    places: Places,
    /// The columns of the headings, by sheet.
    cells: BTreeMap<(String, String), u32>,
}

/// A heading of the workbook: where it stands, to which column of the file it belongs, and which of its values it is.
struct Heading {
    at: u32,
    own: String,
    part: usize,
}

const KEEP: &str = "シートの名前は変えません。もとの名前にもどします";

impl Reader<'_> {
    fn base(&self, file: &str) -> Option<Table> {
        let bytes = self.sources.get(&format!("towns/{}/{file}", self.town))?;
        Table::read(bytes).ok()
    }

    fn grid(&self, name: &str) -> Option<&Grid> {
        self.grids.iter().find(|grid| grid.name.trim() == name)
    }

    /// The table of a sheet, with the names of ids as they stand.
    fn table(&mut self, name: &str, file: &str) -> Option<Table> {
        let Some(grid) = self.grid(name).cloned() else {
            self.miss(name, file);
            return None;
        };
        let headings = self.headings(&grid, file)?;
        let mut table = Table::default();
        for heading in &headings {
            if table.position(&heading.own).is_none() {
                table.headings.push(heading.own.clone());
            }
        }
        let mut rows = Vec::new();
        for (row, cells) in grid.rows.range(1..) {
            let mut line = vec![Vec::new(); table.headings.len()];
            for heading in &headings {
                let Some(value) = cells.get(&heading.at) else {
                    continue;
                };
                let own = column(file, &heading.own);
                let sort = own.map_or(Sort::Text, |column| column.sort);
                match text(value, sort) {
                    Ok(text) => {
                        line[table.position(&heading.own).unwrap_or(0)].push((heading.part, text))
                    }
                    Err((what, mend)) => self.wrong(&grid.name, *row, heading, what, mend),
                }
            }
            if line.iter().any(|cell| !cell.is_empty()) {
                table.rows.push(line.into_iter().map(joined).collect());
                rows.push(*row);
            }
        }
        self.note_places(file, rows, &headings);
        Some(table)
    }

    fn wrong(&mut self, sheet: &str, row: u32, heading: &Heading, what: String, mend: String) {
        let shown = self.shown(sheet, heading);
        let line = usize::try_from(row).unwrap_or(0) + 1;
        self.faults.add(sheet, line, &shown, what, mend);
    }

    /// The heading as the workbook has it, whose column is remembered.
    fn shown(&mut self, sheet: &str, heading: &Heading) -> String {
        let shown = match heading.part {
            0 => heading.own.clone(),
            part => format!("{}{}", heading.own, part + 1),
        };
        self.cells
            .insert((sheet.to_owned(), shown.clone()), heading.at);
        shown
    }

    fn note_places(&mut self, file: &str, rows: Vec<u32>, headings: &[Heading]) {
        let mut columns = BTreeMap::new();
        for heading in headings {
            let first = columns.entry(heading.own.clone()).or_insert(heading.at);
            *first = heading.at.min(*first);
        }
        self.places.insert(file, Sheet { rows, columns });
    }

    /// A sheet is not there: renamed, if another one has its headings.
    fn miss(&mut self, name: &str, file: &str) {
        let may_lack = described(file).is_some_and(|described| described.may_lack);
        if may_lack && self.base(file).is_none() {
            return;
        }
        let renamed = self
            .grids
            .iter()
            .find(|grid| !is_known(&grid.name) && has_headings(grid, file));
        let what = format!("シート「{name}」がありません");
        let mend = match renamed {
            Some(grid) => format!("シート「{}」の名前を「{name}」にもどします", grid.name),
            None => format!("{KEEP}。消したなら、書き出したブックからやり直します"),
        };
        self.faults.add(name, 0, "", what, mend);
    }

    /// The headings in the first row. Nothing if the rows cannot be read by them.
    fn headings(&mut self, grid: &Grid, file: &str) -> Option<Vec<Heading>> {
        if let Some((what, mend)) = no_headings(grid, file) {
            self.faults.add(&grid.name, 1, "", what, mend);
            return None;
        }
        let base = self.base(file).unwrap_or_default();
        let mut headings: Vec<Heading> = Vec::new();
        let before = self.faults.count();
        for (at, shown) in heads(grid, 0) {
            let (own, part) = home(file, &shown);
            let is_known = column(file, own).is_some() || base.position(own).is_some();
            let is_twice = headings
                .iter()
                .any(|other| other.own == own && other.part == part);
            let wrong = if !is_known {
                Some(format!("「{shown}」という見出しはありません"))
            } else {
                is_twice.then(|| format!("見出し「{shown}」が2つあります"))
            };
            if let Some(what) = wrong {
                let mend = "もとの見出しにもどします。足した列なら、中身を「メモ」に移して、列ごと消します";
                self.cells.insert((grid.name.clone(), shown.clone()), at);
                self.faults.add(&grid.name, 1, &shown, what, mend);
            }
            headings.push(Heading {
                at,
                own: own.to_owned(),
                part,
            });
        }
        self.check_columns(grid, file, &headings);
        (self.faults.count() == before).then_some(headings)
    }

    /// Every column is there, and nothing stands in one that has no heading.
    fn check_columns(&mut self, grid: &Grid, file: &str, headings: &[Heading]) {
        let columns = described(file).map_or(&[][..], |described| described.columns);
        let has = |heading: &str| headings.iter().any(|own| own.own == heading);
        for column in columns
            .iter()
            .filter(|own| !own.may_lack && !has(own.heading))
        {
            let what = format!("見出し「{}」がありません", column.heading);
            let mend = "見出しの名前は変えません。もとの名前にもどします";
            self.faults.add(&grid.name, 1, "", what, mend);
        }
        for (row, cells) in grid.rows.range(1..) {
            let lost = cells
                .keys()
                .find(|at| headings.iter().all(|own| own.at != **at));
            if let Some(at) = lost {
                let shown = format!("{}列", letters(usize::try_from(*at).unwrap_or(0)));
                let line = usize::try_from(*row).unwrap_or(0) + 1;
                self.cells.insert((grid.name.clone(), shown.clone()), *at);
                let what = "見出しのない列に、何かが書いてあります";
                self.faults.add(
                    &grid.name,
                    line,
                    &shown,
                    what,
                    "見出しのある列に移すか、消します",
                );
            }
        }
    }

    /// The file of settings.
    fn settings(&mut self) -> Option<String> {
        let Some(grid) = self.grid(SETTINGS).cloned() else {
            let what = format!("シート「{SETTINGS}」がありません");
            self.faults.add(SETTINGS, 0, "", what, KEEP);
            return None;
        };
        let (mut rows, mut places) = (Vec::new(), Vec::new());
        let heads: BTreeMap<String, u32> = heads(&grid, 0).map(|(at, shown)| (shown, at)).collect();
        let at = ["名前", "値", "値2"].map(|heading| heads.get(heading).copied());
        let [Some(key), Some(value), Some(second)] = at else {
            let what = "見出し（項目、名前、値、値2）がありません";
            self.faults
                .add(SETTINGS, 1, "", what, "もとの見出しにもどします");
            return None;
        };
        for (row, cells) in grid.rows.range(1..) {
            let mut word = |at: u32| {
                let read = cells
                    .get(&at)
                    .map_or(Ok(String::new()), |value| text(value, Sort::Text));
                read.unwrap_or_else(|(what, mend)| {
                    let heading = if at == value { "値" } else { "値2" };
                    self.cells
                        .insert((SETTINGS.to_owned(), heading.to_owned()), at);
                    self.faults.add(
                        SETTINGS,
                        usize::try_from(*row).unwrap_or(0) + 1,
                        heading,
                        what,
                        mend,
                    );
                    String::new()
                })
            };
            let setting = Setting {
                key: word(key),
                value: word(value),
                second: word(second),
            };
            if !setting.key.is_empty() || !setting.value.is_empty() {
                places.push((setting.key.clone(), *row));
                rows.push(setting);
            }
        }
        self.write_settings(&rows, places)
    }

    fn write_settings(&mut self, rows: &[Setting], places: Vec<(String, u32)>) -> Option<String> {
        let settings = match Settings::of(rows) {
            Ok(settings) => settings,
            Err(at) => {
                let line = places
                    .get(at)
                    .map_or(0, |(_, row)| usize::try_from(*row).unwrap_or(0) + 1);
                let what = format!("「{}」という名前の設定はありません", rows[at].key);
                self.faults.add(
                    SETTINGS,
                    line,
                    "",
                    what,
                    "「名前」の列は直しません。もとにもどします",
                );
                return None;
            }
        };
        self.places.insert_settings(places);
        let path = format!("towns/{}/town.toml", self.town);
        let base = self
            .sources
            .get(&path)
            .and_then(|bytes| plain_text(bytes).ok())
            .unwrap_or_default();
        match settings.write(base) {
            Ok(text) => Some(text),
            Err(what) => {
                self.faults
                    .add(SETTINGS, 0, "", what, "前に保存した town.toml にもどします");
                None
            }
        }
    }

    /// What is wrong, with the workbook's cells.
    fn told(self) -> Vec<Note> {
        let faults = self.faults.sorted().into_iter();
        faults
            .map(|fault| {
                let column = self.cells.get(&(fault.sheet.clone(), fault.column.clone()));
                let row = u32::try_from(fault.row).unwrap_or(0).checked_sub(1);
                let at = row.map(|row| format!("!{}", cell(row, column.copied().unwrap_or(0))));
                let place = format!(
                    "{}{}「{}」",
                    fault.sheet,
                    at.unwrap_or_default(),
                    fault.column
                );
                let more = match fault.more {
                    0 => String::new(),
                    more => format!("（同じまちがいが、ほか {more} 件）"),
                };
                Note::new(place.replace("「」", ""), fault.what + &more, fault.mend)
            })
            .collect()
    }

    fn left_out(&self) -> Vec<Note> {
        let unknown = self
            .grids
            .iter()
            .filter(|grid| !is_known(&grid.name) && !grid.rows.is_empty());
        unknown
            .map(|grid| Note::new(grid.name.as_str(), "このシートは読みませんでした", ""))
            .collect()
    }
}

fn is_known(name: &str) -> bool {
    let own = SHEETS.iter().map(|(name, _)| *name);
    own.chain([SETTINGS, GUIDE, WORDS, KINDS, NEEDS])
        .any(|own| own == name.trim())
}

/// The headings of a row, with their columns. Full-width letters are taken for what they are.
fn heads(grid: &Grid, row: u32) -> impl Iterator<Item = (u32, String)> {
    let cells = grid.rows.get(&row).into_iter().flatten();
    cells.filter_map(|(at, value)| Some((*at, text(value, Sort::Text).ok()?.nfkc().collect())))
}

/// True if most of the headings of a file stand in the first row.
fn has_headings(grid: &Grid, file: &str) -> bool {
    has_headings_in(grid, file, 0)
}

fn has_headings_in(grid: &Grid, file: &str, row: u32) -> bool {
    let columns = described(file).map_or(&[][..], |described| described.columns);
    let shown: Vec<String> = heads(grid, row)
        .map(|(_, shown)| home(file, &shown).0.to_owned())
        .collect();
    let found = columns
        .iter()
        .filter(|column| shown.iter().any(|own| own == column.heading));
    found.count() * 2 >= columns.len()
}

/// What is wrong where the headings do not stand in the first row.
fn no_headings(grid: &Grid, file: &str) -> Option<(String, &'static str)> {
    if has_headings(grid, file) {
        return None;
    }
    Some(
        match (1..20).find(|row| has_headings_in(grid, file, *row)) {
            Some(row) => (
                format!("見出しが1行目ではなく{}行目にあります", row + 1),
                "上の行を、行ごと消します",
            ),
            None => (
                "1行目に見出しがありません".to_owned(),
                "書き出したブックの見出しにもどします",
            ),
        },
    )
}

/// The values of a cell, in the order of their columns.
fn joined(mut values: Vec<(usize, String)>) -> String {
    values.sort_by_key(|(part, _)| *part);
    let values: Vec<String> = values.into_iter().map(|(_, text)| text).collect();
    values.join(";")
}

/// Puts ids in the place of the names by which they were chosen.
fn with_ids(table: &mut Table, file: &str, names: &Names) {
    for (at, heading) in table.headings.clone().iter().enumerate() {
        let Some(Sort::Ids(of)) = column(file, heading).map(|column| column.sort) else {
            continue;
        };
        let known = names.among(of);
        let several = is_several(file, heading);
        for row in &mut table.rows {
            row[at] = ids(known, &row[at], several);
        }
    }
}

/// The ids that a cell means; each of several is looked for by itself, so that none stands for all.
fn ids(known: &Named, cell: &str, several: bool) -> String {
    let meant = |text: &str| known.meant(text).unwrap_or(text).to_owned();
    match several {
        true => {
            let all: Vec<String> = parts(cell).into_iter().map(meant).collect();
            all.join(";")
        }
        false => meant(cell),
    }
}

/// The columns in the order that the town's file has them. A column that it has not and that nobody filled is left out.
fn as_before(table: Table, base: Option<Table>) -> Table {
    let (before, dos) = base.map_or((Vec::new(), false), |base| (base.headings, base.dos));
    let is_filled = |at: usize| table.rows.iter().any(|row| !row[at].is_empty());
    let own = before.iter().filter_map(|heading| table.position(heading));
    let mut order: Vec<usize> = own.collect();
    for at in 0..table.headings.len() {
        let is_wanted = before.is_empty() || is_filled(at);
        if !order.contains(&at) && is_wanted {
            order.push(at);
        }
    }
    let pick = |row: &Vec<String>| order.iter().map(|at| row[*at].clone()).collect();
    Table {
        headings: pick(&table.headings),
        rows: table.rows.iter().map(pick).collect(),
        dos,
        numbers: Vec::new(),
    }
}
