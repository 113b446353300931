//! The index by あいうえお: the windows in the order of a dictionary, row by row, by the name that residents see: who looks for
//! 生活保護 does not look under the town's name.

use crate::phrases::lists;
use navigator::{Catalog, Day, Entry, EntryId};
use std::cmp::Ordering;

/// The rows by their id; small and voiced signs stand with the plain ones.
const ROWS: [(&str, &str); 10] = [
    ("a", "あいうえお"),
    ("ka", "かきくけこ"),
    ("sa", "さしすせそ"),
    ("ta", "たちつてと"),
    ("na", "なにぬねの"),
    ("ha", "はひふへほ"),
    ("ma", "まみむめも"),
    ("ya", "やゆよ"),
    ("ra", "らりるれろ"),
    ("wa", "わをん"),
];

/// A row of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// For an anchor: `ka`, or `other` for readings that do not begin with kana.
    pub id: &'static str,
    /// かきくけこ, or ほか.
    pub name: &'static str,
    /// Its windows in the order of their readings.
    pub entries: Vec<EntryId>,
}

/// All windows that are valid on this day; rows without any are left out.
#[must_use]
pub fn rows(catalog: &Catalog, today: Day) -> Vec<Row> {
    let others = ("other", lists::KANA_OTHER.text());
    let mut rows: Vec<Row> = ROWS
        .into_iter()
        .chain([others])
        .map(|(id, name)| Row {
            id,
            name,
            entries: Vec::new(),
        })
        .collect();
    for id in catalog.entry_ids() {
        let entry = catalog.entry(id);
        if entry.is_valid_on(today)
            && let Some(row) = rows.get_mut(row_of(read_as(entry)))
        {
            // A sort of its own would weigh more, and a row is short.
            let place = row
                .entries
                .partition_point(|&other| compare(catalog, other, id).is_le());
            row.entries.insert(place, id);
        }
    }
    rows.retain(|row| !row.entries.is_empty());
    rows
}

/// How the name is read that stands large.
fn read_as(entry: &Entry) -> &str {
    if entry.plain_reading.is_empty() {
        &entry.reading
    } else {
        &entry.plain_reading
    }
}

/// By reading, then by the sheet's id, so that the order is the same wherever the row comes from.
fn compare(catalog: &Catalog, one: EntryId, other: EntryId) -> Ordering {
    let (one, other) = (catalog.entry(one), catalog.entry(other));
    plain(read_as(one))
        .cmp(plain(read_as(other)))
        .then_with(|| one.id.cmp(&other.id))
}

/// The place in [`ROWS`] of the row in which a reading stands; behind the last one if in none.
fn row_of(reading: &str) -> usize {
    let first = plain(reading).next();
    ROWS.iter()
        .position(|(_, signs)| signs.chars().any(|sign| first == Some(sign)))
        .unwrap_or(ROWS.len())
}

/// A reading in large hiragana without voicing: 「がっこう」 stands between 「かつ」 and 「かて」, as in a dictionary.
fn plain(reading: &str) -> impl Iterator<Item = char> {
    reading.chars().filter_map(plain_sign)
}

fn plain_sign(sign: char) -> Option<char> {
    let code = match sign {
        // Marks of voicing, spaces and dots do not count.
        '\u{3099}' | '\u{309A}' | ' ' | '・' | '　' => return None,
        'ァ'..='ヶ' => u32::from(sign) - 0x60,
        other => u32::from(other),
    };
    // In Unicode's order ぁ stands before あ, が after か, っ before つ and づ, ば and ぱ after は.
    let plain = match code {
        0x3041..=0x304A | 0x3083..=0x3088 => code + code % 2,
        0x304B..=0x3062 => code - (code + 1) % 2,
        0x3063 => 0x3064,
        0x3064..=0x3069 => code - code % 2,
        0x306F..=0x307D => code - code % 3,
        0x308E => 0x308F,
        0x3094 => 0x3046,
        0x3095 => 0x304B,
        0x3096 => 0x3051,
        other => other,
    };
    char::from_u32(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(readings: &[&str]) -> Vec<(&'static str, Vec<String>)> {
        let entries = readings.iter().map(|&reading| Entry {
            reading: reading.to_owned(),
            ..Entry::default()
        });
        let catalog = Catalog {
            entries: entries.collect(),
            ..Catalog::default()
        };
        let reading = |&id: &EntryId| catalog.entry(id).reading.clone();
        let rows = rows(&catalog, Day::default()).into_iter();
        rows.map(|row| (row.name, row.entries.iter().map(reading).collect()))
            .collect()
    }

    #[test]
    fn readings_stand_as_in_a_dictionary() {
        let index = index(&["がっこう", "かて", "かつ", "ガス", "はは", "ぱぱ"]);
        assert_eq!(index[0].1, ["ガス", "かつ", "がっこう", "かて"]);
        assert_eq!(index[1].1, ["はは", "ぱぱ"]);
    }

    #[test]
    fn the_name_that_residents_see_counts() {
        let entry = Entry {
            reading: "あさかしふくしじむしょ".to_owned(),
            plain_reading: "せいかつほごのそうだん".to_owned(),
            ..Entry::default()
        };
        let catalog = Catalog {
            entries: vec![entry],
            ..Catalog::default()
        };
        assert_eq!(rows(&catalog, Day::default())[0].id, "sa");
    }

    #[test]
    fn each_reading_has_its_row_and_rows_without_any_are_left_out() {
        let names: Vec<&str> = index(&["ぎ", "ッ", "ん", "ぽ", "A", ""])
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        let expected = ["かきくけこ", "たちつてと", "はひふへほ", "わをん", "ほか"];
        assert_eq!(names, expected);
    }

    #[test]
    fn small_and_voiced_signs_count_as_the_plain_ones() {
        let plain = |text| plain(text).collect::<String>();
        let written =
            "ぁぃぅぇぉがぎぐげござじずぜぞだぢづでどっばびぶべぼぱぴぷぺぽゃゅょゎゔゕゖ";
        let expected =
            "あいうえおかきくけこさしすせそたちつてとつはひふへほはひふへほやゆよわうかけ";
        assert_eq!(plain(written), expected);
        let large = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん";
        assert_eq!(plain(large), large);
    }

    #[test]
    fn what_is_not_valid_today_is_left_out() {
        let mut gone = Entry {
            reading: "あ".to_owned(),
            ..Entry::default()
        };
        gone.valid_until = Some(Day::default().plus(-1));
        let catalog = Catalog {
            entries: vec![gone],
            ..Catalog::default()
        };
        assert_eq!(rows(&catalog, Day::default()), []);
    }
}
