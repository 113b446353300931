//! `short_numbers.csv`: the short numbers of the country and the prefectures, beside those of an emergency (`official.rs`): what
//! each means, which kinds of windows answer it, and where.

use crate::fault::{Faults, Missed};
use crate::kinds::Kinds;
use crate::official::{OFFICIAL_NUMBERS, ONLY_NUMBERS, OfficialNumber, is_official};
use crate::phone::Phone;
use crate::prefecture::is_prefecture;
use crate::sheets::{Place, Seen, Sheet, list};
use crate::sources::Sources;
use crate::wording::check_once;
use serde::{Deserialize, Serialize};

/// The sheet.
const SHORT: &str = "knowledge/short_numbers.csv";

/// A number of three digits, or of four behind 「#」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortNumber {
    /// As it is dialled.
    pub number: String,
    /// Whose it is, for staff.
    pub meaning: String,
    /// The kinds of which a row with this number may mainly be; the first says best what it is for.
    pub kinds: Vec<String>,
    /// Who is answered.
    pub serves: Serves,
}

/// Where a number is answered, and by how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Serves {
    /// By one service, or the nearest one, everywhere in the country.
    Country,
    /// By each prefecture for itself.
    Prefectures,
    /// In one prefecture alone.
    Only(String),
}

/// All short numbers, those of an emergency first.
#[derive(Clone, Debug, Default)]
pub struct ShortNumbers {
    known: Seen<Vec<ShortNumber>>,
    /// The publications that the sheet names.
    pub sources: Vec<String>,
}

/// A row as text.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct ShortText {
    #[serde(rename = "番号")]
    number: String,
    #[serde(rename = "意味")]
    meaning: String,
    #[serde(rename = "種類")]
    kinds: String,
    #[serde(rename = "地域")]
    serves: String,
    #[serde(rename = "出典")]
    source: String,
}

impl From<&OfficialNumber> for ShortNumber {
    fn from(own: &OfficialNumber) -> Self {
        Self {
            number: own.number.to_owned(),
            meaning: own.meaning.to_owned(),
            kinds: own.kinds.iter().map(ToString::to_string).collect(),
            serves: Serves::Country,
        }
    }
}

/// The ids of the publications that a cell names; what is no publication is noted.
type Named<'k> = &'k dyn Fn(Place, &str, &mut Faults) -> Vec<String>;

impl ShortNumbers {
    /// Reads the sheet.
    pub fn read(
        sources: &Sources,
        (kinds, publications): (&Kinds, Named),
        faults: &mut Faults,
    ) -> Self {
        let mut sheet: Sheet<ShortText> = Sheet::read(sources, SHORT, faults);
        sheet.must_have_rows(faults);
        sheet.check_unlike("番号", |row| &row.number, faults);
        let mut all: Vec<ShortNumber> = OFFICIAL_NUMBERS.iter().map(ShortNumber::from).collect();
        let mut named = Vec::new();
        for row in sheet.rows() {
            named.extend(publications(row.place, &row.cells.source, faults));
            all.push(read_row(row.cells, row.place, kinds, faults));
        }
        Self {
            known: sheet.seen(all, &["番号", "種類", "地域"], faults),
            sources: named,
        }
    }

    /// The short number that is written like this.
    pub fn find(&self, text: &str) -> Option<&ShortNumber> {
        self.known.iter().find(|short| short.number == text)
    }

    /// Notes a short number that no list has. Where the sheet could not be read there may be one.
    pub fn check(&self, place: Place, column: &str, phone: &Phone, faults: &mut Faults) {
        let number = phone.as_str();
        if !phone.is_short() || self.known.whole().is_none() || self.find(number).is_some() {
            return;
        }
        let missed = Missed {
            sheet: SHORT.to_owned(),
            column: "番号",
            id: number.to_owned(),
        };
        let mend = "番号を直します。資料のある番号なら、short_numbers.csv に行を足します";
        let what = crate::phone::not_listed(number);
        place.miss(faults, column, missed, (what, mend));
    }

    /// The number of the country's own for a kind that has just one: a row of this kind with another number misleads.
    pub fn only_of(&self, kind: &str) -> Option<&ShortNumber> {
        let mut only = ONLY_NUMBERS.iter().filter_map(|number| self.find(number));
        only.find(|short| short.is_mainly(kind))
    }

    /// True for a kind that is the meaning of another short number.
    pub fn is_of_another(&self, kind: &str, number: &ShortNumber) -> bool {
        !number.is_of(kind) && self.known.iter().any(|short| short.is_mainly(kind))
    }
}

impl ShortNumber {
    /// True if a row of this kind may have it.
    pub fn is_of(&self, kind: &str) -> bool {
        self.kinds.iter().any(|own| own == kind)
    }

    fn is_mainly(&self, kind: &str) -> bool {
        self.kinds.first().is_some_and(|own| own == kind)
    }
}

fn read_row(cells: &ShortText, place: Place, kinds: &Kinds, faults: &mut Faults) -> ShortNumber {
    let filled = [
        ("番号", cells.number.as_str()),
        ("意味", &cells.meaning),
        ("種類", &cells.kinds),
        ("出典", &cells.source),
    ];
    place.filled(faults, &filled, "資料のとおりに書きます");
    check_number(&cells.number, place, faults);
    check_once(place, ("種類", &cells.kinds), faults);
    kinds.of(&list(&cells.kinds), &mut |missed, told| {
        place.miss(faults, "種類", missed, told);
    });
    ShortNumber {
        number: cells.number.clone(),
        meaning: cells.meaning.clone(),
        kinds: list(&cells.kinds),
        serves: serves(&cells.serves, place, faults),
    }
}

/// What the program knows by itself no sheet may tell otherwise.
fn check_number(number: &str, place: Place, faults: &mut Faults) {
    let is_short = Phone::read(number).is_ok_and(|phone| phone.is_short());
    if is_official(number) {
        let what = format!("「{number}」は、意味の決まった番号です");
        place.fault(faults, "番号", what, "行を消します");
    } else if !number.is_empty() && !is_short {
        let what = format!("「{number}」は短い番号の形ではありません");
        place.fault(faults, "番号", what, "「#7119」のように、半角で書きます");
    }
}

fn serves(text: &str, place: Place, faults: &mut Faults) -> Serves {
    match text {
        "全国" => Serves::Country,
        "都道府県ごと" => Serves::Prefectures,
        only if is_prefecture(only) => Serves::Only(only.to_owned()),
        other => {
            let mend = "「全国」か「都道府県ごと」か、都道府県の名前にします";
            place.fault(faults, "地域", format!("「{other}」は使えません"), mend);
            Serves::Country
        }
    }
}
