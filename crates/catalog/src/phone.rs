//! Telephone numbers, parsed once at the border.
//!
//! Japanese numbers as people write them: `048-423-5082`, `0120-0-78310`, `#7119`, `189`. What counts
//! for comparing is the digits alone.

use std::fmt;

/// A number that can be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as it stands in a sheet.
    ///
    /// # Errors
    /// A sentence that says what a number looks like.
    pub fn read(text: &str) -> Result<Self, String> {
        let digits = digits(text);
        let plain = text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'#');
        let shape = match (text.strip_prefix('#'), digits.len()) {
            // #7119, #8008, #9110
            (Some(rest), 4) => rest.bytes().all(|byte| byte.is_ascii_digit()),
            (Some(_), _) => false,
            // 110, 119, 171, 188, 189
            (None, 3) => text.starts_with('1') && !text.contains('-'),
            // 0AB-J, 0120, 0570, 050: ten or eleven digits with their hyphens
            (None, 10 | 11) => {
                text.starts_with('0')
                    && text.contains('-')
                    && !text.ends_with('-')
                    && !text.contains("--")
            }
            _ => false,
        };
        if plain && shape && !text.get(1..).unwrap_or("").contains('#') {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("「{text}」は電話番号の形ではありません"))
        }
    }

    /// As it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits alone: two numbers are the same if these are.
    #[must_use]
    pub fn digits(&self) -> String {
        digits(&self.0)
    }

    /// True for numbers that are the same in the whole country (110, 189, #8008, 0120, 0570, 0800):
    /// these may stand in several towns.
    #[must_use]
    pub fn is_nationwide(&self) -> bool {
        self.0.starts_with('#')
            || self.digits().len() == 3
            || ["0120", "0570", "0800"]
                .iter()
                .any(|prefix| self.0.starts_with(prefix))
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What to write instead of something that is not a number.
pub const PHONE_MEND: &str = "半角で「048-423-5082」「0120-279-338」「#7119」「189」のように書きます。説明は「時間の補足」などへ移します";

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_cities_write_them_are_read() {
        for number in [
            "048-423-5082",
            "03-3430-1111",
            "0120-0-78310",
            "0570-078374",
            "050-3655-0279",
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
            "048-423-508",
            "０４８-423-5082",
            "048 423 5082",
            "0484235082",
            "048-423-5082（代表）",
            "#71",
            "#711a",
            "7119",
            "1-2",
            "048--423-5082",
            "048-423-5082-",
            "0#48-423-5082",
            "あ",
        ] {
            assert!(Phone::read(text).is_err(), "{text}");
        }
    }
}
