//! Furigana: puts the readings into the script that is loaded only when somebody asks for them.

use std::fs;
use std::path::Path;

use crate::fault::Fault;
use crate::project::Project;
use crate::site::files;

/// The readings, as `catalog compile` leaves them.
const TABLE: &str = "furigana.txt";
/// Where the readings go in the script.
const EMPTY: &str = "const TABLE = \"\";";
const MEND: &str = "run `git checkout -- public`, then `cargo xtask build` again";

/// Fills the table into the script of the app that is built in `folder`.
pub fn write(project: &Project, folder: &Path) -> Result<(), Fault> {
    let table = read(&project.catalogs().join(TABLE))?;
    let path = folder.join("parts/furigana.js");
    let script = with_table(&read(&path)?, &table).ok_or_else(|| {
        Fault::new(
            path.display().to_string(),
            format!("`{EMPTY}` is not in it"),
            MEND,
        )
    })?;
    files::write(&path, script)
}

fn with_table(script: &str, table: &str) -> Option<String> {
    // Rust's escapes are JavaScript's.
    let filled = format!("const TABLE = {:?};", table.trim_end());
    script
        .contains(EMPTY)
        .then(|| script.replacen(EMPTY, &filled, 1))
}

fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|error| Fault::file(path, &error, MEND))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_a_text_of_javascript_whatever_stands_in_it() {
        let script = with_table("const TABLE = \"\";\nrest", "困 こま\n\"`${x}\n");
        let filled = "const TABLE = \"困 こま\\n\\\"`${x}\";\nrest";
        assert_eq!(script.as_deref(), Some(filled));
        assert_eq!(with_table("rest", ""), None);
    }
}
