//! How a town writes some words (障害 / 障がい).

use serde::Deserialize;

/// How the town writes some words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Pairs of what the knowledge writes and what the town writes.
    pub replace: Vec<(String, String)>,
    /// Names of laws and institutions that stay as they are.
    pub keep: Vec<String>,
}

impl Words {
    /// True if a word is empty that would stand everywhere in every text.
    #[must_use]
    pub fn has_empty(&self) -> bool {
        let replaced = self.replace.iter().map(|(from, _)| from);
        replaced.chain(&self.keep).any(String::is_empty)
    }

    /// The text in the town's own words.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(sign) = rest.chars().next() {
            let (from, to) = self.at_start_of(rest).unwrap_or_default();
            if from.is_empty() {
                out.push(sign);
                rest = &rest[sign.len_utf8()..];
            } else {
                out.push_str(to);
                rest = &rest[from.len()..];
            }
        }
        out
    }

    /// The first of the words with which a text starts, and what the town writes for it.
    fn at_start_of(&self, text: &str) -> Option<(&str, &str)> {
        let kept = self.keep.iter().map(|kept| (kept.as_str(), kept.as_str()));
        let replaced = self.replace.iter();
        let replaced = replaced.map(|(from, to)| (from.as_str(), to.as_str()));
        let mut words = kept.chain(replaced);
        words.find(|(from, _)| !from.is_empty() && text.starts_with(from))
    }
}
