//! `catalog residents`: whether golden residents get the right windows.

use crate::input::{lines, sources, town, towns};
use crate::options::{Form, SomeTown};
use crate::output::tell;
use clap::Args;
use std::path::{Path, PathBuf};
use verify::residents::{Visits, read_residents, receive};

#[derive(Args)]
#[command(about = "手本の住民に正しい窓口が出るか（出なければ終了コード 1）")]
pub struct Residents {
    #[command(flatten)]
    town: SomeTown,
    #[command(flatten)]
    form: Form,
    #[arg(
        value_name = "フォルダー",
        default_value = "tests/residents",
        hide_default_value = true,
        help = "住民のフォルダー（はじめの値: tests/residents）"
    )]
    folder: PathBuf,
}

impl Residents {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let mut residents = read_residents(&sources(&self.folder)?).map_err(lines)?;
        if let Some(id) = &self.town.town {
            town(&towns, id)?;
            residents.retain(|resident| resident.town == *id);
        }
        let visits = receive(&towns, &residents).map_err(lines)?;
        tell(&visits, self.form.json, Visits::words)?;
        match visits.failed {
            0 => Ok(()),
            failed => Err(format!("{failed}人に、正しい窓口が出ていません。")),
        }
    }
}
