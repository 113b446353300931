//! How a window is reached: its numbers and addresses, and the numbers that must not be used.

use super::text::EntryText;
use crate::fault::Faults;
use crate::phone::{PHONE_MEND, Phone};
use crate::sheets::{Place, Row, Sheet, list};
use crate::sources::Sources;
use navigator::{Channels, Via};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

const STALE: &str = "knowledge/stale_numbers.csv";

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
    /// Reads `stale_numbers.csv`. A row that holds no whole number is for the reader alone.
    pub fn read(sources: &Sources, faults: &mut Faults) -> Self {
        let sheet: Sheet<StaleText> = Sheet::read(sources, STALE, faults);
        let mut stale = Self::default();
        for StaleText { wrong, right, .. } in sheet.rows().map(|row| row.cells) {
            let digits: String = wrong.chars().filter(char::is_ascii_digit).collect();
            let is_number = wrong.chars().all(|c| c.is_ascii_digit() || c == '-');
            if is_number && digits.len() >= 9 {
                stale.right.insert(digits, right.clone());
            }
        }
        stale
    }
}

/// The number in `03-6745-5600（IP電話から）`.
pub fn number_in(text: &str) -> &str {
    text.split('（').next().unwrap_or("").trim()
}

/// A number in a cell; what is none, or must not be used, is a fault.
pub fn read_number(
    place: Place,
    (column, text): (&str, &str),
    stale: &StaleNumbers,
    faults: &mut Faults,
) -> Option<Phone> {
    let phone = match Phone::read(text) {
        Ok(phone) => phone,
        Err(what) => {
            place.fault(faults, column, what, PHONE_MEND);
            return None;
        }
    };
    if let Some(right) = stale.right.get(&phone.digits()) {
        let what = format!("{phone} は使ってはいけない古い番号です");
        let mend = format!("正しい番号（{right}）を公式ページで確かめて書きます");
        place.fault(faults, column, what, mend);
    }
    Some(phone)
}

/// Where a call to the number of a row arrives.
pub fn read_via(row: &Row<EntryText>, faults: &mut Faults) -> Via {
    const KINDS: [(&str, Via); 3] = [
        ("直通", Via::Direct),
        ("運営元", Via::Operator),
        ("代表", Via::Switchboard),
    ];
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
        .choice(faults, "電話の種類", &row.cells.via, &KINDS);
    via.unwrap_or(Via::Direct)
}

/// All ways to reach a window but the number itself, which is set when it is known whether it may be shown.
pub fn read_channels(row: &Row<EntryText>, stale: &StaleNumbers, faults: &mut Faults) -> Channels {
    const YES: [(&str, bool); 2] = [("", false), ("あり", true)];
    let (cells, place) = (row.cells, row.place);
    let other_phones = list(&cells.other_phones);
    for other in &other_phones {
        read_number(place, ("ほかの番号", number_in(other)), stale, faults);
    }
    for part in cells.fax.split(';').filter(|part| !part.trim().is_empty()) {
        read_number(place, ("FAX", number_in(part)), stale, faults);
    }
    check_mail(place, &cells.mail, faults);
    check_url(place, "フォーム", &cells.web_form, faults);
    check_url(place, "URL", &cells.url, faults);
    let mut yes = |column, cell| place.choice(faults, column, cell, &YES).unwrap_or(false);
    Channels {
        phone: String::new(),
        other_phones,
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

/// A cell with a mail address, or nothing.
pub fn check_mail(place: Place, mail: &str, faults: &mut Faults) {
    if !mail.is_empty() && !mail.contains('@') {
        let mend = "「@」のあるアドレスを書きます";
        place.fault(faults, "メール", "メールアドレスではありません", mend);
    }
}

/// A cell with an address on the web, or nothing.
pub fn check_url(place: Place, column: &str, url: &str, faults: &mut Faults) {
    let is_url = url.starts_with("https://") || url.starts_with("http://");
    if !url.is_empty() && !is_url {
        place.fault(
            faults,
            column,
            "URL ではありません",
            "「https://」から書きます",
        );
    }
}
