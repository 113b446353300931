//! What is wrong in the sheets: place, what, and mend, for the person who typed it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The sheet, as `towns/asaka/entries.csv`.
    pub sheet: String,
    /// The row as Excel counts it (the heading is row 1); 0 if it is the sheet as a whole.
    pub row: usize,
    /// The column's heading; empty if it is the row as a whole.
    pub column: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
    /// How many more of the same sort the column has, below this one.
    pub more: usize,
}

impl Fault {
    fn at(
        (sheet, row, column): (&str, usize, &str),
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self {
            sheet: sheet.to_owned(),
            row,
            column: column.to_owned(),
            what: in_one_line(what.into()),
            mend: in_one_line(mend.into()),
            more: 0,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.sheet)?;
        if self.row > 0 {
            write!(f, " {}行", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, "「{}」", self.column)?;
        }
        if !self.sheet.is_empty() {
            write!(f, ": ")?;
        }
        write!(f, "{}。→ {}。", self.what, self.mend)?;
        if self.more > 0 {
            write!(f, "（同じまちがいが、ほか {} 件）", self.more)?;
        }
        Ok(())
    }
}

/// All faults of one run. Of many that are alike (the same words in the same column) the first are kept and the others
/// counted, so that they hide no other and no sheet fills the memory.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    found: BTreeMap<Sort, Alike>,
    /// Where something is named that is not there, by what is missed.
    missed: BTreeMap<Missed, BTreeSet<Fault>>,
}

/// What a sheet ought to have and has not: an id that others name. Named in one place, that place has a slip; named in several,
/// the sheet has lost it, and that is one fault of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missed {
    /// The sheet.
    pub sheet: String,
    /// Its column; empty in a file of settings.
    pub column: &'static str,
    /// What it ought to have.
    pub id: String,
}

impl Missed {
    /// In the place of the faults of those who name it.
    fn fault(self, places: &BTreeSet<Fault>) -> Fault {
        const SHOWN: usize = 3;
        let shown = places.iter().take(SHOWN).map(|fault| match fault.row {
            0 => fault.sheet.clone(),
            row => format!("{} {row}行", fault.sheet),
        });
        let shown: Vec<String> = shown.collect();
        let more = if places.len() > SHOWN { " など" } else { "" };
        Fault {
            sheet: self.sheet,
            row: 0,
            column: self.column.to_owned(),
            what: in_one_line(format!(
                "「{}」がありません。{}か所で使っています（{}{more}）",
                self.id,
                places.len(),
                shown.join("、")
            )),
            mend: in_one_line(format!(
                "名前を変えたなら「{}」にもどします。消したなら、使っている所を直します",
                self.id
            )),
            more: 0,
        }
    }
}

/// Sheet, column, and what is wrong without what was typed.
type Sort = (String, String, String);

#[derive(Clone, Debug, Default)]
struct Alike {
    kept: BTreeSet<Fault>,
    /// The rows of the others.
    more: BTreeSet<usize>,
}

impl Faults {
    /// How many of a sort are told one by one.
    pub const ALIKE: usize = 10;

    /// Notes one.
    pub fn add(
        &mut self,
        sheet: &str,
        row: usize,
        column: &str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let fault = Fault::at((sheet, row, column), what, mend);
        let sort = (
            sheet.to_owned(),
            column.to_owned(),
            without_words(&fault.what),
        );
        let alike = self.found.entry(sort).or_default();
        alike.kept.insert(fault);
        if alike.kept.len() > Self::ALIKE {
            alike
                .more
                .extend(alike.kept.pop_last().map(|fault| fault.row));
        }
    }

    /// Notes that something is named at a place and is not in its sheet.
    pub fn miss(
        &mut self,
        place: (&str, usize, &str),
        missed: Missed,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let fault = Fault::at(place, what, mend);
        self.missed.entry(missed).or_default().insert(fault);
    }

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.missed.is_empty()
    }

    /// How many there are, with those that are not told one by one.
    #[must_use]
    pub fn count(&self) -> usize {
        let alike = self.found.values();
        let told: usize = alike.map(|alike| alike.kept.len() + alike.more.len()).sum();
        told + self.missed.len()
    }

    /// True if anything is wrong in a sheet.
    #[must_use]
    pub fn are_of(&self, sheet: &str) -> bool {
        self.found.keys().any(|(own, _, _)| own == sheet)
            || self.misses().any(|fault| fault.sheet == sheet)
    }

    /// True if something is wrong in one of these columns of a sheet.
    #[must_use]
    pub fn are_in(&self, sheet: &str, columns: &[&str]) -> bool {
        let mut places = self.found.keys();
        places.any(|(own, column, _)| own == sheet && columns.contains(&column.as_str()))
            || self
                .misses()
                .any(|fault| fault.sheet == sheet && columns.contains(&fault.column.as_str()))
    }

    /// True if something is wrong in one cell: what follows from it is not said again.
    #[must_use]
    pub fn are_at(&self, sheet: &str, row: usize, column: &str) -> bool {
        let mut sorts = self.found.iter();
        let is_here =
            |fault: &Fault| fault.sheet == sheet && fault.row == row && fault.column == column;
        sorts.any(|((own, of, _), alike)| own == sheet && of == column && alike.is_in(row))
            || self.misses().any(is_here)
    }

    fn misses(&self) -> impl Iterator<Item = &Fault> {
        self.missed.values().flatten()
    }

    /// In the order of sheets, rows and columns.
    #[must_use]
    pub fn sorted(self) -> Vec<Fault> {
        let alike = self.found.into_values();
        let mut faults: Vec<Fault> = alike.flat_map(Alike::told).collect();
        for (missed, mut places) in self.missed {
            faults.push(match places.pop_first() {
                Some(one) if places.is_empty() => one,
                first => missed.fault(&first.into_iter().chain(places).collect()),
            });
        }
        faults.sort();
        faults
    }
}

impl Alike {
    fn is_in(&self, row: usize) -> bool {
        self.more.contains(&row) || self.kept.iter().any(|fault| fault.row == row)
    }

    fn told(self) -> Vec<Fault> {
        let mut kept: Vec<Fault> = self.kept.into_iter().collect();
        if let Some(last) = kept.last_mut() {
            last.more = self.more.len();
        }
        kept
    }
}

/// As a list of faults can hold it: what was typed may have line breaks and be as long as a book.
fn in_one_line(text: String) -> String {
    const LONGEST: usize = 600;
    let hidden = |sign: char| sign.is_control() || ('\u{202a}'..='\u{202e}').contains(&sign);
    if text.len() <= LONGEST && !text.contains(hidden) {
        return text;
    }
    let shown = |sign: char| if sign == '\n' { '⏎' } else { sign };
    let text = text.replace("\r\n", "\n");
    let signs = text.chars().map(shown).filter(|sign| !hidden(*sign));
    let mut line: String = signs.take(LONGEST).collect();
    if line.chars().count() == LONGEST {
        line.push('…');
    }
    line
}

/// What is wrong without what stands in 「」 and without figures: 「「あ」は日付ではありません」 and 「「い」は日付ではありません」
/// are alike.
fn without_words(what: &str) -> String {
    let mut depth = 0_usize;
    let keep = |sign: &char| {
        match sign {
            '「' => depth += 1,
            '」' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0 && !sign.is_ascii_digit()
    };
    what.chars().filter(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_alike_the_first_are_told_and_the_others_counted() {
        let mut faults = Faults::default();
        for row in (2..=40).rev() {
            // Told twice, it is one.
            for _ in 0..2 {
                let what = format!("「{row}日」は日付ではありません");
                faults.add("a.csv", row, "日", what, "直します");
            }
        }
        faults.add("a.csv", 50, "日", "空です", "書きます");
        let told = faults.clone().sorted();
        let rows: Vec<usize> = told.iter().map(|fault| fault.row).collect();
        assert_eq!(rows, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 50]);
        assert!(told[9].to_string().contains("ほか"), "{}", told[9]);
        assert!(told[10].more == 0 && told[0].more == 0);
    }
}
