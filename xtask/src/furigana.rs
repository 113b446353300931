//! Furigana: the script with the readings in it, which is loaded only when somebody asks for it, and the small script of the
//! switch. Both are named after their content.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;

/// The readings, as `catalog compile` leaves them.
const TABLE: &str = "furigana.txt";
/// The piece of index.html that names the switch.
const PIECE: &str = "furigana.html";
/// Where the readings go in the script.
const EMPTY: &str = "const TABLE = \"\";";
const MEND: &str = "restore public/ from git, and run `cargo xtask build` again";

/// Puts both scripts into `dist/`, and the switch's name where [`crate::catalogs::include`] finds it.
pub fn write(project: &Project) -> Result<(), Fault> {
    let table = read(&project.catalogs().join(TABLE))?;
    let path = project.at("public/furigana.js");
    let script = with_table(&read(&path)?, &table).ok_or_else(|| {
        Fault::new(
            path.display().to_string(),
            format!("`{EMPTY}` is not in it"),
            MEND,
        )
    })?;
    let switch = read(&project.at("public/furigana-switch.js"))?;
    // One hash for both: the switch finds the script by its own address, and neither is kept without the other.
    let mut hasher = DefaultHasher::new();
    (&script, &switch).hash(&mut hasher);
    let hash = format!("{:016x}", hasher.finish());
    publish(project, &format!("furigana.{hash}.js"), &script)?;
    let name = format!("furigana-switch.{hash}.js");
    publish(project, &name, &switch)?;
    let piece = format!("<script type=\"module\" src=\"{name}\"></script>");
    write_file(&project.catalogs().join(PIECE), &piece)
}

fn with_table(script: &str, table: &str) -> Option<String> {
    // Rust's escapes are JavaScript's.
    let filled = format!("const TABLE = {:?};", table.trim_end());
    script
        .contains(EMPTY)
        .then(|| script.replacen(EMPTY, &filled, 1))
}

/// Writes a script into `dist/`, made smaller.
fn publish(project: &Project, name: &str, script: &str) -> Result<(), Fault> {
    let path = project.dist().join(name);
    write_file(&path, script)?;
    process::run(
        Command::new(project.npm_programs().join("terser"))
            .arg(&path)
            .args(["--module", "--compress", "passes=3", "--mangle", "--output"])
            .arg(&path),
        "run `cargo xtask build` again; if it stays, delete .tools/npm",
    )
}

fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|error| Fault::file(path, &error, MEND))
}

fn write_file(path: &Path, text: &str) -> Result<(), Fault> {
    fs::write(path, text).map_err(|error| Fault::file(path, &error, "make room on the disk"))
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
