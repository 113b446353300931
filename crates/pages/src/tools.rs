//! The switches in the head of every page, each a picture and a word: the look of the text, readings, the voice. What they do
//! comes late (`public/parts`); what was chosen before stands on the page before it is painted.

use maud::{Markup, PreEscaped, html};
use words::Phrase;
use words::phrases::pages as say;

const LOOK: &str = include_str!("look.js");

/// The script for the head of the page.
pub fn look() -> Markup {
    html! { script { (PreEscaped(LOOK)) } }
}

/// The row of switches, and the line that says when one does not load.
pub fn tools() -> Markup {
    html! {
        div.tools role="region" aria-label=(say::TOOLS.text()) {
            (tool("look", "aria-expanded", &picture("letter-case"), say::TOOL_LOOK))
            (tool("furigana", "aria-pressed", &kanji(), say::TOOL_FURIGANA))
            (tool("speech", "aria-pressed", &picture("volume"), say::TOOL_SPEECH))
        }
        p #part-note.tools-note role="status" {}
    }
}

/// `state` is what a screen reader is told of it.
fn tool(part: &str, state: &str, picture: &Markup, word: Phrase) -> Markup {
    // maud names no attribute by a value.
    let open = format!("<button type=\"button\" data-part=\"{part}\" {state}=\"false\">");
    html! {
        (PreEscaped(open)) (picture) span { (word.text()) } (PreEscaped("</button>"))
    }
}

/// A kanji with its reading, which the style sheet draws.
fn kanji() -> Markup {
    html! { i.icon.kanji aria-hidden="true" {} }
}

/// A picture of the kept set (`styles/icons.txt`).
pub fn picture(name: &str) -> Markup {
    html! {
        svg.icon aria-hidden="true" { use href={ "#i-" (name) } {} }
    }
}
