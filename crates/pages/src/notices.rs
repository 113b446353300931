//! What holds in a town from one day to another. No program hides it here: what is past when the page is made is left out,
//! and the rest says its days.

use maud::{Markup, html};
use navigator::{Catalog, Day, Notice};
use words::entry::{number_label, origin_of};
use words::notice::{checked, facts};
use words::phrases::notice as say;

use crate::call;
use crate::entry::{linked, source_line};

/// The notices that are not past; nothing where there is none.
pub fn notices(catalog: &Catalog, day: Day) -> Markup {
    let coming = catalog.notices.iter().filter(|notice| day <= notice.last);
    let coming: Vec<&Notice> = coming.collect();
    html! {
        @if !coming.is_empty() {
            section {
                h2 { (say::TITLE.text()) }
                @for notice in coming { (whole(catalog, notice)) }
            }
        }
    }
}

fn whole(catalog: &Catalog, notice: &Notice) -> Markup {
    html! {
        section.need id={ "notice-" (notice.id) } {
            h3 { (notice.title) }
            p { (notice.text) }
            dl.facts {
                @for fact in facts(notice) {
                    div {
                        dt { (fact.label.text()) }
                        dd { (linked(&fact.text)) }
                    }
                }
                @if !notice.phone.is_empty() {
                    div {
                        dt { (say::PHONE.text()) }
                        dd { (call::number(&notice.phone, &number_label(&notice.title, &notice.phone))) }
                    }
                }
            }
            @if !notice.url.is_empty() {
                p { (linked(&notice.url)) }
            }
            p.source { (checked(notice)) }
            (source_line(origin_of(catalog, notice.source, "")))
        }
    }
}
