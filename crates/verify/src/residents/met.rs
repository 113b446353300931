//! What came of one resident's visit: what was asked, what is not right, and where what they need stands.

use serde::Serialize;

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
    /// Who asks: `self`, `family` or `supporter`.
    pub asker: String,
    /// Whether a sign of urgency is right for them, where the file says so.
    pub alarm: Option<bool>,
    /// Where what they need stands.
    pub seen: Seen,
    /// Nothing is wrong.
    pub passed: bool,
    /// What is not right, one sentence each.
    pub failures: Vec<String>,
    /// Ids of the questions put to them, the troubles first.
    pub asked: Vec<String>,
}

/// Where what somebody needs stands, once the app has asked.
#[derive(Clone, Debug, Serialize)]
pub struct Seen {
    /// How many needs the file names.
    pub needs: usize,
    /// How many of them are met by the lines for danger or the first cards.
    pub first: usize,
    /// Those that nothing meets without a tap.
    pub missing: Vec<String>,
    /// How many of them are met somewhere on the page.
    pub on_page: usize,
    /// The page leads with danger or with what is urgent.
    pub alarmed: bool,
}

impl Visit {
    /// As lines for people.
    pub fn words(&self) -> String {
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
