//! How a town writes some words (障害 / 障がい).

use serde::{Deserialize, Serialize};

/// What a town writes otherwise than the knowledge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// Pairs of what the knowledge writes and what the town writes; the first that fits counts.
    pub replace: Vec<(String, String)>,
    /// Names of laws and institutions that stay as they are.
    pub keep: Vec<String>,
}

impl Spelling {
    /// The text in the town's own words, read once from its beginning: what was put in is not replaced again.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut written = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (from, to) = self.at(rest).unwrap_or(("", ""));
            // Nothing is never replaced: the text would have no end.
            if from.is_empty() {
                written.push(first);
                rest = &rest[first.len_utf8()..];
            } else {
                written.push_str(to);
                rest = &rest[from.len()..];
            }
        }
        written
    }

    /// What stands at the beginning of a text, and what is written for it.
    fn at(&self, text: &str) -> Option<(&str, &str)> {
        let kept = self.keep.iter().map(|name| (&**name, &**name));
        let replaced = self.replace.iter().map(|(from, to)| (&**from, &**to));
        kept.chain(replaced)
            .find(|(from, _)| !from.is_empty() && text.starts_with(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelling(replace: &[(&str, &str)], keep: &[&str]) -> Spelling {
        Spelling {
            replace: replace
                .iter()
                .map(|&(from, to)| (from.to_owned(), to.to_owned()))
                .collect(),
            keep: keep.iter().map(|&name| name.to_owned()).collect(),
        }
    }

    #[test]
    fn names_of_laws_stay_and_other_words_are_the_towns() {
        let town = spelling(&[("障害", "障がい"), ("がい", "x")], &["障害者基本法"]);
        assert_eq!(
            town.apply("障害者基本法と障害のある人"),
            "障害者基本法と障がいのある人"
        );
    }

    #[test]
    fn nothing_is_never_replaced() {
        let town = spelling(&[("", "x"), ("障害", "障がい")], &[""]);
        assert_eq!(town.apply("障害者"), "障がい者");
        assert_eq!(spelling(&[], &[]).apply("同じ"), "同じ");
    }
}
