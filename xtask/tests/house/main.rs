//! Whether the house still stands as ARCHITECTURE.md says: no ring of modules in any crate, no function longer than a
//! screen, no picture that is not there. Reads the sources as they are; nothing here knows a module by its name.

#![allow(clippy::expect_used, clippy::panic)]

mod icons;
mod imports;
mod lengths;
mod packages;
mod sources;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// What a reader can hold at once.
const LONGEST: usize = 60;
/// Of all functions, in the median.
const MEDIAN: usize = 8;
/// Of each crate's functions, nine of ten.
const NINE_OF_TEN: usize = 30;

#[test]
fn no_two_modules_import_each_other() {
    let mut found = String::new();
    for package in packages::all() {
        for ring in imports::rings(&sources::read(&package.root)) {
            let _ = writeln!(found, "{}: {}", package.name, ring.join(" → "));
        }
    }
    assert!(
        found.is_empty(),
        "modules that import each other; move what both need below them:\n{found}"
    );
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let mut found = String::new();
    for package in packages::all() {
        for function in lengths::functions(&sources::read(&package.root)) {
            if function.lines > LONGEST {
                let _ = writeln!(found, "{}: {function}", package.name);
            }
        }
    }
    assert!(
        found.is_empty(),
        "functions of more than {LONGEST} lines; give their steps names:\n{found}"
    );
}

#[test]
fn most_functions_are_short() {
    // A library and its command are one package.
    let mut packages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for package in packages::all() {
        let lines = lengths::of(&lengths::functions(&sources::read(&package.root)));
        packages.entry(package.name).or_default().extend(lines);
    }
    let (mut all, mut found) = (Vec::new(), String::new());
    for (name, mut lines) in packages {
        lines.sort_unstable();
        let nine = lengths::share(&lines, 90);
        println!(
            "{name}: {} functions, median {}, 90 % {nine}, longest {}",
            lines.len(),
            lengths::share(&lines, 50),
            lines.last().unwrap_or(&0)
        );
        // Of a handful of functions no share can be told.
        if nine > NINE_OF_TEN && lines.len() >= 50 {
            let _ = writeln!(found, "{name}: nine of ten have up to {nine} lines");
        }
        all.extend(lines);
    }
    all.sort_unstable();
    let median = lengths::share(&all, 50);
    assert!(
        median <= MEDIAN,
        "half of all functions have up to {median} lines"
    );
    assert!(
        found.is_empty(),
        "crates whose functions are long (at most {NINE_OF_TEN} for nine of ten):\n{found}"
    );
}

#[test]
fn the_list_of_pictures_holds_each_that_is_named_and_no_other() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let top = top.expect("xtask lies in the project's folder");
    let (listed, named) = (icons::listed(top), icons::named(top));
    for (name, place) in &named {
        assert!(
            listed.contains(name),
            "{place}: `{name}` is not in styles/icons.txt"
        );
    }
    for name in &listed {
        assert!(
            named.contains_key(name),
            "styles/icons.txt: `{name}` is shown nowhere, and still sent to everybody"
        );
    }
}
