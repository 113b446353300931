//! The part that runs on this machine: measures natively, then has headless Chromium measure, and prints both.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use journeys::{Engine, Fault, Stage, Step};
use navigator::Catalog;
use speed::Times;

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];
/// Microseconds; this clock tells nanoseconds.
const GRAIN: f64 = 500.0;
/// What every town needs beside its own file.
const KNOWLEDGE: &str = "knowledge.bin";
const MEND: &str = "run `cargo xtask bench`, which prepares this folder";

/// One catalog to measure.
struct Subject {
    name: String,
    /// How the page is told of it.
    asked: String,
    file: Option<PathBuf>,
    entries: usize,
}

/// Prints the table for the folder that the first word names: the page, its program, and the towns' files.
pub fn print() -> Step<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| Fault::new("speed", "no folder named", MEND))?;
    println!("  one answer → next question and suggestions, in microseconds");
    println!(
        "  {:22}{:>9}{:>9}{:>9}{:>12}{:>9}{:>9}{:>10}{:>10}{:>9}",
        "catalog",
        "native",
        "95 %",
        "worst",
        "in browser",
        "95 %",
        "worst",
        "files KB",
        "wasm MB",
        "growth"
    );
    for subject in subjects(&folder)? {
        let (times, bytes) = here(&subject)?;
        let (there, memory, growth) = in_browser(&folder, &subject)?;
        println!(
            "  {:22}{:>9.1}{:>9.1}{:>9.1}{:>12.1}{:>9.1}{:>9.1}{:>10.0}{:>10.1}{:>9.1}",
            subject.name,
            times.median,
            times.most,
            times.worst,
            there.median,
            there.most,
            there.worst,
            bytes as f64 / 1024.0,
            memory / 1_048_576.0,
            growth / 1_048_576.0,
        );
    }
    println!(
        "  native and in browser: medians over the states of residents; growth: of the wasm's memory, by all answers, in MB"
    );
    Ok(())
}

fn subjects(folder: &Path) -> Step<Vec<Subject>> {
    let files = fs::read_dir(folder).map_err(|error| Fault::file(folder, &error, MEND))?;
    let mut towns: Vec<PathBuf> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "bin"))
        .filter(|path| !path.ends_with(KNOWLEDGE))
        .collect();
    towns.sort();
    let towns = towns.into_iter().map(|path| {
        let file = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Subject {
            name: file.split('.').next().unwrap_or_default().to_owned(),
            asked: format!("?town={file}"),
            file: Some(path),
            entries: 0,
        }
    });
    Ok(towns.chain(SIZES.map(made_up)).collect())
}

fn made_up(entries: usize) -> Subject {
    Subject {
        name: format!("{entries} made up"),
        asked: format!("?entries={entries}"),
        file: None,
        entries,
    }
}

/// Times on this machine, and the length of both compiled files.
fn here(subject: &Subject) -> Step<(Times, usize)> {
    let (catalog, bytes) = match &subject.file {
        Some(path) => of_files(path)?,
        None => of_entries(subject.entries),
    };
    Ok((native(&catalog), bytes))
}

/// A town's catalog, and how long its file and the shared one are.
fn of_files(path: &Path) -> Step<(Catalog, usize)> {
    let file = read(path)?;
    let knowledge = read(&path.with_file_name(KNOWLEDGE))?;
    let refused = |why| Fault::new(path.display().to_string(), format!("{why:?}"), MEND);
    let catalog = speed::town(&knowledge, &file).map_err(refused)?;
    Ok((catalog, knowledge.len() + file.len()))
}

/// A catalog that is made up, and how long its files would be.
fn of_entries(entries: usize) -> (Catalog, usize) {
    let catalog = speed::catalog(entries);
    let files = navigator::write_both(&catalog);
    let bytes = files.map_or(0, |(knowledge, town)| knowledge.len() + town.len());
    (catalog, bytes)
}

fn read(path: &Path) -> Step<Vec<u8>> {
    fs::read(path).map_err(|error| Fault::file(path, &error, MEND))
}

fn native(catalog: &Catalog) -> Times {
    let start = Instant::now();
    speed::times(catalog, || start.elapsed().as_secs_f64() * 1e6, GRAIN)
}

/// Times in headless Chromium, the memory with the catalog in it, and its growth.
fn in_browser(folder: &Path, subject: &Subject) -> Step<(Times, f64, f64)> {
    let stage = Stage::of_folder_at(Engine::Chromium, folder, &subject.asked)?;
    stage.browser.sees("measured")?;
    let measured = stage.browser.run("return globalThis.measured", &[])?;
    let figure = |place: usize| measured[place].as_f64().unwrap_or(f64::NAN);
    let times = Times {
        median: figure(0),
        most: figure(1),
        worst: figure(2),
    };
    Ok((times, figure(3), figure(4)))
}
