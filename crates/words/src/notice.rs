//! What a notice of a town says of itself. Its last day is always said, for pages that nobody takes down.

use crate::Phrase;
use crate::entry::Fact;
use crate::hours::date;
use crate::phrases::{entry, notice as say};
use navigator::Notice;

/// The one line that opens to the whole.
#[must_use]
pub fn line(notice: &Notice) -> String {
    let last = date(notice.last);
    say::LINE.with(&[("title", &notice.title), ("last", &last)])
}

/// Its days, and what the sheet says of who, how and where.
#[must_use]
pub fn facts(notice: &Notice) -> Vec<Fact> {
    let [first, last] = [notice.first, notice.last].map(date);
    let days = say::FROM_UNTIL.with(&[("first", &first), ("last", &last)]);
    let facts = [
        (say::DAYS, &days),
        (say::WHO, &notice.who),
        (say::HOW, &notice.how),
        (say::PLACE, &notice.place),
        (entry::MAIL, &notice.mail),
    ];
    let known = facts.into_iter().filter(|(_, text)| !text.is_empty());
    known.map(|(label, text)| fact(label, text)).collect()
}

fn fact(label: Phrase, text: &str) -> Fact {
    let text = text.to_owned();
    Fact { label, text }
}

/// Whether a person has looked at the official page.
#[must_use]
pub fn checked(notice: &Notice) -> String {
    match notice.checked {
        Some(day) => entry::CHECKED.with(&[("date", &date(day))]),
        None => entry::NOT_CHECKED.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::Day;

    fn comments() -> Notice {
        let day = |month, date| Day::from_civil(2025, month, date).unwrap();
        Notice {
            title: "計画への意見".to_owned(),
            who: "市内に住む人".to_owned(),
            first: day(11, 5),
            last: day(12, 4),
            ..Notice::default()
        }
    }

    #[test]
    fn the_line_says_until_when() {
        let sentence = "お知らせ: 計画への意見（2025年12月4日まで）";
        assert_eq!(line(&comments()), sentence);
    }

    #[test]
    fn what_no_source_gives_is_left_out() {
        let told: Vec<(Phrase, String)> = facts(&comments())
            .into_iter()
            .map(|fact| (fact.label, fact.text))
            .collect();
        let days = "2025年11月5日から2025年12月4日まで".to_owned();
        let expected = [(say::DAYS, days), (say::WHO, "市内に住む人".to_owned())];
        assert_eq!(told, expected);
    }
}
