//! `catalog questions`: every question, and what it settles.

use crate::input::{town, towns};
use crate::options::{AlwaysJson, Town};
use crate::output::say_json;
use catalog_cli::reports::questions::questions;
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "すべての質問: 選択肢、だれに聞くか、何が決まるか（JSON）")]
pub struct Questions {
    #[command(flatten)]
    town: Town,
    #[command(flatten)]
    form: AlwaysJson,
}

impl Questions {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        say_json(&questions(town(&towns, &self.town.town)?))
    }
}
