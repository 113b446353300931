//! What is written comes back as it was.

use crate::books::{book, file, read, real};
use catalog::Sources;
use catalog::columns::{Column, Sort, TABLES};
use interchange::Table;
use proptest::prelude::*;

#[test]
fn the_sheets_of_both_towns_come_back_to_the_byte() {
    let sources = real();
    for town in ["asaka", "komae"] {
        let read = read(&book(&sources, town), &sources, town).expect("sheets");
        let folder = format!("towns/{town}/");
        let names: Vec<&str> = sources
            .paths()
            .filter_map(|path| path.strip_prefix(&folder))
            .collect();
        let back: Vec<&str> = read.files.keys().map(String::as_str).collect();
        assert_eq!(back, names);
        for name in names {
            let before = sources.get(&format!("{folder}{name}")).expect("a file");
            let before = std::str::from_utf8(before).expect("text");
            assert!(file(&read, name) == before, "{town}/{name}");
        }
        assert_eq!(read.left_out, []);
    }
}

#[test]
fn the_same_sheets_give_the_same_bytes() {
    let sources = real();
    assert!(book(&sources, "komae") == book(&sources, "komae"));
}

#[test]
fn a_town_that_has_nothing_yet_gives_a_workbook_to_be_filled() {
    let sources = real();
    let read = read(&book(&sources, "shiki"), &sources, "shiki").expect("sheets");
    assert!(file(&read, "entries.csv").starts_with("\u{feff}id,名前,"));
    assert!(file(&read, "town.toml").contains("id = \"shiki\""));
}

/// Texts that programs like to change.
fn awkward() -> impl Strategy<Value = String> {
    const KNOWN: [&str; 35] = [
        "",
        "007",
        "0484635082",
        "=1+1",
        "+1",
        "-1",
        "@x",
        "'quoted",
        "\"二重\"",
        "a,b",
        "1行\n2行",
        "\n",
        "2026-07-01",
        "2026/7/1",
        "7/27",
        "Jul-26",
        "1-2",
        "1E5",
        "８：３０〜１７：１５",
        "ＦＡＸ",
        "TRUE",
        "#N/A",
        "#REF!",
        "_x0041_",
        "_x000D_",
        "<b>&amp;",
        "ｶﾀｶﾅ",
        "👩‍👧",
        "𠮷野家",
        "　前後の空き　",
        "タブ\tあり",
        "ー",
        "か（き）",
        "0.10",
        "1,000",
    ];
    prop_oneof![
        prop::sample::select(&KNOWN[..]).prop_map(str::to_owned),
        "[ -~ぁ-んァ-ヶ一-龠０-９Ａ-Ｚ\n\"=,（）]{0,20}",
    ]
}

/// Text that a column can hold; full width is taken for half width where no words stand.
fn cell(column: &Column) -> BoxedStrategy<String> {
    let one = match column.sort {
        Sort::Text => awkward().boxed(),
        Sort::Code => "[a-z0-9_=-]{0,9}".boxed(),
        Sort::Phone => prop_oneof![
            "0[0-9]{1,3}-[0-9]{2,4}-[0-9]{4}",
            "#[0-9]{4}",
            "1[0-9]{2}",
            "ことば"
        ]
        .boxed(),
        Sort::Day | Sort::Date => prop_oneof![
            "20[0-9]{2}-0[1-9]-1[0-9]",
            "20[0-9]{2}",
            "20[0-9]{2}-0[1-9]",
            "いつか",
            ""
        ]
        .boxed(),
        Sort::Degrees => "1[0-9]{2}\\.[0-9]{4}".boxed(),
        Sort::Words(words) => prop::sample::select(words).prop_map(str::to_owned).boxed(),
        Sort::Ids(_) => "[a-z][a-z0-9]{0,4}".boxed(),
    };
    let several = prop::collection::vec(one.clone(), 0..column.most + 3);
    if column.most > 1 {
        several
            .prop_map(|all| interchange_parts(&all.join(";")))
            .boxed()
    } else {
        one.prop_map(|text| trimmed(&text)).boxed()
    }
}

/// As a sheet has them: no empty values, no spaces around one.
fn interchange_parts(cell: &str) -> String {
    let parts = cell
        .split([';', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(";")
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

fn table(at: usize) -> impl Strategy<Value = Table> {
    let columns = TABLES[at].columns;
    let row: Vec<BoxedStrategy<String>> = columns.iter().map(cell).collect();
    let rows = prop::collection::vec(row, 0..6);
    (rows, any::<bool>()).prop_map(move |(rows, dos)| Table {
        headings: columns
            .iter()
            .map(|column| column.heading.to_owned())
            .collect(),
        rows: rows
            .into_iter()
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect(),
        dos,
        numbers: Vec::new(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rows_come_back_as_they_were(tables in [table(0), table(1), table(2), table(3), table(4), table(5)], name in awkward()) {
        let mut sources = Sources::default();
        for (described, table) in TABLES.iter().zip(&tables) {
            sources.insert(format!("towns/here/{}", described.file), table.write());
        }
        let name = trimmed(&name).replace(|sign: char| sign.is_control() || "\"\\".contains(sign), "");
        sources.insert("towns/here/town.toml", format!("# 注\nid = \"here\" # 町\nname = \"{name}\"\n"));
        let read = read(&book(&sources, "here"), &sources, "here").expect("sheets");
        for described in &TABLES {
            let before = sources.get(&format!("towns/here/{}", described.file)).expect("a file");
            let before = std::str::from_utf8(before).expect("text");
            prop_assert_eq!(file(&read, described.file), before);
        }
        let settings = file(&read, "town.toml");
        prop_assert!(settings.starts_with("# 注\nid = \"here\" # 町\n"), "{}", settings);
    }
}
