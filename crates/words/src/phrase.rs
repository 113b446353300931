//! A sentence by its key, and how the places in it are filled.

use crate::{ENDS, KEYS, TEXT};

/// A sentence of `catalog/lang`: the constants stand in [`crate::phrases`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(pub(crate) u16);

/// The sentences of one language in the order of the keys: one text, and where each of them ends.
struct Table {
    text: &'static str,
    ends: &'static [u16],
}

/// The language that is spoken. Another one that is loaded at run time takes the place of the compiled-in one here,
/// leaked once so that [`Phrase::text`] stays `'static`; no screen knows of it.
fn spoken() -> &'static Table {
    &Table {
        text: TEXT,
        ends: &ENDS,
    }
}

impl Phrase {
    /// The sentence as it stands; one with places is for [`Phrase::with`].
    #[must_use]
    pub fn text(self) -> &'static str {
        let table = spoken();
        let place = usize::from(self.0);
        let end = |place: usize| table.ends.get(place).copied().map_or(0, usize::from);
        let start = place.checked_sub(1).map_or(0, end);
        table.text.get(start..end(place)).unwrap_or_default()
    }

    /// The sentence with its places filled: `{name}` by the value that stands beside `name`. A place that is not given
    /// stays empty.
    #[must_use]
    pub fn with(self, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.text();
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
            let value = values.iter().find(|(place, _)| *place == name);
            filled.push_str(before);
            filled.push_str(value.map_or("", |(_, value)| value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// All sentences, for tools that check them; in the order of a language's table.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(KEYS).map(|(place, _)| Self(place))
    }

    /// `results::TITLE`: the file and the key, as the code names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        KEYS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> Self {
        phrase.text().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::{common, hours, results};

    #[test]
    fn each_key_has_its_own_sentence() {
        assert_eq!(common::BACK.text(), "もどる");
        assert_eq!(hours::SUNDAY.text(), "日");
        assert_eq!(results::TITLE.key(), "results::TITLE");
        let whole: String = Phrase::all().map(Phrase::text).collect();
        assert_eq!(whole, TEXT);
    }

    #[test]
    fn places_are_filled_by_name() {
        let until = [("opens", "9:00"), ("month", "1")];
        let said = hours::CLOSED_UNTIL.with(&until);
        assert_eq!(said, "いまは閉まっています。次は、9:00に開きます。");
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let said = common::MORE_LABEL.with(&[("name", "{name}")]);
        assert_eq!(said, "{name}をくわしく見る");
    }
}
