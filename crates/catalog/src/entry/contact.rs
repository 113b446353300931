//! How a window is reached: its numbers and addresses, and the numbers that must not be used.

use super::text::EntryText;
use crate::address::{check_mail, check_page};
use crate::fault::Faults;
use crate::phone::{PHONE_MEND, Phone};
use crate::sheets::{Place, Row, Sheet, list};
use crate::short::ShortNumbers;
use crate::sources::Sources;
use crate::wording::has_word;
use navigator::{Channels, OtherPhone, Via};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

const STALE: &str = "knowledge/stale_numbers.csv";
/// Where a number leads.
pub const VIAS: [(&str, Via); 3] = [
    ("直通", Via::Direct),
    ("運営元", Via::Operator),
    ("代表", Via::Switchboard),
];
/// What a source says, or does not.
pub const YES: [(&str, bool); 2] = [("", false), ("あり", true)];

/// Numbers that are wrong or not in use any more, and still stand on other pages.
#[derive(Clone, Debug, Default)]
pub struct StaleNumbers {
    /// What to use instead, by the digits.
    right: HashMap<String, String>,
}

/// A row of `stale_numbers.csv` as text.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct StaleText {
    #[serde(rename = "まちがい")]
    wrong: String,
    #[serde(rename = "正しい番号")]
    right: String,
    #[serde(rename = "窓口")]
    window: String,
    #[serde(rename = "どこで見たか")]
    seen: String,
}

impl StaleNumbers {
    /// Reads `stale_numbers.csv`. A row that holds words is for the reader alone; one that holds a number has to be able to
    /// match, or it protects nobody.
    pub fn read(sources: &Sources, faults: &mut Faults) -> Self {
        let mut sheet: Sheet<StaleText> = Sheet::read(sources, STALE, faults);
        sheet.must_have_rows(faults);
        let mut stale = Self::default();
        for row in sheet.rows() {
            let StaleText { wrong, right, .. } = row.cells;
            check_right(right, row.place, faults);
            if let Some(digits) = stale_digits(row.cells, row.place, faults)
                && stale.right.insert(digits, right.clone()).is_some()
            {
                let what = format!("「{wrong}」が2回あります");
                row.place.fault(faults, "まちがい", what, "1行にまとめます");
            }
        }
        stale
    }
}

/// What to use instead is a number that can be dialled, or says in words what to do.
fn check_right(right: &str, place: Place, faults: &mut Faults) {
    let mend = "正しい番号か、「番号要確認」のような言葉を書きます";
    place.filled(faults, &[("正しい番号", right)], mend);
    if !right.is_empty() && !has_word(right) && Phone::read(right).is_err() {
        let what = format!("「{right}」は、番号でも言葉でもありません");
        place.fault(faults, "正しい番号", what, mend);
    }
}

/// The digits of a number that must not be used. It may break the numbering plan, as wrong numbers do.
fn stale_digits(cells: &StaleText, place: Place, faults: &mut Faults) -> Option<String> {
    let wide: String = cells.wrong.nfkc().collect();
    let digits: String = wide.chars().filter(char::is_ascii_digit).collect();
    let is_of_signs = wide.chars().all(|sign| !sign.is_alphabetic());
    if wide.is_empty() {
        place.filled(
            faults,
            &[("まちがい", "")],
            "使ってはいけない番号を書きます",
        );
    } else if is_of_signs || digits.len() >= 9 {
        let plain = |sign: char| sign.is_ascii_digit() || sign == '-';
        if !digits.starts_with('0') && cells.wrong.chars().all(plain) {
            let what = format!("「{}」は、番号の先頭の 0 が消えています", cells.wrong);
            let mend = "列の表示形式を「文字列」にしてから、0 から書きなおします";
            place.fault(faults, "まちがい", what, mend);
            return None;
        }
        if digits.len() >= 9 && cells.wrong.chars().all(plain) {
            if Phone::read(&cells.right).is_ok_and(|right| right.digits() == digits) {
                let what = "まちがいと正しい番号が同じです";
                place.fault(faults, "正しい番号", what, "どちらかを直します");
            }
            return Some(digits);
        }
        let what = format!("「{}」は、どの番号とも合いません", cells.wrong);
        let mend = "番号だけを、半角の数字と「-」で書きます。説明は「窓口」に移します";
        place.fault(faults, "まちがい", what, mend);
    }
    None
}

impl StaleNumbers {
    /// The first number in a text that must not be used, with what to use instead.
    pub fn first_in(&self, text: &str) -> Option<(String, &str)> {
        let plain: String = text.nfkc().collect();
        let is_of_number = |sign: char| sign.is_ascii_digit() || sign == '-';
        let runs = plain.split(|sign| !is_of_number(sign));
        let found = runs.filter_map(|run| {
            let digits: String = run.chars().filter(char::is_ascii_digit).collect();
            let right = self.right.get(&digits)?;
            Some((run.trim_matches('-').to_owned(), right.as_str()))
        });
        found.into_iter().next()
    }
}

/// The number in `03-6745-5600（IP電話から）`.
pub fn number_in(text: &str) -> &str {
    text.split('（').next().unwrap_or("").trim()
}

/// `03-6745-5600（IP電話から）` as its number and what it is for.
fn other_phone(text: &str) -> OtherPhone {
    let note = text.split_once('（').map_or("", |(_, note)| note);
    OtherPhone {
        number: number_in(text).to_owned(),
        note: note.trim_end_matches('）').to_owned(),
    }
}

/// What is known of numbers: which must not be used, and which short ones there are.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    /// Those that must not be used.
    pub stale: StaleNumbers,
    /// The short ones that there are.
    pub short: ShortNumbers,
}

/// A number in a cell; what is none, or must not be used, is a fault.
pub fn read_number(
    place: Place,
    (column, text): (&str, &str),
    numbers: &Numbers,
    faults: &mut Faults,
) -> Option<Phone> {
    let phone = match Phone::read(text) {
        Ok(phone) => phone,
        Err(what) => {
            place.fault(faults, column, what, PHONE_MEND);
            return None;
        }
    };
    numbers.short.check(place, column, &phone, faults);
    if let Some(right) = numbers.stale.right.get(&phone.digits()) {
        let what = format!("{phone} は使ってはいけない古い番号です");
        let mend = format!("正しい番号（{right}）を公式ページで確かめて書きます");
        place.fault(faults, column, what, mend);
    }
    Some(phone)
}

/// The number of the row said again helps nobody, unless it is said why: a fax may share its line.
fn check_is_another(place: Place, (column, text): (&str, &str), phone: &str, faults: &mut Faults) {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let number = number_in(text);
    if !number.is_empty() && digits(number) == digits(phone) && !text.contains('（') {
        let what = format!("{number} は、この行の「電話」と同じです");
        let mend = "消すか、ちがう番号に直します。同じ番号でよければ「048-423-5082（電話と同じ番号）」のように書きます";
        place.fault(faults, column, what, mend);
    }
}

/// Where a call to the number of a row arrives.
pub fn read_via(row: &Row<EntryText>, faults: &mut Faults) -> Via {
    if row.cells.phone.is_empty() {
        if !row.cells.via.is_empty() {
            let mend = "番号を書くか、「電話の種類」を空にします";
            row.place.fault(
                faults,
                "電話",
                "「電話の種類」があるのに、番号がありません",
                mend,
            );
        }
        return Via::Direct;
    }
    let via = row
        .place
        .choice(faults, "電話の種類", &row.cells.via, &VIAS);
    via.unwrap_or(Via::Direct)
}

/// A fax has a number of its own; of the short ones only the fire brigade takes one.
fn check_fax(place: Place, (part, phone): (&str, &str), numbers: &Numbers, faults: &mut Faults) {
    let number = number_in(part);
    _ = read_number(place, ("FAX", number), numbers, faults);
    check_is_another(place, ("FAX", part), phone, faults);
    if number != "119" && numbers.short.find(number).is_some() {
        let what = format!("{number} はファクスの番号ではありません");
        place.fault(faults, "FAX", what, "電話の番号なら「電話」に書きます");
    }
}

/// All ways to reach a window but the number itself, which is set when it is known whether it may be shown.
pub fn read_channels(row: &Row<EntryText>, numbers: &Numbers, faults: &mut Faults) -> Channels {
    let (cells, place) = (row.cells, row.place);
    let other_phones = list(&cells.other_phones);
    for other in &other_phones {
        read_number(place, ("ほかの番号", number_in(other)), numbers, faults);
        check_is_another(place, ("ほかの番号", other), &cells.phone, faults);
    }
    for part in cells.fax.split(';').filter(|part| !part.trim().is_empty()) {
        check_fax(place, (part, &cells.phone), numbers, faults);
    }
    check_mail(place, "メール", &cells.mail, faults);
    check_page(place, "フォーム", &cells.web_form, faults);
    check_page(place, "URL", &cells.url, faults);
    // Otherwise it is a name in an app.
    if cells.chat.contains("://") {
        check_page(place, "チャット", &cells.chat, faults);
    }
    let mut yes = |column, cell| place.choice(faults, column, cell, &YES).unwrap_or(false);
    Channels {
        phone: String::new(),
        other_phones: other_phones
            .iter()
            .map(|other| other_phone(other))
            .collect(),
        fax: cells.fax.clone(),
        mail: cells.mail.clone(),
        form: cells.web_form.clone(),
        chat: cells.chat.clone(),
        visits: yes("訪問", &cells.visits),
        walk_in: yes("来所", &cells.walk_in),
        address: cells.address.clone(),
        access: cells.access.clone(),
    }
}
