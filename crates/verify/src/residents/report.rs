//! What came of the visits, as JSON and in words.

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
    /// In the order in which the residents were read.
    pub visits: Vec<Visit>,
}

/// What came of one resident's visit.
#[derive(Clone, Debug, Serialize)]
pub struct Visit {
    /// Where the resident is told of.
    pub file: String,
    /// The line there.
    pub row: usize,
    /// The resident's name.
    pub name: String,
    /// The resident's town.
    pub town: String,
    /// Nothing is wrong.
    pub passed: bool,
    /// What is not right, one sentence each.
    pub failures: Vec<String>,
    /// Ids of the questions put to them, the troubles first.
    pub asked: Vec<String>,
}

impl Visits {
    /// Counted.
    #[must_use]
    pub fn of(visits: Vec<Visit>) -> Self {
        Self {
            residents: visits.len(),
            failed: visits.iter().filter(|visit| !visit.passed).count(),
            questions_median: percentile(&visits, 50),
            questions_p95: percentile(&visits, 95),
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
        text + &format!(
            "\n{}人のうち{}人が合格。質問の数: まん中 {}、95%の人は {} まで\n",
            self.residents,
            self.residents - self.failed,
            self.questions_median,
            self.questions_p95,
        )
    }
}

impl Visit {
    fn words(&self) -> String {
        let mark = if self.passed { "○" } else { "×" };
        let failures = self.failures.iter();
        let failures = failures.map(|failure| format!("      {failure}（{}行）\n", self.row));
        format!(
            "  {mark} {}（{}、{}問）\n{}",
            self.name,
            self.town,
            self.asked.len(),
            failures.collect::<String>()
        )
    }
}

/// The value under which this many hundredths of the visits lie (nearest rank); 0 of none.
fn percentile(visits: &[Visit], hundredths: usize) -> usize {
    let mut counts: Vec<usize> = visits.iter().map(|visit| visit.asked.len()).collect();
    counts.sort_unstable();
    let rank = (counts.len() * hundredths).div_ceil(100).max(1);
    counts.get(rank - 1).copied().unwrap_or(0)
}
