//! Where a window stands on a map and what it is called in English: columns that a sheet may have, for open data.

use super::text::EntryText;
use crate::fault::Faults;
use crate::sheets::Place;
use std::ops::RangeInclusive;

/// A point on the map, in degrees (世界測地系).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

/// From 沖ノ鳥島 to 択捉島.
const LATITUDES: RangeInclusive<f64> = 20.4..=45.6;
/// From 与那国島 to 南鳥島.
const LONGITUDES: RangeInclusive<f64> = 122.9..=154.0;
const LONGEST_ENGLISH_NAME: usize = 100;

/// The cells 緯度 and 経度: both or none, and within Japan.
pub fn read_coordinates(
    cells: &EntryText,
    place: Place,
    faults: &mut Faults,
) -> Option<Coordinates> {
    let both = [("緯度", &cells.latitude), ("経度", &cells.longitude)];
    if both.iter().all(|(_, text)| text.is_empty()) {
        return None;
    }
    let mut read = |(column, text): (&str, &String)| {
        let degrees = degrees(text);
        if degrees.is_none() {
            let what = match &**text {
                "" => "空です（緯度と経度は、両方書くか、両方空にします）".to_owned(),
                text => format!("「{text}」は度の数ではありません"),
            };
            place.fault(
                faults,
                column,
                what,
                "「35.7971」のように、度を小数で書きます",
            );
        }
        degrees
    };
    let [latitude, longitude] = both.map(&mut read);
    let (latitude, longitude) = (latitude?, longitude?);
    let is_crossed = LATITUDES.contains(&longitude) && LONGITUDES.contains(&latitude);
    if is_crossed {
        let what = "緯度と経度が入れかわっています";
        place.fault(faults, "緯度", what, "2つを入れかえます");
    } else if !LATITUDES.contains(&latitude) || !LONGITUDES.contains(&longitude) {
        let what = format!("緯度 {latitude}、経度 {longitude} は、日本の中ではありません");
        place.fault(faults, "緯度", what, "地図で確かめて直します");
    }
    Some(Coordinates {
        latitude,
        longitude,
    })
}

/// `35.7971`; a sign, an exponent or a word is none.
fn degrees(text: &str) -> Option<f64> {
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_plain)
}

/// The cell 英語名: a name in Latin letters.
pub fn check_english(cells: &EntryText, place: Place, faults: &mut Faults) {
    let name = &cells.english;
    let is_latin =
        |sign: char| sign.is_ascii_graphic() || sign == ' ' || ('À'..='ž').contains(&sign);
    if name.is_empty() {
        return;
    }
    let has_letter = name.chars().any(|sign| sign.is_ascii_alphabetic());
    if !has_letter || !name.chars().all(is_latin) {
        let what = format!("「{name}」は英語の名前ではありません");
        let mend = "半角の英字で、公式の英語の名前を書きます。なければ空にします";
        place.fault(faults, "英語名", what, mend);
    } else if name.chars().count() > LONGEST_ENGLISH_NAME {
        let what = format!("{LONGEST_ENGLISH_NAME}字をこえています");
        place.fault(faults, "英語名", what, "短くします");
    }
}
