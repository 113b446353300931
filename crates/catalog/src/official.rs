//! The short numbers that mean the same wherever they are dialled, with the kind of window that answers: constants, since a
//! slip in one of them sends a cry for help to nobody. A number that does not stand here is none that a sheet may hold.
//!
//! Meanings and kinds are those of the country's own pages, as gathered with their addresses in `knowledge/lines.csv`; a
//! number without such a source has no place here.

/// A number of three digits, or of four behind 「#」.
#[derive(Debug, PartialEq, Eq)]
pub struct ShortNumber {
    /// As it is dialled.
    pub number: &'static str,
    /// Whose it is, for staff.
    pub meaning: &'static str,
    /// The kinds of which a row with this number may mainly be; the first says best what it is for.
    pub kinds: &'static [&'static str],
    /// Who is answered.
    pub serves: Serves,
}

/// Where a number is answered, and by how many.
#[derive(Debug, PartialEq, Eq)]
pub enum Serves {
    /// By one service, or the nearest one, everywhere in the country.
    Country,
    /// By each prefecture for itself.
    Prefectures,
    /// In one prefecture alone.
    Only(&'static str),
}

use Serves::{Country, Only, Prefectures};

const SHORT_NUMBERS: [ShortNumber; 15] = [
    short(
        "110",
        "警察への緊急通報（警察庁）",
        &["emergency_110"],
        Country,
    ),
    short(
        "119",
        "消防・救急への緊急通報（総務省消防庁）",
        &["emergency_119"],
        Country,
    ),
    short(
        "171",
        "災害用伝言ダイヤル（NTT）",
        &["disaster_171"],
        Country,
    ),
    short("188", "消費者ホットライン（消費者庁）", &["shohi"], Country),
    short(
        "189",
        "児童相談所虐待対応ダイヤル（こども家庭庁）",
        &["jido_soudan", "kodomo_katei"],
        Country,
    ),
    short(
        "#7119",
        "救急電話相談（都道府県）",
        &["medical_7119"],
        Prefectures,
    ),
    short(
        "#7171",
        "埼玉県虐待通報ダイヤル（埼玉県）",
        &["elder_abuse", "shogai_abuse", "jido_soudan"],
        Only("埼玉県"),
    ),
    short(
        "#7300",
        "よい子の電話教育相談（埼玉県）",
        &["kyoiku_soudan"],
        Only("埼玉県"),
    ),
    short(
        "#8000",
        "子ども医療電話相談（都道府県）",
        &["child_medical_8000"],
        Prefectures,
    ),
    short("#8008", "DV相談ナビ（内閣府）", &["dv"], Country),
    short(
        "#8103",
        "性犯罪被害相談電話（警察）",
        &["sex_violence"],
        Country,
    ),
    short(
        "#8778",
        "女性相談支援センター（厚生労働省）",
        &["josei", "dv"],
        Country,
    ),
    short(
        "#8891",
        "性犯罪・性暴力被害者のためのワンストップ支援センター（内閣府）",
        &["sex_violence"],
        Country,
    ),
    short(
        "#9110",
        "警察相談専用電話（警察）",
        &["police_9110"],
        Country,
    ),
    short(
        "#9999",
        "孤独・孤立相談ダイヤル（内閣府。ある期間だけ）",
        &["kodoku"],
        Country,
    ),
];

/// The numbers that stand on every page: whoever is in danger finds them wherever they are.
pub const ON_EVERY_PAGE: [&str; 2] = ["110", "119"];

/// A number of the country that no sheet may lack or write otherwise: every page or a danger leads to it.
pub struct NationalLine {
    /// As it is dialled.
    pub number: &'static str,
    /// What a row with this number is called.
    pub called: &'static str,
    /// The kind of which some row with this number is; none where others answer the same, and it may be missing.
    pub kind: Option<&'static str>,
}

/// よりそいホットライン, DV相談プラス, #いのちSOS and フリーダイヤル of いのちの電話 as the pages give them that
/// `knowledge/lines.csv` names; the short ones mean what they mean above.
pub const NATIONAL_LINES: [NationalLine; 9] = [
    national("188", "消費者ホットライン", Some("shohi")),
    national("189", "児童相談所虐待対応ダイヤル", Some("jido_soudan")),
    national("#8008", "DV相談ナビ", Some("dv")),
    national("#8891", "ワンストップ支援センター", Some("sex_violence")),
    national("#9110", "警察相談専用電話", Some("police_9110")),
    national("0120-279-338", "よりそいホットライン", Some("yorisoi_line")),
    national("0120-279-889", "DV相談プラス", None),
    national("0120-061-338", "いのちSOS", None),
    national("0120-783-556", "いのちの電話（フリーダイヤル）", None),
];

const fn national(
    number: &'static str,
    called: &'static str,
    kind: Option<&'static str>,
) -> NationalLine {
    NationalLine {
        number,
        called,
        kind,
    }
}

/// The kind of a town's switchboard.
pub const SWITCHBOARD_KIND: &str = "city_general";

const fn short(
    number: &'static str,
    meaning: &'static str,
    kinds: &'static [&'static str],
    serves: Serves,
) -> ShortNumber {
    ShortNumber {
        number,
        meaning,
        kinds,
        serves,
    }
}

/// The short number that is written like this.
pub fn short_number(text: &str) -> Option<&'static ShortNumber> {
    SHORT_NUMBERS.iter().find(|short| short.number == text)
}

/// The number of the country's own for a kind that has just one: a row of this kind with another number misleads.
pub fn only_number_of(kind: &str) -> Option<&'static ShortNumber> {
    const ONE_NUMBER: [&str; 4] = ["110", "119", "171", "#9110"];
    let of_kind = |short: &&ShortNumber| short.kinds.first() == Some(&kind);
    let mut numbers = SHORT_NUMBERS.iter().filter(of_kind);
    numbers.find(|short| ONE_NUMBER.contains(&short.number))
}

/// True for a kind that is the meaning of another short number.
pub fn is_of_another(kind: &str, number: &ShortNumber) -> bool {
    let main = |short: &ShortNumber| short.kinds.first() == Some(&kind);
    !number.kinds.contains(&kind) && SHORT_NUMBERS.iter().any(main)
}
