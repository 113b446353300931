//! `catalog check`: every fault of every sheet, or what there is in each town.

use crate::input::{readings_of, towns};
use crate::output::say;
use catalog::Compiled;
use catalog::readings::Review;
use clap::Args;
use navigator::{Level, PlanLevel};
use std::path::Path;

#[derive(Args)]
#[command(about = "すべての表を調べる（まちがいがあれば終了コード 1）")]
pub struct Check {}

impl Check {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        towns.iter().try_for_each(|town| say(&counts(town)))?;
        say(&without_furigana(&readings_of(sheets, &towns)?))
    }
}

fn counts(town: &Compiled) -> String {
    let catalog = &town.catalog;
    let measures = catalog.plan.iter();
    let measures = measures.filter(|item| item.level == PlanLevel::Measure);
    let entries = catalog.entries.len();
    let own = catalog.entries.iter();
    let own = own.filter(|entry| entry.level == Level::Town).count();
    let kinds = catalog.kinds.iter();
    let reachable = kinds.filter(|kind| !kind.entries.is_empty()).count();
    format!(
        "{}: まちがいはありません。窓口・サービス {entries}（町 {own}、共同・都県・全国 {}）、施策 {}、窓口の種類 {}（着けるもの {reachable}）、困りごと {}、質問 {}\n",
        catalog.town.name,
        entries - own,
        measures.count(),
        catalog.kinds.len(),
        catalog.needs.len(),
        catalog.questions.len(),
    )
}

/// It is no fault: no number may wait for a reading.
fn without_furigana(review: &Review) -> String {
    let others = review.otherwise.len() + review.unused.len();
    let more = match others {
        0 => String::new(),
        others => format!(
            "よみの表に、見直すところがほかに{others}あります（catalog readings で出ます）。\n"
        ),
    };
    review.without_words() + &more
}
