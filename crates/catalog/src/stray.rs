//! What lies in the catalog's folders and is no sheet of it: a copy beside the sheet that somebody goes on editing, a town in
//! the wrong folder. Nobody reads it, and whoever edits it believes that it is read. A folder that is gone is one fault.

use crate::columns::TABLES;
use crate::fault::Faults;
use crate::sources::Sources;

const KNOWLEDGE: [&str; 10] = [
    "fields.csv",
    "kinds.csv",
    "lines.csv",
    "needs.csv",
    "questions.toml",
    "rules.toml",
    "short_numbers.csv",
    "sources.csv",
    "stale_numbers.csv",
    "words.csv",
];
/// What a town's folder holds beside its tables.
const SETTINGS: &str = "town.toml";
const COPY: &str = "写しなら消します。この名前で直していたなら、もとの名前の表に写します";
const WHERE: &str = "カタログのフォルダー（knowledge と towns があるところ）を指します";

/// Notes what of the two folders is gone: nothing can be said of what lay in it.
pub fn check_folders(sources: &Sources, faults: &mut Faults) {
    let has = |folder: &str| sources.paths().any(|path| path.starts_with(folder));
    match (has("knowledge/"), sources.town_ids().is_empty()) {
        (true, false) => {}
        (true, true) => faults.add("towns", 0, "", "町の表がありません", WHERE),
        (false, false) => faults.add("knowledge", 0, "", "みんなで使う表がありません", WHERE),
        (false, true) => faults.add("", 0, "", "ここにはカタログの表がありません", WHERE),
    }
}

/// Notes files that nobody reads. A town that lies elsewhere is missed by others, or is told by its own name. A sheet whose
/// name is only written otherwise is taken for that sheet where it is gone, so that its name is the one fault of it.
pub fn under_their_names(sources: &Sources, faults: &mut Faults) -> Sources {
    let mut named = sources.clone();
    for path in sources.paths().filter(|path| !is_read(path)) {
        let sheet = as_written(path);
        let is_gone = is_read(&sheet) && !sources.has(&sheet);
        let mend = match sources.get(path).filter(|_| is_gone) {
            Some(bytes) => {
                let mend = format!("名前を「{}」に直します", name_of(&sheet));
                named.insert(sheet, bytes);
                mend
            }
            None => COPY.to_owned(),
        };
        faults.add(path, 0, "", "この名前の表は、だれも読みません", mend);
    }
    named
}

/// Small letters and one ending, as the names of sheets are written.
fn as_written(path: &str) -> String {
    let small = path.to_lowercase();
    [".csv", ".toml"]
        .iter()
        .fold(small, |path, end| path.replace(&format!("{end}{end}"), end))
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn is_read(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        // Programs leave files of their own, with a dot before the name.
        [.., name] if name.starts_with(['.', '~']) => true,
        ["knowledge", name] => KNOWLEDGE.contains(name),
        ["towns", _, name] => is_of_a_town(name),
        ["towns", _] => false,
        ["towns" | "knowledge", .., _] => is_elsewhere(&parts),
        _ => true,
    }
}

fn is_of_a_town(name: &str) -> bool {
    name == SETTINGS || TABLES.iter().any(|table| table.file == name)
}

/// A whole town in the wrong folder is missed where it ought to be; one of its sheets alone is not.
fn is_elsewhere(parts: &[&str]) -> bool {
    parts[0] == "knowledge" && parts.last().is_some_and(|name| is_of_a_town(name))
}
