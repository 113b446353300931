//! How a number is dialled, and what a screen reader says of the link: the app and the lists that need no
//! program say the same.

use crate::model::Entry;

/// The address that dials a number: `#` would end it, and hyphens are only for people.
#[must_use]
pub fn dial_address(number: &str) -> String {
    ["tel:", &number.replace('#', "%23").replace('-', "")].concat()
}

impl Entry {
    /// What a link that calls is named: the words and the number as they are seen, for those who say what they want to
    /// press; then digit by digit, for those who write it down.
    #[must_use]
    pub fn call_label(&self) -> String {
        let number = &self.channels.phone;
        let mut label = [self.shown_name(), "に電話する ", number, "。番号は "].concat();
        for sign in number.chars() {
            match sign {
                '-' => label.push('、'),
                '#' => label.push_str("シャープ "),
                digit => {
                    label.push(digit);
                    label.push(' ');
                }
            }
        }
        label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_dialled_and_hyphens_are_not() {
        assert_eq!(dial_address("#8008"), "tel:%238008");
        assert_eq!(dial_address("048-423-5082"), "tel:0484235082");
    }

    #[test]
    fn a_number_is_said_as_it_is_seen_and_digit_by_digit() {
        let said = |number: &str| {
            let mut entry = Entry {
                name: "窓口".to_owned(),
                ..Entry::default()
            };
            entry.channels.phone = number.to_owned();
            entry.call_label()
        };
        let desk = "窓口に電話する 048-423。番号は 0 4 8 、4 2 3 ";
        assert_eq!(said("048-423"), desk);
        assert_eq!(
            said("#8008"),
            "窓口に電話する #8008。番号は シャープ 8 0 0 8 "
        );
    }
}
