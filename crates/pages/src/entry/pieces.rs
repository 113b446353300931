//! Small parts of a window's page.

use maud::{Markup, html};
use navigator::Entry;
use words::entry::Origin;
use words::phrases::entry as say;

/// What to say first; nothing where the sheet has no words for it.
pub fn said(entry: &Entry) -> Markup {
    html! {
        @if !entry.say.is_empty() {
            p.say {
                span.label { (say::SAY.text()) }
                q { (entry.say) }
            }
        }
    }
}

/// A paragraph of a class; nothing for no text.
pub fn paragraph(class: &str, text: &str) -> Markup {
    html! {
        @if !text.is_empty() { p class=(class) { (text) } }
    }
}

/// A whole web or mail address becomes a link; words beside one stay words.
pub fn linked(text: &str) -> Markup {
    let whole = !text.contains(|sign: char| sign.is_whitespace() || !sign.is_ascii());
    html! {
        @if whole && text.starts_with("https://") {
            a href=(text) rel="noreferrer noopener" { (text) }
        } @else if whole && text.contains('@') && !text.contains(':') {
            a href={ "mailto:" (text) } { (text) }
        } @else {
            (text)
        }
    }
}

/// Where facts come from; nothing where no source is named.
pub fn source_line(origin: Option<Origin>) -> Markup {
    html! {
        @if let Some(origin) = origin {
            p.source {
                (say::ORIGIN_LABEL.text())
                @if origin.url.is_empty() {
                    (origin.text)
                } @else {
                    a href=(origin.url) rel="noreferrer noopener" { (origin.text) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_addresses_become_links() {
        let linked = |text| linked(text).into_string();
        assert!(linked("https://example.jp/form?a=1&b=2").contains("a=1&amp;b=2\" rel"));
        assert!(linked("fukushi@example.jp").starts_with("<a href=\"mailto:"));
        for words in [
            "市の LINE（https://example.jp/）",
            "javascript:alert(1)@x",
            "",
        ] {
            assert_eq!(linked(words), words);
        }
    }
}
