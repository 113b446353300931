//! `catalog verify`: the promises, held against every way that answers can go.

use crate::input::{town, towns};
use crate::options::{Form, SomeTown, When, whole};
use crate::output::{say, say_json};
use catalog_cli::reports::when::When as Day;
use clap::Args;
use std::path::Path;
use verify::report::Report;
use verify::{Limits, verify};

#[derive(Args)]
#[command(about = "約束を、答えのすべての道で確かめる（守られていなければ終了コード 1）")]
pub struct Verify {
    #[command(flatten)]
    town: SomeTown,
    #[arg(
        long,
        value_name = "N",
        value_parser = whole,
        help = "困りごと2つの組は、N 組に1組だけ調べる（はじめの値: 1。0 なら組は調べない）"
    )]
    every: Option<usize>,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    form: Form,
}

impl Verify {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let all = towns(sheets)?;
        let catalogs = match &self.town.town {
            Some(id) => vec![town(&all, id)?],
            None => all.iter().map(|town| &town.catalog).collect(),
        };
        let mut reports: Vec<Report> = Vec::new();
        for catalog in catalogs {
            let day = Day::of(catalog, self.when.now).day;
            let report = verify(catalog, day, self.limits());
            if !self.form.json {
                say(&report.words())?;
            }
            reports.push(report);
        }
        if self.form.json {
            say_json(&reports)?;
        }
        if reports.iter().all(|report| report.holds) {
            Ok(())
        } else {
            Err("守られていない約束か、着けないものがあります。".to_owned())
        }
    }

    fn limits(&self) -> Limits {
        self.every.map_or(Limits::FULL, |every| Limits {
            every_pair: every,
            every_triple: every,
        })
    }
}
