//! Who publishes the site, and whom to tell of a fault.

use catalog::Compiled;
use catalog::moment::read_moment;
use maud::{Markup, html};
use navigator::{Catalog, Town, dial_address};
use words::hours::date;
use words::phrases::pages as say;
use words::town::publisher;

/// For a page of one town: who publishes it, how old it is, and the way to tell of a fault.
pub fn of_town(catalog: &Catalog) -> Markup {
    html! {
        p.publisher { (told(&catalog.town)) }
        (newest(catalog, false))
        (report())
    }
}

/// For the page of all towns: who publishes it stands there once if it is the same for all; else each says whose it is, so that
/// the page can leave out what is another town's.
pub fn of_all(towns: &[Compiled]) -> Markup {
    let catalogs = || towns.iter().map(|town| &town.catalog);
    let same = |one: &Town, other: &Town| {
        publisher(one) == publisher(other) && one.contact == other.contact
    };
    let first = catalogs().next().map(|catalog| &catalog.town);
    let shared = first.filter(|first| catalogs().all(|catalog| same(&catalog.town, first)));
    html! {
        @if let Some(town) = shared {
            p.publisher { (told(town)) }
        } @else {
            @for town in catalogs().map(|catalog| &catalog.town) {
                p.publisher data-hall=(town.id) {
                    (say::PUBLISHER_OF.with(&[("town", &town.name)]))
                    (told(town))
                }
            }
        }
        @for catalog in catalogs() { (newest(catalog, true)) }
        (report())
    }
}

/// How old what is said of the windows is; and what a part of the page puts into what somebody tells of a fault.
fn newest(catalog: &Catalog, among_others: bool) -> Markup {
    let town = &catalog.town;
    let newest = age(catalog);
    let told = if among_others {
        say::NEWEST_OF.with(&[("town", &town.name), ("newest", &newest)])
    } else {
        say::NEWEST.with(&[("newest", &newest)])
    };
    let hall = among_others.then_some(&town.id);
    html! {
        p.publisher data-hall=[hall] data-town=(town.name) data-contact=(town.contact) data-version=(catalog.version) {
            (told)
        }
    }
}

/// The newest date of what is known of the windows.
pub fn age(catalog: &Catalog) -> String {
    match read_moment(&catalog.version) {
        Some(moment) => date(moment.day),
        None if catalog.version.is_empty() => say::NEWEST_UNKNOWN.into(),
        None => catalog.version.clone(),
    }
}

/// Leads to a text about this page, put together on the device (`public/parts/report.js`).
fn report() -> Markup {
    html! {
        p.foot {
            button.link type="button" data-part="report" { (say::REPORT.text()) }
        }
    }
}

fn told(town: &Town) -> Markup {
    let contact = &town.contact;
    html! {
        (publisher(town))
        @if !contact.is_empty() {
            a href=(address(contact)) rel="noreferrer noopener" { (contact) }
        }
    }
}

fn address(contact: &str) -> String {
    if contact.starts_with("http") {
        contact.to_owned()
    } else if contact.contains('@') {
        ["mailto:", contact].concat()
    } else {
        dial_address(contact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_to_tell_is_told_by_page_mail_or_telephone() {
        assert_eq!(address("https://example.jp/"), "https://example.jp/");
        assert_eq!(address("a@example.jp"), "mailto:a@example.jp");
        assert_eq!(address("048-463-1111"), "tel:0484631111");
    }
}
