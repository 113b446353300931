//! A fold whose inside is drawn when it is first opened: a hundred rows at once are slow on old phones.

use crate::dom::{El, el, el_of};
use crate::live::Live;

/// A closed fold with a name, perhaps a badge beside it, and a list inside.
pub fn fold(name: &str, badge: Option<El>, inside: Box<dyn Fn() -> Vec<El>>) -> El {
    let opened = Live::new(false);
    let seen = opened.clone();
    let list = el_of("ul", "rows checks").live(move || {
        if seen.follow(|opened| *opened) {
            inside()
        } else {
            Vec::new()
        }
    });
    let open = move |_: &_| {
        if !opened.read(|opened| *opened) {
            opened.change(|opened| *opened = true);
        }
    };
    let summary = el("summary")
        .child(el_of("span", "field-name").text(name))
        .maybe(badge);
    el_of("details", "field")
        .on("toggle", open)
        .child(summary)
        .child(list)
}
