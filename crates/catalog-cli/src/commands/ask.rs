//! `catalog ask`: what answers lead to.

use crate::input::{said, towns};
use crate::options::{AlwaysJson, Situation};
use crate::output::say_json;
use catalog_cli::reports::ask::Told;
use catalog_cli::reports::when::When;
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(
    about = "答えから、次の質問と案内（JSON）",
    after_help = "答えの now も --now もなければ、いつ実行しても同じ結果になるように、開いているかは出しません。",
    mut_arg("answers", |answers| answers.required(true))
)]
pub struct Ask {
    #[command(flatten)]
    situation: Situation,
    #[command(flatten)]
    form: AlwaysJson,
}

impl Ask {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let said = said(&towns, &self.situation)?;
        let when = When::of(said.catalog, said.now);
        say_json(&Told::of(said.catalog, &said.answers, when))
    }
}
