//! The short numbers beside what they mean: a row that carries 110 is the police, and no row of the police carries another.

use super::lines::shown_lines;
use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::{Knowledge, LINES, Reach};
use crate::official::ON_EVERY_PAGE;
use crate::phone::Phone;
use crate::prefecture::prefecture_in;
use crate::short::{Serves, ShortNumber, ShortNumbers};
use crate::town::TownSheets;
use navigator::{Confidence, Form, OtherPhone, Via};
use unicode_normalization::UnicodeNormalization;

/// Checks the country's and the prefectures' lines.
pub fn check_lines(knowledge: &Knowledge, faults: &mut Faults) {
    for (reach, row) in shown_lines(knowledge) {
        check_whose(reach, row, faults);
        check_kinds(knowledge, row, LINES, faults);
        check_others(row, LINES, faults);
        check_short(&knowledge.numbers.short, (reach, row), faults);
    }
}

fn check_short(known: &ShortNumbers, (reach, row): (&Reach, &EntryRow), faults: &mut Faults) {
    if let Some(short) = short_of(known, row) {
        check_reach(reach, row, short, faults);
        check_is_dialled(row, short, faults);
        check_form(row, short, faults);
        check_names(known, (row, short), faults);
    }
}

/// Checks a town's windows.
pub fn check_town(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let sheet = town.sheet("entries.csv");
    for row in town.entries.iter().filter(|row| row.published) {
        check_kinds(knowledge, row, &sheet, faults);
        check_others(row, &sheet, faults);
        check_prefecture(&knowledge.numbers.short, town, row, faults);
    }
}

/// What a prefecture runs, or is called by, is called there and nowhere else.
fn check_whose(reach: &Reach, row: &EntryRow, faults: &mut Faults) {
    let said = [&row.entry.name, &row.operator].map(|text| prefecture_in(text));
    let Some(whose) = said.into_iter().flatten().next() else {
        return;
    };
    let is_there = match reach {
        Reach::Prefecture(own) => own == whose,
        Reach::Nation => false,
        Reach::Towns(_) => true,
    };
    if !is_there && !faults.are_at(LINES, row.row, "地域") {
        let what = format!("{whose}の電話が、ほかの地域にあります");
        faults.add(LINES, row.row, "地域", what, format!("「{whose}」にします"));
    }
}

fn short_of<'k>(known: &'k ShortNumbers, row: &EntryRow) -> Option<&'k ShortNumber> {
    let number = row.phone.as_ref().map(Phone::as_str)?;
    known.find(number)
}

/// The main kind is what the number means, and no other kind is what another number means.
fn check_kinds(knowledge: &Knowledge, row: &EntryRow, sheet: &str, faults: &mut Faults) {
    let known = &knowledge.numbers.short;
    let kinds = row.kinds.iter();
    let kinds: Vec<&str> = kinds
        .map(|kind| &*knowledge.kinds[kind.index()].id)
        .collect();
    let Some(&main) = kinds.first() else {
        return;
    };
    let (short, only) = (short_of(known, row), known.only_of(main));
    let told = match (short, only.filter(|&only| short != Some(only)), &row.phone) {
        (Some(short), ..) if !short.is_of(main) => Some(not_its_number(short, main)),
        (_, Some(only), Some(phone)) => Some(not_the_number(only, phone)),
        _ => None,
    };
    if let Some((what, mend)) = told {
        faults.add(sheet, row.row, "電話", what, mend);
    } else if let Some(short) = short {
        for kind in kinds.iter().filter(|kind| known.is_of_another(kind, short)) {
            let what = format!("「{kind}」は、{} とは別の短い番号の種類です", short.number);
            faults.add(sheet, row.row, "種類", what, "「種類」から消します");
        }
    }
}

fn not_its_number(short: &ShortNumber, main: &str) -> (String, String) {
    let (number, meaning) = (&short.number, &short.meaning);
    (
        format!("{number} は{meaning}の番号で、この行の種類「{main}」の番号ではありません"),
        format!(
            "番号を直すか、「種類」を {} から始めます",
            short.kinds.join(" か ")
        ),
    )
}

fn not_the_number(only: &ShortNumber, phone: &Phone) -> (String, String) {
    (
        format!("{phone} は{}の番号ではありません", only.meaning),
        format!("{} と書くか、「種類」を直します", only.number),
    )
}

/// A line is called where it answers.
fn check_reach(reach: &Reach, row: &EntryRow, short: &ShortNumber, faults: &mut Faults) {
    let right = match (&short.serves, reach) {
        (Serves::Country, Reach::Nation) => return,
        (Serves::Country, _) => "全国",
        (Serves::Only(own), Reach::Prefecture(written)) if own == written => return,
        (Serves::Only(_), Reach::Towns(_)) => return,
        (Serves::Only(own), _) => own.as_str(),
        (Serves::Prefectures, Reach::Nation) => "都道府県の名前",
        (Serves::Prefectures, _) => return,
    };
    if !faults.are_at(LINES, row.row, "地域") {
        let what = format!(
            "{} は{}の番号で、ここに書いた地域とちがいます",
            short.number, short.meaning
        );
        faults.add(LINES, row.row, "地域", what, format!("「{right}」にします"));
    }
}

/// What is dialled everywhere is a telephone, and answers by itself.
fn check_form(row: &EntryRow, short: &ShortNumber, faults: &mut Faults) {
    for (column, is_right, right) in [
        ("形", row.entry.form == Form::Hotline, "電話"),
        ("電話の種類", row.entry.via == Via::Direct, "直通"),
    ] {
        if !is_right && !faults.are_at(LINES, row.row, column) {
            let what = format!("{}（{}）は、{right}です", short.number, short.meaning);
            faults.add(LINES, row.row, column, what, format!("「{right}」にします"));
        }
    }
}

/// What is for emergencies alone stands in another row only with when to dial it.
fn check_others(row: &EntryRow, sheet: &str, faults: &mut Faults) {
    let mut others = row.entry.channels.other_phones.iter();
    let is_bare = |other: &&OtherPhone| {
        ON_EVERY_PAGE.contains(&&*other.number) && !other.note.contains("とき")
    };
    if let Some(other) = others.find(is_bare)
        && !faults.are_at(sheet, row.row, "ほかの番号")
    {
        let number = &other.number;
        let what = format!("{number} は、この窓口の番号ではありません");
        let mend =
            format!("消すか、{number}（命の危険があるとき）のように、いつかけるかを書きます");
        faults.add(sheet, row.row, "ほかの番号", what, mend);
    }
}

/// A row is not called by another number than it dials; what stands on every page does not speak of another either.
fn check_names(known: &ShortNumbers, (row, short): (&EntryRow, &ShortNumber), faults: &mut Faults) {
    let is_on_every_page = ON_EVERY_PAGE.contains(&&*short.number);
    let does = is_on_every_page.then_some(("すること", &row.entry.what));
    for (column, name) in [
        ("名前", &row.entry.name),
        ("やさしい名前", &row.entry.plain),
    ]
    .into_iter()
    .chain(does)
    {
        let name: String = name.nfkc().collect();
        let words = name.split(|sign: char| !sign.is_ascii_digit() && sign != '#');
        let mut others = words
            .filter_map(|word| known.find(word))
            .filter(|other| *other != short);
        if let Some(other) = others.next() {
            let what = format!(
                "「{}」とあるのに、電話は {} です",
                other.number, short.number
            );
            faults.add(LINES, row.row, column, what, "公式のとおりに直します");
        }
    }
}

/// A number that the whole country knows is never hidden for doubts.
fn check_is_dialled(row: &EntryRow, short: &ShortNumber, faults: &mut Faults) {
    let (column, mend) = if row.entry.confidence == Confidence::Low {
        (
            "確かさ",
            "公式ページで確かめて「高」か「中」にします。もうない番号なら、行を消します",
        )
    } else if !row.phone_shown {
        (
            "電話を出す",
            "「出す」にします。もうない番号なら、行を消します",
        )
    } else {
        return;
    };
    let what = format!(
        "このままでは、{}（{}）が画面に出ません",
        short.number, short.meaning
    );
    faults.add(LINES, row.row, column, what, mend);
}

/// A prefecture's own number does not answer in another one.
fn check_prefecture(known: &ShortNumbers, town: &TownSheets, row: &EntryRow, faults: &mut Faults) {
    let own = &town.settings.prefecture;
    let is_told = own.is_empty() || faults.are_of(&town.sheet("town.toml"));
    for (column, phone) in row.numbers().filter(|_| !is_told) {
        let serves = known.find(phone.as_str()).map(|short| &short.serves);
        if let Some(Serves::Only(prefecture)) = serves
            && prefecture != own
        {
            let what = format!("{phone} は{prefecture}だけの番号です");
            let mend = "この町でつながる番号に直すか、消します";
            faults.add(&town.sheet("entries.csv"), row.row, column, what, mend);
        }
    }
}
