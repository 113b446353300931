//! `catalog measures`: whether the plan's measures can be reached.

use crate::input::{town, towns};
use crate::options::{Form, Town};
use crate::output::tell;
use catalog_cli::reports::measures::{measures, words};
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "施策ごとに、実現する窓口と、着けるかどうか")]
pub struct Measures {
    #[command(flatten)]
    town: Town,
    #[command(flatten)]
    form: Form,
}

impl Measures {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let measures = measures(town(&towns, &self.town.town)?);
        tell(&measures, self.form.json, |measures| words(measures))
    }
}
