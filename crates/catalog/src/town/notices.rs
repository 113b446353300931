//! `notices.csv`: what holds in the town from one day to another. A town without the sheet has none.

use crate::address::{check_mail, check_page};
use crate::dates::day;
use crate::entry::{Known, STATES, SourceRow, read_number};
use crate::fault::Faults;
use crate::phone::Phone;
use crate::sheets::{Place, Row, Sheet};
use crate::sources::Sources;
use crate::wording::{check_once, check_word};
use navigator::{Day, Notice};
use serde::{Deserialize, Serialize};

/// A row of `notices.csv`.
#[derive(Clone, Debug)]
pub struct NoticeRow {
    /// The row as Excel counts it.
    pub row: usize,
    /// Shown to residents, between its days.
    pub published: bool,
    /// Where it comes from, the main source first.
    pub sources: Vec<SourceRow>,
    /// Everything else, as it will be compiled; the source is still empty.
    pub notice: Notice,
}

/// A row as text.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct NoticeText {
    id: String,
    #[serde(rename = "題名")]
    title: String,
    #[serde(rename = "本文")]
    text: String,
    #[serde(rename = "だれが")]
    who: String,
    #[serde(rename = "方法")]
    how: String,
    #[serde(rename = "場所")]
    place: String,
    #[serde(rename = "URL")]
    url: String,
    #[serde(rename = "電話")]
    phone: String,
    #[serde(rename = "メール")]
    mail: String,
    #[serde(rename = "最初の日")]
    first: String,
    #[serde(rename = "最後の日")]
    last: String,
    #[serde(rename = "出典")]
    source: String,
    #[serde(rename = "確認日")]
    checked: String,
    #[serde(rename = "状態")]
    state: String,
    #[serde(rename = "メモ")]
    memo: String,
}

/// A line of the screen, and what is read without scrolling.
const LONGEST: [(&str, usize); 2] = [("題名", 40), ("本文", 200)];
/// What holds for longer is a window, or a slip in the year.
const MOST_DAYS: i32 = 366;

/// Reads the sheet.
pub fn read(sources: &Sources, folder: &str, known: &Known, faults: &mut Faults) -> Vec<NoticeRow> {
    let name = format!("{folder}/notices.csv");
    if !sources.has(&name) {
        return Vec::new();
    }
    let sheet: Sheet<NoticeText> = Sheet::read(sources, &name, faults);
    sheet.check_ids("id", |notice| &notice.id, faults);
    sheet.check_unlike("本文", |notice| &notice.text, faults);
    let rows = sheet.rows().map(|row| notice(&row, known, faults));
    rows.collect()
}

fn notice(row: &Row<NoticeText>, known: &Known, faults: &mut Faults) -> NoticeRow {
    let (cells, place) = (row.cells, row.place);
    check_texts(cells, place, faults);
    let published = place.choice(faults, "状態", &cells.state, &STATES);
    let phone = (!cells.phone.is_empty())
        .then(|| read_number(place, ("電話", &cells.phone), known.numbers, faults))
        .flatten();
    if phone.as_ref().is_some_and(Phone::is_short) {
        let what = format!("{} は、お知らせについて聞く番号ではありません", cells.phone);
        let mend = "このお知らせを出している係の番号にするか、空にします";
        place.fault(faults, "電話", what, mend);
    }
    let (first, last) = days(cells, place, faults);
    NoticeRow {
        row: place.row,
        published: published.unwrap_or(true),
        sources: known.sources.named(place, &cells.source, faults),
        notice: Notice {
            id: cells.id.clone(),
            title: cells.title.clone(),
            text: cells.text.clone(),
            who: cells.who.clone(),
            how: cells.how.clone(),
            place: cells.place.clone(),
            url: cells.url.clone(),
            phone: phone.map_or_else(String::new, |phone| phone.to_string()),
            mail: cells.mail.clone(),
            first,
            last,
            source: None,
            checked: day(place, "確認日", &cells.checked, faults),
        },
    }
}

fn check_texts(cells: &NoticeText, place: Place, faults: &mut Faults) {
    let filled = [
        ("題名", cells.title.as_str()),
        ("本文", &cells.text),
        ("最初の日", &cells.first),
        ("最後の日", &cells.last),
        ("出典", &cells.source),
    ];
    place.filled(faults, &filled, "資料のとおりに書きます");
    for ((column, most), text) in LONGEST.into_iter().zip([&cells.title, &cells.text]) {
        if text.chars().count() > most {
            let what = format!("{most}字をこえています");
            place.fault(
                faults,
                column,
                what,
                "短くします。くわしいことは「方法」「場所」や URL へ移します",
            );
        }
    }
    for (column, text) in [
        ("題名", &cells.title),
        ("本文", &cells.text),
        ("だれが", &cells.who),
        ("方法", &cells.how),
        ("場所", &cells.place),
    ] {
        check_word(place, (column, text), faults);
    }
    check_once(place, ("出典", &cells.source), faults);
    check_page(place, "URL", &cells.url, faults);
    check_mail(place, "メール", &cells.mail, faults);
}

/// Its first and its last day.
fn days(cells: &NoticeText, place: Place, faults: &mut Faults) -> (Day, Day) {
    let first = day(place, "最初の日", &cells.first, faults);
    let last = day(place, "最後の日", &cells.last, faults);
    let (Some(first), Some(last)) = (first, last) else {
        return (Day::default(), Day::default());
    };
    if last < first {
        let mend = "2つの日付を入れかえるか、直します";
        place.fault(faults, "最後の日", "最初の日より前です", mend);
    } else if first.plus(MOST_DAYS) < last {
        let mend = "年を確かめます。ずっとあることは entries.csv に書きます";
        place.fault(faults, "最後の日", "最初の日から1年をこえています", mend);
    }
    (first, last)
}
