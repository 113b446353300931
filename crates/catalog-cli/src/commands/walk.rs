//! `catalog walk`: the interview in a terminal.

use crate::input::{current_moment, said, towns};
use crate::options::{Situation, TypedAsker};
use catalog_cli::folder::system;
use catalog_cli::interview::interview;
use catalog_cli::reports::when::When;
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "人が端末で答える")]
pub struct Walk {
    #[command(flatten)]
    situation: Situation,
    #[arg(
        long,
        value_name = "人",
        hide_possible_values = true,
        help = "聞く人: self（本人）、family（家族）、supporter（支える人）"
    )]
    asker: Option<TypedAsker>,
}

impl Walk {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        if self.situation.answers.as_deref() == Some("-") {
            return Err(
                "walk では、標準入力は人の答えです。--answers にはファイルを指してください。"
                    .to_owned(),
            );
        }
        let towns = towns(sheets)?;
        let mut said = said(&towns, &self.situation)?;
        if let Some(asker) = self.asker {
            said.answers.asker = asker.into();
        }
        // A person is at the keyboard now.
        let now = said.now.unwrap_or_else(current_moment);
        let when = When::of(said.catalog, Some(now));
        let (typed, shown) = (std::io::stdin().lock(), std::io::stdout().lock());
        match interview(said.catalog, &said.answers, when, typed, shown) {
            Err(problem) if problem.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(format!("続けられません（{}）。", system(&problem)))
            }
            _ => Ok(()),
        }
    }
}
