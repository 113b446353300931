//! The short numbers that mean the same in the whole country in an emergency, with the kind of window that answers: constants,
//! since a slip in one of them sends a cry for help to nobody. All other short numbers stand in `knowledge/short_numbers.csv`
//! with their source; one that stands in neither is none that a sheet may hold.
//!
//! Meanings and kinds are those of the country's own pages, as gathered with their addresses in `knowledge/lines.csv`; a
//! number without such a source has no place here.

/// A number of three digits, or of four behind 「#」.
#[derive(Debug, PartialEq, Eq)]
pub struct OfficialNumber {
    /// As it is dialled.
    pub number: &'static str,
    /// Whose it is, for staff.
    pub meaning: &'static str,
    /// The kinds of which a row with this number may mainly be; the first says best what it is for.
    pub kinds: &'static [&'static str],
}

/// Each is answered by one service, or the nearest one, everywhere in the country.
pub const OFFICIAL_NUMBERS: [OfficialNumber; 9] = [
    official("110", "警察への緊急通報（警察庁）", &["emergency_110"]),
    official(
        "119",
        "消防・救急への緊急通報（総務省消防庁）",
        &["emergency_119"],
    ),
    official("171", "災害用伝言ダイヤル（NTT）", &["disaster_171"]),
    official("188", "消費者ホットライン（消費者庁）", &["shohi"]),
    official(
        "189",
        "児童相談所虐待対応ダイヤル（こども家庭庁）",
        &["jido_soudan", "kodomo_katei"],
    ),
    official("#8008", "DV相談ナビ（内閣府）", &["dv"]),
    official("#8103", "性犯罪被害相談電話（警察）", &["sex_violence"]),
    official(
        "#8891",
        "性犯罪・性暴力被害者のためのワンストップ支援センター（内閣府）",
        &["sex_violence"],
    ),
    official("#9110", "警察相談専用電話（警察）", &["police_9110"]),
];

const fn official(
    number: &'static str,
    meaning: &'static str,
    kinds: &'static [&'static str],
) -> OfficialNumber {
    OfficialNumber {
        number,
        meaning,
        kinds,
    }
}

/// Those that are the only ones of their kind: a row of this kind with another number misleads.
pub const ONLY_NUMBERS: [&str; 4] = ["110", "119", "171", "#9110"];

/// True for a number that stands here.
pub fn is_official(text: &str) -> bool {
    OFFICIAL_NUMBERS.iter().any(|own| own.number == text)
}

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
