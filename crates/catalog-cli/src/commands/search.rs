//! `catalog search`: what a typed text finds.

use crate::input::{town, towns};
use crate::options::{Form, Town};
use crate::output::tell;
use catalog_cli::reports::search::Found;
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "言葉から困りごと、窓口の種類、窓口をさがす")]
pub struct Search {
    #[command(flatten)]
    town: Town,
    #[command(flatten)]
    form: Form,
    #[arg(
        value_name = "言葉",
        required = true,
        help = "さがす言葉（いくつか並べてもよい）"
    )]
    words: Vec<String>,
}

impl Search {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let found = Found::by(town(&towns, &self.town.town)?, &self.words.join(" "));
        tell(&found, self.form.json, Found::words)
    }
}
