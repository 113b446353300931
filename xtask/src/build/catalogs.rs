//! The compiled catalogs on their way into the app: has the `catalog` command compile them, and hands on their names.
//! Never looks inside one.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cargo;
use crate::fault::Fault;
use crate::progress::watched;
use crate::project::Project;
use crate::site::files::KNOWLEDGE;

/// The table that `catalog compile` leaves beside the files: `knowledge <file name>`, then `<town> <file name>` a line.
const TABLE: &str = "catalogs.txt";
const MEND: &str = "run `cargo run -q -p catalog-cli -- check` and mend the sheets that it names";

/// The compiled files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogs {
    /// The name of the file that every town needs: `knowledge.1a2b3c4d.bin`.
    pub knowledge: String,
    /// The towns' own.
    pub towns: Vec<Catalog>,
}

/// One town's compiled file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// The town's id, such as `asaka`.
    pub town: String,
    /// The file's name, its hash inside: `asaka.1a2b3c4d.bin`.
    pub file: String,
}

/// Compiles the sheets of every town into [`Project::catalogs`].
pub fn compile(project: &Project) -> Result<Catalogs, Fault> {
    let folder = project.catalogs();
    if folder.is_dir() {
        // Files of yesterday's sheets have other names and would stay.
        fs::remove_dir_all(&folder).map_err(|error| Fault::undeletable(&folder, &error))?;
    }
    let mut compile = command(project, &["compile", "--out"]);
    watched::run("catalogs", compile.arg(&folder), MEND)?;
    compiled(project)
}

/// What [`compile`] has left in [`Project::catalogs`].
pub fn compiled(project: &Project) -> Result<Catalogs, Fault> {
    let path = project.catalogs().join(TABLE);
    let text = fs::read_to_string(&path).map_err(|error| Fault::file(&path, &error, MEND))?;
    table(&text, &path)
}

/// Checks the sheets of every town; prints all faults and fails where there is one.
pub fn check(project: &Project) -> Result<(), Fault> {
    watched::run("catalog check", &mut command(project, &["check"]), MEND)
}

/// Puts the compiled files beside the app that is built in `folder`.
pub fn publish(project: &Project, catalogs: &Catalogs, folder: &Path) -> Result<(), Fault> {
    let towns = catalogs.towns.iter().map(|town| &town.file);
    for file in towns.chain([&catalogs.knowledge]) {
        let from = project.catalogs().join(file);
        let to = folder.join(file);
        fs::copy(&from, &to).map_err(|error| Fault::file(&from, &error, MEND))?;
    }
    Ok(())
}

fn command(project: &Project, words: &[&str]) -> Command {
    let mut command = cargo::offline(
        project,
        ["run", "--package", "catalog-cli", "--bin", "catalog", "--"],
    );
    command.args(words);
    command
}

fn table(text: &str, path: &Path) -> Result<Catalogs, Fault> {
    let fault = |wrong: String| Fault::new(path.display().to_string(), wrong, MEND);
    let (mut knowledge, mut towns) = (None, Vec::new());
    for (index, line) in text.lines().enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            [KNOWLEDGE, file] => knowledge = Some((*file).to_owned()),
            [town, file] => towns.push(Catalog {
                town: (*town).to_owned(),
                file: (*file).to_owned(),
            }),
            _ => return Err(fault(format!("line {}: not `<town> <file>`", index + 1))),
        }
    }
    if towns.is_empty() {
        return Err(fault("names no town".to_owned()));
    }
    let knowledge = knowledge.ok_or_else(|| fault("names no knowledge".to_owned()))?;
    Ok(Catalogs { knowledge, towns })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_table_is_read() {
        let read = table(
            "knowledge knowledge.9a8b7c6d.bin\nasaka asaka.1a2b3c4d.bin\nkomae komae.5e6f7a8b.bin\n\n",
            Path::new("t"),
        );
        let town = |town: &str, file: &str| Catalog {
            town: town.to_owned(),
            file: file.to_owned(),
        };
        let towns = vec![
            town("asaka", "asaka.1a2b3c4d.bin"),
            town("komae", "komae.5e6f7a8b.bin"),
        ];
        let knowledge = "knowledge.9a8b7c6d.bin".to_owned();
        assert_eq!(read, Ok(Catalogs { knowledge, towns }));
    }

    #[test]
    fn broken_or_empty_table_is_refused() {
        let without_knowledge = "asaka asaka.1a2b3c4d.bin\n";
        let without_town = "knowledge knowledge.9a8b7c6d.bin\n";
        for text in ["asaka\n", without_knowledge, without_town] {
            assert!(table(text, Path::new("t")).is_err(), "{text}");
        }
        assert!(table("\n", Path::new("t")).is_err());
    }
}
