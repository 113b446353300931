//! The ways to reach an entry, as buttons that are all alike: by voice, by chat, by mail, by a form, by FAX. A way that no
//! source gives is none.

use super::number::call_label;
use crate::Phrase;
use crate::phrases::entry as say;
use navigator::{Entry, dial_address};

/// How somebody is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// By voice.
    Phone,
    /// By writing to and fro.
    Chat,
    /// By mail.
    Mail,
    /// By a form.
    Form,
    /// By FAX.
    Fax,
    /// The official page says how.
    Page,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayTo {
    /// Which.
    pub sort: Sort,
    /// Where a link leads; empty where it can only be read.
    pub address: String,
    /// What is read: a number, or the name of the way.
    pub text: String,
    /// What a screen reader says: whom it reaches.
    pub label: String,
}

/// All ways of an entry, by voice first; `quiet` puts that last, for who cannot or must not speak. Where it has none at all,
/// its official page says how.
#[must_use]
pub fn ways_to(entry: &Entry, quiet: bool) -> Vec<WayTo> {
    let channels = &entry.channels;
    let mut ways = Vec::new();
    if !channels.phone.is_empty() {
        ways.push(WayTo {
            sort: Sort::Phone,
            address: dial_address(&channels.phone),
            text: channels.phone.clone(),
            label: call_label(entry),
        });
    }
    let written = [
        (Sort::Chat, &channels.chat, say::WAY_CHAT),
        (Sort::Mail, &channels.mail, say::WAY_MAIL),
        (Sort::Form, &channels.form, say::WAY_FORM),
        (Sort::Fax, &channels.fax, say::WAY_FAX),
    ];
    for (sort, text, name) in written {
        ways.extend(written_way(entry, sort, text, name));
    }
    if ways.is_empty() {
        ways.extend(written_way(entry, Sort::Page, &entry.url, say::WAY_PAGE));
    }
    if quiet {
        let voice = usize::from(ways.first().is_some_and(|way| way.sort == Sort::Phone));
        ways.rotate_left(voice);
    }
    ways
}

/// What has an address is named by its sort; anything else is shown as it is written.
fn written_way(entry: &Entry, sort: Sort, text: &str, name: Phrase) -> Option<WayTo> {
    if text.is_empty() {
        return None;
    }
    let address = match sort {
        Sort::Mail => ["mailto:", text].concat(),
        _ if text.starts_with("https://") => text.to_owned(),
        _ => String::new(),
    };
    let name = if text.starts_with(say::WAY_LINE.text()) {
        say::WAY_LINE
    } else {
        name
    };
    let text = match (address.is_empty(), sort) {
        (false, _) => name.text().to_owned(),
        (true, Sort::Fax) => [name.text(), " ", text].concat(),
        (true, _) => text.to_owned(),
    };
    let label = say::WAY_LABEL.with(&[("name", entry.shown_name()), ("way", name.text())]);
    Some(WayTo {
        sort,
        address,
        text,
        label,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        let mut entry = Entry {
            name: "相談の窓口".to_owned(),
            url: "https://example.jp/".to_owned(),
            ..Entry::default()
        };
        entry.channels.phone = "0120-279-889".to_owned();
        entry.channels.chat = "https://example.jp/chat".to_owned();
        entry.channels.fax = "03-1234-5678".to_owned();
        entry
    }

    fn sorts(entry: &Entry, quiet: bool) -> Vec<Sort> {
        ways_to(entry, quiet).iter().map(|way| way.sort).collect()
    }

    #[test]
    fn all_ways_stand_side_by_side_and_voice_comes_last_for_who_cannot_speak() {
        let entry = entry();
        assert_eq!(sorts(&entry, false), [Sort::Phone, Sort::Chat, Sort::Fax]);
        assert_eq!(sorts(&entry, true), [Sort::Chat, Sort::Fax, Sort::Phone]);
    }

    #[test]
    fn a_way_with_an_address_is_a_link_that_says_whom_it_reaches() {
        let ways = ways_to(&entry(), false);
        let chat = &ways[1];
        assert_eq!(chat.address, "https://example.jp/chat");
        assert_eq!(chat.label, "相談の窓口にチャットで相談する");
        // A FAX cannot be sent from here: its number is to be read.
        assert_eq!(
            (&*ways[2].address, &*ways[2].text),
            ("", "FAX 03-1234-5678")
        );
    }

    #[test]
    fn what_has_no_address_is_shown_as_it_is_written() {
        let mut line = entry();
        line.channels.chat = "LINE @example".to_owned();
        let way = &ways_to(&line, true)[0];
        assert_eq!((&*way.address, &*way.text), ("", "LINE @example"));
        assert!(way.label.contains("LINE"));
    }

    #[test]
    fn where_no_way_is_known_the_official_page_says_how() {
        let mut silent = entry();
        silent.channels = navigator::Channels::default();
        assert_eq!(sorts(&silent, false), [Sort::Page]);
        silent.url.clear();
        assert_eq!(sorts(&silent, false), []);
    }
}
