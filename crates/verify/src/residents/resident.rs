//! Golden residents: people in trouble for whom a social worker has written down what must be right.
//!
//! Read here, judged in `visit`. They are written from the law, the guidelines and the facts,
//! never from what the program prints; so nothing here may work an expectation out.

use catalog::answers::{AREA_ID, AnswersFile, Given, read_answers};
use catalog::{Compiled, Faults, Sources, read_toml};
use navigator::{Answers, Catalog};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// One person, and what must be right for them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resident {
    /// The file that tells of them, as `money.toml`.
    #[serde(skip)]
    pub file: String,
    /// Where in the file, counted from 1.
    #[serde(skip)]
    pub row: usize,
    /// Who they are, in a few words.
    pub name: String,
    /// What has happened, in a sentence or two.
    pub story: String,
    /// Id of the town.
    pub town: String,
    /// `self`, `family` or `supporter`.
    pub asker: String,
    /// The part of town, if they say it.
    pub area: Option<String>,
    /// Everything they would answer if they were asked; what is not here they do not know.
    pub answers: BTreeMap<String, Given>,
    /// Kinds that must come, at whatever place.
    #[serde(default)]
    pub must: Vec<String>,
    /// Kinds of which one is on the first card, or in danger on the first line.
    #[serde(default)]
    pub must_first: Vec<String>,
    /// Kinds that are on the lines for danger or on the first three cards after them.
    #[serde(default)]
    pub within_first_three: Vec<String>,
    /// Kinds that are on the lines for danger.
    #[serde(default)]
    pub lines: Vec<String>,
    /// Kinds that come as 「相談できます」.
    #[serde(default)]
    pub sure: Vec<String>,
    /// Kinds that come as 「聞いてみる価値があります」.
    #[serde(default)]
    pub worth_asking: Vec<String>,
    /// Kinds that must not come.
    #[serde(default)]
    pub never: Vec<String>,
    /// What this person needs to see without a tap: kinds, or several that meet one need alike (`food/jiritsu`).
    #[serde(default)]
    pub visible: Vec<String>,
    /// Kinds that may wait in the folds, but not stand in sight.
    #[serde(default)]
    pub never_visible: Vec<String>,
    /// Kinds that are welcome and not demanded: for the reader.
    #[serde(default)]
    pub may: Vec<String>,
    /// The entry on the first card.
    pub first_entry: Option<String>,
    /// Entries that must come.
    #[serde(default)]
    pub must_entries: Vec<String>,
    /// Entries that must not come.
    #[serde(default)]
    pub never_entries: Vec<String>,
    /// Questions that must be put to them before asking ends.
    #[serde(default)]
    pub must_ask: Vec<String>,
    /// The question that comes right after the troubles: where there may be danger, the one on it.
    pub first_question: Option<String>,
    /// Questions that must not be put to them.
    #[serde(default)]
    pub never_ask: Vec<String>,
    /// Somebody may be in danger. A false alarm is as wrong as a missing one.
    #[serde(default)]
    pub crisis: bool,
    /// Violence: no switchboard, no trace.
    #[serde(default)]
    pub private: bool,
    /// No further question.
    #[serde(default)]
    pub stop: bool,
    /// No danger to life, but somebody must be called today or tomorrow; unsaid means either is right.
    pub urgent: Option<bool>,
    /// Whether the window that hears several troubles at once leads; unsaid means either is right.
    pub joined_up: Option<bool>,
    /// Law, guideline or row of the facts.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResidentsFile {
    resident: Vec<Spanned<Resident>>,
}

/// Reads all `*.toml` of a folder's files, in order of their names.
///
/// # Errors
/// Every fault of every file, with its line and its mend.
pub fn read_residents(folder: &Sources) -> Result<Vec<Resident>, Faults> {
    let mut faults = Faults::default();
    let mut residents = Vec::new();
    let names: Vec<&str> = folder
        .paths()
        .filter(|path| is_of_residents(path))
        .collect();
    if names.is_empty() {
        let mend = "住民のフォルダー（tests/residents）を指してください";
        faults.add("", 0, "", "住民のファイル（*.toml）がありません", mend);
    }
    for name in names {
        if let Some((file, lines)) = read_toml::<ResidentsFile>(folder, name, &mut faults) {
            for (row, mut resident) in lines.with_rows(file.resident) {
                resident.file = name.to_owned();
                resident.row = row;
                residents.push(resident);
            }
        }
    }
    check_words(&residents, &mut faults);
    if faults.is_empty() {
        Ok(residents)
    } else {
        Err(faults)
    }
}

/// The kinds that meet one need alike: `food/jiritsu` is met by either.
pub fn either(need: &str) -> impl Iterator<Item = &str> {
    need.split('/')
}

/// They stand in the folder itself and not below it.
fn is_of_residents(path: &str) -> bool {
    path.ends_with(".toml") && !path.contains('/')
}

/// What can be seen without a catalog: two of one name, empty words, nothing expected.
fn is_named_before(others: &[Resident], name: &str) -> bool {
    others.iter().any(|other| other.name == name)
}

fn check_words(residents: &[Resident], faults: &mut Faults) {
    for (place, one) in residents.iter().enumerate() {
        if is_named_before(&residents[..place], &one.name) {
            one.fault(
                faults,
                "name",
                "同じ名前の人がもういます",
                "ちがう名前にします",
            );
        }
        for (key, text) in [
            ("name", &one.name),
            ("story", &one.story),
            ("source", &one.source),
        ] {
            if text.trim().is_empty() {
                one.fault(faults, key, "空です", "言葉を書きます");
            }
        }
        if one.expected_kinds().next().is_none() {
            one.fault(
                faults,
                "must",
                "来るはずの窓口がありません",
                "must や within_first_three に種類を書きます",
            );
        }
        for kind in one.expected_kinds().filter(|kind| one.keeps_away(kind)) {
            one.fault(
                faults,
                "never",
                format!("「{kind}」が、来る方と来ない方の両方にあります"),
                "どちらかを消します",
            );
        }
    }
}

impl Resident {
    /// True if the kind may not come, or not stand in sight.
    fn keeps_away(&self, kind: &str) -> bool {
        let mut away = self.never.iter().chain(&self.never_visible);
        away.any(|id| id == kind)
    }

    /// Notes a fault of this person's row.
    fn fault(&self, faults: &mut Faults, key: &str, what: impl Into<String>, mend: &str) {
        faults.add(&self.file, self.row, key, what, mend);
    }

    /// Notes that nobody's sheets are those of this person's town.
    pub fn fault_in_town(&self, faults: &mut Faults, towns: &[Compiled]) {
        let known: Vec<&str> = towns.iter().map(|town| town.id.as_str()).collect();
        let what = format!("「{}」という町はありません", self.town);
        let mend = format!("{}のどれかにします", known.join("、"));
        self.fault(faults, "town", what, &mend);
    }

    /// All kinds that are expected in some way.
    fn expected_kinds(&self) -> impl Iterator<Item = &str> {
        [
            &self.must,
            &self.must_first,
            &self.within_first_three,
            &self.lines,
            &self.sure,
            &self.worth_asking,
            &self.visible,
        ]
        .into_iter()
        .flatten()
        .flat_map(|need| either(need))
    }

    /// Whether a sign of urgency is right for this person, where the file says so.
    #[must_use]
    pub fn alarm(&self) -> Option<bool> {
        if self.crisis { Some(true) } else { self.urgent }
    }

    /// The answers in terms of the town's catalog; unknown names are faults with their place.
    pub fn answers(&self, catalog: &Catalog, faults: &mut Faults) -> Option<Answers> {
        let before = faults.count();
        self.check_names(catalog, faults);
        let file = AnswersFile {
            town: Some(self.town.clone()),
            area: self.area.clone(),
            asker: Some(self.asker.clone()),
            now: None,
            answers: self.answers.clone(),
        };
        match read_answers(catalog, &file) {
            Ok((answers, _)) if faults.count() == before => Some(answers),
            Ok(_) => None,
            Err(problems) => {
                for problem in problems {
                    self.fault(
                        faults,
                        "answers",
                        problem,
                        "questions.toml の id を書きます",
                    );
                }
                None
            }
        }
    }

    /// An expectation on a name that does not exist would hold, or fail, for ever.
    fn check_names(&self, catalog: &Catalog, faults: &mut Faults) {
        let unwanted = [&self.never, &self.never_visible, &self.may];
        let unwanted = unwanted.into_iter().flatten().map(String::as_str);
        let kinds = self.expected_kinds().chain(unwanted);
        for id in kinds.filter(|id| catalog.kinds.iter().all(|kind| kind.id != **id)) {
            let what = format!("「{id}」という種類はありません");
            self.fault(faults, "must", what, "kinds.csv の id を書きます");
        }
        let entries = self.must_entries.iter().chain(&self.never_entries);
        for id in entries
            .chain(&self.first_entry)
            .filter(|id| catalog.entries.iter().all(|entry| entry.id != **id))
        {
            let what = format!("「{id}」という公開の窓口はありません");
            self.fault(faults, "must_entries", what, "entries.csv の id を書きます");
        }
        for id in self
            .must_ask
            .iter()
            .chain(&self.never_ask)
            .chain(&self.first_question)
        {
            let known =
                id == AREA_ID || catalog.questions.iter().any(|question| question.id == *id);
            if !known {
                let what = format!("「{id}」という質問はありません");
                self.fault(faults, "must_ask", what, "questions.toml の id を書きます");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const ONE: &str = r#"
[[resident]]
name = "声の出ない人"
story = "声が出せない。"
town = "asaka"
asker = "self"
answers = { needs = ["b08"] }
must = ["emergency_silent"]
source = "knowledge.json b08"
"#;

    fn read(text: &str) -> Result<Vec<Resident>, Vec<catalog::Fault>> {
        let file = ("one.toml".to_owned(), text.as_bytes().to_vec());
        read_residents(&std::iter::once(file).collect()).map_err(Faults::sorted)
    }

    #[test]
    fn a_folder_without_residents_is_a_fault() {
        let faults = read_residents(&Sources::default()).map_err(Faults::sorted);
        assert_eq!(faults.unwrap_err().len(), 1);
    }

    #[test]
    fn a_resident_is_read_with_file_and_line() {
        let residents = read(ONE).unwrap();
        assert_eq!(
            (residents[0].file.as_str(), residents[0].row),
            ("one.toml", 2)
        );
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_line() {
        let faults = read(&format!("{ONE}mustt = [\"dv\"]\n")).unwrap_err();
        assert_eq!(faults[0].row, 10, "{faults:?}");
        assert!(faults[0].what.contains("mustt"), "{faults:?}");
    }

    #[test]
    fn what_meets_one_need_alike_is_several_kinds() {
        let residents = read(&format!("{ONE}visible = [\"food/jiritsu\"]\n")).unwrap();
        let kinds: Vec<&str> = residents[0].expected_kinds().collect();
        assert_eq!(kinds, ["emergency_silent", "food", "jiritsu"]);
    }

    #[test]
    fn what_must_not_stand_in_sight_is_not_expected_there() {
        let faults = read(&format!(
            "{ONE}visible = [\"food/jiritsu\"]\nnever_visible = [\"food\"]\n"
        ));
        assert_eq!(faults.unwrap_err()[0].column, "never");
    }

    #[test]
    fn all_faults_come_in_one_run() {
        let twice = format!("{ONE}never = [\"emergency_silent\"]\n{ONE}");
        let faults = read(&twice).unwrap_err();
        let columns: Vec<&str> = faults.iter().map(|fault| fault.column.as_str()).collect();
        assert_eq!(columns, ["never", "name"]);
    }
}
