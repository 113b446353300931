//! Who publishes the site, and whom to tell of a fault.

use catalog::Compiled;
use maud::{Markup, html};
use navigator::{Town, dial_address};
use words::phrases::pages as say;
use words::town::publisher;

/// For a page of one town.
pub fn of_town(town: &Town) -> Markup {
    html! {
        p.publisher { (told(town)) }
    }
}

/// For the page of all towns: once if it is the same for all; else each says whose it is, so that the page can leave out
/// what is another town's.
pub fn of_all(towns: &[Compiled]) -> Markup {
    let mut each = towns.iter().map(|town| &town.catalog.town);
    let Some(first) = each.next() else {
        return html! {};
    };
    if each.all(|town| publisher(town) == publisher(first) && town.contact == first.contact) {
        return of_town(first);
    }
    html! {
        @for town in towns.iter().map(|town| &town.catalog.town) {
            p.publisher data-hall=(town.id) {
                (say::PUBLISHER_OF.with(&[("town", &town.name)]))
                (told(town))
            }
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
