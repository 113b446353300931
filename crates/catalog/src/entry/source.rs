//! `sources.csv`: the publications that facts come from, which the rows of windows name by their ids.

use crate::address::check_page;
use crate::dates::source_date;
use crate::fault::{Faults, Missed};
use crate::sheets::{Place, Seen, Sheet, list};
use crate::sources::Sources;
use crate::wording::{check_letter, check_line};
use navigator::Source;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A row of `sources.csv`.
#[derive(Clone, Debug)]
pub struct SourceRow {
    /// The row of its sheet.
    pub row: usize,
    /// Id.
    pub id: String,
    /// What a resident reads of it.
    pub source: Source,
    /// The licence that asks for thanks; empty if none does.
    pub licence: String,
}

/// The publications that a row may name, by id: those of the knowledge, and a town's own.
#[derive(Clone, Debug, Default)]
pub struct KnownSources {
    by_id: Seen<HashMap<String, SourceRow>>,
    /// Those of the last sheet, in its order.
    own: Vec<SourceRow>,
    /// The last sheet.
    sheet: String,
    /// A sheet that there might be and is not.
    absent: Option<String>,
}

/// A row as text.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct SourceText {
    id: String,
    #[serde(rename = "発行元")]
    publisher: String,
    #[serde(rename = "題名")]
    title: String,
    #[serde(rename = "日付")]
    date: String,
    #[serde(rename = "URL")]
    url: String,
    #[serde(rename = "ライセンス")]
    licence: String,
    #[serde(rename = "メモ")]
    memo: String,
}

impl SourceText {
    /// All but the id.
    fn said(&self) -> [&str; 6] {
        [
            &self.publisher,
            &self.title,
            &self.date,
            &self.url,
            &self.licence,
            &self.memo,
        ]
    }
}

impl KnownSources {
    /// Those before any sheet.
    pub fn none() -> Self {
        Self {
            by_id: Seen::all(HashMap::new()),
            own: Vec::new(),
            sheet: String::new(),
            absent: None,
        }
    }

    /// These and those of a folder: `knowledge` or `towns/asaka`. A folder without the sheet has none of its own.
    pub fn and_of(&self, folder: &str, sources: &Sources, faults: &mut Faults) -> Self {
        let name = format!("{folder}/sources.csv");
        if !sources.has(&name) {
            return Self {
                by_id: self.by_id.clone(),
                own: Vec::new(),
                sheet: name.clone(),
                absent: Some(name),
            };
        }
        let mut known = HashMap::clone(&self.by_id);
        let sheet: Sheet<SourceText> = Sheet::read(sources, &name, faults);
        sheet.check_ids("id", |row| &row.id, faults);
        let mut own_rows: Vec<SourceRow> = Vec::new();
        let mut said: HashMap<[&str; 6], usize> = HashMap::new();
        for row in sheet.rows() {
            let (cells, place) = (row.cells, row.place);
            if self.by_id.contains_key(&cells.id) {
                let what = format!("「{}」は knowledge/sources.csv にもあります", cells.id);
                place.fault(faults, "id", what, "こちらの行を消すか、id を変えます");
            }
            if let Some(first) = said.insert(cells.said(), place.row) {
                let what = format!("{first}行と、id のほかは同じです");
                let mend = "1行にまとめて、「出典」に同じ id を書きます";
                place.fault(faults, "題名", what, mend);
            }
            let source = read(cells, place, faults);
            own_rows.push(source.clone());
            known.insert(cells.id.clone(), source);
        }
        let own_is_empty = own_rows.is_empty();
        let own = sheet.seen(known, &["id"], faults);
        Self {
            by_id: if self.by_id.whole().is_some() {
                own
            } else {
                Seen::part(HashMap::clone(&own))
            },
            own: own_rows,
            absent: own_is_empty.then(|| name.clone()).or(self.absent.clone()),
            sheet: name,
        }
    }

    /// Those of the last sheet itself, in its order.
    pub fn own(&self) -> impl Iterator<Item = &SourceRow> {
        self.own.iter()
    }

    /// The publications that a cell names, the main one first. What is no id of one is a fault: a resident reads what the
    /// sheets of sources say, and no words that were meant for staff.
    pub fn named(&self, place: Place, cell: &str, faults: &mut Faults) -> Vec<SourceRow> {
        let ids = list(cell);
        let named = ids.iter().filter_map(|id| {
            let found = self.by_id.get(id);
            if found.is_none() && self.by_id.whole().is_some() {
                self.miss(id, place, faults);
            }
            found.cloned()
        });
        named.collect()
    }

    /// Where the whole sheet is gone, that is one fault and not one of each row that names it.
    fn miss(&self, id: &str, place: Place, faults: &mut Faults) {
        if let Some(sheet) = &self.absent {
            let mend = "この名前の表を置いて行をもどすか、行の出典を、ほかの sources.csv にある id にします";
            let what = "表か、その行がありません。その出典をさす行があります";
            return faults.add(sheet, 0, "", what, mend);
        }
        let what = format!("「{id}」という出典が sources.csv にありません");
        let mend = "町か knowledge の sources.csv に行を足すか、id を直します";
        let missed = Missed {
            sheet: self.sheet.clone(),
            column: "id",
            id: id.to_owned(),
        };
        place.miss(faults, "出典", missed, (what, mend));
    }
}

/// Licences of public data: each is thanked by this very name, so that a slip would ask every town for other thanks.
const LICENCES: [(&str, ()); 8] = [
    ("", ()),
    ("CC BY 4.0", ()),
    ("CC BY 3.0", ()),
    ("CC BY 2.1 JP", ()),
    ("CC BY-SA 4.0", ()),
    ("CC0 1.0", ()),
    ("公共データ利用規約（第1.0版）", ()),
    ("政府標準利用規約（第2.0版）", ()),
];

fn read(cells: &SourceText, place: Place, faults: &mut Faults) -> SourceRow {
    let filled = [("発行元", &*cells.publisher), ("題名", &cells.title)];
    place.filled(faults, &filled, "住民に見せる言葉で書きます");
    for (column, words) in [("発行元", &cells.publisher), ("題名", &cells.title)] {
        check_letter(place, (column, words), faults);
        check_line(place, (column, words), faults);
        check_words(place, column, words, faults);
    }
    check_page(place, "URL", &cells.url, faults);
    let licence = place.choice(faults, "ライセンス", &cells.licence, &LICENCES);
    SourceRow {
        row: place.row,
        id: cells.id.clone(),
        source: Source {
            publisher: cells.publisher.clone(),
            title: cells.title.clone(),
            date: source_date(place, "日付", &cells.date, faults),
            url: cells.url.clone(),
        },
        licence: licence.map_or_else(String::new, |()| cells.licence.clone()),
    }
}

/// A resident reads these words: no names of files, no places of programmers.
fn check_words(place: Place, column: &str, words: &str, faults: &mut Faults) {
    const NOT_FOR_RESIDENTS: [&str; 6] = ["github", ".csv", ".json", ".txt", "http://", "https://"];
    let lower = words.to_ascii_lowercase();
    for word in NOT_FOR_RESIDENTS {
        if lower.contains(word) {
            let what = format!("住民に見せる言葉に「{word}」があります");
            let mend =
                "もとの資料の名前で書きます。URL は URL の列、ファイルの名前はメモに書きます";
            place.fault(faults, column, what, mend);
        }
    }
}
