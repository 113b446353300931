//! Sources: the publications by id, and whom they are shown to.

use crate::tiny::Sheets;
use crate::{ENTRIES, check};

const HEAD: &str = "id,発行元,題名,日付,URL,ライセンス,メモ\n";
const OWN: &str = "towns/asaka/sources.csv";
const SHARED: &str = "knowledge/sources.csv";

/// The tiny catalog with the sources of its first town and of the country; row 3 of its windows names some.
fn with(sheets: &Sheets, own: &str, shared: &str, named: &str) {
    sheets.write(OWN, format!("{HEAD}{own}\n"));
    // Of the tiny catalog's other rows.
    sheets.append(SHARED, shared);
    sheets.type_in(ENTRIES, 3, "出典", named);
}

const PAGE: &str = "soudan,朝霞市,相談のページ,2026-07,https://example.jp/,,";
const LAW: &str = "law,国,法律,2020,,,";

#[test]
fn a_row_names_sources_of_the_town_and_of_the_country() {
    let sheets = Sheets::tiny();
    with(&sheets, PAGE, LAW, "soudan;law");
    let towns = sheets.compile().expect("no faults");
    let catalog = &towns[0].catalog;
    let desk = catalog.entries.iter().find(|one| one.id == "asaka-sodan");
    let desk = desk.expect("the desk");
    let source = &catalog.sources[desk.source.expect("a source").index()];
    assert_eq!(source.publisher, "朝霞市");
    assert_eq!(source.url, "https://example.jp/");
    // Its own date is the source's, which says it already.
    assert_eq!((&*desk.source_date, &*source.date), ("", "2026-07"));
}

#[test]
fn an_id_that_stands_in_no_sheet_is_told() {
    check(
        |s| with(s, PAGE, LAW, "soudan;sodan"),
        &["towns/asaka/entries.csv 3行「出典」: 「sodan」という出典が sources.csv にありません"],
    );
}

#[test]
fn a_resident_reads_no_names_of_files() {
    check(
        |s| with(s, "a,GitHub,offices.csv,2026-13,example.jp,,", LAW, "a;law"),
        &[
            "towns/asaka/sources.csv 2行「URL」: URL ではありません",
            "towns/asaka/sources.csv 2行「日付」: 「2026-13」は日付ではありません",
            "towns/asaka/sources.csv 2行「発行元」: 「github」があります",
            "towns/asaka/sources.csv 2行「題名」: 「.csv」があります",
        ],
    );
}

#[test]
fn a_source_has_one_id_and_a_publisher() {
    check(
        |s| with(s, "law,,題,,,,", LAW, "law"),
        &[
            "towns/asaka/sources.csv 2行「id」: 「law」は knowledge/sources.csv にもあります",
            "towns/asaka/sources.csv 2行「発行元」: 空です",
        ],
    );
}

#[test]
fn a_licence_that_asks_for_thanks_gets_them() {
    let open = "open,狛江市,公共施設一覧,2024,,CC BY 4.0,";
    check(
        |s| with(s, open, LAW, "open;law"),
        &["towns/asaka/town.toml「credits」: 出典の「狛江市」（CC BY 4.0）へのお礼がありません"],
    );
    let sheets = Sheets::tiny();
    with(&sheets, open, LAW, "open;law");
    let thanks = "credits = [{ name = \"x\", url = \"https://example.jp/\", license = \"CC BY 4.0\", text = \"狛江市のデータです。\" }]";
    sheets.swap("towns/asaka/town.toml", "credits = []", thanks);
    assert!(sheets.compile().is_ok());
}
