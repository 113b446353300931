//! What came of the visits, as JSON and in words.

use super::met::Visit;
use super::shares::{Shares, Worst, percentile, worst};
use serde::Serialize;

/// All visits, and what is said of them together.
#[derive(Clone, Debug, Serialize)]
pub struct Visits {
    /// How many there were.
    pub residents: usize,
    /// Of how many something is not right.
    pub failed: usize,
    /// Half of them are asked no more than this.
    pub questions_median: usize,
    /// 95 of 100 are asked no more than this.
    pub questions_p95: usize,
    /// What they see, for all of them and by who asks.
    pub shares: Vec<Shares>,
    /// Who is served worst, the worst first.
    pub worst: Vec<Worst>,
    /// In the order in which the residents were read.
    pub visits: Vec<Visit>,
}

impl Visits {
    /// Counted.
    #[must_use]
    pub fn of(visits: Vec<Visit>) -> Self {
        Self {
            residents: visits.len(),
            failed: visits.iter().filter(|visit| !visit.passed).count(),
            questions_median: percentile(visits.iter(), 50),
            questions_p95: percentile(visits.iter(), 95),
            shares: Shares::of_all(&visits),
            worst: worst(&visits),
            visits,
        }
    }

    /// As a list for people.
    #[must_use]
    pub fn words(&self) -> String {
        let mut text = String::new();
        let mut file = "";
        for visit in &self.visits {
            if visit.file != file {
                file = &visit.file;
                text.push_str(&format!("\n{file}\n"));
            }
            text.push_str(&visit.words());
        }
        text.push('\n');
        text.extend(self.shares.iter().map(Shares::words));
        text.extend(self.worst.iter().map(Worst::words));
        text + &format!(
            "\n{}人のうち{}人が合格。質問の数: まん中 {}、95%の人は {} まで\n",
            self.residents,
            self.residents - self.failed,
            self.questions_median,
            self.questions_p95,
        )
    }
}
