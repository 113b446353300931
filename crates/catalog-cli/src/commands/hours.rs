//! `catalog hours`: who is open at a moment.

use crate::input::{current_moment, town, towns};
use crate::options::{Form, Town, When};
use crate::output::tell;
use catalog_cli::reports::hours::HoursReport;
use clap::Args;
use std::path::Path;

#[derive(Args)]
#[command(about = "窓口ごとに、受付時間といま開いているか。読めない補足の一覧")]
pub struct Hours {
    #[command(flatten)]
    town: Town,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    form: Form,
}

impl Hours {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let towns = towns(sheets)?;
        let now = self.when.now.unwrap_or_else(current_moment);
        let report = HoursReport::of(town(&towns, &self.town.town)?, now);
        tell(&report, self.form.json, HoursReport::words)
    }
}
