//! Where the facts come from: publisher, title and date as a resident reads them, and the address where there is one.

use crate::hours::loose_date;
use crate::phrases::entry as say;
use navigator::{Catalog, Entry, SourceId};

/// A source in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// 埼玉県「生活困窮者の総合相談窓口」（2026年7月）.
    pub text: String,
    /// Its address; empty if there is none.
    pub url: String,
}

/// The main source of an entry.
#[must_use]
pub fn origin(catalog: &Catalog, entry: &Entry) -> Option<Origin> {
    origin_of(catalog, entry.source, &entry.source_date)
}

/// A source with the date of what was read there, where it is not that of the source itself.
#[must_use]
pub fn origin_of(catalog: &Catalog, source: Option<SourceId>, own: &str) -> Option<Origin> {
    let source = catalog.sources.get(source?.index())?;
    let date = if own.is_empty() { &source.date } else { own };
    let date = if date.is_empty() {
        say::NO_DATE.text().to_owned()
    } else {
        loose_date(date)
    };
    Some(Origin {
        text: say::ORIGIN.with(&[
            ("publisher", &source.publisher),
            ("title", &source.title),
            ("date", &date),
        ]),
        url: source.url.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{Source, SourceId};

    fn told(source: Source, own_date: &str) -> String {
        let catalog = Catalog {
            sources: vec![Source::default(), source],
            ..Catalog::default()
        };
        let entry = Entry {
            source: Some(SourceId(1)),
            source_date: own_date.to_owned(),
            ..Entry::default()
        };
        origin(&catalog, &entry).unwrap().text
    }

    fn of_saitama(date: &str) -> Source {
        Source {
            publisher: "埼玉県".to_owned(),
            title: "総合相談窓口".to_owned(),
            date: date.to_owned(),
            ..Source::default()
        }
    }

    #[test]
    fn a_source_is_told_by_publisher_title_and_date() {
        let sentence = "埼玉県「総合相談窓口」（2026年7月）";
        assert_eq!(told(of_saitama("2026-07"), ""), sentence);
        let sentence = "埼玉県「総合相談窓口」（日付は分かりません）";
        assert_eq!(told(of_saitama(""), ""), sentence);
    }

    #[test]
    fn the_date_of_what_was_read_goes_before_that_of_the_source() {
        let sentence = "埼玉県「総合相談窓口」（2025年）";
        assert_eq!(told(of_saitama("2026-07"), "2025"), sentence);
    }

    #[test]
    fn an_entry_without_a_source_tells_of_none() {
        assert_eq!(origin(&Catalog::default(), &Entry::default()), None);
    }
}
