//! Whose number it is, how it is read out, and what to say when somebody answers.

use crate::phrases::entry as say;
use crate::town;
use navigator::{Catalog, Entry, Form, OtherPhone, Via};

/// Whose number it is where it is not the desk's own, or that none is known.
#[must_use]
pub fn whose(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let passer = entry.passed_on_by.map(|by| catalog.entry(by));
    if let Some(passer) = passer {
        let values = [
            ("name", passer.shown_name()),
            ("number", &passer.channels.phone),
        ];
        return Some(say::PASSED_ON.with(&values));
    }
    let sentence = match entry.via {
        _ if entry.channels.phone.is_empty() && has_other_ways(entry) => say::NO_NUMBER_OTHER_WAYS,
        _ if entry.channels.phone.is_empty() => say::NO_NUMBER,
        _ if !entry.number_note.is_empty() => return Some(entry.number_note.clone()),
        Via::Direct => return None,
        Via::Operator => say::VIA_OPERATOR,
        Via::Switchboard if entry.say.is_empty() => say::VIA_SWITCHBOARD_ALONE,
        Via::Switchboard => say::VIA_SWITCHBOARD,
    };
    Some(sentence.with(&[("hall", town::hall(catalog))]))
}

fn has_other_ways(entry: &Entry) -> bool {
    let channels = &entry.channels;
    let written = [
        &channels.fax,
        &channels.mail,
        &channels.form,
        &channels.chat,
    ];
    !channels.other_phones.is_empty() || written.iter().any(|way| !way.is_empty())
}

/// The same in few words, to stand behind the number on paper; nothing behind a desk's own.
#[must_use]
pub fn number_note(catalog: &Catalog, entry: &Entry) -> String {
    let note = match entry.via {
        _ if entry.channels.phone.is_empty() => say::NOTE_NO_NUMBER,
        _ if !entry.number_note.is_empty() => say::NOTE_IN_WORDS,
        Via::Direct => return String::new(),
        Via::Operator => say::NOTE_OPERATOR,
        Via::Switchboard if entry.say.is_empty() => say::NOTE_SWITCHBOARD_ALONE,
        Via::Switchboard => say::NOTE_SWITCHBOARD,
    };
    let own = entry.number_note.trim_end_matches('。');
    note.with(&[
        ("hall", town::hall(catalog)),
        ("say", &entry.say),
        ("note", own),
    ])
}

/// What a link that calls is named: the words and the number as they are seen, for those who say what they want to press;
/// then digit by digit, for those who write it down.
#[must_use]
pub fn call_label(entry: &Entry) -> String {
    number_label(entry.shown_name(), &entry.channels.phone)
}

/// The same of one of the entry's other numbers: what it is for stands before it.
#[must_use]
pub fn other_call_label(entry: &Entry, other: &OtherPhone) -> String {
    let name = if other.note.is_empty() {
        entry.shown_name()
    } else {
        &other.note
    };
    number_label(name, &other.number)
}

/// The same of any number, by the name of what is called.
#[must_use]
pub fn number_label(name: &str, number: &str) -> String {
    let mut digits = String::new();
    for sign in number.chars() {
        match sign {
            '-' => digits.push('、'),
            '#' => digits.push_str(say::CALL_HASH.text()),
            digit => digits.push(digit),
        }
        if sign != '-' {
            digits.push(' ');
        }
    }
    say::CALL_LABEL.with(&[("name", name), ("number", number), ("digits", &digits)])
}

/// What to say first: why one calls, then what is always all right to say there; nothing where the sheet has no words.
#[must_use]
pub fn say_lines(entry: &Entry) -> Vec<&str> {
    if entry.say.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![entry.say.as_str()];
    match entry.via {
        Via::Switchboard => lines.extend(
            [say::SAY_SWITCHBOARD_DETAILS, say::SAY_SWITCHBOARD_NUMBER].map(crate::Phrase::text),
        ),
        Via::Direct | Via::Operator => {
            lines.push(say::SAY_FIRST_TIME.text());
            // Nobody books a line, or brings something to it.
            if entry.form != Form::Hotline {
                lines.push(say::SAY_BOOKING.text());
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        let hall = Entry {
            name: "朝霞市役所（代表）".to_owned(),
            ..Entry::default()
        };
        Catalog {
            entries: vec![hall],
            ..Catalog::default()
        }
    }

    fn entry(via: Via, phone: &str, say: &str) -> Entry {
        let mut entry = Entry {
            name: "窓口".to_owned(),
            via,
            say: say.to_owned(),
            ..Entry::default()
        };
        entry.channels.phone = phone.to_owned();
        entry
    }

    #[test]
    fn a_switchboard_is_called_one_by_the_towns_own_name_for_it() {
        let asked = entry(Via::Switchboard, "048-463-1111", "税金の相談です。");
        let whose = whose(&catalog(), &asked);
        let expected = "朝霞市役所の代表番号です。下のように伝えてください。";
        assert_eq!(whose.as_deref(), Some(expected));
        let note = number_note(&catalog(), &asked);
        assert_eq!(note, "（朝霞市役所の代表）「税金の相談です。」");
    }

    #[test]
    fn no_words_are_promised_below_where_the_sheet_has_none() {
        let asked = entry(Via::Switchboard, "048-463-1111", "");
        let sentence = whose(&catalog(), &asked);
        assert_eq!(sentence.as_deref(), Some("朝霞市役所の代表番号です。"));
        assert_eq!(number_note(&catalog(), &asked), "（朝霞市役所の代表）");
        assert_eq!(say_lines(&asked), [""; 0]);
    }

    #[test]
    fn who_passes_on_is_named_with_the_number() {
        let mut catalog = catalog();
        catalog.entries.push(entry(Via::Direct, "048-423-5082", ""));
        let mut asked = entry(Via::Operator, "", "");
        asked.passed_on_by = Some(navigator::EntryId(1));
        let sentence = whose(&catalog, &asked).unwrap_or_default();
        assert!(sentence.contains("「窓口」（048-423-5082）"), "{sentence}");
    }

    #[test]
    fn a_number_that_is_not_known_is_said_not_to_be() {
        let unknown = entry(Via::Operator, "", "");
        let sentence = whose(&catalog(), &unknown);
        assert_eq!(sentence.as_deref(), Some(say::NO_NUMBER.text()));
        let mut chat = unknown.clone();
        chat.channels.chat = "LINE".to_owned();
        let sentence = whose(&catalog(), &chat);
        assert_eq!(sentence.as_deref(), Some(say::NO_NUMBER_OTHER_WAYS.text()));
        let direct = entry(Via::Direct, "189", "");
        assert_eq!(whose(&catalog(), &direct), None);
        assert_eq!(number_note(&catalog(), &direct), "");
    }

    #[test]
    fn whose_number_it_is_is_said_in_the_sheets_words() {
        let mut asked = entry(Via::Operator, "048-463-1599", "");
        let generic = whose(&catalog(), &asked);
        assert_eq!(generic.as_deref(), Some(say::VIA_OPERATOR.text()));
        asked.number_note = "市の健康推進課の番号です。".to_owned();
        let own = whose(&catalog(), &asked);
        assert_eq!(own.as_deref(), Some("市の健康推進課の番号です。"));
        assert_eq!(
            number_note(&catalog(), &asked),
            "（市の健康推進課の番号です）"
        );
    }

    #[test]
    fn another_number_is_named_by_what_it_is_for() {
        let other = OtherPhone {
            number: "#7171".to_owned(),
            note: "夜・休日".to_owned(),
        };
        let label = other_call_label(&entry(Via::Direct, "189", ""), &other);
        let expected = "夜・休日に電話する #7171。番号は シャープ 7 1 7 1 ";
        assert_eq!(label, expected);
    }

    #[test]
    fn a_number_is_said_as_it_is_seen_and_digit_by_digit() {
        let said = |number| call_label(&entry(Via::Direct, number, ""));
        let desk = "窓口に電話する 048-423。番号は 0 4 8 、4 2 3 ";
        assert_eq!(said("048-423"), desk);
        let line = "窓口に電話する #8008。番号は シャープ 8 0 0 8 ";
        assert_eq!(said("#8008"), line);
    }

    #[test]
    fn nobody_is_told_to_book_a_line() {
        let mut asked = entry(Via::Direct, "0570-064-556", "つらいです。");
        assert_eq!(say_lines(&asked).len(), 3);
        asked.form = Form::Hotline;
        let lines = say_lines(&asked);
        assert_eq!(lines, ["つらいです。", say::SAY_FIRST_TIME.text()]);
    }
}
