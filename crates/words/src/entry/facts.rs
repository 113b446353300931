//! The facts of an entry by name, and by name those that no source gives.

use crate::Phrase;
use crate::phrases::{common, entry as say};
use navigator::{Entry, Form};

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: Phrase,
    /// In the sheet's words.
    pub text: String,
}

/// A line of the table of facts.
struct Row {
    fact: Fact,
    /// Where it is not known, the person is told so.
    told: bool,
}

/// Everything that is known besides numbers, hours and what to say.
#[must_use]
pub fn facts(entry: &Entry) -> Vec<Fact> {
    let facts = rows(entry).into_iter().map(|row| row.fact);
    facts.filter(|fact| !fact.text.is_empty()).collect()
}

/// What a person would need to know and no source gives.
#[must_use]
pub fn unknown(entry: &Entry) -> Vec<Phrase> {
    rows(entry)
        .iter()
        .filter(|row| row.told && row.fact.text.is_empty())
        .map(|row| row.fact.label)
        .collect()
}

/// The same as a sentence, with the way to ask where there is a number; nothing where nothing is missing.
#[must_use]
pub fn unknown_sentence(entry: &Entry) -> Option<String> {
    let names: Vec<&str> = unknown(entry).into_iter().map(Phrase::text).collect();
    let sentence = if entry.channels.phone.is_empty() {
        say::UNKNOWN_NO_NUMBER
    } else {
        say::UNKNOWN
    };
    let names = names.join(common::LIST_BETWEEN.text());
    (!names.is_empty()).then(|| sentence.with(&[("names", &names)]))
}

fn rows(entry: &Entry) -> [Row; 14] {
    let channels = &entry.channels;
    // A line has no place to go to and nothing to bring: that is no gap in what is known.
    let desk = entry.form != Form::Hotline;
    let visits = if channels.visits {
        say::VISITS_YES.text()
    } else {
        ""
    };
    [
        row(say::WHO, &entry.who, true),
        row(say::ASKERS, &listed(&entry.askers), false),
        row(say::FAX, &channels.fax, false),
        row(say::MAIL, &channels.mail, false),
        row(say::FORM, &channels.form, false),
        row(say::CHAT, &channels.chat, false),
        row(say::VISITS, visits, false),
        row(say::ADDRESS, &channels.address, desk),
        row(say::ACCESS, &channels.access, false),
        row(say::AREA, &entry.area, false),
        row(say::RESERVATION, &entry.reservation, desk),
        row(say::COST, &entry.cost, true),
        row(say::LANGUAGES, &listed(&entry.languages), false),
        row(say::BRING, &entry.bring, desk),
    ]
}

fn row(label: Phrase, text: &str, told: bool) -> Row {
    let text = text.to_owned();
    Row {
        fact: Fact { label, text },
        told,
    }
}

fn listed(texts: &[String]) -> String {
    texts.join(common::LIST_BETWEEN.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk() -> Entry {
        let mut entry = Entry {
            who: "だれでも".to_owned(),
            askers: vec!["本人".to_owned(), "家族".to_owned()],
            ..Entry::default()
        };
        entry.channels.phone = "048-463-1111".to_owned();
        entry
    }

    #[test]
    fn what_a_source_gives_is_told_by_name() {
        let facts = facts(&desk());
        let told: Vec<(Phrase, &str)> =
            facts.iter().map(|fact| (fact.label, &*fact.text)).collect();
        let expected = [(say::WHO, "だれでも"), (say::ASKERS, "本人、家族")];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_no_source_gives_is_named_as_unknown() {
        let expected = [say::ADDRESS, say::RESERVATION, say::COST, say::BRING];
        assert_eq!(unknown(&desk()), expected);
        let sentence = "まだ分かっていないこと: 場所、予約、お金、持ち物。電話で聞いてください。";
        assert_eq!(unknown_sentence(&desk()).as_deref(), Some(sentence));
    }

    #[test]
    fn a_line_lacks_no_place_to_go_to() {
        let mut line = desk();
        line.form = Form::Hotline;
        assert_eq!(unknown(&line), [say::COST]);
    }

    #[test]
    fn nobody_is_told_to_call_where_no_number_is_known() {
        let mut entry = desk();
        entry.channels.phone.clear();
        let sentence = unknown_sentence(&entry).unwrap();
        assert!(sentence.ends_with("持ち物。") && !sentence.contains("電話"));
    }

    #[test]
    fn where_all_is_known_nothing_is_said_to_be_missing() {
        let mut entry = desk();
        entry.channels.address = "朝霞市本町1-1-1".to_owned();
        for text in [&mut entry.reservation, &mut entry.cost, &mut entry.bring] {
            "いりません".clone_into(text);
        }
        assert_eq!(unknown_sentence(&entry), None);
    }
}
