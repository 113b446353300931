//! `catalog why-ask`: why the next question is the next.

use crate::input::{said, towns};
use crate::options::{Form, Situation};
use crate::output::tell;
use catalog_cli::reports::when::When;
use catalog_cli::reports::why_ask::WhyAsk as Report;
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "次の質問を、なぜ聞くか。ほかの質問の点")]
pub struct WhyAsk {
    #[command(flatten)]
    situation: Situation,
    #[command(flatten)]
    form: Form,
}

impl WhyAsk {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let said = said(&towns, &self.situation)?;
        let when = When::of(said.catalog, said.now);
        let report = Report::of(said.catalog, &said.answers, when);
        tell(&report, self.form.json, Report::words)
    }
}
