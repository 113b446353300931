//! `catalog search`: what a typed text finds.

use crate::input::{current_moment, town, towns};
use crate::options::{Form, Town};
use crate::output::tell;
use catalog_cli::reports::search::Found;
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "言葉から困りごと、窓口、計画の施策をさがす（アプリに出るとおり）")]
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
        let town = town(&towns, &self.town.town)?;
        let found = Found::by(town, &self.words.join(" "), current_moment().day);
        tell(&found, self.form.json, Found::words)
    }
}
