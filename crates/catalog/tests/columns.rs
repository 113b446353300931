//! What the columns are said to be is what the readers take: no heading more, none less.

use catalog::columns::{Column, TABLES, Table};
use catalog::{Fault, Faults, Knowledge, Sources, TownSheets};

fn faults_of_heads(table: &Table, headings: &[&Column]) -> Vec<Fault> {
    let mut sources = Sources::default();
    let line: Vec<&str> = headings.iter().map(|column| column.heading).collect();
    let name = format!("towns/here/{}", table.file);
    sources.insert(name.clone(), format!("{}\n", line.join(",")));
    let mut faults = Faults::default();
    let knowledge = Knowledge::read(&sources, &mut Faults::default());
    TownSheets::read(&sources, &knowledge, "here", &mut faults);
    let told = faults.sorted().into_iter();
    told.filter(|fault| fault.sheet == name && !fault.what.contains("行がありません"))
        .collect()
}

#[test]
fn the_headings_of_each_sheet_are_those_that_its_reader_wants() {
    for table in &TABLES {
        let all: Vec<&Column> = table.columns.iter().collect();
        assert_eq!(faults_of_heads(table, &all), [], "{}", table.file);
        for (at, column) in table.columns.iter().enumerate() {
            let mut fewer = all.clone();
            fewer.remove(at);
            let is_missed = !faults_of_heads(table, &fewer).is_empty();
            let place = format!("{} {}", table.file, column.heading);
            assert_eq!(is_missed, !column.may_lack, "{place}");
        }
    }
}

#[test]
fn a_heading_that_no_column_has_is_refused() {
    for table in &TABLES {
        let mut odd = table.columns[0];
        odd.heading = "ほかのこと";
        let all: Vec<&Column> = table.columns.iter().chain([&odd]).collect();
        assert!(!faults_of_heads(table, &all).is_empty(), "{}", table.file);
    }
}
