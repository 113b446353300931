//! What stands on the page without a tap is what the navigator says is visible, by name and in order: each line for danger,
//! each card, each row, and nothing else. The navigator reads the very files that the page has loaded.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use journeys::{Engine, Resident, Step};
use navigator::{
    Answers, By, Catalog, Moment, Row, Suggestion, read_knowledge, read_town, suggest,
};

/// Lives as a link carries them: calm, by part of town, urgent, in danger, in danger without a voice, with everything unsaid.
const LIVES: [(&str, &str); 14] = [
    ("asaka", "1;n=m01.e01"),
    ("komae", "1;n=m01.e01"),
    ("komae", "1;n=e04.k02"),
    ("asaka", "1;n=m05;collector=come"),
    ("asaka", "1;n=m01;rent_deadline=days;age=a40"),
    ("komae", "1;n=k01"),
    ("asaka", "1;n=f01;voice=heard;danger_now=again"),
    ("komae", "1;n=f11;danger_now=no;age=a18;voice=yes"),
    ("asaka", "1;n=f03;danger_now=again;voice=no"),
    ("komae", "1;a=family;n=e01.e05;care_age=a65"),
    ("asaka", "1;a=supporter;n=c01"),
    ("komae", "1;n=x01.x02"),
    ("asaka", "1;n=-"),
    ("komae", "1;n=t01.t04"),
];

/// The names in sight, without furigana: lines for danger, cards, rows.
const SEEN: &str = "const read = (each) => { const copy = each.cloneNode(true); \
        copy.querySelectorAll('rt, svg').forEach((over) => over.remove()); return copy.textContent.trim(); }; \
    const names = (of) => [...document.querySelectorAll(`#app ${of}`)] \
        .filter((each) => each.checkVisibility()).map(read); \
    return [names('.danger .danger-name'), names('.card > h2'), \
        names('.ones > .one .link, .ones > li > details > summary b')]";

/// Names in sight in their order.
type Names = Vec<String>;
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

#[test]
fn every_life_sees_just_what_is_visible_in_chromium() -> Outcome<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    for (town, said) in LIVES {
        let catalog = loaded(resident.app().folder(), town)?;
        let answers = Answers::from_text(&catalog, said).ok_or(said)?;
        resident.comes_again(&format!("#{town};{said}"))?;
        resident.stands_before_suggestions()?;
        let promised = promised(&catalog, &answers)?;
        // Paper has no folds, and loses nothing.
        for media in ["", "print"] {
            resident.browser().emulate(media, &[])?;
            let seen = seen(&resident)?;
            assert!(
                are_named(&seen, &promised),
                "{town};{said} {media}\nseen     {seen:?}\npromised {promised:?}"
            );
        }
    }
    Ok(())
}

/// Windows of several parts of town are called by what their names have in common.
fn are_named(seen: &[Names; 3], promised: &[Names; 3]) -> bool {
    let whole = seen.iter().map(Vec::len).eq(promised.iter().map(Vec::len));
    let mut pairs = seen.iter().flatten().zip(promised.iter().flatten());
    whole && pairs.all(|(seen, promised)| !seen.is_empty() && promised.starts_with(seen))
}

fn seen(resident: &Resident) -> Step<[Names; 3]> {
    let found = resident.browser().run(SEEN, &[])?;
    let names = |place: usize| -> Names {
        let list = found[place]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let texts = list.iter().filter_map(|name| name.as_str());
        texts.map(String::from).collect()
    };
    Ok([names(0), names(1), names(2)])
}

/// What the navigator says is visible at this moment.
fn promised(catalog: &Catalog, answers: &Answers) -> Outcome<[Names; 3]> {
    let now = now()?;
    let mut outcome = suggest(catalog, answers, now.day);
    outcome.lead_with_open_lines(catalog, now);
    let visible = outcome.visible(catalog, answers);
    let lines = visible
        .danger
        .iter()
        .flat_map(|line| windows(catalog, line));
    let cards = visible.cards.iter().map(|card| name(catalog, card));
    let rows = visible.rows.iter().map(|row| of_row(catalog, row));
    Ok([lines.collect(), cards.collect(), rows.collect()])
}

fn now() -> Outcome<Moment> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    let millis = i64::try_from(since.as_millis())?;
    Ok(Moment::from_unix_millis(millis))
}

/// A line and those of the other parts of town, each by its own name.
fn windows(catalog: &Catalog, line: &Suggestion) -> Names {
    let all = line.windows();
    all.map(|id| catalog.entry(id).shown_name().to_owned())
        .collect()
}

fn name(catalog: &Catalog, card: &Suggestion) -> String {
    catalog.entry(card.entry).shown_name().to_owned()
}

fn of_row(catalog: &Catalog, row: &Row) -> String {
    match row.by {
        By::Asking(kind) => catalog.kind(kind).plain.clone(),
        _ => catalog.entry(row.entry).shown_name().to_owned(),
    }
}

/// The catalog that the page of this town loads.
fn loaded(folder: &Path, town: &str) -> Outcome<Catalog> {
    let knowledge = read_knowledge(&file(folder, "knowledge")?);
    let knowledge = knowledge.map_err(|fault| format!("{fault:?}"))?;
    let town = read_town(&file(folder, town)?, &knowledge);
    Ok(town.map_err(|fault| format!("{fault:?}"))?)
}

fn file(folder: &Path, begin: &str) -> Outcome<Vec<u8>> {
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with(&format!("{begin}.")) && name.ends_with(".bin") {
            return Ok(fs::read(file.path())?);
        }
    }
    Err(begin.into())
}
