//! `catalog check`: every fault of every sheet, or what there is in each town.

use crate::input::{current_moment, readings_of, towns};
use crate::output::say;
use catalog::Compiled;
use catalog::readings::Review;
use clap::Args;
use navigator::{Catalog, Day, Level, PlanLevel};
use std::path::Path;
use verify::wide::{self, MOST};

#[derive(Args)]
#[command(about = "すべての表を調べる（まちがいがあれば終了コード 1）")]
pub struct Check {}

impl Check {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        // Before anything is said to be right.
        let readings = readings_of(sheets, &towns)?;
        let today = current_moment().day;
        for town in &towns {
            say(&counts(town))?;
            say(&notices(&town.catalog, today))?;
            say(&offered_widely(&town.catalog))?;
        }
        say(&without_furigana(&readings))
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

/// What is shown today and what is over; nothing where there is no notice. It is no fault: a notice goes by itself.
fn notices(catalog: &Catalog, today: Day) -> String {
    if catalog.notices.is_empty() {
        return String::new();
    }
    let count = |is: &dyn Fn(Day, Day) -> bool| {
        let notices = catalog.notices.iter();
        notices.filter(|one| is(one.first, one.last)).count()
    };
    let over = count(&|_, last| last < today);
    let more = if over == catalog.notices.len() {
        "。すべて終わっているので、画面に出ません"
    } else {
        ""
    };
    format!(
        "{}: お知らせ {}（今日出るもの {}、これから {}、終わったもの {over}）{more}\n",
        catalog.town.name,
        catalog.notices.len(),
        count(&|first, last| first <= today && today <= last),
        count(&|first, _| today < first),
    )
}

/// It is no fault: a desk that hears everything is for everybody. Any other row wants a 条件.
fn offered_widely(catalog: &Catalog) -> String {
    let entries = wide::entries(catalog, MOST);
    if entries.is_empty() {
        return String::new();
    }
    let head = format!(
        "{}: 条件がなく、{MOST}より多い困りごとに出る窓口 {}。だれのことも聞く窓口でなければ、条件を書きます\n",
        catalog.town.name,
        entries.len(),
    );
    let rows = entries.iter().map(|one| format!("  {}\n", one.words()));
    std::iter::once(head).chain(rows).collect()
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
