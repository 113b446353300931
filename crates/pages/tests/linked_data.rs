//! What the list by name says for machines is what it says for people, and no more.

// A fault of the sheets themselves is shown as it is.
#![allow(clippy::expect_used)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Compiled;
use navigator::{Catalog, Day, Entry, Via};
use serde_json::{Value, json};
use tiny::{Sheets, real_towns};

fn day() -> Day {
    Day::from_civil(2026, 11, 22).expect("a day")
}

/// The services of a town's list by name, and the page that they stand in.
fn services(towns: &[Compiled], town: &str) -> (Vec<Value>, String) {
    let path = format!("{town}/windows.html");
    let mut pages = pages::lists(towns, day()).into_iter();
    let (_, page) = pages.find(|(name, _)| *name == path).expect("the page");
    let (_, after) = page
        .split_once("<script type=\"application/ld+json\">")
        .expect("a block of data");
    let (block, _) = after.split_once("</script>").expect("its end");
    let data: Value = serde_json::from_str(block).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org");
    let list = data["@graph"].as_array().expect("a list");
    (list.clone(), page)
}

fn entry_of<'a>(catalog: &'a Catalog, service: &Value) -> &'a Entry {
    let id = service["@id"]
        .as_str()
        .expect("an id")
        .trim_start_matches('#');
    let mut entries = catalog.entries.iter();
    entries.find(|entry| entry.id == id).expect("a window")
}

#[test]
fn every_window_of_the_page_stands_there_once_with_its_own_number_or_none() {
    let towns = real_towns();
    for Compiled { id, catalog, .. } in &towns {
        let (services, page) = services(&towns, id);
        let hall = catalog.entry(catalog.town.switchboard);
        let mut numbers = 0;
        for service in &services {
            let entry = entry_of(catalog, service);
            assert_eq!(page.matches(&format!("id=\"{}\"", entry.id)).count(), 1);
            assert_eq!(service["name"], entry.name);
            let phone = &service["availableChannel"]["servicePhone"];
            if let Some(number) = phone["telephone"].as_str() {
                numbers += 1;
                assert_ne!(entry.via, Via::Switchboard, "{}", entry.id);
                assert_eq!(number, entry.channels.phone);
                assert!(
                    number != hall.channels.phone || entry.id == hall.id,
                    "{}",
                    entry.id
                );
            }
        }
        let valid = catalog
            .entries
            .iter()
            .filter(|entry| entry.is_valid_on(day()));
        assert_eq!(services.len(), valid.count());
        assert!(numbers > 50, "{id}: {numbers} numbers");
    }
}

#[test]
fn a_plain_week_is_said_and_nothing_that_it_cannot_say() {
    let towns = real_towns();
    let mut weeks = 0;
    for Compiled { id, catalog, .. } in &towns {
        for service in services(&towns, id).0 {
            let hours = &service["availableChannel"]["servicePhone"]["hoursAvailable"];
            let entry = entry_of(catalog, &service);
            if entry.hours.is_always_open() && !hours.is_null() {
                assert_eq!(hours[0]["opens"], "00:00");
                assert_eq!(hours[0]["closes"], "23:59");
            }
            let plain = entry
                .hours
                .spans
                .iter()
                .all(|span| span.nth == 0 && span.dates == 0);
            assert!(plain || hours.is_null(), "{}", entry.id);
            weeks += usize::from(!hours.is_null());
        }
    }
    assert!(weeks > 40, "{weeks}");
}

#[test]
fn hours_of_weekdays_are_those_of_the_sheet() {
    let towns = Sheets::tiny().compile().expect("sheets without fault");
    let (services, _) = services(&towns, "asaka");
    let hours = services
        .iter()
        .map(|service| &service["availableChannel"]["servicePhone"]["hoursAvailable"])
        .find(|hours| hours[0]["closes"].is_string() && hours[0]["closes"] != "23:59");
    let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let hours = hours.expect("hours");
    assert_eq!(hours[0]["dayOfWeek"], json!(weekdays), "{hours}");
}

#[test]
fn no_text_of_a_sheet_ends_the_block() {
    let mut towns = Sheets::tiny().compile().expect("sheets without fault");
    let name = "話せます</script><script>x()";
    for entry in &mut towns[0].catalog.entries {
        entry.name = name.to_owned();
    }
    let (services, _) = services(&towns, "asaka");
    assert!(services.iter().any(|service| service["name"] == name));
}
