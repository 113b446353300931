//! The frame of a page that needs no program: title, way to the other pages, numbers for any time, and how old it is.
//!
//! A title names the town and the list and never a trouble, since it stays in the browser's history.

use crate::call;
use crate::page::Page;
use crate::publisher;
use crate::tools;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use navigator::{Catalog, Day};
use words::hours::date;
use words::phrases::{common, pages as say};

/// Where whoever leaves in a hurry is led; index.html leads there too.
const ELSEWHERE: &str = "https://www.jma.go.jp/";
/// Leaving, beyond what a link does.
const LEAVING: &str = include_str!("leave.js");
/// Where the build puts the pictures that the page uses.
const ICONS: &str = "<!-- include icons.html -->";

/// A whole page around `body`, which begins below the heading.
pub fn framed(catalog: &Catalog, page: Page, day: Day, body: &Markup) -> Markup {
    let names = [("page", page.name()), ("town", catalog.town.name.as_str())];
    html! {
        (DOCTYPE)
        html lang="ja" {
            (head(&names))
            body {
                (PreEscaped(ICONS))
                a.skip href="#main" { (say::SKIP.text()) }
                header.top {
                    p.brand {
                        span.brand-mark aria-hidden="true" {}
                        span { (common::APP_NAME.text()) }
                    }
                    a.chip href="../index.html" { (catalog.town.name) }
                    a.leave #leave href=(ELSEWHERE) rel="noreferrer" { (say::LEAVE.text()) }
                }
                script { (PreEscaped(LEAVING)) }
                (tools::tools())
                main #main tabindex="-1" {
                    h1 { (say::HEADING.with(&names)) }
                    (urgent(catalog))
                    (ways(page))
                    (body)
                    p.ask {
                        a href={ "../index.html#" (catalog.town.id) } { (say::ASK.text()) }
                        (say::ASK_NOTE.text())
                    }
                }
                (always(catalog, day))
            }
        }
    }
}

fn head(names: &[(&str, &str)]) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (say::TITLE.with(names)) }
            meta name="description" content=(say::DESCRIPTION.with(names));
            meta name="referrer" content="no-referrer";
            meta name="format-detection" content="telephone=no";
            meta name="color-scheme" content="light dark";
            link rel="icon" href="../icon.svg";
            link rel="stylesheet" href="../lists.css";
            (tools::look())
            script type="module" src="../parts/tools.js" {}
        }
    }
}

/// The numbers for danger, before everything else.
fn urgent(catalog: &Catalog) -> Markup {
    html! {
        div.urgent {
            p.label { (say::URGENT.text()) }
            ul {
                @for entry in catalog.always.iter().map(|&id| catalog.entry(id)) {
                    li { (entry.name) " " (call::in_a_row(entry)) }
                }
            }
        }
    }
}

fn ways(page: Page) -> Markup {
    html! {
        nav aria-label=(say::LISTS.text()) {
            ul.ways {
                @for other in Page::ALL {
                    li {
                        a href=(other.file()) aria-current=[(other == page).then_some("page")] {
                            (other.name())
                        }
                    }
                }
            }
        }
    }
}

/// The numbers for any time, and how old all this is.
fn always(catalog: &Catalog, day: Day) -> Markup {
    let made = date(day);
    html! {
        aside.help aria-labelledby="help" {
            h2 #help { (say::ALWAYS.text()) }
            ul {
                @for &id in &catalog.always {
                    (call::line(catalog.entry(id), None))
                }
                (call::line(catalog.entry(catalog.town.switchboard), None))
            }
            (publisher::of_town(catalog))
            div.credits {
                p { (say::MADE.with(&[("made", &made)])) }
                p { (say::MAY_CHANGE.text()) }
                @for sentence in &catalog.town.credits {
                    p { (sentence) }
                }
            }
        }
    }
}
