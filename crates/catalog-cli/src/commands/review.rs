//! `catalog review`: what differs from an earlier state of a town, as a workbook for the person who knows.

use super::workbook::{known, lines, opened, refused, write};
use crate::input::sources;
use crate::options::Town;
use crate::output::say;
use catalog::Sources;
use clap::Args;
use interchange::{review, workbook};
use std::path::{Path, PathBuf};

#[derive(Args)]
#[command(about = "前の表から変わったところを、知っている人に確かめてもらうブック（Excel）にする")]
pub struct Review {
    #[arg(
        value_name = "ブック",
        help = "書くブックのファイル（はじめの値: <町>-review.xlsx）"
    )]
    book: Option<PathBuf>,
    #[command(flatten)]
    town: Town,
    #[arg(
        long,
        value_name = "前の表",
        help = "前の表のフォルダーか、前に書き出したブック"
    )]
    before: PathBuf,
}

impl Review {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let town = &self.town.town;
        let after = sources(sheets)?;
        known(&after, town)?;
        let before = self.before(&after)?;
        let changes = review::changes(&before, &after, town).map_err(lines)?;
        if changes.is_empty() {
            return say("変わったところはありません。何も書いていません。\n");
        }
        let own = || PathBuf::from(format!("{town}-review.xlsx"));
        let book = self.book.clone().unwrap_or_else(own);
        write(&book, &review::page(&changes).map_err(lines)?)?;
        let (book, count) = (book.display(), changes.len());
        say(&format!(
            "{book} に書きました。変わったところは{count}です。\n"
        ))
    }

    /// The sheets as they were: those of a folder, or of a workbook.
    fn before(&self, after: &Sources) -> Result<Sources, String> {
        let town = &self.town.town;
        if self.before.is_dir() {
            let before = sources(&self.before)?;
            known(&before, town)?;
            return Ok(before);
        }
        let bytes = opened(&self.before)?;
        let read = workbook::import(&bytes, after, town).map_err(refused)?;
        Ok(read.over(after, town))
    }
}
