//! `catalog wide`: rows that are offered too widely, and how many cards a resident sees.

use crate::input::{town, towns};
use crate::options::{Form, Town, When, whole};
use crate::output::tell;
use catalog_cli::reports::when::When as Moment;
use clap::Args;
use std::path::Path;
use verify::wide::{MOST, Wide as Report, wide};

#[derive(Args)]
#[command(about = "多くの困りごとに出すぎる窓口と、カードの数")]
pub struct Wide {
    #[command(flatten)]
    town: Town,
    #[arg(
        long,
        value_name = "N",
        default_value_t = MOST,
        hide_default_value = true,
        value_parser = whole,
        help = "条件のない窓口のうち、これより多い困りごとに出るものを言う（はじめの値: 20）"
    )]
    most: usize,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    form: Form,
}

impl Wide {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let catalog = town(&towns, &self.town.town)?;
        let day = Moment::of(catalog, self.when.now).day;
        tell(
            &wide(catalog, day, self.most),
            self.form.json,
            Report::words,
        )
    }
}
