//! Telephone numbers, parsed once at the border by Japan's numbering plan: what leaves here can be dialled.
//!
//! Japanese numbers as people write them: `048-423-5082`, `0120-0-78310`, `#7119`, `189`. What counts for comparing is the
//! digits alone. The plan is written here in a few lines instead of taken from libphonenumber's metadata of all countries:
//! that knows no `#` number, does not look at the grouping, and would weigh more than the rest of the staff's app.

use crate::official::is_official;
use std::fmt;

/// A number that can be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as it stands in a sheet.
    ///
    /// # Errors
    /// A sentence that says what is not right about it.
    pub fn read(text: &str) -> Result<Self, String> {
        if is_short(text) || Plan::of(text).is_some_and(|plan| plan.fits(text)) {
            return Ok(Self(text.to_owned()));
        }
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_short = !digits.is_empty()
            && digits.len() < 5
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        let is_without_zero = matches!(text.len(), 9 | 10)
            && !text.starts_with('0')
            && text.bytes().all(|byte| byte.is_ascii_digit());
        Err(if is_without_zero {
            format!("「{text}」は、番号の先頭の 0 が消えています（Excel が数にしました）")
        } else if is_short {
            not_listed(text)
        } else {
            format!("「{text}」は電話番号の形ではありません")
        })
    }

    /// As it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits alone: two numbers are the same if these are.
    #[must_use]
    pub fn digits(&self) -> String {
        self.0.chars().filter(char::is_ascii_digit).collect()
    }

    /// True for numbers that are the same in the whole country (110, 189, #8008, 0120, 0570, 0800):
    /// these may stand in several towns.
    #[must_use]
    pub fn is_nationwide(&self) -> bool {
        self.is_short() || Plan::of(&self.0).is_some_and(|plan| plan.nationwide)
    }

    /// True for a number of three digits, or of four behind 「#」. Whether there is such a number is for the sheet to say.
    #[must_use]
    pub fn is_short(&self) -> bool {
        is_short(&self.0)
    }

    /// True for a number of a place, by its area code.
    #[must_use]
    pub fn is_of_a_place(&self) -> bool {
        Plan::of(&self.0) == Some(Plan::PLACE)
    }
}

/// Three digits are those of an emergency; of four behind 「#」 the shape is known.
fn is_short(text: &str) -> bool {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 4);
    is_official(text) || digits.is_some_and(|all| all.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What is wrong with a short number that nobody has listed.
pub fn not_listed(number: &str) -> String {
    format!("「{number}」は、国と都道府県の短い番号の一覧にありません")
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What to write instead of something that is not a number.
pub const PHONE_MEND: &str = "半角で「048-423-5082」「0120-279-338」「#7119」「189」のように、公式ページのとおりに書きます。説明は「時間の補足」などへ移します";

/// How the numbers of one range are built (電気通信番号計画、総務省告示).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Plan {
    /// How many digits they have.
    digits: usize,
    /// How many digits stand before the first hyphen.
    first: (usize, usize),
    /// The sizes of the groups after it; none where firms group as they like.
    groups: Option<[usize; 2]>,
    /// The same in the whole country.
    nationwide: bool,
}

impl Plan {
    /// An area code of two to five digits, then the exchange, then four digits: ten in all.
    const PLACE: Self = Self {
        digits: 10,
        first: (2, 5),
        groups: None,
        nationwide: false,
    };
    /// 0120 and 0570: six digits follow, grouped so that they are easy to keep in mind.
    const SERVICE: Self = Self {
        digits: 10,
        first: (4, 4),
        groups: None,
        nationwide: true,
    };
    /// 0800.
    const FREE: Self = Self {
        digits: 11,
        first: (4, 4),
        groups: Some([3, 4]),
        nationwide: true,
    };
    /// Mobiles, and telephones by internet.
    const MOBILE: Self = Self {
        digits: 11,
        first: (3, 3),
        groups: Some([4, 4]),
        nationwide: false,
    };

    /// The plan of the range in which a number lies.
    fn of(text: &str) -> Option<Self> {
        let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| text.starts_with(prefix));
        if starts(&["0120", "0570"]) {
            Some(Self::SERVICE)
        } else if starts(&["0800"]) {
            Some(Self::FREE)
        } else if starts(&["050-", "060-", "070-", "080-", "090-"]) {
            Some(Self::MOBILE)
        } else {
            // No area code has a 0 in its second or third place; 0170, 0180 and 0990 are other services.
            let is_place =
                matches!(text.as_bytes(), [b'0', b'1'..=b'9', third, ..] if *third != b'0');
            (is_place && !starts(&["0170", "0180", "0990"])).then_some(Self::PLACE)
        }
    }

    fn fits(self, text: &str) -> bool {
        let groups: Vec<&str> = text.split('-').collect();
        let is_digits =
            |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
        let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
        let [first, rest @ ..] = sizes.as_slice() else {
            return false;
        };
        // Behind its first group no number is zeros alone; a mobile's, and one by internet, begins with none.
        let is_of_somebody = groups[1..]
            .iter()
            .any(|group| group.bytes().any(|b| b != b'0'))
            && !(self == Self::MOBILE && groups.get(1).is_some_and(|group| group.starts_with('0')));
        groups.iter().all(is_digits)
            && is_of_somebody
            && sizes.iter().sum::<usize>() == self.digits
            && (self.first.0..=self.first.1).contains(first)
            && match self.groups {
                Some(wanted) => rest == wanted,
                None if self == Self::PLACE => is_of_a_place(&groups),
                None => (1..=2).contains(&rest.len()),
            }
    }
}

/// An area code of two digits is one of three; an exchange starts with neither 0 nor 1; four digits come last.
fn is_of_a_place(groups: &[&str]) -> bool {
    let [area, exchange, last] = groups else {
        return false;
    };
    (area.len() > 2 || ["03", "04", "06"].contains(area))
        && !exchange.starts_with(['0', '1'])
        && last.len() == 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_cities_write_them_are_read() {
        for number in [
            "048-423-5082",
            "03-3430-1111",
            "04-2998-1111",
            "0422-51-5131",
            "04992-2-1121",
            "0120-0-78310",
            "0120-494949",
            "0120-8891-77",
            "0570-078374",
            "0570-05-1165",
            "0800-100-2707",
            "050-3655-0279",
            "080-1234-5678",
            "#7119",
            "189",
            "110",
        ] {
            assert!(Phone::read(number).is_ok(), "{number}");
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in [
            "",
            "0",
            "048-423-508",
            "０４８-423-5082",
            "048 423 5082",
            "0484235082",
            "048-423-5082（代表）",
            "#71",
            "#711a",
            "#",
            "1-2",
            "048--423-5082",
            "048-423-5082-",
            "0#48-423-5082",
            "あ",
        ] {
            assert!(Phone::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_follows_the_numbering_plan() {
        for text in [
            "0-4-8-4-2-3-5-0-8-2",
            "048-423-50822",
            "048-42-35082",
            "000-000-0000",
            "048-000-0000",
            "048-123-4567",
            "05-1234-5678",
            "020-1234-5678",
            "0990-12-3456",
            "0120-279-3388",
            "0120-279-33",
            "0120-2-7-9338",
            "0800-100-270",
            "0800-10-02707",
            "050-365-50279",
            "090-1234-567",
            "050-0000-0000",
            "090-0123-4567",
            "0120-000-000",
            "123-456-7890",
        ] {
            assert!(Phone::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn three_digits_are_those_of_an_emergency() {
        for text in ["123", "111", "911", "7119", "8000", "1100", "#71", "#71190"] {
            assert!(Phone::read(text).is_err(), "{text}");
        }
        let fault = Phone::read("911").expect_err("no number");
        assert!(fault.contains("一覧"), "{fault}");
    }
}
