//! `catalog workbook`: a town's sheets as one workbook for Excel and LibreOffice, and back.

use crate::input::{current_moment, sources};
use crate::options::Town;
use crate::output::say;
use catalog::{Faults, Sources, compile_all_on};
use catalog_cli::folder::{self, system};
use clap::{Args, ValueEnum};
use interchange::workbook::{self, Imported};
use interchange::{Note, Table};
use std::path::{Path, PathBuf};

#[derive(Args)]
#[command(
    about = "町の表を1つのブック（Excel）に書き出す（export）、直したブックを取りこむ（import）"
)]
pub struct Workbook {
    #[arg(
        value_name = "export か import",
        hide_possible_values = true,
        help = "書き出すか、取りこむか"
    )]
    task: Task,
    #[arg(
        value_name = "ブック",
        help = "ブックのファイル（はじめの値: <町>.xlsx）"
    )]
    book: Option<PathBuf>,
    #[command(flatten)]
    town: Town,
    #[arg(long, help = "import で、調べるだけにして、書きかえない")]
    dry_run: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Task {
    Export,
    Import,
}

impl Workbook {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let sources = sources(sheets)?;
        known(&sources, &self.town.town)?;
        match self.task {
            Task::Export => self.export(&sources),
            Task::Import => self.import(sheets, &sources),
        }
    }

    fn book(&self) -> PathBuf {
        let own = || PathBuf::from(format!("{}.xlsx", self.town.town));
        self.book.clone().unwrap_or_else(own)
    }

    fn export(&self, sources: &Sources) -> Result<(), String> {
        let town = &self.town.town;
        let faults = compile_all_on(sources, current_moment().day).err();
        let faults = faults.map(Faults::sorted).unwrap_or_default();
        let bytes = workbook::export(sources, town, &faults).map_err(lines)?;
        write(&self.book(), &bytes)?;
        let folder = format!("towns/{town}/");
        let own = faults
            .iter()
            .filter(|fault| fault.sheet.starts_with(&folder));
        let wrong = match own.count() {
            0 => String::new(),
            wrong => format!("まちがいが{wrong}個あります。ある欄は、赤くしました。"),
        };
        say(&format!(
            "{} に書きました。{wrong}\n",
            self.book().display()
        ))
    }

    fn import(&self, sheets: &Path, before: &Sources) -> Result<(), String> {
        let (town, book) = (&self.town.town, self.book());
        let bytes = opened(&book)?;
        let read = workbook::import(&bytes, before, town).map_err(refused)?;
        if let Err(faults) = compile_all_on(&read.over(before, town), current_moment().day) {
            let faults = faults.sorted();
            let notes = faults.iter().map(|fault| read.places.tell(fault));
            return Err(refused(notes.collect()));
        }
        say(&lines(read.left_out.clone()))?;
        self.write(sheets, before, &read)
    }

    /// Writes the files that differ, and tells what does.
    fn write(&self, sheets: &Path, before: &Sources, read: &Imported) -> Result<(), String> {
        let mut told = String::new();
        for (name, bytes) in &read.files {
            let path = format!("towns/{}/{name}", self.town.town);
            let old = before.get(&path).unwrap_or_default();
            if old == bytes {
                continue;
            }
            told.push_str(&format!("{path}: {}\n", difference(old, bytes)));
            if !self.dry_run {
                write(&sheets.join(&path), bytes)?;
            }
        }
        let end = match (told.is_empty(), self.dry_run) {
            (true, _) => "変わったところはありません。\n",
            (_, true) => "まちがいはありません。何も書いていません（--dry-run）。\n",
            _ => "まちがいはありません。書きかえました。\n",
        };
        say(&(told + end))
    }
}

/// The bytes of a workbook.
pub fn opened(book: &Path) -> Result<Vec<u8>, String> {
    folder::bytes(book).map_err(|problem| {
        let what = system(&problem);
        format!("{} を読めません（{what}）。", book.display())
    })
}

/// Refuses a town of which there are no sheets.
pub fn known(sources: &Sources, town: &str) -> Result<(), String> {
    let towns = sources.town_ids();
    if towns.contains(&town) {
        return Ok(());
    }
    Err(format!(
        "「{town}」という町はありません（{}）。",
        towns.join("、")
    ))
}

/// What is told where nothing is taken.
pub fn refused(notes: Vec<Note>) -> String {
    format!("{}まちがいがあります。何も書いていません。", lines(notes))
}

/// Notes, a line each.
pub fn lines(notes: Vec<Note>) -> String {
    notes.iter().map(|note| format!("{note}\n")).collect()
}

/// How many rows were added, taken away or changed, by the first column.
fn difference(old: &[u8], new: &[u8]) -> String {
    if !new.starts_with(b"\xef\xbb\xbf") {
        return "直した設定があります".to_owned();
    }
    let rows = |bytes: &[u8]| {
        Table::read(bytes)
            .map(|table| table.rows)
            .unwrap_or_default()
    };
    let (old, new) = (rows(old), rows(new));
    let of =
        |rows: &[Vec<String>], row: &[String]| rows.iter().any(|own| own.first() == row.first());
    let added = new.iter().filter(|row| !of(&old, row)).count();
    let gone = old.iter().filter(|row| !of(&new, row)).count();
    let changed = new
        .iter()
        .filter(|row| of(&old, row) && !old.contains(row))
        .count();
    format!("足した行 {added}、消した行 {gone}、直した行 {changed}")
}

/// Writes a file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|problem| {
        let what = system(&problem);
        format!(
            "{} に書けません（{what}）。だれかが開いていれば閉じ、場所と空きを確かめてください。",
            path.display()
        )
    })
}
