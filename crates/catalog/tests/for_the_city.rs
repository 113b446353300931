//! What each city is asked is what the catalog lacks: each kind without a window is named, each mark is a row, and the figures
//! are those of today. The lists are handed over, and a list that is out of date asks for the wrong thing.

#![allow(clippy::expect_used, clippy::panic)]

mod tiny;

use catalog::Compiled;
use navigator::Level;
use std::collections::HashSet;
use std::fs;

fn list_of(town: &Compiled) -> String {
    let path = tiny::real_root().join(format!("../docs/for-the-city/{}.md", town.id));
    fs::read_to_string(path).expect("a list for the city")
}

/// The ids that stand in a text, each as a word of its own.
fn words(text: &str) -> HashSet<&str> {
    let is_of_id =
        |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-_".contains(sign);
    text.split(|sign| !is_of_id(sign)).collect()
}

/// What stands in the last cell of a row, where it is an id.
fn marks(list: &str) -> Vec<&str> {
    let rows = list.lines().filter(|line| line.starts_with('|'));
    let last = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next());
    let marks = last.flat_map(|cell| cell.split(['、', ',']).map(str::trim));
    let is_id = |mark: &&str| mark.starts_with(|sign: char| sign.is_ascii_lowercase());
    marks.filter(is_id).collect()
}

#[test]
fn every_kind_without_a_window_is_asked_for() {
    for town in tiny::real_towns() {
        let list = list_of(&town);
        let named = words(&list);
        let kinds = town.catalog.kinds.iter();
        let lacking = kinds.filter(|kind| kind.entries.is_empty());
        let missed: Vec<&str> = lacking
            .map(|kind| &*kind.id)
            .filter(|id| !named.contains(id))
            .collect();
        assert!(missed.is_empty(), "{}: {missed:?}", town.id);
    }
}

#[test]
fn every_mark_is_an_id_of_the_sheets() {
    let sources = tiny::real_sources();
    for town in tiny::real_towns() {
        let folder = format!("towns/{}/", town.id);
        let paths = sources.paths();
        let sheets =
            paths.filter(|path| path.starts_with("knowledge/") || path.starts_with(&folder));
        let texts = sheets.filter_map(|path| std::str::from_utf8(sources.get(path)?).ok());
        let text = texts.collect::<Vec<_>>().join("\n");
        let known = words(&text);
        let list = list_of(&town);
        let unknown: Vec<&str> = marks(&list)
            .into_iter()
            .filter(|mark| !known.contains(mark))
            .collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", town.id);
    }
}

#[test]
fn the_figures_are_those_of_today() {
    for town in tiny::real_towns() {
        let entries = town.catalog.entries.iter();
        let own = entries.filter(|entry| entry.level == Level::Town).count();
        let list = list_of(&town);
        assert!(list.contains(&format!("{own}か所")), "{}: {own}", town.id);
    }
}
