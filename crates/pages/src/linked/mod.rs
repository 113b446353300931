//! The list by name for machines: schema.org's services as JSON-LD, so that whoever searches the web for a desk finds the
//! desk's own number. It says less than the page and nothing else: no switchboard's number, and hours only where a plain
//! week says them whole. What every property means: <https://schema.org/Service>.

mod hours;

use crate::entry::is_guarded;
use maud::{Markup, PreEscaped, html};
use navigator::{Catalog, Day, Entry, EntryId, Level, Via};
use serde_json::{Value, json};

/// The country by its code of ISO 3166-1.
const COUNTRY: &str = "JP";

/// The windows that hold on this day, as a block of data within their page.
pub fn linked_data(catalog: &Catalog, ids: impl Iterator<Item = EntryId>, day: Day) -> Markup {
    let services = ids.map(|id| service(catalog, catalog.entry(id), day));
    let graph = json!({
        "@context": "https://schema.org",
        "@graph": services.collect::<Vec<_>>(),
    });
    // Within a page no text may end the block; in JSON the sign means the same written so.
    let text = graph.to_string().replace('<', "\\u003c");
    html! {
        script type="application/ld+json" { (PreEscaped(text)) }
    }
}

fn service(catalog: &Catalog, entry: &Entry, day: Day) -> Value {
    let other_name = (entry.shown_name() != entry.name).then_some(entry.shown_name());
    let audience = said(&entry.who).map(|who| json!({ "@type": "Audience", "audienceType": who }));
    without_nulls(json!({
        "@type": "Service",
        "@id": format!("#{}", entry.id),
        "name": entry.name,
        "alternateName": other_name,
        "description": said(&entry.what),
        "areaServed": { "@type": "AdministrativeArea", "name": area(catalog, entry) },
        "audience": audience,
        "availableChannel": channel(catalog, entry, day),
    }))
}

fn area<'a>(catalog: &'a Catalog, entry: &Entry) -> &'a str {
    match entry.level {
        Level::Town | Level::Shared => &catalog.town.name,
        Level::Prefecture => &catalog.town.prefecture,
        Level::Nation => COUNTRY,
    }
}

/// How the desk itself is reached; nothing where no way to it is known.
fn channel(catalog: &Catalog, entry: &Entry, day: Day) -> Option<Value> {
    let place = said(&entry.channels.address)
        .map(|address| json!({ "@type": "Place", "address": address }));
    let channel = without_nulls(json!({
        "@type": "ServiceChannel",
        "servicePhone": phone(catalog, entry, day),
        "serviceUrl": said(&entry.url),
        "serviceLocation": place,
    }));
    let says_more_than_its_type = channel.as_object().is_some_and(|parts| parts.len() > 1);
    says_more_than_its_type.then_some(channel)
}

fn phone(catalog: &Catalog, entry: &Entry, day: Day) -> Option<Value> {
    let own = entry.via != Via::Switchboard && !is_guarded(catalog, entry);
    let number = said(&entry.channels.phone).filter(|_| own)?;
    Some(without_nulls(json!({
        "@type": "ContactPoint",
        "telephone": number,
        "hoursAvailable": hours::week(&entry.hours, day),
    })))
}

fn said(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// What is not known is not written.
fn without_nulls(mut value: Value) -> Value {
    if let Some(parts) = value.as_object_mut() {
        parts.retain(|_, part| !part.is_null());
    }
    value
}
