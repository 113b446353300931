//! How far everybody can use the site: the short form of docs/accessibility.md.

use crate::call;
use maud::{Markup, html};
use navigator::Catalog;
use words::Phrase;
use words::phrases::pages as say;

/// What is aimed at, what is tested, what is not done yet, and what to do where it does not work.
pub fn access(catalog: &Catalog) -> Markup {
    let hall = catalog.entry(catalog.town.switchboard);
    html! {
        p { (say::ACCESS_AIM.text()) }
        h2 { (say::ACCESS_TESTED.text()) }
        (list(&[say::ACCESS_AXE, say::ACCESS_KEYS, say::ACCESS_SMALL, say::ACCESS_FURIGANA]))
        h2 { (say::ACCESS_MISSING.text()) }
        (list(&[say::ACCESS_READERS, say::ACCESS_PEOPLE, say::ACCESS_LANGUAGES]))
        h2 { (say::ACCESS_HELP.text()) }
        p { (say::ACCESS_CALL.with(&[("hall", &hall.name)])) }
        (call::button(hall))
    }
}

fn list(sentences: &[Phrase]) -> Markup {
    html! {
        ul.directions {
            @for sentence in sentences { li { (sentence.text()) } }
        }
    }
}
