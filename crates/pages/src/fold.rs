//! Folds, so that a list of hundreds is a screen or two, and the box by which a list is searched. Folds need no program; a browser
//! that knows none shows everything. The box stands there once a script can answer it (`public/parts/tools.js`).

use maud::{Markup, html};
use words::phrases::pages as say;

/// A closed fold below its heading; `words` are those by which the box finds it.
pub fn fold(class: &str, words: Option<&str>, heading: &Markup, inside: &Markup) -> Markup {
    html! {
        details class=(class) data-words=[words] {
            summary { (heading) }
            (inside)
        }
    }
}

/// The box; what it looks through has its words in `data-words`.
pub fn find() -> Markup {
    html! {
        div.search hidden {
            label.search-label for="find" { (say::FIND.text()) }
            input #find type="search" autocomplete="off" enterkeyhint="search";
            p #found.hint role="status" data-none=(say::FIND_NONE.text()) {}
        }
    }
}
