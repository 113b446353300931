//! A city of wards, with more parts than any small town has, from the sheet to the file, the question and the link.

use crate::check;
use crate::tiny::Sheets;
use navigator::{Answer, Answers, AreaId, Ask, Catalog, Day, NeedId, next_step, suggest};

const AREAS: &str = "towns/asaka/areas.csv";
const WARDS: [&str; 3] = ["中央区", "東区", "西区"];
const PARTS: usize = 40;

/// Each ward has parts of the same names; another window is in charge of the last ward.
fn city() -> Sheets {
    let sheets = Sheets::tiny();
    sheets
        .type_in(crate::ENTRIES, 4, "状態", "公開")
        .type_in(crate::ENTRIES, 4, "確かさ", "中")
        .type_in(crate::ENTRIES, 4, "電話", "048-463-3333")
        .type_in(crate::ENTRIES, 4, "電話の種類", "直通");
    let row = |ward: &str, part: usize| {
        let desk = if ward == WARDS[2] {
            "asaka-kyumin"
        } else {
            "asaka-sodan"
        };
        format!("{ward},本町{part}丁目,ほんちょう,{ward}の圏域,{desk}\n")
    };
    let rows = WARDS
        .iter()
        .flat_map(|ward| (1..=PARTS).map(move |part| row(ward, part)));
    let text: String = std::iter::once("区,町名,よみ,圏域,担当\n".to_owned())
        .chain(rows)
        .collect();
    sheets.write(AREAS, text);
    sheets
}

/// As a browser reads it.
fn opened() -> Catalog {
    let mut towns = city().compile().expect("no faults");
    let town = towns.swap_remove(0);
    let knowledge = navigator::read_knowledge(&town.knowledge_file).expect("a file");
    navigator::read_town(&town.town_file, &knowledge).expect("a file")
}

fn of_rent(area: Answer<AreaId>) -> Answers {
    let mut answers = Answers::default();
    answers.needs = Answer::Chosen(std::iter::once(NeedId(0)).collect());
    answers.area = area;
    answers
}

#[test]
fn wards_and_all_their_parts_come_into_the_file() {
    let catalog = opened();
    assert_eq!(catalog.wards(), WARDS);
    assert_eq!(catalog.areas.len(), WARDS.len() * PARTS);
    let last = &catalog.areas[WARDS.len() * PARTS - 1];
    assert_eq!(
        (&*last.name, last.short_name()),
        ("西区本町40丁目", "本町40丁目")
    );
}

#[test]
fn the_part_is_asked_and_leads_to_its_window() {
    let (catalog, today) = (opened(), Day(20_700));
    let asked = next_step(&catalog, &of_rent(Answer::Open), today);
    assert_eq!(asked, Some(Ask::Area));
    for (part, desk) in [
        (0, "相談の係"),
        (79, "相談の係"),
        (80, "休んでいる係"),
        (119, "休んでいる係"),
    ] {
        let answers = of_rent(Answer::Chosen(AreaId(part)));
        let outcome = suggest(&catalog, &answers, today);
        let names = outcome
            .suggestions
            .iter()
            .map(|card| &*catalog.entry(card.entry).name);
        let of_parts: Vec<&str> = names.filter(|name| name.ends_with('係')).collect();
        assert_eq!(of_parts.first(), Some(&desk), "{part}: {of_parts:?}");
    }
}

#[test]
fn a_link_carries_the_part_with_its_ward() {
    let catalog = opened();
    for part in [0, 40, 80, 119] {
        let answers = of_rent(Answer::Chosen(AreaId(part)));
        let text = answers.to_text(&catalog);
        let read = Answers::from_text(&catalog, &text).expect("a link");
        assert_eq!(read.area, Answer::Chosen(AreaId(part)), "{text}");
    }
}

#[test]
fn where_wards_are_asked_every_part_has_one() {
    check(
        |s| {
            s.write(AREAS, "区,町名,よみ,圏域,担当\n中央区,本町,ほんちょう,中央,asaka-sodan\n,栄町,さかえちょう,中央,asaka-sodan\n")
        },
        &["towns/asaka/areas.csv 3行「区」: 区のある行と、ない行があります"],
    );
    check(
        |s| {
            s.write(AREAS, "区,町名,よみ,圏域,担当\n中央区,本町,ほんちょう,中央,asaka-sodan\n中央区,本町,ほんまち,中央,asaka-sodan\n")
        },
        &["towns/asaka/areas.csv 3行「町名」: が2回あります"],
    );
}
