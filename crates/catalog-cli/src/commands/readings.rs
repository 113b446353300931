//! `catalog readings`: what has no furigana.

use crate::input::{readings_of, towns};
use crate::output::{say, say_json};
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "ふりがなのない言葉と、使っていないよみ")]
pub struct ReadingsOf {
    #[arg(long, conflicts_with = "json", help = "すべての文をよみつきで出す")]
    all: bool,
    #[arg(long, help = "JSON で出す")]
    json: bool,
}

impl ReadingsOf {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let review = readings_of(sheets, &towns(sheets)?)?;
        if self.json {
            say_json(&review.as_json())
        } else if self.all {
            let lines = review.texts.iter().map(|text| format!("{text}\n"));
            say(&lines.collect::<String>())
        } else {
            say(&review.as_text())
        }
    }
}
