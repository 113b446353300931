//! `catalog why`: why a window is offered or not.

use crate::input::{said, towns};
use crate::options::{Form, Situation};
use crate::output::tell;
use catalog_cli::reports::when::When;
use catalog_cli::reports::why::{self, Why as Report};
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "その窓口が、なぜ出るか、なぜ出ないか、何が変われば変わるか")]
pub struct Why {
    #[arg(
        long,
        value_name = "窓口",
        help = "窓口の id（entries.csv か lines.csv）"
    )]
    entry: String,
    #[command(flatten)]
    situation: Situation,
    #[command(flatten)]
    form: Form,
}

impl Why {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let said = said(&towns, &self.situation)?;
        let situation = why::Situation {
            catalog: said.catalog,
            answers: &said.answers,
            when: When::of(said.catalog, said.now),
        };
        let report = why::why(situation, &self.entry)?;
        tell(&report, self.form.json, Report::words)
    }
}
