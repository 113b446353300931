//! Sheets as staff really break them, a folder a case: the file as it was saved, and in `told.txt` the sheet that it takes
//! the place of in the tiny catalog and the one sentence that must come; where a mend lists what others may add to, 「…」
//! stands for its end. Without a file the sheet is not there.

use crate::tiny::Sheets;
use std::fs;
use std::path::{Path, PathBuf};

struct Case {
    name: String,
    sheet: String,
    sentence: String,
    /// The sheet as it was saved.
    bytes: Option<Vec<u8>>,
}

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken_sheets/corpus");
    let folders = fs::read_dir(root).expect("a folder");
    let mut folders: Vec<PathBuf> = folders.map(|item| item.expect("an item").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.iter().map(|folder| case(folder)).collect()
}

fn case(folder: &Path) -> Case {
    let told = fs::read_to_string(folder.join("told.txt")).expect("what must come");
    let (sheet, sentence) = told.trim_end().split_once('\n').expect("two lines");
    let file = Path::new(sheet).file_name().expect("a name");
    Case {
        name: folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned(),
        sheet: sheet.to_owned(),
        sentence: sentence.to_owned(),
        bytes: fs::read(folder.join(file)).ok(),
    }
}

impl Case {
    fn is_told(&self, told: &str) -> bool {
        match self.sentence.strip_suffix('…') {
            Some(start) => told.starts_with(start) && !told.contains('\n'),
            None => told == self.sentence,
        }
    }

    /// All that is told.
    fn told(&self) -> String {
        let sheets = Sheets::tiny();
        match &self.bytes {
            Some(bytes) => sheets.write(&self.sheet, bytes),
            None => sheets.delete(&self.sheet),
        }
        let faults = sheets.compile().err().unwrap_or_default().sorted();
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        lines.join("\n")
    }
}

#[test]
fn each_broken_sheet_gets_its_one_sentence() {
    let cases = cases();
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let told = cases.iter().map(|case| (case, case.told()));
    let wrong: Vec<String> = told
        .filter(|(case, told)| !case.is_told(told))
        .map(|(case, told)| format!("== {}\n{told}\n", case.name))
        .collect();
    assert!(wrong.is_empty(), "told otherwise:\n{}", wrong.concat());
}

/// Names of files, columns and settings stay as they are; two words of English after each other are a sentence.
#[test]
fn no_sentence_is_english() {
    for case in cases() {
        // It is what comes: the other test sees to that.
        let told = case.sentence;
        let words: Vec<&str> = told.split(' ').collect();
        let is_english =
            |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
        let english = words.windows(2).find(|two| two.iter().all(is_english));
        assert_eq!(english, None, "{}: {told}", case.name);
        assert!(
            told.chars().any(|sign| ('ぁ'..='ん').contains(&sign)),
            "{}",
            case.name
        );
    }
}
