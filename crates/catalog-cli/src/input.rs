//! What comes from outside: the sheets, the answers and the clock. Read here, and nowhere inside.

use crate::options::Situation;
use catalog::answers::{Said, read_said};
use catalog::readings::{self, Readings, Review};
use catalog::{Compiled, Faults, Sources, compile_all_on, plain_text};
use catalog_cli::app_texts::app_texts;
use catalog_cli::folder::{self, system};
use navigator::{Answers, Catalog, Day, Moment};
use std::io::Read;
use std::path::Path;

/// All towns of a folder of sheets.
///
/// # Errors
/// Every fault of every sheet, and that nothing was written.
pub fn towns(sheets: &Path) -> Result<Vec<Compiled>, String> {
    towns_on(sheets, current_moment().day)
}

/// The same, as it is on a day.
///
/// # Errors
/// Every fault of every sheet, and that nothing was written.
pub fn towns_on(sheets: &Path, today: Day) -> Result<Vec<Compiled>, String> {
    compile_all_on(&sources(sheets)?, today).map_err(told)
}

/// What stands in a folder.
///
/// # Errors
/// If the folder cannot be read.
pub fn sources(folder: &Path) -> Result<Sources, String> {
    folder::sources(folder).map_err(|problem| {
        let folder = folder.display();
        let what = system(&problem);
        format!("フォルダー「{folder}」を読めません（{what}）。→ 表のフォルダーは --catalog で指します。")
    })
}

fn told(faults: Faults) -> String {
    let count = faults.count();
    format!(
        "{}\nまちがいが{count}個あります。何も書いていません。",
        lines(faults)
    )
}

/// Faults as lines.
pub fn lines(faults: Faults) -> String {
    let faults = faults.sorted().into_iter();
    faults.map(|fault| format!("{fault}\n")).collect()
}

/// The town of this id.
///
/// # Errors
/// If there is none, with those that there are.
pub fn town<'a>(towns: &'a [Compiled], id: &str) -> Result<&'a Catalog, String> {
    towns
        .iter()
        .find(|town| town.id == id)
        .map(|town| &town.catalog)
        .ok_or_else(|| format!("「{id}」という町はありません（{}）。", known(towns)))
}

fn known(towns: &[Compiled]) -> String {
    let ids: Vec<&str> = towns.iter().map(|town| town.id.as_str()).collect();
    ids.join("、")
}

/// The readings of all that is shown; the app's own texts are those of the project in which the command is run.
///
/// # Errors
/// Every fault of the sheet of readings.
pub fn readings_of(sheets: &Path, towns: &[Compiled]) -> Result<Review, String> {
    let mut faults = Faults::default();
    let table = Readings::read(&sources(sheets)?, &mut faults);
    if !faults.is_empty() {
        return Err(told(faults));
    }
    let pieces = pages::fragments(towns, |_| String::new());
    let shown = readings::shown(towns, &app_texts(&pieces, Path::new(".")));
    Ok(readings::review(&table, &shown))
}

/// What somebody said; without answers nothing was said yet. `--now` counts where they name no time.
///
/// # Errors
/// Every fault of the answers, or that no town is named.
pub fn said<'a>(towns: &'a [Compiled], situation: &Situation) -> Result<Said<'a>, String> {
    let named = situation.town.as_deref();
    let mut said = match &situation.answers {
        Some(path) => {
            read_said(towns, named, &read_text(path)?).map_err(|faults| faults.join("\n"))?
        }
        None => Said {
            catalog: town(towns, named.ok_or_else(|| no_town(towns))?)?,
            answers: Answers::default(),
            now: None,
        },
    };
    said.now = said.now.or(situation.when.now);
    Ok(said)
}

fn no_town(towns: &[Compiled]) -> String {
    format!("--town で町を選んでください（{}）。", known(towns))
}

fn read_text(path: &str) -> Result<String, String> {
    let (bytes, name) = match path {
        "-" => (of_stdin(), "標準入力"),
        path => (std::fs::read(path), path),
    };
    let bytes =
        bytes.map_err(|problem| format!("{name} を読めません（{}）。", system(&problem)))?;
    let text = plain_text(&bytes).map_err(|what| format!("{name} を読めません（{what}）。"))?;
    Ok(text.to_owned())
}

fn of_stdin() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
}

/// The clock.
pub fn current_moment() -> Moment {
    let millis = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or(0);
    Moment::from_unix_millis(millis)
}
